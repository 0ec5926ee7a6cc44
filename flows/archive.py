"""Reading stored articles again after a watchlist edit, newest first, and resumable at any batch."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

from matching.engine import Matcher
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.model import Watchlist
from storage.store import Store
from storage.values import RematchJob, Saved

log = logging.getLogger("watchword.rematch")

_ARTICLES_A_BATCH = 500
_INDEXED_AT_ONCE = 2_000


def index_words(store: Store) -> None:
    """Brings the index of words up to date, by which a re-match finds the few articles that are worth reading."""
    indexer = FoldedWordIndexer()
    while store.index_words(indexer, _INDEXED_AT_ONCE) >= _INDEXED_AT_ONCE:
        pass


def reread(store: Store, job: RematchJob, watchlist: Watchlist, matcher: Matcher) -> Iterator[tuple[int, Saved]]:
    """How many articles each batch of the job read, and what that changed; the last one reads none and ends the job."""
    only, presearch = frozenset(job.target_ids), WatchlistPresearch.of(watchlist, job.target_ids)
    read = -1
    while read:
        articles = store.rematch_batch(job, _ARTICLES_A_BATCH, presearch)
        hits = [hit for article in articles for hit in matcher.match(article) if hit.target_id in only]
        read = len(articles)
        yield read, store.save_rematch(job, articles, hits, datetime.now(UTC))


def reread_archive(store: Store, watchlist: Watchlist, matcher: Matcher, *, most: int) -> int:
    """How many hits the open jobs found, reading about `most` articles at most; the rest waits for the next run."""
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
