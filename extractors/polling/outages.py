"""A cycle in which almost no feed can be reached is an outage of our own network, not a failure of each feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from core.records import Failure, FailureKind, FeedPoll, FeedSource, FeedState, Stage
from core.urls import site_of
from extractors.polling.schedule import scheduled_soon, state_of

_UNREACHABLE_CAUSES = {"dns", "connect", "timeout", "tls"}
_MIN_FEEDS, _MIN_SITES = 5, 3  # fewer may really be down at the same time
_MIN_SHARE = 0.9


def as_one_outage(
    polls: Sequence[FeedPoll], sources: Iterable[FeedSource], states: Mapping[str, FeedState], now: datetime
) -> list[FeedPoll]:
    """The polls; if almost none reached a server, their failures become one of the network and cost no points."""
    by_id = {source.feed_id: source for source in sources}
    unreachable = [poll for poll in polls if poll.failure is not None and poll.failure.cause in _UNREACHABLE_CAUSES]
    sites = {site_of(by_id[poll.feed_id].url) for poll in unreachable}
    if len(unreachable) < max(_MIN_FEEDS, _MIN_SHARE * len(polls)) or len(sites) < _MIN_SITES:
        return list(polls)
    message = f"The network here seems to be away: {len(unreachable)} of {len(polls)} feeds could not be reached."
    excused = {poll.feed_id for poll in unreachable}
    return [
        _excused(poll, by_id[poll.feed_id], states, message, now) if poll.feed_id in excused else poll for poll in polls
    ]


def _excused(
    poll: FeedPoll, source: FeedSource, states: Mapping[str, FeedState], message: str, now: datetime
) -> FeedPoll:
    state = scheduled_soon(replace(state_of(source, states), last_attempt_at=now), now)
    failure = Failure(Stage.FEED, poll.feed_id, FailureKind.TRANSIENT, "network", message)
    return replace(poll, state=state, failure=failure)
