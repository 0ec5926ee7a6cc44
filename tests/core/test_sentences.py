"""Sentences: where they end, in the scripts and languages of the press."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences import BreakKind, sentence_around, sentence_breaks


def sentences(text: str) -> list[str]:
    start, found = 0, []
    for one in sentence_breaks(text):
        found.append(text[start : one.end])
        start = one.start
    return [*found, text[start:]] if start < len(text) else found


# "|" is where one sentence ends and the next begins, in place of the space there.
DIVIDED = {
    "signs": "He left.|She stayed!|Did they?|They did…|And then?!|Nothing...|The end.",
    "quotes behind the sign": "“He fled.”|She said so.|'No!'|(It was late.)|Then [He left.]|“(So.)”|End",
    "German, French and reversed quotes": "„Er ging.“|Dann kam sie.|« Il part ! »|Elle reste.|»Ja.«|Nein.",
    "quotes before the next sentence": "He left.|“Why?” she asked.|‘Go.’|«Oui.»",
    "a question within one": "“Is he guilty?” he asked.|“Stop!” cried Kim.|He paused… and left.|Yahoo! said no.",
    "titles": "Mr. Kim met Gen. Pak, Sen. Lee, Rep. Cho, Gov. Han and Dr. Ri.|Then Prof. Wang left.",
    "companies and generations": "Acme Inc. Chairman Kim Jr. Sued Acme Co. Ltd. There.|He won.",
    "numbered": "See No. 5 of Dec. 12 and Nr. 7 there.|She said no.|He came in Dec.|They left.",
    "initials": "J. Q. Smith met J.-B. Kim of the U.S. Treasury, e.g. “The Bank”.|All was quiet.",
    "decimal numbers": "It cost $3.5 million or 1.234,5 won.|Then 5,000.|In 2019.|Version 3.11 came.",
    "ordinals of one digit": "Am 5. Mai kam er.|Dann ging er.",
    "no space": "example.com/a.B and A.I.D.B stay one",
    "small letters": "approx. half, ca. “three” of etc. and so on.|Then",
    "brackets": "Der Autor ist verstorben.|(nz)",
    "Korean": "김광진은 달아났다.|그것이 답.|“갔다.”|그는 말했다.",
    "Russian": "Его зовут И. И. Иванов.|Он ушёл.|Почему?|Никто не знает.",
    "Greek": "Έφυγε ο Κ. Παπάς.|Γιατί;",
    "Georgian, which has no capitals": "ის წავიდა.|ქიმი დარჩა.",
    "Arabic and Urdu": "رحل كيم.|لماذا؟|لا أحد يعلم.|وہ چلا گیا۔|کم رہا۔",
    "Hindi and Bengali": "वह चला गया।|किम रुका।|সে চলে গেছে।|কিম আছে।",
    "Armenian": "Նա գնաց։|Կիմը մնաց։",
}


@pytest.mark.parametrize("text", DIVIDED.values(), ids=DIVIDED)
@pytest.mark.parametrize("white", [" ", "\n", "\n\n", "\u00a0", " \n"])
def test_sentences_end_where_readers_end_them(text, white):
    assert [one.rstrip() for one in sentences(text.replace("|", white))] == text.split("|")


def test_a_line_ends_a_sentence_without_a_sign():
    assert sentences("Headline\nKim fled\n\nMore") == ["Headline", "Kim fled", "More"]


def test_chinese_and_japanese_signs_need_no_space():
    assert sentences("昨日。「金光鎮は逃げた。」今日！？彼は３.５歳。 終わり") == [
        "昨日。",
        "「金光鎮は逃げた。」",
        "今日！？",
        "彼は３.５歳。",
        "終わり",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He left. Kim", BreakKind.SIGN),
        ("He left.\nKim", BreakKind.SIGN),
        ("逃げた。金", BreakKind.SIGN),
        ("Headline\nKim", BreakKind.LINE),
        ("Mr.\nKim", BreakKind.WRAPPED),
        ("J.\nKim", BreakKind.WRAPPED),
        ("approx.\nhalf", BreakKind.WRAPPED),
    ],
)
def test_a_break_says_what_divides(text, kind):
    assert [one.kind for one in sentence_breaks(text)] == [kind]


@given(st.text(alphabet="aA1 .?!…\n。」”\"'(é가", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_only_white_space_is_lost_between_sentences(text, one, other):
    start, end = sorted((one, other))
    position = start
    for found in sentence_breaks(text, start, end):
        assert position <= found.end <= found.start <= end
        assert not text[found.end : found.start].strip()
        position = found.start


@given(
    st.text(alphabet="aA .?\n。”", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 9), st.integers(0, 70)
)
def test_the_sentence_around_a_word_holds_it_within_reach(text, start, length, reach):
    start = min(start, len(text))
    end = min(len(text), start + length)
    first, last = sentence_around(text, start, end, reach)
    assert max(0, start - reach) <= first <= start
    assert end <= last <= min(len(text), end + reach)


def test_a_mention_across_two_sentences_gets_both():
    text = "One. He met Kim. Pak stayed. Four."
    start = text.index("Kim")
    assert text[slice(*sentence_around(text, start, text.index(" stayed"), 100))] == "He met Kim. Pak stayed."
