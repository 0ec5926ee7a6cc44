"""Reviewers' verdicts on hits. All are kept; the latest counts."""

from __future__ import annotations

from datetime import datetime

import duckdb

from core.records import ReviewVerdict
from storage.database import statements


def save(
    db: duckdb.DuckDBPyConnection,
    hit_id: str,
    verdict: ReviewVerdict,
    at: datetime,
    note: str | None,
    reviewer: str | None,
) -> str | None:
    """Stores a verdict on the hit with this id or prefix. Returns the full id, None unless exactly one hit has it."""
    rows = db.execute("SELECT hit_id FROM hits WHERE starts_with(hit_id, ?) LIMIT 2", [hit_id]).fetchall()
    if not hit_id or len(rows) != 1:
        return None
    full = str(rows[0][0])
    row = statements.one_row(hit_id=full, verdict=verdict, note=note, reviewer=reviewer, reviewed_at=at)
    statements.insert(db, "reviews", row)
    return full
