"""Why a hit is what it is, why there is none, and what was weighed in one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.errors import ConfigError
from desk.contents.choices import entry_choices
from desk.contents.evidence import evidence_file
from desk.contents.name_parts import IN_PARTS, name_parts
from desk.contents.stored_articles import article_in
from desk.contents.stories import stored_article
from desk.pages.suppressions import DAYS
from desk.state import Desk
from flows.matcher_cache import matcher_of
from flows.missing_hits import explain_missing_hit
from matching.band_trials import BandTrial, band_trials
from storage.database.columns import from_json

LONGEST_TRIED = 100_000
"""Code points of a text on which other bands are tried."""

Row = dict[str, Any]

_HIT = "FROM hits_all WHERE hit_id = ?"
_MENTIONS = "FROM mentions WHERE hit_id = ? ORDER BY rank LIMIT 500"
_REPORTS = """
    SELECT subscription_id, recipient, channel, state, coalesce(finished_at, created_at) AS handled_at, last_error
    FROM notifications JOIN deliveries USING (digest_id, subscription_id)
    WHERE hit_id = ? ORDER BY handled_at, recipient LIMIT 100
"""
_IN_ARTICLE = """
    FROM hits_all WHERE article_id = ?
    ORDER BY status = 'open' DESC, CASE band WHEN 'alert' THEN 0 WHEN 'review' THEN 1 ELSE 2 END, score DESC, target_id
"""
_ARTICLE = "FROM articles WHERE article_id = $article AND text IS NOT NULL AND length(text) <= $longest"


def show_hit(desk: Desk, request: Request) -> Response:
    """Each step by which the hit was found, scored and put into its band."""
    hit_id = request.path_params["hit"]
    with desk.reader.reading() as reading:
        hit = reading.one(_HIT, [hit_id])
        if hit is None:
            raise HTTPException(404, "No hit with this id is stored.")
        mentions = reading.ask(_MENTIONS, [hit_id])
        reports = reading.ask(_REPORTS, [hit_id])
        reviews = reading.ask("FROM reviews WHERE hit_id = ? ORDER BY reviewed_at", [hit_id])
        row = reading.one(_ARTICLE, {"article": hit["article_id"], "longest": LONGEST_TRIED})
    reasons = from_json(Any, hit["reasons"])
    return desk.page(
        request,
        "hit.html.jinja",
        hit=hit,
        mentions=mentions,
        reasons=reasons,
        parts_of_name=name_parts(reasons),
        in_parts=IN_PARTS,
        reports=reports,
        reviews=reviews,
        tried=_tried(desk, hit, row) if row else None,
        surfaces=list(dict.fromkeys(one["surface"] for one in mentions))[:20],
        suppression_days=DAYS,
    )


@dataclass(frozen=True, slots=True)
class TriedBands:
    """The thresholds in force, the entry on its own, and what would put its hit into another band."""

    alert: int
    review: int
    alone: BandTrial
    trials: tuple[BandTrial, ...]


def _tried(desk: Desk, hit: Row, row: Row) -> TriedBands | None:
    """What would have changed the band; None for an entry that is not on the list in force, or a list that is wrong."""
    try:
        watchlist = desk.configuration.current().watchlist
    except ConfigError:
        return None
    entry = next((one for one in watchlist.entries if one.id == hit["target_id"]), None)
    if entry is None:
        return None
    alone, trials = band_trials(watchlist, entry, article_in(row))
    return TriedBands(watchlist.defaults.alert, watchlist.defaults.review, alone, trials)


def send_evidence(desk: Desk, request: Request) -> Response:
    """The evidence of a hit as a file to save; the browser does not show it."""
    now, person = desk.clock(), request.state.visitor.person
    with desk.reader.reading() as reading:
        made = evidence_file(reading, desk.store, request.path_params["hit"], now, desk.zone, person)
    if made is None:
        raise HTTPException(404, "No hit with this id is stored.")
    headers = {
        "content-disposition": f'attachment; filename="{made.name}"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(made.html, media_type="text/html", headers=headers)


def follow_hit(_desk: Desk, request: Request) -> Response:
    """The address that messages give of a hit."""
    return RedirectResponse(f"/hits/{request.path_params['hit']}", 303)


def follow_story(_desk: Desk, request: Request) -> Response:
    """The address that messages give of a story."""
    return RedirectResponse(f"/stories/{request.path_params['story']}", 303)


def show_weighed(desk: Desk, request: Request) -> Response:
    """All that was weighed in an article; with `target`, why that entry has no hit in it."""
    article_id, asked = request.path_params["article"], request.query_params.get("target", "").strip()
    with desk.reader.reading() as reading:
        article = reading.one("SELECT * EXCLUDE (text, zones) FROM articles WHERE article_id = ?", [article_id])
        if article is None:
            raise HTTPException(404, "No article with this id is stored.")
        hits = reading.ask(_IN_ARTICLE, [article_id])
        entries = entry_choices(reading)
        stored = stored_article(reading, desk.store, article_id)
    return desk.page(
        request,
        "weighed.html.jinja",
        article=article,
        hits=[one | {"why": from_json(Any, one["reasons"])} for one in hits],
        entries=entries,
        asked=asked[:200],
        why_not=_why_not(desk, asked, article_id) if asked else (),
        now=_current_hits(desk, article_id) if "now" in request.query_params else None,
        has_text=stored is not None,
    )


def _why_not(desk: Desk, target: str, article_id: str) -> tuple[str, ...]:
    watchlist = desk.configuration.current().watchlist
    if target not in {one.target_id for one in watchlist.targets}:
        return (f"No entry of the watchlist in force has the id {target[:200]}.",)
    return tuple(explain_missing_hit(desk.store, watchlist, target, article_id))


def _current_hits(desk: Desk, article_id: str) -> tuple[dict[str, Any], ...]:
    """What the watchlist in force finds in the stored text."""
    article = desk.store.articles.find(article_id)
    if article is None:
        return ()
    watchlist = desk.configuration.current().watchlist
    names = {one.target_id: one.name for one in watchlist.targets}
    matcher = matcher_of(watchlist, desk.settings.paths.cache)
    return tuple(
        {
            "target_id": one.target_id,
            "target_name": names.get(one.target_id, one.target_id),
            "band": one.band.value,
            "score": one.score,
            "why": [{"text": reason.text} for reason in one.reasons],
        }
        for one in matcher.match(article)
    )
