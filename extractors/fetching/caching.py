"""How long a response stays fresh, by its headers (RFC 9111)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from extractors.fetching.http_dates import capped, time_until


def freshness_lifetime(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the response stays fresh (`Cache-Control: max-age` less `Age`, else `Expires`), None if unsaid.

    `no-cache` and `no-store` leave nothing fresh: None.
    """
    control = headers.get("cache-control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return None
    max_age = re.search(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", control)
    if max_age:
        age = re.fullmatch(r"\d{1,9}", headers.get("age", "").strip())
        return capped(timedelta(seconds=int(max_age[1]) - (int(age[0]) if age else 0)))
    return time_until(headers.get("expires", ""), headers, now)
