"""Rows of published tables: CSV, whatever separates its cells, with whatever signs within them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping

Cells = Mapping[str, str]
BEYOND = "cell beyond the header"


def delimiter_of(header: str) -> str:
    """What separates the cells of a table's header: the most frequent of comma, semicolon, tab and bar."""
    return max(",;\t|", key=header.count)


def lines_of(text: str) -> Iterable[str]:
    """The lines for a CSV reader: only ends of lines end them, not the form feeds and separators of other signs."""
    whole = text.lstrip("\ufeff")
    ended = whole if "\n" in whole else whole.replace("\r", "\n")  # as old Macs ended lines
    return (f"{line}\n" for line in ended.split("\n"))


def rows_of(text: str) -> Iterator[Cells]:
    """The rows of a table with a header, by column; what has no column is under `BEYOND`."""
    whole = text.lstrip("\ufeff \r\n")
    delimiter = delimiter_of(whole.split("\n", 1)[0])
    for cells in csv.DictReader(lines_of(whole), delimiter=delimiter, restkey=BEYOND, restval=""):
        yield {key.strip(): value if isinstance(value, str) else " ".join(value) for key, value in cells.items()}


def unread_columns(rows: Iterable[Cells], known: re.Pattern[str]) -> Iterator[str]:
    """What the columns hold that are not known, an item for each value."""
    for row in rows:
        for column, value in row.items():
            if value.strip() and not known.fullmatch(column):
                yield BEYOND if column == BEYOND else f"column {column!r}"
