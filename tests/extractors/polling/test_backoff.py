from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.records import FeedSource, FeedState
from extractors.polling.backoff import scheduled_after_failure

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOURCE = FeedSource("feed", "https://example.org/feed")
STATE = FeedState("feed", SOURCE.url, next_due_at=NOW + timedelta(hours=1))


def test_waits_grow_with_failures_and_a_feed_with_many_points_is_polled_once_a_day():
    waits = [
        scheduled_after_failure(replace(STATE, failure_streak=streak), SOURCE, NOW).next_due_at - NOW
        for streak in range(1, 12)
    ]
    assert timedelta(hours=1) <= waits[0] <= timedelta(hours=1.1)
    assert all(later >= earlier * 0.9 for earlier, later in itertools.pairwise(waits))
    assert max(waits) <= timedelta(hours=6.6)
    given_up = (
        scheduled_after_failure(replace(STATE, failure_streak=60, failure_points=31), SOURCE, NOW).next_due_at - NOW
    )
    assert timedelta(hours=24) <= given_up <= timedelta(hours=26.4)
