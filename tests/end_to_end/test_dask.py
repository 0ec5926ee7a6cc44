"""Two Dask workers that share nothing with the flow but the network, and what happens when something is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import time
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
import trustme

from benchmarks.chaos_watch import World
from samples.newsroom.server import Newsroom
from tests.end_to_end.engine_watch import ENGINE_LINES, ROOT, Watch, child
from tests.end_to_end.held_newsroom import PATIENT, HeldNewsroom
from tests.end_to_end.waiting import becomes_true


class DaskCluster:
    """A scheduler and workers, each a program of its own, as on machines of their own."""

    def __init__(self, folder, stack, environment=None, protocol="tcp"):
        self.folder, self.stack, self.environment, self.protocol = folder, stack, environment, protocol
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
        assert becomes_true(lambda: file.exists() and file.read_text().strip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]

    def start_worker(self, *more, threads=2, environment=None):
        """A worker that has registered."""
        folder = self.folder / f"worker-{time.monotonic_ns()}"
        arguments = ("-m", "distributed.cli.dask_worker", self.address, "--nthreads", str(threads), "--no-dashboard")
        arguments += ("--local-directory", str(folder / "local"), *more)
        worker = self.stack.enter_context(
            child(folder, *arguments, environment=(self.environment or {}) | (environment or {}))
        )
        assert becomes_true(lambda: "Registered to" in (folder / "log").read_text())
        return worker


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


@pytest.fixture
def watch(tmp_path, newsroom, prefect_server):
    return lambda runner, name="watch": Watch(tmp_path / name, newsroom, prefect_server, runner)


def test_two_workers_and_one_of_the_watch_itself_find_what_threads_find(watch, newsroom, cluster):
    in_threads = watch("threads", "threads")
    at_workers, by_itself = watch(f"dask:{cluster.address}", "workers"), watch("dask", "own")
    for on_dask in ((at_workers, by_itself), (at_workers,)):  # two cycles; in the second, one article has changed
        in_threads.run()
        expected = in_threads.found()
        assert len(expected["hits"]) > 70
        assert len(expected["digests"]) >= 1
        for one in on_dask:
            said = one.run()
            assert not ENGINE_LINES.search(said), said
            assert "Cluster:" not in said, said
            found = one.found()
            for what, values in expected.items():
                assert found[what] == values, what
        newsroom.advance()


@pytest.fixture
def held(tmp_path, prefect_server):
    """A newsroom that holds its pages back, and a watch of it at a cluster."""
    with HeldNewsroom(datetime.now(UTC)) as running:
        yield running, lambda runner: Watch(tmp_path / "watch", running, prefect_server, runner)


def test_a_worker_that_dies_in_a_batch_costs_nothing(held, tmp_path):
    newsroom, watch = held
    with ExitStack() as stack:
        cluster = DaskCluster(tmp_path / "dask", stack)
        first = cluster.start_worker("--no-nanny")
        running = watch(f"dask:{cluster.address}").start(**PATIENT)
        assert newsroom.is_read.wait(240)
        cluster.start_worker("--no-nanny")
        os.killpg(first.pid, signal.SIGKILL)
        newsroom.goes_on.set()
        _, said = running.communicate(timeout=240)
    assert running.returncode == 0, said
    assert "29 new" in said
    assert "Cluster:" not in said
    assert not ENGINE_LINES.search(said), said


@pytest.fixture
def run(tmp_path, prefect_server, watchword):
    """Runs a watch that has two more articles to read each time, with a task runner; returns what it says."""
    with World(tmp_path / "small", prefect_server) as world:

        def run(task_runner, **variables):
            world.announce(2)
            environment = world.environment | {"WATCHWORD_TASK_RUNNER": task_runner} | variables
            done = watchword("run", "--now", environment=environment)
            assert done.returncode == 0, done.stderr
            assert "Articles: 2 new" in done.stderr
            assert "Traceback" not in done.stderr
            return done.stderr

        yield run


def test_a_cluster_that_is_not_there_is_said_and_the_work_is_done_here(run):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        said = run(f"dask:tcp://127.0.0.1:{nobody.getsockname()[1]}")
    assert re.search(r"dask:tcp://127\.0\.0\.1:\d+ cannot be reached", said), said
    assert "the next cycle tries it anew" in said


def test_a_worker_with_other_code_gets_no_work(run, tmp_path):
    other = tmp_path / "other"
    for package in ("core", "extractors", "flows", "matching"):
        shutil.copytree(ROOT / package, other / package, ignore=shutil.ignore_patterns("__pycache__"))
    (other / "core" / "identity.py").open("a").write("\n# another commit\n")
    with ExitStack() as stack:
        cluster = DaskCluster(tmp_path / "dask", stack)
        cluster.start_worker(environment={"PYTHONPATH": str(other)})
        said = run(f"dask:{cluster.address}")
        assert "gets no work, because it runs Python" in said
        assert "requirements.lock" in said

        cluster.start_worker()
        said = run(f"dask:{cluster.address}")
        assert "gets no work" in said
        assert "is done on this machine" not in said


def test_when_the_last_worker_is_gone_the_rest_is_done_here(held, tmp_path):
    newsroom, watch = held
    with ExitStack() as stack:
        cluster = DaskCluster(tmp_path / "dask", stack)
        worker = cluster.start_worker("--no-nanny")
        running = watch(f"dask:{cluster.address}").start(**PATIENT)
        assert newsroom.is_read.wait(240)
        os.killpg(worker.pid, signal.SIGKILL)
        newsroom.goes_on.set()
        _, said = running.communicate(timeout=240)
    assert running.returncode == 0, said
    assert "29 new" in said
    assert "has no worker: this cycle's work is done on this machine" in said, said
    assert "Traceback" not in said


def test_an_engine_that_is_not_installed_is_said(run, tmp_path):
    for name in ("dask", "ray"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.py").write_text("raise ImportError('not here')\n")
        said = run(name, PYTHONPATH=str(tmp_path / name))
        assert f"{name.title()} is not installed here" in said
        assert "unset WATCHWORD_TASK_RUNNER" in said


def test_tls_is_used_with_certificates_and_refused_without(run, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(tmp_path / "node.pem")
    tls = {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(tmp_path / "ca.pem")} | {
        f"DASK_DISTRIBUTED__COMM__TLS__{role}__CERT": str(tmp_path / "node.pem")
        for role in ("SCHEDULER", "WORKER", "CLIENT")
    }
    with ExitStack() as stack:
        cluster = DaskCluster(tmp_path / "dask", stack, tls, protocol="tls")
        cluster.start_worker()
        assert cluster.address.startswith("tls://")
        said = run(f"dask:{cluster.address}")
        assert "is not used" in said
        assert "ca-file" in said
        said = run(f"dask:{cluster.address}", **tls)
        assert "Cluster:" not in said, said
