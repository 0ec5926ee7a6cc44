"""How answers are shown: a table for people, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import IO, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.errors import ConfigError, Problem

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "w": "weeks"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def screen() -> Console:
    """Standard output for people; wide where no terminal sets a width, so that `grep` sees whole lines."""
    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else 200)


def moment(text: str, now: datetime, option: str = "--since") -> datetime:
    """`90d`, `24h` before now, or a date or instant (UTC unless it says otherwise).

    Raises ConfigError naming the option.
    """
    try:
        if text[-1:] in _UNITS and text[:-1].isdigit():
            return now - timedelta(**{_UNITS[text[-1]]: int(text[:-1])})
        at = datetime.fromisoformat(text)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        remedy = "write 90d, 24h, 2026-11-01 or 2026-11-01T08:00Z"
        raise ConfigError.of(Problem(option, f"{text!r} is no moment", remedy=remedy)) from error


def printable(text: str) -> str:
    """The text without what a terminal would obey: control and format characters become spaces."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cf"} and char != "\n" else char for char in text)


def shown(cell: object) -> str:
    """A cell for people: dates without seconds, lists with commas, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, (list, tuple)):
        return ", ".join(map(shown, cell))
    return printable(str(cell))


def plain(cell: object) -> object:
    """A cell as a JSON value: instants are UTC, in ISO 8601 with a Z."""
    if isinstance(cell, datetime):
        return cell.isoformat() + "Z"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (list, tuple)):
        return [plain(one) for one in cell]
    if isinstance(cell, dict):
        return {str(key): plain(one) for key, one in cell.items()}
    return cell if isinstance(cell, (str, int, float, bool)) or cell is None else str(cell)


def write_json(rows: Iterable[dict[str, Any]], file: IO[str] | None = None) -> None:
    """One JSON object a line."""
    stream = file or sys.stdout
    for row in rows:
        stream.write(json.dumps(plain(row), ensure_ascii=False) + "\n")


def write_csv(names: Sequence[str], rows: Iterable[Sequence[object]], file: IO[str] | None = None) -> None:
    """RFC 4180 with a header; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    writer = csv.writer(file or sys.stdout, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in names])
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: object) -> object:
    """The cell as CSV text, never the start of a formula."""
    value = plain(cell)
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA) else value


def write_table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table as wide as the terminal."""
    table = Table(show_edge=False, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(Text(printable(name).replace("_", " ")), overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    screen().print(table)
