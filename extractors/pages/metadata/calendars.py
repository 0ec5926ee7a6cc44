"""Dates of other calendars in the common era: years of eras of Japan and Taiwan, and the solar calendar of Iran.

A year of Iran's calendar (1405 is 2026 to 2027) cannot be mistaken for one of the common era: no page is that old.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

# Digits of other scripts as ASCII.
_DIGITS = {
    start + digit: str(digit) for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1040, 0xFF10) for digit in range(10)
}
# Years of eras of Japan and Taiwan: the first of Reiwa (元年) is 2019.
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_YEAR_OF_ERA = re.compile(rf"(?P<era>{'|'.join(_ERAS)})\s*(?P<year>元|\d{{1,3}})\s*(?=年)")
_SOLAR_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_SOLAR_WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(_SOLAR_MONTHS)})\s+(?P<year>1[34]\d\d)(?!\d)"
)
_SOLAR_NUMBERS = re.compile(
    r"(?<![\d/])(?P<year>1[34]\d\d)(?P<sign>[/-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d/])"
)
_LONG_MONTHS, _MONTHS = 6, 12  # of 31 days; the others have 30, the last 29 or 30
_NEW_YEAR_1400 = date(2021, 3, 21)


def in_common_era(text: str) -> str:
    """The text with digits of all scripts in ASCII, and dates of these calendars in the common era."""
    if not text.isascii():
        text = text.translate(_DIGITS)
        text = _YEAR_OF_ERA.sub(lambda one: str(_ERAS[one["era"]] + int(one["year"].replace("元", "1"))), text)
    text = _SOLAR_WRITTEN.sub(lambda one: _from_solar(one, _SOLAR_MONTHS.index(one["name"]) + 1), text)
    return _SOLAR_NUMBERS.sub(lambda one: _from_solar(one, int(one["month"])), text)


def _from_solar(match: re.Match[str], month: int) -> str:
    """The date as 2026/11/24; as it was written if there is none such."""
    day = int(match["day"])
    if not (1 <= month <= _MONTHS and 1 <= day <= 31):
        return match[0]
    before = 31 * min(month - 1, _LONG_MONTHS) + 30 * max(month - 1 - _LONG_MONTHS, 0)
    return f"{_new_year(int(match['year'])) + timedelta(days=before + day - 1):%Y/%m/%d}"


def _new_year(year: int) -> date:
    """The first day of a year, by the cycle of 33 years with eight leap years, which holds from 1343 to 1472."""
    years = range(1400, year) if year >= 1400 else range(year, 1400)
    days = sum(366 if (8 * one + 29) % 33 < 8 else 365 for one in years)
    return _NEW_YEAR_1400 + timedelta(days=days if year >= 1400 else -days)
