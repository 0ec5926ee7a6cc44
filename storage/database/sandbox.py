"""Queries that a person types or was given: they read the views and nothing else, and write nothing anywhere."""

from __future__ import annotations

import re

import duckdb

from core.errors import QueryError

SANDBOX: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",  # a query reads the snapshot and no other file
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

_READING = re.compile(
    r"(?:select|from|with|values|table|pivot|unpivot|describe|desc|show|summarize)\b|\(", re.IGNORECASE
)
_EXPLAIN = re.compile(r"explain\b\s*(?:\([^()]*\)|analyze\b)?", re.IGNORECASE)
_KINDS = (duckdb.StatementType.SELECT, duckdb.StatementType.MULTI)
"""MULTI is a statement with PIVOT, whatever it does with the result; its first word says that."""


def check_reads_only(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raises QueryError unless the SQL is one statement that only reads, and duckdb.Error if it is no SQL.

    Without external access DuckDB still writes to what belongs to the open file, such as its log: COPY could put a log
    beside the snapshot which the next reader stumbles over.
    """
    statements = db.extract_statements(sql)
    if len(statements) > 1:
        raise QueryError("one statement at a time: only the last of them would be shown")
    for one in statements:
        text = one.query.lstrip()  # DuckDB leaves out comments before it
        kind = _kind(one)
        if kind == duckdb.StatementType.EXPLAIN and _EXPLAIN.match(text):
            check_reads_only(db, _EXPLAIN.sub("", text, count=1))
        elif kind not in _KINDS or not _READING.match(text):
            raise QueryError("only statements that read are run here: SELECT, FROM, WITH, PIVOT, DESCRIBE, EXPLAIN …")


def _kind(statement: duckdb.Statement) -> duckdb.StatementType | None:
    """The kind of a statement; None for those that DuckDB's Python package has no name for."""
    try:
        return statement.type
    except ValueError:
        return None
