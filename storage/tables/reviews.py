"""Reviewers' verdicts on hits. All are kept; the latest counts.

A verdict holds for its target in the whole story: hits in later articles get it too, marked as carried, unless their
evidence is stronger than that of the hit it was given for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import duckdb

from core.records import Hit, ReasonCode, Review
from storage.database import statements
from storage.database.columns import table_of

_EVIDENCE = frozenset({ReasonCode.COMPANY, ReasonCode.CONTEXT, ReasonCode.IDENTIFIER})
"""The reasons that make a hit more certain than another one with the same name."""


def find(db: duckdb.DuckDBPyConnection, identity: str, target_id: str | None) -> list[str]:
    """The hits that an id or prefix means: one hit or, of a story with that id, the open hits of the target.

    Without `target_id` a story means its only target; empty if nothing or more than one thing has the id.
    """
    if not identity:
        return []
    sql = "SELECT hit_id FROM hits WHERE starts_with(hit_id, ?) AND (? IS NULL OR target_id = ?) LIMIT 2"
    rows = db.execute(sql, [identity, target_id, target_id]).fetchall()
    if rows:
        return [str(row[0]) for row in rows] if len(rows) == 1 else []
    sql = """
        SELECT hit_id, target_id FROM hits JOIN story_articles USING (article_id)
        WHERE starts_with(story_id, $id) AND status = 'open' AND ($target IS NULL OR target_id = $target)
            AND (SELECT count(DISTINCT story_id) FROM stories WHERE starts_with(story_id, $id)) = 1
        ORDER BY hit_id
    """
    found = db.execute(sql, {"id": identity, "target": target_id}).fetchall()
    return [str(hit_id) for hit_id, _ in found] if len({target for _, target in found}) == 1 else []


def targets_in(db: duckdb.DuckDBPyConnection, identity: str) -> list[str]:
    """The targets of the open hits of the one story whose id begins so; empty if there is none or several."""
    sql = """
        SELECT DISTINCT target_id FROM hits JOIN story_articles USING (article_id)
        WHERE starts_with(story_id, $id) AND status = 'open'
            AND (SELECT count(DISTINCT story_id) FROM stories WHERE starts_with(story_id, $id)) = 1
        ORDER BY target_id
    """
    return [str(row[0]) for row in db.execute(sql, {"id": identity}).fetchall()] if identity else []


def in_story(db: duckdb.DuckDBPyConnection, story_id: str) -> list[str]:
    """The open hits of a story (of an article, if it is in none) that nobody has judged."""
    sql = """
        SELECT hit_id FROM hits LEFT JOIN story_articles USING (article_id)
        WHERE coalesce(story_id, article_id) = ? AND status = 'open' ORDER BY hit_id
    """
    found = [str(row[0]) for row in db.execute(sql, [story_id]).fetchall()]
    latest = latest_of(db, found)
    return [one for one in found if one not in latest or latest[one].verdict.is_open]


def save(db: duckdb.DuckDBPyConnection, given: Sequence[Review]) -> None:
    """Stores these verdicts."""
    statements.insert(db, "reviews", table_of(Review, given))


def carry(db: duckdb.DuckDBPyConnection, story_ids: Collection[str], at: datetime) -> int:
    """Gives hits of these stories without a verdict the latest one on their target in the story; returns how many."""
    members = _members(db, story_ids)
    latest = latest_of(db, [hit.hit_id for _, hit in members])
    given: dict[tuple[str, str], tuple[Review, Hit]] = {}
    for story_id, hit in members:
        review, key = latest.get(hit.hit_id), (story_id, hit.target_id)
        if review and (key not in given or review.reviewed_at > given[key][0].reviewed_at):
            given[key] = (review, hit)
    carried = [
        replace(review, hit_id=hit.hit_id, reviewed_at=at, carried_from=review.carried_from or review.hit_id)
        for story_id, hit in members
        if hit.hit_id not in latest and (one := given.get((story_id, hit.target_id)))
        for review, reviewed in (one,)
        if not review.verdict.is_open and review.suppression_id is None and not _is_stronger(hit, reviewed)
    ]
    save(db, carried)
    return len(carried)


def _is_stronger(hit: Hit, reviewed: Hit) -> bool:
    """True if a hit has evidence that the reviewed one of the same target lacks: a context, company, an identifier."""
    return hit.band.rank > reviewed.band.rank or not _evidence(hit) <= _evidence(reviewed)


def _evidence(hit: Hit) -> set[ReasonCode]:
    return {reason.code for reason in hit.reasons} & _EVIDENCE


def _members(db: duckdb.DuckDBPyConnection, story_ids: Iterable[str]) -> list[tuple[str, Hit]]:
    """The open hits of these stories, each with its story."""
    with statements.registered_columns(db, "wanted", story_id=list(story_ids)):
        sql = """
            SELECT hits.*, story_id FROM hits JOIN story_articles USING (article_id) SEMI JOIN wanted USING (story_id)
            WHERE status = 'open' ORDER BY found_at, hit_id
        """
        rows = statements.rows_of(db, sql)
    return [(row["story_id"], hit) for row, hit in zip(rows, statements.records(Hit, rows), strict=True)]


def latest_of(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> dict[str, Review]:
    """The latest review of each of these hits, by hit id, also one that leaves the hit open."""
    with statements.registered_columns(db, "wanted", hit_id=hit_ids):
        sql = "FROM reviews SEMI JOIN wanted USING (hit_id) ORDER BY reviewed_at, rowid"
        return {review.hit_id: review for review in statements.select(db, Review, sql)}
