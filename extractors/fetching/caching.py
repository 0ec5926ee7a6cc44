"""What a server says about time in its headers: when to come back, and how long an answer stays good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST = timedelta(days=365)  # what asks for more is a mistake or a joke


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the server asks us to stay away (`Retry-After`, seconds or a date), None if it does not say."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return min(timedelta(seconds=int(value)), _LONGEST)
    moment = http_date(value)
    return None if moment is None else _bounded(moment - (http_date(headers.get("date", "")) or now))


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the answer stays fresh (`Cache-Control: max-age` less `Age`, else `Expires`), None if unsaid.

    `no-cache` and `no-store` leave nothing fresh: None.
    """
    control = headers.get("cache-control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return None
    age = re.search(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", control)
    if age:
        used = re.fullmatch(r"\d{1,9}", headers.get("age", "").strip())
        return _bounded(timedelta(seconds=int(age[1]) - (int(used[0]) if used else 0)))
    expires = http_date(headers.get("expires", ""))
    return None if expires is None else _bounded(expires - (http_date(headers.get("date", "")) or now))


def http_date(value: str) -> datetime | None:
    """The instant of an HTTP date (RFC 9110, 5.6.7), None for anything else."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _bounded(span: timedelta) -> timedelta:
    return max(timedelta(0), min(span, _LONGEST))
