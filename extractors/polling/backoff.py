"""The retry policy of feeds: when a feed is polled again after it failed.

The wait doubles with each failure in a row. Each failure also adds points, graded as Media Cloud grades them; a feed
with many is polled once a day. Only 410 Gone stops the polls.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.records import Failure, FailureKind, FeedSource, FeedState
from extractors.feeds.config import MAX_INTERVAL, MIN_INTERVAL
from extractors.fetching.client import Fetched
from extractors.polling.schedule import jittered

_GIVEN_UP_POINTS = 30.0  # such a feed is still polled once a day, because feeds come back
_GIVEN_UP_WAIT = timedelta(hours=24)
_MAX_RETRY_AFTER = timedelta(hours=24)
_BUSY_STATUSES = (429, 503)


def backed_off(state: FeedState, source: FeedSource, failure: Failure, fetched: Fetched, now: datetime) -> FeedState:
    """The state after a failed poll: failure points added, the next poll later, `Retry-After` kept, paused by 410.

    A redirect target that fails is given up for the feed's own URL.
    """
    pause = fetched.retry_after if fetched.status in _BUSY_STATUSES else None
    graded = replace(
        state,
        failure_streak=state.failure_streak + 1,
        failure_points=state.failure_points + _grade(failure, fetched),
        last_failure=f"{failure.cause}: {failure.message}",
        retry_after_at=now + min(pause, _MAX_RETRY_AFTER) if pause else None,
        paused=f"410 Gone on {now:%Y-%m-%d}" if fetched.status == 410 else state.paused,
        moved_seen=state.moved_seen if fetched.url == source.url else 0,
    )
    return scheduled_after_failure(graded, source, now)


def scheduled_after_failure(state: FeedState, source: FeedSource, now: datetime) -> FeedState:
    """The state with its next poll: twice the wait for each failure in a row, at most 6 hours.

    A feed with 30 failure points is polled once a day.
    """
    wait = min(max(source.every, MIN_INTERVAL) * 2 ** min(state.failure_streak, 10), MAX_INTERVAL)
    if state.failure_points >= _GIVEN_UP_POINTS:
        wait = _GIVEN_UP_WAIT
    return replace(state, next_due_at=now + jittered(state, wait, now))


def _grade(failure: Failure, fetched: Fetched) -> float:
    """The failure points: 1 for a permanent failure, 0.5 for a transient one, 0.25 for a busy server."""
    if fetched.status in _BUSY_STATUSES:
        return 0.25
    return 0.5 if failure.kind is FailureKind.TRANSIENT else 1.0
