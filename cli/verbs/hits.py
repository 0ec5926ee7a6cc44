"""`watchword hits`: what was found."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter

from cli import printing
from cli.app import DONE, logs, settings
from cli.times import parse_since
from core.records import Band
from storage import queries

_COLUMNS = ("hit_id", "found_at", "band", "score", "target_name", "surface", "source", "title")


def hits(
    *,
    target: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    band: Band = Band.REVIEW,
    only: Annotated[bool, Parameter(negative=())] = False,
    since: str | None = None,
    feed: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    limit: int = 50,
    json: Annotated[bool, Parameter(negative=())] = False,
) -> int:
    """What was found, newest first. A hit is a quotation, not a finding.

    Args:
        target: Only this watchlist entry (its id); may be repeated.
        band: The lowest band: alert, review or suppressed.
        only: This band alone, without those above it.
        since: Found since then: 90d, 24h, 2026-11-01.
        feed: Only from this feed (its id); may be repeated.
        limit: At most so many.
        json: JSON lines with every column of the view, instead of a table.
    """
    after = parse_since(since, datetime.now(UTC)) if since else None
    found = queries.hits(settings().paths, queries.Filters(target, band, after, feed, limit, only))
    rows = found.dicts()
    if json:
        printing.write_json(rows)
    elif rows:
        headers = ("hit", "found (UTC)", "band", "score", "target", "named as", "source", "headline")
        printing.write_table(headers, [_cells(row) for row in rows])
    else:
        logs.print("No hits. That can be normal; `--band suppressed --only` shows what was found and not reported.")
    return DONE


def _cells(row: dict[str, object]) -> list[object]:
    return [str(row["hit_id"])[:8], *(row[name] for name in _COLUMNS[1:])]
