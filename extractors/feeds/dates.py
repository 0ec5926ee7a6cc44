"""Dates in feeds, parsed leniently; absurd ones are rejected with a flag, odd ones kept with one.

RFC 822 and ISO 8601 are read by the standard library, everything else by dateparser, which knows the names of months
and days in some two hundred languages. What it is given is first brought into a form that it reads rightly: offsets and
the names of zones are taken off, as is what stands around a date. It must find a whole day: it never fills in a part
that is missing.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

import dateparser

from extractors.pages.metadata.calendars import in_common_era

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web nothing was published on it
_MAX_CLOCK_ERROR = timedelta(hours=26)  # a clock or zone may be wrong by a day
_MAX_LENGTH = 100  # code points

# Zone names that publishers use, in hours from UTC; of names with two meanings the one of RFC 822, IST is India's.
_ZONE_HOURS = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "ART": -3, "BRT": -3, "KST": 9, "JST": 9, "HKT": 8, "SGT": 8,
    "PHT": 8, "WIB": 7, "ICT": 7, "IST": 5.5, "PKT": 5, "NPT": 5.75, "MSK": 3, "EAT": 3, "TRT": 3, "EET": 2, "EEST": 3,
    "CAT": 2, "SAST": 2, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "MET": 1, "MEST": 2, "WAT": 1, "WET": 0, "WEST": 1,
    "BST": 1, "AEST": 10, "AEDT": 11, "AWST": 8, "NZST": 12, "NZDT": 13, "МСК": 3,
}  # fmt: skip
# In North America, names for standard and summer time at once.
_ZONE_REGIONS = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_ZONE_REGION = re.compile(r"(?<![A-Za-z])[ECMP]T(?![A-Za-z])")
_ZONE_NAME = re.compile(r"(?<![A-Za-z])(" + "|".join(sorted(_ZONE_HOURS, key=len, reverse=True)) + r")(?![A-Za-z])")
_ZONE_PLACE = re.compile(r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/+-]{3,40}")
# An offset stands behind a time of day: +09, +9:00, -0330, GMT+0900, UTC+3.
_OFFSET = re.compile(r"(?:(?<=\d)|(?<=[\s)])|(?<=GMT)|(?<=UTC))([+-])(\d{1,2})(?::?(\d{2}))?(?!\d|[-./:])")
_TIME = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?|(?=\s*[ap]\.?m\b))(?![\d:])", re.IGNORECASE
)
_AFTERNOON = re.compile(r"(?<![a-z])p\.?\s?m\.?(?![a-z])|오후|下午|午後", re.IGNORECASE)
_MORNING = re.compile(r"(?<![a-z])a\.?\s?m\.?(?![a-z])|오전|上午|午前", re.IGNORECASE)
_KOREAN_TIME = re.compile(r"(\d{1,2})\s*[시時时点點]\s*(?:(\d{1,2})\s*[분分])?(?:\s*(\d{1,2})\s*[초秒])?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?Z?)?")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*(?:[./年년-])\s*(\d{1,2})\s*(?:[./月월-])\s*(\d{1,2})(?!\d)\s*[.日일]?")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_NO_YEAR = re.compile(r"(?<!\d)0\d{3}(?!\d)")  # 0001 is what some programs write for no date
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_RFC822 = re.compile(  # as nearly all feeds write their dates
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [12]\d{3} "
    r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)"
)
_LABEL = re.compile(r"^[^\d:]{2,40}:\s*(?=\D*\d)")  # Posted: 20 Nov 2026
# Words for year and day behind their number: Lithuanian, Latvian, Russian, Ukrainian, Bulgarian.
_UNIT = re.compile(r"(?<=\d)(\.?\s+)(?:m\.|d\.|gada|г\.|года|р\.|року|година)(?!\w)", re.IGNORECASE)
# The Buddhist era in Thai text.
_THAI = re.compile("[\u0e01-\u0e4e]")
_BUDDHIST_YEAR = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_BUDDHIST_OFFSET = 543
_EPOCH = re.compile(r"1\d{9}(?:\d{3}|\.\d{1,6})?")  # seconds since 1970, or milliseconds: from 2001 to 2033
_PARENTHESES = re.compile(r"\([^()]*\)")
_WEEKDAY = re.compile(r"^\W*[^\W\d]{2,15}\.?\s*,\s*")
_DAY_AND_YEAR = re.compile(r"(?<!\d)(?:\d{1,2}\D+.*\d{4}|\d{4}\D+.*\d{1,2})(?!\d)")
_SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "NORMALIZE": True,
    "DATE_ORDER": "DMY",
}


def read_feed_date(text: str | None, others: Sequence[str], now: datetime) -> tuple[datetime | None, str | None]:
    """The instant in UTC, None if there is none; and a flag that says what is wrong, None if nothing is.

    The first of the texts that can be read counts. An instant before 1990 or more than 26 hours after `now` is absurd:
    it is None, and the flag keeps the text. Without a zone UTC is assumed.
    """
    written = [one.strip()[:_MAX_LENGTH] for one in (text, *others) if one and one.strip()]
    flags = []
    for one in written:
        moment = _parse_date(one)
        flag = _absurdity(moment, now)
        if moment is not None and flag is None:
            return moment, "ahead of its time" if moment > now else None
        flags.append(f"{flag or 'unreadable'}: {one}")
    return None, flags[0] if flags else None


def _absurdity(moment: datetime | None, now: datetime) -> str | None:
    if moment is None:
        return None
    if moment < _EARLIEST:
        return "too early"
    return "in the future" if moment > now + _MAX_CLOCK_ERROR else None


def _parse_date(text: str) -> datetime | None:
    """The instant in UTC, None if the text is no date or an ambiguous one."""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    try:
        moment = parsedate_to_datetime(text) if _RFC822.fullmatch(text) else _iso8601(text) or _free_form(text)
        return moment.astimezone(UTC) if moment else None
    except (ValueError, OverflowError):
        return None


def _iso8601(text: str) -> datetime | None:
    """ISO 8601 with a separator; a number alone is none, though Python reads it as one."""
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _free_form(text: str) -> datetime | None:
    """The instant of a date in words or numbers, with its time of day and zone if it has them."""
    compact = _COMPACT.fullmatch(text)
    if compact:
        return datetime.strptime("".join(part or "00" for part in compact.groups()), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    plain = _UNIT.sub(r"\1", _without_other_eras(_LABEL.sub("", _PARENTHESES.sub(" ", text))))
    clock, rest = _take_time(plain)
    zone, rest = _take_zone(rest)
    if clock is None or zone is None:
        return None
    day = _read_day(rest)
    return datetime.combine(day, time(), zone) + clock if day else None


def _without_other_eras(text: str) -> str:
    """The text with years of other eras as those of the common one."""
    text = in_common_era(text)
    if not _THAI.search(text):
        return text
    return _BUDDHIST_YEAR.sub(lambda one: str(int(one[0]) - _BUDDHIST_OFFSET), text)


def _take_time(text: str) -> tuple[timedelta | None, str]:
    """The time since midnight and the text without it: zero if there is none, None if it is impossible."""
    is_pm, is_am = bool(_AFTERNOON.search(text)), bool(_MORNING.search(text))
    dates = [match.span() for pattern in (_YEAR_FIRST, _YEAR_LAST) for match in pattern.finditer(text)]
    found = _KOREAN_TIME.search(text) or next(
        (
            one
            for one in _TIME.finditer(text)
            if not any(start < one.end() and one.start() < end for start, end in dates)
        ),
        None,
    )
    if found is None:
        return timedelta(0), text
    hour, minute, second = (int(part or 0) for part in found.groups())
    if (is_pm or is_am) and 1 <= hour <= 12:
        hour = hour % 12 + 12 * is_pm
    if hour > 24 or minute > 59 or second > 60:
        return None, text
    rest = f"{text[: found.start()]} @ {text[found.end() :]}"
    clock = timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return clock, _MORNING.sub(" ", _AFTERNOON.sub(" ", rest))


def _take_zone(text: str) -> tuple[tzinfo | None, str]:
    """The zone and the text without it and without the place of the time: UTC if there is none, None if it is none."""
    before, _, behind = text.partition("@")
    tail = behind or (text if "@" not in text else "")
    zone: tzinfo | None = UTC
    if place := _ZONE_PLACE.search(text):
        try:
            zone = zoneinfo.ZoneInfo(place[0])
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            zone = None
    elif offset := _OFFSET.search(f" {tail}"):
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        zone = timezone(span if offset[1] == "+" else -span) if span < timedelta(hours=15) else None
    elif name := _ZONE_NAME.search(tail) or _ZONE_NAME.search(before):
        zone = timezone(timedelta(hours=_ZONE_HOURS[name[1]]))
    elif region := _ZONE_REGION.search(tail):
        zone = zoneinfo.ZoneInfo(_ZONE_REGIONS[region[0]])
    rest = _ZONE_PLACE.sub(" ", text)
    if "@" in rest:
        before, _, behind = rest.partition("@")
        rest = f"{before} {_OFFSET.sub(' ', f' {behind}')}"
    return zone, _ZONE_REGION.sub(" ", _ZONE_NAME.sub(" ", rest))


def _read_day(text: str) -> date | None:
    """The day of a text without time and zone; None for a part of one, and for `03/04/2026`, which may be either."""
    if _NO_YEAR.search(text):
        return None
    if numbers := _YEAR_FIRST.search(text):
        return date(int(numbers[1]), int(numbers[2]), int(numbers[3]))
    if numbers := _YEAR_LAST.search(text):
        return _from_year_last(int(numbers[1]), int(numbers[3]), int(numbers[4]), separator=numbers[2])
    words = " ".join(_WEEKDAY.sub("", _ORDINAL.sub("", text)).replace(" - ", " ").strip(" ,-–|·at").split())
    try:
        return parsedate_to_datetime(f"{words} 00:00:00 +0000").date()
    except (ValueError, TypeError, OverflowError):
        moment = dateparser.parse(words, settings=_SETTINGS) if _DAY_AND_YEAR.search(words) else None
        return moment.date() if moment else None


def _from_year_last(first: int, second: int, year: int, *, separator: str) -> date | None:
    """Day and month as far as they can be told apart: points are written with the day first, slashes either way."""
    if separator == "." or first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
