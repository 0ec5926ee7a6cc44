"""Digests, their messages, and the history of what each subscription was notified of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import duckdb

from core.records import Delivery, DeliveryState, Digest, DigestKind, Notification
from storage.database import statements
from storage.database.columns import aware, table_of, utc

_NOTIFICATION_KEY = ("subscription_id", "hit_id", "article_version", "story_id")


def enqueue(
    db: duckdb.DuckDBPyConnection, digest: Digest, deliveries: Sequence[Delivery], notifications: Sequence[Notification]
) -> bool:
    """Stores a digest with its messages and notifications. Stores nothing and returns False if it is stored already."""
    row = statements.one_row(
        digest_id=digest.digest_id,
        subscription_id=digest.subscription_id,
        kind=digest.kind,
        window_start=digest.window_start,
        window_end=digest.window_end,
        composed_at=digest.composed_at,
        cards=len(digest.cards),
    )
    if not statements.insert_new(db, "digests", row, ("digest_id",)):
        return False
    unique = list({delivery.delivery_id: delivery for delivery in deliveries}.values())
    statements.insert_new(db, "deliveries", table_of(Delivery, unique), ("delivery_id",))
    statements.insert_new(db, "told", table_of(Notification, notifications), _NOTIFICATION_KEY)
    return True


def last_digest(db: duckdb.DuckDBPyConnection, subscription_id: str) -> datetime | None:
    """The end of the window of the subscription's last digest; None if it has had none. Only scheduled digests count.

    For `trouble:CAUSE`, the subscription id of messages about a problem of the watch, those messages count instead.
    """
    kind = DigestKind.TROUBLE if subscription_id.startswith("trouble:") else DigestKind.DIGEST
    sql = "SELECT max(window_end) FROM digests WHERE subscription_id = ? AND kind = ?"
    end = statements.scalar(db, sql, [subscription_id, kind.value])
    return aware(end) if end else None


def immediate_since(db: duckdb.DuckDBPyConnection, subscription_id: str, since: datetime) -> int:
    """How many immediate messages were composed for the subscription since then."""
    sql = "SELECT count(*) FROM digests WHERE subscription_id = ? AND kind = ? AND composed_at >= ?"
    return int(statements.scalar(db, sql, [subscription_id, DigestKind.IMMEDIATE.value, utc(since)]))


def notifications(db: duckdb.DuckDBPyConnection, subscription_id: str) -> tuple[Notification, ...]:
    """What the subscription has been notified of, oldest first."""
    return tuple(
        statements.select(db, Notification, "FROM told WHERE subscription_id = ? ORDER BY told_at", [subscription_id])
    )


def due(db: duckdb.DuckDBPyConnection, now: datetime) -> tuple[Delivery, ...]:
    """Queued messages whose next attempt is due, oldest first."""
    sql = """
        FROM deliveries WHERE state = 'queued' AND coalesce(next_attempt_at, created_at) <= ?
        ORDER BY created_at, delivery_id
    """
    return tuple(statements.select(db, Delivery, sql, [utc(now)]))


def record(db: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """Stores the state of a message."""
    statements.replace(db, "deliveries", table_of(Delivery, [delivery]), ("delivery_id",))


def newest(db: duckdb.DuckDBPyConnection, state: DeliveryState | None, limit: int) -> tuple[Delivery, ...]:
    """The newest messages in this state, or in any if None."""
    sql = "FROM deliveries WHERE $state IS NULL OR state = $state ORDER BY created_at DESC, delivery_id LIMIT $limit"
    return tuple(statements.select(db, Delivery, sql, {"state": state and state.value, "limit": limit}))


def by_id(db: duckdb.DuckDBPyConnection, delivery_id: str) -> Delivery | None:
    """The message with this id or prefix; None unless exactly one has it."""
    sql = "FROM deliveries WHERE starts_with(delivery_id, ?) LIMIT 2"
    found = statements.select(db, Delivery, sql, [delivery_id]) if delivery_id else []
    return found[0] if len(found) == 1 else None
