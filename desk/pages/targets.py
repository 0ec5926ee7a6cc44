"""The pages of the watchlist's entries: all of them with their counts, and one with its whole history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from core.errors import ConfigError
from desk.contents.listed_entry import listed_entry
from desk.contents.name_coverage import NameCoverage, coverage_of, script_of, scripts_of
from desk.contents.namesake import MOST, namesake_page
from desk.contents.weekly_hits import WEEKS, WeekOfHits, columns_of, first_monday, weekly_hits
from desk.pages.articles import number_of
from desk.rendering.charts import stacked_bars
from desk.state import Desk
from storage.snapshot_reader import SnapshotReading

ENTRIES = 100
"""Entries on a page of the list."""

_LIST = f"""
    WITH listed AS (
        SELECT target_id, name, kind, severity, tags, basis, until FROM targets
        QUALIFY row_number() OVER (PARTITION BY target_id ORDER BY since DESC) = 1
    ),
    counted AS (
        SELECT target_id, count(*) FILTER (band = 'alert') AS alerts, count(*) FILTER (band = 'review') AS reviews,
            count(*) FILTER (band = 'suppressed') AS suppressed,
            count(*) FILTER (verdict IS NULL AND band != 'suppressed') AS open,
            count(*) FILTER (verdict = 'confirmed') AS confirmed,
            count(*) FILTER (verdict = 'dismissed') AS dismissed, max(found_at) AS last_found_at
        FROM hits GROUP BY target_id
    )
    SELECT listed.*, coalesce(alerts, 0) AS alerts, coalesce(reviews, 0) AS reviews,
        coalesce(suppressed, 0) AS suppressed, coalesce(open, 0) AS open, coalesce(confirmed, 0) AS confirmed,
        coalesce(dismissed, 0) AS dismissed, last_found_at, count(*) OVER () AS total
    FROM listed LEFT JOIN counted USING (target_id)
    WHERE $words = '' OR contains(lower(name || ' ' || target_id || ' ' || array_to_string(tags, ' ')), lower($words))
    ORDER BY until IS NULL DESC, last_found_at DESC NULLS LAST, name, target_id LIMIT {ENTRIES} OFFSET $offset
"""
_VERSIONS = "FROM targets WHERE target_id = ? ORDER BY since DESC LIMIT 20"
_COUNTS = """
    SELECT count(*) FILTER (band = 'alert') AS alerts, count(*) FILTER (band = 'review') AS reviews,
        count(*) FILTER (band = 'suppressed') AS suppressed, count(DISTINCT coalesce(story_id, article_id)) AS stories,
        count(*) FILTER (verdict = 'confirmed') AS confirmed, count(*) FILTER (verdict = 'dismissed') AS dismissed,
        count(*) FILTER (verdict = 'suppressed') AS unwanted, min(found_at) AS first_found_at,
        max(found_at) AS last_found_at
    FROM hits WHERE target_id = ?
"""
_WEEKS = """
    SELECT date_diff('week', $start::DATE, found_at::DATE) AS week,
        count(*) FILTER (band = 'alert') AS alerts, count(*) FILTER (band = 'review') AS reviews
    FROM hits WHERE target_id = $target AND found_at >= $start GROUP BY week ORDER BY week
"""
_SOURCES = """
    SELECT source, any_value(publisher) AS publisher, count(*) AS hits,
        count(*) FILTER (verdict = 'confirmed') AS confirmed, count(*) FILTER (verdict = 'dismissed') AS dismissed,
        max(found_at) AS last_found_at
    FROM hits WHERE target_id = ? AND band != 'suppressed' GROUP BY source ORDER BY hits DESC, source LIMIT 20
"""
_SPELLINGS = """
    SELECT surface, alias, method, count(*) AS mentions, count(DISTINCT article_id) AS articles
    FROM mentions WHERE target_id = ? AND status = 'open' GROUP BY surface, alias, method
    ORDER BY articles DESC, mentions DESC, surface LIMIT 40
"""
_COMPANY = """
    SELECT other.target_id, any_value(other.target_name) AS target_name, any_value(other.kind) AS kind,
        count(DISTINCT other.article_id) AS articles
    FROM hits mine JOIN hits other USING (article_id)
    WHERE mine.target_id = $target AND other.target_id != $target
        AND mine.band != 'suppressed' AND other.band != 'suppressed'
    GROUP BY other.target_id ORDER BY articles DESC, other.target_id LIMIT 20
"""
_LATEST = """
    SELECT hit_id, article_id, band, score, title, coalesce(publisher, source) AS source, found_at, quote, surface,
        method, verdict
    FROM hits WHERE target_id = ? AND band != 'suppressed' ORDER BY found_at DESC, score DESC LIMIT 15
"""


@dataclass(frozen=True, slots=True)
class TargetPage:
    """What the template prints of one entry."""

    versions: tuple[dict[str, Any], ...]
    counts: dict[str, Any]
    weeks: tuple[WeekOfHits, ...]
    sources: tuple[dict[str, Any], ...]
    spellings: tuple[dict[str, Any], ...]
    company: tuple[dict[str, Any], ...]
    latest: tuple[dict[str, Any], ...]
    coverage: NameCoverage

    @property
    def precision(self) -> float | None:
        """The share of confirmed hits among those confirmed or dismissed; None without any."""
        judged = self.counts["confirmed"] + self.counts["dismissed"]
        return self.counts["confirmed"] / judged if judged else None


def show_targets(desk: Desk, request: Request) -> Response:
    """The entries of the watchlist, those found last first."""
    words = request.query_params.get("words", "")[:200]
    page = number_of(request.query_params.get("page")) or 1
    with desk.reader.reading() as reading:
        rows = reading.ask(_LIST, {"words": words, "offset": (page - 1) * ENTRIES})
    total = rows[0]["total"] if rows else 0
    pages = {"page": page, "pages": max(1, -(-total // ENTRIES)), "total": total}
    return desk.page(request, "targets.html.jinja", rows=rows, pages=pages, words=words)


def show_target(desk: Desk, request: Request) -> Response:
    """One entry: what was found of it, where, as what, and what could not be found."""
    target_id = request.path_params["target"]
    with desk.reader.reading() as reading:
        page = _target_page(reading, target_id, _scripts(desk, target_id), desk.clock().replace(tzinfo=None))
    if page is None:
        raise HTTPException(404, "No entry with this id is or was on the watchlist.")
    listed = listed_entry(desk.settings.config_dir, target_id)
    counts = page.counts
    name = f"Hits by week: {counts['alerts']} to alert and {counts['reviews']} to check"
    return desk.page(
        request,
        "target.html.jinja",
        target=page.versions[0],
        page=page,
        listed=listed,
        weeks=WEEKS,
        chart=stacked_bars(tuple(columns_of(page.weeks)), name),
    )


def show_namesake(desk: Desk, request: Request) -> Response:
    """Edits of an entry that would hold back what was dismissed, to copy; nothing is changed."""
    target_id = request.path_params["target"]
    watchlist = desk.configuration.current().watchlist
    with desk.reader.reading() as reading:
        page = namesake_page(reading, desk.settings.config_dir, watchlist, target_id)
    if page is None:
        raise HTTPException(404, "No entry with this id is on the watchlist in force.")
    name = next(one.name for one in watchlist.targets if one.target_id == target_id)
    return desk.page(request, "namesake.html.jinja", target_id=target_id, name=name, page=page, most=MOST)


def _scripts(desk: Desk, target_id: str) -> tuple[str, ...]:
    """The scripts in which the list in force has the entry; empty for an unknown one, and for a list that is wrong."""
    try:
        entries = desk.configuration.current().watchlist.entries
    except ConfigError:
        return ()
    return next((scripts_of(one) for one in entries if one.id == target_id), ())


def _target_page(reading: SnapshotReading, target_id: str, scripts: Sequence[str], now: datetime) -> TargetPage | None:
    versions = reading.ask(_VERSIONS, [target_id])
    if not versions:
        return None
    start = first_monday(now)
    weeks = reading.ask(_WEEKS, {"target": target_id, "start": start})
    return TargetPage(
        versions=tuple(versions),
        counts=reading.one(_COUNTS, [target_id]) or {},
        weeks=weekly_hits(weeks, start),
        sources=tuple(reading.ask(_SOURCES, [target_id])),
        spellings=tuple(reading.ask(_SPELLINGS, [target_id])),
        company=tuple(reading.ask(_COMPANY, {"target": target_id})),
        latest=tuple(reading.ask(_LATEST, [target_id])),
        coverage=coverage_of(reading, target_id, scripts or (script_of(versions[0]["name"]),), now),
    )
