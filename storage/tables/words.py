"""The words of stored articles, kept so that few of them need be read again when the watchlist changes.

What a word is and which words are alike is said by an indexer and a presearch that are handed in; here it is columns.
The index is computed from `versions`: made anew when the indexer's rules change, and never missed, for an article
without words counts as one that must be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from core.protocols import ArticleWords, Presearch, WordIndexer, WordQuery, WordRequirement
from core.records import Article
from storage.database import batches
from storage.tables import articles

_TABLES = ("documents", "words", "word_marks", "postings")


def index(db: duckdb.DuckDBPyConnection, indexer: WordIndexer, limit: int) -> int:
    """Indexes at most `limit` articles that are not yet; returns how many, 0 when all are."""
    _adopt_rules(db, indexer.version)
    sql = f"""
        SELECT {articles.ARTICLE} FROM versions ANTI JOIN documents USING (article_id, content_hash)
        WHERE is_current ORDER BY first_seen_at DESC LIMIT ?
    """
    found = batches.select(db, Article, sql, [limit])
    if found:
        _add(db, indexer, found, [indexer.words(article) for article in found])
    return len(found)


def _adopt_rules(db: duckdb.DuckDBPyConnection, version: str) -> None:
    """Drops the index if it was made by other rules."""
    if _rules(db) != version:
        for table in (*_TABLES, "word_rules"):
            db.execute(f"DELETE FROM {table}")
        db.execute("INSERT INTO word_rules VALUES (?)", [version])


def _rules(db: duckdb.DuckDBPyConnection) -> str | None:
    version: str | None = batches.scalar(db, "SELECT version FROM word_rules")
    return version


def _add(
    db: duckdb.DuckDBPyConnection, indexer: WordIndexer, found: Sequence[Article], worded: Sequence[ArticleWords]
) -> None:
    words = sorted({word for one in worded for word in one.words})
    likely = {word for one in worded for word in one.likely}
    numbers = _numbered(db, words, likely, indexer)
    first = _next(db, "documents", "document")
    documents = np.arange(first, first + len(found), dtype=np.uint32)
    rows = {
        "document": documents,
        "article_id": [article.article_id for article in found],
        "content_hash": [article.content_hash for article in found],
    }
    batches.insert(db, "documents", pa.table(rows))
    lengths = [len(one.words) for one in worded]
    ids = np.fromiter((numbers[word] for one in worded for word in sorted(one.words)), np.uint32, sum(lengths))
    batches.insert(db, "postings", pa.table({"document": np.repeat(documents, lengths), "word_id": ids}))


def _numbered(
    db: duckdb.DuckDBPyConnection, words: Sequence[str], likely: Collection[str], indexer: WordIndexer
) -> Mapping[str, int]:
    """The number of each word; unknown ones are entered, with marks once they are likely."""
    with batches.listed(db, "met", word=words):
        known = db.execute("SELECT word, word_id, likely FROM words SEMI JOIN met USING (word)").fetchall()
    numbers = {word: number for word, number, _ in known}
    fresh = [word for word in words if word not in numbers]
    first = _next(db, "words", "word_id")
    numbers.update(zip(fresh, range(first, first + len(fresh)), strict=True))
    promoted = [word for word, _, was_likely in known if word in likely and not was_likely]
    _insert_words(db, fresh, numbers, likely)
    _promote(db, [numbers[word] for word in promoted])
    _insert_blocking_keys(db, indexer, [*(word for word in fresh if word in likely), *promoted], numbers)
    return numbers


def _next(db: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    return int(batches.scalar(db, f"SELECT coalesce(max({column}) + 1, 0) FROM {table}"))


def _insert_words(
    db: duckdb.DuckDBPyConnection, words: Sequence[str], numbers: Mapping[str, int], likely: Collection[str]
) -> None:
    rows = {
        "word_id": pa.array([numbers[word] for word in words], pa.uint32()),
        "word": pa.array(words, pa.string()),
        "likely": pa.array([word in likely for word in words], pa.bool_()),
    }
    batches.insert(db, "words", pa.table(rows))


def _promote(db: duckdb.DuckDBPyConnection, word_ids: Sequence[int]) -> None:
    if word_ids:
        with batches.listed(db, "promoted", word_id=word_ids):
            db.execute("UPDATE words SET likely = true WHERE word_id IN (FROM promoted)")


def _insert_blocking_keys(
    db: duckdb.DuckDBPyConnection, indexer: WordIndexer, words: Iterable[str], numbers: Mapping[str, int]
) -> None:
    pairs = [(blocking_key, numbers[word]) for word in words for blocking_key in indexer.blocking_keys(word)]
    rows = {
        "mark": pa.array([blocking_key for blocking_key, _ in pairs], pa.uint32()),
        "word_id": pa.array([number for _, number in pairs], pa.uint32()),
    }
    batches.insert(db, "word_marks", pa.table(rows))


def prune(db: duckdb.DuckDBPyConnection) -> int:
    """Forgets the articles that are no longer stored in this version; returns how many."""
    gone = "document IN (SELECT document FROM documents ANTI JOIN versions USING (article_id, content_hash))"
    db.execute(f"DELETE FROM postings WHERE {gone}")
    return int(batches.scalar(db, f"DELETE FROM documents WHERE {gone}"))


NOT_EXCLUDED = """
    NOT EXISTS (
        FROM excluded WHERE excluded.article_id = versions.article_id AND excluded.content_hash = versions.content_hash
    )
"""
"""A condition on `versions` after `exclude`."""


def exclude(db: duckdb.DuckDBPyConnection, presearch: Presearch) -> bool:
    """Makes the temporary table `excluded` of the indexed articles that are not worth reading.

    False, and no table, if the index was made by other rules than those by which it is asked.
    """
    if _rules(db) != presearch.version:
        return False
    found = _look_up(db, presearch.word_query)
    with batches.lent(db, "ways", _table_of(presearch.requirements(tuple(found)), found)):
        db.execute(_EXCLUDE)
    return True


_EXCLUDE = """
    CREATE OR REPLACE TEMP TABLE excluded AS
    WITH went AS (
        SELECT document, way FROM postings JOIN ways USING (word_id)
        GROUP BY document, way HAVING count(DISTINCT place) >= any_value(need)
    )
    SELECT article_id, content_hash FROM documents ANTI JOIN went USING (document)
"""

_LOOK_UP = """
    SELECT word, word_id FROM words WHERE word IN (FROM asked_words)
    UNION SELECT word, word_id FROM words JOIN asked_prefixes ON starts_with(word, prefix)
    UNION SELECT word, word_id FROM words JOIN asked_suffixes ON ends_with(word, suffix)
    UNION SELECT word, word_id FROM words JOIN asked_substrings ON contains(word, substring)
    UNION SELECT word, word_id FROM words SEMI JOIN (SELECT word_id FROM word_marks SEMI JOIN asked_marks USING (mark))
        USING (word_id)
"""


def _look_up(db: duckdb.DuckDBPyConnection, word_query: WordQuery) -> dict[str, int]:
    blocking_keys = pa.table({"mark": pa.array(sorted(word_query.blocking_keys), pa.uint32())})
    with (
        batches.listed(db, "asked_words", word=word_query.words),
        batches.listed(db, "asked_prefixes", prefix=word_query.prefixes),
        batches.listed(db, "asked_suffixes", suffix=word_query.suffixes),
        batches.listed(db, "asked_substrings", substring=word_query.substrings),
        batches.lent(db, "asked_marks", blocking_keys),
    ):
        return dict(db.execute(_LOOK_UP).fetchall())


def _table_of(requirements: Sequence[WordRequirement], numbers: Mapping[str, int]) -> pa.Table:
    """A row for each word of each group of each way."""
    rows = [
        (way_number, place, way.minimum, numbers[word])
        for way_number, way in enumerate(requirements)
        for place, group in enumerate(way.groups)
        for word in group
    ]
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    names = ("way", "place", "need", "word_id")
    return pa.table({name: pa.array(cells, pa.uint32()) for name, cells in zip(names, columns, strict=True)})
