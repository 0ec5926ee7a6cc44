"""Pages are read again on a decaying schedule, for publishers edit articles without telling the feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any

import duckdb

from core.records import Article, ArticleOutcome, Band, FeedEntry, Quality, Recheck, StoredPage
from core.urls import origin_of
from storage.database import statements
from storage.database.columns import table_of, utc

AFTER = (timedelta(hours=3), timedelta(hours=12), timedelta(days=2), timedelta(days=14))
"""How long after its first reading a page is read again: most edits are made within hours."""

_KEY = ("feed_id", "entry_key")


def schedule(db: duckdb.DuckDBPyConnection, outcomes: Sequence[ArticleOutcome], read_at: datetime) -> None:
    """Puts the pages that are to be read again on the schedule, each once; not texts that the feed brought.

    These are, as the feed's `recheck` says, the pages in which a name was found, all, or none.
    """
    settings = dict(db.execute("SELECT feed_id, recheck FROM feeds").fetchall())
    chosen = {
        (one.entry.feed_id, one.entry.entry_key): (one.entry, one.article.article_id)
        for one in outcomes
        if one.article and one.page and _is_wanted(one, settings.get(one.entry.feed_id, Recheck.HITS))
    }
    if chosen:
        _insert(db, [(entry, article_id, read_at) for entry, article_id in chosen.values()])


def schedule_stored(db: duckdb.DuckDBPyConnection, found: Sequence[Article], at: datetime) -> None:
    """Puts stored articles in which an edited watchlist found a name on the schedule, unless their feed says never.

    Their schedule counts from when they were first seen, so that what is older than its last check is looked at once,
    at once; so is a page whose checks are over.
    """
    settings = dict(db.execute("SELECT feed_id, recheck FROM feeds").fetchall())
    chosen = {
        (one.feed_id, one.entry_key): one
        for one in found
        if one.url and settings.get(one.feed_id, Recheck.HITS) != Recheck.OFF
    }
    if not chosen:
        return
    feed_ids, keys = zip(*chosen, strict=True)
    with statements.registered_columns(db, "wanted", feed_id=feed_ids, entry_key=keys):
        db.execute(
            "UPDATE rechecks SET next_check_at = ? WHERE next_check_at IS NULL "
            "AND (feed_id, entry_key) IN (SELECT feed_id, entry_key FROM wanted)",
            [utc(at)],
        )
    _insert(db, [(stored_entry(one), one.article_id, one.first_seen_at) for one in chosen.values()])


def stored_entry(article: Article) -> FeedEntry:
    """An entry that says what is stored, in place of the feed's own words: the same page gives the same text."""
    at = article.published.at if article.published else None
    return FeedEntry(
        article.feed_id,
        article.entry_key,
        article.url,
        article.title and escape(article.title, quote=False),
        None,
        "".join(f"<p>{escape(line, quote=False)}</p>" for line in article.text.split("\n")),
        at if isinstance(at, datetime) else None,
        article.first_seen_at,
        author=article.author,
        language=article.language,
        origin=article.origin,
        publisher=article.publisher,
    )


def _insert(db: duckdb.DuckDBPyConnection, chosen: Sequence[tuple[FeedEntry, str, datetime]]) -> None:
    """Puts the entries with their article's id and first reading on the schedule, but for those that are there."""
    rows = table_of(
        FeedEntry,
        [entry for entry, _, _ in chosen],
        article_id=[article_id for _, article_id, _ in chosen],
        first_read_at=[read_at for _, _, read_at in chosen],
        checks=[0] * len(chosen),
        next_check_at=[read_at + AFTER[0] for _, _, read_at in chosen],
    )
    statements.insert_new(db, "rechecks", rows, _KEY)


def _is_wanted(outcome: ArticleOutcome, recheck: str) -> bool:
    if recheck == Recheck.HITS:
        return any(hit.band is not Band.SUPPRESSED for hit in outcome.hits)
    return recheck == Recheck.ALL


def queue(db: duckdb.DuckDBPyConnection, now: datetime) -> int:
    """Queues the pages that are due to be read again; returns how many."""
    columns = "feed_id, entry_key, url, title, summary, content, published, seen_at, author, language, date_flag"
    due = f"""
        INSERT INTO pending BY NAME
        SELECT {columns}, revision, origin, publisher, 0 AS attempts, ?::TIMESTAMP AS next_attempt_at,
            true AS is_recheck
        FROM rechecks ANTI JOIN pending USING (feed_id, entry_key)
        WHERE next_check_at <= ? AND article_id IN (SELECT article_id FROM versions)
    """
    queued = int(statements.scalar(db, due, [utc(now), utc(now)]))
    _advance(db, now)
    return queued


def _advance(db: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Sets the next check of those due, None after the last; checks missed while nothing ran count as one."""
    steps = ", ".join(f"INTERVAL {int(after.total_seconds())} SECOND" for after in AFTER)
    db.execute(
        f"""
        UPDATE rechecks SET checks = checks + 1, next_check_at = (
            SELECT min(first_read_at + step) FROM (SELECT unnest([{steps}]) AS step) WHERE first_read_at + step > $now
        ) WHERE next_check_at <= $now
        """,
        {"now": utc(now)},
    )


def stored_pages(db: duckdb.DuckDBPyConnection, entries: Sequence[FeedEntry]) -> dict[tuple[str, str], StoredPage]:
    """What is stored of the pages of these entries, by feed and key; it says how they are asked for again.

    The last check of a page has no validators: some servers keep those of a page that was edited.
    """
    if not entries:
        return {}
    feed_ids, keys = [one.feed_id for one in entries], [one.entry_key for one in entries]
    with statements.registered_columns(db, "wanted", feed_id=feed_ids, entry_key=keys):
        rows = statements.rows_of(db, _STORED)
    return {(row["feed_id"], row["entry_key"]): _stored_page(row) for row in rows}


_STORED = """
    SELECT feed_id, entry_key, quality, rechecks.url, final_url, headers, next_check_at IS NULL AS is_last
    FROM rechecks SEMI JOIN wanted USING (feed_id, entry_key)
    JOIN versions ON versions.article_id = rechecks.article_id AND is_current
    LEFT JOIN pages ON pages.article_id = versions.article_id AND pages.content_hash = versions.content_hash
"""


def _stored_page(row: dict[str, Any]) -> StoredPage:
    is_same_place = row["final_url"] is not None and origin_of(row["final_url"]) == origin_of(row["url"] or "")
    headers = dict(json.loads(row["headers"])) if is_same_place and not row["is_last"] else {}
    return StoredPage(row["quality"] == Quality.FULL, _bytes(headers.get("etag")), _bytes(headers.get("last-modified")))


def _bytes(value: str | None) -> bytes | None:
    """The value of a header as it came; None if that is not known for certain."""
    return value.encode() if value and value.isascii() else None
