"""Reading stored articles again after a watchlist edit, newest first, and resumable at any batch."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from matching.engine import Matcher
from storage.store import Store

log = logging.getLogger("watchword.rematch")

ARTICLES_A_BATCH = 500


def reread_archive(store: Store, matcher: Matcher, *, most: int) -> int:
    """How many hits the open re-match jobs found, reading at most `most` articles; the rest waits for the next run."""
    found = read = 0
    for job in store.rematch_jobs():
        only = frozenset(job.target_ids)
        while read < most:
            articles = store.rematch_batch(job, ARTICLES_A_BATCH)
            hits = [hit for article in articles for hit in matcher.match(article) if hit.target_id in only]
            found += len(store.save_rematch(job, articles, hits, datetime.now(UTC)).new_hits)
            read += len(articles)
            if not articles:
                break
        if read:
            log.info("read %d stored articles again, %d new hits", read, found)
    return found
