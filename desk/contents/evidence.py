"""Evidence of one hit as a dated file that needs nothing else: quote, address, times, the text as stored, hashes."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from alerts.text.emphasis import emphasis_of
from desk.contents.passages import MentionSpan, blocks_of, pieces_of
from desk.contents.stories import stored_article
from desk.rendering.page import STATIC, Clock, how_matched, render
from storage.database.columns import from_json
from storage.snapshot_reader import SnapshotReading
from storage.store import Store

_HIT = "FROM hits_all WHERE hit_id = ?"
_ARTICLE = "SELECT * EXCLUDE (text, zones) FROM articles WHERE article_id = ?"
_MENTIONS = "FROM mentions WHERE hit_id = ? ORDER BY field, start_offset"
_REVIEWS = "FROM reviews WHERE hit_id = ? ORDER BY reviewed_at"


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """An HTML page with its name for saving."""

    name: str
    html: str


def evidence_file(
    reading: SnapshotReading, store: Store, hit_id: str, now: datetime, zone: ZoneInfo, person: str | None
) -> EvidenceFile | None:
    """The evidence of a hit as of `now`; None if there is no such hit. Times are in `zone` and in UTC."""
    hit = reading.one(_HIT, [hit_id])
    article = hit and reading.one(_ARTICLE, [hit["article_id"]])
    if hit is None or article is None:
        return None
    stored = stored_article(reading, store, hit["article_id"])
    text, zones = stored or ("", ())
    mentions = reading.ask(_MENTIONS, [hit_id])
    spans = {field: _spans(hit, mentions, field, words) for field, words in _fields(article, text).items()}
    css = (STATIC / "evidence.css").read_text(encoding="utf-8")
    html = render(
        "evidence.html.jinja",
        css=Markup(css),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{_base64_sha256(css)}'",
        hit=hit,
        article=article,
        page=store.articles.page(hit["article_id"], hit["article_version"]),
        mentions=mentions,
        reasons=from_json(Any, hit["reasons"]),
        reviews=reading.ask(_REVIEWS, [hit_id]),
        title=pieces_of(str(article["title"] or ""), spans["title"]),
        blocks=blocks_of(text, zones, spans["text"], 0, len(text)) if stored else None,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if stored else None,
        same_version=hit["article_version"] == article["content_hash"],
        clock=Clock(zone, now),
        utc=Clock(ZoneInfo("UTC"), now),
        person=person,
    )
    return EvidenceFile(f"watchword-{hit_id}-{now:%Y%m%dT%H%M%SZ}.html", html)


def _base64_sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _fields(article: dict[str, Any], text: str) -> dict[str, str]:
    return {"title": str(article["title"] or ""), "text": text}


def _spans(hit: dict[str, Any], mentions: list[dict[str, Any]], field: str, words: str) -> list[MentionSpan]:
    """The mentions in one field that are at their offsets."""
    return [
        MentionSpan(
            one["start_offset"],
            one["end_offset"],
            emphasis_of(hit["kind"], "alert", one["method"]),
            how_matched(one["method"]),
            hit["target_id"],
        )
        for one in mentions
        if one["field"] == field and words[one["start_offset"] : one["end_offset"]] == one["surface"]
    ]
