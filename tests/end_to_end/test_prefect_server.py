"""A Prefect server, `prefect deploy --all` and a worker, which run a scheduled poll."""

import os
import re
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import httpx
import pytest
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import DeploymentScheduleUpdate, DeploymentUpdate, WorkPoolCreate
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from prefect.client.schemas.schedules import CronSchedule

from core.settings import Settings
from flows.server import prefect_server, prefect_worker
from tests.end_to_end.waiting import becomes_true


def test_a_scheduled_poll_runs(bare_prefect_server, tmp_path, monkeypatch, request):
    root = request.config.rootpath
    soon = (root / "prefect.yaml").read_text().replace("interval: 900", "interval: 20")
    assert "interval: 20}" in soon
    prefect_file = tmp_path / "prefect.yaml"
    prefect_file.write_text(soon)
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    data = tmp_path / "data"
    here = bare_prefect_server | {"WATCHWORD_DATA_DIR": str(data), "WATCHWORD_CONFIG_DIR": str(config)}
    for name, value in here.items():
        monkeypatch.setenv(name, value)
    with prefect_worker.running_worker(root, 0, Settings().paths, print, str(prefect_file)):
        completed = becomes_true(lambda: scheduled_polls(here))
        reschedule_by_the_page(here)
    with prefect_client(here) as client:
        edit(client)
    said = []
    with prefect_worker.running_worker(root, 0, Settings().paths, said.append, str(prefect_file)):
        pass
    assert [line for line in said if line.startswith("Registering")] == ["Registering digest of prefect.yaml ..."]
    assert [line for line in said if "work pool" in line] == [
        "rematch runs in Prefect's work pool other, which this worker does not serve: change it back in Prefect"
    ]
    with prefect_client(here) as client:
        poll, digest = (client.read_deployment_by_name(f"{name}/{name}") for name in ("poll", "digest"))
        rematch = client.read_deployment_by_name("rematch/rematch")
        client.update_deployment(rematch.id, DeploymentUpdate(work_pool_name="watchword"))
        client.delete_work_pool("other")
    assert poll.paused
    assert [one.schedule.interval.total_seconds() for one in poll.schedules] == [600]
    assert [one.schedule.cron for one in digest.schedules] == ["7 5 * * *"]
    assert digest.tags == ["mine"]
    assert {"directory": str(root)} in digest.pull_steps[0].values()
    assert completed
    assert (data / "watchword.read.duckdb").exists()


def reschedule_by_the_page(environment):
    """The commands of docs/operations.md, "Schedules"."""
    page = Path("docs/operations.md").read_text("utf-8")
    commands = re.findall(r"(?m)^    \.venv/bin/prefect (deployment schedule .+)$", page)
    assert [one.split()[2] for one in commands] == ["ls", "create", "delete"]
    said = ""
    for command in commands:
        (first,) = re.findall(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", said)[:1] or ["ID"]
        words = [sys.executable, "-m", "prefect", "--no-prompt", *command.replace("ID", first).split()]
        variables = os.environ | environment | {"COLUMNS": "200"}
        done = subprocess.run(words, env=variables, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        said = said or done.stdout


def prefect_client(environment):
    return SyncPrefectClient(environment["PREFECT_API_URL"], auth_string=environment["PREFECT_API_AUTH_STRING"])


def edit(client):
    """What a user may do to our deployments, and a clone that has moved."""
    poll, digest, rematch = (client.read_deployment_by_name(f"{name}/{name}") for name in ("poll", "digest", "rematch"))
    client.pause_deployment(poll.id)
    client.create_work_pool(WorkPoolCreate(name="other", type="process"))
    client.update_deployment(rematch.id, DeploymentUpdate(work_pool_name="other"))
    nightly = DeploymentScheduleUpdate(schedule=CronSchedule(cron="7 5 * * *"))
    elsewhere = [{"prefect.deployments.steps.set_working_directory": {"directory": "/old/clone"}}]
    client.update_deployment(digest.id, DeploymentUpdate(schedules=[nightly], tags=["mine"], pull_steps=elsewhere))


def scheduled_polls(environment):
    """Completed polls started by the schedule, not the one that `running_worker` starts."""
    with prefect_client(environment) as client:
        polls = client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=["poll"])))
    return [run for run in polls if run.auto_scheduled and run.state and run.state.is_completed()]


EMBEDDED = """
    import os, sys
    from core.settings import Settings
    from flows.server import environment, prefect_server
    environment.prepare(Settings().paths, quiet=True)
    prefect_server.start_embedded_server(lambda line: None)
    print(os.environ["PREFECT_API_URL"], os.environ["PREFECT_API_AUTH_STRING"], flush=True)
    sys.stdin.readline()
"""


def test_the_embedded_server_of_a_run_is_closed_and_ends_with_it(tmp_path, request):
    inherited = {"PREFECT_API_AUTH_STRING": "known:known", "PREFECT_SERVER_API_HOST": "0.0.0.0"}
    ours = {"WATCHWORD_DATA_DIR": str(tmp_path), "PYTHONPATH": str(request.config.rootpath)}
    command = [sys.executable, "-c", textwrap.dedent(EMBEDDED)]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=os.environ | inherited | ours, cwd=tmp_path, **streams) as process:
        url, secret = process.stdout.readline().split()
        auth, port = tuple(secret.split(":", 1)), httpx.URL(url).port
        statuses = {
            "with the secret": httpx.get(f"{url}/work_pools/x", auth=auth),
            "without": httpx.get(f"{url}/work_pools/x"),
            "with the inherited one": httpx.get(f"{url}/work_pools/x", auth=("known", "known")),
            "foreign origin": httpx.post(f"{url}/flows/filter", headers={"Origin": "http://evil.example"}, auth=auth),
            "rebound": httpx.get(f"{url}/work_pools/x", headers={"Host": f"evil.example:{port}"}, auth=auth),
            "without CSRF token": httpx.post(f"{url}/flows/filter", auth=auth),
            "a block that is not registered": httpx.get(f"{url}/block_types/slug/secret", auth=auth),
        }
        assert [one.status_code for one in statuses.values()] == [404, 401, 401, 403, 403, 403, 404]
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=5)
        process.communicate("\n", timeout=60)
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)
    assert not (tmp_path / "prefect.secret").exists()
    assert not list(tmp_path.rglob("memo_store.toml"))  # it would keep `watchword up` from registering the blocks
    assert all(secret.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_embedded_server_ends_with_a_run_that_is_killed(tmp_path, request):
    ours = {"WATCHWORD_DATA_DIR": str(tmp_path), "PYTHONPATH": str(request.config.rootpath)}
    command = [sys.executable, "-c", textwrap.dedent(EMBEDDED)]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=os.environ | ours, cwd=tmp_path, **streams) as process:
        url, _ = process.stdout.readline().split()
        assert answers(url)
        process.kill()
    assert becomes_true(lambda: not answers(url), 60)


def answers(url):
    try:
        return httpx.get(f"{url}/health").status_code == 200
    except httpx.TransportError:
        return False


def test_a_port_that_is_taken_is_an_error_with_a_remedy():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(prefect_server.ServerError, match="another with --port"):
            prefect_server.listening_at(taken.getsockname()[1])
