"""Pending entries become articles: politely fetched, read in killable workers, and from the feed where the page fails.

Nothing here raises for one entry: what went wrong is its outcome's failure. An outcome with both an article and a
failure was read from a second source: the page's AMP twin or print version, or the feed's own text.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.errors import ExtractError, is_transient
from core.records import (
    Article,
    ArticleOutcome,
    Failure,
    FailureKind,
    FeedEntry,
    FeedSource,
    FetchedPage,
    FullText,
    PendingEntry,
    Quality,
)
from core.urls import same_site, site_of
from extractors.fetching.client import Fetcher, Request
from extractors.fetching.robots import Robots
from extractors.pages.article import ExtractionResult, read_feed_content, read_page
from extractors.pages.quality import QualityAssessment
from extractors.worker_pool import WorkerError, WorkerPool

_WAIT_FOR_THE_PAGE = timedelta(hours=1)  # then an entry whose page fails for a while is read from its feed
_SECOND_SOURCES = 3
_READ_FROM_PAGE = (Quality.FULL, Quality.PARTIAL, Quality.NOT_ARTICLE)
_RANK = {quality: rank for rank, quality in enumerate(reversed(Quality))}


async def read_entries(
    fetcher: Fetcher,
    pending: Sequence[PendingEntry],
    *,
    sources: Mapping[str, FeedSource],
    host_memory: Mapping[str, frozenset[str]],
    pool: WorkerPool,
    now: datetime,
) -> list[ArticleOutcome]:
    """What became of each entry, in order, without hits.

    Args:
        fetcher: Keeps the distance to each host; all fetches go through it.
        pending: The entries to read.
        sources: The feeds by id; an entry of a feed that is not among them is read from its page.
        host_memory: Block hashes by site, of what several of its pages have.
        pool: The workers in which pages are taken apart.
        now: The instant of the run; an entry seen an hour before it is no longer kept waiting for its page.
    """
    reader = _Reader(fetcher, Robots(fetcher), sources, host_memory, pool, now)
    return list(await asyncio.gather(*map(reader.read, pending)))


@dataclass(frozen=True, slots=True)
class _Reader:
    fetcher: Fetcher
    robots: Robots
    sources: Mapping[str, FeedSource]
    host_memory: Mapping[str, frozenset[str]]
    pool: WorkerPool
    now: datetime

    async def read(self, pending: PendingEntry) -> ArticleOutcome:
        """What became of this entry."""
        entry = pending.entry
        source = self.sources.get(entry.feed_id)
        if entry.url is None or (source is not None and source.full_text is FullText.FEED):
            return await self._from_feed(entry, None, "as the feed is set up" if entry.url else "the entry has no link")
        page, failure = await self._fetch(entry.url)
        if page is None:
            is_worth_waiting = self.now - entry.seen_at < _WAIT_FOR_THE_PAGE
            if failure and failure.kind is FailureKind.TRANSIENT and is_worth_waiting:
                return ArticleOutcome(entry, failure=failure)
            return await self._from_feed(entry, failure, failure.message if failure else "no page")
        return await self._from_page(entry, page)

    async def _fetch(self, url: str) -> tuple[FetchedPage | None, Failure | None]:
        """The page, or why there is none."""
        refusal = await self.robots.refusal_of(url)
        if refusal is not None:
            return None, refusal
        fetched = await self.fetcher.fetch(Request(url))
        return fetched.page, fetched.failure("page", url)

    async def _from_page(self, entry: FeedEntry, page: FetchedPage) -> ArticleOutcome:
        try:
            reading = await self._extract(page, entry)
        except ExtractError as error:
            return await self._from_feed(entry, _unreadable(page.url, error), str(error), page)
        if reading.article.quality in _READ_FROM_PAGE:
            return ArticleOutcome(entry, reading.article, page)
        best = await self._second_source(entry, reading, page) or reading.article
        if best.quality in _READ_FROM_PAGE:
            return ArticleOutcome(entry, best, page)
        told = await self._from_feed(entry, _verdict_as_failure(page.url, best), best.quality_reason, page)
        return told if _says_more(told.article, best) else replace(told, article=best)

    async def _second_source(self, entry: FeedEntry, reading: ExtractionResult, page: FetchedPage) -> Article | None:
        """The best article that the page's own links to other forms of itself give, under the page's identity."""
        found: list[Article] = []
        for url in reading.alternate_urls[:_SECOND_SOURCES]:
            other, _ = await self._fetch(url) if same_site(url, page.final_url) else (None, None)
            try:
                found += [(await self._extract(other, entry)).article] if other else []
            except ExtractError:
                continue  # the page itself has its verdict
        best = max(found, key=lambda one: (_RANK[one.quality], len(one.text)), default=None)
        first = reading.article
        return best and replace(best, article_id=first.article_id, url=first.url, site=first.site)

    async def _extract(self, page: FetchedPage, entry: FeedEntry) -> ExtractionResult:
        memory = self.host_memory.get(site_of(page.final_url) or "", frozenset())
        return await self.pool.run(read_page, page, entry, memory, key=page.sha256)

    async def _from_feed(
        self, entry: FeedEntry, failure: Failure | None, reason: str, page: FetchedPage | None = None
    ) -> ArticleOutcome:
        """The feed's own text as the article, if it has any; whole only where the feed is set up to hold all."""
        quality = Quality.PARTIAL if failure else Quality.FULL
        memory = self.host_memory.get((entry.url and site_of(entry.url)) or "", frozenset())
        assessment = QualityAssessment(quality, f"the feed's own text: {reason}")
        try:
            article = await self.pool.run(read_feed_content, entry, assessment, memory)
        except ExtractError as error:
            return ArticleOutcome(entry, None, page, failure=_unreadable(entry.url or entry.entry_key, error))
        return ArticleOutcome(entry, article, page, failure=failure or _nothing(entry, article))


def _unreadable(key: str, error: ExtractError) -> Failure:
    kind = FailureKind.TRANSIENT if is_transient(error) else FailureKind.PERMANENT
    cause = error.cause if isinstance(error, WorkerError) else "unreadable"
    return Failure("extract", key, kind, cause, f"The page could not be taken apart: {error}.")


def _verdict_as_failure(key: str, article: Article) -> Failure:
    return Failure(
        "extract", key, FailureKind.PERMANENT, article.quality.value, f"No article: {article.quality_reason}."
    )


def _nothing(entry: FeedEntry, article: Article | None) -> Failure | None:
    if article is not None:
        return None
    key = entry.url or entry.entry_key
    return Failure("extract", key, FailureKind.PERMANENT, "empty", "The feed's entry has no text of its own.")


def _says_more(told: Article | None, page: Article) -> bool:
    """True if the feed's text is to be preferred: to anything but a paywalled page that shows more."""
    return told is not None and (page.quality is not Quality.PAYWALL or len(told.text) > len(page.text))
