"""Matches stored articles again after a watchlist edit, newest first and resumable at any batch."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from core.isolation import attempt
from core.records import Failure, Hit, Stage
from matching.engine import Matcher
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.model import Watchlist
from storage.results import RematchJob, SaveResult
from storage.store import Store

log = logging.getLogger("watchword.rematch")

_REMATCH_BATCH = 500  # articles
_INDEX_BATCH = 2_000  # articles


def index_words(store: Store) -> tuple[Failure, ...]:
    """Indexes the words of all stored articles, so that a re-match need not read every one.

    Returns the failures to do so; a re-match reads those articles in full.
    """
    indexer = FoldedWordIndexer()
    failures: list[Failure] = []
    indexed = _INDEX_BATCH
    while indexed >= _INDEX_BATCH:
        indexed, failed = store.index_words(indexer, _INDEX_BATCH)
        failures += failed
    return tuple(failures)


def reread(store: Store, job: RematchJob, watchlist: Watchlist, matcher: Matcher) -> Iterator[tuple[int, SaveResult]]:
    """Runs a job; yields for each batch how many articles it read and what was saved. The last batch reads none.

    An article that cannot be matched keeps its hits; its failure is in the result.
    """
    only, presearch = frozenset(job.target_ids), WatchlistPresearch.of(watchlist, job.target_ids)
    read = -1
    while read:
        articles = store.rematch_batch(job, _REMATCH_BATCH, presearch)
        matched: dict[str, tuple[Hit, ...]] = {}
        failures: list[Failure] = []
        for article in articles:
            found = attempt(Stage.MATCH, article.url, partial(matcher.match, article))
            if isinstance(found, Failure):
                failures.append(found)
            else:
                matched[article.article_id] = tuple(hit for hit in found if hit.target_id in only)
        read = len(articles)
        saved = store.save_rematch(job, articles, matched, datetime.now(UTC))
        yield read, replace(saved, failures=tuple(failures))


def reread_archive(
    store: Store, watchlist: Watchlist, matcher: Matcher, *, most: int
) -> tuple[int, tuple[Failure, ...]]:
    """Runs the open jobs until about `most` articles are read; returns how many hits they found, and the failures.

    The rest is left for the next run.
    """
    found = total = 0
    failures: list[Failure] = []
    for job in store.rematch_jobs():
        for read, saved in reread(store, job, watchlist, matcher):
            total += read
            found += len(saved.new_hits)
            failures += saved.failures
            if total >= most:
                return found, tuple(failures)
    if total:
        log.info("stored articles read again: %d; new hits: %d", total, found)
    return found, tuple(failures)
