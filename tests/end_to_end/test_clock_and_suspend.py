"""The clock is set forward and back between cycles, and the machine sleeps in the middle of one: nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from benchmarks.chaos_watch import ROOT, World, await_end, check, processes_of
from tests.conftest import EAGER_WORKER
from tests.end_to_end.waiting import becomes_true

ASLEEP_S = 16  # longer than three heartbeats of Prefect's worker, and than a fetch may take
IMPATIENT = EAGER_WORKER | {"PREFECT_WORKER_HEARTBEAT_SECONDS": "5", "WATCHWORD_FETCH_TIMEOUT_S": "10"}
A_QUARTER_OF_AN_HOUR = 0.012  # days
AT_ANOTHER_TIME = """
import datetime, sys, time_machine
time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=float(sys.argv[1]))).start()
sys.argv = ["watchword", "run"]
from cli.main import main
main()
"""


@pytest.fixture
def world(tmp_path, prefect_server):
    with World(tmp_path / "watch", prefect_server) as one:
        yield one


@pytest.mark.parametrize("days", [(400.0, 0.0, 0.5), (-400.0, 0.0), (0.0, 0.04, -0.04, 0.04)])
def test_a_clock_that_was_wrong_for_a_cycle_costs_nothing(world, days):
    for one in days:
        world.announce(2)
        cycle_at(world, one)
    check(world, doubled=0)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="SKIPPED: finding the processes needs /proc")
def test_a_machine_that_sleeps_in_a_cycle_goes_on(tmp_path):
    with World(tmp_path / "watch", IMPATIENT) as world:
        world.announce(3)
        world.slow_s = 3.0
        log = world.folder / "up.log"
        command = [str(Path(sys.executable).with_name("watchword")), "up", "--port", "0"]
        with log.open("w") as file:
            up = subprocess.Popen(
                command, env=world.environment, cwd=ROOT, stdout=file, stderr=file, start_new_session=True
            )
        try:
            assert becomes_true(lambda: world.asked), log.read_text()
            asleep = {up.pid, *processes_of(world.folder)}
            assert len(asleep) > 3
            signal_all(asleep, signal.SIGSTOP)
            time.sleep(ASLEEP_S)
            signal_all(asleep, signal.SIGCONT)
            world.slow_s = 0.0
            assert becomes_true(lambda: complete_runs(world) >= 1), log.read_text()
            assert up.poll() is None, log.read_text()
        finally:
            up.send_signal(signal.SIGTERM)
            assert up.wait(60) == 0, log.read_text()
        await_end(world, within_s=60)
        world.announce(1)
        cycle_at(world, A_QUARTER_OF_AN_HOUR)  # when a page is asked for again whose answer was slept through
        check(world, doubled=0)


def cycle_at(world, days):
    """A cycle whose clock is ahead by so many days."""
    command = [sys.executable, "-c", AT_ANOTHER_TIME, str(days)]
    done = subprocess.run(
        command, env=world.environment, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def signal_all(processes, number):
    for process in processes:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue


def complete_runs(world):
    snapshot = world.folder / "data" / "watchword.read.duckdb"
    if not snapshot.exists():
        return 0
    with duckdb.connect(str(snapshot), read_only=True) as db:
        return db.execute("SELECT count(*) FROM runs WHERE kind = 'poll' AND complete").fetchone()[0]
