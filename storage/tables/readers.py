"""What readers asked for: no more messages of a subscription, or nothing about a target for some days."""

from __future__ import annotations

from datetime import datetime

import duckdb

from core.records import Snooze, Unsubscription
from storage.database import statements
from storage.database.columns import table_of, utc


def unsubscribe(db: duckdb.DuckDBPyConnection, wish: Unsubscription) -> bool:
    """Stores it; False if this reader had unsubscribed before."""
    return bool(
        statements.insert_new(db, "unsubscribed", table_of(Unsubscription, [wish]), ("subscription_id", "recipient"))
    )


def resubscribe(db: duckdb.DuckDBPyConnection, subscription_id: str, recipient: str) -> bool:
    """Takes an unsubscription back; False if there is none."""
    sql = "DELETE FROM unsubscribed WHERE subscription_id = ? AND recipient = ? RETURNING 1"
    return bool(db.execute(sql, [subscription_id, recipient]).fetchall())


def unsubscribed(db: duckdb.DuckDBPyConnection) -> tuple[Unsubscription, ...]:
    """Every unsubscription, oldest first."""
    sql = "FROM unsubscribed ORDER BY unsubscribed_at, subscription_id, recipient"
    return tuple(statements.select(db, Unsubscription, sql))


def snooze(db: duckdb.DuckDBPyConnection, wish: Snooze) -> None:
    """Stores it in place of an earlier one of the same reader and target."""
    statements.replace(db, "snoozes", table_of(Snooze, [wish]), ("subscription_id", "recipient", "target_id"))


def end_snooze(db: duckdb.DuckDBPyConnection, subscription_id: str, recipient: str, target_id: str) -> bool:
    """Ends a snooze; False if there is none."""
    sql = "DELETE FROM snoozes WHERE subscription_id = ? AND recipient = ? AND target_id = ? RETURNING 1"
    return bool(db.execute(sql, [subscription_id, recipient, target_id]).fetchall())


def snoozes(db: duckdb.DuckDBPyConnection, now: datetime) -> tuple[Snooze, ...]:
    """The snoozes that have not ended, those that end first before the others."""
    sql = "FROM snoozes WHERE until > ? ORDER BY until, subscription_id, recipient, target_id"
    return tuple(statements.select(db, Snooze, sql, [utc(now)]))
