"""Versions of the watchlist, the entries of each, and what each version changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import duckdb

from core.identity import digest_of
from core.records import ChangeKind, EntryChange, Target
from storage.database import statements
from storage.database.columns import aware, table_of, utc
from storage.results import RematchJob, WatchlistChange
from storage.tables import hits

_REMOVED = "its watchlist entry was removed"


def current(db: duckdb.DuckDBPyConnection) -> dict[str, Target]:
    """The entries in force, by target id."""
    return {target.target_id: target for target in statements.select(db, Target, "FROM targets WHERE until IS NULL")}


def save(db: duckdb.DuckDBPyConnection, version: str, targets: Sequence[Target], at: datetime) -> WatchlistChange:
    """Puts this watchlist in force and closes the hits of removed entries."""
    if in_force(db) == version:
        return WatchlistChange()
    statements.insert(db, "watchlists", statements.one_row(watchlist_version=version, saved_at=at))
    change = _compare(current(db), {target.target_id: target for target in targets})
    _retire(db, [target.target_id for target in (*change.changed, *change.removed)], at)
    fresh = (*change.added, *change.changed)
    rows = table_of(Target, fresh, since=[at] * len(fresh), watchlist_version=[version] * len(fresh))
    statements.insert(db, "targets", rows)
    hits.close_targets(db, [target.target_id for target in change.removed], at, _REMOVED)
    return change


def in_force(db: duckdb.DuckDBPyConnection) -> str | None:
    """The version in force; None if none was ever saved."""
    sql = "SELECT watchlist_version FROM watchlists ORDER BY saved_at DESC, rowid DESC LIMIT 1"
    version: str | None = statements.scalar(db, sql)
    return version


def _compare(old: Mapping[str, Target], new: Mapping[str, Target]) -> WatchlistChange:
    return WatchlistChange(
        added=tuple(target for target_id, target in new.items() if target_id not in old),
        changed=tuple(target for target_id, target in new.items() if target_id in old and old[target_id] != target),
        removed=tuple(target for target_id, target in old.items() if target_id not in new),
    )


def _retire(db: duckdb.DuckDBPyConnection, target_ids: Sequence[str], at: datetime) -> None:
    if target_ids:
        with statements.registered_columns(db, "retired", target_id=target_ids):
            db.execute("UPDATE targets SET until = ? WHERE until IS NULL AND target_id IN (FROM retired)", [utc(at)])


def changes_between(db: duckdb.DuckDBPyConnection, start: datetime, end: datetime) -> tuple[EntryChange, ...]:
    """What the versions of `[start, end)` changed, entry by entry. The very first version does not count."""
    sql = """
        WITH edits AS (
            SELECT target_id, name, tags, since AS happened, since > first AS known, false AS gone
            FROM targets JOIN (SELECT target_id, min(since) AS first FROM targets GROUP BY target_id) USING (target_id)
            UNION ALL
            SELECT target_id, name, any_value(tags), max(until), true, true
            FROM targets ANTI JOIN (SELECT target_id FROM targets WHERE until IS NULL) USING (target_id)
            GROUP BY target_id, name
        )
        SELECT target_id, tags, name, known, gone, happened FROM edits
        WHERE happened >= $start AND happened < $end AND happened > (SELECT min(saved_at) FROM watchlists)
        ORDER BY happened, name
    """
    rows = db.execute(sql, {"start": utc(start), "end": utc(end)}).fetchall()
    return tuple(
        EntryChange(target_id, name, tuple(tags), _change(known=known, gone=gone), aware(at))
        for target_id, tags, name, known, gone, at in rows
    )


def _change(*, known: bool, gone: bool) -> ChangeKind:
    if gone:
        return ChangeKind.REMOVED
    return ChangeKind.CHANGED if known else ChangeKind.ADDED


def queue_rematch(
    db: duckdb.DuckDBPyConnection, target_ids: Sequence[str], version: str, since: datetime, at: datetime
) -> RematchJob:
    """Queues a job that matches stored articles first seen since then for these targets."""
    job_id = digest_of("rematch", version, since.isoformat(), at.isoformat(), *sorted(target_ids))
    job = RematchJob(job_id, tuple(sorted(target_ids)), version, since, at, at)
    statements.insert_new(db, "rematch_jobs", table_of(RematchJob, [job]), ("job_id",))
    return job
