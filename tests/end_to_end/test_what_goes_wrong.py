"""What goes wrong around a cycle: a message with a remedy, an exit code by contract, and a complete cycle after it."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import DeploymentUpdate, WorkPoolCreate

from benchmarks.chaos_watch import ROOT, World, check
from core.settings import Settings
from flows.server import prefect_server, prefect_worker
from flows.server.environment import access
from flows.server.prefect_database import empty_database, provide_database
from flows.server.server_secret import new_secret
from flows.server.work_pool import WORK_POOL
from storage.database.live_file import transaction
from storage.store import Store
from tests.end_to_end.waiting import becomes_true
from tests.small_disk import MB, fill, mounted_at


@pytest.fixture
def world(tmp_path, prefect_server):
    with World(tmp_path / "watch", prefect_server) as one:
        one.announce(2)
        yield one


@pytest.fixture
def run(world, watchword):
    """`watchword run` with further variables."""
    return lambda **variables: watchword("run", environment=world.environment | variables)


def assert_complete(run, world):
    done = run()
    assert done.returncode == 0, done.stderr
    check(world, doubled=0)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


CHOOSE = "the data folder must be writable (choose another with --data DIR)"


def test_what_is_missing_or_wrong_is_said_with_a_remedy_and_costs_nothing(run, world, tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "closed").mkdir(mode=0o500)
    nobody = f"http://127.0.0.1:{free_port()}/api"
    mistakes = [
        ({"PREFECT_API_URL": nobody}, 1, "no Prefect server answers at", "start it, or unset PREFECT_API_URL"),
        ({"PREFECT_API_AUTH_STRING": "watchword:wrong"}, 1, "asks for its secret", "set PREFECT_API_AUTH_STRING"),
        ({"WATCHWORD_CONFIG_DIR": str(tmp_path / "nowhere")}, 2, "nowhere", "`watchword init FOLDER` makes one"),
    ]
    places = [tmp_path / "file", tmp_path / "file" / "data", "/proc/data"]
    places += [tmp_path / "closed" / "data"] if os.geteuid() else []  # root may write everywhere
    mistakes += [({"WATCHWORD_DATA_DIR": str(place)}, 1, str(place), CHOOSE) for place in places]
    for variables, code, what, remedy in mistakes:
        assert_said(run(**variables), code, what, remedy)
    assert_complete(run, world)


def assert_said(done, code, what, remedy):
    said = " ".join(done.stderr.split())
    assert done.returncode == code, done.stderr
    assert what in said
    assert remedy in said
    assert "Traceback" not in said


@pytest.fixture
def small_disk(world):
    """The data folder on a file system of its own, of 500 MB."""
    data = world.folder / "data"
    with mounted_at(data, "500m") as is_mounted:
        if not is_mounted:
            pytest.skip("SKIPPED: a small file system can be mounted by root alone")
        yield data


def test_a_full_disk_and_one_that_is_mounted_read_only(run, world, small_disk):
    assert_complete(run, world)
    world.announce(1)
    fill(small_disk, 5 * MB)
    assert_said(run(), 1, "200 MB needed for a cycle", "free some space")
    (small_disk / "filler").unlink()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert_said(run(), 1, str(small_disk), "the data folder must be writable")
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    assert_complete(run, world)


def test_a_server_that_restarts_in_mid_run(run, world, tmp_path):
    home = {"PREFECT_HOME": str(tmp_path / "home"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    (tmp_path / "home").mkdir()
    provide_database(tmp_path / "home", empty_database())
    port, secret = free_port(), new_secret()
    variables = home | access(port, secret, {})
    world.slow_s = 3.0
    with (
        prefect_server.listening_at(port) as listener,
        prefect_server.running_server(listener, os.environ | variables) as server,
    ):
        command = [str(Path(sys.executable).with_name("watchword")), "run"]
        process = subprocess.Popen(
            command, env=world.environment | variables, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert becomes_true(lambda: world.asked)
        server.kill()
        server.wait()
    world.slow_s = 0.0
    with (
        prefect_server.listening_at(port) as listener,
        prefect_server.running_server(listener, os.environ | variables),
    ):
        _, said = process.communicate(timeout=240)
    assert process.returncode in (0, 1), said
    assert_complete(run, world)


def test_a_database_of_a_newer_version(run, world):
    paths = Settings(data_dir=world.folder / "data").paths
    Store(paths).prepare()
    with transaction(paths) as db:
        db.execute("INSERT INTO schema_migrations SELECT * REPLACE (9999 AS version) FROM schema_migrations LIMIT 1")
    assert_said(run(), 1, "a newer Watchword wrote it", "update the program, or use another data folder")
    with duckdb.connect(str(paths.live)) as db:
        db.execute("DELETE FROM schema_migrations WHERE version = 9999")
    assert_complete(run, world)


def test_a_damaged_database_of_prefect(tmp_path, watchword):
    """Of the server that `run` starts for itself."""
    with World(tmp_path / "watch") as world:
        home = world.folder / "data" / "prefect"
        home.mkdir(parents=True)
        (home / "prefect.db").write_bytes(bytes(range(256)) * 400)
        world.announce(2)
        done = watchword("run", environment=world.environment)
        assert_said(done, 0, f"{home}/prefect.db.damaged", "Nothing that was found is lost")
        assert sqlite3.connect(home / "prefect.db").execute("SELECT count(*) FROM flow_run").fetchone() > (0,)
        check(world, doubled=0)


def test_a_database_that_somebody_removed_or_emptied(run, world, watchword):
    """A new one would report everything again, and its snapshot would replace the last trace of what was found."""
    archive = world.folder / "archive"
    live, snapshot = (world.folder / "data" / name for name in ("live/watchword.duckdb", "watchword.read.duckdb"))
    assert_complete(run, world)
    assert watchword("maintain", "archive", archive, environment=world.environment).returncode == 0
    kept = snapshot.read_bytes()
    for harm in (lambda: os.truncate(live, 0), live.unlink):
        harm()
        assert_said(run(), 1, f"{live} is gone", "fill a new one from an archive")
        assert snapshot.read_bytes() == kept
    assert watchword("maintain", "restore", archive, environment=world.environment).returncode == 0
    world.announce(1)
    assert_complete(run, world)


def test_a_snapshot_that_somebody_made_read_only(run, world):
    assert_complete(run, world)
    (world.folder / "data" / "watchword.read.duckdb").chmod(0o400)
    world.announce(1)
    assert_complete(run, world)


def test_a_worker_without_the_project(run, world, bare_prefect_server, monkeypatch, request, capfd):
    """The clone has moved: its runs end with the file that is missing, and the next `up` puts that right."""
    for name, value in world.environment.items():
        monkeypatch.setenv(name, value)
    root, paths, said = request.config.rootpath, Settings(data_dir=world.folder / "data").paths, []
    with prefect_worker.running_worker(root, 0, paths, print), client_of(bare_prefect_server) as client:
        rematch = client.read_deployment_by_name("rematch/rematch")
        steps = [{"prefect.deployments.steps.set_working_directory": {"directory": "/moved/clone"}}]
        client.update_deployment(rematch.id, DeploymentUpdate(pull_steps=steps))
        broken = client.create_flow_run_from_deployment(rematch.id)
        assert ended(client, broken.id).type.value in ("CRASHED", "FAILED")
    assert "No such file or directory: '/moved/clone'" in capfd.readouterr().err, "in the worker's log"
    with prefect_worker.running_worker(root, 0, paths, said.append), client_of(bare_prefect_server) as client:
        assert any("Registering" in one and "rematch" in one for one in said)
        assert ended(client, client.create_flow_run_from_deployment(rematch.id).id).name == "Completed"
    assert_complete(run, world)


def client_of(environment):
    return SyncPrefectClient(environment["PREFECT_API_URL"], auth_string=environment["PREFECT_API_AUTH_STRING"])


def ended(client, run_id):
    """The state of the run once it has ended."""
    assert becomes_true(lambda: (state := client.read_flow_run(run_id).state) and state.is_final())
    return client.read_flow_run(run_id).state


def test_a_worker_without_the_environment(tmp_path):
    """Prefect's own message, which docs/operations.md explains."""
    provide_database(tmp_path, empty_database())
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "prefect", "--no-prompt", "worker", "start", "--pool", "watchword"]
    done = subprocess.run(
        command,
        env=clean | {"PREFECT_HOME": str(tmp_path), "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "240"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 1
    words = "`PREFECT_API_URL` must be set to start a Worker"
    assert words in " ".join((done.stdout + done.stderr).split())
    assert words in (ROOT / "docs" / "operations.md").read_text("utf-8")


def test_up_on_a_port_that_is_taken(run, world):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        variables = {name: value for name, value in world.environment.items() if not name.startswith("PREFECT_")}
        port = taken.getsockname()[1]
        done = up(variables, "--port", str(port))
    assert_said(done, 1, f"port {port} cannot be used", "another with --port")
    assert_complete(run, world)


def up(variables, *options):
    command = [str(Path(sys.executable).with_name("watchword")), "up", "--no-desk", *options]
    return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=240, check=False)


def test_a_work_pool_of_another_type(run, world, tmp_path):
    """Somebody made a pool of our name for containers, on a server of their own."""
    home = {"PREFECT_HOME": str(tmp_path / "home"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    (tmp_path / "home").mkdir()
    provide_database(tmp_path / "home", empty_database())
    port = free_port()
    variables = home | access(port, new_secret(), {})
    with (
        prefect_server.listening_at(port) as listener,
        prefect_server.running_server(listener, os.environ | variables),
        client_of(variables) as client,
    ):
        client.create_work_pool(WorkPoolCreate(name=WORK_POOL, type="docker"))
        done = up(world.environment | variables)
        assert_said(done, 1, "is of the type docker", "delete or rename it, and start again")
        done = run(**variables)
        assert done.returncode == 0, done.stderr
    check(world, doubled=0)


@pytest.mark.skipif(os.geteuid() != 0, reason="SKIPPED: only root can give a folder away")
def test_a_data_folder_of_another_account(run, world):
    data = world.folder / "data"
    data.mkdir()
    os.chown(data, 65534, -1)
    assert_said(run(), 0, f"{data} belongs to another account", "run as that account")
    os.chown(data, 0, -1)
    assert "another account" not in run().stderr
