"""One polling cycle: feeds are asked, and what they answer becomes polls with the entries that are new.

`poll_feeds` asks the feeds (`answers.py`), asks once which entries are already stored, computes each feed's new state,
and recognises an outage of our own network. The two halves can run in different processes: `ask_feeds` where the
network is, `conclude_polls` where the database is. What goes wrong with a feed affects only its poll.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from core.isolation import attempt
from core.records import Failure, FeedEntry, FeedPoll, FeedSource, FeedState, PollStatus, Stage
from core.urls import origin_of, same_site
from extractors.feeds.parsing import FeedDocument
from extractors.fetching.caching import freshness_lifetime
from extractors.fetching.client import Fetched, Fetcher, Outcome
from extractors.polling.answers import FeedAnswer, ask_feeds
from extractors.polling.backoff import backed_off
from extractors.polling.new_entries import classify_entries, with_initial_publishing_rate, with_publishing_rate
from extractors.polling.outages import as_one_outage
from extractors.polling.schedule import (
    scheduled_after_success,
    scheduled_soon,
    state_of,
    with_adapted_interval,
)
from extractors.worker_pool import WorkerPool

StoredKeys = Callable[[Mapping[str, Collection[str]]], Collection[tuple[str, str]]]
"""Which of these entry keys, by feed_id, are already stored, as pairs (feed_id, entry_key)."""

_NEGLIGIBLE_POINTS = 0.25  # failure points; fewer become zero at the next success


async def poll_feeds(
    fetcher: Fetcher,
    sources: Sequence[FeedSource],
    states: Mapping[str, FeedState],
    now: datetime,
    *,
    known: StoredKeys | None = None,
    pool: WorkerPool | None = None,
) -> list[FeedPoll]:
    """One poll of each feed, in their order.

    `known` is called once, for all feeds; without it no entry counts as known, none is deferred, and neither replays
    nor floods are recognised. `pool` parses the bodies; None starts one worker for this call.
    """
    workers = pool or WorkerPool(1)
    try:
        answers = await ask_feeds(fetcher, sources, states, now, workers)
    finally:
        if pool is None:
            workers.close()
    return await asyncio.to_thread(conclude_polls, answers, sources, states, now, known)


def conclude_polls(
    answers: Sequence[FeedAnswer | Failure],
    sources: Sequence[FeedSource],
    states: Mapping[str, FeedState],
    now: datetime,
    known: StoredKeys | None,
) -> list[FeedPoll]:
    """The poll of each feed by its answer, in their order. `known` is as for `poll_feeds`, `now` as for `ask_feeds`."""
    keys = {one.source.feed_id: _keys(one) for one in answers if not isinstance(one, Failure)}
    stored = None if known is None else _by_feed(known(keys))
    polls: list[FeedPoll] = []
    for source, answer in zip(sources, answers, strict=True):
        poll = attempt(Stage.FEED, source.feed_id, partial(_poll_of, answer, stored, now))
        polls.append(_failed_poll(source, states, poll, now) if isinstance(poll, Failure) else poll)
    return as_one_outage(polls, sources, states, now)


def _poll_of(
    answer: FeedAnswer | Failure, stored: Mapping[str, Collection[str]] | None, now: datetime
) -> FeedPoll | Failure:
    return answer if isinstance(answer, Failure) else _conclude(answer, stored, now)


def _failed_poll(source: FeedSource, states: Mapping[str, FeedState], failure: Failure, now: datetime) -> FeedPoll:
    """The poll of a feed on which we failed ourselves; it is asked again later and later, like any that fails."""
    fetched = Fetched(source.url, Outcome.FAILED)
    state = backed_off(replace(state_of(source, states), last_attempt_at=now), source, failure, fetched, now)
    return FeedPoll(source.feed_id, now, PollStatus.FAILED, state, failure=failure)


def _keys(answer: FeedAnswer) -> tuple[str, ...]:
    return tuple(entry.entry_key for entry in answer.document.entries) if answer.document else ()


def _by_feed(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Collection[str]]:
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for feed_id, key in pairs:
        keys[feed_id].add(key)
    return keys


# ---------------------------------------------------------------- results


def _conclude(answer: FeedAnswer, stored: Mapping[str, Collection[str]] | None, now: datetime) -> FeedPoll:
    fetched, source = answer.fetched, answer.source
    state = replace(answer.state, last_attempt_at=now)
    poll = FeedPoll(
        source.feed_id,
        now,
        PollStatus.UNCHANGED,
        state,
        http_status=fetched.status,
        elapsed_s=fetched.elapsed_s,
        body_bytes=answer.body_bytes,
    )
    if answer.failure is not None:
        state = backed_off(state, source, answer.failure, fetched, now)
        return replace(poll, status=PollStatus.FAILED, state=state, failure=answer.failure)
    state = _state_after_answer(answer, state, now)
    if answer.document is None:
        state = _with_renewed_validators(state, answer)
        return replace(poll, state=scheduled_after_success(with_adapted_interval(state, source, 1.0), now))
    return _poll_with_entries(poll, answer, answer.document, state, stored)


def _state_after_answer(answer: FeedAnswer, state: FeedState, now: datetime) -> FeedState:
    """The state after any success: failure points halved, the redirect and the unconditional request recorded."""
    moved_to = answer.fetched.moved_to
    if moved_to is None and answer.fetched.url != answer.source.url:
        moved_to, seen = state.moved_to, state.moved_seen  # fetched at the redirect's target
    else:
        seen = state.moved_seen + 1 if moved_to == state.moved_to else 1
    return replace(
        state,
        last_success_at=now,
        last_probe_at=now if answer.is_unconditional else state.last_probe_at,
        retry_after_at=None,
        failure_streak=0,
        failure_points=state.failure_points / 2 if state.failure_points > _NEGLIGIBLE_POINTS else 0.0,
        last_failure=None,
        moved_to=moved_to,
        moved_seen=seen if moved_to else 0,
    )


def _poll_with_entries(
    poll: FeedPoll,
    answer: FeedAnswer,
    document: FeedDocument,
    state: FeedState,
    stored: Mapping[str, Collection[str]] | None,
) -> FeedPoll:
    """The poll of a feed whose body was parsed."""
    source, before, now = answer.source, answer.state, poll.polled_at
    known = None if stored is None else stored.get(source.feed_id, ())
    classified = classify_entries(document.entries, known, before, source, now)
    state = _with_requested_schedule(state, document, answer.fetched, now)
    must_reread = classified.deferred or document.truncated or document.sitemaps  # an index may stay while they change
    state = _without_validators(state) if must_reread else _with_validators(state, answer)
    if before.first_polled_at is None:
        state = with_initial_publishing_rate(state, document.entries, now)
        state = replace(state, first_polled_at=None if classified.deferred else now)
    else:
        state = with_publishing_rate(state, classified, now)
    state = with_adapted_interval(state, source, classified.known_share)
    state = scheduled_soon(state, now) if classified.deferred else scheduled_after_success(state, now)
    warnings = (*document.warnings, *_deferred_warning(classified.deferred))
    entries = tuple(_with_publisher(one, source, document.title) for one in classified.entries)
    return replace(poll, status=PollStatus.NEW, state=state, entries=entries, title=document.title, warnings=warnings)


def _with_publisher(entry: FeedEntry, source: FeedSource, title: str | None) -> FeedEntry:
    """The entry with the feed's name, which is that of the outlet for entries on the feed's own site."""
    is_own = entry.url is not None and same_site(entry.url, source.url)
    return replace(entry, publisher=source.title or title) if is_own else entry


def _deferred_warning(count: int) -> tuple[str, ...]:
    return (f"{count:,} more new entries are taken by the next polls.",) if count else ()


def _with_requested_schedule(state: FeedState, document: FeedDocument, fetched: Fetched, now: datetime) -> FeedState:
    """The state with the interval and the hours and days to skip that the feed and its server ask for."""
    requested = [document.update_schedule.min_interval, freshness_lifetime(dict(fetched.headers), now)]
    return replace(
        state,
        wanted_gap=max((span for span in requested if span), default=None),
        skip_hours=sum(1 << hour for hour in document.update_schedule.skip_hours),
        skip_days=sum(1 << day for day in document.update_schedule.skip_days),
    )


def _with_validators(state: FeedState, answer: FeedAnswer) -> FeedState:
    """The state with the validators of the response: all of its entries were taken."""
    fetched = answer.fetched
    return replace(
        state,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        validator_origin=origin_of(fetched.final_url or ""),
        body_sha256=answer.body_sha256,
    )


def _with_renewed_validators(state: FeedState, answer: FeedAnswer) -> FeedState:
    """The state with the validators that came with the same body or a 304, if they are others (RFC 9110, 15.4.5)."""
    fetched = answer.fetched
    if answer.body_sha256 is not None and answer.body_sha256 == state.body_sha256:
        return _with_validators(state, answer)
    if fetched.outcome is not Outcome.NOT_MODIFIED or origin_of(fetched.final_url or "") != state.validator_origin:
        return state
    return replace(state, etag=fetched.etag or state.etag, last_modified=fetched.last_modified or state.last_modified)


def _without_validators(state: FeedState) -> FeedState:
    """The state without validators, so that the next poll parses the body again."""
    return replace(state, etag=None, last_modified=None, validator_origin=None, body_sha256=None)
