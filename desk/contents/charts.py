"""Hits by week as bars of an inline SVG.

Drawn here and not by a plotting library: those write `style` attributes, which the content security policy refuses, and
need numpy pictures or scripts of their own for twenty lines of rectangles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

WEEKS = 52
HEIGHT = 90
"""Of the tallest bar, in the drawing's units."""

STEP = 12
"""Units from one week to the next."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: how many hits, and where its two rectangles are. `label` says it in words."""

    x: int
    alerts: int
    reviews: int
    alert_height: float
    review_height: float
    label: str

    @property
    def alert_top(self) -> float:
        """The upper edge of the alerts, which stand on the base line."""
        return HEIGHT - self.alert_height

    @property
    def review_top(self) -> float:
        """The upper edge of the hits to check, which stand on the alerts."""
        return self.alert_top - self.review_height


def bars_of(weeks: Sequence[Mapping[str, Any]], start: datetime) -> tuple[Bar, ...]:
    """The bars of WEEKS weeks from `start` on; `weeks` are rows of `week` (from 0), `alerts` and `reviews`."""
    by_week = {row["week"]: row for row in weeks}
    highest = max((row["alerts"] + row["reviews"] for row in weeks), default=0) or 1
    bars = []
    for week in range(WEEKS):
        row = by_week.get(week, {"alerts": 0, "reviews": 0})
        label = f"week of {start + timedelta(weeks=week):%d %b %Y}: {row['alerts']} to alert, {row['reviews']} to check"
        alert_height, review_height = (round(row[name] / highest * HEIGHT, 1) for name in ("alerts", "reviews"))
        bars.append(Bar(week * STEP, row["alerts"], row["reviews"], alert_height, review_height, label))
    return tuple(bars)
