"""The commands of README's native way, as a shell runs them: server, work pool, deployments and worker by hand."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.conftest import EAGER_WORKER
from tests.end_to_end.waiting import becomes_true

BIN = Path(sys.executable).parent


@pytest.fixture
def commands(request, tmp_path):
    """The commands of README, with folders and a port of the test's own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    readme = (request.config.rootpath / "README.md").read_text()
    (block,) = re.findall(r"```\n(eval .*?)```", readme, re.DOTALL)
    shutil.copytree(request.config.rootpath / "config", tmp_path / "config")
    (tmp_path / "config" / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/x', every: 0s}]\n")
    ours = f"watchword environment --port {port} --config {tmp_path}/config --data {tmp_path}/data"
    lines = [line.partition("   #")[0].strip() for line in block.splitlines()]
    return [line.replace("watchword environment", ours).replace(".venv/bin", str(BIN)) for line in lines if line]


@contextmanager
def running(line, environment, root, log):
    command = ["bash", "-c", f"exec {line}"]
    with subprocess.Popen(command, env=environment, cwd=root, stdout=log, stderr=log) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()  # Prefect's worker may miss a SIGINT that comes while it looks after a run


def answers(url):
    try:
        return httpx.get(f"{url}/health").status_code == 200
    except httpx.TransportError:
        return False


def test_the_native_way_works_and_its_server_is_closed(commands, request, tmp_path):
    access, server, *once, worker = commands
    assert [line.split()[1] for line in (server, *once, worker)] == ["server", "work-pool", "--no-prompt", "worker"]
    root, log = request.config.rootpath, (tmp_path / "log").open("w")
    shown = subprocess.run(
        ["bash", "-c", f"{access}; env -0"], env=os.environ | EAGER_WORKER, cwd=root, capture_output=True, check=True
    )
    environment = dict(entry.split("=", 1) for entry in shown.stdout.decode().split("\0") if "=" in entry)
    url, auth = environment["PREFECT_API_URL"], tuple(environment["PREFECT_API_AUTH_STRING"].split(":", 1))
    with log, running(server, environment, root, log):
        assert becomes_true(lambda: answers(url))
        for line in once:
            subprocess.run(["bash", "-c", line], env=environment, cwd=root, check=True, capture_output=True)
        assert httpx.get(f"{url}/work_pools/watchword").status_code == 401
        assert httpx.post(f"{url}/flows/filter", json={}, auth=auth).status_code == 403  # no CSRF token
        crossing = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
        assert "access-control-allow-origin" not in httpx.options(f"{url}/flows/filter", headers=crossing).headers
        pool = httpx.get(f"{url}/work_pools/watchword", auth=auth).json()
        assert pool["base_job_template"]["variables"]["additionalProperties"] is False
        with running(worker, environment, root, log):
            poll = ["deployment", "run", "rematch/rematch", "--watch"]
            subprocess.run(
                [BIN / "prefect", *poll], env=environment, cwd=root, check=True, capture_output=True, timeout=240
            )
