"""Digests, their messages, and the history of what each subscription was notified of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import duckdb

from core.records import Delivery, DeliveryState, Digest, DigestKind, MissedHit, Notification
from storage.database import statements
from storage.database.columns import aware, table_of, utc

_NOTIFICATION_KEY = ("subscription_id", "hit_id", "article_version", "story_id")
_LONGEST_WAIT = timedelta(days=1)  # more than any carrier asks for
_MISSED_KEY = ("subscription_id", "channel", "recipient", "hit_id", "digest_id")


def enqueue(
    db: duckdb.DuckDBPyConnection,
    digest: Digest,
    deliveries: Sequence[Delivery],
    notifications: Sequence[Notification],
    retold: Sequence[MissedHit] = (),
) -> bool:
    """Stores a digest with its messages and notifications. Stores nothing and returns False if it is stored already.

    `retold` are missed hits that its messages report again.
    """
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
    again = [replace(one, retold_in=digest.digest_id) for one in retold]
    statements.replace(db, "missed", table_of(MissedHit, again), _MISSED_KEY)
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


def notifications_about(
    db: duckdb.DuckDBPyConnection, subscription_id: str, story_ids: Collection[str], article_ids: Collection[str]
) -> tuple[Notification, ...]:
    """What the subscription has been notified of in one of these stories or articles, oldest first."""
    with (
        statements.registered_columns(db, "asked_stories", id=story_ids),
        statements.registered_columns(db, "asked_articles", id=article_ids),
    ):
        sql = """
            FROM told WHERE subscription_id = ?
                AND (story_id IN (SELECT id FROM asked_stories) OR article_id IN (SELECT id FROM asked_articles))
            ORDER BY told_at
        """
        return tuple(statements.select(db, Notification, sql, [subscription_id]))


def last_sent_by_mail(db: duckdb.DuckDBPyConnection, since: datetime) -> Delivery | None:
    """The last message that a mail server accepted since then; None if there is none."""
    sql = """
        FROM deliveries WHERE state = 'sent' AND channel = 'mail' AND finished_at >= ? ORDER BY finished_at DESC LIMIT 1
    """
    return next(iter(statements.select(db, Delivery, sql, [utc(since)])), None)


def due(db: duckdb.DuckDBPyConnection, now: datetime, kind: DigestKind | None = None) -> tuple[Delivery, ...]:
    """Queued messages whose next attempt is due, oldest first; only those of this kind of digest if one is given.

    An attempt that waits longer than any wait was reckoned by a clock that was ahead, and is due.
    """
    sql = """
        FROM deliveries WHERE state = 'queued'
            AND (coalesce(next_attempt_at, created_at) <= $now OR coalesce(next_attempt_at, created_at) > $latest)
            AND ($kind IS NULL OR digest_id IN (SELECT digest_id FROM digests WHERE kind = $kind))
        ORDER BY created_at, delivery_id
    """
    parameters = {"now": utc(now), "latest": utc(now + _LONGEST_WAIT), "kind": kind and kind.value}
    return tuple(statements.select(db, Delivery, sql, parameters))


def is_due(delivery: Delivery, now: datetime) -> bool:
    """True if the message is one of those that are `due`."""
    at = delivery.next_attempt_at or delivery.created_at
    return delivery.state is DeliveryState.QUEUED and (at <= now or at > now + _LONGEST_WAIT)


def record(db: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """Stores the state of a message, and which hits its recipient missed if it was refused for good."""
    statements.replace(db, "deliveries", table_of(Delivery, [delivery]), ("delivery_id",))
    if delivery.state is DeliveryState.DEAD:
        _record_missed(db, delivery)
    else:  # it is queued again by hand, or arrived after that
        sql = "DELETE FROM missed WHERE digest_id = ? AND channel = ? AND recipient = ? AND retold_in IS NULL"
        db.execute(sql, [delivery.digest_id, delivery.channel, delivery.recipient])


def _record_missed(db: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """The hits of a refused message count as missed, also those that it was to report again."""
    address = [delivery.channel, delivery.recipient]
    db.execute(
        "UPDATE missed SET retold_in = NULL WHERE retold_in = ? AND channel = ? AND recipient = ?",
        [delivery.digest_id, *address],
    )
    hit_ids = db.execute("SELECT DISTINCT hit_id FROM told WHERE digest_id = ?", [delivery.digest_id]).fetchall()
    rows = [
        MissedHit(
            subscription_id=delivery.subscription_id,
            channel=delivery.channel,
            recipient=delivery.recipient,
            hit_id=hit_id,
            digest_id=delivery.digest_id,
            missed_at=delivery.finished_at or delivery.created_at,
            reason=delivery.last_error or "refused",
        )
        for (hit_id,) in hit_ids
    ]
    statements.insert_new(db, "missed", table_of(MissedHit, rows), _MISSED_KEY)


def missed(db: duckdb.DuckDBPyConnection, subscription_id: str) -> tuple[MissedHit, ...]:
    """The hits that recipients of the subscription missed and that are not queued for them again, oldest first."""
    sql = "FROM missed WHERE subscription_id = ? AND retold_in IS NULL ORDER BY missed_at, hit_id, recipient"
    return tuple(statements.select(db, MissedHit, sql, [subscription_id]))


def addressed(db: duckdb.DuckDBPyConnection, digest_ids: Collection[str]) -> frozenset[tuple[str, str, str]]:
    """To whom these digests were addressed: (digest_id, channel, recipient)."""
    with statements.registered_columns(db, "wanted", digest_id=digest_ids):
        sql = "SELECT digest_id, channel, recipient FROM deliveries SEMI JOIN wanted USING (digest_id)"
        return frozenset(db.execute(sql).fetchall())


def refused(db: duckdb.DuckDBPyConnection, since: datetime) -> tuple[Delivery, ...]:
    """The latest message to each recipient that was refused for good since then and after which none arrived."""
    sql = """
        WITH ended AS (FROM deliveries WHERE state IN ('dead', 'sent', 'written')),
        latest AS (
            FROM ended QUALIFY row_number() OVER (
                PARTITION BY channel, recipient, subscription_id ORDER BY finished_at DESC, delivery_id
            ) = 1
        )
        FROM latest WHERE state = 'dead' AND finished_at >= ? AND NOT starts_with(subscription_id, 'trouble:')
        ORDER BY finished_at DESC, delivery_id
    """
    return tuple(statements.select(db, Delivery, sql, [utc(since)]))


def newest(db: duckdb.DuckDBPyConnection, state: DeliveryState | None, limit: int) -> tuple[Delivery, ...]:
    """The newest messages in this state, or in any if None."""
    sql = "FROM deliveries WHERE $state IS NULL OR state = $state ORDER BY created_at DESC, delivery_id LIMIT $limit"
    return tuple(statements.select(db, Delivery, sql, {"state": state and state.value, "limit": limit}))


def by_id(db: duckdb.DuckDBPyConnection, delivery_id: str) -> Delivery | None:
    """The message with this id or prefix; None unless exactly one has it."""
    sql = "FROM deliveries WHERE starts_with(delivery_id, ?) LIMIT 2"
    found = statements.select(db, Delivery, sql, [delivery_id]) if delivery_id else []
    return found[0] if len(found) == 1 else None
