"""Articles, their versions and stored pages."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from datetime import datetime

from core.protocols import WordIndexer
from core.records import Article, ArticleOutcome, Failure, FetchedPage, Quality
from storage.database.live_file import GaveWayError, giving_way, transaction
from storage.results import SaveResult, SearchResult
from storage.store.store_part import StorePart
from storage.tables import articles, hits, rechecks, runs, search, site_pauses, suppressions, words
from storage.tables.hits import HitChanges, MatchedArticle
from storage.tables.search import SearchQuery

_GIVES_WAY_S = 3.0
_AFTER_YOU_S = 0.1  # longer than a waiting writer takes to see that the lock is free
_NO_LONGER_FOUND = "no longer in the article"


class Articles(StorePart):
    """Articles, their versions and stored pages."""

    def save(self, run_id: str, outcomes: Sequence[ArticleOutcome], found_at: datetime) -> SaveResult:
        """Stores a batch of read entries: pages, versions, hits, and the queue. Repeating it changes nothing."""
        with transaction(self.paths) as db:
            new = articles.save_versions(db, outcomes, found_at)
            changes = HitChanges(hits.stored(db, new.edited), found_at)
            for one in new.outcomes:
                if one.article and (one.hits or one.article.article_id in new.edited):
                    trusted = one.article.quality is Quality.FULL
                    changes.apply(MatchedArticle(one.article, one.hits, trusted=trusted), None, _NO_LONGER_FOUND)
            changes.write(db)
            held = suppressions.hold(db, [changes.rows[one] for one in changes.new], found_at)
            rechecks.schedule(db, outcomes, found_at)
            articles.save_readings(db, run_id, outcomes, found_at)
            site_pauses.save(db, outcomes, found_at)
            if new.outcomes:
                runs.touch(db)
        return SaveResult(
            new_articles=new.new_articles,
            new_versions=len(new.outcomes),
            new_hits=tuple(changes.new.values()),
            changed_hits=tuple(changes.changed.values()),
            closed_hits=tuple(changes.closed.values()),
            failures=tuple(one.failure for one in outcomes if one.failure),
            held_hits=held,
        )

    def paused_sites(self, now: datetime) -> frozenset[str]:
        """The sites that are not to be asked for a page now, because they asked for a pause."""
        with transaction(self.paths) as db:
            return site_pauses.in_force(db, now)

    def queue_rechecks(self, now: datetime) -> int:
        """Queues the pages with a hit that are due to be read again, for an edit; returns how many."""
        with transaction(self.paths) as db:
            return rechecks.queue(db, now)

    def find(self, identity: str) -> Article | None:
        """The current version of the article with this id or URL; None if it is not stored."""
        with transaction(self.paths) as db:
            return articles.find(db, identity)

    def page_body(self, article_id: str, content_hash: str) -> bytes | None:
        """The bytes from which this version of an article was read, as they came; None if they are not stored."""
        with transaction(self.paths) as db:
            return articles.page_body(db, article_id, content_hash)

    def page(self, article_id: str, content_hash: str) -> FetchedPage | None:
        """The page from which this version of an article was read; None if it is not stored (any more)."""
        with transaction(self.paths) as db:
            return articles.page(db, article_id, content_hash)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """The versions of an article, oldest first; empty if it is not stored."""
        with transaction(self.paths) as db:
            return articles.versions(db, article_id)

    def set_read_by_hand(self, url: str, at: datetime, reader: str | None, *, is_read: bool = True) -> None:
        """Records that a person has read a page that the watch could not, or takes that back."""
        with transaction(self.paths) as db:
            articles.set_read_by_hand(db, url, at, reader, is_read=is_read)
            runs.touch(db)

    def last_failure(self, url: str) -> str | None:
        """Why the last attempt to read the entry with this URL failed; None if it did not or is not logged."""
        with transaction(self.paths) as db:
            return articles.last_failure(db, url)

    def host_memory(self, sites: Collection[str]) -> dict[str, frozenset[str]]:
        """For each site, the hashes of the text blocks that occurred in at least two of its articles."""
        with transaction(self.paths) as db:
            return articles.host_memory(db, sites)

    def search(self, query: SearchQuery, limit: int, offset: int = 0) -> SearchResult:
        """Stored articles with these words and phrases, newest first.

        Over a large archive it takes most of a second, so it gives way to a cycle's writers, for a few seconds.
        """
        started = time.monotonic()
        while time.monotonic() - started < _GIVES_WAY_S:
            try:
                with giving_way(self.paths) as db:
                    return search.find(db, query, limit, offset)
            except GaveWayError:
                time.sleep(_AFTER_YOU_S)
        with transaction(self.paths) as db:
            return search.find(db, query, limit, offset)

    def index_words(self, indexer: WordIndexer, limit: int = 2_000) -> tuple[int, tuple[Failure, ...]]:
        """Adds at most `limit` stored articles to the word index; returns how many (0 if none is left) and failures."""
        with transaction(self.paths) as db:
            return words.index(db, indexer, limit)
