"""Rows in and out in bulk: Arrow batches, deduplicated before the insert, and keys kept without indexes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from storage.database.columns import plain_array, record_from

Record = TypeVar("Record")
Parameters = Sequence[Any] | dict[str, Any]


@contextmanager
def lent(db: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> Iterator[None]:
    """Lends an Arrow table to SQL under a name; after an error the connection is given up, and the loan with it."""
    db.register(name, rows)
    yield
    db.unregister(name)


@contextmanager
def listed(db: duckdb.DuckDBPyConnection, name: str, **cells: Collection[Any]) -> Iterator[None]:
    """Lends columns of plain cells to SQL as a table: `listed(db, "wanted", hit_id=ids)`."""
    with lent(db, name, table(**cells)):
        yield


def table(**cells: Collection[Any]) -> pa.Table:
    """Columns of plain cells as an Arrow table: `table(hit_id=ids)`."""
    return pa.table({column: plain_array(list(values)) for column, values in cells.items()})


# DuckDB reads the Arrow table `batch` from the variable of that name in the function that executes the statement:
# lending it under a name would cost as much as the insert of a small one.


def insert(db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, **same: object) -> None:
    """Appends the rows of `batch`, matching columns by name; the cells of `same` stand in each of them."""
    if batch.num_rows:
        db.execute(f"INSERT INTO {into} BY NAME SELECT {_columns(same)} FROM batch", same)


def insert_new(db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, keys: Sequence[str], **same: object) -> int:
    """As `insert`, for the rows whose key is neither in the table nor earlier in the batch; returns how many."""
    if not batch.num_rows:
        return 0
    key = ", ".join(keys)
    unseen = f"(SELECT DISTINCT ON ({key}) * FROM batch) ANTI JOIN {into} USING ({key})"
    answer = db.execute(f"INSERT INTO {into} BY NAME SELECT {_columns(same)} FROM {unseen}", same)
    return int(answer.fetchall()[0][0])


def _columns(same: Iterable[str]) -> str:
    return ", ".join(["*", *(f"${name} AS {name}" for name in same)])


def replace(db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, keys: Sequence[str]) -> None:
    """Appends the rows in the place of those with their key; the batch holds a key once."""
    remove(db, into, batch, keys)
    insert(db, into, batch)


def remove(db: duckdb.DuckDBPyConnection, source: str, batch: pa.Table, keys: Sequence[str]) -> None:
    """Deletes the rows with a key of the batch."""
    if batch.num_rows:
        same = " AND ".join(f"{source}.{key} = batch.{key}" for key in keys)
        db.execute(f"DELETE FROM {source} USING batch WHERE {same}")


def select(db: duckdb.DuckDBPyConnection, record: type[Record], sql: str, parameters: Parameters = ()) -> list[Record]:
    """The answer as records, its columns named after their fields."""
    return records(record, rows_of(db, sql, parameters))


def rows_of(db: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
    """The answer as dictionaries by column name."""
    answer = db.execute(sql, parameters)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def records(record: type[Record], rows: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The rows as records; columns that are no fields are passed over."""
    return [record_from(record, row) for row in rows]


def scalar(db: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters = ()) -> Any:
    """The one cell of the answer, None if it has no row.

    All rows are fetched: a result left open, as `fetchone` leaves it, keeps tables from being lent.
    """
    rows = db.execute(sql, parameters).fetchall()
    return rows[0][0] if rows else None


def one_row(**cells: Any) -> pa.Table:
    """An Arrow table of one row."""
    return pa.table({name: plain_array([cell]) for name, cell in cells.items()})
