"""Jobs that match stored articles again for changed watchlist entries, newest first and resumable at any batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import duckdb

from core.protocols import Presearch
from core.records import Article, Band, Hit
from storage.database import statements
from storage.database.columns import utc
from storage.results import RematchJob, SaveResult
from storage.tables import articles, hits, rechecks, suppressions, words
from storage.tables.hits import HitChanges, MatchedArticle

_SHOWN = (Band.ALERT, Band.REVIEW)
_ENOUGH_BYTES = 32_000_000  # of texts in a batch: a page may have 20 MB of it
CHANGED = "its watchlist entry no longer covers it"


def unfinished(db: duckdb.DuckDBPyConnection) -> tuple[RematchJob, ...]:
    """The jobs that are not done, oldest first."""
    return tuple(statements.select(db, RematchJob, "FROM rematch_jobs WHERE ended_at IS NULL ORDER BY requested_at"))


def period_size(db: duckdb.DuckDBPyConnection, job: RematchJob) -> int:
    """The number of stored articles in the job's period."""
    sql = "SELECT count(*) FROM versions WHERE is_current AND stored_at <= ? AND first_seen_at >= ?"
    return int(statements.scalar(db, sql, [utc(job.before), utc(job.since)]))


def plan(db: duckdb.DuckDBPyConnection, job: RematchJob, presearch: Presearch | None) -> None:
    """Queues the job's articles, once: those of its period, and all that have an open hit of its targets.

    A presearch leaves out the articles of its period that cannot contain any of the targets, as their words show.
    """
    if statements.scalar(db, "SELECT planned FROM rematch_jobs WHERE job_id = ?", [job.job_id]) is not False:
        return
    is_known = presearch is not None and words.select_possible(db, presearch)
    with statements.registered_columns(db, "changed", target_id=job.target_ids):
        parameters = {"job": job.job_id, "since": utc(job.since), "before": utc(job.before)}
        db.execute(_PLAN.format(worth=_POSSIBLE if is_known else "true"), parameters)
    db.execute("UPDATE rematch_jobs SET planned = true WHERE job_id = ?", [job.job_id])


_POSSIBLE = "(article_id, content_hash) IN (FROM possible)"
_PLAN = """
    INSERT INTO rematch_queue
    SELECT $job, article_id, first_seen_at FROM versions
    WHERE is_current AND stored_at <= $before AND (
        (first_seen_at >= $since AND {worth})
        OR article_id IN (SELECT article_id FROM hits SEMI JOIN changed USING (target_id) WHERE status = 'open')
    )
"""


def batch(db: duckdb.DuckDBPyConnection, job: RematchJob, limit: int) -> tuple[Article, ...]:
    """The job's next articles, newest first, at most `limit`, and fewer of long texts; none when all are read.

    The period that they span is a constant of the query, so that no other text is decompressed.
    """
    next_ones = "FROM rematch_queue WHERE job_id = ? ORDER BY first_seen_at DESC, article_id LIMIT ?"
    seen = db.execute(f"SELECT first_seen_at {next_ones}", [job.job_id, limit]).fetchall()
    if not seen:
        return ()
    sql = f"""
        SELECT {articles.ARTICLE} FROM versions SEMI JOIN (SELECT article_id {next_ones}) USING (article_id)
        WHERE is_current AND first_seen_at BETWEEN ? AND ?
        QUALIFY sum(strlen(text)) OVER (ORDER BY first_seen_at DESC, article_id ROWS UNBOUNDED PRECEDING)
            - strlen(text) < ?
        ORDER BY first_seen_at DESC, article_id
    """
    return tuple(statements.select(db, Article, sql, [job.job_id, limit, seen[-1][0], seen[0][0], _ENOUGH_BYTES]))


def size(db: duckdb.DuckDBPyConnection, job: RematchJob) -> int:
    """The number of the job's articles, read and still queued."""
    sql = """
        SELECT (SELECT sum(examined) FROM rematch_jobs WHERE job_id = $job)
            + (SELECT count(*) FROM rematch_queue WHERE job_id = $job)
    """
    return int(statements.scalar(db, sql, {"job": job.job_id}))


def left(db: duckdb.DuckDBPyConnection) -> int:
    """The number of articles that the planned jobs have still to read."""
    return int(statements.scalar(db, "SELECT count(*) FROM rematch_queue"))


def save(
    db: duckdb.DuckDBPyConnection,
    job: RematchJob,
    read: Sequence[Article],
    found: Mapping[str, tuple[Hit, ...]],
    at: datetime,
) -> SaveResult:
    """Stores what was found in these articles as retroactive hits, and removes the articles from the queue.

    `found` are the hits by article id; an article that is not among them could not be matched, and keeps its hits.
    Other open hits of the job's targets that were not found again are closed. The pages of the new ones are looked at
    again like those of any hit. The job ends when its queue is empty.
    """
    ids = [article.article_id for article in read]
    changes = HitChanges(hits.stored(db, ids), at, retroactive=True)
    for article in (one for one in read if one.article_id in found):
        mine = tuple(hit for hit in found[article.article_id] if hit.target_id in job.target_ids)
        changes.apply(MatchedArticle(article, mine), job.target_ids, CHANGED)
    changes.write(db)
    held = suppressions.hold(db, [changes.rows[one] for one in changes.new], at)
    shown = {one.article_id for one in (*changes.new.values(), *changes.changed.values()) if one.band in _SHOWN}
    rechecks.schedule_stored(db, [one for one in read if one.article_id in shown], at)
    _advance(db, job, ids, changes, at)
    return SaveResult(
        new_hits=tuple(changes.new.values()),
        changed_hits=tuple(changes.changed.values()),
        closed_hits=tuple(changes.closed.values()),
        held_hits=held,
    )


def _advance(
    db: duckdb.DuckDBPyConnection, job: RematchJob, article_ids: Sequence[str], changes: HitChanges, at: datetime
) -> None:
    with statements.registered_columns(db, "done", article_id=article_ids):
        db.execute("DELETE FROM rematch_queue WHERE job_id = ? AND article_id IN (FROM done)", [job.job_id])
    left = statements.scalar(db, "SELECT count(*) FROM rematch_queue WHERE job_id = ?", [job.job_id])
    db.execute(
        "UPDATE rematch_jobs SET examined = examined + ?, found = found + ?, closed = closed + ?, ended_at = ? "
        "WHERE job_id = ?",
        [len(article_ids), len(changes.new), len(changes.closed), None if left else utc(at), job.job_id],
    )
