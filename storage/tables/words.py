"""The index of the words of stored articles, by which only few are read again when the watchlist changes.

The words of an article and the blocking keys of a word come from a `WordIndexer`, what is asked of the index from a
`Presearch`; both are handed in. The index is computed from `versions` and may be incomplete, since an article without
words counts as one that must be read. It is emptied when the indexer's version changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

import duckdb
import numpy as np
import pyarrow as pa

from core.isolation import attempt
from core.protocols import ArticleWords, Presearch, WordIndexer, WordQuery, WordRequirement
from core.records import Article, Failure, Stage
from storage.database import statements
from storage.tables import articles

_TABLES = ("documents", "words", "word_marks", "postings")


def index(db: duckdb.DuckDBPyConnection, indexer: WordIndexer, limit: int) -> tuple[int, tuple[Failure, ...]]:
    """Indexes at most `limit` articles that are not indexed yet; returns how many it did, and the failures.

    An article whose words cannot be found is left out of the index, and taken up again at the next call.
    """
    _adopt_version(db, indexer.version)
    sql = f"""
        SELECT {articles.ARTICLE} FROM versions ANTI JOIN documents USING (article_id, content_hash)
        WHERE is_current ORDER BY first_seen_at DESC LIMIT ?
    """
    found = statements.select(db, Article, sql, [limit])
    words = [attempt(Stage.INDEX, article.url, partial(indexer.words, article)) for article in found]
    indexed = [(article, one) for article, one in zip(found, words, strict=True) if not isinstance(one, Failure)]
    if indexed:
        _add(db, indexer, [article for article, _ in indexed], [one for _, one in indexed])
    return len(indexed), tuple(one for one in words if isinstance(one, Failure))


def _adopt_version(db: duckdb.DuckDBPyConnection, version: str) -> None:
    """Empties the index if an indexer of another version filled it."""
    if _version(db) != version:
        for table in (*_TABLES, "word_rules"):
            db.execute(f"DELETE FROM {table}")
        db.execute("INSERT INTO word_rules VALUES (?)", [version])


def _version(db: duckdb.DuckDBPyConnection) -> str | None:
    version: str | None = statements.scalar(db, "SELECT version FROM word_rules")
    return version


def _add(
    db: duckdb.DuckDBPyConnection, indexer: WordIndexer, found: Sequence[Article], words_found: Sequence[ArticleWords]
) -> None:
    words = sorted({word for one in words_found for word in one.words})
    likely = {word for one in words_found for word in one.likely}
    numbers = _word_numbers(db, words, likely, indexer)
    first = _next(db, "documents", "document")
    documents = np.arange(first, first + len(found), dtype=np.uint32)
    rows = {
        "document": documents,
        "article_id": [article.article_id for article in found],
        "content_hash": [article.content_hash for article in found],
    }
    statements.insert(db, "documents", pa.table(rows))
    lengths = [len(one.words) for one in words_found]
    ids = np.fromiter((numbers[word] for one in words_found for word in sorted(one.words)), np.uint32, sum(lengths))
    statements.insert(db, "postings", pa.table({"document": np.repeat(documents, lengths), "word_id": ids}))


def _word_numbers(
    db: duckdb.DuckDBPyConnection, words: Sequence[str], likely: Collection[str], indexer: WordIndexer
) -> Mapping[str, int]:
    """The number of each word. Inserts unknown words, and the blocking keys of those that become likely."""
    with statements.registered_columns(db, "met", word=words):
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
    return int(statements.scalar(db, f"SELECT coalesce(max({column}) + 1, 0) FROM {table}"))


def _insert_words(
    db: duckdb.DuckDBPyConnection, words: Sequence[str], numbers: Mapping[str, int], likely: Collection[str]
) -> None:
    rows = {
        "word_id": pa.array([numbers[word] for word in words], pa.uint32()),
        "word": pa.array(words, pa.string()),
        "likely": pa.array([word in likely for word in words], pa.bool_()),
    }
    statements.insert(db, "words", pa.table(rows))


def _promote(db: duckdb.DuckDBPyConnection, word_ids: Sequence[int]) -> None:
    if word_ids:
        with statements.registered_columns(db, "promoted", word_id=word_ids):
            db.execute("UPDATE words SET likely = true WHERE word_id IN (FROM promoted)")


def _insert_blocking_keys(
    db: duckdb.DuckDBPyConnection, indexer: WordIndexer, words: Iterable[str], numbers: Mapping[str, int]
) -> None:
    listed = list(words)
    found = indexer.blocking_keys(listed)
    word_ids = np.array([numbers[word] for word in listed], np.uint32)
    rows = {"mark": pa.array(found.keys), "word_id": pa.array(word_ids[found.words])}
    statements.insert(db, "word_marks", pa.table(rows))


def prune(db: duckdb.DuckDBPyConnection) -> int:
    """Deletes the words of article versions that are no longer stored. Returns how many versions."""
    gone = "document IN (SELECT document FROM documents ANTI JOIN versions USING (article_id, content_hash))"
    db.execute(f"DELETE FROM postings WHERE {gone}")
    return int(statements.scalar(db, f"DELETE FROM documents WHERE {gone}"))


def select_possible(db: duckdb.DuckDBPyConnection, presearch: Presearch) -> bool:
    """Makes the temporary table `possible` of the articles that meet a requirement of the presearch or are not indexed.

    Returns False and makes no table if the index was filled by an indexer of another version than the presearch's.
    """
    if _version(db) != presearch.version:
        return False
    found = _look_up(db, presearch.word_query)
    with statements.registered(db, "requirements", _table_of(presearch.requirements(tuple(found)), found)):
        db.execute(_POSSIBLE)
    return True


_POSSIBLE = """
    CREATE OR REPLACE TEMP TABLE possible AS
    WITH groups AS (
        SELECT document, requirement, word_group, any_value(minimum) AS minimum
        FROM postings JOIN requirements USING (word_id) GROUP BY document, requirement, word_group
    ), met AS (
        SELECT document FROM groups GROUP BY document, requirement HAVING count(*) >= any_value(minimum)
    )
    SELECT article_id, content_hash FROM documents SEMI JOIN met USING (document)
    UNION ALL
    SELECT article_id, content_hash FROM versions ANTI JOIN documents USING (article_id, content_hash) WHERE is_current
"""

_WHOLE = "SELECT word, word_id FROM words WHERE word IN (FROM asked_words)"
_BY_KEY = """
    SELECT word, word_id FROM words SEMI JOIN (SELECT word_id FROM word_marks SEMI JOIN asked_keys USING (mark))
        USING (word_id)
"""
_PREFIXES = """
    SELECT word, word_id FROM words JOIN asked_prefixes ON word >= prefix AND word < prefix || chr(1114111)
"""
_SUFFIXES = """
    SELECT word, word_id FROM words CROSS JOIN (SELECT DISTINCT length(suffix) AS size FROM asked_suffixes)
        SEMI JOIN asked_suffixes ON right(word, size) = suffix
"""
_SUBSTRINGS = """
    SELECT word, word_id FROM (
        SELECT word, word_id, size, unnest(range(1, length(word) - size + 2)) AS start
        FROM words CROSS JOIN (SELECT DISTINCT length(substring) AS size FROM asked_substrings)
    ) SEMI JOIN asked_substrings ON substr(word, start, size) = substring
"""
"""Words that begin with a prefix are a range. Every other part is a hash join: what ends a word or is inside it is cut
out of it in each length that is asked."""


def _look_up(db: duckdb.DuckDBPyConnection, word_query: WordQuery) -> dict[str, int]:
    """The words of the index that are asked for, with their numbers; parts of which nothing is asked are left out."""
    parts = [
        (word_query.words, _WHOLE),
        (word_query.prefixes, _PREFIXES),
        (word_query.suffixes, _SUFFIXES),
        (word_query.substrings, _SUBSTRINGS),
        (word_query.blocking_keys, _BY_KEY),
    ]
    sql = " UNION ".join(part for asked, part in parts if asked)
    blocking_keys = pa.table({"mark": pa.array(sorted(word_query.blocking_keys), pa.uint32())})
    with (
        statements.registered_columns(db, "asked_words", word=word_query.words),
        statements.registered_columns(db, "asked_prefixes", prefix=word_query.prefixes),
        statements.registered_columns(db, "asked_suffixes", suffix=word_query.suffixes),
        statements.registered_columns(db, "asked_substrings", substring=word_query.substrings),
        statements.registered(db, "asked_keys", blocking_keys),
    ):
        return dict(db.execute(sql).fetchall()) if sql else {}


def _table_of(requirements: Sequence[WordRequirement], numbers: Mapping[str, int]) -> pa.Table:
    """A row for each word of each group of each requirement."""
    rows = [
        (requirement_number, group_number, requirement.minimum, numbers[word])
        for requirement_number, requirement in enumerate(requirements)
        for group_number, group in enumerate(requirement.groups)
        for word in group
    ]
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    names = ("requirement", "word_group", "minimum", "word_id")
    return pa.table({name: pa.array(cells, pa.uint32()) for name, cells in zip(names, columns, strict=True)})
