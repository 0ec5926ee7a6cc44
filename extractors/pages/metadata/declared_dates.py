"""Strict parsing of machine-readable dates: an ambiguous or implausible value is None."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_FIRST_YEAR = 1990  # no web page is older
_TOLERANCE = timedelta(days=1)  # a publisher's day may be a day ahead of UTC
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*([zZ]|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D.*)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def read_declared_date(text: str | None, latest: datetime) -> date | datetime | None:
    """The instant with the publisher's own offset, or the bare day if no offset is given; None if unreadable.

    Also None for an impossible date of publication: before 1990, or more than a day after `latest`.
    """
    found = _parse((text or "").strip()[:64])
    return found if found is not None and _is_plausible(found, latest) else None


def _parse(text: str) -> date | datetime | None:
    try:
        if match := _ISO.match(text):
            return _from_iso(*match.groups())
        if match := _COMPACT.fullmatch(text) or _SLASHED.fullmatch(text):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
        if _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        mailed = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return mailed if mailed.tzinfo else mailed.date()


def _from_iso(day: str, time: str | None, offset: str | None) -> date | datetime:
    if not time or not offset:
        return date.fromisoformat(day)
    hour, _, rest = time.replace(",", ".").partition(":")
    zone = "+00:00" if offset in {"z", "Z", "UTC", "GMT"} else offset
    return datetime.fromisoformat(f"{day}T{hour:0>2}:{rest}{zone}")


def _is_plausible(found: date | datetime, latest: datetime) -> bool:
    if found.year < _FIRST_YEAR:
        return False
    if isinstance(found, datetime):
        return found <= latest + _TOLERANCE
    return found <= (latest + _TOLERANCE).date()
