"""Search of all stored articles, also those without a hit, by the word index that re-matching uses.

The index may lack the newest articles; those are looked through as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import duckdb

from storage.database import statements
from storage.database.columns import utc
from storage.results import FoundArticle, SearchResult

LOOKED_THROUGH = 2_000
"""The newest articles with all words in which a phrase is looked for."""


class WordPart(StrEnum):
    """Where in a word of an article the word of a query must be."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    INSIDE = "inside"  # in scripts without borders between words


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for: articles with all words (folded as the index has them) and all phrases (as written).

    Empty and None mean all.
    """

    words: tuple[tuple[str, WordPart], ...]
    phrases: tuple[str, ...] = ()
    target_id: str = ""
    source: str = ""
    since: datetime | None = None
    before: datetime | None = None


def find(db: duckdb.DuckDBPyConnection, query: SearchQuery, limit: int, offset: int) -> SearchResult:
    """The articles, newest first, and how many there are."""
    rows = _candidates(db, query)
    is_cut = bool(query.phrases) and len(rows) > LOOKED_THROUGH
    if query.phrases:
        rows = _with_phrases(db, rows[:LOOKED_THROUGH], query.phrases)
    return SearchResult(_articles(db, rows[offset : offset + limit]), len(rows), is_cut)


def _candidates(db: duckdb.DuckDBPyConnection, query: SearchQuery) -> list[int]:
    """The rows in `versions` of the articles with all the words, newest first."""
    words, parts = [word for word, _ in query.words], [part.value for _, part in query.words]
    rows = db.execute(
        _CANDIDATES,
        {
            "words": words,
            "parts": parts,
            "unindexed": _unindexed(db, words),
            "target": query.target_id,
            "source": query.source,
            "since": query.since and utc(query.since),
            "before": query.before and utc(query.before),
        },
    ).fetchall()
    return [int(row[0]) for row in rows]


def _unindexed(db: duckdb.DuckDBPyConnection, words: Sequence[str]) -> list[int]:
    """The rows of articles that the index lacks and that have all the words.

    They are found first and looked through then: in one question DuckDB reads the texts of all articles.
    """
    found = db.execute(
        "SELECT versions.rowid FROM versions ANTI JOIN documents USING (article_id, content_hash) WHERE is_current"
    ).fetchall()
    rows = [int(row[0]) for row in found]
    if not rows or not words:
        return rows
    found = db.execute(
        """
        SELECT rowid FROM versions WHERE rowid IN (SELECT unnest($rows::BIGINT[])) AND list_bool_and(list_transform(
            $words::VARCHAR[], lambda one: contains(lower(coalesce(title, '') || ' ' || text), one)))
        """,
        {"rows": rows, "words": list(words)},
    ).fetchall()
    return [int(row[0]) for row in found]


_CANDIDATES = """
    WITH asked AS (
        SELECT unnest($words::VARCHAR[]) AS asked_word, unnest($parts::VARCHAR[]) AS part,
            unnest(range(len($words::VARCHAR[]))) AS number
    ),
    matching_words AS (
        SELECT number, word_id FROM asked JOIN words ON word = asked_word WHERE part = 'whole'
        UNION SELECT number, word_id FROM words JOIN asked ON starts_with(word, asked_word) WHERE part = 'beginning'
        UNION SELECT number, word_id FROM words JOIN asked ON contains(word, asked_word) WHERE part = 'inside'
    ),
    with_all_words AS (
        SELECT document FROM postings JOIN matching_words USING (word_id)
        GROUP BY document HAVING count(DISTINCT number) = len($words::VARCHAR[])
    ),
    indexed AS (
        SELECT article_id, content_hash FROM documents SEMI JOIN with_all_words USING (document)
        UNION ALL SELECT article_id, content_hash FROM documents WHERE len($words::VARCHAR[]) = 0
    ),
    unindexed AS (
        SELECT article_id, content_hash FROM versions WHERE rowid IN (SELECT unnest($unindexed::BIGINT[]))
    )
    SELECT versions.rowid FROM versions
    SEMI JOIN (FROM indexed UNION ALL FROM unindexed) found USING (article_id, content_hash)
    WHERE is_current AND ($source = '' OR site = $source)
        AND ($since IS NULL OR first_seen_at >= $since) AND ($before IS NULL OR first_seen_at < $before)
        AND ($target = '' OR article_id IN (SELECT article_id FROM hits WHERE target_id = $target AND status = 'open'))
    ORDER BY first_seen_at DESC, article_id
"""


def _with_phrases(db: duckdb.DuckDBPyConnection, rows: Sequence[int], phrases: Sequence[str]) -> list[int]:
    """Those of the articles that contain all phrases, whatever their capitals and spaces, in the same order."""
    asked = {"rows": list(rows), "phrases": [" ".join(one.lower().split()) for one in phrases]}
    found = {row[0] for row in db.execute(_PHRASES, asked).fetchall()}
    return [one for one in rows if one in found]


_PHRASES = r"""
    SELECT rowid FROM versions WHERE rowid IN (SELECT unnest($rows::BIGINT[]))
        AND list_bool_and(list_transform($phrases::VARCHAR[], lambda one: contains(
        regexp_replace(lower(coalesce(title, '') || ' ' || text), '\s+', ' ', 'g'), one)))
"""


def _articles(db: duckdb.DuckDBPyConnection, rows: Sequence[int]) -> tuple[FoundArticle, ...]:
    """The articles in these rows, in this order."""
    sql = """
        SELECT article_id, url, site, title, text, language, first_seen_at FROM versions
        WHERE rowid IN (SELECT unnest($rows::BIGINT[])) ORDER BY list_position($rows::BIGINT[], rowid)
    """
    return tuple(statements.select(db, FoundArticle, sql, {"rows": list(rows)}))
