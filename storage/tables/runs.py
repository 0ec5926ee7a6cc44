"""Runs of the flows: when they started and ended, whether they completed, and their summaries."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import duckdb

from core.records import RunKind
from storage.database.columns import aware, to_json, utc
from storage.database.instance import LIVE
from storage.database.statements import scalar


def begin(db: duckdb.DuckDBPyConnection, kind: RunKind, at: datetime) -> str:
    """Records the start of a run. Returns its id."""
    run_id = uuid.uuid4().hex[:20]
    db.execute("INSERT INTO runs VALUES (?, ?, ?, NULL, false, NULL)", [run_id, kind, utc(at)])
    return run_id


def end(
    db: duckdb.DuckDBPyConnection, run_id: str, at: datetime, summary: Mapping[str, Any], *, complete: bool
) -> None:
    """Records the end of a run."""
    db.execute(
        "UPDATE runs SET ended_at = ?, complete = ?, summary = ? WHERE run_id = ?",
        [utc(at), complete, to_json(dict(summary)), run_id],
    )


def first_complete(db: duckdb.DuckDBPyConnection) -> datetime | None:
    """When the first complete cycle ended; None if there is none."""
    at = scalar(db, "SELECT min(ended_at) FROM runs WHERE kind = 'poll' AND complete")
    return aware(at) if at else None


def last_complete(db: duckdb.DuckDBPyConnection) -> datetime | None:
    """When the last complete cycle ended; None if there is none."""
    at = scalar(db, "SELECT max(ended_at) FROM runs WHERE kind = 'poll' AND complete")
    return aware(at) if at else None


def touch(db: duckdb.DuckDBPyConnection) -> None:
    """Records that something changed that readers of the snapshot can see."""
    db.execute("UPDATE changes SET data_version = data_version + 1")


def data_version(db: duckdb.DuckDBPyConnection) -> int:
    """The number of calls of `touch` so far."""
    return int(scalar(db, f"SELECT data_version FROM {LIVE}.changes"))
