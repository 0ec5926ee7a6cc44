"""`watchword export`: hits as a file for other programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Annotated, Literal

from cyclopts import Parameter

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.times import parse_since
from core.records import Band
from storage import queries
from storage.queries import Answer, Filters

Shape = Literal["csv", "jsonl", "parquet"]


def export(
    file: Path | None = None,
    *,
    shape: Annotated[Shape, Parameter(name="--format")] = "csv",
    target: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    band: Band = Band.REVIEW,
    since: str | None = None,
    feed: Annotated[tuple[str, ...], Parameter(negative=())] = (),
) -> int:
    """Hits with every column of the view, newest first.

    Args:
        file: Where to write; standard output if not given (Parquet needs a file).
        shape: CSV (RFC 4180, harmless in spreadsheets), JSON lines, or Parquet.
        target: Only this watchlist entry (its id); may be repeated.
        band: The lowest band: alert, review or suppressed.
        since: Found since then: 90d, 24h, 2026-11-01.
        feed: Only from this feed (its id); may be repeated.
    """
    after = parse_since(since, datetime.now(UTC)) if since else None
    filters = Filters(target, band, after, feed)
    if shape == "parquet":
        if file is None:
            logs.print("Parquet needs a file: watchword export hits.parquet --format parquet", style="red")
            return BAD_USAGE
        count = queries.write_parquet(settings().paths, filters, file)
    else:
        count = _write_text(queries.hits(settings().paths, filters), shape, file)
    if file:
        logs.print(f"{count} hits written to {file}", markup=False)
    return DONE


def _write_text(answer: Answer, shape: Shape, file: Path | None) -> int:
    if file is None:
        _write(answer, shape, sys.stdout)
    else:
        with file.open("w", encoding="utf-8", newline="") as stream:
            _write(answer, shape, stream)
    return len(answer.rows)


def _write(answer: Answer, shape: Shape, stream: IO[str]) -> None:
    if shape == "csv":
        printing.write_csv(answer.names, answer.rows, stream)
    else:
        printing.write_json(answer.dicts(), stream)
