"""Dates that are known in part, as lists and articles give them: a year, a month, about a year, from one to another."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_ABOUT = re.compile(r"(?:circa|ca?\.?|about|approximately|approx\.?)\s+", re.IGNORECASE)
_SPAN = re.compile(r"(?:between\s+)?(\d{4})\s*(?:to|and|/|-|–)\s*(\d{4})", re.IGNORECASE)
_YEARS = range(1800, 2101)
_ABOUT_DAYS = 2 * 366
FORMS = "a year, 1987-03, 1987-03-02, circa 1987, or 1985 to 1990"
"""How a date may be written, for a message."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day between `first` and `last`, both included; the source may be wrong by `slack` days more."""

    first: date
    last: date
    slack: int = 0

    @property
    def is_day(self) -> bool:
        """True if the day is known."""
        return self.first == self.last

    def days_from(self, other: PartialDate) -> int:
        """The least number of days between the two; 0 if they can be the same day."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def partial_date(text: str) -> PartialDate:
    """The date that a list gives. Raises ValueError, with a sentence, if it is none."""
    text = text.strip()
    if span := _SPAN.fullmatch(text):
        return PartialDate(of_parts(int(span[1])).first, of_parts(int(span[2])).last)
    about = _ABOUT.match(text)
    found = _DATE.fullmatch(text[about.end() :] if about else text)
    if found is None:
        raise ValueError(f"{text!r} is no date: write {FORMS}")
    year, month, day = (int(part) if part else None for part in found.groups())
    return replace(of_parts(year or 0, month, day), slack=_ABOUT_DAYS if about else 0)


def of_parts(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """The date of a year, a month of it, or a day. Raises ValueError, with a sentence, if there is none."""
    if year not in _YEARS:
        raise ValueError(f"{year} is no year between {_YEARS[0]} and {_YEARS[-1]}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{month} is no month")
    first_month, last_month = (month, month) if month else (1, 12)
    days = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"there is no day {day} in month {month} of {year}")
    return PartialDate(date(year, first_month, day or 1), date(year, last_month, day or days))


def years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for 29 February."""
    year = max(1, day.year - years)
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def born_at_age(lowest: int, highest: int, at: date) -> PartialDate:
    """When somebody was born whose age on a day is between two numbers of years, both included."""
    return PartialDate(years_before(at, highest + 1) + timedelta(days=1), years_before(at, lowest))
