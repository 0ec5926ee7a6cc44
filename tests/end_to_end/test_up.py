"""`watchword up`: one on a data folder, off at once when idle, and nothing goes on alone after kill -9."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

START_WITHIN_S, END_WITHIN_S = 240, 10


@pytest.fixture
def watch(tmp_path):
    """Starts `watchword up` on one data folder as often as it is called; nothing of it is left after the test."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: [{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}]\n")
    (config / "watchlist.yaml").write_text("version: 1\nactors: [{id: a, name: Kim Kwang-jin}]\n")
    (config / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    here = os.environ | {"WATCHWORD_CONFIG_DIR": str(config), "WATCHWORD_DATA_DIR": str(tmp_path / "data")}
    command = [str(Path(sys.executable).with_name("watchword")), "up", "--port", "0", "--desk-port", "0"]
    log = (tmp_path / "log").open("w+")

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=here, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)

    start.log, start.folder = Path(log.name), str(tmp_path)
    yield start
    log.close()
    for process in processes(str(tmp_path)):
        os.kill(process, signal.SIGKILL)


def processes(folder: str) -> list[int]:
    """The processes whose environment names the folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if folder.encode() in (path / "environ").read_bytes() and int(path.name) != os.getpid():
                found.append(int(path.name))
        except (OSError, ProcessLookupError):
            continue
    return found


def wait_for(condition, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return condition()


def is_idle(folder: str) -> bool:
    from core.settings import Settings
    from storage.database.locks import holder_of

    paths = Settings(data_dir=Path(folder) / "data").paths
    return paths.snapshot.exists() and holder_of(paths.run_lock) is None and holder_of(paths.digest_lock) is None


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: finding the processes needs /proc")
def test_one_watch_per_folder_which_ends_on_a_signal_and_when_it_is_killed(watch):
    first = watch()
    assert wait_for(lambda: "The watch is on" in watch.log.read_text(), START_WITHIN_S), watch.log.read_text()
    address = re.search(r"The desk: (http://\S+)", watch.log.read_text())[1]
    with httpx.Client() as stranger:
        assert stranger.get(address).status_code == 401
    second = watch()
    assert second.wait(60) == 1
    assert "The watch is on already" in watch.log.read_text()
    assert len(processes(watch.folder)) > 2

    assert wait_for(lambda: is_idle(watch.folder), START_WITHIN_S)
    first.send_signal(signal.SIGTERM)
    assert first.wait(END_WITHIN_S) == 0
    assert wait_for(lambda: not processes(watch.folder), END_WITHIN_S), processes(watch.folder)

    again = watch()
    assert wait_for(lambda: watch.log.read_text().count("The watch is on.") == 2, START_WITHIN_S), watch.log.read_text()
    again.kill()
    again.wait()
    assert wait_for(lambda: not processes(watch.folder), END_WITHIN_S), processes(watch.folder)
