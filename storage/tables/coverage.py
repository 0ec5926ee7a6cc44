"""Coverage: which feeds and pages were read, and which were not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import duckdb

from core.records import PAUSED_BY_HAND, Coverage, FeedSource, FeedState, FeedTrouble, UnreadPage
from storage.database import statements
from storage.database.columns import utc
from storage.tables import feeds, runs

# A feed is silent if it had no new entry for two days and for four times its usual gap between entries.
_SILENT_AFTER = timedelta(days=2)
_USUAL_GAPS = 4


def measure(db: duckdb.DuckDBPyConnection, now: datetime, sources: Sequence[FeedSource], since: datetime) -> Coverage:
    """What was read of these feeds between `since` and now, and what was not."""
    known = feeds.states(db)
    failing = [_failing(source, known.get(source.feed_id)) for source in sources if _fails(source, known)]
    polled = [source for source in sources if source.feed_id in known and not _fails(source, known)]
    silent = [_silent(source, known[source.feed_id]) for source in polled if _is_silent(known[source.feed_id], now)]
    read = [source for source in polled if known[source.feed_id].last_success_at is not None]
    return Coverage(
        feeds_total=len(sources),
        feeds_read=len(read),
        failing=tuple(failing),
        silent=tuple(silent),
        walled=_counts(db, _WALLED, since, now),
        unread=_counts(db, _UNREAD, since, now),
        unread_pages=_unread_pages(db, since, now),
        last_complete_cycle=runs.last_complete(db),
    )


def _fails(source: FeedSource, known: Mapping[str, FeedState]) -> bool:
    state = known.get(source.feed_id)
    return source.paused or (state is not None and (state.failure_streak > 0 or state.paused is not None))


def _is_silent(state: FeedState, now: datetime) -> bool:
    if state.last_new_entry_at is None:
        return False
    usual = state.usual_gap or timedelta(0)
    return now - state.last_new_entry_at > max(_SILENT_AFTER, _USUAL_GAPS * usual)


def _failing(source: FeedSource, state: FeedState | None) -> FeedTrouble:
    if source.paused or state is None:
        since = state.last_success_at if state else None
        return FeedTrouble(
            source.feed_id, source.url, PAUSED_BY_HAND, "paused in feeds.yaml", since, primary=source.is_primary
        )
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
    WHERE (quality IN ('paywall', 'consent') OR (failure_cause IN ('paywall', 'consent') AND site IS NOT NULL))
        AND read_at >= ? AND read_at < ? GROUP BY site ORDER BY pages DESC, site
"""
_UNREAD = """
    SELECT failure_cause, count(DISTINCT coalesce(url, entry_key)) AS pages FROM readings
    WHERE failure_cause IS NOT NULL AND article_id IS NULL AND read_at >= ? AND read_at < ?
    GROUP BY failure_cause ORDER BY pages DESC, failure_cause
"""


def _counts(db: duckdb.DuckDBPyConnection, sql: str, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
    rows = db.execute(sql, [utc(start), utc(end + timedelta(microseconds=1))]).fetchall()
    return tuple((name, count) for name, count in rows)


_MOST_PAGES = 200
_UNREAD_PAGES = f"""
    WITH latest AS (
        FROM readings WHERE read_at >= ? AND read_at < ?
        QUALIFY row_number() OVER (PARTITION BY feed_id, entry_key ORDER BY read_at DESC) = 1
    )
    SELECT coalesce(latest.url, pending.url, entry_key) AS url, coalesce(versions.title, pending.title) AS headline,
        feed_id, coalesce(failure_cause, latest.quality) AS cause
    FROM latest
    LEFT JOIN pending USING (feed_id, entry_key)
    LEFT JOIN versions ON versions.article_id = latest.article_id AND versions.is_current
    WHERE failure_cause IS NOT NULL OR latest.quality IN ('paywall', 'consent')
    ORDER BY read_at DESC, url LIMIT {_MOST_PAGES}
"""


def _unread_pages(db: duckdb.DuckDBPyConnection, start: datetime, end: datetime) -> tuple[UnreadPage, ...]:
    """The pages whose last attempt in this time did not give a whole article, newest first."""
    return tuple(statements.select(db, UnreadPage, _UNREAD_PAGES, [utc(start), utc(end + timedelta(microseconds=1))]))
