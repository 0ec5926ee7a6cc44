"""Prefect's server behind a check of Host and Origin, run as `python -m flows.server.guarded_server LISTENER PARENT`.

LISTENER is the descriptor of a bound socket on loopback. The socket is bound before this process starts, so nobody else
can take the port in between and be sent the secret. PARENT is that of a pipe whose other end closes with the parent.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading

import uvicorn

from core.memory import importing
from flows.server.bounded_connections import (
    BACKLOG,
    App,
    BoundedConnection,
    FirstMessageInTime,
    Receive,
    Scope,
    Send,
)
from flows.server.orphaned_runs import end_flow_runs

_SHUTDOWN_S = 3
_WORKER_ENDS_WITHIN_S = 1.0  # after its parent; until then it may start another run


class OwnAddressOnly:
    """An ASGI application that refuses requests with a foreign Host or Origin with 403 before `app` sees them.

    A web page whose name was rebound to 127.0.0.1 sends its own name as Host; a page of another origin sends that.
    """

    def __init__(self, app: App, port: int) -> None:
        self._app = app
        self._host = f"127.0.0.1:{port}".encode()
        self._origin = b"http://" + self._host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it with 403."""
        if scope["type"] == "lifespan" or self._is_own(scope):
            await self._app(scope, receive, send)
        else:
            await _refuse(scope["type"], b"This server answers only at " + self._origin + b"\n", send)

    def _is_own(self, scope: Scope) -> bool:
        headers: list[tuple[bytes, bytes]] = scope["headers"]  # names in lower case, by the ASGI specification
        hosts = [value for name, value in headers if name == b"host"]
        origins = {value for name, value in headers if name == b"origin"}
        return hosts == [self._host] and origins <= {self._origin}


class ShortOfDisk(logging.Filter):
    """Says in one line, once an hour, that Prefect's database finds no room; each request would log 180 lines."""

    _AGAIN_AFTER_S = 3600.0

    def __init__(self) -> None:
        super().__init__()
        self._said_at: float | None = None

    def filter(self, record: logging.LogRecord) -> bool:
        """False for a record that says it again."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or "database or disk is full" not in str(error):  # SQLite's words
            return True
        if self._said_at is not None and record.created - self._said_at < self._AGAIN_AFTER_S:
            return False
        self._said_at = record.created
        record.msg, record.args = "The disk is full: Prefect cannot record runs until there is room again", ()
        record.exc_info = record.exc_text = None
        return True


def _log_full_disk_shortly() -> None:
    """Adds one `ShortOfDisk` to the handlers of all loggers: many of Prefect's and uvicorn's log such errors."""
    loggers = (logging.getLogger(name) for name in ("", *logging.root.manager.loggerDict))
    short_of_disk = ShortOfDisk()
    for handler in {one for logger in loggers for one in logger.handlers}:
        handler.addFilter(short_of_disk)


async def _refuse(kind: str, reason: bytes, send: Send) -> None:
    if kind == "websocket":
        await send({"type": "websocket.close", "code": 1008})  # before it is accepted: the handshake gets 403
        return
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(reason)).encode())]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": reason})


def serve(descriptor: int, parent: int) -> None:
    """Serves Prefect's interface and pages until a signal or the parent's end. Refuses to start without a secret."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with importing():
        from prefect.server.api.server import create_app
        from prefect.settings import get_current_settings

    api = get_current_settings().server.api
    if not (api.auth_string and api.auth_string.get_secret_value()):
        sys.exit("PREFECT_SERVER_API_AUTH_STRING is not set: the server would answer anybody")
    with socket.socket(fileno=descriptor) as listener:
        guarded = OwnAddressOnly(FirstMessageInTime(create_app(final=True)), listener.getsockname()[1])
        config = uvicorn.Config(
            guarded,
            http=BoundedConnection,
            backlog=BACKLOG,
            log_level=os.environ.get("PREFECT_SERVER_LOGGING_LEVEL", "error").lower(),
            timeout_keep_alive=api.keepalive_timeout,
            timeout_graceful_shutdown=_SHUTDOWN_S,
        )
        _log_full_disk_shortly()
        uvicorn.Server(config).run(sockets=[listener])


def _end_with(parent: int) -> None:
    os.read(parent, 1)  # nothing is written: this returns when the other end is closed, also by kill -9
    end_flow_runs(os.environ["PREFECT_API_URL"], watch_s=_WORKER_ENDS_WITHIN_S)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
