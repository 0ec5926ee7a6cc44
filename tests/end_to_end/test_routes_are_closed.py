"""Every address of Prefect's interface, asked without its secret: `up`, a cycle's own server, the native way."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from prefect.server.api.server import API_ROUTERS

from benchmarks.chaos_watch import ROOT, World
from flows.server.environment import access
from flows.server.server_secret import new_secret
from tests.end_to_end.test_what_goes_wrong import free_port
from tests.end_to_end.waiting import becomes_true, processes_with

OPEN = {("GET", "/api/ready"), ("GET", "/api/health")}
BIN = Path(sys.executable).parent
pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: it needs /proc")


@contextmanager
def started(command, environment, log):
    with log.open("w") as file:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=file, stderr=file)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def variables_of(folder):
    """Those of the running server whose environment names the folder."""
    for process, command in processes_with(folder).items():
        if "guarded_server" in command:
            lines = (Path("/proc") / str(process) / "environ").read_bytes().decode().split("\0")
            return dict(line.partition("=")[::2] for line in lines)
    return {}


@contextmanager
def server_of(kind, folder):
    """The address of a running server and its secret."""
    log = folder / "log"
    if kind == "native":
        variables = access(free_port(), new_secret(), {}) | {"PREFECT_HOME": str(folder), "DO_NOT_TRACK": "1"}
        with started([BIN / "prefect", "server", "start"], os.environ | variables, log):
            yield variables
        return
    with World(folder / "watch") as world:
        world.announce(1)
        world.slow_s = 60.0 if kind == "run" else 0.0
        command = [BIN / "watchword", kind, *(["--port", "0"] if kind == "up" else [])]
        with started(command, world.environment, log):
            assert becomes_true(lambda: world.asked), log.read_text()
            yield variables_of(world.folder)
            world.slow_s = 0.0


def is_answering(url):
    try:
        return httpx.get(f"{url}/health", timeout=5, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


@pytest.mark.parametrize("kind", ["run", "up", "native"])
def test_nothing_is_answered_without_the_secret(kind, tmp_path):
    with server_of(kind, tmp_path) as variables:
        url = variables["PREFECT_API_URL"]
        assert becomes_true(lambda: is_answering(url)), (tmp_path / "log").read_text()
        answered = set()
        with httpx.Client(base_url=url.removesuffix("/api"), timeout=60, trust_env=False) as stranger:
            for method, path in sorted(every_route()):
                status = stranger.request(method, path, json=None if method in ("GET", "DELETE") else {}).status_code
                if status not in (401, 403):
                    answered.add((method, path))
        assert answered <= OPEN
        assert answered
        secret = variables["PREFECT_API_AUTH_STRING"].partition(":")[2]
        commands = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
        assert secret not in commands


def every_route():
    filled = re.compile(r"\{\w+(?::\w+)?\}")
    for router in API_ROUTERS:
        for one in router.routes:
            for method in getattr(one, "methods", None) or ():
                yield method, "/api" + filled.sub(str(uuid.UUID(int=7)), one.path)
    yield from OPEN
