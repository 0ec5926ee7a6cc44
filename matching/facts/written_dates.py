"""Dates as articles write them, in the languages whose months are known, with those that are known in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from matching.tables.birth_words import CIRCA
from matching.tables.months import ERAS, MONTHS
from matching.watchlist.partial_dates import PartialDate, of_parts, partial_date

_ABOUT_DAYS = 2 * 366
_FEW_YEARS = 27  # a year of two digits up to here may be of this century


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at `[start, end)` of a text; `dates` are the days that it may mean, two for 02/03/1987."""

    start: int
    end: int
    dates: tuple[PartialDate, ...]


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """The dates in a part of the text that have a year of four digits, in order."""
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        if dates := tuple(_dates(found)):
            yield WrittenDate(found.start(), found.end(), dates)


def _dates(found: re.Match[str]) -> Iterator[PartialDate]:
    slack = _ABOUT_DAYS if found["circa"] else 0
    for parts in _parts(found):
        try:
            date = partial_date(f"{parts[0]} to {parts[1]}") if found["y5"] else of_parts(*parts)
        except ValueError:
            continue
        yield replace(date, slack=slack)


def _parts(found: re.Match[str]) -> Iterator[tuple[int, ...]]:
    """Year, month and day, as far as they are there; the two years of a span."""
    if found["y5"]:
        yield int(found["y5"]), int(found["y6"])
    elif found["y1"]:
        yield int(found["y1"]), MONTHS[_small(found["m1"])], int(found["d1"])
    elif found["y2"]:
        yield int(found["y2"]), MONTHS[_small(found["m2"])], int(found["d2"])
    elif found["y3"]:
        first, second, year = int(found["a3"]), int(found["b3"]), int(found["y3"])
        yield from dict.fromkeys(((year, second, first), (year, first, second)))
    elif found["era"]:
        number = 1 if found["y10"] == "元" else int(found["y10"])
        yield tuple(int(part) for part in (ERAS[found["era"]] + number, found["m10"], found["d10"]) if part)
    elif found["y9"]:
        first, second, year = int(found["a9"]), int(found["b9"]), int(found["y9"])
        centuries = (1900, 2000) if year < _FEW_YEARS else (1900,)
        yield from dict.fromkeys(
            (century + year, *day) for century in centuries for day in ((second, first), (first, second))
        )
    elif found["y4"]:
        yield tuple(int(part) for part in (found["y4"], found["m4"], found["d4"]) if part)
    elif found["y7"]:
        yield int(found["y7"]), MONTHS[_small(found["m7"])]
    else:
        yield (int(found["y8"]),)


def _small(month: str) -> str:
    return " ".join(month.casefold().replace("\u0307", "").split())


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
    year = r"(?P<y{0}>(?:18|19|20)\d\d)(?!\d)"
    return re.compile(
        rf"(?<!\d)(?:(?P<circa>{CIRCA})\s*)?(?:"
        rf"(?P<d1>\d{{1,2}})(?:\.|º|°|ª|er|st|nd|rd|th)?\s+(?:of\s+|de\s+|d['’]\s*)?(?P<m1>{months})\b\.?,?\s+(?:del?\s+)?{year.format(1)}"
        rf"|(?P<m2>{months})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year.format(2)}"
        rf"|(?P<a3>\d{{1,2}})\s?[./-]\s?(?P<b3>\d{{1,2}})\s?[./-]\s?{year.format(3)}"
        r"|(?P<a9>\d{1,2})\.(?P<b9>\d{1,2})\.(?P<y9>\d\d)(?![\d.,]\d|\d)"
        rf"|(?P<era>{'|'.join(ERAS)})(?P<y10>\d{{1,2}}|元)年(?:(?P<m10>\d{{1,2}})月(?:(?P<d10>\d{{1,2}})日)?)?"
        rf"|{year.format(4)}\s*[-년年./]\s*(?P<m4>\d{{1,2}})(?:\s*[-월月./]\s*(?:(?P<d4>\d{{1,2}})\s*[일日]?)?)?(?!\d)"
        rf"|(?:between\s+|zwischen\s+|entre\s+)?{year.format(5)}\s*(?:to|and|und|et|y|–|-)\s*(?P<y6>(?:18|19|20)\d\d)(?!\d)"
        rf"|(?P<m7>{months})\b\.?\s+(?:del?\s+)?{year.format(7)}"
        rf"|{year.format(8)}(?:\s*[년年])?)",
        re.IGNORECASE,
    )
