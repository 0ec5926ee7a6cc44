"""Pending entries become articles: pages fetched under the policy, parsed in worker processes, else the feed's text.

Nothing here raises for one entry: what went wrong is the failure of its outcome. Where a page is unreadable, its AMP or
print version is read, else the feed's own text. An outcome may have both: the best text that could be read as its
article, and as its failure why the page itself could not; such a page is asked for again later, and then replaces the
article under the same id. A page without the item's headline and words is read together with what the feed says.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from core.errors import ExtractError, is_transient
from core.isolation import attempt_async
from core.page_bodies import with_packed_body
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
    Stage,
    StoredPage,
)
from core.urls import canonical, same_site, site_of
from extractors.fetching.client import Fetched, Fetcher, Request
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind
from extractors.fetching.robots import Robots
from extractors.pages.article import ExtractionResult, read_feed_content, read_packed_page, with_content_hash
from extractors.pages.feed_words import with_page
from extractors.pages.quality import QualityAssessment
from extractors.worker_pool import WorkerPool
from extractors.workers.errors import WorkerCrashError, WorkerError

_MAX_WAIT_FOR_PAGE = timedelta(hours=1)  # also where the page was not asked for, as its site had its share
_MAX_ALTERNATE_PAGES = 3
_READABLE_QUALITIES = (Quality.FULL, Quality.PARTIAL, Quality.NOT_ARTICLE)
_MOST_ATTEMPTS = 3  # at a page that fails for good; some appear minutes after they were announced
_NO_LIMIT = 1_000  # the queue has its own
_NOT_ASKED = FetchErrorKind.SITE_LIMIT.value
_MAX_ALTERNATES_S = 45.0  # for all of an article's further versions together
_FRONT_PATH = re.compile(
    r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|home|default|main)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
_CUT_OFF = re.compile(r"(?:…|\.\.\.|&hellip;|&#8230;)[\s\])]*(?:</?\w+>\s*)*$")
_TAIL = 100  # characters of a text that are searched for the dots by which an excerpt ends
_QUALITY_RANK = {quality: rank for rank, quality in enumerate(reversed(Quality))}


async def read_entries(
    fetcher: Fetcher,
    pending: Sequence[PendingEntry],
    *,
    sources: Mapping[str, FeedSource],
    host_memory: Mapping[str, frozenset[str]],
    pool: WorkerPool,
    now: datetime,
    turn: int = 0,
    then: Callable[[ArticleOutcome], ArticleOutcome] = lambda outcome: outcome,
) -> list[ArticleOutcome]:
    """The outcome of each entry, in order; none of those that wait because their site had its share.

    Args:
        fetcher: All fetches go through it, so that its rate limits hold for them.
        pending: The entries to read.
        sources: The feeds by id; an entry of a feed that is not among them is read from its page.
        host_memory: By site, the hashes of the blocks that several of its pages share.
        pool: The workers in which pages are parsed.
        now: The time of the run; an entry first seen an hour before it no longer waits for its page.
        turn: Pages of a lower turn are parsed first where they wait for the workers.
        then: What is done with each outcome as soon as it is there, in a thread, one after the other: other entries
            wait for their sites meanwhile.
    """
    parsing = defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(pool.processes))
    reader = _Reader(fetcher, Robots(fetcher), sources, host_memory, pool, now, turn, parsing)

    async def outcome_of(one: PendingEntry) -> ArticleOutcome | None:
        outcome = await reader.read(one)
        return outcome and await asyncio.get_running_loop().run_in_executor(thread, then, outcome)

    with ThreadPoolExecutor(1, "outcomes") as thread:
        outcomes = await asyncio.gather(*map(outcome_of, pending))
    return [one for one in outcomes if one is not None]


@dataclass(frozen=True, slots=True)
class _Reader:
    fetcher: Fetcher
    robots: Robots
    sources: Mapping[str, FeedSource]
    host_memory: Mapping[str, frozenset[str]]
    pool: WorkerPool
    now: datetime
    turn: int
    parsing: defaultdict[str, asyncio.Semaphore]  # by site

    async def read(self, pending: PendingEntry) -> ArticleOutcome | None:
        """The outcome of this entry, whatever happens while it is read; None if it waits for the next cycle."""
        entry = pending.entry
        outcome = await attempt_async(Stage.EXTRACT, entry.url or entry.entry_key, self._read(pending))
        if isinstance(outcome, Failure):
            return ArticleOutcome(entry, failure=outcome)
        if outcome.article is None and outcome.failure and outcome.failure.cause == _NOT_ASKED:
            return None
        if outcome.article is not None and pending.article_id is not None:
            outcome = replace(outcome, article=replace(outcome.article, article_id=pending.article_id))
        most = _MOST_ATTEMPTS if outcome.failure and outcome.failure.kind is FailureKind.PERMANENT else _NO_LIMIT
        pause = self.fetcher.limits.pause_of(entry.url) if entry.url else None
        return replace(outcome, retry=outcome.retry and pending.attempts + 1 < most, pause=pause)

    async def _read(self, pending: PendingEntry) -> ArticleOutcome:
        """The outcome of this entry, from its page or its feed.

        A page that fails for a while is waited for until the second attempt, a quarter of an hour later.
        """
        entry, source = pending.entry, self.sources.get(pending.entry.feed_id)
        if entry.url is None or (source is not None and source.full_text is FullText.FEED):
            return await self._from_feed(entry, None, "as the feed is set up" if entry.url else "the entry has no link")
        if pending.stored is not None:
            return await self._look_again(entry, entry.url, pending.stored)
        page, failure = await self._fetch(entry.url)
        if page is not None:
            try:
                return await self._from_page(entry, page)
            except FetchAttemptError as error:
                failure = _left_unparsed(page.url, error)
        is_worth_waiting = pending.attempts == 0 and self.now - entry.seen_at < _MAX_WAIT_FOR_PAGE
        if failure and failure.kind is FailureKind.TRANSIENT and is_worth_waiting:
            return ArticleOutcome(entry, failure=failure)
        return await self._from_feed(entry, failure, failure.message if failure else "no page")

    async def _look_again(self, entry: FeedEntry, url: str, stored: StoredPage) -> ArticleOutcome:
        """What became of a page that is stored: its article as it is now, or nothing if the page is the same.

        What can no longer be read, or not as much of it, is a failure and leaves what is stored.
        """
        fetched = await attempt_async(Stage.PAGE, url, self._ask(Request(url, stored.etag, stored.last_modified)))
        if isinstance(fetched, Failure) or fetched.page is None:
            failure = fetched if isinstance(fetched, Failure) else fetched.failure(Stage.PAGE, url)
            return ArticleOutcome(entry, failure=failure)
        try:
            outcome = await self._from_page(entry, fetched.page)
        except FetchAttemptError as error:
            return ArticleOutcome(entry, failure=_left_unparsed(url, error))
        if outcome.article is None or (stored.is_whole and outcome.article.quality is not Quality.FULL):
            return ArticleOutcome(entry, failure=outcome.failure or _no_longer_whole(url))
        return outcome

    async def _fetch(self, url: str) -> tuple[FetchedPage | None, Failure | None]:
        """The page, or why there is none."""
        fetched = await attempt_async(Stage.PAGE, url, self._ask(Request(url)))
        if isinstance(fetched, Failure):
            return None, fetched
        return fetched.page, fetched.failure(Stage.PAGE, url)

    async def _ask(self, request: Request) -> Fetched | Failure:
        """The answer to a request for a page, or why robots.txt forbids it.

        The page is packed, because it waits for a worker and then to be stored, among the pages of all batches.
        """
        fetched = await self.robots.refusal_of(request.url) or await self.fetcher.fetch(request)
        if isinstance(fetched, Failure) or fetched.page is None:
            return fetched
        return replace(fetched, page=with_packed_body(fetched.page))

    async def _from_page(self, entry: FeedEntry, page: FetchedPage) -> ArticleOutcome:
        """The outcome of this page. Raises FetchAttemptError if its site had its share of this cycle meanwhile."""
        try:
            reading = await self._extract(page, entry)
        except ExtractError as error:
            return await self._from_feed(entry, _unreadable(page.url, error), str(error), page)
        if _is_sent_home(page):
            failure = _sent_home_failure(page)
            return await self._with_feed_words(entry, reading.article, page, failure, failure.message)
        if reading.article.quality not in _READABLE_QUALITIES:
            reading = await self._best_alternate_page(entry, reading, page) or reading
        article = reading.article
        if article.quality not in _READABLE_QUALITIES:
            return await self._with_feed_words(
                entry, article, page, _quality_failure(page.url, article), article.quality_reason
            )
        if article.quality is Quality.NOT_ARTICLE:
            return await self._with_feed_words(entry, article, page, None, f"not an article: {article.quality_reason}")
        if not reading.holds_feed_words:
            return await self._with_feed_words(entry, article, page, None, "the page does not have the item's words")
        return ArticleOutcome(entry, article, page)

    async def _with_feed_words(
        self, entry: FeedEntry, article: Article, page: FetchedPage, failure: Failure | None, reason: str
    ) -> ArticleOutcome:
        """The feed's words with the text of a page that is not the article or does not hold it; both are matched.

        The page alone where the feed says nothing. A consent wall and a page without text add nothing to the words.
        """
        outcome = await self._from_feed(entry, failure, reason, page)
        if outcome.article is None:
            return replace(outcome, article=article)
        if article.quality in (Quality.CONSENT, Quality.EMPTY):
            return outcome
        both = with_page(outcome.article, article, f"the feed's own words and the page: {reason}")
        if article.quality is Quality.PAYWALL and outcome.article.site == article.site:  # the page's own identity
            both = replace(both, article_id=article.article_id, url=article.url, site=article.site)
        return replace(outcome, article=with_content_hash(both), failure=failure)

    async def _best_alternate_page(
        self, entry: FeedEntry, reading: ExtractionResult, page: FetchedPage
    ) -> ExtractionResult | None:
        """The best AMP or print version that the page links to, under the identity of the page; None if none is better.

        A version is better if it can be read where the page cannot.
        """
        found: list[ExtractionResult] = []
        loop = asyncio.get_running_loop()
        end = loop.time() + _MAX_ALTERNATES_S
        for url in reading.alternate_urls[:_MAX_ALTERNATE_PAGES]:
            if loop.time() > end:
                break
            other, _ = await self._fetch(url) if same_site(url, page.final_url) else (None, None)
            try:
                found += [await self._extract(other, entry)] if other else []
            except (ExtractError, FetchAttemptError):
                continue  # the verdict on the page itself is what counts
        best = max(found, key=lambda one: (_QUALITY_RANK[one.article.quality], len(one.article.text)), default=None)
        if best is None or best.article.quality not in _READABLE_QUALITIES:
            return None
        first = reading.article
        return replace(best, article=replace(best.article, article_id=first.article_id, url=first.url, site=first.site))

    async def _extract(self, page: FetchedPage, entry: FeedEntry) -> ExtractionResult:
        """What the page says. Raises ExtractError, or FetchAttemptError if its site had its share of this cycle.

        A site has as many pages in the workers at a time as there are workers: the share is looked at before each.
        """
        site, limits = site_of(page.final_url) or "", self.fetcher.limits
        memory = self.host_memory.get(site, frozenset())
        async with self.parsing[site]:
            limits.check_parsing(page.final_url)
            reading = await self.pool.run(
                read_packed_page,
                page,
                entry,
                memory,
                key=page.sha256,
                turn=self.turn,
                timed=lambda seconds: limits.spend(page.final_url, parsing_seconds=seconds),
            )
        _check_identity(reading.article, entry, canonical(page.final_url) or page.final_url)
        return reading

    async def _from_feed(
        self, entry: FeedEntry, failure: Failure | None, reason: str, page: FetchedPage | None = None
    ) -> ArticleOutcome:
        """What the feed says as the article: full without a failure of the page, else partial.

        With a failure, the page is asked for again. A post is full although its page, drawn by script, cannot be read.
        """
        if failure and _is_post(entry, failure):
            failure, page, reason = None, None, f"a post, which is in the feed whole; {reason}"
        quality = Quality.PARTIAL if failure or page else Quality.FULL
        source = self.sources.get(entry.feed_id)
        feed_url = source.url if source else None
        memory = self.host_memory.get((entry.url and site_of(entry.url)) or "", frozenset())
        assessment = QualityAssessment(quality, f"the feed's own text: {reason}")
        try:
            article = await self.pool.run(read_feed_content, entry, assessment, memory, feed_url, turn=self.turn)
            if article is not None:
                _check_identity(article, entry, entry.url and (canonical(entry.url) or entry.url), feed_url)
        except ExtractError as error:
            return ArticleOutcome(entry, None, page, failure=_unreadable(entry.url or entry.entry_key, error))
        failure = failure or (_empty_failure(entry) if article is None and page is None else None)
        return ArticleOutcome(entry, article, page, failure=failure, retry=article is not None and failure is not None)


def _is_post(entry: FeedEntry, failure: Failure) -> bool:
    """True for an item without a title, as Mastodon, Bluesky and their like write posts, whose page has no text for us.

    RSS 2.0: an item has a title or a description at least; what has a description alone is a text of its own, unless
    it breaks off.
    """
    text = entry.content or entry.summary
    is_whole = bool(text) and not _CUT_OFF.search((text or "")[-_TAIL:])
    has_no_page = failure.kind is FailureKind.PERMANENT and failure.cause in ("empty", "http_status")
    return has_no_page and is_whole and not (entry.title or "").strip()


def _check_identity(article: Article, entry: FeedEntry, url: str | None, feed_url: str | None = None) -> None:
    """Raises WorkerCrashError for an article of another item or site: a parser that was taken over could name any."""
    is_of_entry = (article.feed_id, article.entry_key) == (entry.feed_id, entry.entry_key)
    sites = {(site_of(one) if one else None) or "" for one in (url, feed_url or url)}
    covered = zip((0, *(zone.end for zone in article.zones)), (zone.start for zone in article.zones), strict=False)
    is_covered = all(end == start for end, start in covered)
    is_of_site = article.site in sites and (not article.url or (site_of(article.url) or "") in sites)
    if not (is_of_entry and is_of_site and is_covered):
        raise WorkerCrashError("its worker process returned something else than this page's article")


def _left_unparsed(key: str, error: FetchAttemptError) -> Failure:
    return Failure(Stage.EXTRACT, key, FailureKind.TRANSIENT, error.kind.value, error.message)


def _unreadable(key: str, error: ExtractError) -> Failure:
    kind = FailureKind.TRANSIENT if is_transient(error) else FailureKind.PERMANENT
    cause = error.cause if isinstance(error, WorkerError) else "unreadable"
    return Failure(Stage.EXTRACT, key, kind, cause, f"The page could not be parsed: {str(error).rstrip('.')}.")


def _quality_failure(key: str, article: Article) -> Failure:
    return Failure(
        Stage.EXTRACT, key, FailureKind.PERMANENT, article.quality.value, f"No article: {article.quality_reason}."
    )


def _empty_failure(entry: FeedEntry) -> Failure:
    key = entry.url or entry.entry_key
    return Failure(Stage.EXTRACT, key, FailureKind.PERMANENT, "empty", "The feed's entry has no words of its own.")


def _no_longer_whole(url: str) -> Failure:
    message = "The page no longer holds the article; the text as it was stays stored."
    return Failure(Stage.PAGE, url, FailureKind.PERMANENT, "no_longer_whole", message)


def _is_sent_home(page: FetchedPage) -> bool:
    """True if the address of an article redirected to a front page, as those of removed articles do."""
    return _is_front(page.final_url) and not _is_front(page.url)


def _is_front(url: str) -> bool:
    parts = urlsplit(canonical(url) or url)
    return not parts.query and bool(_FRONT_PATH.fullmatch(parts.path))


def _sent_home_failure(page: FetchedPage) -> Failure:
    message = "The address redirects to the site's front page."
    return Failure(Stage.PAGE, page.url, FailureKind.PERMANENT, "redirected_home", message)
