"""`watchword up`: one on a data folder, off at once when idle, and nothing goes on alone after kill -9."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.conftest import EAGER_WORKER
from tests.end_to_end.waiting import becomes_true, processes_with

END_WITHIN_S = 60  # `make chaos` holds ten seconds, with nothing else at work


@pytest.fixture
def watch(tmp_path):
    """Starts `watchword up` on one data folder as often as it is called; nothing of it is left after the test."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    here = (
        os.environ | EAGER_WORKER | {"WATCHWORD_CONFIG_DIR": str(config), "WATCHWORD_DATA_DIR": str(tmp_path / "data")}
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


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: finding the processes needs /proc")
def test_one_watch_per_folder_which_ends_on_a_signal_and_when_it_is_killed(watch):
    first = watch()
    assert becomes_true(lambda: "The watch is on" in watch.log.read_text()), watch.log.read_text()
    address = re.search(r"The desk: (http://\S+)", watch.log.read_text())[1]
    with httpx.Client() as stranger:
        assert stranger.get(address).status_code == 401
    second = watch()
    assert second.wait(60) == 1
    assert "The watch is on already" in watch.log.read_text()
    assert len(processes_with(watch.folder)) > 2

    assert becomes_true(lambda: is_idle(watch.folder))
    first.send_signal(signal.SIGTERM)
    assert first.wait(END_WITHIN_S) == 0
    assert becomes_true(lambda: not processes_with(watch.folder), END_WITHIN_S), processes_with(watch.folder)

    again = watch()
    assert becomes_true(lambda: watch.log.read_text().count("The watch is on.") == 2), watch.log.read_text()
    again.kill()
    again.wait()
    assert becomes_true(lambda: not processes_with(watch.folder), END_WITHIN_S), processes_with(watch.folder)
