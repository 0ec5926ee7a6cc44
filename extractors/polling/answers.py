"""What feeds answer: fetched, and parsed in worker processes. Nothing here knows what is stored."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.isolation import attempt_async
from core.records import Failure, FailureKind, FeedSource, FeedState, FetchedPage, Stage
from core.urls import origin_of, same_site
from extractors.feeds.formats.sitemap import newest_sitemaps
from extractors.feeds.parsing import FeedDocument, parse_feed
from extractors.fetching.client import ACCEPT_FEED, Fetched, Fetcher, Request
from extractors.polling.failures import document_failure, fetch_failure, parser_failure
from extractors.polling.schedule import state_of
from extractors.worker_pool import WorkerPool
from extractors.workers.errors import WorkerError

_UNCONDITIONAL_AFTER = timedelta(hours=24)  # then one request without validators: some servers answer 304 for ever
_REDIRECT_ADOPTED_AFTER = 3  # polls in a row with the same permanent redirect
_NO_CONTENT = 204  # how some servers say that nothing is new


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """The answer of a feed, which may travel: the body itself is left out.

    `document` is None if the body did not change or could not be fetched or parsed; `body_sha256` is None without one.
    """

    source: FeedSource
    state: FeedState  # before this answer
    fetched: Fetched  # without its page
    is_unconditional: bool
    body_bytes: int = 0  # decoded
    body_sha256: str | None = None
    document: FeedDocument | None = None
    failure: Failure | None = None


async def ask_feeds(
    fetcher: Fetcher, sources: Sequence[FeedSource], states: Mapping[str, FeedState], now: datetime, pool: WorkerPool
) -> list[FeedAnswer | Failure]:
    """The answer of each feed, in their order; a failure where we failed ourselves. `pool` parses the bodies."""
    tasks = []
    for source in sources:
        asked = _fetch_feed(fetcher, pool, source, state_of(source, states), now)
        tasks.append(asyncio.create_task(attempt_async(Stage.FEED, source.feed_id, asked)))
        await asyncio.sleep(0)  # a thousand connections started in one step would block the event loop
    return list(await asyncio.gather(*tasks))


async def _fetch_feed(
    fetcher: Fetcher, pool: WorkerPool, source: FeedSource, state: FeedState, now: datetime
) -> FeedAnswer:
    unconditional = state.last_probe_at is None or now - state.last_probe_at >= _UNCONDITIONAL_AFTER
    request = _request(_address(source, state), state, unconditional=unconditional)
    fetched = await fetcher.fetch(request)
    if fetched.status == 403:  # some bot walls refuse the first request of a client and serve the second (fbi.gov)
        fetched = await fetcher.fetch(request)
    page = fetched.page
    answer = FeedAnswer(
        source,
        state,
        replace(fetched, page=None),
        unconditional,
        len(page.body) if page else 0,
        page.sha256 if page else None,
        failure=fetch_failure(fetched, source, has_contact=fetcher.policy.contact is not None),
    )
    if page is None or page.sha256 == state.body_sha256 or fetched.status == _NO_CONTENT:
        return answer
    return await _with_sitemaps(await _parsed(answer, page, fetcher, pool, now), fetcher, pool, now)


def _address(source: FeedSource, state: FeedState) -> str:
    """The URL to fetch: the target of a permanent redirect if it was seen often enough and is on the same site."""
    if state.moved_to and state.moved_seen >= _REDIRECT_ADOPTED_AFTER and same_site(state.moved_to, source.url):
        return state.moved_to
    return source.url


def _request(address: str, state: FeedState, *, unconditional: bool) -> Request:
    if unconditional or origin_of(address) != state.validator_origin:
        return Request(address, accept=ACCEPT_FEED)
    return Request(address, state.etag, state.last_modified, ACCEPT_FEED)


async def _parsed(
    answer: FeedAnswer, page: FetchedPage, fetcher: Fetcher, pool: WorkerPool, now: datetime
) -> FeedAnswer:
    document = await _document(page, answer.source, fetcher, pool, now)
    if isinstance(document, Failure):
        return replace(answer, failure=document)
    return replace(answer, document=document, failure=document_failure(document, answer.source))


async def _document(
    page: FetchedPage, source: FeedSource, fetcher: Fetcher, pool: WorkerPool, now: datetime
) -> FeedDocument | Failure:
    """The parsed body, or why it could not be parsed; the time of it counts as the site's."""
    content_type = dict(page.headers).get("content-type", "")
    read = functools.partial(
        parse_feed, feed_id=source.feed_id, url=page.final_url, seen_at=now, content_type=content_type, kind=source.kind
    )
    try:
        return await pool.run(
            read,
            page.body,
            key=page.sha256,
            timed=lambda seconds: fetcher.limits.spend(page.final_url, parsing_seconds=seconds),
        )
    except WorkerError as error:
        return parser_failure(error, source)


async def _with_sitemaps(answer: FeedAnswer, fetcher: Fetcher, pool: WorkerPool, now: datetime) -> FeedAnswer:
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
    document = await _document(fetched.page, source, fetcher, pool, now)
    return document if isinstance(document, Failure) else document_failure(document, source) or document
