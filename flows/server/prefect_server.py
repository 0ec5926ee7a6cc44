"""Prefect's server, run as a child process or found where PREFECT_API_URL says, and a client for it."""

from __future__ import annotations

import atexit
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import WatchwordError
from flows.server import environment
from flows.server.child_process import child_process
from flows.server.prefect_database import (
    compact_database,
    empty_database,
    provide_database,
    set_damaged_aside,
)
from flows.server.server_secret import new_secret

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

_LOGGER = logging.getLogger("watchword.server")
_ASKED_EVERY_S = 0.05  # while it starts
_READY_WITHIN_S = 300.0  # a server's first start takes up to a minute on a small machine
_LOOPBACK = "127.0.0.1"
_PROJECT = Path(__file__).parents[2]
_EMBEDDED = {
    "PREFECT__SERVER_EPHEMERAL": "1",  # no pages, no scheduler
    # The blocks of Prefect's page and of its collections, which no flow here uses: to compare them with the database
    # takes .6 s of CPU. Without the second line Prefect would note that they are registered, and `up` would have none.
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
}


class ServerError(WatchwordError):
    """Prefect's server or worker did not start, or ended unexpectedly."""


def start_embedded_server(warn: Callable[[str], None], meanwhile: Callable[[], None] = lambda: None) -> None:
    """Starts a server for this process alone and sets the variables that lead to it, before Prefect is imported.

    It is on a free port of loopback, with a secret that is written nowhere, and ends when the interpreter does, after
    Prefect has sent its last logs and events. If PREFECT_API_URL names a running server, that is used instead.
    `meanwhile` is called while the server starts, with those variables set; `warn` prints a warning. Raises
    ServerError if there is no server in the end.
    """
    if url := environment.server_url():
        _LOGGER.info("Using Prefect's server at %s", url)
        meanwhile()
        with api_client(os.environ) as client:
            check_access(client)
        return
    prepare_database(warn)
    _LOGGER.info("Starting Prefect's embedded server")
    stack = ExitStack()
    atexit.register(stack.close)  # handlers run in reverse order: registered before Prefect's, it runs after them
    listener = stack.enter_context(listening_at(0))
    os.environ |= environment.access(listener.getsockname()[1], new_secret(), os.environ)
    stack.enter_context(running_server(listener, os.environ | _EMBEDDED, meanwhile))


def listening_at(port: int) -> socket.socket:
    """A socket bound to the port on loopback, 0 for a free one. Raises ServerError if the port is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # not for a port with a listener
    try:
        listener.bind((_LOOPBACK, port))
    except OSError as error:
        listener.close()
        raise ServerError(f"port {port} cannot be used ({error.strerror}); try another with --port") from error
    return listener


@contextmanager
def running_server(
    listener: socket.socket, variables: Mapping[str, str], meanwhile: Callable[[], None] = lambda: None
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a Prefect server on the socket, with these environment variables, among them those of its `access`.

    Our own variables, which may hold a password, are left out. `meanwhile` is called while it starts. The server ends
    with the context, or with this process however that ends. Raises ServerError if it does not start.
    """
    variables = {name: value for name, value in variables.items() if not name.startswith("WATCHWORD_")}
    theirs, ours = os.pipe()
    descriptors, address = (listener.fileno(), theirs), listener.getsockname()
    command = [sys.executable, "-m", "flows.server.guarded_server", *map(str, descriptors)]
    try:
        with child_process(command, variables, _PROJECT, stdout=subprocess.DEVNULL, descriptors=descriptors) as process:
            listener.close()  # the child's now: when it ends, nobody listens
            os.close(theirs)
            meanwhile()
            _await_server(variables, address, process)
            yield process
    finally:
        os.close(ours)


def prepare_database(warn: Callable[[str], None]) -> None:
    """Gives our own server a SQLite file to begin with, or makes the one that it has smaller if much of it is empty.

    A damaged one is set aside, with a word. Nothing for one whose database is elsewhere.
    """
    home = os.environ.get("PREFECT_HOME")
    if home and not environment.has_other_database():
        if damaged := set_damaged_aside(Path(home)):
            warn(
                f"Prefect's database was damaged and is now {damaged}; a new one is begun, without its record of runs "
                "and what you changed in Prefect. Nothing that was found is lost."
            )
        with suppress(OSError):  # then Prefect makes its database, or says why it cannot
            provide_database(Path(home), empty_database())
        compact_database(Path(home))


def api_client(variables: Mapping[str, str]) -> SyncPrefectClient:
    """A client for the server that the variables name, whenever Prefect's settings were read."""
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.settings import get_current_settings

    url, secret = variables["PREFECT_API_URL"], variables.get("PREFECT_API_AUTH_STRING")
    key = get_current_settings().api.key
    return SyncPrefectClient(url, auth_string=secret, api_key=key.get_secret_value() if key else None)


def check_access(client: SyncPrefectClient) -> None:
    """Raises ServerError if the server does not answer, or does not let us in."""
    from prefect.exceptions import PrefectHTTPStatusError

    if client.api_healthcheck() is not None:
        remedy = "start it, or unset PREFECT_API_URL to use one of our own"
        raise ServerError(f"no Prefect server answers at {client.api_url}: {remedy}")
    try:
        client.read_work_pools(limit=1)
    except PrefectHTTPStatusError as error:
        if error.response.status_code != HTTPStatus.UNAUTHORIZED:
            raise
        message = f"Prefect's server at {client.api_url} asks for its secret: set PREFECT_API_AUTH_STRING"
        raise ServerError(f"{message} (`watchword environment` prints it for a server of `watchword up`)") from error


def _await_server(variables: Mapping[str, str], address: tuple[str, int], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    with api_client(variables) as client:
        while not _accepts(address) or client.api_healthcheck() is not None:
            if process.poll() is not None:
                raise ServerError("Prefect's server ended while it started: its last messages are above")
            if time.monotonic() > deadline:
                message = f"Prefect's server at {client.api_url} did not answer within {_READY_WITHIN_S:g} s"
                raise ServerError(f"{message}: is the machine short of memory? Start again")
            time.sleep(_ASKED_EVERY_S)


def _accepts(address: tuple[str, int]) -> bool:
    """True if a connection is accepted; Prefect's client waits half a second each time that one is not."""
    with suppress(OSError), socket.create_connection(address, timeout=1):
        return True
    return False
