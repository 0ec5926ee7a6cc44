"""Articles with their versions, pages and sightings: what became of the entries that were read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import duckdb
import pyarrow as pa

from core.records import Article, ArticleOutcome, FailureKind, FetchedPage
from storage.database import statements
from storage.database.columns import aware, table_of, utc
from storage.tables import feeds

ARTICLE = """
    article_id, feed_id, entry_key, url, site, title, text, zones, quality, quality_reason, content_hash,
    first_seen_at, published, author, language, origin
"""
"""The columns of `versions` that make an Article."""

_SIGHTING = ("article_id", "feed_id", "entry_key")


def save_readings(
    db: duckdb.DuckDBPyConnection, run_id: str, outcomes: Sequence[ArticleOutcome], read_at: datetime
) -> None:
    """Logs every outcome, and takes what was read or given up from the queue."""
    _log(db, run_id, outcomes, read_at)
    again = {
        (one.entry.feed_id, one.entry.entry_key)
        for one in outcomes
        if one.article is None and one.failure is not None and one.failure.kind is FailureKind.TRANSIENT
    }
    done = {(one.entry.feed_id, one.entry.entry_key) for one in outcomes} - again
    feeds.postpone(db, again, read_at)
    feeds.finish(db, done)


def _log(db: duckdb.DuckDBPyConnection, run_id: str, outcomes: Sequence[ArticleOutcome], read_at: datetime) -> None:
    articles = [one.article for one in outcomes]
    failures = [one.failure for one in outcomes]
    rows = statements.table(
        feed_id=[one.entry.feed_id for one in outcomes],
        entry_key=[one.entry.entry_key for one in outcomes],
        url=[one.entry.url for one in outcomes],
        article_id=[article and article.article_id for article in articles],
        site=[article and article.site for article in articles],
        quality=[article and article.quality for article in articles],
        failure_kind=[failure and failure.kind for failure in failures],
        failure_cause=[failure and failure.cause for failure in failures],
        failure_message=[failure and failure.message for failure in failures],
    )
    statements.insert(db, "readings", rows, run_id=run_id, read_at=utc(read_at))


class Fresh(NamedTuple):
    """The outcomes that brought a new version, in order, each with the first-seen instant of its article.

    `edited` are the articles among them that were stored before.
    """

    outcomes: tuple[ArticleOutcome, ...]
    edited: frozenset[str]

    @property
    def new_articles(self) -> int:
        """How many of the articles were not stored before."""
        return len({one.article.article_id for one in self.outcomes if one.article} - self.edited)


def save_versions(db: duckdb.DuckDBPyConnection, outcomes: Sequence[ArticleOutcome], stored_at: datetime) -> Fresh:
    """Stores what is new of the articles read, with pages, sightings and blocks."""
    by_version: dict[tuple[str, str], ArticleOutcome] = {}
    for one in outcomes:
        if one.article:
            by_version.setdefault((one.article.article_id, one.article.content_hash), one)
    known = _known(db, statements.table(article_id={article_id for article_id, _ in by_version}))
    fresh = tuple(
        _aged(one, known.get(article_id))
        for (article_id, content_hash), one in by_version.items()
        if article_id not in known or known[article_id].lacks(content_hash)
    )
    articles = [one.article for one in fresh if one.article]
    edited = frozenset(article.article_id for article in articles if article.article_id in known)
    _insert_versions(db, articles, stored_at, edited)
    _insert_pages(db, fresh)
    _insert_sightings(db, [one.article for one in outcomes if one.article], stored_at, known)
    _remember_blocks(db, articles, stored_at)
    return Fresh(fresh, edited)


class _Known(NamedTuple):
    """What is stored of an article; a purged one has neither versions nor an age."""

    hashes: set[str]
    first_seen_at: datetime | None

    def lacks(self, content_hash: str) -> bool:
        """True for a version that is worth storing."""
        return self.first_seen_at is not None and content_hash not in self.hashes


def _known(db: duckdb.DuckDBPyConnection, wanted: pa.Table) -> dict[str, _Known]:
    """Those among these articles that are stored or were purged."""
    rows = db.execute(_KNOWN).fetchall() if wanted.num_rows else []
    known: dict[str, _Known] = {}
    for article_id, content_hash, first in rows:
        known.setdefault(article_id, _Known(set(), first and aware(first))).hashes.add(content_hash)
    return known


_KNOWN = """
    SELECT article_id, content_hash, first_seen_at FROM versions SEMI JOIN wanted USING (article_id)
    UNION ALL SELECT article_id, NULL, NULL FROM tombstones SEMI JOIN wanted USING (article_id)
"""


def _aged(outcome: ArticleOutcome, known: _Known | None) -> ArticleOutcome:
    """The outcome with its article as old as its first version."""
    if outcome.article is None or known is None or known.first_seen_at is None:
        return outcome
    return replace(outcome, article=replace(outcome.article, first_seen_at=known.first_seen_at))


def _insert_versions(
    db: duckdb.DuckDBPyConnection, articles: Sequence[Article], stored_at: datetime, edited: Collection[str]
) -> None:
    """Appends the versions; those of `edited` that were current are so no longer."""
    if not articles:
        return
    ids = [article.article_id for article in articles]
    last = {article_id: place for place, article_id in enumerate(ids)}
    current = [last[article_id] == place for place, article_id in enumerate(ids)]
    if edited:
        with statements.listed(db, "edited", article_id=edited):
            db.execute("UPDATE versions SET is_current = false WHERE is_current AND article_id IN (FROM edited)")
    rows = table_of(Article, articles, omit=("block_hashes",), is_current=current)
    statements.insert(db, "versions", rows, stored_at=utc(stored_at))


def _insert_pages(db: duckdb.DuckDBPyConnection, fresh: Iterable[ArticleOutcome]) -> None:
    found = [(one.article, one.page) for one in fresh if one.article and one.page]
    rows = table_of(
        FetchedPage,
        [page for _, page in found],
        article_id=[article.article_id for article, _ in found],
        content_hash=[article.content_hash for article, _ in found],
    )
    statements.insert(db, "pages", rows)


def _insert_sightings(
    db: duckdb.DuckDBPyConnection, articles: Iterable[Article], seen_at: datetime, known: Collection[str]
) -> None:
    """Notes by which entries the articles were met; only those of `known` can have been met before."""
    keys = {(article.article_id, article.feed_id, article.entry_key) for article in articles}
    new, old = ([key for key in keys if (key[0] in known) is met] for met in (False, True))
    statements.insert(db, "sightings", _sightings(new), seen_at=utc(seen_at))
    statements.insert_new(db, "sightings", _sightings(old), _SIGHTING, seen_at=utc(seen_at))


def _sightings(keys: Sequence[tuple[str, str, str]]) -> pa.Table:
    columns = zip(*keys, strict=True) if keys else ((), (), ())
    return statements.table(**dict(zip(_SIGHTING, columns, strict=True)))


def _remember_blocks(db: duckdb.DuckDBPyConnection, articles: Sequence[Article], seen_at: datetime) -> None:
    pairs = [(article, block) for article in articles for block in dict.fromkeys(article.block_hashes)]
    if not pairs:
        return
    with statements.listed(
        db,
        "seen",
        site=[article.site for article, _ in pairs],
        block_hash=[block for _, block in pairs],
        article_id=[article.article_id for article, _ in pairs],
    ):
        merged = db.sql(_MERGE_BLOCKS, params=[utc(seen_at)]).to_arrow_table()
    statements.replace(db, "host_blocks", merged, ("site", "block_hash"))


_MERGE_BLOCKS = """
    WITH grouped AS (
        SELECT site, block_hash, count(DISTINCT article_id) AS pages, max(article_id) AS last_article_id
        FROM seen GROUP BY ALL
    )
    SELECT site, block_hash, grouped.last_article_id, ?::TIMESTAMP AS last_seen_at,
        coalesce(old.pages, 0) + grouped.pages - coalesce(old.last_article_id = grouped.last_article_id, false)::BIGINT
            AS pages
    FROM grouped LEFT JOIN host_blocks old USING (site, block_hash)
"""


def host_memory(db: duckdb.DuckDBPyConnection, sites: Collection[str]) -> dict[str, frozenset[str]]:
    """Hashes of the blocks that stood in at least two articles of each site."""
    memory: dict[str, set[str]] = {site: set() for site in sites}
    with statements.listed(db, "wanted", site=sites):
        sql = "SELECT site, block_hash FROM host_blocks SEMI JOIN wanted USING (site) WHERE pages >= 2"
        for site, block in db.execute(sql).fetchall():
            memory[site].add(block)
    return {site: frozenset(blocks) for site, blocks in memory.items()}


def by_id(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, Article]:
    """The current version of these articles."""
    with statements.listed(db, "wanted", article_id=article_ids):
        sql = f"SELECT {ARTICLE} FROM versions SEMI JOIN wanted USING (article_id) WHERE is_current"
        return {article.article_id: article for article in statements.select(db, Article, sql)}


def find(db: duckdb.DuckDBPyConnection, identity: str) -> Article | None:
    """The current version of the article with this id or URL; None if it is not stored."""
    sql = f"SELECT {ARTICLE} FROM versions WHERE is_current AND (article_id = $id OR url = $id) LIMIT 1"
    return next(iter(statements.select(db, Article, sql, {"id": identity})), None)


def last_failure(db: duckdb.DuckDBPyConnection, identity: str) -> str | None:
    """Why the entry with this URL could not be read the last time, None if nothing is known of that."""
    sql = "SELECT failure_message FROM readings WHERE url = ? ORDER BY read_at DESC LIMIT 1"
    failure: str | None = statements.scalar(db, sql, [identity])
    return failure
