"""A cycle in which nearly everything fails is one trouble here, not one of each feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from core.records import Failure, FailureKind, FeedPoll, FeedSource, FeedState
from core.urls import site_of
from extractors.polling.schedule import soon, state_of

_UNREACHED = {"dns", "connect", "timeout", "tls"}
_FEEDS, _SITES = 5, 3  # fewer than that may really be down together
_SHARE = 0.9


def as_one_outage(
    polls: Sequence[FeedPoll], sources: Iterable[FeedSource], states: Mapping[str, FeedState], now: datetime
) -> list[FeedPoll]:
    """The polls; if nearly none of them reached a server, those are told as one outage and held against no feed."""
    by_id = {source.feed_id: source for source in sources}
    unreached = [poll for poll in polls if poll.failure is not None and poll.failure.cause in _UNREACHED]
    sites = {site_of(by_id[poll.feed_id].url) for poll in unreached}
    if len(unreached) < max(_FEEDS, _SHARE * len(polls)) or len(sites) < _SITES:
        return list(polls)
    message = f"The network here seems to be away: {len(unreached)} of {len(polls)} feeds could not be reached."
    excused = {poll.feed_id for poll in unreached}
    return [
        _excused(poll, by_id[poll.feed_id], states, message, now) if poll.feed_id in excused else poll for poll in polls
    ]


def _excused(
    poll: FeedPoll, source: FeedSource, states: Mapping[str, FeedState], message: str, now: datetime
) -> FeedPoll:
    state = soon(replace(state_of(source, states), last_attempt_at=now), now)
    return replace(poll, state=state, failure=Failure("feed", poll.feed_id, FailureKind.TRANSIENT, "network", message))
