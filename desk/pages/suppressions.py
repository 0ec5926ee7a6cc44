"""The page of suppressions, and the forms that make and end one."""

from __future__ import annotations

from datetime import timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.errors import QueryError
from core.identity import digest_of
from core.records import Suppression
from desk.state import Desk
from desk.verdicts import note_in

DAYS = (30, 90, 180, 366)
"""How long a suppression may last, besides for ever."""

_TWICE = timedelta(minutes=1)
_LONGEST = 200  # characters of a spelling and of a context

_ALL = """
    SELECT suppressions.*, named.name AS target_name, until IS NOT NULL AND until <= ? AS is_expired
    FROM suppressions LEFT JOIN (
        SELECT target_id, name FROM targets QUALIFY row_number() OVER (PARTITION BY target_id ORDER BY since DESC) = 1
    ) named USING (target_id)
    ORDER BY ended_at IS NOT NULL, is_expired, until NULLS LAST, created_at DESC LIMIT 500
"""


def show_suppressions(desk: Desk, request: Request) -> Response:
    """All suppressions, those in force first."""
    with desk.reader.reading() as reading:
        rows = reading.ask(_ALL, [desk.clock().replace(tzinfo=None)])
    return desk.page(request, "suppressions.html.jinja", rows=rows)


def change_suppressions(desk: Desk, request: Request) -> Response:
    """Makes a suppression of a hit's target, or ends one. Published at once, since other pages show what it holds."""
    form, now = request.state.form, desk.clock()
    if ended := form.get("end"):
        if not desk.store.reviews.end_suppression(ended, now):
            raise HTTPException(409, "This suppression is not in force any more.")
    else:
        wanted = _wanted(desk, request)
        if not any(_is_same(one, wanted) for one in desk.store.reviews.suppressions(now)):  # a button pressed twice
            desk.store.reviews.suppress(wanted)
    desk.publisher.publish()
    return RedirectResponse("/suppressions", 303)


def _wanted(desk: Desk, request: Request) -> Suppression:
    form, now, person = request.state.form, desk.clock(), request.state.visitor.person
    with desk.reader.reading() as reading:
        hit = reading.one("SELECT target_id FROM hits_all WHERE hit_id = ?", [form.get("hit", "")])
    if hit is None:
        raise HTTPException(409, "No hit with this id is stored.")
    alias, context = form.get("alias", "").strip(), form.get("context", "").strip()
    if max(len(alias), len(context)) > _LONGEST:
        raise HTTPException(
            409, f"Nothing was stored: a spelling, and words beside it, may have {_LONGEST} characters."
        )
    try:
        note = note_in(form)
    except QueryError as error:
        raise HTTPException(409, f"Nothing was stored: {error}.") from error
    days = next((one for one in DAYS if str(one) == form.get("days")), None)
    if form.get("days") and days is None:
        raise HTTPException(409, "Choose for how long.")
    return Suppression(
        digest_of("suppression", hit["target_id"], alias, context, now.isoformat()),
        hit["target_id"],
        now,
        alias or None,
        context or None,
        now + timedelta(days=days) if days else None,
        note or None,
        person,
    )


def _is_same(one: Suppression, other: Suppression) -> bool:
    """True for two that hold the same finds back equally long, made within a minute."""
    kinds = [(it.target_id, it.alias, it.context, it.note, it.reviewer) for it in (one, other)]
    lengths = [it.until and it.until - it.created_at for it in (one, other)]
    return kinds[0] == kinds[1] and lengths[0] == lengths[1] and other.created_at - one.created_at < _TWICE
