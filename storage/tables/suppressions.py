"""Suppressions: finds of a kind that somebody has judged once and for all are counted and not reported.

They act when a hit is stored, by a verdict that names the suppression; what a person says later counts more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import duckdb

from core.records import Hit, MatchMethod, Review, ReviewVerdict, Suppression, VerdictReason
from storage.database import statements
from storage.database.columns import record_from, table_of, utc
from storage.tables import reviews
from storage.tables.hits import StoredHit


def add(db: duckdb.DuckDBPyConnection, wanted: Suppression) -> int:
    """Stores it, and lets it act on the open hits that nobody has judged; returns how many these are."""
    statements.insert(db, "suppressions", table_of(Suppression, [wanted]))
    sql = """
        FROM hits WHERE target_id = ? AND status = 'open'
            AND hit_id NOT IN (SELECT hit_id FROM reviews)
    """
    rows = statements.rows_of(db, sql, [wanted.target_id])
    return len(hold(db, [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows], wanted.created_at))


def end(db: duckdb.DuckDBPyConnection, suppression_id: str, at: datetime) -> bool:
    """Ends a suppression by its id or first characters; False unless that is one in force."""
    found = [one for one in in_force(db, at) if suppression_id and one.suppression_id.startswith(suppression_id)]
    if len(found) != 1:
        return False
    sql = "UPDATE suppressions SET ended_at = ? WHERE suppression_id = ?"
    db.execute(sql, [utc(at), found[0].suppression_id])
    return True


def in_force(db: duckdb.DuckDBPyConnection, at: datetime) -> tuple[Suppression, ...]:
    """The suppressions that act at this time, those that expire first before the others."""
    sql = """
        FROM suppressions WHERE ended_at IS NULL AND (until IS NULL OR until > ?)
        ORDER BY until NULLS LAST, created_at, suppression_id
    """
    return tuple(statements.select(db, Suppression, sql, [utc(at)]))


def by_ids(db: duckdb.DuckDBPyConnection, ids: Collection[str]) -> tuple[Suppression, ...]:
    """These suppressions, also expired and ended ones."""
    with statements.registered_columns(db, "wanted", suppression_id=list(ids)):
        sql = "FROM suppressions SEMI JOIN wanted USING (suppression_id) ORDER BY created_at, suppression_id"
        return tuple(statements.select(db, Suppression, sql))


def hold(db: duckdb.DuckDBPyConnection, found: Sequence[StoredHit], at: datetime) -> tuple[Hit, ...]:
    """Gives hits on which a suppression in force acts its verdict; returns these hits."""
    rules = in_force(db, at) if found else ()
    held = [(one, rule) for one in found if (rule := acting_on(one, rules))]
    reviews.save(
        db,
        [
            Review(
                one.hit.hit_id,
                ReviewVerdict.SUPPRESSED,
                at,
                rule.note,
                rule.reviewer,
                reason=VerdictReason.SUPPRESSION,
                suppression_id=rule.suppression_id,
            )
            for one, rule in held
        ],
    )
    return tuple(one.hit for one, _ in held)


def acting_on(found: StoredHit, rules: Iterable[Suppression]) -> Suppression | None:
    """The first suppression that acts on a hit: of its target, with its spelling and words; None without one."""
    return next((rule for rule in rules if _acts(rule, found)), None)


def _acts(rule: Suppression, found: StoredHit) -> bool:
    if rule.target_id != found.hit.target_id:
        return False
    if rule.context and _plain(rule.context) not in _plain(found.quote):
        return False
    full = [one for one in found.hit.mentions if one.method is not MatchMethod.FURTHER] or found.hit.mentions
    return not rule.alias or all(_plain(rule.alias) in (_plain(one.alias), _plain(one.surface)) for one in full)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
