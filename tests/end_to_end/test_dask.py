"""Two Dask workers that share nothing with the flow but the network, and what happens when something is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import duckdb
import pytest

from samples.newsroom.server import Newsroom

ROOT = Path(__file__).parents[2]
SCHEDULER_LINES = re.compile(r"distributed|dask\.|tornado|nanny|scheduler", re.IGNORECASE)


@contextmanager
def child(folder, *arguments, environment=None):
    """A Python program in its own folder and home, whose environment has nothing of ours."""
    folder.mkdir(parents=True)
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder)} | (environment or {})
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=variables, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class DaskCluster:
    """A scheduler and workers, each a program of its own, as on machines of their own."""

    def __init__(self, folder, stack, environment=None, protocol="tcp"):
        self.folder, self.stack, self.environment, self.protocol = folder, stack, environment, protocol
        self.workers = []
        self.start_scheduler()

    def start_scheduler(self, port=0):
        file = self.folder / "scheduler.json"
        file.unlink(missing_ok=True)
        place = ("--host", "127.0.0.1", "--port", str(port), "--protocol", self.protocol, "--no-dashboard")
        name = f"scheduler-{time.monotonic_ns()}"
        self.scheduler = self.stack.enter_context(
            child(
                self.folder / name,
                *("-m", "distributed.cli.dask_scheduler", *place, "--scheduler-file", str(file)),
                environment=self.environment,
            )
        )
        wait_until(file.exists)
        time.sleep(0.2)
        self.address = json.loads(file.read_text())["address"]

    def start_worker(self, threads=2, environment=None):
        folder = self.folder / f"worker-{time.monotonic_ns()}"
        arguments = ("-m", "distributed.cli.dask_worker", self.address, "--nthreads", str(threads), "--no-dashboard")
        arguments += ("--local-directory", str(folder / "local"))
        worker = self.stack.enter_context(
            child(folder, *arguments, environment=(self.environment or {}) | (environment or {}))
        )
        self.workers.append(worker)
        return worker


def wait_until(condition, within=60):
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with ExitStack() as stack:
        running = DaskCluster(tmp_path_factory.mktemp("dask"), stack)
        running.start_worker()
        running.start_worker()
        yield running


@pytest.fixture(scope="module")
def newsroom():
    with Newsroom(datetime.now(UTC)) as running:
        yield running


class Watch:
    """A configuration and data folder for the sample newsroom, run with one task runner."""

    def __init__(self, folder, newsroom, prefect_server, task_runner):
        self.folder = folder
        shutil.copytree(ROOT / "samples" / "config", folder / "config")
        (folder / "config" / "feeds.yaml").write_text(newsroom.feeds_yaml(), encoding="utf-8")
        self.environment = prefect_server | {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "WATCHWORD_CONFIG_DIR": str(folder / "config"),
            "WATCHWORD_DATA_DIR": str(folder / "data"),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_HOST_SPACING_S": "0",
            "WATCHWORD_CONTACT": "test@localhost",
            "WATCHWORD_TASK_RUNNER": task_runner,
        }

    def start(self, **more):
        command = [str(Path(sys.executable).with_name("watchword")), "run", "--now"]
        return subprocess.Popen(
            command, env=self.environment | more, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, **more):
        process = self.start(**more)
        _, said = process.communicate(timeout=240)
        assert process.returncode == 0, said
        return said

    def ask(self, sql):
        with duckdb.connect(str(self.folder / "data" / "watchword.read.duckdb"), read_only=True) as db:
            return db.execute(sql).fetchall()

    def found(self):
        """All that was found, without the instants of finding it."""
        digests = [
            message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",)).get_content()
            for path in sorted((self.folder / "data" / "outbox").glob("*.eml"))
        ]
        return {
            "hits": self.ask("SELECT hit_id, band, score, method, zone, reasons, status FROM hits_all ORDER BY hit_id"),
            "mentions": self.ask("SELECT * FROM mentions ORDER BY ALL"),
            "articles": self.ask(
                "SELECT article_id, feed_id, url, title, quality, language, published, text FROM articles ORDER BY ALL"
            ),
            "stories": self.ask("SELECT story_id, list_sort(list(article_id)) FROM articles GROUP BY 1 ORDER BY 2"),
            "digests": [re.sub(r"\b\d\d:\d\d\b", "HH:MM", one) for one in digests],
        }


@pytest.fixture
def watch(tmp_path, newsroom, prefect_server):
    return lambda runner, name="watch": Watch(tmp_path / name, newsroom, prefect_server, runner)


def test_two_workers_find_what_threads_find(watch, newsroom, cluster):
    in_threads, on_dask = watch("threads", "threads"), watch(f"dask:{cluster.address}", "dask")
    for cycle in (1, 2):
        in_threads.run()
        said = on_dask.run()
        assert not SCHEDULER_LINES.search(said), said
        if cycle == 1:
            newsroom.advance()
    expected, found = in_threads.found(), on_dask.found()
    assert len(expected["hits"]) > 70
    assert len(expected["digests"]) >= 1
    for what, values in expected.items():
        assert found[what] == values, what


def test_a_worker_that_dies_in_a_batch_costs_nothing(watch, cluster):
    on_dask = watch(f"dask:{cluster.address}")
    running = on_dask.start()
    worker = cluster.workers.pop()
    time.sleep(6)
    os.killpg(worker.pid, signal.SIGKILL)
    _, said = running.communicate(timeout=240)
    assert running.returncode == 0, said
    assert "29 new" in said
    assert not SCHEDULER_LINES.search(said), said


def test_a_cluster_that_is_not_there_is_said_and_the_work_is_done_here(watch):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        on_dask = watch(f"dask:tcp://127.0.0.1:{nobody.getsockname()[1]}")
        said = on_dask.run()
    assert "29 new" in said
    assert re.search(r"dask:tcp://127\.0\.0\.1:\d+ cannot be reached", said), said
    assert "the next cycle tries it anew" in said
    assert "Traceback" not in said


def test_a_worker_with_other_code_gets_no_work(watch, tmp_path):
    other = tmp_path / "other"
    for package in ("core", "extractors", "flows", "matching"):
        shutil.copytree(ROOT / package, other / package, ignore=shutil.ignore_patterns("__pycache__"))
    (other / "core" / "records.py").open("a").write("\n# another commit\n")
    with ExitStack() as stack:
        cluster = DaskCluster(tmp_path / "dask", stack)
        cluster.start_worker(environment={"PYTHONPATH": str(other)})
        on_dask = watch(f"dask:{cluster.address}")
        said = on_dask.run()
        assert "29 new" in said
        assert "gets no work, because it runs Python" in said
        assert "requirements.lock" in said

        cluster.start_worker()
        wait_until(lambda: "Registered to" in (max(cluster.folder.glob("worker-*")) / "log").read_text())
        said = on_dask.run()
        assert "gets no work" in said
        assert "is done on this machine" not in said
