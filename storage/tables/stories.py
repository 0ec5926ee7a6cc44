"""Stories and the articles that belong to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

import duckdb

from core import identity
from core.records import Article, Band, Hit, Review, ReviewVerdict, Story, TargetKind
from storage.database import statements
from storage.database.columns import table_of, utc
from storage.results import StoryMember
from storage.tables import articles, hits, reviews


def window(db: duckdb.DuckDBPyConnection, since: datetime) -> tuple[StoryMember, ...]:
    """The articles first seen or changed since then, oldest first, with their open hits and story."""
    sql = f"""
        SELECT {articles.ARTICLE} FROM versions
        WHERE is_current AND (first_seen_at >= $since OR stored_at >= $since) ORDER BY first_seen_at, article_id
    """
    members = statements.select(db, Article, sql, {"since": utc(since)})
    ids = [article.article_id for article in members]
    found = hits.open_hits(db, ids)
    story_ids = ids_of(db, ids)
    return tuple(
        StoryMember(one, tuple(found.get(one.article_id, ())), story_ids.get(one.article_id)) for one in members
    )


_OPEN = f"""
    WITH found AS (SELECT DISTINCT article_id FROM hits WHERE status = 'open'),
    recent AS (
        SELECT article_id FROM versions SEMI JOIN found USING (article_id)
        WHERE is_current AND (first_seen_at >= $since OR stored_at >= $since)
    ),
    people AS (
        SELECT DISTINCT target_id FROM hits SEMI JOIN recent USING (article_id)
        WHERE status = 'open' AND kind = '{TargetKind.ACTOR}' AND band <> '{Band.SUPPRESSED}'
    ),
    related AS (
        SELECT article_id FROM hits SEMI JOIN people USING (target_id)
        SEMI JOIN (FROM versions WHERE is_current AND first_seen_at >= $case_since) USING (article_id)
        WHERE status = 'open' AND band <> '{Band.SUPPRESSED}'
    ),
    asked AS (FROM recent UNION FROM related),
    touched AS (SELECT DISTINCT story_id FROM story_articles SEMI JOIN asked USING (article_id)),
    members AS (FROM asked UNION SELECT article_id FROM story_articles SEMI JOIN touched USING (story_id))
    SELECT article_id, story_id, story_id IN (
        SELECT story_id FROM told UNION ALL
        SELECT story_id FROM touched
        ANTI JOIN (FROM story_articles SEMI JOIN recent USING (article_id)) USING (story_id)
    ) AS settled
    FROM members LEFT JOIN story_articles USING (article_id)
"""


def open_members(db: duckdb.DuckDBPyConnection, since: datetime, case_since: datetime) -> tuple[StoryMember, ...]:
    """The articles with open hits first seen or changed since then, and those that may be of their cases.

    These are the other articles of their stories, and those first seen since `case_since` in which one of their people
    was found. Oldest first, with their open hits and story.
    """
    rows = db.execute(_OPEN, {"since": utc(since), "case_since": utc(case_since)}).fetchall()
    places = {article_id: (story_id, bool(settled)) for article_id, story_id, settled in rows}
    found = sorted(articles.by_id(db, list(places)).values(), key=_age)
    open_hits = hits.open_hits(db, list(places))
    return tuple(StoryMember(one, tuple(open_hits.get(one.article_id, ())), *places[one.article_id]) for one in found)


def ids_of(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, str]:
    """The story ids of these articles, by article id; articles without a story are missing."""
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        return dict(
            db.execute("SELECT article_id, story_id FROM story_articles SEMI JOIN wanted USING (article_id)").fetchall()
        )


def save(db: duckdb.DuckDBPyConnection, stories: Sequence[Story]) -> None:
    """Stores these stories, replacing those with the same ids and those merged into them, and removes empty ones."""
    unique = list({story.story_id: story for story in stories}.values())
    _repoint(db, {old: story.story_id for story in unique for old in story.merged_ids if old != story.story_id})
    statements.replace(db, "stories", table_of(Story, unique), ("story_id",))
    members = {article_id: story.story_id for story in unique for article_id in story.article_ids}
    if members:
        with statements.registered_columns(db, "members", article_id=list(members), story_id=list(members.values())):
            rows = db.sql("FROM members").to_arrow_table()
        statements.replace(db, "story_articles", rows, ("article_id",))
        db.execute("DELETE FROM stories WHERE story_id NOT IN (SELECT story_id FROM story_articles)")


def current_id(db: duckdb.DuckDBPyConnection, earlier: str) -> str | None:
    """The story that an earlier one was merged into, or that an article alone has joined; None if there is none."""
    rows = db.execute("SELECT article_id, story_id FROM story_articles ORDER BY article_id").fetchall()
    began = (story for article, story in rows if earlier in (article, identity.story_id(article)))
    return next(began, None)


def _repoint(db: duckdb.DuckDBPyConnection, merged: dict[str, str]) -> None:
    """Moves the notifications and articles of merged stories (old id to new id) and deletes those stories."""
    if not merged:
        return
    with statements.registered_columns(db, "merged", old_id=list(merged), new_id=list(merged.values())):
        db.execute("DELETE FROM stories WHERE story_id IN (SELECT old_id FROM merged)")
        for table in ("told", "story_articles"):
            db.execute(f"UPDATE {table} SET story_id = new_id FROM merged WHERE story_id = old_id")


def of_articles(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> tuple[Story, ...]:
    """The stories that contain any of these articles, sorted by id."""
    with statements.registered_columns(db, "wanted", article_id=article_ids):
        sql = """
            FROM stories WHERE story_id IN (SELECT story_id FROM story_articles SEMI JOIN wanted USING (article_id))
            ORDER BY story_id
        """
        return tuple(statements.select(db, Story, sql))


def members(db: duckdb.DuckDBPyConnection, story_ids: Collection[str]) -> dict[str, tuple[Article, ...]]:
    """The articles of these stories by story id, oldest first; without those whose hits are all held back."""
    with statements.registered_columns(db, "asked", story_id=story_ids):
        pairs = db.execute(
            "SELECT story_id, article_id FROM story_articles SEMI JOIN asked USING (story_id)"
        ).fetchall()
    held_back = _held_back(db, [article_id for _, article_id in pairs])
    by_id = articles.by_id(db, [article_id for _, article_id in pairs if article_id not in held_back])
    grouped: dict[str, list[Article]] = {story_id: [] for story_id in story_ids}
    for story_id, article_id in pairs:
        if article_id in by_id:
            grouped[story_id].append(by_id[article_id])
    return {story_id: tuple(sorted(found, key=_age)) for story_id, found in grouped.items()}


def _held_back(db: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> set[str]:
    """Those of these articles of whose open hits none is reported: each is suppressed or was dismissed."""
    found = hits.open_hits(db, article_ids)
    given = reviews.latest_of(db, [hit.hit_id for mine in found.values() for hit in mine])
    return {key for key, mine in found.items() if not any(_is_reported(one, given.get(one.hit_id)) for one in mine)}


def _is_reported(hit: Hit, review: Review | None) -> bool:
    refused = (ReviewVerdict.DISMISSED, ReviewVerdict.SUPPRESSED)
    return hit.band is not Band.SUPPRESSED and (review is None or review.verdict not in refused)


def _age(article: Article) -> tuple[datetime, str]:
    return article.first_seen_at, article.article_id
