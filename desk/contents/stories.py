"""A story with one of its articles: the text with its mentions, who else has it, and what was said and decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alerts.text.emphasis import emphasis_of, word_end
from core import identity
from core.records import Article, LinkKind, TargetKind, Zone
from desk.contents.passages import MentionSpan, TextPiece, ZoneBlock, blocks_of, part_with, pieces_of
from desk.rendering.page import how_matched
from storage.database.columns import from_json
from storage.snapshot_reader import SnapshotReading
from storage.store import Store

TARGETS = 60
"""The most watchlist entries listed of a story."""

OUTLETS = 40
"""Lines of other outlets on a page."""

REPORTS = 50
"""The most messages listed."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Articles with the same words: the first of them, and the others."""

    first: Row
    copies: tuple[Row, ...]
    reason: str  # why it belongs to the story; empty for its first article


@dataclass(frozen=True, slots=True)
class TextView:
    """The shown part of the text."""

    title: tuple[TextPiece, ...]
    blocks: tuple[ZoneBlock, ...]
    part: int
    parts: int
    length: int
    misplaced: int  # mentions that are not at their offsets in this version, which are not highlighted


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the template prints. `story` is None for an article that is in no story."""

    item: str  # the story's id, else the article's
    story: Row | None
    article: Row
    text: TextView | None  # None if the text is no longer stored
    hits: tuple[Row, ...]  # of the article
    targets: tuple[Row, ...]  # of the story
    targets_left_out: int
    outlets: tuple[Outlet, ...]
    outlets_page: int
    outlets_pages: int
    versions: tuple[Row, ...]
    evidence: Row | None  # the page of this version as it was fetched; None if it is not stored (any more)
    reports: tuple[Row, ...]
    reviews: tuple[Row, ...]


def best_article(reading: SnapshotReading, story_id: str) -> str | None:
    """The article of the story with its strongest hit; None if there is no such story or article."""
    found = reading.one(_BEST_ARTICLE, {"story": story_id})
    return str(found["article_id"]) if found else None


def current_story(reading: SnapshotReading, story_id: str) -> str | None:
    """The story that an earlier one was merged into: the one that its first article is in now; None if unknown."""
    rows = reading.ask("SELECT article_id, story_id FROM articles WHERE story_id IS NOT NULL ORDER BY article_id")
    return next((row["story_id"] for row in rows if identity.story_id(row["article_id"]) == story_id), None)


_BEST_ARTICLE = """
    SELECT article_id FROM articles LEFT JOIN (FROM hits WHERE story_id = $story) hits USING (article_id)
    WHERE articles.story_id = $story OR (articles.article_id = $story AND articles.story_id IS NULL)
    ORDER BY verdict IS NULL DESC, CASE band WHEN 'alert' THEN 2 WHEN 'review' THEN 1 ELSE 0 END DESC, score DESC,
        articles.first_seen_at, article_id
    LIMIT 1
"""

_ARTICLE = """
    SELECT * EXCLUDE (text, zones), CASE WHEN length(text) IS NOT NULL THEN true ELSE false END AS has_text
    FROM articles WHERE article_id = ?
"""
_HITS = """
    SELECT * FROM hits WHERE article_id = ?
    ORDER BY CASE band WHEN 'alert' THEN 0 WHEN 'review' THEN 1 ELSE 2 END, kind, score DESC, target_id
"""
_MENTIONS = """
    SELECT hit_id, field, start_offset, end_offset, surface, alias, method, zone FROM mentions
    WHERE article_id = ? AND status = 'open' ORDER BY field, start_offset
"""
_TARGETS = """
    FROM (
        SELECT target_id, any_value(target_name) AS target_name, any_value(kind) AS kind,
            any_value(severity) AS severity, any_value(basis) AS basis, count(*) AS hits,
            count(DISTINCT article_id) AS articles, max(score) AS score, count(verdict) AS judged,
            count(DISTINCT coalesce(verdict, 'open')) AS verdicts, any_value(verdict) AS verdict,
            arg_max(reviewer, reviewed_at) AS reviewer, max(reviewed_at) AS reviewed_at,
            arg_max(note, reviewed_at) AS note,
            max(CASE band WHEN 'alert' THEN 2 WHEN 'review' THEN 1 ELSE 0 END) AS band_rank
        FROM hits WHERE story_id = $item OR (story_id IS NULL AND article_id = $item)
        GROUP BY target_id
    )
    ORDER BY band_rank DESC, CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, kind, score DESC,
        target_id
"""
_MEMBERS = """
    SELECT article_id, coalesce(publisher, site) AS site, title, url, first_seen_at, content_hash, quality, language,
        count(hit_id) AS hits
    FROM (SELECT * EXCLUDE (text, zones) FROM articles WHERE story_id = $story) members
    LEFT JOIN (SELECT hit_id, article_id FROM hits WHERE band != 'suppressed') hits USING (article_id)
    GROUP BY ALL ORDER BY first_seen_at, article_id
"""
_EVIDENCE = "FROM pages WHERE article_id = ? AND content_hash = ? LIMIT 1"
_REPORTS = f"""
    SELECT DISTINCT subscription_id, recipient, channel, state, coalesce(finished_at, created_at) AS handled_at,
        last_error, subject
    FROM notifications JOIN deliveries USING (digest_id, subscription_id)
    SEMI JOIN (
        SELECT hit_id FROM hits_all WHERE story_id = $item OR (story_id IS NULL AND article_id = $item)
    ) USING (hit_id)
    ORDER BY handled_at DESC, recipient LIMIT {REPORTS}
"""
_REVIEWS = f"""
    SELECT target_id, any_value(target_name) AS target_name, verdict, note, reviewer, reviewed_at,
        reason, until, carried_from IS NOT NULL AS carried, count(*) AS hits
    FROM reviews SEMI JOIN (
        SELECT hit_id FROM hits_all WHERE story_id = $item OR (story_id IS NULL AND article_id = $item)
    ) USING (hit_id)
    GROUP BY ALL ORDER BY reviewed_at DESC LIMIT {REPORTS}
"""


def story_page(
    reading: SnapshotReading, store: Store, article_id: str, *, part: int | None, outlets_page: int
) -> StoryPage | None:
    """The page of an article in its story; None if no such article is stored."""
    article = reading.one(_ARTICLE, [article_id])
    if article is None:
        return None
    item = str(article["story_id"] or article_id)
    hits = reading.ask(_HITS, [article_id])
    targets = reading.ask(_TARGETS, {"item": item})
    story = reading.one("SELECT * EXCLUDE (article_ids) FROM stories WHERE story_id = ?", [item])
    outlets = _outlets(reading, story) if story else []
    pages = max(1, -(-len(outlets) // OUTLETS))
    page = min(max(outlets_page, 1), pages)
    return StoryPage(
        item=item,
        story=story,
        article=article,
        text=_text(reading, store, article, hits, part),
        hits=tuple(one | {"why": from_json(Any, one["reasons"])} for one in hits),
        targets=tuple(targets[:TARGETS]),
        targets_left_out=max(0, len(targets) - TARGETS),
        outlets=tuple(outlets[(page - 1) * OUTLETS : page * OUTLETS]),
        outlets_page=page,
        outlets_pages=pages,
        versions=tuple(reading.ask("FROM article_versions WHERE article_id = ? ORDER BY version", [article_id])),
        evidence=reading.one(_EVIDENCE, [article_id, article["content_hash"]]),
        reports=tuple(reading.ask(_REPORTS, {"item": item})),
        reviews=tuple(reading.ask(_REVIEWS, {"item": item})),
    )


def stored_article(reading: SnapshotReading, store: Store, article_id: str) -> tuple[str, tuple[Zone, ...]] | None:
    """The text and zones; None if they are no longer stored. Only a text without a hit is asked of the store."""
    found = reading.one("SELECT text, zones FROM articles WHERE article_id = ? AND text IS NOT NULL", [article_id])
    if found:
        return str(found["text"]), from_json(tuple[Zone, ...], found["zones"])
    article: Article | None = store.articles.find(article_id)
    return None if article is None else (article.text, article.zones)


def _text(
    reading: SnapshotReading, store: Store, article: Row, hits: Sequence[Row], part: int | None
) -> TextView | None:
    stored = stored_article(reading, store, article["article_id"])
    if stored is None:
        return None
    text, zones = stored
    title = str(article["title"] or "")
    mentions = reading.ask(_MENTIONS, [article["article_id"]]) if hits else []
    spans, misplaced = _spans({"title": title, "text": text}, hits, mentions)
    first = min((one.start for one in spans["text"]), default=0)
    start, end, number, parts = part_with(text, first, part)
    return TextView(
        title=pieces_of(title, spans["title"]),
        blocks=blocks_of(text, zones, spans["text"], start, end),
        part=number,
        parts=parts,
        length=len(text),
        misplaced=misplaced,
    )


def _spans(
    fields: Mapping[str, str], hits: Sequence[Row], mentions: Iterable[Row]
) -> tuple[Mapping[str, list[MentionSpan]], int]:
    """The mentions by field, and how many are not where their offsets say."""
    by_hit = {one["hit_id"]: one for one in hits}
    found: dict[str, list[MentionSpan]] = {name: [] for name in fields}
    misplaced = 0
    for one in mentions:
        hit, start, end = by_hit.get(one["hit_id"]), one["start_offset"], one["end_offset"]
        if hit is None:
            continue
        if fields.get(one["field"], "")[start:end] != one["surface"]:
            misplaced += 1
            continue
        label = f"{hit['target_name']}: {how_matched(one['method'])}"
        emphasis = emphasis_of(hit["kind"], hit["band"], one["method"])
        if hit["kind"] == TargetKind.SCHEME:
            end = word_end(fields[one["field"]], end)
        found[one["field"]].append(MentionSpan(start, end, emphasis, label, hit["target_id"]))
    return found, misplaced


def _outlets(reading: SnapshotReading, story: Row) -> list[Outlet]:
    """The articles of the story, those with the same words as one."""
    members = reading.ask(_MEMBERS, {"story": story["story_id"]})
    links = {one["article_id"]: one for one in from_json(Any, story["links"])}
    lead = _leads(members, links.values())
    groups: dict[str, list[Row]] = defaultdict(list)
    for one in members:
        groups[lead[one["article_id"]]].append(one)
    return [
        Outlet(rows[0], tuple(rows[1:]), str(links.get(rows[0]["article_id"], {}).get("reason", "")))
        for rows in groups.values()
    ]


def _leads(members: Sequence[Row], links: Iterable[Row]) -> Mapping[str, str]:
    """For each article one that stands for all with the same words: equal texts, and those linked as copies."""
    lead = {one["article_id"]: one["article_id"] for one in members}

    def lead_of(article_id: str) -> str:
        while lead[article_id] != article_id:
            lead[article_id] = lead[lead[article_id]]
            article_id = lead[article_id]
        return article_id

    first_with: dict[str, str] = {}
    same = [(one["article_id"], first_with.setdefault(one["content_hash"], one["article_id"])) for one in members]
    copies = [(one["article_id"], one["other_id"]) for one in links if one["kind"] == LinkKind.COPY_OF]
    for one, other in (*same, *copies):
        if one in lead and other in lead:
            lead[lead_of(one)] = lead_of(other)
    return {article_id: lead_of(article_id) for article_id in lead}
