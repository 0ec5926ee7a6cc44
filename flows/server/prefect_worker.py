"""A worker for the deployments of prefect.yaml, run as a child process, and the server that it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from core.identity import digest_of
from core.settings import DataPaths
from flows.server import environment
from flows.server.child_process import child_process
from flows.server.orphaned_runs import end_flow_runs
from flows.server.prefect_server import (
    ServerError,
    api_client,
    check_access,
    listening_at,
    prepare_database,
    running_server,
)
from flows.server.server_secret import kept_secret
from flows.server.service_manager import tell_manager, watchdog_interval
from storage.database.locks import holder_of

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

FIRST_DEPLOYMENT = "poll/poll"
"""The deployment that is run at the start; its schedule alone would delay the first cycle by 15 minutes."""
_CHECKED_EVERY_S = 30.0


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
            prepare_database(say)
            say(f"Starting Prefect's server at {access['PREFECT_API_URL'].removesuffix('/api')} ...")
            children["Prefect's server"] = stack.enter_context(running_server(listener, os.environ))
            stack.callback(end_flow_runs, access["PREFECT_API_URL"])
            say(f"Its page asks for a login: the line in {paths.server_secret}")
        from flows.server.work_pool import WORK_POOL, ensure_locked_pool

        variables = dict(os.environ)
        with api_client(variables) as client:
            check_access(client)
            ensure_locked_pool(client)
            _register(client, variables, project, project / prefect_file, say)
            _tidy(client, paths, say)
        _prefect(["deployment", "run", FIRST_DEPLOYMENT], variables, project)
        say("Starting the worker ...")
        command = ["-m", "flows.server.parent_watch", str(os.getpid()), "prefect", "--no-prompt", "worker", "start"]
        command += ["--pool", WORK_POOL]
        # Prefect works in $TMPDIR/runner_storage, which in a shared folder is whose account was first.
        variables["TMPDIR"] = stack.enter_context(_work_folder(paths))
        worker = child_process([sys.executable, *command], variables, project, is_idle=lambda: _is_idle(paths))
        yield children | {"the worker": stack.enter_context(worker)}


def keep_watch(children: Mapping[str, subprocess.Popen[bytes]]) -> str:
    """Waits until one of these ends and returns its name; meanwhile tells a service manager that the server answers."""
    every_s = watchdog_interval(_CHECKED_EVERY_S)
    tell_manager("READY=1")
    with api_client(os.environ) as client:
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


def _tidy(client: SyncPrefectClient, paths: DataPaths, say: Callable[[str], None]) -> None:
    """Ends what a crash or a downtime left behind in Prefect."""
    from flows.server.run_history import crash_dead_runs, drop_late_runs

    now = datetime.now(UTC)
    crashed, late = crash_dead_runs(client, paths, now), drop_late_runs(client, now)
    if crashed or late:
        say(f"Since the last start: {crashed} run(s) had crashed, {late} were missed and are not made up for.")


def _prefect(arguments: list[str], variables: Mapping[str, str], project: Path) -> None:
    """Runs one prefect command. Raises ServerError with its output if it fails."""
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    done = subprocess.run(command, env=variables, cwd=project, capture_output=True, check=False)  # noqa: S603 - our own words, no shell
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise ServerError(f"prefect {' '.join(arguments[:2])} failed:\n{said}")


def _work_folder(paths: DataPaths) -> TemporaryDirectory[str]:
    """A temporary folder for the worker of this data folder; those that killed ones left are removed."""
    prefix = f"watchword-{digest_of(str(paths.root))}-"
    for left in Path(gettempdir()).glob(f"{prefix}*"):  # not under the data folder: paths of sockets must be short
        shutil.rmtree(left, ignore_errors=True)  # another account's stay, and links
    return TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def _is_idle(paths: DataPaths) -> bool:
    """True if no run and no digest is at work; Prefect's worker takes 15 s to end even then."""
    return holder_of(paths.run_lock) is None and holder_of(paths.digest_lock) is None
