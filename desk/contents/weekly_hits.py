"""How many hits of an entry were found in each week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from desk.rendering.charts import ChartColumn

WEEKS = 52
_QUARTERS = (1, 4, 7, 10)  # the months in which one begins


@dataclass(frozen=True, slots=True)
class WeekOfHits:
    """The hits found in the seven days from `monday` on (UTC)."""

    monday: date
    alerts: int
    reviews: int


def first_monday(now: datetime) -> datetime:
    """When the first of the WEEKS weeks begins whose last one has `now` in it."""
    monday = now - timedelta(days=now.weekday(), weeks=WEEKS - 1)
    return monday.replace(hour=0, minute=0, second=0, microsecond=0)


def weekly_hits(rows: Sequence[Mapping[str, Any]], start: datetime) -> tuple[WeekOfHits, ...]:
    """WEEKS weeks from `start` on; `rows` have `week` (from 0), `alerts` and `reviews`, of weeks with a hit."""
    by_week = {row["week"]: row for row in rows}
    counts = [by_week.get(week, {"alerts": 0, "reviews": 0}) for week in range(WEEKS)]
    return tuple(
        WeekOfHits((start + timedelta(weeks=week)).date(), row["alerts"], row["reviews"])
        for week, row in enumerate(counts)
    )


def columns_of(weeks: Sequence[WeekOfHits]) -> Iterator[ChartColumn]:
    """The bars of a chart: hits to alert below those to check, and each month's name where it begins."""
    before = weeks[0].monday - timedelta(weeks=1)
    for earlier, one in pairwise((WeekOfHits(before, 0, 0), *weeks)):
        begins = earlier.monday.month != one.monday.month
        label = f"week of {one.monday:%d %b %Y}: {one.alerts} to alert, {one.reviews} to check"
        word = f"{one.monday:{'%b %Y' if one.monday.month == 1 else '%b'}}" if begins else ""
        yield ChartColumn((one.alerts, one.reviews), label, word, begins and one.monday.month in _QUARTERS)
