"""What every request must pass before a page sees it, and the headers that every answer carries."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.access.sessions import PROXY_SECRET_HEADER, PROXY_USER_HEADER, SESSION, Access

log = logging.getLogger("watchword.desk")

HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

_FORM_BYTES = 1280 * 1024  # 100,000 characters of any script, as forms write them
_STRANGER_FORM_BYTES = 64 * 1024  # of a session that has ended
_FORM_FIELDS = 200
_URLENCODED = "application/x-www-form-urlencoded"
_OPEN_PATHS = (
    "/static/",
    "/unsubscribe/",
    "/snooze/",
    "/stories.atom",
)  # the same for everybody, or with a token of their own
_OPEN_FORM_BYTES = 8 * 1024
_NAME = 100  # characters of a person's name

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: `person` is the reviewer's name, `form_token` goes into each form."""

    person: str | None
    form_token: str


class RefusedError(Exception):
    """A request that no page may see."""

    def __init__(self, status: int, message: str, form: Form | None = None) -> None:
        self.status = status
        self.form = form or {}
        super().__init__(message)


Refusal = Callable[[Request, int, str, Form], Response]
"""Makes the answer to a refused request from its status, its message and the form to give back, which may be empty."""


class Guard:
    """An ASGI application that passes to `app` only requests of visitors, with their form if they send one."""

    def __init__(self, app: ASGIApp, access: Access, clock: Callable[[], datetime], refusal: Refusal) -> None:
        self._app = app
        self._access = access
        self._clock = clock
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, and logs its path without the query, which may have the token or a search."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        started, status = time.monotonic(), [0]

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope, receive)
        try:
            answer = await self._admit(request)
        except RefusedError as refused:
            answer = self._refusal(request, refused.status, str(refused), refused.form)
        except ClientDisconnect:  # nobody is there to answer
            log.info("%s %s ended by the client", request.method, ascii(scope["path"])[1:-1])
            return
        await (answer or self._app)(scope, receive, send_guarded)
        elapsed = (time.monotonic() - started) * 1000
        log.info("%s %s %d %.0f ms", request.method, ascii(scope["path"])[1:-1], status[0], elapsed)

    async def _admit(self, request: Request) -> Response | None:
        """None for a request that may pass, with `visitor` and `form` in its state; else the answer to it."""
        if request.headers.getlist("host")[1:] or request.headers.get("host") not in self._access.hosts:
            raise RefusedError(403, f"This desk answers only at {self._access.address}.")
        if request.method not in ("GET", "HEAD", "POST"):
            raise RefusedError(405, "Only GET and POST.")
        _refuse_embedding(request)
        if request.url.path.startswith(_OPEN_PATHS):
            if request.method == "POST":
                request.state.form = await _open_form(request)
            return None
        session, person = self._session(request)
        if session is None:
            return await self._open_session(request)
        request.state.visitor = Visitor(person, self._access.form_token(session))
        if request.method == "POST":
            self._refuse_foreign_form(request)
            request.state.form = form = await _form(request)
            if not self._access.accepts_form(form.get("form_token", ""), session):
                message = "This form is not from this session: load its page again and repeat."
                raise RefusedError(403, message, form)
        return None

    def _session(self, request: Request) -> tuple[str | None, str | None]:
        """The session (None if there is none) and the person."""
        if self._access.proxy_secret is None:
            cookie = request.cookies.get(self._access.cookie, "")
            return (cookie if self._access.is_session(cookie, self._clock()) else None), self._access.person
        secrets = request.headers.getlist(PROXY_SECRET_HEADER)
        people = request.headers.getlist(PROXY_USER_HEADER)
        if len(secrets) != 1 or not self._access.accepts_proxy(secrets[0]):
            raise RefusedError(403, "This desk is reached through its proxy only.")
        if len(people) != 1 or not (person := people[0].strip()[:_NAME]):
            raise RefusedError(403, f"The proxy names nobody in {PROXY_USER_HEADER}.")
        return f"proxy:{person}", person

    async def _open_session(self, request: Request) -> Response:
        """Exchanges the token for a cookie; the address without the token stays in the browser's history."""
        token = request.query_params.get("token", "")
        if request.method == "POST":
            message = "There is no session here, or it has ended. Nothing was stored."
            raise RefusedError(401, message, await self._form_to_give_back(request))
        if not self._access.accepts_token(token):
            raise RefusedError(401, "There is no session here, or it has ended.")
        others = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
        path = request.url.path + (f"?{urlencode(others)}" if others else "")
        answer = RedirectResponse(_own_path(path), 303)
        answer.set_cookie(
            self._access.cookie,
            self._access.new_session(self._clock()),
            max_age=int(SESSION.total_seconds()),
            secure=self._access.is_encrypted,
            httponly=True,
            samesite="strict",
        )
        return answer

    async def _form_to_give_back(self, request: Request) -> Form:
        """The form of a page of the desk whose session has ended; empty for any other."""
        try:
            self._refuse_foreign_form(request)
            return await _form(request, _STRANGER_FORM_BYTES)
        except RefusedError:
            return {}

    def _refuse_foreign_form(self, request: Request) -> None:
        """A second defence behind the form token. Without a referrer browsers send the origin `null`."""
        origins = set(request.headers.getlist("origin"))
        sites = set(request.headers.getlist("sec-fetch-site"))
        if not origins <= {*self._access.origins, "null"} or not sites <= {"same-origin"}:
            raise RefusedError(403, "Forms are accepted from the desk's own pages only.")


def _refuse_embedding(request: Request) -> None:
    """Refuses what another site's page loads as a script, picture, frame or by fetch."""
    foreign = request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    if foreign and request.headers.get("sec-fetch-dest", "document") != "document":
        raise RefusedError(403, "Other sites may link here, and nothing else.")


def _own_path(path: str) -> str:
    """A path that no browser takes for another host's address, as it would `//host`."""
    return "/" + path.lstrip("/\\")


async def _form(request: Request, most: int = _FORM_BYTES) -> Form:
    """The fields of the form; the last one counts where a name occurs twice."""
    if _media_type(request) != _URLENCODED:
        raise RefusedError(415, f"Forms are sent as {_URLENCODED}.")
    return _fields(await _body(request, most))


async def _open_form(request: Request) -> Form:
    """As `_form`, for a short form that a mail program may send as multipart/form-data too (RFC 8058, 3.2)."""
    body = await _body(request, _OPEN_FORM_BYTES)
    if _media_type(request) != "multipart/form-data":
        return _fields(body)
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode("ascii", "replace")
    parts = [one for one in message_from_bytes(head + body, policy=default).walk() if not one.is_multipart()]
    named = ((one.get_param("name", header="content-disposition"), one.get_payload(decode=True)) for one in parts)
    return {str(name): value.decode("utf-8", "replace").strip() for name, value in named if isinstance(value, bytes)}


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise RefusedError(413, f"A form may have {most // 1024} KiB.")
    return bytes(body)


def _fields(body: bytes) -> Form:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_FORM_FIELDS))
    except ValueError:
        raise RefusedError(400, "This is no form.") from None
