"""What the watch does: pages not read, feeds, messages, runs, and changes of the watchlist."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desk.pages.articles import number_of
from desk.pages.inbox import own_address
from desk.state import Desk
from storage.database.columns import from_json

ROWS = 100
"""Rows on a page."""

_UNREAD = f"""
    SELECT unread.*, feeds.title AS feed_title FROM unread_pages unread LEFT JOIN feed_health feeds USING (feed_id)
    WHERE ($all OR read_by_hand_at IS NULL) AND ($cause = '' OR cause = $cause)
    ORDER BY since DESC, unread.url LIMIT {ROWS} OFFSET $offset
"""
_UNREAD_CAUSES = """
    SELECT cause, count(*) AS pages, count(read_by_hand_at) AS by_hand FROM unread_pages
    GROUP BY cause ORDER BY pages DESC, cause
"""
_FAILING = """
    SELECT feed_id, url, title, last_cause, last_message, last_success_at, failure_streak, paused FROM feed_health
    WHERE active AND (failure_streak > 0 OR paused IS NOT NULL) ORDER BY failure_streak DESC, feed_id LIMIT 200
"""
_FEEDS = f"""
    SELECT * FROM feed_health ORDER BY active DESC, failure_streak > 0 DESC, failure_streak DESC, feed_id
    LIMIT {ROWS} OFFSET $offset
"""
_MESSAGES = f"""
    SELECT * FROM deliveries WHERE ($state = '' OR state = $state)
    ORDER BY coalesce(finished_at, created_at) DESC, recipient LIMIT {ROWS} OFFSET $offset
"""
_MESSAGE_STATES = "SELECT state, count(*) AS messages FROM deliveries GROUP BY state ORDER BY state"
_RUNS = f"SELECT * FROM runs ORDER BY started_at DESC, run_id LIMIT {ROWS} OFFSET $offset"
_CHANGES = f"""
    WITH versions AS (
        SELECT target_id, name, severity, tags, basis, source, since, until,
            lag(name) OVER earlier AS old_name, lag(severity) OVER earlier AS old_severity,
            row_number() OVER earlier > 1 AS is_known
        FROM targets WINDOW earlier AS (PARTITION BY target_id ORDER BY since)
    ),
    changes AS (
        SELECT since AS happened_at, target_id, name, CASE WHEN is_known THEN 'changed' ELSE 'added' END AS what,
            old_name, severity, old_severity FROM versions
        UNION ALL BY NAME
        SELECT until AS happened_at, target_id, name, 'removed' AS what FROM versions
        WHERE until IS NOT NULL AND until NOT IN (
            SELECT since FROM targets later WHERE later.target_id = versions.target_id
        )
    )
    FROM changes ORDER BY happened_at DESC, name, target_id LIMIT {ROWS} OFFSET $offset
"""


def show_unread(desk: Desk, request: Request) -> Response:
    """Pages and feeds that could not be read, with a tick for those that a person has read."""
    query = request.query_params
    cause, show_all = query.get("cause", "")[:100], query.get("all") == "yes"
    page = number_of(query.get("page")) or 1
    with desk.reader.reading() as reading:
        rows = reading.ask(_UNREAD, {"all": show_all, "cause": cause, "offset": (page - 1) * ROWS})
        causes = reading.ask(_UNREAD_CAUSES)
        failing = reading.ask(_FAILING)
    listed = [one for one in causes if not cause or one["cause"] == cause]
    total = sum(one["pages"] - (0 if show_all else one["by_hand"]) for one in listed)
    return desk.page(
        request, "unread.html.jinja", rows=rows, causes=causes, failing=failing, cause=cause, show_all=show_all,
        pages=_pages(page, total),
    )  # fmt: skip


def tick_unread(desk: Desk, request: Request) -> Response:
    """Records that a person has read a page, or takes that back."""
    form = request.state.form
    with desk.reader.reading() as reading:
        known = reading.one("SELECT url FROM unread_pages WHERE url = ?", [form.get("url", "")])
    if known is None:
        raise HTTPException(409, "This page is no longer among those that could not be read.")
    is_read = form.get("is_read") == "yes"
    now, person = desk.clock(), request.state.visitor.person
    desk.store.articles.set_read_by_hand(form["url"], now, person, is_read=is_read)
    desk.reader.show_read_by_hand(form["url"], now if is_read else None, person)
    desk.publisher.request()
    return RedirectResponse(own_address(form.get("back", "/unread")), 303)


def show_feeds(desk: Desk, request: Request) -> Response:
    """The health of every feed, the failing ones first."""
    atom = f"{desk.access.address}/stories.atom?token={desk.access.atom_token}"
    return _list(desk, request, "feeds.html.jinja", _FEEDS, "SELECT count(*) AS n FROM feed_health", atom=atom)


def show_messages(desk: Desk, request: Request) -> Response:
    """The messages to readers, the latest first."""
    state = request.query_params.get("state", "")[:30]
    with desk.reader.reading() as reading:
        states = reading.ask(_MESSAGE_STATES)
    count = "SELECT count(*) AS n FROM deliveries WHERE ($state = '' OR state = $state)"
    return _list(desk, request, "messages.html.jinja", _MESSAGES, count, {"state": state}, states=states, state=state)


def show_runs(desk: Desk, request: Request) -> Response:
    """The runs of the flows, the latest first."""
    return _list(desk, request, "runs.html.jinja", _RUNS, "SELECT count(*) AS n FROM runs", summary_of=_summary)


def show_list_changes(desk: Desk, request: Request) -> Response:
    """Which entries of the watchlist were added, changed and removed, the latest first."""
    count = "SELECT count(*) + count(until) AS n FROM targets"
    return _list(desk, request, "list_changes.html.jinja", _CHANGES, count)


def _list(
    desk: Desk,
    request: Request,
    template: str,
    sql: str,
    count: str,
    parameters: dict[str, Any] | None = None,
    **values: Any,  # noqa: ANN401 - what the template prints
) -> Response:
    page = number_of(request.query_params.get("page")) or 1
    given = parameters or {}
    with desk.reader.reading() as reading:
        rows = reading.ask(sql, given | {"offset": (page - 1) * ROWS})
        total = (reading.one(count, given) or {"n": 0})["n"]
    return desk.page(request, template, rows=rows, pages=_pages(page, total), **values)


def _pages(page: int, total: int) -> dict[str, int]:
    return {"page": page, "pages": max(1, -(-total // ROWS)), "total": total}


def _summary(text: str | None) -> dict[str, int]:
    """The counts of a run's summary that are not zero."""
    found = from_json(Any, text) if text else {}
    return Counter({name: value for name, value in found.items() if isinstance(value, int) and value})
