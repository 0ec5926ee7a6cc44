"""`watchword up`: one on a data folder, off at once when idle, and nothing goes on alone after kill -9."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import httpx
import pytest

from tests.conftest import EAGER_WORKER
from tests.end_to_end.waiting import becomes_true, processes_with
from tests.local_site import NOT_FOUND, LocalSite

END_WITHIN_S = 60  # `make chaos` holds ten seconds, with nothing else at work


class Outlet:
    """Its feed is not sent before the event."""

    asked, answer = Event(), Event()

    @classmethod
    def reply(cls, _):
        cls.asked.set()
        cls.answer.wait(60)
        return NOT_FOUND


@pytest.fixture
def outlet():
    with LocalSite(Outlet.reply) as site:
        yield f"{site.base}/feed"
        Outlet.answer.set()


@pytest.fixture
def watch(tmp_path, outlet):
    """Starts `watchword up` on one data folder as often as it is called; nothing of it is left after the test."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text(f"feeds: [{{id: slow, url: '{outlet}', every: 0s}}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    here = (
        os.environ
        | EAGER_WORKER
        | {
            "WATCHWORD_CONFIG_DIR": str(config),
            "WATCHWORD_DATA_DIR": str(tmp_path / "data"),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_LOG_FORMAT": "json",
        }
    )
    command = [str(Path(sys.executable).with_name("watchword")), "up", "--port", "0", "--desk-port", "0"]
    log = (tmp_path / "log").open("w+")

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=here, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)

    start.log, start.folder = Path(log.name), tmp_path
    yield start
    log.close()
    for process in processes_with(tmp_path):
        os.kill(process, signal.SIGKILL)


def is_idle(folder: Path) -> bool:
    from core.settings import Settings
    from storage.database.locks import holder_of

    paths = Settings(data_dir=folder / "data").paths
    return paths.snapshot.exists() and holder_of(paths.run_lock) is None and holder_of(paths.digest_lock) is None


def runs_of(folder: Path, before: datetime) -> list[tuple[str, str]]:
    """The flow runs that began before then, with their states, in Prefect's own database."""
    with closing(sqlite3.connect(f"file:{folder}/data/prefect/prefect.db?mode=ro", uri=True)) as db:
        sql = "SELECT name, state_name FROM flow_run WHERE start_time < ?"
        return db.execute(sql, [before.strftime("%Y-%m-%d %H:%M:%S")]).fetchall()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: finding the processes needs /proc")
def test_one_watch_per_folder_which_ends_when_it_is_killed_and_on_a_signal(watch):
    first = watch()
    assert becomes_true(lambda: "The watch is on" in watch.log.read_text()), watch.log.read_text()
    address = re.search(r"The desk: (http://[\w.:]+)", watch.log.read_text())[1]
    with httpx.Client() as stranger:
        assert stranger.get(address).status_code == 401
    second = watch()
    assert second.wait(240) == 1
    assert "The watch is on already" in watch.log.read_text()
    assert len(processes_with(watch.folder)) > 2

    assert becomes_true(Outlet.asked.is_set), "a cycle is at work"
    first.kill()
    first.wait()
    assert becomes_true(lambda: not processes_with(watch.folder), END_WITHIN_S), processes_with(watch.folder)
    killed_at = datetime.now(UTC)
    left = {state for name, state in runs_of(watch.folder, killed_at)}  # Crashed if the worker ended after the run
    assert left & {"Running", "Crashed"}
    Outlet.answer.set()

    again = watch()
    assert becomes_true(lambda: watch.log.read_text().count("The watch is on.") == 2), watch.log.read_text()
    assert ("1 run(s) had crashed" in watch.log.read_text()) == ("Running" in left)
    states = {state for name, state in runs_of(watch.folder, killed_at)}
    assert "Crashed" in states
    assert not states & {"Running", "Pending", "Cancelling"}
    assert becomes_true(lambda: is_idle(watch.folder))
    again.send_signal(signal.SIGTERM)
    assert again.wait(END_WITHIN_S) == 0
    assert becomes_true(lambda: not processes_with(watch.folder), END_WITHIN_S), processes_with(watch.folder)

    log = watch.log.read_text()
    assert [json.loads(line) for line in log.splitlines() if line.startswith("{")], "WATCHWORD_LOG_FORMAT=json"
    assert not re.search(r"(?m)^\d\d:\d\d:\d\d\.\d+ \| ", log), "Prefect's usual form"
