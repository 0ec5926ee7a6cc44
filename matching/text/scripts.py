"""Scripts with and without borders between words."""

from __future__ import annotations

import re
import unicodedata

_HAN_AND_KANA = r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_THAI_LAO_BURMESE_KHMER = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_WITHOUT_BORDERS_START = re.compile(rf"[{_HAN_AND_KANA}{_THAI_LAO_BURMESE_KHMER}]")
_WITHOUT_BORDERS_END = re.compile(rf"[{_HAN_AND_KANA}{_THAI_LAO_BURMESE_KHMER}{_HANGUL}]$")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff]")
_WITH_CAPITALS = re.compile("[\u0370-\u052f\u0531-\u0587]")  # Greek, Cyrillic, Armenian
_ANY_HANGUL = re.compile(rf"[{_HANGUL}]")


def starts_without_border(text: str) -> bool:
    """True if `text` begins in a script without borders between words: Han, kana, Thai, Lao, Burmese, Khmer."""
    return _WITHOUT_BORDERS_START.match(text) is not None


def may_continue(text: str) -> bool:
    """True if more letters may follow `text` in running text: no word borders, or Hangul, which appends particles."""
    return _WITHOUT_BORDERS_END.search(text) is not None


def is_word_fragment(before: str, text: str, after: str) -> bool:
    """True if `text` is part of a longer word: katakana goes on beside it, or a vowel sign follows.

    `before` and `after` are the characters around it in the same folded word, "" if there are none.
    """
    if not (before or after):
        return False
    seams = ((before[-1:], text[:1]), (text[-1:], after[:1]))
    in_katakana = any(_KATAKANA.match(one) and _KATAKANA.match(other) for one, other in seams)
    return in_katakana or (after != "" and unicodedata.category(after[0]).startswith("M"))


def has_hangul(text: str) -> bool:
    """True if `text` contains a Hangul letter or syllable."""
    return _ANY_HANGUL.search(text) is not None


def has_word_borders(text: str) -> bool:
    """True if `text` has a word border at both ends in running text, as in Latin, Cyrillic or Arabic script."""
    return not starts_without_border(text) and not may_continue(text)


def is_han(text: str) -> bool:
    """True if `text` begins with a Han character."""
    return _HAN.match(text) is not None


def is_without_capitals(word: str) -> bool:
    """True for a folded word of a script in which names have no capitals: Arabic, Hebrew, Thai, Georgian and others."""
    return not word.isascii() and _WITH_CAPITALS.search(word) is None
