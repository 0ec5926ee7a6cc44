"""Matches stored articles again after a watchlist edit, newest first and resumable at any batch."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from math import inf

from core.isolation import attempt
from core.records import Article, Failure, Hit, Stage
from matching.engine import Matcher
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.model import Watchlist
from storage.results import RematchJob, SaveResult
from storage.store import Store

log = logging.getLogger("watchword.rematch")

_READ_TOGETHER = 8_000  # articles; the database unpacks the texts of 2,048 together
_SAVED_TOGETHER = 2_000  # articles, which are matched in one to ten seconds
INDEXED_TOGETHER = 100  # articles
_SAY_EVERY_S = 10.0


def index_words(store: Store, most: float = inf) -> tuple[Failure, ...]:
    """Indexes the words of stored articles, the newest first, so that a re-match need not read every one.

    At most about `most` of them; a re-match reads those in full that are not indexed. Returns the failures to do so.
    """
    indexer = FoldedWordIndexer()
    failures: list[Failure] = []
    indexed, done = INDEXED_TOGETHER, 0
    while indexed >= INDEXED_TOGETHER and done < most:
        indexed, failed = store.articles.index_words(indexer, INDEXED_TOGETHER)
        failures += failed
        done += indexed
    return tuple(failures)


def reread(store: Store, job: RematchJob, watchlist: Watchlist, matcher: Matcher) -> Iterator[tuple[int, SaveResult]]:
    """Runs a job; yields for each batch how many articles it read and what was saved.

    An article that cannot be matched keeps its hits; its failure is in the result.
    """
    only = frozenset(job.target_ids)
    presearch = None if job.planned else _presearch(store, job, watchlist)
    is_left = True
    while is_left:
        articles = store.watchlists.rematch_batch(job, _READ_TOGETHER, presearch)
        for start in range(0, max(1, len(articles)), _SAVED_TOGETHER):  # without articles the job ends
            together = articles[start : start + _SAVED_TOGETHER]
            matched, failures = _matched(together, matcher, only)
            saved = store.watchlists.save_rematch(job, together, matched, datetime.now(UTC))
            yield len(together), replace(saved, failures=failures)
        is_left = len(articles) == _READ_TOGETHER or (bool(articles) and _is_unfinished(store, job))


def _matched(
    articles: Sequence[Article], matcher: Matcher, only: Collection[str]
) -> tuple[dict[str, tuple[Hit, ...]], tuple[Failure, ...]]:
    """The hits of these targets by article, and the failures of the articles that cannot be matched."""
    matched: dict[str, tuple[Hit, ...]] = {}
    failures: list[Failure] = []
    for article in articles:
        found = attempt(Stage.MATCH, article.url, partial(matcher.match, article))
        if isinstance(found, Failure):
            failures.append(found)
        else:
            matched[article.article_id] = tuple(hit for hit in found if hit.target_id in only)
    return matched, tuple(failures)


def _is_unfinished(store: Store, job: RematchJob) -> bool:
    """True if a batch was short because its texts are long."""
    return job.job_id in (one.job_id for one in store.watchlists.rematch_jobs())


def _presearch(store: Store, job: RematchJob, watchlist: Watchlist) -> WatchlistPresearch | None:
    """The presearch for the job's entries; None where reading every article of the period costs less than asking it."""
    in_period = store.watchlists.rematch_period_size(job)
    presearch = WatchlistPresearch.of(watchlist, job.target_ids)
    is_worth_asking = presearch.is_worth_asking(in_period)
    if in_period:
        how = "the word index says which" if is_worth_asking else "all are read, which costs less than asking the index"
        log.info("changed entries: %d, with %d stored articles: %s", len(job.target_ids), in_period, how)
    return presearch if is_worth_asking else None


@dataclass(frozen=True, slots=True)
class ArchiveReading:
    """What a run did in the archive."""

    found: int = 0  # new hits that no suppression holds back
    read: int = 0  # articles
    left: int = 0  # articles that are left for the next run
    failures: tuple[Failure, ...] = ()
    held_back: int = 0  # new hits that a suppression holds back


def _not_shown(_read: int, _total: int) -> None:
    pass


def reread_archive(
    store: Store, watchlist: Watchlist, matcher: Matcher, *, most: int, show: Callable[[int, int], None] = _not_shown
) -> ArchiveReading:
    """Runs the open jobs until about `most` articles are read; the rest is left for the next run.

    `show` is called every ten seconds and at the end with how many articles are read, and how many are to be read.
    """
    done = ArchiveReading()
    progress = _Progress(show)
    for job in store.watchlists.rematch_jobs():
        for read, saved in reread(store, job, watchlist, matcher):
            done = ArchiveReading(
                done.found + len(saved.reportable_hits),
                done.read + read,
                failures=(*done.failures, *saved.failures),
                held_back=done.held_back + saved.held_back,
            )
            is_enough = done.read >= most
            if is_enough or progress.is_due():
                done = replace(done, left=store.watchlists.rematch_left())
                progress.say(done)
            if is_enough:
                return done
    if done.read:
        log.info("stored articles read again: %d; new hits: %d", done.read, done.found)
        show(done.read, done.read)
    return replace(done, left=0)


@dataclass(slots=True)
class _Progress:
    """Says every ten seconds how much of the archive is read."""

    show: Callable[[int, int], None]
    started: float = field(default_factory=time.monotonic)
    said: float = field(default_factory=time.monotonic)

    def is_due(self) -> bool:
        """True if it was last said ten seconds ago."""
        return time.monotonic() - self.said >= _SAY_EVERY_S

    def say(self, done: ArchiveReading) -> None:
        """Logs how many articles are read, and how long the others will take at this speed."""
        self.said = time.monotonic()
        self.show(done.read, done.read + done.left)
        minutes = (self.said - self.started) / max(1, done.read) * done.left / 60
        read, total = f"{done.read:,}", f"{done.read + done.left:,}"
        log.info("archive: %s of %s read again, newest first, about %.0f min left", read, total, minutes)
