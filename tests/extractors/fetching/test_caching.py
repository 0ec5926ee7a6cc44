from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.fetching.caching import freshness_lifetime

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "public, max-age=3600"}, 3600),
        ({"cache-control": "max-age=3600", "age": "600"}, 3000),
        ({"cache-control": "s-maxage=9"}, None),
        ({"cache-control": "no-cache, max-age=3600"}, None),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT"}, 3600),
        ({"expires": "0"}, None),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT", "cache-control": "max-age=60"}, 60),
    ],
)
def test_the_freshness_lifetime_is_read_from_the_headers(headers, seconds):
    span = freshness_lifetime(headers, NOW)
    assert (None if span is None else span.total_seconds()) == seconds
