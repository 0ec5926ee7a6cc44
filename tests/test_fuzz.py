"""A short run of the fuzzer; `make chaos` has the long one."""

from __future__ import annotations

from benchmarks.fuzz import run


def test_mutated_feeds_and_pages_raise_nothing():
    assert run(200, seed=2, processes=1) == []
