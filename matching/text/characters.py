"""Folding of a single character: the definition that all ways of folding a text must equal."""

from __future__ import annotations

import unicodedata
from typing import Literal

from matching.tables.han_variants import HAN_VARIANTS

APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽʾʿˈ＇ʹ՚׳ߴߵ‵")
_ACCENTS_APART = "¨¯¸˘˙˚˛˜˝ˇ"  # no part of a letter, as programs leave them that read print: Cavus¸ for Çavuş
_MERGED = {  # letters whose difference is one of alphabet or keyboard, which Unicode does not decompose
    **dict(zip("øØłŁđĐðÐħĦŧŦıŋŊəƏɨʉ", "oOlLdDdDhHtTinNaAiu", strict=True)),
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "þ": "th",
    "Þ": "Th",
    "ß": "ss",
    "ẞ": "Ss",
    **dict(zip("ىیېئکڪگهةۀؤۃـ", ["ي", "ي", "ي", "ي", "ك", "ك", "ك", "ه", "ه", "ه", "و", "ه", ""], strict=True)),
    "ς": "σ",
    **dict.fromkeys(_ACCENTS_APART, ""),
}


_TRADE_SIGNS = "™℠"  # small letters that belong to no word


def fold_character(character: str) -> str:
    """The folded code point: letters in their case, a space for a word border, or nothing; apostrophes become "'".

    Superscript and circled numbers become borders: in news they are footnotes. Traditional and Japanese forms of a Han
    character become the simplified one.
    """
    if character in APOSTROPHES:
        return "'"
    if (merged := _MERGED.get(character)) is not None:
        return merged
    if unicodedata.category(character) in {"No", "Cs"} or character in _TRADE_SIGNS:
        return " "
    if "가" <= character <= "힣":
        return character
    kana = unicodedata.normalize("NFKC", character)
    voiced = "\u3040" <= kana <= "\u30ff"  # a voicing mark makes another letter and is no accent
    form: Literal["NFC", "NFKD"] = "NFC" if voiced else "NFKD"
    folded = "".join(map(_fold_part, unicodedata.normalize(form, kana)))
    if folded.isspace():
        return " "
    folded = HAN_VARIANTS.get(folded, folded)
    return f" {folded} " if _is_single_word(folded) else folded


def _fold_part(character: str) -> str:
    """A decomposed character without combining marks; vowel signs of Indian scripts (combining class 0) stay.

    A capital whose small letter has another length, in letters or in bytes, becomes small here.
    """
    category = unicodedata.category(character)
    if category == "Cf" or unicodedata.combining(character) or "\ufe00" <= character <= "\ufe0f":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category[0] not in "LNM":
        return " "
    merged = _MERGED.get(character, character)
    small = merged.casefold()
    return merged if len(small) == len(merged) and len(small.encode()) == len(merged.encode()) else small


def _is_single_word(character: str) -> bool:
    """True for Han ideographs and hiragana: they are written without spaces, so each is taken as a word."""
    return len(character) == 1 and (
        "\u3040" <= character <= "\u309f"
        or "\u3400" <= character <= "\u4dbf"
        or "\u4e00" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_one_character(word: bytes) -> bool:
    """True for the UTF-8 of one code point, which its first byte gives the length of."""
    return bool(word) and len(word) == _BYTES_OF_CHARACTER[word[0]]


_BYTES_OF_CHARACTER = [1] * 0xC0 + [2] * 0x20 + [3] * 0x10 + [4] * 0x10
