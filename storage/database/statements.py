"""SQL statements on Arrow tables: bulk inserts, replacements and deletes by key, and queries that return records.

Tables have no unique indexes: keys are enforced here, by deduplication before the insert.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from storage.database.columns import plain_array, record_from, records_from

Record = TypeVar("Record")
Parameters = Sequence[Any] | dict[str, Any]


@contextmanager
def registered(db: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> Iterator[None]:
    """Makes an Arrow table available to SQL under a name.

    After an error it is not unregistered, because the connection is discarded then.
    """
    db.register(name, rows)
    yield
    db.unregister(name)


@contextmanager
def registered_columns(db: duckdb.DuckDBPyConnection, name: str, **cells: Collection[Any]) -> Iterator[None]:
    """Makes columns of plain values available to SQL: `registered_columns(db, "wanted", hit_id=ids)`."""
    with registered(db, name, table(**cells)):
        yield


def table(**cells: Collection[Any]) -> pa.Table:
    """An Arrow table of columns of plain values: `table(hit_id=ids)`."""
    return pa.table({column: plain_array(list(values)) for column, values in cells.items()})


# In the next functions DuckDB reads the Arrow table `batch` from the Python variable of that name (a replacement scan):
# registering a table under a name costs as much as inserting a small one.


def insert(db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, **constants: object) -> None:
    """Appends the rows of `batch`, with columns matched by name and `constants` as further columns."""
    if batch.num_rows:
        db.execute(f"INSERT INTO {into} BY NAME SELECT {_columns(constants)} FROM batch", constants)


def insert_new(
    db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, keys: Sequence[str], **constants: object
) -> int:
    """As `insert`, for rows whose key is neither in the table nor earlier in the batch. Returns how many there are."""
    if not batch.num_rows:
        return 0
    key = ", ".join(keys)
    unseen = f"(SELECT DISTINCT ON ({key}) * FROM batch) ANTI JOIN {into} USING ({key})"
    answer = db.execute(f"INSERT INTO {into} BY NAME SELECT {_columns(constants)} FROM {unseen}", constants)
    return int(answer.fetchall()[0][0])


def _columns(constants: Iterable[str]) -> str:
    return ", ".join(["*", *(f"${name} AS {name}" for name in constants)])


def replace(db: duckdb.DuckDBPyConnection, into: str, batch: pa.Table, keys: Sequence[str]) -> None:
    """Replaces the rows with the keys of the batch by those of the batch, in which each key occurs once."""
    remove(db, into, batch, keys)
    insert(db, into, batch)


def remove(db: duckdb.DuckDBPyConnection, source: str, batch: pa.Table, keys: Sequence[str]) -> None:
    """Deletes the rows with the keys of the batch."""
    if batch.num_rows:
        same_key = " AND ".join(f"{source}.{key} = batch.{key}" for key in keys)
        db.execute(f"DELETE FROM {source} USING batch WHERE {same_key}")


def select(db: duckdb.DuckDBPyConnection, record: type[Record], sql: str, parameters: Parameters = ()) -> list[Record]:
    """The result as records; columns are named after the fields."""
    answer = db.execute(sql, parameters)
    names = [column[0] for column in answer.description or ()]
    return records_from(record, names, answer.fetchall())


def rows_of(db: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
    """The result as dictionaries by column name."""
    answer = db.execute(sql, parameters)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def records(record: type[Record], rows: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The rows as records; columns that are not fields are ignored."""
    return [record_from(record, row) for row in rows]


def scalar(db: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters = ()) -> Any:
    """The only value of the result, None without rows.

    Fetches all rows: a result left open, as by `fetchone`, prevents tables from being registered.
    """
    rows = db.execute(sql, parameters).fetchall()
    return rows[0][0] if rows else None


def one_row(**cells: Any) -> pa.Table:
    """An Arrow table of one row."""
    return pa.table({name: plain_array([cell]) for name, cell in cells.items()})
