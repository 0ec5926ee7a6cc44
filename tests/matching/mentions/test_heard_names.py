"""Names that are only heard need all their words in one run, near enough to what is written."""

from __future__ import annotations

from core.records import TextField
from matching.mentions.heard_names import HeardNames
from matching.text.passage import passage_of
from tests.matching.conftest import matcher_for


def _may_be(name: str, text: str, *, farthest: float = 0.17) -> set[bool]:
    lexicon, passage = matcher_for(name).compiled.lexicon, passage_of(TextField.TEXT, text)
    listed_words = lexicon.candidates.listed_words(passage)
    heard = HeardNames(lexicon, passage, listed_words, lambda consonants: farthest)
    return {
        heard.may_be(lexicon.identifying_words(number), first, last)
        for number, first, last in lexicon.candidates.find(listed_words)
    }


def test_no_word_of_a_name_may_be_missing() -> None:
    assert _may_be("Viktor Mihaly Orban", "وقال فيكتور ميهالي أوربان يوم الاثنين") == {True}
    assert _may_be("Viktor Mihaly Orban", "وقال فيكتور أوربان يوم الاثنين") == {False}


def test_the_words_of_a_name_are_near_on_average() -> None:
    assert _may_be("Viktor Orban", "וויקטור אורבן הגיע") == {True}
    assert _may_be("Viktor Orban", "וויקטור אורבן הגיע", farthest=-0.1) == {False}


def test_words_of_scripts_with_capitals_are_not_judged_here() -> None:
    assert _may_be("Viktor Mihaly Orban", "Виктор Орбан прибыл", farthest=-0.1) == {True}
