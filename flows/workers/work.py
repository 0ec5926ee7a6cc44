"""What a worker does: it asks feeds, and reads and matches articles. It needs no database, no data folder, no Prefect.

All that the work needs comes in its argument, except the compiled watchlist, which a process gets once
(`received_lists.py`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from core.isolation import attempt
from core.records import (
    Article,
    ArticleOutcome,
    Failure,
    FeedEntry,
    FeedSource,
    FeedState,
    FetchedPage,
    Hit,
    PendingEntry,
    Stage,
)
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.fetching.site_limits import SiteLimits
from extractors.pages.article import is_imported
from extractors.polling.answers import FeedAnswer, ask_feeds
from flows.extraction_pool import worker_pool
from flows.workers.received_lists import received_matcher
from matching.engine import Matcher

_SITE_S = 90.0  # how long one site may let a piece of work wait for its answers
_FEED_S = 5.0  # and longer for each feed that is asked: a site may have hundreds


@dataclass(frozen=True, slots=True)
class Shard:
    """Feeds to ask, each site in one shard only."""

    sources: tuple[FeedSource, ...]
    states: Mapping[str, FeedState]  # by feed id
    policy: FetchPolicy


@dataclass(frozen=True, slots=True)
class ShardAnswers:
    """What the feeds of a shard answered, in their order."""

    asked_at: datetime
    answers: tuple[FeedAnswer | Failure, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries to read, each site in one batch only."""

    pending: tuple[PendingEntry, ...]
    sources: Mapping[str, FeedSource]  # of these entries, by feed id
    host_memory: Mapping[str, frozenset[str]]  # by site, the hashes of the blocks that its pages share
    policy: FetchPolicy
    list_key: str  # of the compiled watchlist
    paused: frozenset[str] = frozenset()  # sites that asked for a pause in an earlier cycle
    turn: int = 0  # where pages of several batches wait, those of the first are parsed first, so that it can be stored

    def outcomes(self, readings: Sequence[Reading]) -> list[ArticleOutcome]:
        """The readings with the entries that they are of, which do not travel back."""
        return [
            ArticleOutcome(
                self.pending[one.number].entry, one.article, one.page, one.hits, one.failure, one.retry, one.pause
            )
            for one in readings
        ]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one entry; the other fields are those of `ArticleOutcome`."""

    number: int  # of the entry in its batch
    article: Article | None
    page: FetchedPage | None = field(repr=False)
    hits: tuple[Hit, ...]
    failure: Failure | None
    retry: bool
    pause: timedelta | None = None


def ask_shard(shard: Shard) -> ShardAnswers:
    """Asks these feeds concurrently, within the rate limits."""

    async def ask(now: datetime) -> list[FeedAnswer | Failure]:
        limits = SiteLimits(seconds=_SITE_S + _FEED_S * len(shard.sources))
        async with Fetcher(shard.policy, limits=limits) as fetcher:
            return await ask_feeds(fetcher, shard.sources, shard.states, now, worker_pool())

    now = datetime.now(UTC)
    return ShardAnswers(now, tuple(asyncio.run(ask(now))))


def read_batch(batch: Batch) -> tuple[Reading, ...]:
    """Reads these entries and finds the hits of their articles.

    Without those that wait for the next cycle, because their site had its share of this one.
    """
    matcher = received_matcher(batch.list_key)  # may still be compiled, while the first answers are waited for
    worker_pool().prepare(is_imported)

    async def read() -> list[ArticleOutcome]:
        limits = SiteLimits(seconds=_SITE_S, heeds_pauses=True, paused=batch.paused)
        async with Fetcher(batch.policy, limits=limits) as fetcher:
            return await read_entries(
                fetcher,
                batch.pending,
                sources=batch.sources,
                host_memory=batch.host_memory,
                pool=worker_pool(),
                now=datetime.now(UTC),
                turn=batch.turn,
                then=partial(_with_hits, matcher=matcher),
            )

    numbers = {_key(one.entry): number for number, one in enumerate(batch.pending)}
    return tuple(
        Reading(numbers[_key(one.entry)], one.article, one.page, one.hits, one.failure, one.retry, one.pause)
        for one in asyncio.run(read())
    )


def _key(entry: FeedEntry) -> tuple[str, str]:
    return entry.feed_id, entry.entry_key


def _with_hits(outcome: ArticleOutcome, matcher: Callable[[], Matcher]) -> ArticleOutcome:
    """The outcome with its hits; an article that cannot be matched is a failure, and is read again later."""
    article = outcome.article
    if article is None:
        return outcome
    found = attempt(Stage.MATCH, article.url, partial(matcher().match, article))
    if isinstance(found, Failure):
        return replace(outcome, article=None, failure=found)
    return replace(outcome, hits=found)
