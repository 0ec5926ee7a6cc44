"""Fixtures for all tests: a clean environment, the installed command, and one Prefect server for the session."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# The same examples in each run, however slow the machine is; `make chaos` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def clean_environment() -> Iterator[None]:
    """Removes the machine's settings from the environment, and restores it after the test."""
    before = dict(os.environ)
    for name in before:
        if name.startswith(("WATCHWORD_", "PREFECT_")):
            del os.environ[name]
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seed documents and real pages; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not here: no seed documents, no real pages")
    return SHARED


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A real Prefect server with its own PREFECT_HOME; yields the environment variables that select it."""
    from flows.server import prefect_services
    from flows.server.environment import access
    from flows.server.prefect_database import empty_database, provide_database
    from flows.server.server_secret import new_secret

    home = tmp_path_factory.mktemp("prefect")
    environment = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "DO_NOT_TRACK": "1",
    }
    provide_database(home, empty_database())
    with prefect_services.listening_at(0) as listener:
        environment |= access(listener.getsockname()[1], new_secret(), {})
        with prefect_services.running_server(listener, os.environ | environment):
            yield environment


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
