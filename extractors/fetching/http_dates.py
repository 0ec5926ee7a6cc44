"""Dates and time spans in HTTP headers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MAX_SPAN = timedelta(days=365)  # a server that names a longer one is mistaken


def parse_http_date(value: str) -> datetime | None:
    """The instant of an HTTP date (RFC 9110, 5.6.7) in UTC, None for anything else."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def time_until(value: str, headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """The time from the response's own `Date` (`now` without one) to the HTTP date `value`, None if that is none."""
    moment = parse_http_date(value)
    return None if moment is None else capped(moment - (parse_http_date(headers.get("date", "")) or now))


def capped(span: timedelta) -> timedelta:
    """The span, at least zero and at most a year."""
    return max(timedelta(0), min(span, _MAX_SPAN))
