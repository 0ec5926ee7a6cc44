"""The sweep for `near` against a slow and obvious definition."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from core.config import parse_document
from matching.rules.compiling import compile_rules
from matching.rules.model import TermPlace, TextUnits
from matching.watchlist.loading import parse_watchlist

PLACES = st.lists(
    st.builds(lambda first, extra: TermPlace(first, first + extra, 0), st.integers(0, 60), st.integers(0, 4)),
    max_size=8,
)


@given(st.lists(PLACES, min_size=2, max_size=4), st.integers(2, 30))
def test_the_sweep_finds_a_window_where_there_is_one(found, words):
    terms = [f"term{number}x" for number in range(len(found))]
    yaml = f"schemes: [{{id: s, label: s, match: {{near: {{terms: {terms}, words: {words}}}}}}}]"
    rules = compile_rules(parse_watchlist([parse_document(yaml, "near.yaml")]))
    places = {number: sorted(one) for number, one in enumerate(found) if one}

    combinations = product(*found)
    expected = any(max(one.last for one in each) - min(one.first for one in each) < words for each in combinations)

    rule_matches = rules.evaluate(places, TextUnits([0], [0])).rule_matches()
    assert bool(rule_matches) is expected
    for match in rule_matches[0].matches if rule_matches else ():
        window = [one.place for one in match.evidence]
        assert max(one.last for one in window) - min(one.first for one in window) < words
        assert {one.atom for one in match.evidence} == set(range(len(found)))
