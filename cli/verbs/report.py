"""`watchword report`: hits by target and day."""

from __future__ import annotations

from datetime import UTC, datetime

from cli import printing
from cli.app import DONE, logs, settings
from cli.times import parse_since
from storage import queries

_LEAST = ("target_id", "stories", "suppressed", "severity", "last_found_at", "dismissed", "confirmed")


def report(
    *,
    since: str = "30d",
    by: queries.Grouping = "target",
    json: bool = False,
) -> int:
    """How many hits each target had, with the verdicts of reviewers.

    Args:
        since: Count hits found since then: 30d, 24h, 2026-11-01.
        by: A row a target, a row a target and day, or a row a source.
        json: JSON lines instead of a table.
    """
    answer = queries.report(settings().paths, by, parse_since(since, datetime.now(UTC)))
    if json:
        printing.write_json(answer.dicts())
    elif answer.rows:
        printing.write_table(answer.names, answer.rows, least=_LEAST)
    else:
        logs.print(f"No hits since {printing.printable(since)}.", markup=False)
    return DONE
