"""What is only heard without capitals is left out unless another word of its run may share a name with it."""

from __future__ import annotations

from typing import NamedTuple

from core.records import TextField
from matching.index.sounds.heard_runs import lone_words
from matching.text.passage import passage_of
from tests.matching.conftest import matcher_for


class _Partners(NamedTuple):
    names: frozenset[str]

    def may_share_name(self, other: _Partners) -> bool:
        return not self.names.isdisjoint(other.names)


class _Word(NamedTuple):
    partners: _Partners
    is_only_heard: bool = True
    words: tuple[int, ...] = (1,)
    pairs: tuple[int, ...] = ()
    continuations: tuple[bytes, ...] = ()


def _lone(text: str) -> list[str]:
    """The words left out: a small letter is a name that a word may be of; in capitals it is not only heard."""
    written = [word.encode() for word in text.split()]
    matches = [
        _Word(_Partners(frozenset(word.lower())), word.islower()) if word.isalpha() else None for word in text.split()
    ]
    found = lone_words(range(len(written)), written, matches, lambda word, other: other - word == 1)
    return [text.split()[place] for place in found]


def test_words_that_share_no_name_with_another_of_their_run_are_left_out() -> None:
    assert _lone("ab ------ bc") == ["ab", "bc"]
    assert _lone("ab cd ------ ef") == ["ab", "cd", "ef"]
    assert _lone("ab bc ------ ef") == ["ef"]


def test_a_run_is_kept_as_a_whole_and_so_is_what_is_near_a_word_that_is_spelt() -> None:
    assert _lone("ef ab bc gh ------ xy") == ["xy"]
    assert _lone("ef ------ AB ------ gh") == []
    assert _lone("ef ------ ------ ------ ------ ------ AB") == ["ef"]


def test_names_are_met_in_long_texts_of_words_that_sound_like_listed_ones() -> None:
    finder = matcher_for("Viktor Orban", "Karim Sabri", "Salim Badr").compiled.lexicon.candidates
    text = " ".join(["كريم في المدينة سليم في البيت"] * 30 + ["وقال فيكتور أوربان يوم الاثنين"])
    listed = finder.listed_words(passage_of(TextField.TEXT, text))
    assert len({(first, last) for _, first, last in finder.find(listed)}) == 1
    assert len(listed) < 60  # of which more are heard
