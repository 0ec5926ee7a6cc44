"""Upkeep of the live database: what is past its age goes, and the file gives back the room.

What has a hit is evidence and stays for ever; so do verdicts, versions of the watchlist, and the keys of entries, so
that nothing purged comes back as new while a feed still lists it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import duckdb

from core.settings import DataPaths, Settings
from storage.database import statements
from storage.database.columns import utc
from storage.database.instance import LIVE
from storage.database.live_file import rewrite, transaction
from storage.tables import words

FREE_SHARE = 0.25
"""The share of free blocks from which on the file is worth copying …"""

FREE_BYTES = 16 * 1024 * 1024
"""… if they are at least so many bytes."""

_BLOCK_ONCE = timedelta(days=3)  # a block seen on one page only: a paragraph of an article, most likely
_BLOCK_IDLE = timedelta(days=30)

_PURGES: Mapping[str, str] = {
    "pages": "fetched_at < $pages AND article_id NOT IN (SELECT article_id FROM hits)",
    "polls": "polled_at < $logs",
    "readings": "read_at < $logs",
    "rematch_jobs": "ended_at < $logs",
    "deliveries": "finished_at < $deliveries",
    "told": "told_at < $deliveries",
    "host_blocks": "last_seen_at < $idle OR (pages = 1 AND last_seen_at < $once)",
}


@dataclass(frozen=True, slots=True)
class Retention:
    """How long things are kept; what has a hit is evidence and stays."""

    pages: timedelta = timedelta(days=30)
    text: timedelta = timedelta(days=400)
    deliveries: timedelta = timedelta(days=730)
    logs: timedelta = timedelta(days=30)

    @classmethod
    def of(cls, settings: Settings) -> Retention:
        """The ages that the settings name."""
        return cls(
            pages=timedelta(days=settings.keep_pages_days),
            text=timedelta(days=settings.keep_text_days),
            deliveries=timedelta(days=settings.keep_deliveries_days),
            logs=timedelta(days=settings.keep_logs_days),
        )


@dataclass(frozen=True, slots=True)
class MaintainReport:
    """What `maintain` removed, by table, and the size of the live file before and after, in bytes."""

    removed: dict[str, int]
    bytes_before: int
    bytes_after: int
    compacted: bool


def maintain(paths: DataPaths, now: datetime, retention: Retention, *, compact: bool | None = None) -> MaintainReport:
    """Removes what is past its age, then copies the file without its free blocks if they are many.

    `compact` forces (True) or forbids (False) the copy.
    """
    before = paths.live.stat().st_size
    with transaction(paths) as db:
        removed = retain(db, now, retention)
    copied = compact is not False and rewrite(paths, lambda db: compact is True or _is_roomy(db))
    return MaintainReport(removed, before, paths.live.stat().st_size, copied)


def retain(db: duckdb.DuckDBPyConnection, now: datetime, retention: Retention) -> dict[str, int]:
    """Removes what is past its age; how many rows of which table."""
    limits = {
        "pages": now - retention.pages,
        "logs": now - retention.logs,
        "deliveries": now - retention.deliveries,
        "idle": now - _BLOCK_IDLE,
        "once": now - _BLOCK_ONCE,
    }
    removed = {"articles": _bury(db, now - retention.text, now)}
    for table, condition in _PURGES.items():
        used = {name: utc(at) for name, at in limits.items() if f"${name}" in condition}
        removed[table] = int(statements.scalar(db, f"DELETE FROM {table} WHERE {condition}", used))
    removed["documents"] = words.prune(db)
    return {table: count for table, count in removed.items() if count}


def _bury(db: duckdb.DuckDBPyConnection, before: datetime, now: datetime) -> int:
    """Puts a tombstone in the place of each article first seen before then that never had a hit; returns how many."""
    sql = """
        SELECT DISTINCT article_id FROM versions
        WHERE first_seen_at < ? AND article_id NOT IN (SELECT article_id FROM hits)
    """
    article_ids = [row[0] for row in db.execute(sql, [utc(before)]).fetchall()]
    with statements.listed(db, "old", article_id=article_ids):
        db.execute(
            "INSERT INTO tombstones SELECT article_id, ? FROM old ANTI JOIN tombstones USING (article_id)", [utc(now)]
        )
        for table in ("versions", "pages", "sightings", "story_articles", "rematch_queue"):
            db.execute(f"DELETE FROM {table} WHERE article_id IN (FROM old)")
    return len(article_ids)


def _is_roomy(db: duckdb.DuckDBPyConnection) -> bool:
    sql = f"SELECT block_size, total_blocks, free_blocks FROM pragma_database_size() WHERE database_name = '{LIVE}'"
    block, total, free = db.execute(sql).fetchall()[0]
    return bool(free >= FREE_SHARE * total and free * block >= FREE_BYTES)
