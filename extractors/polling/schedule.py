"""How often a feed is polled, and which feeds are due. After a failure `backoff.py` decides instead.

The interval adapts to the share of entries that were already known, as Media Cloud does for 180,000 feeds: longer above
67 %, shorter below 33 %. What the feed or its server asks for counts as in Miniflux: the longest of the intervals, up
to a maximum. There is no clock and no randomness here: the jitter is derived from the feed's id and the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from core.identity import digest_of
from core.records import FeedSource, FeedState
from extractors.feeds.config import MAX_INTERVAL, MIN_INTERVAL

_SLOWER, _FASTER = 1.25, 0.6
_MANY_KNOWN, _FEW_KNOWN = 0.67, 0.33
_CLOCK_SLACK = timedelta(minutes=5)
"""By how much clocks are corrected all the time; what is later than this in the future was written by a wrong clock."""

_MAX_JITTER = 0.1  # of the interval, only added


def state_of(source: FeedSource, states: Mapping[str, FeedState]) -> FeedState:
    """The remembered state of the feed; a new one if it was never polled or has another URL in feeds.yaml now."""
    state = states.get(source.feed_id)
    return state if state is not None and state.url == source.url else FeedState(source.feed_id, source.url)


def due_feeds(
    sources: Iterable[FeedSource], states: Mapping[str, FeedState], now: datetime, *, ignore_intervals: bool = False
) -> tuple[FeedSource, ...]:
    """The feeds to poll now.

    `every: 0s` and `ignore_intervals` override the interval and the backoff after failures, but neither a pause
    (410 Gone, or `paused: true` in feeds.yaml) nor a `Retry-After`. A feed that was polled in what is now the future is
    due: the clock was ahead then, and so is each time that was reckoned from it.
    """
    return tuple(
        source for source in sources if _is_due(source, state_of(source, states), now, forced=ignore_intervals)
    )


def is_paused(source: FeedSource, states: Mapping[str, FeedState]) -> bool:
    """True for a feed that is not asked until somebody resumes it: 410 Gone, or `paused: true` in feeds.yaml."""
    return source.paused or state_of(source, states).paused is not None


def _is_due(source: FeedSource, state: FeedState, now: datetime, *, forced: bool) -> bool:
    if source.paused or state.paused is not None:
        return False
    if state.last_attempt_at is not None and state.last_attempt_at > now + _CLOCK_SLACK:
        return True
    if state.retry_after_at is not None and state.retry_after_at > now:
        return False
    return forced or not source.every or state.next_due_at is None or state.next_due_at <= now


def with_adapted_interval(state: FeedState, source: FeedSource, known_share: float | None) -> FeedState:
    """The state with its interval adapted to the share of known entries in the feed, None if that is unknown."""
    floor = max(source.every, MIN_INTERVAL)
    share = 1.0 if known_share is None else known_share
    factor = _SLOWER if share > _MANY_KNOWN else _FASTER if share < _FEW_KNOWN else 1.0
    adapted = (state.interval or floor) * factor
    return replace(state, interval=max(floor, min(adapted, _max_interval(state, floor))))


def _max_interval(state: FeedState, floor: timedelta) -> timedelta:
    """The longest interval: half the usual time between two new entries.

    The share of known entries alone would slow down a long feed with one new entry an hour.
    """
    return min(MAX_INTERVAL, max(floor, state.usual_gap / 2)) if state.usual_gap else MAX_INTERVAL


def scheduled_after_success(state: FeedState, now: datetime) -> FeedState:
    """The state with its next poll: after the interval, or later if the feed or its server asks for it."""
    wait = max(state.interval or MIN_INTERVAL, min(state.wanted_gap or MIN_INTERVAL, MAX_INTERVAL))
    return replace(state, next_due_at=_not_skipped(state, now + jittered(state, wait, now)))


def scheduled_soon(state: FeedState, now: datetime) -> FeedState:
    """The state with its next poll after the minimum interval: entries were left over, or the network was down."""
    return replace(state, next_due_at=now + jittered(state, MIN_INTERVAL, now))


def jittered(state: FeedState, wait: timedelta, now: datetime) -> timedelta:
    """The wait and up to a tenth more, different for each feed and time, so that feeds do not all come due at once."""
    share = int(digest_of(state.feed_id, now.isoformat()), 16) % 1000 / 1000
    return wait * (1 + _MAX_JITTER * share)


def _not_skipped(state: FeedState, moment: datetime) -> datetime:
    """The first moment from this one on outside the skipped hours and days (UTC); a week later if all are skipped."""
    for _ in range(24 * 7):
        if not (state.skip_hours >> moment.hour & 1 or state.skip_days >> moment.weekday() & 1):
            break
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment
