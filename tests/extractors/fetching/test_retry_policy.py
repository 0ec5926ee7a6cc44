from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from extractors.fetching.retry_policy import retry_after

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Sun, 22 Nov 2026 12:10:00 GMT", 600),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("999999999", 365 * 86400),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value, seconds):
    span = retry_after({"retry-after": value}, NOW)
    assert (span and span.total_seconds()) == seconds or (seconds == 0 and span == timedelta(0))


def test_a_date_is_measured_from_the_servers_own_clock():
    headers = {"retry-after": "Sun, 22 Nov 2020 12:10:00 GMT", "date": "Sun, 22 Nov 2020 12:00:00 GMT"}
    assert retry_after(headers, NOW) == timedelta(minutes=10)
