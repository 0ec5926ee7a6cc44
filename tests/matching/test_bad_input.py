from __future__ import annotations

import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import Band, ReasonCode, Zone, ZoneKind
from tests.matching.conftest import article, matcher_for, matcher_of

MATCHER = matcher_for(
    "Kim Kwang-jin", "Zhenxing Wang", "Владимир Зеленко", "Muhammad Ali al-Rawi", "박서연", "贺兰明", "J. C. Li"
)
_LATIN = "Kim|Kwang|jin|-| |Wang|Zhenxing|and|,|. |\n|“|'|(|al|J|.|Li|KwangJin|II"
_OTHER = "\ud800|박서연|이|贺|兰|明|e\u0301|\u200b|Владимир|Зеленко|\u1100\u1161|😀"
PIECES = [*_LATIN.split("|"), *_OTHER.split("|")]
SECONDS = 20  # of CPU on a slow machine


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "\udfff\ud800", "\x00\x01\xff", "'", "''''", "Kim", "\u0301", "😀"]
)
def test_odd_texts_have_no_hits(text) -> None:
    assert MATCHER.match(article(text, text)) == ()


@pytest.mark.parametrize("sign", "ЪЬъьᲆッー")
def test_a_lone_sign_of_which_no_latin_letter_is_left_is_no_name(sign) -> None:
    assert matcher_for("Jane Roe").match(article(f"{sign} met {sign}{sign}.")) == ()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_is_read_surfaces_are_their_offsets(text) -> None:
    for hit in MATCHER.match(article(text, text)):
        assert all(0 <= one.start < one.end <= len(text) for one in hit.mentions)
        assert all(text[one.start : one.end] == one.surface for one in hit.mentions)


HOSTILE = {
    "names": "Kim Kwang-jin met Zhenxing Wang. ",
    "one word": "Kim ",
    "words": "Kim Wang Li Ali ",
    "one token": "x",
    "quotes": "' ",
    "joined": "KimWang",
    "marks": "é\u0301\ud800\x00",
    "ligatures": "ﬁ",
    "jamo": "\u1100\u1161",
    "initials": "A. B. C. ",
    "heard": "زينكسين ",
    "heard in two scripts": "ジェンシン وانغ ",
    "one syllable": "и 광",
    "hashtags of many words": f"#{'Ab' * 80} ",
    "rows": "Surname | First name\nKim | Kwang-jin\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end_in_bounded_time(piece) -> None:
    assert_bounded(piece * (200_000 // len(piece)))


def test_ten_megabytes_end_in_bounded_time() -> None:
    assert_bounded("Kim Kwang-jin met Zhenxing Wang. " * 300_000)


def assert_bounded(text: str) -> None:
    began = time.process_time()
    hits = MATCHER.match(article(text))
    assert time.process_time() - began < SECONDS
    assert all(len(hit.mentions) <= 50 for hit in hits)


def test_a_hundred_thousand_hits_are_counted_and_fifty_are_kept() -> None:
    (hit,) = MATCHER.match(article("Kim Kwang-jin. " * 100_000))
    assert len(hit.mentions) == 50
    assert hit.reasons[-1].facts["count"] >= 200


def test_zones_that_are_many_or_odd() -> None:
    text = "Kim Kwang-jin was there. " * 2000
    zones = [Zone(start, start + 5, ZoneKind.DOUBTFUL) for start in range(0, len(text), 5)]
    (hit,) = MATCHER.match(article(text, zones=zones))
    assert hit.band == "review"


def test_a_list_without_actors_finds_nothing() -> None:
    assert matcher_of("actors: []\n").match(article("Kim Kwang-jin")) == ()


def _two_words(number: int) -> tuple[str, str]:
    letters = "bdfgklmnprstvz"
    given, family = (
        "".join(letters[number * step // 14**place % 14] + vowel for place, vowel in enumerate("aeio"))
        for step in (17, 31)
    )
    return given.capitalize(), family.capitalize()


def test_a_page_of_a_thousand_names_in_other_spellings_is_read_whole() -> None:
    names = [_two_words(number) for number in range(1000, 2000)]
    page = "; ".join(f"{given} {family}h" for given, family in names)
    matcher = matcher_for(*(f"{given} {family}" for given, family in names))
    assert len(matcher.match(article(f"They are: {page}."))) == len(names)


def test_where_comparison_ends_in_a_text_of_more_possible_names_is_said() -> None:
    words = [_two_words(number)[1] for number in range(1000, 1012)]
    listed = [" ".join(pair) for pair in permutations(words, 2)]
    text = f"{listed[0]} came. " + " ".join(f"{words[number * 5 % 12]}h" for number in range(3_000))
    hits = matcher_for(*listed).match(article(text))
    said = [[reason.facts["from"] for reason in hit.reasons if reason.code is ReasonCode.NOT_COMPARED] for hit in hits]
    assert hits
    assert all(len(words) == 1 and words[0] in text for words in said)


def test_a_table_of_a_thousand_names_is_read_whole() -> None:
    names = [_two_words(number) for number in range(1000, 2000)]
    rows = "\n".join(f"{number} | {family.upper()} | {given}" for number, (given, family) in enumerate(names))
    hits = matcher_for(*(" ".join(name) for name in names)).match(article(f"No. | Surname | First name\n{rows}"))
    assert len(hits) == len(names)
    assert {hit.band for hit in hits} == {Band.ALERT}
