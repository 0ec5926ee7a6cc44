"""`watchword report`: hits by target and day."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from cli import printing
from cli.app import DONE, logs, settings
from cli.times import parse_since
from core.settings import DataPaths
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
    elif answer.rows and by == "target" and sys.stdout.isatty():  # columns in a pipe stay as they are
        now = datetime.now(UTC)
        trends = _trends(settings().paths, parse_since(since, now), now)
        rows = [(*row[:2], trends.get(row[0], ""), *row[2:]) for row in answer.rows]
        printing.write_table((*answer.names[:2], "over_time", *answer.names[2:]), rows, least=_LEAST)
    elif answer.rows:
        printing.write_table(answer.names, answer.rows, least=_LEAST)
    else:
        logs.print(f"No hits since {printing.printable(since)}.", markup=False)
    return DONE


_TREND = """
    SELECT target_id, least(($parts * date_diff('second', $since, found_at)) // $length, $parts - 1) AS part,
        count(*) AS hits
    FROM hits WHERE found_at >= $since AND band != 'suppressed' GROUP BY ALL
"""
_PARTS = 12
_LEVELS = "▁▂▃▄▅▆▇█"


def _trends(paths: DataPaths, since: datetime, now: datetime) -> dict[str, str]:
    """For each target its hits to alert and to check, in twelve bars of equal length of time."""
    length = max(1, int((now - since).total_seconds()))
    start = since.astimezone(UTC).replace(tzinfo=None)
    rows = queries.ask(paths, _TREND, {"since": start, "length": length, "parts": _PARTS}).rows
    counts: dict[str, list[int]] = {}
    for target, part, hits in rows:
        counts.setdefault(target, [0] * _PARTS)[max(0, int(part))] = hits
    return {target: sparkline(found) for target, found in counts.items()}


def sparkline(counts: Sequence[int]) -> str:
    """A bar for each number, the highest in full height; a dot for zero."""
    highest = max(counts, default=0)
    return "".join(_LEVELS[(one * len(_LEVELS) - 1) // highest] if one else "·" for one in counts)
