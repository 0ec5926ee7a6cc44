"""Numbers of units, banks and companies in words and figures: Third Battalion and 3rd, Two Brothers and 2 Brothers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.tables.numerals import CARDINALS, ORDINALS

_IN_FIGURES = re.compile(r"([1-9]\d?)(?:st|[nr]?d|th)")
GLUED_FIGURES = re.compile(r"(?<=[^\W\d_]{4})(?=\d)|(?<=\d)(?=[^\W\d_]{4})")
"""Between figures and a word without a space: 7Rivers, Delta4."""
_SUFFIXES = {1: ("st",), 2: ("nd", "d"), 3: ("rd", "d")}  # in America 2d and 3d
_TEENS = range(11, 14)  # eleventh, not eleven-first
_ORDINAL_OF = {value: word for word, value in ORDINALS.items()}
_CARDINAL_OF = {figures: word for word, figures in CARDINALS.items()}


def has_glued_figures(text: str) -> bool:
    """True if figures are written together with a word of four letters and more."""
    return GLUED_FIGURES.search(text) is not None


def with_other_numbers(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The folded words of a name with its first number in each other form; nothing if it has none."""
    for place, word in enumerate(words):
        pair = " ".join(words[place : place + 2])
        if forms := _forms(pair) or _forms(word):
            behind = words[place + (2 if pair in ORDINALS else 1) :]
            yield from ((*words[:place], *form.split(), *behind) for form in forms)
            return


def is_written_number(word: str) -> bool:
    """True for a folded word that is a number in words, or an ordinal or its end in any form: two, third, 3rd."""
    return word in ORDINALS or word in CARDINALS or (word[0].isdigit() and _IN_FIGURES.fullmatch(word) is not None)


def _forms(number: str) -> tuple[str, ...]:
    if other := CARDINALS.get(number) or _CARDINAL_OF.get(number):
        return (other,)
    figures = _IN_FIGURES.fullmatch(number)
    value = int(figures[1]) if figures else ORDINALS.get(number)
    if value is None:
        return ()
    last = value % 10
    suffixes = ("th",) if value in _TEENS or last not in _SUFFIXES else _SUFFIXES[last]
    return (_ORDINAL_OF[value], *(f"{value}{suffix}" for suffix in suffixes), str(value))
