"""Readings of a name in Latin letters: how it would be spelt in English if another country's press had written it.

    Choroschilow  ─►  khoroshilov, khorozhilov      German: sch is sh or zh, ch is kh
    Soerjadi      ─►  suryadi                       Indonesia before 1972: oe is u, dj is j, j is y
    Yushchenko    ─►  yuscenko                      Slavic and Baltic languages, whose carons are folded away

Sounds are compared later (`similarity.py`), so a reading need not be exact. A folded word has none in most cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class _Press(NamedTuple):
    """One of the `signs` shows the press; its letters are replaced in turn."""

    signs: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]


_KEPT = (("S", "shch"), ("C", "ch"))
_PRESSES = (
    _Press(("sch",), (("schtsch", "S"), ("tsch", "C"), ("sch", "zh"), ("ch", "kh"), *_KEPT)),  # German, where it is zh
    _Press(("cz", "sz"), (("szcz", "S"), ("cz", "C"), ("sz", "sh"), ("ch", "kh"), *_KEPT)),  # Polish
    _Press(("dj",), (("dj", "d"),)),  # đ, folded to d
    _Press(
        ("sh", "zh", "kh", "ts"), (("shch", "sc"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"), ("ts", "c"))
    ),  # the English spelling as Slavic and Baltic languages have it, without carons
    _Press(("oe", "dj", "tj"), (("dj", "J"), ("tj", "C"), ("j", "y"), ("oe", "u"), ("J", "j"), ("C", "c"))),  # Dutch
    _Press(("x",), (("x", "kh"), ("q", "k"))),  # Azerbaijani, Uzbek
)
_GERMAN_Z = re.compile(r"(?<=[aeioulnr])s(?=[aeiou])")
_GERMAN_KH = re.compile(r"(?<![st])ch")
_PLAIN_H = re.compile(r"(?<![bcdgkpstwz])h(?=[aeiou])")
_BALTIC_ENDING = re.compile(r"(?<=ov|ev|in)a?s$|(?<=ski|cki)s$")
_TURKISH_J = frozenset({"ca", "ce", "ci", "cu"})
_SHORTEST_WITH_ARTICLE = 5  # letters: Paul and Raul have none


def readings(word: str) -> Iterator[str]:
    """The other readings of a folded word in Latin letters; some may come twice."""
    for signs, letters in _PRESSES:
        if any(sign in word for sign in signs):
            yield replace_each(word, letters)
    if "ch" in word:
        yield from _with_kh(word)
    elif "j" in word:
        yield word.replace("c", "ts").replace("j", "y")
    if word[-1] == "s" and (stem := _BALTIC_ENDING.sub("", word)) != word:
        yield stem  # Ivanovs, Ivanovas
        yield from readings(stem)
    if "h" in word and (with_g := _PLAIN_H.sub("g", word)) != word:
        yield with_g  # Russian has г for h: Gadzhiev, Hajiyev
    if word[:2] in _TURKISH_J:
        yield f"j{word[1:]}"  # Cemal is Jamal
    if word.endswith("ul") and len(word) > _SHORTEST_WITH_ARTICLE:
        yield word[:-2]  # Saiful Islam is Sayf al-Islam


def _with_kh(word: str) -> Iterator[str]:
    """German, Polish and Czech ch as kh: Chodorkowski; a German s between vowels is z."""
    with_kh = _GERMAN_KH.sub("kh", word)
    yield with_kh.replace("c", "ts").replace("j", "y") if "j" in word else with_kh
    if "sch" in word:
        yield _GERMAN_Z.sub("z", with_kh)


def replace_each(text: str, letters: tuple[tuple[str, str], ...]) -> str:
    """The text with each pair (old, new) replaced in turn; `str.translate` is slow where a letter is not ASCII."""
    for old, new in letters:
        text = text.replace(old, new)
    return text
