"""Queries on the read snapshot: they never wait for a writer and can change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import duckdb

from core.errors import OtherVersionError, QueryError
from core.records import Band, Quality, ReviewVerdict
from core.settings import DataPaths
from core.urls import canonical
from storage.database import migrations
from storage.database.columns import from_json, utc
from storage.database.sandbox import SANDBOX, check_reads_only

_MIN_PREFIX = 4  # characters of an id


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a query. Instants are naive datetimes in UTC."""

    names: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by column name."""
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]


@contextmanager
def snapshot(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published snapshot, read-only. Raises QueryError if there is none yet."""
    if not paths.snapshot.exists():
        demo = paths.root / "demo"
        of_the_demo = f"; that of the demo is asked with --data {demo}" if (demo / paths.snapshot.name).exists() else ""
        raise QueryError(f"no database in {paths.root} yet; `watchword demo` or `watchword run` makes one{of_the_demo}")
    try:
        db = duckdb.connect(str(paths.snapshot), read_only=True, config=SANDBOX)
    except duckdb.Error as error:
        raise QueryError(f"{paths.snapshot}: {first_line(error)}; the next cycle publishes it anew") from error
    try:
        yield db
    finally:
        db.close()


def first_line(error: Exception) -> str:
    """What an error says first; engines append hints."""
    return str(error).split("\n", 1)[0]


def ask(paths: DataPaths, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Answer:
    """Runs a query. Raises QueryError with DuckDB's message if the SQL is invalid or would change something."""
    with snapshot(paths) as db:
        try:
            check_reads_only(db, sql)
            cursor = db.execute(sql, parameters)
            names = tuple(str(column[0]) for column in cursor.description or ())
            return Answer(names, tuple(cursor.fetchall()))
        except duckdb.Error as error:
            if isinstance(error, duckdb.CatalogException | duckdb.BinderException) and not _is_of_this_version(db):
                raise OtherVersionError(
                    f"{first_line(error)}: the read snapshot was published by another version of Watchword; the next "
                    "cycle publishes it anew"
                ) from error
            raise QueryError(str(error).strip()) from error


def _is_of_this_version(db: duckdb.DuckDBPyConnection) -> bool:
    try:
        return db.execute("SELECT schema_version FROM snapshot_info").fetchone() == (migrations.shipped()[-1].version,)
    except duckdb.Error:  # early versions did not store theirs
        return False


@dataclass(frozen=True, slots=True)
class Filters:
    """Which hits to return. Empty and None mean all."""

    targets: tuple[str, ...] = ()  # ids
    band: Band = Band.REVIEW  # the lowest band
    since: datetime | None = None  # the earliest found_at
    feeds: tuple[str, ...] = ()  # ids
    limit: int | None = None
    only: bool = False  # this band alone
    story: str | None = None  # the start of its id
    verdict: ReviewVerdict | None = None
    is_open: bool = False  # only those without a verdict
    with_closed: bool = False  # also hits that are no longer found, or of entries that are no longer listed


_HITS = """
    FROM hits_all WHERE ($with_closed OR status = 'open') AND list_contains($bands, band)
        AND (len($targets) = 0 OR list_contains($targets, target_id))
        AND (len($feeds) = 0 OR list_contains($feeds, feed_id))
        AND ($since IS NULL OR found_at >= $since)
        AND ($story IS NULL OR starts_with(story_id, $story))
        AND ($verdict IS NULL OR verdict = $verdict)
        AND (NOT $is_open OR verdict IS NULL)
    ORDER BY found_at DESC, score DESC, hit_id LIMIT $limit
"""


def hits(paths: DataPaths, filters: Filters) -> Answer:
    """The hits, newest first, with the columns of the view `hits`; with closed ones, those of `hits_all`."""
    return ask(paths, _hits_sql(filters), _parameters(filters))


def _hits_sql(filters: Filters) -> str:
    columns = "*" if filters.with_closed else "* EXCLUDE (status, closed_at, closed_reason)"
    return f"SELECT {columns} {_HITS}"


def closed_hits(paths: DataPaths, filters: Filters) -> int:
    """How many closed hits the filters would find as well."""
    sql = f"SELECT count(*) FILTER (status <> 'open') FROM (SELECT * {_HITS})"
    whole = replace(filters, with_closed=True, limit=None)
    return int(ask(paths, sql, _parameters(whole)).rows[0][0])


def articles(paths: DataPaths, *, feeds: Sequence[str], since: datetime | None, text: str | None, limit: int) -> Answer:
    """The articles, newest first; `text` is searched in headlines and in the texts of articles with hits."""
    sql = """
        SELECT first_seen_at, feed_id AS feed, site AS source, title AS headline, url, quality, published FROM articles
        WHERE (len($feeds) = 0 OR list_contains($feeds, feed_id)) AND ($since IS NULL OR first_seen_at >= $since)
            AND ($text IS NULL OR contains(lower(coalesce(title, '') || ' ' || coalesce(text, '')), lower($text)))
        ORDER BY first_seen_at DESC, url LIMIT $limit
    """
    return ask(paths, sql, {"feeds": list(feeds), "since": since and utc(since), "text": text, "limit": limit})


def unread_pages(
    paths: DataPaths, *, feeds: Sequence[str], since: datetime | None, text: str | None, limit: int
) -> Answer:
    """The pages that could not be read, newest first; `text` is searched in their headlines."""
    sql = """
        SELECT since, feed_id AS feed, headline, url, cause, attempts, next_try_at FROM unread_pages
        WHERE (len($feeds) = 0 OR list_contains($feeds, feed_id)) AND ($since IS NULL OR since >= $since)
            AND ($text IS NULL OR contains(lower(coalesce(headline, '')), lower($text)))
        ORDER BY since DESC, url LIMIT $limit
    """
    return ask(paths, sql, {"feeds": list(feeds), "since": since and utc(since), "text": text, "limit": limit})


def textless_pages(paths: DataPaths) -> dict[str, tuple[int, int]]:
    """By feed, how many of its articles are its own words because their page has no text, and how many it has."""
    sql = """
        SELECT feed_id, count(*) FILTER (quality = 'partial' AND cause = 'empty'), count(*)
        FROM articles LEFT JOIN (SELECT DISTINCT feed_id, url, cause FROM unread_pages) USING (feed_id, url)
        GROUP BY feed_id
    """
    return {feed_id: (textless, pages) for feed_id, textless, pages in ask(paths, sql).rows}


def write_parquet(paths: DataPaths, filters: Filters, file: Path) -> int:
    """Writes the hits to a Parquet file. Returns how many."""
    import pyarrow.parquet

    with snapshot(paths) as db:
        rows = db.sql(_hits_sql(filters), params=_parameters(filters)).to_arrow_table()
    pyarrow.parquet.write_table(rows, file, compression="zstd")
    return int(rows.num_rows)


def _parameters(filters: Filters) -> dict[str, Any]:
    return {
        "bands": [
            band.value for band in Band if band is filters.band or (band.rank > filters.band.rank and not filters.only)
        ],
        "targets": list(filters.targets),
        "feeds": list(filters.feeds),
        "since": filters.since and utc(filters.since),
        "story": filters.story,
        "verdict": filters.verdict and filters.verdict.value,
        "is_open": filters.is_open,
        "with_closed": filters.with_closed,
        "limit": 2**62 if filters.limit is None else filters.limit,
    }


@dataclass(frozen=True, slots=True)
class Explanation:
    """One hit with its mentions and reasons, as dictionaries by column name."""

    hit: dict[str, Any]
    mentions: list[dict[str, Any]]
    reasons: list[dict[str, Any]]
    text: str | None  # the article's; None if it was purged
    quality: str = Quality.FULL  # what could be read of the page
    reports: tuple[dict[str, Any], ...] = ()  # the messages that reported it
    reviews: tuple[dict[str, Any], ...] = ()  # the verdicts on it, oldest first


def explain(paths: DataPaths, hit_id: str) -> Explanation:
    """The hit with this id or prefix of at least four characters, open or closed.

    Raises QueryError unless there is exactly one.
    """
    if len(hit_id) < _MIN_PREFIX:
        raise QueryError(f"{hit_id!r} is too short: give at least {_MIN_PREFIX} characters of the hit's id")
    found = ask(paths, "FROM hits_all WHERE starts_with(hit_id, ?) ORDER BY hit_id LIMIT 2", [hit_id]).dicts()
    if len(found) != 1:
        what = "no hit has an id that starts" if not found else "more than one hit has an id that starts"
        raise QueryError(f"{what} with {hit_id}; `watchword hits` lists them")
    return _explanation(paths, found[0])


def explain_pair(paths: DataPaths, target_id: str, article: str) -> Explanation | None:
    """The hit of this target in this article (its id or URL), None if there is none."""
    sql = f"FROM hits_all WHERE target_id = $target AND {_IS_ARTICLE} LIMIT 1"
    found = ask(paths, sql, {"target": target_id, **_article(article)}).dicts()
    return _explanation(paths, found[0]) if found else None


def weighed(paths: DataPaths, article: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The article with this id or URL, and all that was weighed in it, strongest first, closed and below included.

    Raises QueryError if no such article is stored.
    """
    sql = f"SELECT article_id, title, url, site, quality FROM articles WHERE {_IS_ARTICLE} LIMIT 1"
    found = ask(paths, sql, _article(article)).dicts()
    if not found:
        raise QueryError(f"no article has the id or URL {article}; `watchword articles` lists them")
    rows = ask(paths, _WEIGHED, [found[0]["article_id"]]).dicts()
    return found[0], [row | {"reasons": from_json(Any, row["reasons"])} for row in rows]


def is_stored(paths: DataPaths, article: str) -> bool:
    """True if an article with this id or URL is stored."""
    return bool(ask(paths, f"SELECT 1 FROM articles WHERE {_IS_ARTICLE} LIMIT 1", _article(article)).rows)


def unread_page(paths: DataPaths, url: str) -> dict[str, Any] | None:
    """The page with this URL that could not be read; None if there is none."""
    found = ask(paths, "FROM unread_pages WHERE url IN ($article, $canonical, $slashed) LIMIT 1", _article(url)).dicts()
    return found[0] if found else None


_IS_ARTICLE = "(article_id = $article OR url IN ($article, $canonical, $slashed))"


def _article(identity: str) -> dict[str, str]:
    """The parameters of `_IS_ARTICLE`: a URL counts as given, as it is stored, and with or without a last slash."""
    stored = canonical(identity) or identity
    return {
        "article": identity,
        "canonical": stored,
        "slashed": stored.removesuffix("/") if stored.endswith("/") else f"{stored}/",
    }


_WEIGHED = """
    SELECT hit_id, target_id, target_name, band, score, status, closed_reason, verdict, reasons FROM hits_all
    WHERE article_id = ?
    ORDER BY status = 'open' DESC, CASE band WHEN 'alert' THEN 0 WHEN 'review' THEN 1 ELSE 2 END, score DESC, target_id
"""


def _explanation(paths: DataPaths, hit: dict[str, Any]) -> Explanation:
    mentions = ask(paths, "FROM mentions WHERE hit_id = ? ORDER BY rank", [hit["hit_id"]]).dicts()
    article = ask(paths, "SELECT text, quality FROM articles WHERE article_id = ?", [hit["article_id"]]).rows
    text, quality = article[0] if article else (None, Quality.FULL)
    reports = ask(paths, _REPORTS, [hit["hit_id"]]).dicts()
    reviews = ask(paths, "FROM reviews WHERE hit_id = ? ORDER BY reviewed_at", [hit["hit_id"]]).dicts()
    reasons = from_json(Any, hit["reasons"])
    return Explanation(hit, mentions, reasons, text, quality, tuple(reports), tuple(reviews))


_REPORTS = """
    SELECT subscription_id, recipient, state, coalesce(finished_at, created_at) AS handled_at, last_error
    FROM notifications JOIN deliveries USING (digest_id, subscription_id)
    WHERE hit_id = ? ORDER BY handled_at, recipient
"""


def story(paths: DataPaths, identity: str) -> dict[str, Any]:
    """The story with this id, or of this article or hit (prefixes allowed), with its articles as `members`.

    Raises QueryError unless there is exactly one.
    """
    if len(identity) < _MIN_PREFIX:
        raise QueryError(f"{identity!r} is too short: give at least {_MIN_PREFIX} characters of an id")
    found = ask(paths, _STORY, {"id": identity}).dicts()
    if len(found) != 1:
        raise QueryError(f"{'no' if not found else 'more than one'} story, article or hit starts with {identity}")
    members = ask(paths, _MEMBERS, [found[0]["story_id"]]).dicts()
    return found[0] | {"members": members}


_STORY = """
    FROM stories WHERE starts_with(story_id, $id)
        OR story_id IN (SELECT story_id FROM articles WHERE starts_with(article_id, $id))
        OR story_id IN (SELECT story_id FROM hits_all WHERE starts_with(hit_id, $id))
    LIMIT 2
"""
_MEMBERS = """
    SELECT articles.*, coalesce(list(target_name ORDER BY score DESC) FILTER (hit_id IS NOT NULL), []) AS targets
    FROM (
        SELECT article_id, first_seen_at, site AS source, publisher, title, url FROM articles WHERE story_id = ?
    ) articles
    LEFT JOIN (SELECT hit_id, article_id, target_name, score FROM hits) USING (article_id)
    GROUP BY ALL ORDER BY first_seen_at, article_id
"""

Grouping = Literal["target", "day", "source"]
_GROUPED: Mapping[str, str] = {
    "target": "target_id, target_name, severity",
    "day": "CAST(found_at AS DATE) AS day, target_id, target_name",
    "source": "source",
}


def report(paths: DataPaths, by: Grouping, since: datetime) -> Answer:
    """The number of open hits found since then, by band and verdict."""
    sql = f"""
        SELECT {_GROUPED[by]}, count(*) FILTER (band = 'alert') AS alerts, count(*) FILTER (band = 'review') AS reviews,
            count(*) FILTER (band = 'suppressed') AS suppressed, count(*) FILTER (verdict = 'confirmed') AS confirmed,
            count(*) FILTER (verdict = 'dismissed') AS dismissed,
            count(*) FILTER (verdict = 'suppressed') AS unwanted, count(DISTINCT story_id) AS stories,
            max(found_at) AS last_found_at
        FROM hits WHERE found_at >= ? GROUP BY ALL ORDER BY alerts DESC, reviews DESC, last_found_at DESC
    """
    return ask(paths, sql, [utc(since)])
