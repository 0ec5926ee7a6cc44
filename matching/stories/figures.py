"""The figures of a text as numbers: `$5 million`, `500万ドル`, `5 млн` and `5,000,000` are the same.

Numbers below ten and years are left out, because many events share them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

_SCALES = {
    **dict.fromkeys(("thousand", "k", "tausend", "тыс", "тысяч", "тысячи", "тысяча", "тисяч", "mil"), 1e3),
    **dict.fromkeys(("million", "millions", "m", "mn", "mio", "millionen", "millones"), 1e6),
    **dict.fromkeys(("млн", "миллион", "миллиона", "миллионов", "мільйонів"), 1e6),
    **dict.fromkeys(("billion", "billions", "bn", "mrd", "milliarden", "milliards"), 1e9),
    **dict.fromkeys(("млрд", "миллиард", "миллиарда", "миллиардов", "мільярдів"), 1e9),
    **dict.fromkeys(("trillion", "трлн"), 1e12),
}
_UNITS = {
    "천": 1e3,
    "만": 1e4,
    "억": 1e8,
    "조": 1e12,
    "千": 1e3,
    "万": 1e4,
    "萬": 1e4,
    "億": 1e8,
    "亿": 1e8,
    "兆": 1e12,
}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = "one two three four five six seven eight nine"
_WORDS = {word: 10.0 + at for at, word in enumerate(_TEENS.split())}
_WORDS |= {word: 20.0 + 10 * at for at, word in enumerate(_TENS.split())}
_WORDS |= {f"{ten}-{one}": _WORDS[ten] + at for ten in _TENS.split() for at, one in enumerate(_ONES.split(), 1)}

_PLAIN = r"\d+(?:[.,]\d+)*"
_SPACED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"  # groups of three as Russian and French write them
_EAST_ASIAN = re.compile(rf"(?<![A-Za-z\d.,])(?:{_PLAIN}[{''.join(_UNITS)}]+)+(?:{_PLAIN})?")
_PART = re.compile(rf"({_PLAIN})([{''.join(_UNITS)}]*)")
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_WESTERN = re.compile(rf"(?<![A-Za-z\d.,])({_SPACED}|{_PLAIN})(?:[ \u00a0-]?({_SCALE})\b)?(?![A-Za-z])", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_GROUPS = re.compile(r"(?<=\d)([,.])(?=\d{3}(?:\D|$))")


def figures_of(text: str) -> frozenset[float]:
    """The distinct figures of an English, German, Russian, Korean, Japanese or Chinese text."""
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
        yield sum(_value(digits, scaled=True) * math.prod(_UNITS[unit] for unit in units) for digits, units in parts)


def _western(text: str) -> Iterator[float]:
    for digits, scale in _WESTERN.findall(text):
        yield _value(digits, scaled=bool(scale)) * _SCALES.get(scale.lower(), 1.0)


def _spelt(text: str) -> Iterator[float]:
    yield from (_WORDS[word] for word in _WORD.findall(text.lower()) if word in _WORDS)


def _value(digits: str, *, scaled: bool) -> float:
    """The number: groups of three after commas, points or spaces, else decimals; of a date or version two parts.

    Before a word of scale one point is a decimal sign even before three digits (`1.234 million`), a comma is not.
    """
    separators = {found[1] for found in _GROUPS.finditer(digits)} - ({"."} if scaled else set())
    for separator in separators:
        digits = re.sub(rf"{re.escape(separator)}(?=\d{{3}}(?:\D|$))", "", digits)
    whole, _, decimals = re.sub(r"\s", "", digits).replace(",", ".").partition(".")
    return float(f"{whole}.{decimals.partition('.')[0] or 0}")
