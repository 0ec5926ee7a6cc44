"""The shell blocks of docs/operations.md, as a person would copy them, without a terminal."""

from __future__ import annotations

import os
import plistlib
import re
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from core.settings import Settings
from storage.store import Store
from tests.conftest import EAGER_WORKER
from tests.end_to_end.waiting import becomes_true, processes_with

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
(NATIVE,) = re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def here(tmp_path):
    """The environment of a configuration and a data folder with one cycle."""
    config, data, backup = tmp_path / "config", tmp_path / "data", tmp_path / "backup"
    config.mkdir()
    backup.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    store, now = Store(Settings(data_dir=data).paths), datetime.now(UTC)
    store.prepare()
    store.runs.end(store.runs.begin("poll", now), now, {"feeds_read": 1}, complete=True)
    store.publish_snapshot(now, force=True)
    return (
        os.environ
        | EAGER_WORKER
        | {
            "WATCHWORD_CONFIG_DIR": str(config),
            "WATCHWORD_DATA_DIR": str(data),
            "BACKUP": str(backup),
            "PATH": f"{BIN}:{os.environ['PATH']}",
        }
    )


def test_the_blocks_for_logs_backup_and_restore_work_in_turn(here):
    assert len(BLOCKS) == 3
    for block in BLOCKS:
        done = subprocess.run(["bash", "-euc", block], env=here, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "ok  database" in done.stdout
    restored = Path(here["BACKUP"]) / "restored" / "watchword.read.duckdb"
    with duckdb.connect(str(restored), read_only=True) as db:
        assert db.execute("SELECT kind, feeds_read FROM runs").fetchall() == [("poll", 1)]


def test_the_job_of_launchd_is_well_formed_and_names_a_command_that_there_is(here):
    (job,) = re.findall(r"(?s)<plist .*?</plist>", PAGE)
    program, *arguments = plistlib.loads(job.encode())["ProgramArguments"]
    assert program.endswith(".venv/bin/watchword")
    done = subprocess.run([BIN / "watchword", *arguments, "--help"], env=here, capture_output=True, check=False)
    assert done.returncode == 0


def test_the_lines_of_cron_have_a_time_and_a_command_that_works(here):
    lines = re.findall(r"(?m)^    ((?:[\d*/,-]+ +){5})cd \S+ && \.venv/bin/watchword (.+)$", PAGE)
    assert [words for _, words in lines] == ["run --quiet", "maintain"]
    for _, words in lines:
        done = subprocess.run([BIN / "watchword", *words.split()], env=here, capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr  # its only feed is refused
        assert b"Traceback" not in done.stderr


def test_a_folder_that_is_moved_as_it_is_goes_on(here, tmp_path):
    moved = tmp_path / "elsewhere" / "data"
    moved.parent.mkdir()
    Path(here["WATCHWORD_DATA_DIR"]).rename(moved)
    for verb in (["doctor", "--quick"], ["maintain"], ["query", "SELECT count(*) FROM runs WHERE kind = 'poll'"]):
        command = [BIN / "watchword", *verb, "--data", moved]
        done = subprocess.run(command, env=here, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert "database" not in done.stderr or done.returncode == 0, done.stdout + done.stderr
    assert "1" in done.stdout
    assert not Path(here["WATCHWORD_DATA_DIR"]).exists()


def test_the_native_script_sends_no_secret_to_whoever_has_the_port(here, tmp_path):
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        script = tmp_path / "native.sh"
        script.write_text(NATIVE.replace(".venv/bin", str(BIN)))
        environment = here | {"PORT": str(stranger.getsockname()[1])}
        done = subprocess.run(
            ["bash", script], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 1
        assert "is taken" in done.stderr
        stranger.setblocking(False)
        connection, _ = stranger.accept()
        with connection:
            assert connection.recv(1000) == b""


@pytest.mark.parametrize("signalled", [signal.SIGTERM])
def test_the_native_script_runs_a_poll_without_a_terminal_and_leaves_nothing(here, tmp_path, signalled):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = tmp_path / "native.sh"
    script.write_text(NATIVE.replace(".venv/bin", str(BIN)))
    log = (tmp_path / "log").open("w+")
    with subprocess.Popen(
        ["bash", script],
        env=here | {"PORT": str(port)},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            has_ended = r"Flow run '.*' - Finished in state"  # not only a task of it
            assert becomes_true(lambda: process.poll() is not None or re.search(has_ended, Path(log.name).read_text()))
            assert process.poll() is None, Path(log.name).read_text()
        finally:
            os.killpg(process.pid, signalled)
        process.wait(90)
    left = [] if becomes_true(lambda: not processes_with(tmp_path), 30) else processes_with(tmp_path)
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert left == []
    assert re.search(rf"{has_ended} Degraded\(.*type=COMPLETED\)", Path(log.name).read_text())  # its feed is refused
    log.close()
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))
