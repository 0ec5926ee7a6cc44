"""The inbox's page, and the forms that are sent from it: verdicts and "all seen"."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from core.errors import QueryError
from core.records import VERDICT_OF_WORD
from desk.contents.inbox import ORDERS, STATES, InboxFilter, inbox
from desk.state import Desk, wants_json
from desk.verdicts import Judgement, note_in
from storage.snapshot_reader import SnapshotReading

_SEEN_COOKIE = "watchword-desk-seen"
_SEEN_AGE = 400 * 24 * 3600  # seconds; browsers keep no cookie longer


def show_inbox(desk: Desk, request: Request) -> Response:
    """Stories with hits that nobody has judged, or those that the filter asks for."""
    wanted = InboxFilter.of(request.query_params)
    seen = _seen(request)
    with desk.reader.reading() as reading:
        page = inbox(reading, wanted, seen)
        published = reading.one("SELECT published_at FROM snapshot_info")
        last_run = reading.one(
            "SELECT ended_at FROM runs WHERE kind = 'poll' AND complete ORDER BY ended_at DESC LIMIT 1"
        )
        given = _given(reading, request.query_params.get("given", ""))
    return desk.page(
        request,
        "inbox.html.jinja",
        inbox=page,
        seen=seen,
        given=given,
        published_at=published["published_at"] if published else None,
        last_run=last_run["ended_at"] if last_run else None,
        orders=ORDERS,
        states=STATES,
    )


def judge(desk: Desk, request: Request) -> Response:
    """Stores a verdict; answers the script with JSON, and a browser without it with the page that it came from."""
    try:
        if request.state.form.get("verdict") == "mute":
            return _mute(desk, request)
        judgement = Judgement.of(request.state.form)
        hits = desk.reviewing.save(judgement, request.state.visitor.person, desk.clock())
    except QueryError as error:
        raise HTTPException(409, f"Nothing was stored: {error}.") from error
    if wants_json(request):
        return JSONResponse({"verdict": judgement.verdict.value, "hits": len(hits)})
    back = own_address(request.state.form.get("back", "/"))
    if judgement.item and judgement.target:
        address, _, query = back.partition("?")
        fields = [pair for pair in query.split("&") if pair and not pair.startswith("given=")]
        word = request.state.form["verdict"]
        fields.append(urlencode({"given": f"{word}.{judgement.item}.{judgement.target}"}))
        back = f"{address}?{'&'.join(fields)}"
    return RedirectResponse(back, 303)


def _mute(desk: Desk, request: Request) -> Response:
    """Gives every open hit of a story the verdict that it is not wanted."""
    form = request.state.form
    found = desk.reviewing.mute(form.get("item", ""), note_in(form) or None, request.state.visitor.person, desk.clock())
    if not found:
        raise HTTPException(409, "Nothing of this story is open.")
    return RedirectResponse(own_address(form.get("back", "/")), 303)


def remember_seen(desk: Desk, request: Request) -> Response:
    """Remembers, in this browser, that everything found until now was seen."""
    answer = RedirectResponse(own_address(request.state.form.get("back", "/")), 303)
    until = request.state.form.get("until", "")
    answer.set_cookie(
        _SEEN_COOKIE,
        until if _instant(until) else desk.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        max_age=_SEEN_AGE,
        secure=desk.access.is_encrypted,
        httponly=True,
        samesite="strict",
    )
    return answer


def own_address(address: str) -> str:
    """The address if it is a path of the desk, else that of the inbox."""
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and address.isprintable() and address.isascii() else "/"


def _seen(request: Request) -> datetime | None:
    return _instant(request.cookies.get(_SEEN_COOKIE, ""))


def _instant(text: str) -> datetime | None:
    """A naive instant in UTC from a cookie; None if it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is None else None


def _given(reading: SnapshotReading, text: str) -> dict[str, Any] | None:
    """The verdict that was just given, by the address; None unless it is the latest one, so that no link can lie."""
    word, item, target = (*text.split(".", 2), "", "", "")[:3]
    if word not in VERDICT_OF_WORD:
        return None
    found = reading.one(_GIVEN, {"item": item, "target": target})
    wanted = VERDICT_OF_WORD[word].value
    if found is None or (found["verdict"] or "open") != wanted:
        return None
    return found | {"word": word, "item": item}


_GIVEN = """
    SELECT target_id, any_value(target_name) AS target_name, count(*) AS hits, any_value(verdict) AS verdict
    FROM hits WHERE (story_id = $item OR (story_id IS NULL AND article_id = $item)) AND target_id = $target
    GROUP BY target_id
"""
