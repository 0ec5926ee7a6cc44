"""Maintenance of the live database: rows past their retention period are removed and free blocks given back.

Articles and pages with a hit are evidence and are kept for ever. So are verdicts, watchlist versions and the keys of
entries; without the keys, a purged article would come back as new while a feed still lists it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import duckdb

from core.settings import DataPaths, Settings
from storage.database import statements
from storage.database.columns import utc
from storage.database.disk import free_bytes
from storage.database.instance import LIVE
from storage.database.live_file import replace_by_copy, transaction
from storage.tables import words

FREE_SHARE = 0.25
"""The share of free blocks from which the file is compacted, …"""

FREE_BYTES = 16 * 1024 * 1024
"""… if they are at least this many bytes."""

_SINGLE_BLOCK_AGE = timedelta(days=3)  # for blocks seen on one page only, most likely paragraphs of an article
_BLOCK_AGE = timedelta(days=30)

_PURGES: Mapping[str, str] = {
    "pages": "fetched_at < $pages AND article_id NOT IN (SELECT article_id FROM hits)",
    "polls": "polled_at < $logs",
    "readings": "read_at < $logs",
    "rematch_jobs": "ended_at < $logs",
    "deliveries": "finished_at < $deliveries",
    "told": "told_at < $deliveries",
    "rechecks": "next_check_at IS NULL AND first_read_at < $logs",
    "missed": "missed_at < $deliveries",
    "snoozes": "until < $logs",
    "host_blocks": "last_seen_at < $blocks OR (pages = 1 AND last_seen_at < $single_blocks)",
}


@dataclass(frozen=True, slots=True)
class Retention:
    """How long data is kept. Pages and articles with a hit are kept for ever."""

    pages: timedelta = timedelta(days=30)  # bodies as fetched
    text: timedelta = timedelta(days=400)  # articles with their text
    deliveries: timedelta = timedelta(days=730)  # messages and the history of notifications
    logs: timedelta = timedelta(days=30)  # of polls, read articles and re-matching

    @classmethod
    def of(cls, settings: Settings) -> Retention:
        """The periods in the settings."""
        return cls(
            pages=timedelta(days=settings.keep_pages_days),
            text=timedelta(days=settings.keep_text_days),
            deliveries=timedelta(days=settings.keep_deliveries_days),
            logs=timedelta(days=settings.keep_logs_days),
        )


@dataclass(frozen=True, slots=True)
class MaintainReport:
    """What `maintain` did."""

    removed: dict[str, int]  # rows by table
    bytes_before: int  # size of the live file
    bytes_after: int
    compacted: bool
    not_compacted: str = ""  # why it could not be, empty if it was or need not be


def maintain(paths: DataPaths, now: datetime, retention: Retention, *, compact: bool | None = None) -> MaintainReport:
    """Removes rows past their retention period, then replaces the file by a compact copy if it has many free blocks.

    `compact` forces (True) or forbids (False) the copy.
    """
    before = paths.live.stat().st_size
    with transaction(paths) as db:
        removed = retain(db, now, retention)
    if compact is not False and (lacking := _room_lacking(paths)):
        return MaintainReport(removed, before, paths.live.stat().st_size, compacted=False, not_compacted=lacking)
    compacted = compact is not False and replace_by_copy(paths, lambda db: compact is True or _has_free_blocks(db))
    return MaintainReport(removed, before, paths.live.stat().st_size, compacted)


def _room_lacking(paths: DataPaths) -> str:
    """Why there is no room for the copy that compaction makes; empty if there is."""
    free, size = free_bytes(paths), paths.live.stat().st_size
    if free is None or free > size:
        return ""
    return f"its copy may need {size / 2**20:.0f} MB, and {free / 2**20:.0f} MB are free"


def retain(db: duckdb.DuckDBPyConnection, now: datetime, retention: Retention) -> dict[str, int]:
    """Removes rows past their retention period. Returns the number of rows by table."""
    limits = {
        "pages": now - retention.pages,
        "logs": now - retention.logs,
        "deliveries": now - retention.deliveries,
        "blocks": now - _BLOCK_AGE,
        "single_blocks": now - _SINGLE_BLOCK_AGE,
    }
    removed = {"articles": _purge_articles(db, now - retention.text, now)}
    for table, condition in _PURGES.items():
        used = {name: utc(at) for name, at in limits.items() if f"${name}" in condition}
        removed[table] = int(statements.scalar(db, f"DELETE FROM {table} WHERE {condition}", used))
    removed["documents"] = words.prune(db)
    return {table: count for table, count in removed.items() if count}


def _purge_articles(db: duckdb.DuckDBPyConnection, before: datetime, now: datetime) -> int:
    """Replaces each article first seen before then that never had a hit by a tombstone. Returns how many."""
    sql = """
        SELECT DISTINCT article_id FROM versions
        WHERE first_seen_at < ? AND article_id NOT IN (SELECT article_id FROM hits)
    """
    article_ids = [row[0] for row in db.execute(sql, [utc(before)]).fetchall()]
    with statements.registered_columns(db, "old", article_id=article_ids):
        db.execute(
            "INSERT INTO tombstones SELECT article_id, ? FROM old ANTI JOIN tombstones USING (article_id)", [utc(now)]
        )
        for table in ("versions", "pages", "sightings", "story_articles", "rematch_queue"):
            db.execute(f"DELETE FROM {table} WHERE article_id IN (FROM old)")
    return len(article_ids)


def _has_free_blocks(db: duckdb.DuckDBPyConnection) -> bool:
    sql = f"SELECT block_size, total_blocks, free_blocks FROM pragma_database_size() WHERE database_name = '{LIVE}'"
    block_size, total, free = db.execute(sql).fetchall()[0]
    return bool(free >= FREE_SHARE * total and free * block_size >= FREE_BYTES)
