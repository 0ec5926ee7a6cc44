"""The desk as a server on one socket, until it is told to end."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from core.errors import WatchwordError
from desk.application import application
from desk.state import Desk
from flows.server.bounded_connections import BACKLOG, PLACES, BoundedConnection

_SHUTDOWN_S = 3
_START_S = 60  # a large snapshot may have to be published first


class DeskError(WatchwordError):
    """The desk cannot be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a TLS certificate and its key."""

    certificate: Path
    key: Path


@contextmanager
def listening_at(host: str, port: int) -> Iterator[socket.socket]:
    """A socket bound to the address; port 0 takes a free one. Raises DeskError if that cannot be had."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # not for a port with a listener
        listener.bind(address)
        listener.listen(BACKLOG)  # whoever reads the address may connect at once
    except OSError as error:
        message = f"{host}, port {port}, cannot be used ({error.strerror}); try another with --port"
        raise DeskError(message) from error
    with listener:
        yield listener


@contextmanager
def running_server(desk: Desk, listener: socket.socket) -> Iterator[None]:
    """Serves the desk in a thread while the context lasts. Raises DeskError if it does not start."""
    server = server_of(desk)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="desk", daemon=True)
    thread.start()
    deadline = time.monotonic() + _START_S
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            server.should_exit = True
            raise DeskError("the desk did not start")
        time.sleep(0.02)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(_SHUTDOWN_S * 2)


def server_of(desk: Desk, certificate: Certificate | None = None) -> uvicorn.Server:
    """The server; `run(sockets=[…])` serves until SIGINT, SIGTERM or `should_exit`.

    It logs no requests: the guard does, without their queries. It believes no header about the client's address.
    """
    logging.getLogger("uvicorn.access").disabled = True  # it would log the query, which has the token once
    config = uvicorn.Config(
        application(desk),
        access_log=False,
        log_config=None,
        lifespan="on",
        http=BoundedConnection,
        backlog=BACKLOG,
        limit_concurrency=PLACES + 1,  # more only if none of them waits for its client
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_S,
        ws="none",
        ssl_certfile=certificate.certificate if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
    )
    return uvicorn.Server(config)
