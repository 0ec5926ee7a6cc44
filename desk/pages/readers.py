"""The pages that links in messages lead to: a reader unsubscribes, or snoozes an entry. No session is needed.

The token in the address says who the reader is; everything else about these pages is decided in `flows`.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from desk.state import Desk
from flows.dispatcher import Dispatcher
from flows.reader_requests import answer
from flows.run_config import RunConfig, load_alerts

ADDRESSES = ("/unsubscribe/{subscription}/{token}", "/snooze/{subscription}/{hit}/{token}")


def send_atom(desk: Desk, request: Request) -> Response:
    """The Atom feed of stories, for a feed reader whose address has the feed's token."""
    if not desk.access.accepts_atom(request.query_params.get("token", "")):
        raise HTTPException(401, "The address of the feed, with its token, is on the page Feeds.")
    try:
        feed = (desk.settings.paths.public / "stories.atom").read_bytes()
    except OSError as error:
        raise HTTPException(404, "There is no feed yet; the next digest tick writes it.") from error
    return Response(feed, media_type="application/atom+xml")


def answer_reader(desk: Desk, request: Request) -> Response:
    """The page that asks or, after POST, says what was done."""
    alerts = load_alerts(desk.settings)
    dispatcher = Dispatcher(desk.store, RunConfig.without_list(desk.settings, alerts))
    form = request.state.form if request.method == "POST" else {}
    found = answer(dispatcher, request.method, request.url.path, form, desk.clock())
    return Response(found.body, found.status, dict(found.headers))
