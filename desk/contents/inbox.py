"""The inbox: stories with hits that nobody has judged, with filters that are the page's address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from core.records import Band, ReviewVerdict, Severity, TargetKind
from storage.snapshot_reader import SnapshotReading

STORIES = 25
"""Stories on a page."""

TARGETS = 8
"""Watchlist entries shown of one story."""

FACET = 300
"""The most values that a filter offers."""

STATES = ("open", *(one.value for one in ReviewVerdict if one is not ReviewVerdict.OPEN), "all")
"""Of the verdict; `open` are hits that nobody has judged, without those snoozed."""

ORDERS = ("severity", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What the inbox shows; empty means all. As an address it is `?target=…&band=…`."""

    target: str = ""  # an id
    tag: str = ""
    kind: str = ""
    band: str = ""  # empty: alert and review
    severity: str = ""
    source: str = ""
    language: str = ""
    state: str = "open"  # of the verdict
    unread: str = ""  # "yes": only what was found after the reader last said "all seen"
    order: str = "severity"
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> InboxFilter:
        """The filter of an address; values that no filter has are left out."""
        given = {name: value[:_LONGEST] for name, value in query.items()}
        page = given.get("page", "")
        return cls(
            target=given.get("target", ""),
            tag=given.get("tag", ""),
            kind=_one_of(given.get("kind"), tuple(TargetKind), ""),
            band=_one_of(given.get("band"), tuple(Band), ""),
            severity=_one_of(given.get("severity"), tuple(Severity), ""),
            source=given.get("source", ""),
            language=given.get("language", ""),
            state=_one_of(given.get("state"), STATES, "open"),
            unread="yes" if given.get("unread") else "",
            order=_one_of(given.get("order"), ORDERS, "severity"),
            page=min(int(page), 1_000_000) if page.isascii() and page.isdigit() and int(page) else 1,
        )

    def query(self, **changes: object) -> dict[str, object]:
        """The fields for an address, with these changes, without those that have their default."""
        default = asdict(InboxFilter())
        return {name: value for name, value in (asdict(self) | changes).items() if value != default[name]}


_LONGEST = 200  # characters of a value


def _one_of(value: str | None, known: Sequence[str], default: str) -> str:
    """The value if it is a known one."""
    return str(value) if value in known else default


_SELECTED = """
    FROM hits WHERE list_contains($bands, band)
        AND ($state = 'all' OR coalesce(verdict, 'open') = $state)
        AND ($target = '' OR target_id = $target)
        AND ($tag = '' OR list_contains(tags, $tag))
        AND ($kind = '' OR kind = $kind)
        AND ($severity = '' OR severity = $severity)
        AND ($source = '' OR source = $source)
        AND ($language = '' OR language = $language)
        AND ($seen IS NULL OR found_at > $seen)
"""

_RANKS = """
    CASE band WHEN 'alert' THEN 2 WHEN 'review' THEN 1 ELSE 0 END AS band_rank,
    CASE severity WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END AS severity_rank
"""

_LISTED = f"""
    WITH selected AS (SELECT coalesce(story_id, article_id) AS item, *, {_RANKS} {_SELECTED}),
    listed AS (
        SELECT item, max(CASE WHEN band = 'alert' THEN severity_rank ELSE 0 END) AS rank, max(band_rank) AS band_rank,
            max(score) AS score, count(*) AS hits, count(DISTINCT target_id) AS targets,
            count(DISTINCT article_id) AS articles, count(DISTINCT source) AS sources, max(found_at) AS newest,
            arg_max(article_id, score) AS article_id, arg_max(title, score) AS headline,
            list(DISTINCT coalesce(publisher, source) ORDER BY coalesce(publisher, source))[:3] AS outlets
        FROM selected GROUP BY item
    )
    SELECT listed.*, coalesce(stories.title, headline) AS title, stories.story_id IS NOT NULL AS is_story FROM listed
    LEFT JOIN stories ON stories.story_id = item
"""

_STORIES = {
    order: f"{_LISTED} ORDER BY {by}, item LIMIT {STORIES} OFFSET $offset"
    for order, by in {
        "severity": "rank DESC, band_rank DESC, newest DESC",
        "newest": "newest DESC",
        "oldest": "newest",
    }.items()
}

_PAIRS = f"""
    WITH selected AS (
        SELECT coalesce(story_id, article_id) AS item, *, {_RANKS} {_SELECTED}
            AND list_contains($items, coalesce(story_id, article_id))
    ),
    grouped AS (
        SELECT item, target_id, any_value(target_name) AS target_name, any_value(kind) AS kind,
            any_value(severity) AS severity, any_value(basis) AS basis, max(band_rank) AS band_rank,
            max(score) AS score, count(*) AS hits, count(DISTINCT article_id) AS articles,
            arg_max(struct_pack(hit_id := hit_id, article_id := article_id, title := title, band := band,
                quote := quote, surface := surface, method := method, zone := zone, source := source,
                verdict := verdict, deciding_reason := deciding_reason), band_rank * 1000 + score) AS best,
            max(CASE WHEN band = 'alert' THEN severity_rank ELSE 0 END) AS rank
        FROM selected GROUP BY item, target_id
    )
    FROM grouped QUALIFY row_number() OVER (
        PARTITION BY item ORDER BY rank DESC, band_rank DESC, kind, score DESC, target_id
    ) <= {TARGETS}
    ORDER BY item, rank DESC, band_rank DESC, kind, score DESC, target_id
"""

_TOTALS = f"""
    SELECT count(*) AS hits, count(DISTINCT coalesce(story_id, article_id)) AS stories,
        count(DISTINCT target_id) AS targets, min(found_at) AS oldest {_SELECTED}
"""

_FACETS = f"""
    WITH selected AS (SELECT * {_SELECTED}),
    counted AS (
        SELECT 'target' AS facet, target_id AS value, any_value(target_name) AS label, count(*) AS hits
            FROM selected GROUP BY target_id
        UNION ALL SELECT 'tag', tag, tag, count(*) FROM (SELECT unnest(tags) AS tag FROM selected) GROUP BY tag
        UNION ALL SELECT 'kind', kind, kind, count(*) FROM selected GROUP BY kind
        UNION ALL SELECT 'band', band, band, count(*) FROM selected GROUP BY band
        UNION ALL SELECT 'severity', severity, severity, count(*) FROM selected GROUP BY severity
        UNION ALL SELECT 'source', source, source, count(*) FROM selected GROUP BY source
        UNION ALL SELECT 'language', language, language, count(*) FROM selected WHERE language IS NOT NULL
            GROUP BY language
    )
    FROM counted QUALIFY row_number() OVER (PARTITION BY facet ORDER BY hits DESC, value) <= {FACET}
    ORDER BY facet, hits DESC, value
"""


@dataclass(frozen=True, slots=True)
class InboxPage:
    """What the template prints. `stories` have their targets as `pairs`, at most TARGETS of them."""

    filter: InboxFilter
    totals: Mapping[str, Any]
    stories: tuple[Mapping[str, Any], ...]
    facets: Mapping[str, tuple[Mapping[str, Any], ...]]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-int(self.totals["stories"]) // STORIES))


def inbox(reading: SnapshotReading, wanted: InboxFilter, seen: datetime | None) -> InboxPage:
    """The page; `seen` is up to when the reader has seen everything (naive, in UTC), None for never."""
    parameters = _parameters(wanted, seen)
    totals = reading.one(_TOTALS, parameters) or {}
    stories = reading.ask(_STORIES[wanted.order], parameters | {"offset": (wanted.page - 1) * STORIES})
    pairs = reading.ask(_PAIRS, parameters | {"items": [one["item"] for one in stories]}) if stories else []
    facets: dict[str, list[Mapping[str, Any]]] = {}
    for row in reading.ask(_FACETS, parameters):
        facets.setdefault(row["facet"], []).append(row)
    return InboxPage(
        wanted,
        totals,
        tuple(story | {"pairs": [pair for pair in pairs if pair["item"] == story["item"]]} for story in stories),
        {name: tuple(rows) for name, rows in facets.items()},
    )


def _parameters(wanted: InboxFilter, seen: datetime | None) -> dict[str, Any]:
    bands = [wanted.band] if wanted.band else [Band.ALERT.value, Band.REVIEW.value]
    return {
        "bands": bands,
        "state": wanted.state,
        "target": wanted.target,
        "tag": wanted.tag,
        "kind": wanted.kind,
        "severity": wanted.severity,
        "source": wanted.source,
        "language": wanted.language,
        "seen": seen if wanted.unread else None,
    }
