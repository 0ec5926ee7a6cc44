"""Candidates are all names with a pair of words close together, as a look at every pair says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import TextField
from matching.index import candidates
from matching.index.candidates import CandidateFinder
from matching.index.listed_words import ListedAt
from matching.text.passage import passage_of
from tests.matching.conftest import matcher_for

_WORDS = (
    "Anselm",
    "Corvane",
    "Piet",
    "Haverkest",
    "Anzelm",
    "Corvan",
    "Ludo",
    "Kwang",
    "Jin",
    "KwangJin",
    "and",
    "left",
)
_NAMES = ("Anselm Corvane", "Piet Anselm Haverkest", "Ludo Piet", "Jin Kwang", "Corvane Ludo Haverkest", "Haverkest")
_FINDER = matcher_for(*_NAMES).compiled.lexicon.candidates
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=12).map(" ".join)
_REACH = 5


def _by_looking_at_all(finder: CandidateFinder, listed: Sequence[ListedAt]) -> Iterator[tuple[int, int, int]]:
    pairs = list(zip(finder.pairs.tolist(), finder.owners.tolist(), strict=True))
    for one in listed:
        yield from ((owner, one.word, one.word) for pair, owner in pairs if pair in one.pairs)
    for one, other in combinations(listed, 2):
        if other.word - one.word <= _REACH:
            both = {tuple(sorted((first.number, last.number))) for first in one.listed for last in other.listed}
            found = [owner for pair, owner in pairs if (pair >> 32, pair & 0xFFFFFFFF) in both]
            yield from ((owner, one.word, other.word) for owner in found)


@given(_TEXTS)
def test_candidates_are_the_names_of_all_pairs_of_words_close_together(text: str) -> None:
    listed = _FINDER.listed_words(passage_of(TextField.TEXT, text))
    assert set(_FINDER.find(listed)) == set(_by_looking_at_all(_FINDER, listed))


def test_beyond_the_bound_of_pairs_the_others_keep_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = matcher_for("Anselm Corvane", "Ludovic Corvane", "Wendelin Corvane").compiled.lexicon.candidates
    known, listed = (
        finder.listed_words(passage_of(TextField.TEXT, text))
        for text in ("Wendelin Corvane", "Anselm Ludovic Wendelin Corvane")
    )
    list(finder.find(known))  # what is kept of them is found in any case
    monkeypatch.setattr(candidates, "_MAX_PAIRS", 0)
    assert sorted((first, last) for _, first, last in finder.find(listed)) == [(0, 3), (2, 3)]


@given(_TEXTS)
def test_two_words_share_a_name_only_if_a_pair_of_theirs_does(text: str) -> None:
    listed = _FINDER.listed_words(passage_of(TextField.TEXT, text))
    known = set(_FINDER.pairs.tolist())
    for one, other in combinations(listed, 2):
        numbers = [(first.number, last.number) for first in one.listed for last in other.listed]
        shares = any(min(pair) << 32 | max(pair) in known for pair in numbers)
        assert one.partners.may_share_name(other.partners) is shares


def test_a_name_heard_in_arabic_is_looked_for_in_words_that_follow_each_other() -> None:
    finder = matcher_for("Viktor Orban").compiled.lexicon.candidates

    def words(text: str) -> list[tuple[int, int]]:
        listed = finder.listed_words(passage_of(TextField.TEXT, text))
        return [(first, last) for _, first, last in finder.find(listed)]

    assert words("وقال فيكتور أوربان يوم الاثنين") == [(1, 2)]
    assert words("وقال فيكتور إن المدينة أوربان يوم الاثنين") == []


def test_families_are_looked_for_only_where_two_words_are_of_a_name_without_a_spelling_to_check() -> None:
    def may_form_name(text: str) -> bool:
        return _FINDER.may_form_name(_FINDER.listed_words(passage_of(TextField.TEXT, text)))

    assert may_form_name("Anselm and his sister Ludo met Piet")
    assert not may_form_name("Anselm and his sister left with the Corvan twins")
    assert may_form_name("the Corvanes, Anselm and Ann")
    assert not may_form_name("the Corvane brothers, Kwang and Anzelm")
