"""`watchword export`: hits as a file for other programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Annotated, Literal, get_args

from cyclopts import Parameter

from alerts.text.wording import counted
from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.nearness import unknown_ids
from cli.times import parse_since
from core.records import Band
from storage import queries
from storage.queries import Answer, Filters

Shape = Literal["csv", "jsonl", "parquet", "xlsx"]
_FILES_ONLY = ("parquet", "xlsx")


def export(
    file: Path | None = None,
    *,
    shape: Annotated[Shape | None, Parameter(name="--format")] = None,
    target: tuple[str, ...] = (),
    band: Band = Band.REVIEW,
    since: str | None = None,
    feed: tuple[str, ...] = (),
    closed: bool = False,
) -> int:
    """Hits with every column of the view, newest first.

    Args:
        file: Where to write; standard output if not given (Parquet and XLSX need a file).
        shape: csv (RFC 4180, harmless in spreadsheets), jsonl, parquet or xlsx; by default what the file's name says.
        target: Only this watchlist entry (its id); may be repeated.
        band: The lowest band: alert, review or suppressed.
        since: Found since then: 90d, 24h, 2026-11-01.
        feed: Only from this feed (its id); may be repeated.
        closed: Also closed hits, as an audit asks for them: no longer found, or of an entry that is no longer listed;
            with the columns status, closed_at and closed_reason.
    """
    after, paths = parse_since(since, datetime.now(UTC)) if since else None, settings().paths
    chosen = _shape_of(file, shape)
    if isinstance(chosen, str) and chosen not in get_args(Shape):
        logs.print(chosen, style="red", markup=False)
        return BAD_USAGE
    if said := unknown_ids(paths, target, feed):
        logs.print(said, style="red", markup=False)
        return BAD_USAGE
    filters = Filters(target, band, after, feed, with_closed=closed)
    if chosen == "parquet" and file:
        count = queries.write_parquet(paths, filters, file)
    elif chosen == "xlsx" and file:
        count = _write_spreadsheet(queries.hits(paths, filters), file)
    else:
        count = _write_text(queries.hits(paths, filters), chosen, file)
    if file:
        left_out = 0 if closed else queries.closed_hits(paths, filters)
        gone = f"; {counted(left_out, 'closed hit')} left out: `--closed` writes them too" if left_out else ""
        logs.print(f"{counted(count, 'hit')} written to {file}{gone}", markup=False)
    return DONE


def _shape_of(file: Path | None, asked: Shape | None) -> str:
    """The format that the file's name and `--format` agree on, or a sentence about why there is none."""
    if file is None:
        return f"{asked} needs a file: watchword export hits.{asked}" if asked in _FILES_ONLY else asked or "csv"
    named = _SUFFIXES.get(file.suffix.lower())
    if named is None and asked is None:
        return f"{file.name}: no format has this ending; use {', '.join(_SUFFIXES)}, or say it with --format"
    if named and asked and named != asked:
        return f"{file.name} is the name of a {named} file, and --format says {asked}"
    return asked or str(named)


_SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".xlsx": "xlsx"}


def _write_spreadsheet(answer: Answer, file: Path) -> int:
    from cli.spreadsheet import write_xlsx

    write_xlsx(answer.names, answer.rows, file)
    return len(answer.rows)


def _write_text(answer: Answer, shape: str, file: Path | None) -> int:
    if file is None:
        _write(answer, shape, sys.stdout)
    else:
        with file.open("w", encoding="utf-8", newline="") as stream:
            _write(answer, shape, stream)
    return len(answer.rows)


def _write(answer: Answer, shape: str, stream: IO[str]) -> None:
    if shape == "csv":
        printing.write_csv(answer.names, answer.rows, stream)
    else:
        printing.write_json(answer.dicts(), stream)
