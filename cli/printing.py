"""Printing of results: tables for people, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import IO, Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.printable import harmless
from core.printable import printable as printable  # noqa: PLC0414 - verbs take it from here

# C1 controls, and what reorders or breaks lines; JSON itself escapes the C0 controls.
_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # spreadsheets of East Asia take the wide ones too


class _Output(Console):
    """A console that raises BrokenPipeError when the reader closes the pipe, as writing itself does."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - it is called while the error is handled


def stdout_console() -> Console:
    """Standard output for people; if it is no terminal, lines stay whole, so that `grep` sees them so."""
    is_terminal = sys.stdout.isatty()
    return _Output(file=sys.stdout, highlight=False, width=None if is_terminal else _WIDE, soft_wrap=not is_terminal)


def cell_text(cell: object) -> str:
    """The cell as text for people: times without seconds, lists separated by commas, None empty."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, (list, tuple)):
        return ", ".join(map(cell_text, cell))
    return printable(str(cell))


def outlet(row: Mapping[str, Any]) -> str:
    """`Harbour Times (harbour-times.example)`: anybody can claim a name, so the site is always beside it."""
    return f"{row['publisher']} ({row['source']})" if row.get("publisher") else cell_text(row["source"])


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


def json_line(value: object) -> str:
    """The value as one line of JSON; characters that could steer a terminal are written as escapes."""
    line = json.dumps(value, ensure_ascii=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"


def write_json(rows: Iterable[dict[str, Any]], file: IO[str] | None = None) -> None:
    """Writes one JSON object a line, to standard output by default."""
    stream = file or sys.stdout
    for row in rows:
        stream.write(json_line(json_value(row)))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], file: IO[str] | None = None) -> None:
    """Writes CSV (RFC 4180) with a header; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    writer = csv.writer(file or sys.stdout, lineterminator="\r\n")
    writer.writerow([csv_value(name) for name in columns])
    writer.writerows([csv_value(cell) for cell in row] for row in rows)


def csv_value(cell: object) -> object:
    """The cell as a CSV value that no spreadsheet takes for a formula."""
    value = csv_text(cell) if isinstance(cell, (str, list, tuple, dict)) else json_value(cell)
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS) else value


def csv_text(cell: object) -> str:
    """The cell as text without control characters; lists and dictionaries as JSON."""
    value = json_value(cell)
    return harmless(json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value))


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, least: Sequence[str] = (), vertical: bool = False
) -> None:
    """Prints a table: on a terminal as wide as that, elsewhere a line a row with tabs between the cells.

    Where the columns do not fit, those in `least` are left out, in that order, then those on the right; with `vertical`
    each row becomes a block of lines instead.
    """
    texts = [[cell_text(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(map(_one_line, row)) + "\n" for row in ([*map(printable, columns)], *texts))
        return
    sys.stdout.write(fitted(columns, texts, stdout_console().width, least=least, vertical=vertical))


def fitted(
    columns: Sequence[str], texts: Sequence[Sequence[str]], width: int, *, least: Sequence[str] = (), vertical: bool
) -> str:
    """The table in lines of at most `width` cells, in which no word is broken; long ones end in `…`."""
    names = [printable(name).replace("_", " ") for name in columns]
    texts = [[_one_line(cell) for cell in row] for row in texts]
    shown = _fitting(names, texts, width, [one.replace("_", " ") for one in least])
    if vertical and len(shown) < len(names):
        return _blocks(columns, texts, width)
    table = Table(show_edge=False, header_style="bold", pad_edge=False)
    widths = _widths(names, texts, shown, width)
    for index, column_width in zip(shown, widths, strict=True):
        table.add_column(Text(_wrapped(names[index], column_width)), width=column_width)
    for row in texts:
        table.add_row(*(Text(_wrapped(row[index], one)) for index, one in zip(shown, widths, strict=True)))
    left_out = f"{len(names)} columns, {len(shown)} shown\n" if len(shown) < len(names) else ""
    return _rendered(table, width) + left_out


_WIDEST_WORD = 22  # cells; longer words are cut, such as addresses
_GAP = 3  # cells between two columns
_WIDE = 200  # cells, where there is no terminal


def _fitting(names: Sequence[str], texts: Sequence[Sequence[str]], width: int, least: Sequence[str]) -> list[int]:
    """The indices of the columns that fit side by side with whole words."""
    needed = [_word_width([name, *(row[index] for row in texts)]) for index, name in enumerate(names)]
    empty = [index for index in range(len(names)) if texts and not any(row[index] for row in texts)]
    unimportant = [names.index(name) for name in least if name in names]
    order = dict.fromkeys((*empty, *unimportant, *reversed(range(len(names)))))
    shown = list(range(len(names)))
    for index in order:
        if sum(needed[one] for one in shown) + _GAP * (len(shown) - 1) <= width or len(shown) == 1:
            break
        shown.remove(index)
    return shown


def _widths(names: Sequence[str], texts: Sequence[Sequence[str]], shown: Sequence[int], width: int) -> list[int]:
    """The columns' widths: each has room for its longest word; what is left makes the tallest cells lower."""
    columns = [[names[index], *(row[index] for row in texts)] for index in shown]
    widths = [min(_word_width(cells), width) for cells in columns]
    longest = [max(map(cell_len, cells)) for cells in columns]
    for _ in range(width - sum(widths) - _GAP * (len(shown) - 1)):
        tallest = max(range(len(shown)), key=lambda place: longest[place] / widths[place])
        widths[tallest] += longest[tallest] > widths[tallest]
    return widths


def _wrapped(text: str, width: int) -> str:
    """The words in lines of at most so many cells; a longer word ends in `…`."""
    lines = [""]
    for word in text.split():
        whole = word if cell_len(word) <= width else f"{set_cell_size(word, max(0, width - 1)).rstrip()}…"
        longer = f"{lines[-1]} {whole}".strip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(whole)
    return "\n".join(lines)


def _word_width(cells: Iterable[str]) -> int:
    """The width of the longest word, at most `_WIDEST_WORD`."""
    return min(max((cell_len(word) for cell in cells for word in cell.split()), default=1), _WIDEST_WORD)


def _blocks(columns: Sequence[str], texts: Sequence[Sequence[str]], width: int) -> str:
    """Each row as a block of lines `name  value`, without the empty ones."""
    margin = max(map(cell_len, columns), default=0)
    blocks = []
    for row in texts:
        table = Table(show_header=False, box=None, pad_edge=False)
        table.add_column(min_width=margin, no_wrap=True, style="bold")
        table.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            if cell:
                table.add_row(Text(printable(name)), Text(cell))
        blocks.append(_rendered(table, width))
    return "\n".join(blocks)


def _rendered(table: Table, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, force_terminal=_is_colourful())
    with console.capture() as said:
        console.print(table)
    return "".join(line.rstrip() + "\n" for line in said.get().splitlines())


def _is_colourful() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _one_line(text: str) -> str:
    return " ".join(text.split())
