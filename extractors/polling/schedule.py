"""When a feed is polled next: as often as it pays, never more often than it allows.

The interval adapts by the share of entries that were known already, as Media Cloud does for 180,000 feeds: slower above
67 %, faster below 33 %. What the feed or its server asks for is added as Miniflux adds it: the longest wish counts, up
to a ceiling. Nothing here reads a clock or rolls dice: the jitter comes from the feed's id and the hour.
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
_GIVEN_UP = 30.0  # failure points; such a feed is still asked once a day, because feeds come back
_LONGEST_BACKOFF = timedelta(hours=24)
_JITTER = 0.1  # of the interval, only ever added


def state_of(source: FeedSource, states: Mapping[str, FeedState]) -> FeedState:
    """What is remembered of this feed: nothing if it was never polled or now has another address in feeds.yaml."""
    state = states.get(source.feed_id)
    return state if state is not None and state.url == source.url else FeedState(source.feed_id, source.url)


def due_feeds(
    sources: Iterable[FeedSource], states: Mapping[str, FeedState], now: datetime, *, ignore_intervals: bool = False
) -> tuple[FeedSource, ...]:
    """The feeds to poll now.

    `every: 0s` and `ignore_intervals` set aside the interval and the backing off after failures, but neither a pause
    (410 Gone, or by hand) nor a `Retry-After`.
    """
    return tuple(
        source for source in sources if _is_due(source, state_of(source, states), now, forced=ignore_intervals)
    )


def _is_due(source: FeedSource, state: FeedState, now: datetime, *, forced: bool) -> bool:
    if state.paused is not None or (state.retry_after_at is not None and state.retry_after_at > now):
        return False
    return forced or not source.every or state.next_due_at is None or state.next_due_at <= now


def with_adapted_interval(state: FeedState, source: FeedSource, known_share: float | None) -> FeedState:
    """The state with its interval adapted to the share of known entries in an answer, None for an unchanged one."""
    floor = max(source.every, MIN_INTERVAL)
    share = 1.0 if known_share is None else known_share
    factor = _SLOWER if share > _MANY_KNOWN else _FASTER if share < _FEW_KNOWN else 1.0
    adapted = (state.interval or floor) * factor
    return replace(state, interval=max(floor, min(adapted, _slowest(state, floor))))


def _slowest(state: FeedState, floor: timedelta) -> timedelta:
    """Half the usual time between two entries, for a feed of many entries with one new an hour is no slow feed."""
    return min(MAX_INTERVAL, max(floor, state.usual_gap / 2)) if state.usual_gap else MAX_INTERVAL


def scheduled_after_success(state: FeedState, now: datetime) -> FeedState:
    """The state with its next poll: after the interval, or later if the feed or its server wishes so."""
    gap = max(state.interval or MIN_INTERVAL, min(state.wanted_gap or MIN_INTERVAL, MAX_INTERVAL))
    return replace(state, next_due_at=_allowed(state, now + _jittered(state, gap, now)))


def scheduled_after_failure(state: FeedState, source: FeedSource, now: datetime) -> FeedState:
    """The state with its next poll backed off: twice the wait for each failure in a row, at most 6 hours.

    A feed with 30 failure points is asked once a day.
    """
    gap = max(source.every, MIN_INTERVAL) * 2 ** min(state.failure_streak, 10)
    longest = _LONGEST_BACKOFF if state.failure_points >= _GIVEN_UP else MAX_INTERVAL
    if state.failure_points >= _GIVEN_UP:
        gap = longest
    return replace(state, next_due_at=now + _jittered(state, min(gap, longest), now))


def scheduled_soon(state: FeedState, now: datetime) -> FeedState:
    """The state with its next poll as early as manners allow: there is more to take, or the network was away."""
    return replace(state, next_due_at=now + _jittered(state, MIN_INTERVAL, now))


def _jittered(state: FeedState, gap: timedelta, now: datetime) -> timedelta:
    """The gap and up to a tenth more, another one each time, so that feeds do not come due in step."""
    share = int(digest_of(state.feed_id, now.isoformat()), 16) % 1000 / 1000
    return gap * (1 + _JITTER * share)


def _allowed(state: FeedState, moment: datetime) -> datetime:
    """The first moment from this one on that is in no skipped hour and on no skipped day (both in UTC)."""
    for _ in range(24 * 7):
        if not (state.skip_hours >> moment.hour & 1 or state.skip_days >> moment.weekday() & 1):
            break
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment
