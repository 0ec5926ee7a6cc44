"""`watchword report`: a table with hits over time as bars."""

from __future__ import annotations

from cli.verbs.report import sparkline


def test_bars_have_the_height_of_their_numbers():
    assert sparkline([0, 1, 4, 8]) == "·▁▄█"
    assert sparkline([1]) == "█"
    assert sparkline([1, 1000]) == "▁█"
    assert sparkline([]) == ""
    assert sparkline([0, 0]) == "··"
