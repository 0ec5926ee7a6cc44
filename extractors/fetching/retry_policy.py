"""Which failed fetches are worth another try, and how long a server asks us to wait before it.

Nothing is tried again inside a fetch. When a failed feed is polled again is in `extractors/polling/backoff.py`, when a
page is read again in `storage/tables/feeds.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from extractors.fetching.errors import FetchErrorKind
from extractors.fetching.http_dates import capped, time_until

_RETRYABLE_KINDS = {
    FetchErrorKind.DNS,
    FetchErrorKind.CONNECT,
    FetchErrorKind.TIMEOUT,
    FetchErrorKind.TRUNCATED,
    FetchErrorKind.PROTOCOL,
    FetchErrorKind.SITE_LIMIT,
}
_RETRYABLE_STATUSES = {408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 529, 530}


def is_retryable(kind: FetchErrorKind, status: int | None = None) -> bool:
    """True if another try may succeed; `status` decides for `http_status` errors and is ignored for the others."""
    return status in _RETRYABLE_STATUSES if kind is FetchErrorKind.HTTP_STATUS else kind in _RETRYABLE_KINDS


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the server asks us to stay away (`Retry-After`, seconds or a date), None if it does not say."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return capped(timedelta(seconds=int(value)))
    return time_until(value, headers, now)
