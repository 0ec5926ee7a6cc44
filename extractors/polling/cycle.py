"""One polling cycle: feeds are fetched, parsed in worker processes, and their new entries found.

`poll_feeds` fetches each feed, parses its body if it changed, asks once which entries are already stored, computes
each feed's new state, and recognises an outage of our own network. What goes wrong with a feed affects only its poll.
"""

from __future__ import annotations

import asyncio
import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.isolation import attempt, attempt_async
from core.records import (
    Failure,
    FailureKind,
    FeedEntry,
    FeedPoll,
    FeedSource,
    FeedState,
    FetchedPage,
    PollStatus,
    Stage,
)
from core.urls import origin_of, same_site
from extractors.feeds.formats.sitemap import newest_sitemaps
from extractors.feeds.parsing import FeedDocument, parse_feed
from extractors.fetching.caching import freshness_lifetime
from extractors.fetching.client import ACCEPT_FEED, Fetched, Fetcher, Outcome, Request
from extractors.polling.backoff import backed_off
from extractors.polling.failures import document_failure, fetch_failure, parser_failure
from extractors.polling.new_entries import classify_entries, with_initial_publishing_rate, with_publishing_rate
from extractors.polling.outages import as_one_outage
from extractors.polling.schedule import (
    scheduled_after_success,
    scheduled_soon,
    state_of,
    with_adapted_interval,
)
from extractors.worker_pool import WorkerError, WorkerPool

StoredKeys = Callable[[Mapping[str, Collection[str]]], Collection[tuple[str, str]]]
"""Which of these entry keys, by feed_id, are already stored, as pairs (feed_id, entry_key)."""

_UNCONDITIONAL_AFTER = timedelta(hours=24)  # then one request without validators: some servers answer 304 for ever
_REDIRECT_ADOPTED_AFTER = 3  # polls in a row with the same permanent redirect
_NO_CONTENT = 204  # how some servers say that nothing is new
_NEGLIGIBLE_POINTS = 0.25  # failure points; fewer become zero at the next success


@dataclass(frozen=True, slots=True)
class _FeedAnswer:
    """The answer of a feed; `document` is None if the body did not change or could not be fetched or parsed."""

    source: FeedSource
    state: FeedState
    fetched: Fetched
    is_unconditional: bool
    document: FeedDocument | None = None
    failure: Failure | None = None


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
        tasks = []
        for source in sources:
            asked = _fetch_feed(fetcher, workers, source, state_of(source, states), now)
            tasks.append(asyncio.create_task(attempt_async(Stage.FEED, source.feed_id, asked)))
            await asyncio.sleep(0)  # a thousand connections started in one step would block the event loop
        answers = await asyncio.gather(*tasks)
    finally:
        if pool is None:
            workers.close()
    keys = {one.source.feed_id: _keys(one) for one in answers if not isinstance(one, Failure)}
    stored = None if known is None else _by_feed(known(keys))
    polls: list[FeedPoll] = []
    for source, answer in zip(sources, answers, strict=True):
        conclude = functools.partial(_poll_of, answer, stored, now)
        poll = attempt(Stage.FEED, source.feed_id, conclude)
        polls.append(_failed_poll(source, states, poll, now) if isinstance(poll, Failure) else poll)
        await asyncio.sleep(0)  # a thousand feeds do not block the event loop
    return as_one_outage(polls, sources, states, now)


def _poll_of(
    answer: _FeedAnswer | Failure, stored: Mapping[str, Collection[str]] | None, now: datetime
) -> FeedPoll | Failure:
    return answer if isinstance(answer, Failure) else _conclude(answer, stored, now)


def _failed_poll(source: FeedSource, states: Mapping[str, FeedState], failure: Failure, now: datetime) -> FeedPoll:
    """The poll of a feed on which we failed ourselves; it is asked again later and later, like any that fails."""
    fetched = Fetched(source.url, Outcome.FAILED)
    state = backed_off(replace(state_of(source, states), last_attempt_at=now), source, failure, fetched, now)
    return FeedPoll(source.feed_id, now, PollStatus.FAILED, state, failure=failure)


def _keys(answer: _FeedAnswer) -> tuple[str, ...]:
    return tuple(entry.entry_key for entry in answer.document.entries) if answer.document else ()


def _by_feed(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Collection[str]]:
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for feed_id, key in pairs:
        keys[feed_id].add(key)
    return keys


# ---------------------------------------------------------------- fetching


async def _fetch_feed(
    fetcher: Fetcher, pool: WorkerPool, source: FeedSource, state: FeedState, now: datetime
) -> _FeedAnswer:
    unconditional = state.last_probe_at is None or now - state.last_probe_at >= _UNCONDITIONAL_AFTER
    request = _request(_address(source, state), state, unconditional=unconditional)
    fetched = await fetcher.fetch(request)
    if fetched.status == 403:  # some bot walls refuse the first request of a client and serve the second (fbi.gov)
        fetched = await fetcher.fetch(request)
    failure = fetch_failure(fetched, source, has_contact=fetcher.policy.contact is not None)
    answer = _FeedAnswer(source, state, fetched, unconditional, failure=failure)
    if fetched.page is None or fetched.page.sha256 == state.body_sha256 or fetched.status == _NO_CONTENT:
        return answer
    return await _with_sitemaps(await _parsed(answer, fetched.page, pool, now), fetcher, pool, now)


def _address(source: FeedSource, state: FeedState) -> str:
    """The URL to fetch: the target of a permanent redirect if it was seen often enough and is on the same site."""
    if state.moved_to and state.moved_seen >= _REDIRECT_ADOPTED_AFTER and same_site(state.moved_to, source.url):
        return state.moved_to
    return source.url


def _request(address: str, state: FeedState, *, unconditional: bool) -> Request:
    if unconditional or origin_of(address) != state.validator_origin:
        return Request(address, accept=ACCEPT_FEED)
    return Request(address, state.etag, state.last_modified, ACCEPT_FEED)


async def _parsed(answer: _FeedAnswer, page: FetchedPage, pool: WorkerPool, now: datetime) -> _FeedAnswer:
    document = await _document(page, answer.source, pool, now)
    if isinstance(document, Failure):
        return replace(answer, failure=document)
    return replace(answer, document=document, failure=document_failure(document, answer.source))


async def _document(page: FetchedPage, source: FeedSource, pool: WorkerPool, now: datetime) -> FeedDocument | Failure:
    content_type = dict(page.headers).get("content-type", "")
    read = functools.partial(
        parse_feed, feed_id=source.feed_id, url=page.final_url, seen_at=now, content_type=content_type, kind=source.kind
    )
    try:
        return await pool.run(read, page.body, key=page.sha256)
    except WorkerError as error:
        return parser_failure(error, source)


async def _with_sitemaps(answer: _FeedAnswer, fetcher: Fetcher, pool: WorkerPool, now: datetime) -> _FeedAnswer:
    """The answer of a sitemap index with the entries of its newest sitemaps; any other answer as it is.

    Sitemaps that are not read, and those left for reasons of number, are in the warnings; if none can be read, the
    answer is a failure.
    """
    index = answer.document
    if index is None or not index.sitemaps:
        return answer
    chosen = newest_sitemaps(index.sitemaps, now)
    read = [await _sitemap(link.url, answer.source, fetcher, pool, now) for link in chosen]
    documents = [one for one in read if isinstance(one, FeedDocument)]
    failures = [one for one in read if isinstance(one, Failure)]
    if not documents:
        return replace(answer, document=None, failure=failures[0])
    entries = {entry.entry_key: entry for document in documents for entry in document.entries}
    left = len(index.sitemaps) - len(chosen)
    warnings = [f"A sitemap of the index was not read: {one.message}" for one in failures]
    warnings += [f"{left:,} older sitemaps of the index are not read."] if left else []
    merged = replace(index, entries=tuple(entries.values()), warnings=(*index.warnings, *warnings))
    return replace(answer, document=merged)


async def _sitemap(
    url: str, source: FeedSource, fetcher: Fetcher, pool: WorkerPool, now: datetime
) -> FeedDocument | Failure:
    fetched = await fetcher.fetch(Request(url, accept=ACCEPT_FEED))
    if failure := fetch_failure(fetched, source, has_contact=fetcher.policy.contact is not None):
        return failure
    if fetched.page is None:
        return Failure(Stage.FEED, source.feed_id, FailureKind.TRANSIENT, "empty", "The sitemap has no body.")
    document = await _document(fetched.page, source, pool, now)
    return document if isinstance(document, Failure) else document_failure(document, source) or document


# ---------------------------------------------------------------- results


def _conclude(answer: _FeedAnswer, stored: Mapping[str, Collection[str]] | None, now: datetime) -> FeedPoll:
    fetched, source = answer.fetched, answer.source
    state = replace(answer.state, last_attempt_at=now)
    poll = FeedPoll(
        source.feed_id,
        now,
        PollStatus.UNCHANGED,
        state,
        http_status=fetched.status,
        elapsed_s=fetched.elapsed_s,
        body_bytes=len(fetched.page.body) if fetched.page else 0,
    )
    if answer.failure is not None:
        state = backed_off(state, source, answer.failure, fetched, now)
        return replace(poll, status=PollStatus.FAILED, state=state, failure=answer.failure)
    state = _state_after_answer(answer, state, now)
    if answer.document is None:
        state = _with_renewed_validators(state, fetched)
        return replace(poll, state=scheduled_after_success(with_adapted_interval(state, source, 1.0), now))
    return _poll_with_entries(poll, answer, answer.document, state, stored)


def _state_after_answer(answer: _FeedAnswer, state: FeedState, now: datetime) -> FeedState:
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
    answer: _FeedAnswer,
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
    state = _without_validators(state) if must_reread else _with_validators(state, answer.fetched)
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


def _with_validators(state: FeedState, fetched: Fetched) -> FeedState:
    """The state with the validators of the response: all of its entries were taken."""
    return replace(
        state,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        validator_origin=origin_of(fetched.final_url or ""),
        body_sha256=fetched.page.sha256 if fetched.page else None,
    )


def _with_renewed_validators(state: FeedState, fetched: Fetched) -> FeedState:
    """The state with the validators that came with the same body or a 304, if they are others (RFC 9110, 15.4.5)."""
    if fetched.page is not None and fetched.page.sha256 == state.body_sha256:
        return _with_validators(state, fetched)
    if fetched.outcome is not Outcome.NOT_MODIFIED or origin_of(fetched.final_url or "") != state.validator_origin:
        return state
    return replace(state, etag=fetched.etag or state.etag, last_modified=fetched.last_modified or state.last_modified)


def _without_validators(state: FeedState) -> FeedState:
    """The state without validators, so that the next poll parses the body again."""
    return replace(state, etag=None, last_modified=None, validator_origin=None, body_sha256=None)
