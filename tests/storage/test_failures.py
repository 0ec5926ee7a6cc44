"""Locks, full disks, damage and kills: committed rows survive, and errors say what to do."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import QueryError, StorageBusyError, StorageDamagedError
from core.records import PollStatus
from core.settings import DataPaths
from storage import integrity, queries
from storage.database.disk import check_folder
from storage.database.instance import log_of
from storage.database.locks import holder_of, run_lock
from storage.maintenance import Retention
from storage.queries import Filters
from storage.store import Store
from tests.small_disk import mounted_at

ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: object, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, **options)


# ---------------------------------------------------------------- locks


def test_the_run_lock_names_its_holder(paths):
    with (
        run_lock(paths, "run"),
        pytest.raises(StorageBusyError, match=f"watchword run .process {os.getpid()}"),
        run_lock(paths, "maintain"),
    ):
        pass
    assert holder_of(paths.run_lock) is None


def test_the_run_lock_dies_with_its_holder_though_forked_children_live(paths):
    code = """
        import os, pathlib, signal, sys, time
        from core.settings import DataPaths
        from storage.database.locks import run_lock
        root = pathlib.Path(sys.argv[1])
        with run_lock(DataPaths(root, root), "run"):
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
            os.kill(os.getpid(), signal.SIGKILL)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(paths.root)]
    child = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        assert child.wait(30) == -signal.SIGKILL
        with run_lock(paths, "run"):
            pass
    finally:
        os.killpg(child.pid, signal.SIGKILL)


def test_another_program_that_has_the_live_file_open_is_not_damage(store, paths):
    code = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(paths.live)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StorageBusyError, match="snapshot instead"):
            store.feeds.states()
        other.communicate()
    assert store.feeds.states() == {}


# ---------------------------------------------------------------- disk and folders


def test_too_little_free_space_is_refused_before_the_cycle(paths):
    with pytest.raises(StorageDamagedError, match="MB free"):
        check_folder(paths, needed=2**60)


def test_a_read_only_folder_is_refused_with_a_remedy(store, paths, make):
    """As for a user who may read the data folder but not write to it."""
    store.publish_snapshot(make.noon, force=True)
    code = """
        import os, pathlib, sys
        from core.errors import StorageError
        from core.settings import DataPaths
        from storage.queries import Filters, hits
        from storage.store import Store
        root = pathlib.Path(sys.argv[1])
        paths = DataPaths(root, root / "cache")
        store = Store(paths)
        for path in (root, *root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        if os.geteuid() == 0:
            for parent in list(root.parents)[:-1]:
                parent.chmod(parent.stat().st_mode | 0o011)
            os.seteuid(65534)
        for work in (store.prepare, store.feeds.states):
            try:
                work()
            except StorageError as error:
                print(error)
        print(len(hits(paths, Filters()).rows), "hits can still be read")
    """
    refused = run(code, paths.root)
    assert refused.returncode == 0, refused.stderr
    said = refused.stdout.splitlines()
    assert len(said) == 3
    assert all("writ" in line and "--data DIR" in line for line in said[:2]), said
    assert said[2] == "0 hits can still be read"


def test_a_data_folder_that_is_a_file_is_refused_with_a_remedy(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageDamagedError, match="--data DIR"):
        Store(DataPaths(tmp_path / "data", tmp_path)).prepare()


def test_a_full_disk_loses_nothing_that_was_committed(store, paths, make):
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    code = """
        import os, pathlib, resource, signal, sys
        sys.path.insert(0, "tests/storage")
        from conftest import Make
        from core.errors import StorageError
        from core.settings import DataPaths
        from storage.store import Store
        root, make = pathlib.Path(sys.argv[1]), Make()
        store = Store(DataPaths(root, root / "cache"))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        room = store.paths.live.stat().st_size + 300_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        body = os.urandom(200_000)
        saved = 0
        try:
            while True:
                outcome = make.outcome(make.entry(f"big{saved}"))
                page = make.page(outcome.entry.url, b"x")
                store.articles.save("run", [type(outcome)(outcome.entry, outcome.article, type(page)(
                    page.url, page.final_url, 200, (), body, page.fetched_at, "s"))], make.noon)
                saved += 1
        except StorageError as error:
            print(saved, error)
    """
    full = run(code, paths.root)
    assert full.returncode == 0, full.stderr
    saved = int(full.stdout.split()[0])
    assert str(paths.live) in full.stdout
    assert len(store.stories.window(make.noon)) >= 1 + saved
    store.articles.save("run", [make.outcome(make.entry("after"), "kim")], make.noon)
    assert integrity.violations(paths) == ()


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of 12 MB."""
    with mounted_at(tmp_path / "disk", "12m") as is_mounted:
        if not is_mounted:
            pytest.skip("a small file system can be mounted by root alone")
        yield tmp_path / "disk"


def fill(store, make) -> int:
    """Stores articles with large pages until the disk is full. Returns how many calls succeeded."""
    saved = 0
    with suppress(StorageDamagedError):
        while True:
            page = make.page(body=os.urandom(200_000).hex().encode())
            outcome = replace(make.outcome(make.entry(f"e{saved}"), "kim"), page=page)
            store.articles.save("run", [outcome], make.noon)
            saved += 1
    return saved


def test_a_full_disk_is_reported_by_every_operation_and_work_goes_on_when_there_is_space(small_disk, empty_store, make):
    shutil.copytree(empty_store, small_disk / "data")
    store = Store(DataPaths(small_disk / "data", small_disk))
    saved = fill(store, make)
    (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    quiet = make.poll(status=PollStatus.UNCHANGED)
    for work in (
        lambda: store.publish_snapshot(make.noon, force=True),
        lambda: store.feeds.save_polls("run", [quiet], may_defer=True),
        lambda: store.archive(small_disk / "archive", make.noon),
    ):
        with pytest.raises(StorageDamagedError, match="disk"):
            work()
    report = store.maintain(make.noon, Retention(), compact=True)
    assert not report.compacted
    assert "0 MB are free" in report.not_compacted
    (small_disk / "filler").unlink()
    subprocess.run(["mount", "-o", "remount,size=100m", small_disk], check=True)
    assert saved <= len(store.findings.between(make.noon, make.noon + make.hour)) <= saved + 1
    assert store.publish_snapshot(make.noon, force=True)
    assert integrity.violations(store.paths) == ()


# ---------------------------------------------------------------- damage


def test_a_damaged_database_says_how_to_restore_it(store, paths, make, tmp_path):
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.archive(paths.root / "archive", make.noon)
    shutil.copy(paths.live, tmp_path / "copy")
    damaged = bytearray((tmp_path / "copy").read_bytes())
    damaged[4096 : 4096 * 4] = bytes(4096 * 3)
    log_of(paths.live).unlink(missing_ok=True)
    paths.live.write_bytes(damaged)
    with pytest.raises(StorageDamagedError, match="maintain restore"):
        store.findings.between(make.noon, make.noon + make.hour)
    shutil.rmtree(paths.live.parent)
    store.restore(paths.root / "archive")
    assert len(store.findings.between(make.noon, make.noon + make.hour)) == 1


def test_a_file_that_is_no_database_is_reported_as_damaged(store, paths):
    log_of(paths.live).unlink(missing_ok=True)
    paths.live.write_bytes(b"this is a text file, not a database" * 1000)
    with pytest.raises(StorageDamagedError, match="maintain restore"):
        store.feeds.states()


@pytest.mark.parametrize("left", [0.0, 0.3, 0.9])
def test_a_truncated_log_keeps_the_commits_before(store, paths, make, left):
    store.articles.save("run", [make.outcome(make.entry("e0"), "kim")], make.noon)
    store.publish_snapshot(make.noon, force=True)  # a checkpoint: the commits so far are in the file itself
    for number in range(1, 4):
        store.articles.save("run", [make.outcome(make.entry(f"e{number}"), "kim")], make.noon)
    log = log_of(paths.live)
    size = log.stat().st_size
    with log.open("r+b") as stream:
        stream.truncate(int(size * left))
    kept = len(store.findings.between(make.noon, make.noon + make.hour))
    assert 1 <= kept <= 4
    store.articles.save("run", [make.outcome(make.entry(f"e{number}"), "kim") for number in range(4)], make.noon)
    assert len(store.findings.between(make.noon, make.noon + make.hour)) == 4
    assert integrity.violations(paths) == ()


def test_a_damaged_snapshot_is_replaced(store, paths, make):
    paths.snapshot.write_bytes(b"damaged")
    with pytest.raises(QueryError, match="next cycle"):
        queries.hits(paths, Filters())
    store.prepare()
    assert queries.hits(paths, Filters()).rows == ()


# ---------------------------------------------------------------- readers and kills


def test_readers_find_a_complete_snapshot_while_another_is_published(store, paths, make):
    code = """
        import pathlib, sys
        from core.settings import DataPaths
        from storage.queries import ask
        root = pathlib.Path(sys.argv[1])
        last = 0
        for _ in range(int(sys.argv[2])):
            (articles, hits), = ask(DataPaths(root, root),
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM hits)").rows
            assert articles == hits >= last, (articles, hits, last)
            last = hits
    """
    opens = int(os.environ.get("WATCHWORD_TEST_READER_OPENS", "40"))
    command = [sys.executable, "-c", textwrap.dedent(code), str(paths.root), str(opens // 2)]
    readers = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    number = 0
    while any(reader.poll() is None for reader in readers):
        store.articles.save("run", [make.outcome(make.entry(f"e{number}"), "kim")], make.noon)
        store.publish_snapshot(make.noon)
        number += 1
    failures = [reader.communicate()[1] for reader in readers]
    assert all(reader.returncode == 0 for reader in readers), failures
    assert number > 1


def test_of_two_runs_at_once_one_works_and_kills_lose_nothing():
    command = [
        sys.executable,
        "-m",
        "benchmarks.chaos",
        "--kills",
        "4",
        "--commits",
        "1",
        "--seed",
        "3",
        "--pairs",
        "5",
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    assert "5 pairs of processes that started together: one worked, one left" in result.stdout
    assert "nothing lost" in result.stdout


def test_a_holder_on_another_machine_is_named_with_it(paths):
    with run_lock(paths, "run"):
        assert f"(process {os.getpid()}, since" in str(holder_of(paths.run_lock))
        paths.run_lock.write_text(json.dumps({"label": "run", "pid": 4, "since": "noon", "host": "the-other"}))
        assert holder_of(paths.run_lock) == "watchword run (process 4 on the-other, since noon)"
