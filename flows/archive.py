"""Matches stored articles again after a watchlist edit, newest first and resumable at any batch."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

from matching.engine import Matcher
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.model import Watchlist
from storage.results import RematchJob, SaveResult
from storage.store import Store

log = logging.getLogger("watchword.rematch")

_REMATCH_BATCH = 500  # articles
_INDEX_BATCH = 2_000  # articles


def index_words(store: Store) -> None:
    """Indexes the words of all stored articles, so that a re-match need not read every one."""
    indexer = FoldedWordIndexer()
    while store.index_words(indexer, _INDEX_BATCH) >= _INDEX_BATCH:
        pass


def reread(store: Store, job: RematchJob, watchlist: Watchlist, matcher: Matcher) -> Iterator[tuple[int, SaveResult]]:
    """Runs a job; yields for each batch how many articles it read and what was saved. The last batch reads none."""
    only, presearch = frozenset(job.target_ids), WatchlistPresearch.of(watchlist, job.target_ids)
    read = -1
    while read:
        articles = store.rematch_batch(job, _REMATCH_BATCH, presearch)
        hits = [hit for article in articles for hit in matcher.match(article) if hit.target_id in only]
        read = len(articles)
        yield read, store.save_rematch(job, articles, hits, datetime.now(UTC))


def reread_archive(store: Store, watchlist: Watchlist, matcher: Matcher, *, most: int) -> int:
    """Runs the open jobs until about `most` articles are read, and returns how many hits they found.

    The rest is left for the next run.
    """
    found = total = 0
    for job in store.rematch_jobs():
        for read, saved in reread(store, job, watchlist, matcher):
            total += read
            found += len(saved.new_hits)
            if total >= most:
                return found
    if total:
        log.info("stored articles read again: %d; new hits: %d", total, found)
    return found
