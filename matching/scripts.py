"""Which scripts write words with borders around them, and which do not."""

from __future__ import annotations

import re

_HAN_AND_KANA = r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_BORDERLESS_START = re.compile(rf"[{_HAN_AND_KANA}]")
_BORDERLESS_END = re.compile(rf"[{_HAN_AND_KANA}{_HANGUL}]$")
_ANY_HANGUL = re.compile(rf"[{_HANGUL}]")


def starts_anywhere(text: str) -> bool:
    """True if `text` begins with Han or kana, which are written without borders between words."""
    return _BORDERLESS_START.match(text) is not None


def goes_on(text: str) -> bool:
    """True if a word that ends as `text` does may go on: Han and kana have no borders, Hangul adds its particles."""
    return _BORDERLESS_END.search(text) is not None


def is_small_letter(letter: str) -> bool:
    """True for a small letter of a script in which names have capitals; Georgian has them for emphasis only."""
    return letter.islower() and not "ა" <= letter <= "ჿ"


def has_hangul(text: str) -> bool:
    """True if a Hangul letter or syllable stands in `text`."""
    return _ANY_HANGUL.search(text) is not None


def has_borders(text: str) -> bool:
    """True if both ends of `text` are word borders in running text, as in Latin, Cyrillic or Arabic script."""
    return not starts_anywhere(text) and not goes_on(text)
