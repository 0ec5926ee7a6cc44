"""What digests tell: hits by when they were found, and what could not be read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import duckdb

from core.records import Band, Coverage, FeedSource, FeedState, FeedTrouble, Finding, Hit, ReviewVerdict, Target
from storage.database import statements
from storage.database.columns import aware, record_from, utc
from storage.tables import articles, feeds, runs, stories
from storage.tables.hits import StoredHit, define_deciding_reason

_SILENT_AFTER = timedelta(days=2)  # at least; a feed that is usually slow is silent after four times its usual gap
_GAPS = 4


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
    """The open hits found earlier whose article's text was stored anew in `[start, end)`, highest score first."""
    sql = """
        FROM hits SEMI JOIN (
            SELECT article_id, stored_at FROM versions WHERE is_current AND stored_at >= ? AND stored_at < ?
        ) AS renewed ON renewed.article_id = hits.article_id AND hits.found_at < renewed.stored_at
        WHERE status = 'open' AND band IN ('review', 'alert') ORDER BY score DESC, found_at, hit_id
    """
    rows = statements.rows_of(db, sql, [utc(start), utc(end)])
    return findings(db, [record_from(StoredHit, row, hit=record_from(Hit, row)) for row in rows])


def findings(db: duckdb.DuckDBPyConnection, found: Sequence[StoredHit]) -> tuple[Finding, ...]:
    """The stored hits with their articles, targets, stories, verdicts and when they were told.

    A hit whose article was purged is left out: there is nothing to show but its row.
    """
    hit_ids = [one.hit.hit_id for one in found]
    article_ids = {one.hit.article_id for one in found}
    by_id, story_ids = articles.by_id(db, article_ids), stories.ids_of(db, article_ids)
    targets, verdicts, told = _targets(db), _verdicts(db, hit_ids), _told(db, hit_ids)
    tags = _source_tags(db, article_ids)
    return tuple(
        Finding(
            hit=one.hit,
            target=targets.get(one.hit.target_id) or Target(one.hit.target_id, one.hit.target_id, one.hit.kind),
            article=by_id[one.hit.article_id],
            found_at=one.found_at,
            story_id=story_ids.get(one.hit.article_id),
            verdict=verdicts.get(one.hit.hit_id),
            source_tags=tags.get(one.hit.article_id, ()),
            quote=one.quote,
            quote_start=one.quote_start,
            told_at=told.get(one.hit.hit_id),
        )
        for one in found
        if one.hit.article_id in by_id
    )


def _targets(db: duckdb.DuckDBPyConnection) -> dict[str, Target]:
    """The last known wording of every entry, also of removed ones."""
    rows = statements.select(db, Target, "FROM targets ORDER BY since")
    return {target.target_id: target for target in rows}


def _verdicts(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> dict[str, ReviewVerdict]:
    with statements.registered_columns(db, "wanted", hit_id=hit_ids):
        sql = "SELECT hit_id, verdict FROM reviews SEMI JOIN wanted USING (hit_id) ORDER BY reviewed_at, rowid"
        return {hit_id: ReviewVerdict(verdict) for hit_id, verdict in db.execute(sql).fetchall()}


def _told(db: duckdb.DuckDBPyConnection, hit_ids: Collection[str]) -> dict[str, datetime]:
    with statements.registered_columns(db, "wanted", hit_id=hit_ids):
        sql = "SELECT hit_id, min(told_at) FROM told SEMI JOIN wanted USING (hit_id) GROUP BY hit_id"
        return {hit_id: aware(at) for hit_id, at in db.execute(sql).fetchall()}


def _source_tags(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The tags of all feeds in which each article stood, sorted."""
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        sql = """
            SELECT article_id, list_sort(list_distinct(flatten(list(tags))))
            FROM sightings SEMI JOIN wanted USING (article_id) JOIN feeds USING (feed_id) GROUP BY article_id
        """
        return {article_id: tuple(tags) for article_id, tags in db.execute(sql).fetchall()}


def suppressed(db: duckdb.DuckDBPyConnection, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
    """How many suppressed hits were found in `[start, end)`, by the code of their deciding reason."""
    define_deciding_reason(db)
    sql = """
        SELECT coalesce(deciding_reason(reasons), 'unknown') AS code, count(*) AS hits FROM hits
        WHERE band = 'suppressed' AND status = 'open' AND found_at >= ? AND found_at < ?
        GROUP BY code ORDER BY hits DESC, code
    """
    return tuple((code, count) for code, count in db.execute(sql, [utc(start), utc(end)]).fetchall())


def coverage(db: duckdb.DuckDBPyConnection, now: datetime, sources: Sequence[FeedSource], since: datetime) -> Coverage:
    """What of these feeds was read between `since` and now, and what was not."""
    known = feeds.states(db)
    failing = [_failing(source, known[source.feed_id]) for source in sources if _fails(known.get(source.feed_id))]
    silent = [
        _silent(source, known[source.feed_id]) for source in sources if _is_silent(known.get(source.feed_id), now)
    ]
    read = [source for source in sources if _was_read(known.get(source.feed_id))]
    return Coverage(
        feeds_total=len(sources),
        feeds_read=len(read),
        failing=tuple(failing),
        silent=tuple(silent),
        walled=_counts(db, _WALLED, since, now),
        unread=_counts(db, _UNREAD, since, now),
        last_complete_cycle=runs.complete_at(db, "poll", "max"),
    )


def _was_read(state: FeedState | None) -> bool:
    return state is not None and state.last_success_at is not None and not _fails(state)


def _fails(state: FeedState | None) -> bool:
    return state is not None and (state.failure_streak > 0 or state.paused is not None)


def _is_silent(state: FeedState | None, now: datetime) -> bool:
    if state is None or _fails(state) or state.last_new_entry_at is None:
        return False
    usual = state.usual_gap or timedelta(0)
    return now - state.last_new_entry_at > max(_SILENT_AFTER, _GAPS * usual)


def _failing(source: FeedSource, state: FeedState) -> FeedTrouble:
    cause, _, message = (state.last_failure or "unknown: it could not be read").partition(": ")
    if state.paused:
        cause, message = "paused", state.paused
    return FeedTrouble(source.feed_id, source.url, cause, message, state.last_success_at, primary=source.is_primary)


def _silent(source: FeedSource, state: FeedState) -> FeedTrouble:
    since = state.last_new_entry_at
    message = f"nothing new since {since:%Y-%m-%d}" if since else "nothing new"
    return FeedTrouble(source.feed_id, source.url, "silent", message, since, primary=source.is_primary)


_WALLED = """
    SELECT site, count(DISTINCT article_id) AS pages FROM readings
    WHERE quality IN ('paywall', 'consent') AND read_at >= ? AND read_at < ? GROUP BY site ORDER BY pages DESC, site
"""
_UNREAD = """
    SELECT failure_cause, count(DISTINCT coalesce(url, entry_key)) AS pages FROM readings
    WHERE failure_cause IS NOT NULL AND article_id IS NULL AND read_at >= ? AND read_at < ?
    GROUP BY failure_cause ORDER BY pages DESC, failure_cause
"""


def _counts(db: duckdb.DuckDBPyConnection, sql: str, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
    rows = db.execute(sql, [utc(start), utc(end + timedelta(microseconds=1))]).fetchall()
    return tuple((name, count) for name, count in rows)
