"""Findings: stored hits with everything that a digest shows of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

import duckdb

from core.records import Band, Finding, Hit, Review, Target
from storage.database import statements
from storage.database.columns import aware, record_from, utc
from storage.tables import articles, stories
from storage.tables.hits import StoredHit, define_deciding_reason


def between(
    db: duckdb.DuckDBPyConnection, start: datetime, end: datetime, bands: Collection[Band]
) -> tuple[Finding, ...]:
    """The open hits of these bands found in `[start, end)`, highest score first."""
    with statements.registered_columns(db, "asked", band=bands):
        sql = """
            FROM hits WHERE found_at >= ? AND found_at < ? AND status = 'open' AND band IN (FROM asked)
            ORDER BY score DESC, found_at, hit_id
        """
        rows = statements.rows_of(db, sql, [utc(start), utc(end)])
    return findings(db, [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows])


def edited(db: duckdb.DuckDBPyConnection, start: datetime, end: datetime) -> tuple[Finding, ...]:
    """Open hits found before their article got a new version in `[start, end)`, highest score first."""
    sql = """
        FROM hits SEMI JOIN (
            SELECT article_id, stored_at FROM versions WHERE is_current AND stored_at >= ? AND stored_at < ?
        ) AS renewed ON renewed.article_id = hits.article_id AND hits.found_at < renewed.stored_at
        WHERE status = 'open' AND band IN ('review', 'alert') ORDER BY score DESC, found_at, hit_id
    """
    rows = statements.rows_of(db, sql, [utc(start), utc(end)])
    return findings(db, [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows])


def by_ids(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> tuple[Finding, ...]:
    """Those of these hits that are open and of the bands alert and review, highest score first."""
    with statements.registered_columns(db, "asked", hit_id=hit_ids):
        sql = """
            FROM hits SEMI JOIN asked USING (hit_id) WHERE status = 'open' AND band IN ('review', 'alert')
            ORDER BY score DESC, found_at, hit_id
        """
        rows = statements.rows_of(db, sql)
    return findings(db, [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows])


def findings(db: duckdb.DuckDBPyConnection, found: Sequence[StoredHit]) -> tuple[Finding, ...]:
    """The stored hits with their articles, targets, stories, verdicts and times of notification.

    Hits whose article was purged are left out, because a digest could show nothing of them.
    """
    if not found:
        return ()
    hit_ids = [one.hit.hit_id for one in found]
    article_ids = {one.hit.article_id for one in found}
    by_id, story_ids = articles.by_id(db, article_ids), stories.ids_of(db, article_ids)
    targets = _targets(db, {one.hit.target_id for one in found})
    reviewed, notified = _verdicts(db, hit_ids), _first_notified(db, hit_ids)
    tags = _source_tags(db, article_ids)
    return tuple(
        Finding(
            hit=one.hit,
            target=targets.get(one.hit.target_id) or Target(one.hit.target_id, one.hit.target_id, one.hit.kind),
            article=by_id[one.hit.article_id],
            found_at=one.found_at,
            story_id=story_ids.get(one.hit.article_id),
            verdict=given.verdict if (given := reviewed.get(one.hit.hit_id)) else None,
            source_tags=tags.get(one.hit.article_id, ()),
            quote=one.quote,
            quote_start=one.quote_start,
            told_at=notified.get(one.hit.hit_id),
            suppression_id=given.suppression_id if given else None,
        )
        for one in found
        if one.hit.article_id in by_id
    )


def _targets(db: duckdb.DuckDBPyConnection, target_ids: Collection[str]) -> dict[str, Target]:
    """The latest version of each of these entries, including removed ones, by target id."""
    with statements.registered_columns(db, "wanted", target_id=target_ids):
        rows = statements.select(db, Target, "FROM targets SEMI JOIN wanted USING (target_id) ORDER BY since")
    return {target.target_id: target for target in rows}


def _verdicts(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> dict[str, Review]:
    """The latest reviews, without those that leave the hit open."""
    with statements.registered_columns(db, "wanted", hit_id=hit_ids):
        sql = "FROM reviews SEMI JOIN wanted USING (hit_id) ORDER BY reviewed_at, rowid"
        latest = {review.hit_id: review for review in statements.select(db, Review, sql)}
    return {hit_id: review for hit_id, review in latest.items() if not review.verdict.is_open}


def _first_notified(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> dict[str, datetime]:
    with statements.registered_columns(db, "wanted", hit_id=hit_ids):
        sql = "SELECT hit_id, min(told_at) FROM told SEMI JOIN wanted USING (hit_id) GROUP BY hit_id"
        return {hit_id: aware(at) for hit_id, at in db.execute(sql).fetchall()}


def _source_tags(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The tags of all feeds that listed each article, sorted, by article id."""
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        sql = """
            SELECT article_id, list_sort(list_distinct(flatten(list(tags))))
            FROM sightings SEMI JOIN wanted USING (article_id) JOIN feeds USING (feed_id) GROUP BY article_id
        """
        return {article_id: tuple(tags) for article_id, tags in db.execute(sql).fetchall()}


def suppressed(db: duckdb.DuckDBPyConnection, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
    """The number of suppressed hits found in `[start, end)` by the code of their deciding reason, highest first.

    Behind the code of a contradicted fact follow the kind of fact and what article and list say in one of the hits:
    `fact_contradicts, age: aged 61 in the article; listed as born 1987`.
    """
    define_deciding_reason(db)
    sql = """
        WITH held_back AS (
            SELECT coalesce(deciding_reason(reasons), 'unknown') AS code,
                CASE code WHEN 'fact_contradicts' THEN list_filter(
                    from_json(reasons, '["JSON"]'), lambda one: one->>'$.code' = 'fact_contradicts')[1] END AS fact
            FROM hits WHERE band = 'suppressed' AND status = 'open' AND found_at >= ? AND found_at < ?
        )
        SELECT code || coalesce(', ' || (fact->>'$.facts.fact') || ': ' || min(fact->>'$.text'), '') AS rule,
            count(*) AS hits
        FROM held_back GROUP BY code, fact->>'$.facts.fact' ORDER BY hits DESC, rule
    """
    return tuple((code, count) for code, count in db.execute(sql, [utc(start), utc(end)]).fetchall())
