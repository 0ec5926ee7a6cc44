"""Fixtures for all tests: a clean environment, the installed command, and one Prefect server for the session."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
EAGER_WORKER = {"PREFECT_WORKER_QUERY_SECONDS": "1"}
"""Prefect's worker asks for runs each second, not every ten."""

# The same examples in each run, however slow the machine is; `make chaos` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def clean_environment() -> Iterator[None]:
    """Removes the machine's settings from the environment, and restores it and the umask after the test."""
    before, mask = dict(os.environ), os.umask(0o022)
    os.umask(mask)
    for name in before:
        if name.startswith(("WATCHWORD_", "PREFECT_")):
            del os.environ[name]
    yield
    os.environ.clear()
    os.environ.update(before)
    os.umask(mask)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seed documents and real pages; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not here: no seed documents, no real pages")
    return SHARED


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A real Prefect server with its own PREFECT_HOME; yields the environment variables that select it."""
    from flows.server import prefect_server
    from flows.server.environment import access
    from flows.server.prefect_database import empty_database, provide_database
    from flows.server.server_secret import new_secret

    home = tmp_path_factory.mktemp("prefect")
    environment = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_DATABASE_TIMEOUT": "60",  # as our own; without it, a slow machine answers that it is locked
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "DO_NOT_TRACK": "1",
        **EAGER_WORKER,
    }
    provide_database(home, empty_database())
    with prefect_server.listening_at(0) as listener:
        environment |= access(listener.getsockname()[1], new_secret(), {})
        with prefect_server.running_server(listener, os.environ | environment):
            yield environment


@pytest.fixture
def bare_prefect_server(prefect_server: dict[str, str]) -> dict[str, str]:
    """The server of the session without the deployments and work pools that other tests have left there."""
    from prefect.client.orchestration import SyncPrefectClient

    url, secret = prefect_server["PREFECT_API_URL"], prefect_server["PREFECT_API_AUTH_STRING"]
    with SyncPrefectClient(url, auth_string=secret) as client:
        for deployment in client.read_deployments():
            client.delete_deployment(deployment.id)
        for pool in client.read_work_pools():
            client.delete_work_pool(pool.name)
    return prefect_server


@pytest.fixture
def watchword() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the installed command in a child process: `watchword("hits", "--json", environment={…})`."""

    def call(
        *arguments: object, environment: dict[str, str] | None = None, stdin: str | None = None, timeout: float = 240
    ) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("watchword")), *map(str, arguments)]
        return subprocess.run(
            command,
            env=os.environ | (environment or {}),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return call


def know_all_verbs() -> None:
    """Makes the verbs known to the application, as the installed command does before it runs one."""
    from cli.app import app
    from cli.main import VERBS

    for name, verb in VERBS.items():
        if name not in app:
            app.command(verb.target, name=name, group=verb.group, help=verb.help)


def call_in_process(*arguments: object, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Runs a command in this process, which takes a tenth of the time; for what does not depend on a process's end."""
    from cli.app import FROM_OPTIONS, logs, run_command

    know_all_verbs()
    words, before, given = [str(one) for one in arguments], dict(os.environ), sys.stdin
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    sys.stdin, logs.file = io.TextIOWrapper(io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin)), err
    try:
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            run_command(words)
    finally:
        sys.stdin, logs.file = given, None
        FROM_OPTIONS.clear()
        os.environ.clear()
        os.environ.update(before)
    said, messages = (one.buffer.getvalue().decode() for one in (out, err))
    return subprocess.CompletedProcess(words, left.value.code, said, messages)


@pytest.fixture
def in_process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """As `watchword`, with `call_in_process`."""

    def call(
        *arguments: object, environment: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        os.environ |= environment or {}
        return call_in_process(*arguments, stdin=stdin)

    return call
