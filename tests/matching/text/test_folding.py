from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matching.text.characters import fold_character
from matching.text.folding import fold, fold_words
from matching.text.offsets import code_points, fold_codes, original_offsets, text_of

ALPHABETS = (
    "abcdefXYZ dlDLsS '’`-‐–—.,\n\t\xa0\xad\u200b\u200d\ufeff\u2028",
    "éÉñüßæøłđıŒ\u0301\u0327\u0308ﬁ①²½Ａｂ",
    "АбвЙёї αΣς ابتةيأ־שלום",
    "김광진가각힣 金光进一 のアァカガバパーヴｶ",
    "\u1100\u1161\u11a8か\u3099ハ\u309aｶﾞ",
    "😀\U0001f468\u200d\U0001f469 𝐊𝑖 \U00020000",
    "\ud800\udfff\x00\x1f",
)
TEXTS = st.text(alphabet=st.sampled_from("".join(ALPHABETS)), max_size=40) | st.text(max_size=30)


def slow_fold(text: str) -> list[str]:
    """The definition, character by character."""
    composed = re.sub("[\u1100-\u11ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]", _compose, text)
    loose = re.sub("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a\uff9e\uff9f]", " ", composed)
    cased = "".join(map(fold_character, loose))
    cased = re.sub(r"(?<!')'[sS](?= )", " ", f" {cased} ")
    plain = re.sub(r"(?<= )([a-z]{2,6}|[A-Z][a-z]{3,5})'(?=[A-Z])", r"\1 ", cased).casefold()
    plain = re.sub(r"(?<=')'|'(?=')", " ", plain)
    elided = r"[dl](?=')|(?:n|qu|dell|all|nell|dall|sull|coll|quell|un|c)(?='[aeiouyh])"
    plain = re.sub(rf"(?:(?<=[ '])(?:{elided})|(?<=[szi])qu(?='[aeiouyh]))'", lambda found: f"{found[0][:-1]} ", plain)
    return plain.replace("'", "").split()


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("it''s d'''Asad 's ''")
@example("ll'd 's''xx'.sd")
@example("C'A n'a lorsqu'il dell'A N'golo")
@example("aa`A anch'Enrico Anch'Enrico ab'S abcdefg'H Abc'D 'ab'C")
@example("lot of time. \U0001f641\n\nSmart")
def test_fast_folding_is_the_slow_definition(text: str) -> None:
    assert fold(text).plain.decode().split() == slow_fold(text)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_words_are_between_single_spaces_and_keep_their_length(text: str) -> None:
    folded = fold(text)
    assert b"  " not in folded.plain
    assert folded.plain.startswith(b" ")
    assert folded.plain.endswith(b" ")
    assert len(folded.cased.decode()) == len(folded.plain.decode())
    assert folded.count == len(folded.plain.split())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_each_word_folds_from_its_span_in_the_original(text: str) -> None:
    folded = fold(text)
    end = 0
    for number in range(folded.count):
        start, stop = folded.span(number, number)
        assert 0 <= start < stop <= len(text)
        assert start >= end - 1  # a ligature may be two words
        assert folded.word(number) in fold(f" {text[start:stop]} ").plain.decode()
        end = stop


def fold_by_code_points(text: str) -> list[str]:
    """The text in its case and in small letters, folded by code points."""
    return list(map(text_of, fold_codes(code_points(text))))


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(alphabet="abs dlDL''’ S\xad\u200bßÆéµ.,", max_size=16))
@example("ŉ’s ™№ﬁ ½ «l'ﬁ»")
def test_folding_by_bytes_equals_folding_by_code_points(text: str) -> None:
    folded = fold(text)
    assert [folded.cased.decode(), folded.plain.decode()] == fold_by_code_points(text)
    assert fold_words(text) == tuple(folded.plain.decode().split())


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(alphabet="abs dlDL''’ S\xad\u200bßÆéµ.,“…", max_size=16))
def test_offsets_by_bytes_equal_offsets_by_code_points(text: str) -> None:
    found = [values.tolist() for values in fold(text)._original_offsets]
    assert found == [values.tolist() for values in original_offsets(text)]


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(alphabet="abs dlDL''’ S\xad\u200bßÆéµ.,“…", max_size=16))
def test_spans_of_words_and_their_parts_follow_from_those_of_characters(text: str) -> None:
    folded = fold(text)
    starts, ends = original_offsets(text)
    letters = folded.plain.decode()
    borders = [place for place, letter in enumerate(letters) if letter == " "]
    for number, (before, behind) in enumerate(pairwise(borders)):
        assert folded.spans[0][number] == starts[before + 1]
        assert folded.spans[1][number] == ends[behind - 1]
        for first, last in ((before + 1, behind), (before + 1, before + 2), (behind - 1, behind)):
            begin, end = (len(letters[:place].encode()) for place in (first, last))
            found = folded.original_span(begin, end)
            assert found[0] == starts[first]
            assert all(map(unicodedata.combining, text[ends[last - 1] : found[1]]))


@pytest.mark.parametrize("code", range(0x250))
def test_every_western_character_folds_alike_beside_letters_borders_and_apostrophes(code: int) -> None:
    text = f"a{chr(code)}b {chr(code)}'s d{chr(code)}'{chr(code)}x's{chr(code)} {chr(code)}"
    assert fold(text).cased.decode() == fold_by_code_points(text)[0]


def test_more_characters_of_several_letters_than_there_are_bytes_for() -> None:
    text = " ".join(map(chr, [*range(0x3371, 0x33FF), *range(0x1F110, 0x1F1AD), *range(0xFB00, 0xFB07), ord("ß")]))
    assert fold(text).plain.decode().split() == slow_fold(text)


@pytest.mark.parametrize("letters", ["ȺbⱮc", "ᲀлад", "\ua7aad"])
def test_small_letters_are_as_long_as_capitals(letters: str) -> None:
    assert len(fold(letters).cased) == len(fold(letters).plain)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kim Kwang‑jin’s", "kim kwang jin"),
        ("Choe Ryo'ng", "choe ryong"),
        ("‘d'Artagnan’", "d artagnan"),
        ("Kim's\u200b firm", "kim firm"),
        ("l’Asad et d'Estaing", "l asad et d estaing"),
        ("Kwang-\njin", "kwang jin"),
        ("Zhen\xadxing W\u200bang", "zhenxing wang"),
        ("e\u0301 é Ｋｉｍ", "e e kim"),
        ("金光进", "金 光 进"),
        ("バラク・オバマ", "バラク オバマ"),
        ("\u1100\u1175\u11b7", "김"),
        ("Straße Łódź Ærø", "strasse lodz aero"),
        ("Wang² said", "wang said"),
    ],
)
def test_folding(text: str, words: str) -> None:
    assert " ".join(fold_words(text)) == words


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_forms_fold_alike(form: str) -> None:
    text = "José Müller 김광진 がぎ Ёлкин Ελένη"
    assert fold(unicodedata.normalize(form, text)).plain == fold(text).plain


def test_spans_give_the_words_of_the_original() -> None:
    text = "“Ｚｈｅｎｘｉｎｇ” e\u0301migre\u0301s 김광진이, 金光进 😀 Wang’s"
    folded = fold(text)
    found = [text[slice(*folded.span(number, number))] for number in range(folded.count)]
    assert found == ["Ｚｈｅｎｘｉｎｇ", "e\u0301migre\u0301s", "김광진이", "金", "光", "进", "Wang"]
