"""The desk as an ASGI application: which address leads to which page, and what happens when one cannot be made."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from core.errors import QueryError, StorageBusyError, WatchwordError
from desk.access.guard import Form, Guard
from desk.pages import articles, hits, inbox, readers, search, suppressions, targets, watch
from desk.rendering.page import STATIC, render
from desk.state import Desk, Page, typed_in, wants_json

log = logging.getLogger("watchword.desk")

PAGES: tuple[tuple[str, str, Page], ...] = (
    ("GET", "/", inbox.show_inbox),
    ("POST", "/verdicts", inbox.judge),
    ("POST", "/seen", inbox.remember_seen),
    ("GET", "/stories/{story}", articles.show_story),
    ("GET", "/story/{story}", hits.follow_story),
    ("GET", "/hits/{hit}", hits.show_hit),
    ("GET", "/hit/{hit}", hits.follow_hit),
    ("GET", "/hits/{hit}/evidence", hits.send_evidence),
    ("GET", "/articles/{article}", articles.show_article),
    ("GET", "/articles/{article}/changes", articles.show_changes),
    ("GET", "/articles/{article}/page/{version}", articles.send_stored_page),
    ("GET", "/articles/{article}/weighed", hits.show_weighed),
    ("GET", "/search", search.show_search),
    ("GET", "/try", search.show_try),
    ("POST", "/try", search.try_text),
    ("GET", "/suppressions", suppressions.show_suppressions),
    ("POST", "/suppressions", suppressions.change_suppressions),
    ("GET", "/targets", targets.show_targets),
    ("GET", "/targets/{target}", targets.show_target),
    ("GET", "/targets/{target}/namesake", targets.show_namesake),
    ("GET", "/unread", watch.show_unread),
    ("POST", "/unread", watch.tick_unread),
    ("GET", "/feeds", watch.show_feeds),
    ("GET", "/messages", watch.show_messages),
    ("GET", "/runs", watch.show_runs),
    ("GET", "/list-changes", watch.show_list_changes),
)
"""Method, address and the function that makes the answer. Only POST changes anything."""


def application(desk: Desk) -> Starlette:
    """The application, guarded. It starts and ends the desk's background work."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(desk.start)
        yield
        await run_in_threadpool(desk.end)

    def refusal(request: Request, status: int, message: str, form: Form) -> Response:
        if wants_json(request):
            return JSONResponse({"message": message}, status)
        follow = request.url.path if request.headers.get("sec-fetch-site") == "cross-site" else None
        values = {"status": status, "message": message, "follow": follow, "command": "watchword desk --address"}
        return HTMLResponse(render("refused.html.jinja", **values, typed=typed_in(form)), status)

    routes = [Route(path, _endpoint(desk, page), methods=[method]) for method, path, page in PAGES]
    for_readers = _endpoint(desk, readers.answer_reader)
    routes.append(Route("/stories.atom", _endpoint(desk, readers.send_atom), methods=["GET"]))
    routes += [Route(path, for_readers, methods=["GET", "POST"]) for path in readers.ADDRESSES]
    return Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=STATIC))],
        middleware=[Middleware(Guard, access=desk.access, clock=desk.clock, refusal=refusal)],
        exception_handlers={HTTPException: _http_error, WatchwordError: _our_error, 500: _unforeseen},
        lifespan=lifespan,
    )


def _endpoint(desk: Desk, page: Page) -> Callable[[Request], Response]:
    """The function that Starlette calls, in a thread: DuckDB's questions and the write lock block."""

    def answer(request: Request) -> Response:
        return page(desk, request)

    return answer


def _error_page(request: Request, status: int, title: str, message: str) -> Response:
    """The page or, for the script, the message alone. What was typed into a form is shown, to be copied."""
    if wants_json(request):
        return JSONResponse({"message": message}, status)
    typed = typed_in(getattr(request.state, "form", {}))
    return HTMLResponse(render("error.html.jinja", status=status, title=title, message=message, typed=typed), status)


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    return _error_page(request, status, "Not here" if status == 404 else "This cannot be done", detail)


def _our_error(request: Request, error: Exception) -> Response:
    """Busy is a matter of seconds; without a snapshot the page says what makes one."""
    if isinstance(error, StorageBusyError):
        message = f"The database is {error}. Nothing was changed: load the page again."
        return _error_page(request, 503, "One moment", message)
    if isinstance(error, QueryError):
        return _error_page(request, 503, "Nothing here yet", f"There is {error}.")
    log.error("%s", error)
    return _error_page(request, 500, "This page failed", str(error))


def _unforeseen(request: Request, error: Exception) -> Response:
    return _error_page(request, 500, "This page failed", f"{type(error).__name__}; the desk's log has more.")
