"""Articles: their versions and pages, the entries that led to them, and the log of reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import duckdb
import pyarrow as pa

from core.page_bodies import unpacked_body, with_packed_body
from core.records import Article, ArticleOutcome, EntryOrigin, FailureKind, FetchedPage
from core.urls import canonical
from storage.database import statements
from storage.database.columns import aware, table_of, utc
from storage.tables import feeds

ARTICLE = """
    article_id, feed_id, entry_key, url, site, title, text, zones, quality, quality_reason, content_hash,
    first_seen_at, published, author, language, origin, publisher
"""
"""The columns of `versions` that are fields of Article."""

_ENTRY_KEY = ("article_id", "feed_id", "entry_key")


def save_readings(
    db: duckdb.DuckDBPyConnection, run_id: str, outcomes: Sequence[ArticleOutcome], read_at: datetime
) -> None:
    """Logs all outcomes and removes the entries that were read or given up from the queue.

    An entry whose article is made of the feed's words stays in it if its page is to be asked for again.
    """
    _log(db, run_id, outcomes, read_at)
    failed = {
        (one.entry.feed_id, one.entry.entry_key)
        for one in outcomes
        if one.retry or (one.article is None and one.failure is not None and one.failure.kind is FailureKind.TRANSIENT)
    }
    done = {(one.entry.feed_id, one.entry.entry_key) for one in outcomes} - failed
    feeds.postpone(db, failed, read_at)
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


class NewVersions(NamedTuple):
    """The outcomes with a new version, in order."""

    outcomes: tuple[ArticleOutcome, ...]  # each article with the first_seen_at of its first version
    edited: frozenset[str]  # the ids of the articles that were stored before

    @property
    def new_articles(self) -> int:
        """The number of articles that were not stored before."""
        return len({one.article.article_id for one in self.outcomes if one.article} - self.edited)


def save_versions(
    db: duckdb.DuckDBPyConnection, outcomes: Sequence[ArticleOutcome], stored_at: datetime
) -> NewVersions:
    """Stores the new versions among the outcomes, with their pages, entries and blocks."""
    by_version: dict[tuple[str, str], ArticleOutcome] = {}
    for one in outcomes:
        if one.article:
            key = (one.article.article_id, one.article.content_hash)
            if key not in by_version or by_version[key].entry.origin is not EntryOrigin.FRESH is one.entry.origin:
                by_version[key] = one  # an article that one feed gives without a date is fresh if another dates it
    known = _known(db, statements.table(article_id={article_id for article_id, _ in by_version}))
    new = tuple(
        _with_first_seen(one, known.get(article_id))
        for (article_id, content_hash), one in by_version.items()
        if article_id not in known or known[article_id].lacks(content_hash)
    )
    articles = [one.article for one in new if one.article]
    edited = frozenset(article.article_id for article in articles if article.article_id in known)
    _insert_versions(db, articles, stored_at, edited)
    _insert_pages(db, new)
    _insert_entries(db, [one.article for one in outcomes if one.article], stored_at, known)
    _remember_blocks(db, articles, stored_at)
    return NewVersions(new, edited)


class _Known(NamedTuple):
    """What is stored of an article."""

    hashes: set[str]  # content hashes of its versions
    first_seen_at: datetime | None  # None for a purged article

    def lacks(self, content_hash: str) -> bool:
        """True for a version to store: one that is not stored, of an article that was not purged."""
        return self.first_seen_at is not None and content_hash not in self.hashes


def _known(db: duckdb.DuckDBPyConnection, wanted: pa.Table) -> dict[str, _Known]:
    """The stored and purged ones among these articles, by article id."""
    rows = db.execute(_KNOWN).fetchall() if wanted.num_rows else []
    known: dict[str, _Known] = {}
    for article_id, content_hash, first in rows:
        known.setdefault(article_id, _Known(set(), first and aware(first))).hashes.add(content_hash)
    return known


_KNOWN = """
    SELECT article_id, content_hash, first_seen_at FROM versions SEMI JOIN wanted USING (article_id)
    UNION ALL SELECT article_id, NULL, NULL FROM tombstones SEMI JOIN wanted USING (article_id)
"""


def _with_first_seen(outcome: ArticleOutcome, known: _Known | None) -> ArticleOutcome:
    """The outcome with the first_seen_at of the stored article, if there is one."""
    if outcome.article is None or known is None or known.first_seen_at is None:
        return outcome
    return replace(outcome, article=replace(outcome.article, first_seen_at=known.first_seen_at))


def _insert_versions(
    db: duckdb.DuckDBPyConnection, articles: Sequence[Article], stored_at: datetime, edited: Collection[str]
) -> None:
    """Appends the versions, which become the current ones; `edited` are the articles with earlier versions."""
    if not articles:
        return
    ids = [article.article_id for article in articles]
    last = {article_id: index for index, article_id in enumerate(ids)}
    current = [last[article_id] == index for index, article_id in enumerate(ids)]
    if edited:
        with statements.registered_columns(db, "edited", article_id=edited):
            db.execute("UPDATE versions SET is_current = false WHERE is_current AND article_id IN (FROM edited)")
    rows = table_of(Article, articles, omit=("block_hashes",), is_current=current)
    statements.insert(db, "versions", rows, stored_at=utc(stored_at))


def page_body(db: duckdb.DuckDBPyConnection, article_id: str, content_hash: str) -> bytes | None:
    """The bytes from which this version was read, as they came; None if they are not stored (any more).

    Rows of earlier releases hold them as they are, which their checksum shows.
    """
    sql = "SELECT body, sha256 FROM pages WHERE article_id = ? AND content_hash = ?"
    stored = db.execute(sql, [article_id, content_hash]).fetchone()
    return unpacked_body(bytes(stored[0]), stored[1]) if stored else None


def page(db: duckdb.DuckDBPyConnection, article_id: str, content_hash: str) -> FetchedPage | None:
    """The page from which this version was read; None if it is not stored (any more)."""
    sql = """
        SELECT url, final_url, status, headers, ''::BLOB AS body, fetched_at, sha256 FROM pages
        WHERE article_id = ? AND content_hash = ? LIMIT 1
    """
    found = statements.select(db, FetchedPage, sql, [article_id, content_hash])
    body = page_body(db, article_id, content_hash) if found else None
    return None if body is None else replace(found[0], body=body)


def versions(db: duckdb.DuckDBPyConnection, article_id: str) -> tuple[Article, ...]:
    """The versions of an article, in the order in which they were stored."""
    sql = f"SELECT {ARTICLE} FROM versions WHERE article_id = ? ORDER BY stored_at, content_hash"
    return tuple(statements.select(db, Article, sql, [article_id]))


def _insert_pages(db: duckdb.DuckDBPyConnection, new: Iterable[ArticleOutcome]) -> None:
    """Stores the pages packed: a checkpoint writes the newest rows of a table again, up to 2,000."""
    found = [(one.article, with_packed_body(one.page)) for one in new if one.article and one.page]
    rows = table_of(
        FetchedPage,
        [page for _, page in found],
        article_id=[article.article_id for article, _ in found],
        content_hash=[article.content_hash for article, _ in found],
    )
    statements.insert(db, "pages", rows)


def _insert_entries(
    db: duckdb.DuckDBPyConnection, articles: Iterable[Article], seen_at: datetime, known: Collection[str]
) -> None:
    """Records which entries led to the articles; only for those in `known` can that be recorded already."""
    keys = {(article.article_id, article.feed_id, article.entry_key) for article in articles}
    new, old = ([key for key in keys if (key[0] in known) is is_known] for is_known in (False, True))
    statements.insert(db, "sightings", _entry_rows(new), seen_at=utc(seen_at))
    statements.insert_new(db, "sightings", _entry_rows(old), _ENTRY_KEY, seen_at=utc(seen_at))


def _entry_rows(keys: Sequence[tuple[str, str, str]]) -> pa.Table:
    columns = zip(*keys, strict=True) if keys else ((), (), ())
    return statements.table(**dict(zip(_ENTRY_KEY, columns, strict=True)))


def _remember_blocks(db: duckdb.DuckDBPyConnection, articles: Sequence[Article], seen_at: datetime) -> None:
    pairs = [(article, block) for article in articles for block in dict.fromkeys(article.block_hashes)]
    if not pairs:
        return
    with statements.registered_columns(
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
    """For each site, the hashes of the blocks that occurred in at least two of its articles."""
    repeated: dict[str, set[str]] = {site: set() for site in sites}
    with statements.registered_columns(db, "wanted", site=sites):
        sql = "SELECT site, block_hash FROM host_blocks SEMI JOIN wanted USING (site) WHERE pages >= 2"
        for site, block in db.execute(sql).fetchall():
            repeated[site].add(block)
    return {site: frozenset(blocks) for site, blocks in repeated.items()}


def by_id(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, Article]:
    """The current versions of these articles, by article id.

    Their rows are looked up first, so that DuckDB decompresses the texts of these alone: in an archive of 250,000 that
    takes a fifth of the time for 900 articles and a thirtieth for ten.
    """
    rows = "SELECT rowid FROM versions SEMI JOIN wanted USING (article_id) WHERE is_current"
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        sql = f"SELECT {ARTICLE} FROM versions WHERE rowid IN ({rows})"
        return {article.article_id: article for article in statements.select(db, Article, sql)}


def find(db: duckdb.DuckDBPyConnection, identity: str) -> Article | None:
    """The current version of the article with this id or URL; None if it is not stored."""
    sql = f"SELECT {ARTICLE} FROM versions WHERE is_current AND (article_id = $id OR url IN ($id, $canonical)) LIMIT 1"
    names = {"id": identity, "canonical": canonical(identity) or identity}
    return next(iter(statements.select(db, Article, sql, names)), None)


def set_read_by_hand(
    db: duckdb.DuckDBPyConnection, url: str, at: datetime, reader: str | None, *, is_read: bool
) -> None:
    """Records that a person has read the page, or takes that back."""
    statements.remove(db, "read_by_hand", statements.one_row(url=url), ("url",))
    if is_read:
        row = pa.table({"url": [url], "read_at": [utc(at)], "reader": pa.array([reader], pa.string())})
        statements.insert(db, "read_by_hand", row)


def last_failure(db: duckdb.DuckDBPyConnection, url: str) -> str | None:
    """Why the last attempt to read the entry with this URL failed; None if it did not or is not logged."""
    sql = "SELECT failure_message FROM readings WHERE url IN (?, ?) ORDER BY read_at DESC LIMIT 1"
    failure: str | None = statements.scalar(db, sql, [url, canonical(url) or url])
    return failure
