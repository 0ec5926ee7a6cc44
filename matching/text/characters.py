"""What one character becomes when text is folded: the definition that all of folding agrees with."""

from __future__ import annotations

import unicodedata
from typing import Literal

from matching.tables.han_variants import HAN_VARIANTS

APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽʾʿˈ＇ʹ՚׳ߴߵ‵")
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
}


def fold_character(character: str) -> str:
    """What one code point becomes: letters in their case, a space for a word border, or nothing; the apostrophe stays.

    Superscript and circled numbers are borders: in news they are footnotes. Traditional and Japanese forms of a Han
    character become its simplified one.
    """
    if character in APOSTROPHES:
        return "'"
    if (merged := _MERGED.get(character)) is not None:
        return merged
    if unicodedata.category(character) in {"No", "Cs"}:
        return " "
    if "가" <= character <= "힣":
        return character
    kana = unicodedata.normalize("NFKC", character)
    voiced = "\u3040" <= kana <= "\u30ff"  # a voicing mark makes another letter, it is no accent
    form: Literal["NFC", "NFKD"] = "NFC" if voiced else "NFKD"
    folded = "".join(map(_fold_part, unicodedata.normalize(form, kana)))
    if folded.isspace():
        return " "
    folded = HAN_VARIANTS.get(folded, folded)
    return f" {folded} " if _is_a_word_by_itself(folded) else folded


def _fold_part(character: str) -> str:
    """A decomposed character without its marks; vowel signs of Indian scripts, which combine with nothing, stay.

    A capital is as long as its small letter, in letters and in bytes, or it is small from the outset.
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


def _is_a_word_by_itself(character: str) -> bool:
    """True for Han ideographs and hiragana, which are written without spaces."""
    return len(character) == 1 and (
        "\u3040" <= character <= "\u309f"
        or "\u3400" <= character <= "\u4dbf"
        or "\u4e00" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )
