"""Dates in feeds, parsed leniently; absurd ones are rejected with a flag, odd ones kept with one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web nothing was published on it
_MAX_CLOCK_ERROR = timedelta(hours=26)  # a clock or zone may be wrong by a day
_MAX_LENGTH = 100  # code points

# Zone names outside RFC 822 that publishers use, in hours from UTC; IST is India's.
_ZONE_HOURS = {
    "KST": 9, "JST": 9, "CST": -6, "HKT": 8, "SGT": 8, "IST": 5.5, "MSK": 3, "EET": 2, "EEST": 3, "CET": 1, "CEST": 2,
    "WET": 0, "WEST": 1, "BST": 1, "SAST": 2, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
_ZONE_NAME = re.compile(r"\b([A-Z]{3,4})$")
_COLON_OFFSET = re.compile(r"([+-]\d\d):(\d\d)$")


def read_feed_date(text: str | None, fallback: datetime | None, now: datetime) -> tuple[datetime | None, str | None]:
    """The instant in UTC, None if there is none; and a flag that says what is wrong, None if nothing is.

    `fallback` is another parser's reading of the text, used if ours fails. An instant before 1990 or more than 26 hours
    after `now` is absurd: it is None, and the flag keeps the text. Without a zone UTC is assumed.
    """
    written = (text or "").strip()[:_MAX_LENGTH]
    moment = _parse_date(written) or fallback
    if moment is None:
        return None, f"unreadable: {written}" if written else None
    if moment < _EARLIEST:
        return None, f"too early: {written}"
    if moment > now + _MAX_CLOCK_ERROR:
        return None, f"in the future: {written}"
    return moment, "ahead of its time" if moment > now else None


def _parse_date(text: str) -> datetime | None:
    """The instant of an RFC 822 or ISO 8601 date in UTC, None for anything else."""
    zone = _ZONE_NAME.search(text)
    offset = _ZONE_HOURS.get(zone[1]) if zone else None
    plain = text[: zone.start()].strip() if zone and offset is not None else text
    moment = _rfc822(_COLON_OFFSET.sub(r"\1\2", plain)) or _iso8601(plain)
    if moment is None:
        return None
    named_zone = timezone(timedelta(hours=offset)) if offset is not None else UTC
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=named_zone)).astimezone(UTC)
    except OverflowError:
        return None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None


def _iso8601(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
