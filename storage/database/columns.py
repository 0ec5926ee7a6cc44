"""Conversion between the records of `core/records` and columns, in both directions. The only place that does it.

| in a record                     | in DuckDB                                  |
|---------------------------------|--------------------------------------------|
| str, int, float, bool, bytes    | VARCHAR, BIGINT, DOUBLE, BOOLEAN, BLOB     |
| an enum                         | VARCHAR (its value)                        |
| datetime (aware)                | TIMESTAMP, in UTC                          |
| timedelta                       | DOUBLE, seconds                            |
| tuple[str, ...]                 | VARCHAR[]                                  |
| other tuples, dataclasses, dicts| VARCHAR, JSON                              |

Nested values are JSON so that a value written before a field existed can still be read, with the field's default.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import operator
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar

import orjson
import pyarrow as pa

Record = TypeVar("Record")
Convert = Callable[[Any], Any]

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Column:
    """One field as a column: its Arrow type and the conversions, which are not applied to None."""

    name: str
    type: pa.DataType
    encode: Convert
    decode: Convert


def _plain(value: Any) -> Any:
    if (fields := getattr(value, "__dataclass_fields__", None)) is not None:
        return {name: getattr(value, name) for name in fields}
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, (set, frozenset)) else str(value)


_TOLERANT_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain, separators=(",", ":"))


def utc(at: datetime) -> datetime:
    """The instant as DuckDB stores it: a naive datetime in UTC."""
    return at.astimezone(UTC).replace(tzinfo=None)


def aware(at: datetime) -> datetime:
    """The instant as records have it: aware, in UTC. `at` is naive, in UTC."""
    return at.replace(tzinfo=UTC)


def to_json(value: object) -> str:
    """JSON of records, enums and dates, nested at will."""
    try:
        return orjson.dumps(value, default=_plain).decode()
    except orjson.JSONEncodeError:  # an unpaired surrogate, which `_strings` replaces
        return _TOLERANT_ENCODER.encode(value)


def from_json(kind: Any, text: str) -> Any:
    """The value of type `kind` that `to_json` wrote."""
    return _decoder(kind)(orjson.loads(text))


@functools.cache
def _decoder(kind: Any) -> Convert:
    """Makes a plain JSON value one of type `kind`; missing fields take their defaults, unknown ones are dropped.

    The type is looked at once and not for each value: an article has many zones.
    """
    decode = _required_decoder(_required(kind))
    return decode if decode is _as_it_is else lambda value: None if value is None else decode(value)


def _required_decoder(kind: Any) -> Convert:
    if kind == date | datetime:
        return _day_or_instant
    if typing.get_origin(kind) is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return datetime.fromisoformat if kind is datetime else _as_it_is


def _day_or_instant(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) == len("2026-01-01") else datetime.fromisoformat(text)


def _tuple_decoder(kinds: tuple[Any, ...]) -> Convert:
    each = [_decoder(kind) for kind in kinds if kind is not Ellipsis]
    if kinds[1:] == (Ellipsis,):
        return lambda values: tuple(map(each[0], values))
    return lambda values: tuple(decode(value) for decode, value in zip(each, values, strict=True))


def _record_decoder(record: type[Any]) -> Convert:
    fields = [(name, _decoder(kind)) for name, kind in _hints_of(record).items()]
    return lambda value: record(**{name: decode(value[name]) for name, decode in fields if name in value})


_hints: dict[type[Any], dict[str, Any]] = {}


def _hints_of(record: type[Any]) -> dict[str, Any]:
    """The types of a dataclass's fields, evaluated once per class."""
    if record not in _hints:
        _hints[record] = typing.get_type_hints(record)
    return _hints[record]


def _required(kind: Any) -> Any:
    """The type without `| None`."""
    if not isinstance(kind, types.UnionType):
        return kind
    return functools.reduce(operator.or_, (one for one in typing.get_args(kind) if one is not type(None)))


def _as_it_is(value: Any) -> Any:
    return value


_INSTANT, _AWARE = pa.timestamp("us"), pa.timestamp("us", "UTC")

_SCALARS: Mapping[type, tuple[pa.DataType, Convert, Convert]] = {
    str: (pa.string(), _as_it_is, _as_it_is),
    int: (pa.int64(), _as_it_is, _as_it_is),
    float: (pa.float64(), _as_it_is, _as_it_is),
    bool: (pa.bool_(), _as_it_is, _as_it_is),
    bytes: (pa.binary(), _as_it_is, _as_it_is),
    datetime: (_INSTANT, utc, aware),
    timedelta: (pa.float64(), timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)),
}


_columns: dict[type[Any], tuple[Column, ...]] = {}


def columns_of(record: type[Any]) -> tuple[Column, ...]:
    """The columns of a dataclass, one per field, in order."""
    if record not in _columns:
        hints = _hints_of(record)
        _columns[record] = tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(record))
    return _columns[record]


def _column(name: str, kind: Any) -> Column:
    inner = _required(kind)
    if inner in _SCALARS:
        return Column(name, *_SCALARS[inner])
    if isinstance(inner, type) and issubclass(inner, Enum):
        return Column(name, pa.string(), _as_it_is, inner)
    if inner == tuple[str, ...]:
        return Column(name, pa.list_(pa.string()), list, tuple)
    decode = _decoder(inner)
    return Column(name, pa.string(), to_json, lambda text: decode(orjson.loads(text)))


def table_of(record: type[Any], values: Sequence[Any], *, omit: Iterable[str] = (), **extra: Sequence[Any]) -> pa.Table:
    """The records as an Arrow table: a column for each field not in `omit`, followed by the `extra` columns."""
    omitted = set(omit)
    arrays = {
        column.name: _array(column, list(map(operator.attrgetter(column.name), values)))
        for column in columns_of(record)
        if column.name not in omitted
    }
    return pa.table(arrays | {name: plain_array(cells) for name, cells in extra.items()})


def _array(column: Column, cells: list[Any]) -> pa.Array:
    if column.type == _INSTANT:
        return pa.array(cells, _AWARE).cast(_INSTANT)
    if column.encode is not _as_it_is:
        cells = [None if cell is None else column.encode(cell) for cell in cells]
    return _strings(cells) if column.type == pa.string() else pa.array(cells, column.type)


def _strings(cells: list[str | None]) -> pa.Array:
    """An Arrow array of text. Each unpaired surrogate becomes one U+FFFD, so that offsets stay right."""
    try:
        return pa.array(cells, pa.string())
    except UnicodeEncodeError:
        whole = [None if cell is None else _SURROGATES.sub("\ufffd", cell) for cell in cells]
        return pa.array(whole, pa.string())


def plain_array(cells: Sequence[Any]) -> pa.Array:
    """An Arrow array of cells of one scalar type: that of the first cell that is not None, text if all are None."""
    kind = next((type(cell) for cell in cells if cell is not None), str)
    scalar = str if issubclass(kind, Enum) else kind
    type_, encode, _ = _SCALARS.get(scalar, (pa.list_(pa.string()), list, tuple))
    return _array(Column("", type_, encode, encode), list(cells))


def record_from(record: type[Record], row: Mapping[str, Any], **others: Any) -> Record:
    """A row as a record, with `others` as further fields; columns that are not fields are ignored."""
    cells = {column.name: _decoded(column, row[column.name]) for column in columns_of(record) if column.name in row}
    return record(**(cells | others))


def records_from(record: type[Record], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Record]:
    """Rows of the columns with these names as records; as `record_from`, in half the time for many rows."""
    places = {name: place for place, name in enumerate(names)}
    read = [(one.name, places[one.name], one.decode) for one in columns_of(record) if one.name in places]
    return [
        record(**{name: None if row[place] is None else decode(row[place]) for name, place, decode in read})
        for row in rows
    ]


def _decoded(column: Column, cell: Any) -> Any:
    return None if cell is None else column.decode(cell)
