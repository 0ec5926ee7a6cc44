"""Rows as a spreadsheet for Excel and LibreOffice, in which no text is a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from cli.printing import csv_text
from core.errors import ConfigError, Problem

_MAX_CELL = 32_767  # characters; the format allows no more


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[object]], file: Path) -> None:
    """Writes the rows under a header that stays in sight. Raises ConfigError if the library is not installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        problem = Problem(
            "xlsx", "needs the package XlsxWriter", remedy="`.venv/bin/pip install xlsxwriter`, or use .csv"
        )
        raise ConfigError.of(problem) from error
    with Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("hits")
        instant, bold = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}), book.add_format({"bold": True})
        for column, name in enumerate(columns):
            sheet.write_string(0, column, name, bold)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(number, column, cell, instant)
                elif isinstance(cell, int | float) and not isinstance(cell, bool):
                    sheet.write_number(number, column, cell)
                elif cell is not None:
                    sheet.write_string(number, column, csv_text(cell)[:_MAX_CELL])
        sheet.freeze_panes(1, 0)
