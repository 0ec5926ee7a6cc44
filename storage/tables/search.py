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
    ids = _candidates(db, query)
    is_cut = bool(query.phrases) and len(ids) > LOOKED_THROUGH
    if query.phrases:
        ids = _with_phrases(db, ids[:LOOKED_THROUGH], query.phrases)
    return SearchResult(_articles(db, ids[offset : offset + limit]), len(ids), is_cut)


def _candidates(db: duckdb.DuckDBPyConnection, query: SearchQuery) -> list[str]:
    """The ids of the articles with all the words, newest first."""
    words, parts = [word for word, _ in query.words], [part.value for _, part in query.words]
    rows = db.execute(
        _CANDIDATES,
        {
            "words": words,
            "parts": parts,
            "target": query.target_id,
            "source": query.source,
            "since": query.since and utc(query.since),
            "before": query.before and utc(query.before),
        },
    ).fetchall()
    return [str(row[0]) for row in rows]


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
        SELECT article_id, content_hash FROM versions ANTI JOIN documents USING (article_id, content_hash)
        WHERE is_current AND list_bool_and(
            list_append(list_transform($words::VARCHAR[],
                lambda one: contains(lower(coalesce(title, '') || ' ' || text), one)), true))
    )
    SELECT versions.article_id FROM versions
    SEMI JOIN (FROM indexed UNION ALL FROM unindexed) found USING (article_id, content_hash)
    WHERE is_current AND ($source = '' OR site = $source)
        AND ($since IS NULL OR first_seen_at >= $since) AND ($before IS NULL OR first_seen_at < $before)
        AND ($target = '' OR article_id IN (SELECT article_id FROM hits WHERE target_id = $target AND status = 'open'))
    ORDER BY first_seen_at DESC, article_id
"""


def _with_phrases(db: duckdb.DuckDBPyConnection, ids: Sequence[str], phrases: Sequence[str]) -> list[str]:
    """Those of the articles that contain all phrases, whatever their capitals and spaces, in the same order."""
    with statements.registered_columns(db, "looked_through", article_id=list(ids)):
        rows = db.execute(_PHRASES, {"phrases": [" ".join(one.lower().split()) for one in phrases]}).fetchall()
    found = {row[0] for row in rows}
    return [one for one in ids if one in found]


_PHRASES = r"""
    SELECT article_id FROM versions SEMI JOIN looked_through USING (article_id)
    WHERE is_current AND list_bool_and(list_transform($phrases::VARCHAR[], lambda one: contains(
        regexp_replace(lower(coalesce(title, '') || ' ' || text), '\s+', ' ', 'g'), one)))
"""


def _articles(db: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> tuple[FoundArticle, ...]:
    with statements.registered_columns(db, "shown", article_id=list(ids)):
        sql = """
            SELECT article_id, url, site, title, text, language, first_seen_at FROM versions
            SEMI JOIN shown USING (article_id) WHERE is_current
        """
        found = {one.article_id: one for one in statements.select(db, FoundArticle, sql)}
    return tuple(found[one] for one in ids if one in found)
