"""Prefect's server, the deployments of prefect.yaml and a worker, run as child processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from core.errors import WatchwordError

WORK_POOL = "watchword"
FIRST_DEPLOYMENT = "poll/poll"
"""The deployment that is run at the start; its schedule alone would delay the first cycle by 15 minutes."""
_READY_WITHIN_S = 300.0  # a server's first start takes up to a minute on a small machine
_STOP_WITHIN_S = 20.0


class ServerError(WatchwordError):
    """Prefect's server or worker did not start, or ended unexpectedly."""


@contextmanager
def running_worker(
    project: Path, port: int, say: Callable[[str], None], prefect_file: str = "prefect.yaml"
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a worker for the deployments of `prefect_file` in `project`; yields its process.

    A server is started on loopback at `port`, unless PREFECT_API_URL names a running one. Everything that was started
    ends with the context, the worker first. Raises ServerError if something does not start.
    """
    url = os.environ.get("PREFECT_API_URL") or f"http://127.0.0.1:{port}/api"
    environment = os.environ | {"PREFECT_API_URL": url}
    with ExitStack() as stack:
        if "PREFECT_API_URL" not in os.environ:
            say(f"Starting Prefect's server at {url.removesuffix('/api')} ...")
            stack.enter_context(running_server(url, environment, project))
        say(f"Registering the deployments of {prefect_file} ...")
        _prefect(["work-pool", "create", WORK_POOL, "--type", "process", "--overwrite"], environment, project)
        _prefect(["deploy", "--all", "--prefect-file", prefect_file], environment, project)
        _prefect(["deployment", "run", FIRST_DEPLOYMENT], environment, project)
        say("Starting the worker ...")
        yield stack.enter_context(_child(["worker", "start", "--pool", WORK_POOL], environment, project))


@contextmanager
def running_server(url: str, environment: Mapping[str, str], project: Path) -> Iterator[None]:
    """Runs a Prefect server at `url`, on loopback. Raises ServerError if it does not start."""
    place = urlsplit(url)
    arguments = ["server", "start", "--host", str(place.hostname), "--port", str(place.port)]
    with _child(arguments, environment, project, stdout=subprocess.DEVNULL) as process:  # its banner and instructions
        _await_server(url, process)
        yield


def _command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "prefect", "--no-prompt", *arguments]


def _prefect(arguments: list[str], environment: Mapping[str, str], project: Path) -> None:
    """Runs one prefect command. Raises ServerError with its output if it fails."""
    done = subprocess.run(_command(arguments), env=environment, cwd=project, capture_output=True, check=False)  # noqa: S603 - our own words, no shell
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise ServerError(f"prefect {' '.join(arguments[:2])} failed:\n{said}")


@contextmanager
def _child(
    arguments: list[str], environment: Mapping[str, str], project: Path, stdout: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A prefect command that runs until the context ends; in its own session, so that Ctrl-C reaches only us."""
    process = subprocess.Popen(  # noqa: S603 - our own words, no shell
        _command(arguments), env=environment, cwd=project, stdout=stdout, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await_server(url: str, process: subprocess.Popen[bytes]) -> None:
    from prefect.client.orchestration import SyncPrefectClient

    deadline = time.monotonic() + _READY_WITHIN_S
    with SyncPrefectClient(url) as client:
        while client.api_healthcheck() is not None:
            if process.poll() is not None:
                raise ServerError("Prefect's server ended while it started; is the port taken?")
            if time.monotonic() > deadline:
                raise ServerError(f"no Prefect server answers at {url}")
            time.sleep(0.5)
