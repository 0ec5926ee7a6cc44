"""Printing of results: tables for people, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def stdout_console() -> Console:
    """Standard output for people; 200 columns wide if it is no terminal, so that `grep` sees whole lines."""
    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else 200)


def printable(text: str) -> str:
    """The text with control and format characters replaced by spaces, so that no terminal escape remains."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cf"} and char != "\n" else char for char in text)


def cell_text(cell: object) -> str:
    """The cell as text for people: times without seconds, lists separated by commas, None empty."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, (list, tuple)):
        return ", ".join(map(cell_text, cell))
    return printable(str(cell))


def json_value(cell: object) -> object:
    """The cell as a JSON value; times, naive and in UTC, become ISO 8601 with a Z."""
    if isinstance(cell, datetime):
        return cell.isoformat() + "Z"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (list, tuple)):
        return [json_value(one) for one in cell]
    if isinstance(cell, dict):
        return {str(key): json_value(one) for key, one in cell.items()}
    return cell if isinstance(cell, (str, int, float, bool)) or cell is None else str(cell)


def write_json(rows: Iterable[dict[str, Any]], file: IO[str] | None = None) -> None:
    """Writes one JSON object a line, to standard output by default."""
    stream = file or sys.stdout
    for row in rows:
        stream.write(json.dumps(json_value(row), ensure_ascii=False) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], file: IO[str] | None = None) -> None:
    """Writes CSV (RFC 4180) with a header; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    writer = csv.writer(file or sys.stdout, lineterminator="\r\n")
    writer.writerow([csv_value(name) for name in columns])
    writer.writerows([csv_value(cell) for cell in row] for row in rows)


def csv_value(cell: object) -> object:
    """The cell as a CSV value that no spreadsheet takes for a formula."""
    value = json_value(cell)
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS) else value


def write_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints a table as wide as the terminal."""
    table = Table(show_edge=False, header_style="bold", pad_edge=False)
    for name in columns:
        table.add_column(Text(printable(name).replace("_", " ")), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell_text(cell)) for cell in row))
    stdout_console().print(table)
