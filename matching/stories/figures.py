"""The figures of a text as numbers: `$5 million`, `500万ドル` and `5,000,000` are the same.

Numbers below ten and years are left out, because many events share them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

_SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
}
_UNITS = {"천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12, "千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = "one two three four five six seven eight nine"
_WORDS = {word: 10.0 + at for at, word in enumerate(_TEENS.split())}
_WORDS |= {word: 20.0 + 10 * at for at, word in enumerate(_TENS.split())}
_WORDS |= {f"{ten}-{one}": _WORDS[ten] + at for ten in _TENS.split() for at, one in enumerate(_ONES.split(), 1)}

_PLAIN = r"\d+(?:[.,]\d+)*"
_EAST_ASIAN = re.compile(rf"(?<![A-Za-z\d.,])(?:{_PLAIN}[{''.join(_UNITS)}]+)+(?:{_PLAIN})?")
_PART = re.compile(rf"({_PLAIN})([{''.join(_UNITS)}]*)")
_WESTERN = re.compile(rf"(?<![A-Za-z\d.,])({_PLAIN})(?:[ -]?({'|'.join(_SCALES)})\b)?(?![A-Za-z])", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def figures_of(text: str) -> frozenset[float]:
    """The distinct figures of an English, Korean or Japanese text."""
    found = {*_east_asian(text), *_western(_EAST_ASIAN.sub(" ", text)), *_spelt(text)}
    return frozenset(figure for figure in found if figure >= 10 and not _is_year(figure))


def significant_digits(figure: float) -> int:
    """The number of significant digits: 1 for 5,000,000, 3 for 915,000."""
    return len(f"{figure:.12g}".replace(".", "").partition("e")[0].strip("0")) or 1


def _is_year(figure: float) -> bool:
    return 1900 <= figure < 2100 and math.floor(figure) == figure


def _east_asian(text: str) -> Iterator[float]:
    for found in _EAST_ASIAN.finditer(text):
        parts = _PART.findall(found[0])
        yield sum(_value(digits) * math.prod(_UNITS[unit] for unit in units) for digits, units in parts)


def _western(text: str) -> Iterator[float]:
    for digits, scale in _WESTERN.findall(text):
        yield _value(digits) * _SCALES.get(scale.lower(), 1.0)


def _spelt(text: str) -> Iterator[float]:
    yield from (_WORDS[word] for word in _WORD.findall(text.lower()) if word in _WORDS)


def _value(digits: str) -> float:
    """The number: groups of three after commas, a point before decimals; of a date or version the first two parts."""
    whole, _, decimals = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".").partition(".")
    return float(f"{whole}.{decimals.partition('.')[0] or 0}")
