"""The pages that links in messages lead to: a reader unsubscribes, or snoozes an entry. No session is needed.

The token in the address says who the reader is; everything else about these pages is decided in `flows`.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from desk.state import Desk
from flows.dispatcher import Dispatcher
from flows.reader_requests import answer
from flows.run_config import RunConfig, load_alerts
from matching.watchlist.model import Watchlist

ADDRESSES = ("/unsubscribe/{subscription}/{token}", "/snooze/{subscription}/{hit}/{token}")


def answer_reader(desk: Desk, request: Request) -> Response:
    """The page that asks or, after POST, says what was done."""
    alerts = load_alerts(desk.settings)
    dispatcher = Dispatcher(desk.store, RunConfig(desk.settings, (), Watchlist(""), alerts, ()))
    form = request.state.form if request.method == "POST" else {}
    found = answer(dispatcher, request.method, request.url.path, form, desk.clock())
    return Response(found.body, found.status, dict(found.headers))
