"""Watchlists with one actor a line, for lists too long to edit: CSV with a header, or JSON lines.

The columns or keys are those of an actor in watchlist.yaml. In a CSV cell, several aliases, native forms, nicknames or
tags are separated by semicolons, and identifiers are written `kind value` (`imo 9187629; domain example.com`).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from core.config import Document, message_for
from core.errors import ConfigError, Problem
from matching.watchlist.field_types import Id, Name
from matching.watchlist.model import Actor, adapter_of
from matching.watchlist.roster import PLAIN_FIELDS, ActorType, Roster

_ACTORS = tuple[Actor, ...]
_PLAIN_FIELDS = frozenset(PLAIN_FIELDS)
_COLUMNS = {field.name for field in fields(Actor)} - {"none", "facts", "examples", "counterexamples"}
_SEVERAL = {"aliases", "native", "nicknames", "tags", "identifiers"}
_MAX_PROBLEMS = 20
_CHUNK = 10_000  # lines of JSON validated at once


def is_tabular(document: Document) -> bool:
    """True for a document with one actor a line, by its name."""
    return document.name.lower().endswith((".csv", ".jsonl"))


def parse_tabular(document: Document) -> Roster:
    """The actors of a CSV or JSON-lines document. Raises ConfigError with the problems, each at its line."""
    if document.name.lower().endswith(".csv"):
        return _parse_csv(document)
    return _parse_json_lines(document)


def line_of(document: Document, index: int) -> int:
    """The line (from 1) on which the actor with this index starts."""
    if document.name.lower().endswith(".csv"):
        return _read_csv(document)[1][index]
    return [number for number, line in enumerate(_lines(document), 1) if line.strip()][index]


def _parse_csv(document: Document) -> Roster:
    rows, lines = _read_csv(document)
    try:
        return _roster(rows)
    except ValidationError:
        return _parse_row_by_row(document, rows, lines)


def _parse_row_by_row(document: Document, rows: Sequence[Mapping[str, object]], lines: Sequence[int]) -> Roster:
    """The same as `_roster`, slower, with the line of each problem in the ConfigError."""
    try:
        return Roster.of(adapter_of(_ACTORS).validate_python(rows))
    except ValidationError as error:
        raise _located(document, error, lines) from error


def _roster(rows: Sequence[Mapping[str, object]]) -> Roster:
    """The actors of these plain values. Raises ValidationError if any is invalid."""
    detailed = [number for number, row in enumerate(rows) if not _PLAIN_FIELDS.issuperset(row)]
    actors = adapter_of(_ACTORS).validate_python([rows[number] for number in detailed])
    return Roster(
        adapter_of(tuple[Id, ...]).validate_python([row.get("id") for row in rows]),
        adapter_of(tuple[Name, ...]).validate_python([row.get("name") for row in rows]),
        adapter_of(tuple[ActorType, ...]).validate_python([row.get("type", "person") for row in rows]),
        dict(zip(detailed, actors, strict=True)),
    )


def _read_csv(document: Document) -> tuple[list[dict[str, object]], list[int]]:
    """The rows as plain values, and the line on which each starts."""
    reader = csv.reader(document.text.splitlines(keepends=True), strict=True)
    rows: list[dict[str, object]] = []
    lines: list[int] = []
    start = 1
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if header:
            _check_header(document, header)
        start = reader.line_num + 1
        for cells in reader:
            if cells:
                rows.append(_row(header, cells))
                lines.append(start)
            start = reader.line_num + 1
    except csv.Error as error:
        raise ConfigError.of(Problem(document.name, f"malformed CSV: {error}", start, 1)) from error
    return rows, lines


def _check_header(document: Document, header: Sequence[str]) -> None:
    unknown = [name for name in header if name not in _COLUMNS]
    missing = [name for name in ("id", "name") if name not in header]
    if unknown or missing:
        what = f"unknown column {unknown[0]!r}" if unknown else f"no column {missing[0]!r}"
        remedy = f"the first line names the columns, of {', '.join(sorted(_COLUMNS))}"
        raise ConfigError.of(Problem(document.name, what, 1, 1, remedy=remedy))


def _row(header: Sequence[str], cells: Sequence[str]) -> dict[str, object]:
    row: dict[str, object] = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
    if len(cells) > len(header):
        row["more cells than columns"] = cells[len(header)]
    for name in _SEVERAL & row.keys():
        parts = [part.strip() for part in str(row[name]).split(";") if part.strip()]
        row[name] = [_identifier(part) for part in parts] if name == "identifiers" else parts
    return row


def _identifier(text: str) -> dict[str, str]:
    kind, _, value = text.partition(" ")
    return {"kind": kind, "value": value.strip()}


def _parse_json_lines(document: Document) -> Roster:
    lines = _lines(document)
    parts: list[Roster] = []
    problems: list[Problem] = []
    for start in range(0, len(lines), _CHUNK):
        chunk = lines[start : start + _CHUNK]
        try:
            parts.append(_roster(_values(list(filter(str.strip, chunk)))))
        except (ValidationError, ValueError):
            parts.append(_parse_line_by_line(document, chunk, start + 1, problems))
    if problems:
        raise ConfigError(tuple(problems[:_MAX_PROBLEMS]))
    return Roster.joined(parts)


def _values(lines: Sequence[str]) -> list[dict[str, object]]:
    """The plain values of JSON lines. Raises ValueError unless each is one mapping."""
    rows: list[dict[str, object]] = from_json(f"[{','.join(lines)}]", cache_strings="keys")
    if len(rows) != len(lines) or not {dict}.issuperset(map(type, rows)):
        raise ValueError("not one mapping a line")
    return rows


def _parse_line_by_line(document: Document, lines: Sequence[str], start: int, problems: list[Problem]) -> Roster:
    """The same, slower; adds the problems, each at its line, to `problems`. The first line has the number `start`."""
    adapter = adapter_of(Actor)
    actors: list[Actor] = []
    for number, line in enumerate(lines, start):
        if line.strip():
            try:
                actors.append(adapter.validate_json(line))
            except ValidationError as error:
                problems.extend(_problem(document, one, one["loc"], number) for one in error.errors(include_url=False))
    return Roster.of(actors)


def _lines(document: Document) -> list[str]:
    return document.text.split("\n")  # not splitlines: U+2028 is allowed in a JSON string


def _located(document: Document, error: ValidationError, lines: Sequence[int]) -> ConfigError:
    found = [(one["loc"][0], one) for one in error.errors(include_url=False)[:_MAX_PROBLEMS]]
    return ConfigError(tuple(_problem(document, one, one["loc"][1:], lines[int(index)]) for index, one in found))


def _problem(document: Document, detail: Mapping[str, Any], path: tuple[str | int, ...], line: int) -> Problem:
    return Problem(document.name, message_for(detail), line, 1, ".".join(map(str, path)))
