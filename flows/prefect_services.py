"""The native Prefect way in one place: a server, the deployments of prefect.yaml, and a worker, as child processes."""

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
FIRST = "poll/poll"
"""Run at once: its schedule would let the first cycle wait for a quarter of an hour."""
_READY_WITHIN_S = 300.0  # a server on a cold home takes up to a minute on a small machine
_GRACE_S = 20.0


class ServerError(WatchwordError):
    """Prefect's server or worker did not start, or ended by itself."""


@contextmanager
def running_worker(
    project: Path, port: int, say: Callable[[str], None], prefect_file: str = "prefect.yaml"
) -> Iterator[subprocess.Popen[bytes]]:
    """A worker at work on the deployments of `prefect_file` in `project`; yields its process.

    A server is started on loopback at `port`, unless PREFECT_API_URL names one that runs already. Everything that
    was started ends with the context, the worker first. Raises ServerError if something does not come up.
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
        _prefect(["deployment", "run", FIRST], environment, project)
        say("Starting the worker ...")
        yield stack.enter_context(_child(["worker", "start", "--pool", WORK_POOL], environment, project))


@contextmanager
def running_server(url: str, environment: Mapping[str, str], project: Path) -> Iterator[None]:
    """A Prefect server that answers at `url`, on loopback. Raises ServerError if it does not come up."""
    place = urlsplit(url)
    arguments = ["server", "start", "--host", str(place.hostname), "--port", str(place.port)]
    with _child(arguments, environment, project, stdout=subprocess.DEVNULL) as process:  # a banner and how to set it up
        _await_server(url, process)
        yield


def _command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "prefect", "--no-prompt", *arguments]


def _prefect(arguments: list[str], environment: Mapping[str, str], project: Path) -> None:
    """Runs one prefect command to its end; its output is shown only where it fails."""
    done = subprocess.run(_command(arguments), env=environment, cwd=project, capture_output=True, check=False)  # noqa: S603 - our own words, no shell
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise ServerError(f"prefect {' '.join(arguments[:2])} failed:\n{said}")


@contextmanager
def _child(
    arguments: list[str], environment: Mapping[str, str], project: Path, stdout: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A prefect command that runs until the context ends. In its own session, so that Ctrl-C reaches only us."""
    process = subprocess.Popen(  # noqa: S603 - our own words, no shell
        _command(arguments), env=environment, cwd=project, stdout=stdout, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_GRACE_S)
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
