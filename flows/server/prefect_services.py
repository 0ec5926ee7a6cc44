"""Prefect's server, the deployments of prefect.yaml and a worker, run as child processes."""

from __future__ import annotations

import atexit
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from core.errors import WatchwordError
from core.settings import DataPaths
from flows.server import environment
from flows.server.orphaned_runs import end_flow_runs
from flows.server.prefect_database import (
    compact_database,
    empty_database,
    provide_database,
    set_damaged_aside,
)
from flows.server.server_secret import kept_secret, new_secret
from flows.server.service_manager import tell_manager, watchdog_interval
from storage.database.locks import holder_of

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

_LOGGER = logging.getLogger("watchword.server")
FIRST_DEPLOYMENT = "poll/poll"
"""The deployment that is run at the start; its schedule alone would delay the first cycle by 15 minutes."""
_READY_WITHIN_S = 300.0  # a server's first start takes up to a minute on a small machine
_CHECKED_EVERY_S = 30.0
_STOP_WITHIN_S = 20.0
_STOP_IDLE_WITHIN_S = 2.0
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


@contextmanager
def running_worker(
    project: Path, port: int, paths: DataPaths, say: Callable[[str], None], prefect_file: str = "prefect.yaml"
) -> Iterator[Mapping[str, subprocess.Popen[bytes]]]:
    """Runs a worker for the deployments of `prefect_file` in `project`; yields what was started, by name.

    A server is started on loopback at `port`, with the secret that is kept in the data folder, unless PREFECT_API_URL
    names a running one. Everything that was started ends with the context, the worker first. Raises ServerError if
    something does not start.
    """
    children: dict[str, subprocess.Popen[bytes]] = {}
    with ExitStack() as stack:
        if not environment.server_url():
            listener = stack.enter_context(listening_at(port))
            access = environment.access(listener.getsockname()[1], kept_secret(paths.server_secret), os.environ)
            os.environ |= access
            _prepare_database(say)
            say(f"Starting Prefect's server at {access['PREFECT_API_URL'].removesuffix('/api')} ...")
            children["Prefect's server"] = stack.enter_context(running_server(listener, os.environ))
            stack.callback(end_flow_runs, access["PREFECT_API_URL"])
            say(f"Its page asks for a login: the line in {paths.server_secret}")
        from flows.server.work_pool import WORK_POOL, ensure_locked_pool

        variables = dict(os.environ)
        with _client(variables) as client:
            _check_access(client)
            ensure_locked_pool(client)
            _register(client, variables, project, project / prefect_file, say)
            _tidy(client, paths, say)
        _prefect(["deployment", "run", FIRST_DEPLOYMENT], variables, project)
        say("Starting the worker ...")
        command = ["-m", "flows.server.parent_watch", str(os.getpid()), "prefect", "--no-prompt", "worker", "start"]
        command += ["--pool", WORK_POOL]
        # Prefect works in $TMPDIR/runner_storage, which in a shared folder is whose account was first.
        own = stack.enter_context(TemporaryDirectory(prefix="watchword-", ignore_cleanup_errors=True))
        variables["TMPDIR"] = own
        worker = _child([sys.executable, *command], variables, project, is_idle=lambda: _is_idle(paths))
        yield children | {"the worker": stack.enter_context(worker)}


def keep_watch(children: Mapping[str, subprocess.Popen[bytes]]) -> str:
    """Waits until one of these ends and returns its name; meanwhile tells a service manager that the server answers."""
    every_s = watchdog_interval(_CHECKED_EVERY_S)
    tell_manager("READY=1")
    with _client(os.environ) as client:
        checked = time.monotonic()
        while True:
            for name, process in children.items():
                if process.poll() is not None:
                    return name
            if time.monotonic() - checked >= every_s:
                checked = time.monotonic()
                if client.api_healthcheck() is None:
                    tell_manager("WATCHDOG=1")
            time.sleep(0.5)


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
        with _client(os.environ) as client:
            _check_access(client)
        return
    _prepare_database(warn)
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
    descriptors = (listener.fileno(), theirs)
    command = [sys.executable, "-m", "flows.server.guarded_server", *map(str, descriptors)]
    try:
        with _child(command, variables, _PROJECT, stdout=subprocess.DEVNULL, descriptors=descriptors) as process:
            listener.close()  # the child's now: when it ends, nobody listens
            os.close(theirs)
            meanwhile()
            _await_server(variables, process)
            yield process
    finally:
        os.close(ours)


def _register(
    client: SyncPrefectClient,
    variables: Mapping[str, str],
    project: Path,
    prefect_file: Path,
    say: Callable[[str], None],
) -> None:
    """Registers the deployments that are missing or have moved; a user's edits of the others stay."""
    from flows.server.deployments import elsewhere, keep_edits, to_register

    for name, pool in elsewhere(client, prefect_file).items():
        say(f"{name} runs in Prefect's work pool {pool}, which this worker does not serve: change it back in Prefect")
    before = to_register(client, prefect_file, project)
    if not before:
        return
    say(f"Registering {', '.join(before)} of {prefect_file.name} ...")
    names = [word for name in before for word in ("--name", name)]
    _prefect(["deploy", *names, "--prefect-file", str(prefect_file)], variables, project)
    keep_edits(client, before)


def _prepare_database(warn: Callable[[str], None]) -> None:
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


def _tidy(client: SyncPrefectClient, paths: DataPaths, say: Callable[[str], None]) -> None:
    """Ends what a crash or a downtime left behind in Prefect."""
    from flows.server.run_history import crash_dead_runs, drop_late_runs

    now = datetime.now(UTC)
    crashed, late = crash_dead_runs(client, paths, now), drop_late_runs(client, now)
    if crashed or late:
        say(f"Since the last start: {crashed} run(s) had crashed, {late} were missed and are not made up for.")


def _prefect_command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "prefect", "--no-prompt", *arguments]


def _prefect(arguments: list[str], variables: Mapping[str, str], project: Path) -> None:
    """Runs one prefect command. Raises ServerError with its output if it fails."""
    done = subprocess.run(_prefect_command(arguments), env=variables, cwd=project, capture_output=True, check=False)  # noqa: S603 - our own words, no shell
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise ServerError(f"prefect {' '.join(arguments[:2])} failed:\n{said}")


@contextmanager
def _child(
    command: list[str],
    variables: Mapping[str, str],
    folder: Path,
    stdout: int | None = None,
    descriptors: Collection[int] = (),
    is_idle: Callable[[], bool] = lambda: False,
) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs until the context ends; in its own session, so that Ctrl-C reaches only us.

    At the end it has a moment to stop by itself, and longer as long as it is not idle.
    """
    process = subprocess.Popen(  # noqa: S603 - our own words, no shell
        command, env=variables, cwd=folder, stdout=stdout, pass_fds=descriptors, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        deadline = time.monotonic() + _STOP_WITHIN_S
        with suppress(subprocess.TimeoutExpired):
            process.wait(_STOP_IDLE_WITHIN_S)
        while process.poll() is None and time.monotonic() < deadline and not is_idle():
            time.sleep(0.2)
        process.kill()
        process.wait()


def _is_idle(paths: DataPaths) -> bool:
    """True if no run and no digest is at work; Prefect's worker takes 15 s to end even then."""
    return holder_of(paths.run_lock) is None and holder_of(paths.digest_lock) is None


def _client(variables: Mapping[str, str]) -> SyncPrefectClient:
    """A client for the server that the variables name, whenever Prefect's settings were read."""
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.settings import get_current_settings

    url, secret = variables["PREFECT_API_URL"], variables.get("PREFECT_API_AUTH_STRING")
    key = get_current_settings().api.key
    return SyncPrefectClient(url, auth_string=secret, api_key=key.get_secret_value() if key else None)


def _check_access(client: SyncPrefectClient) -> None:
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


def _await_server(variables: Mapping[str, str], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    with _client(variables) as client:
        while client.api_healthcheck() is not None:
            if process.poll() is not None:
                raise ServerError("Prefect's server ended while it started: its last messages are above")
            if time.monotonic() > deadline:
                message = f"Prefect's server at {client.api_url} did not answer within {_READY_WITHIN_S:g} s"
                raise ServerError(f"{message}: is the machine short of memory? Start again")
            time.sleep(0.2)
