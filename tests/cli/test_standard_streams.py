"""A cycle comes to its end whatever became of standard input, output and error, and under any locale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.chaos_watch import World, check

WATCHWORD = Path(sys.executable).with_name("watchword")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(scope="module")
def world(tmp_path_factory, prefect_server):
    with World(tmp_path_factory.mktemp("streams") / 'Wächter "q" 감시', prefect_server) as one:
        yield one


def shell(world, line, **variables):
    command = ["bash", "-c", line.format(watchword=WATCHWORD)]
    environment = world.environment | variables
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize(
    "line",
    [
        "{watchword} run <&-",
        "{watchword} run >&-",
        "{watchword} run 2>&-",
        "{watchword} run <&- >&- 2>&-",
        "{watchword} run 2>/dev/full",
        "{watchword} run 2>&1 | true; exit ${{PIPESTATUS[0]}}",
    ],
)
def test_a_cycle_ends_well_though_nobody_reads_its_messages(world, line):
    world.announce(1)
    done = shell(world, line)
    assert done.returncode == 0, done.stderr
    check(world, doubled=0)


WITH_A_CHILD = """
import subprocess, sys
from cli.standard_streams import open_closed_streams
open_closed_streams()
child = "import sys; file = open(sys.argv[1], 'w'); file.write(str(file.fileno()))"
subprocess.run([sys.executable, "-c", child, sys.argv[1]], check=True)
"""


def test_no_file_of_a_child_takes_the_place_of_a_closed_stream(tmp_path):
    subprocess.run(
        ["bash", "-c", '"$@" <&- >&- 2>&-', "-", sys.executable, "-c", WITH_A_CHILD, tmp_path / "n"], check=True
    )
    assert int((tmp_path / "n").read_text()) > 2


def test_messages_that_nobody_reads_cost_no_answer(world):
    done = shell(world, "{watchword} run --json --config /nowhere 2>/dev/full; {watchword} run --json 2>&- | tail -n 1")
    assert '"exit_code": 0' in done.stdout


def test_an_answer_that_nobody_reads_to_its_end_is_no_error(world):
    done = shell(world, "{watchword} query 'SELECT * FROM range(200000)' | head -n 1; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_names_of_folders_are_read_as_utf_8_under_any_locale(world):
    world.announce(1)
    done = shell(world, "{watchword} run", **ASCII)
    assert done.returncode == 0, done.stderr
    assert done.stderr.isascii() or "Wächter" in done.stderr
    check(world, doubled=0)


def test_files_stay_private_without_a_mask_and_without_a_home(world):
    world.announce(1)
    done = shell(world, "umask 000; unset HOME; {watchword} run")
    assert done.returncode == 0, done.stderr
    data = world.folder / "data"
    assert [one for one in data.rglob("*") if one.stat().st_mode & 0o077] == []
