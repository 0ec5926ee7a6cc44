"""Names that are only heard need their words near enough to what is written; without capitals none may be missing."""

from __future__ import annotations

from dataclasses import replace

from core.records import TextField
from matching.mentions.heard_names import HeardNames
from matching.text.passage import passage_of
from tests.matching.conftest import matcher_for

_MARGIN = 7  # words


def _may_be(name: str, text: str, *, farthest: float = 0.17) -> set[bool]:
    compiled, passage = matcher_for(name).compiled, passage_of(TextField.TEXT, text)
    lexicon = compiled.lexicon
    listed_words = lexicon.candidates.listed_words(passage)
    scale = replace(compiled.scale, heard_few=farthest, heard_per_consonant=0.0)
    heard = HeardNames(lexicon, passage, listed_words, scale)
    return {
        heard.may_be(lexicon.identifying_words(number), first, last, _MARGIN)
        for number, first, last in lexicon.candidates.find(listed_words)
    }


def test_no_word_of_a_name_may_be_missing_without_capitals() -> None:
    assert _may_be("Viktor Mihaly Orban", "وقال فيكتور ميهالي أوربان يوم الاثنين") == {True}
    assert _may_be("Viktor Mihaly Orban", "وقال فيكتور أوربان يوم الاثنين") == {False}


def test_the_words_of_a_name_are_near_on_average() -> None:
    assert _may_be("Viktor Orban", "וויקטור אורבן הגיע") == {True}
    assert _may_be("Viktor Orban", "וויקטור אורבן הגיע", farthest=-0.1) == {False}


def test_with_capitals_a_part_may_be_missing_if_the_others_sound_the_same() -> None:
    assert _may_be("Markus Mihaly Velten", "Суду ответил Маркус Велтен утром", farthest=-0.1) == {True}
    assert _may_be("Markus Mihaly Velten", "Суду ответил Маркеус Велетен утром", farthest=-0.1) == {False}


def test_a_part_may_be_an_initial_or_a_small_letter_behind_a_hyphen() -> None:
    assert _may_be("Markus Mihaly Velten", "Суду ответил Маркеус М. Велетен", farthest=-0.1) == {True}
    assert _may_be("Markus Velten Mihaly", "Суду ответил Маркеус Велетен-михай", farthest=-0.1) == {True}
    assert _may_be("Markus Velten Mihaly", "Суду ответил Маркеус Велетен михай", farthest=-0.1) == {False}


def test_words_that_are_spelt_are_not_judged_here() -> None:
    assert _may_be("Viktor Mihaly Orban", "Виктор Орбан прибыл", farthest=-0.1) == {True}


def test_a_whole_korean_name_in_one_word_is_all_of_it() -> None:
    assert True in _may_be("Kim Chol-su", "어제 김철수 회장이 말했다")
    assert True not in _may_be("Kim Chol", "어제 김철수 회장이 말했다")


def test_words_in_hangul_are_left_out_where_a_word_of_the_name_is_missing() -> None:
    assert _may_be("Branko Tesla", "어제 브랑코 테슬라 회장이 말했다") == {True}
    assert _may_be("Branko Mihaly Tesla", "어제 브랑코 테슬라 회장이 말했다") == {False}
