"""Pages are read again on a decaying schedule, for publishers edit articles without telling the feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import duckdb

from core.records import ArticleOutcome, Band, FeedEntry, Quality, Recheck, StoredPage
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
    if not chosen:
        return
    entries = [entry for entry, _ in chosen.values()]
    rows = table_of(
        FeedEntry,
        entries,
        article_id=[article_id for _, article_id in chosen.values()],
        first_read_at=[read_at] * len(entries),
        checks=[0] * len(entries),
        next_check_at=[read_at + AFTER[0]] * len(entries),
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
