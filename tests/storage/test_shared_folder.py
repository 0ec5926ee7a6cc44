"""Two instances with shards of the feeds: their archives in one place, asked together by us and by plain DuckDB."""

from __future__ import annotations

import importlib.util
import json
import socket
import subprocess
import sys
import time
import urllib.request

import duckdb
import pytest

from core.errors import QueryError, StorageDamagedError
from core.settings import DataPaths
from storage.shared_folder import ask_archives, without_credentials
from storage.store import Store

NEEDS_MOTO = pytest.mark.skipif(
    importlib.util.find_spec("moto") is None,
    reason="moto is not installed: `make scale` installs it",
)
HITS = "SELECT instance, feed_id, target_name, surface FROM hits ORDER BY ALL"


@pytest.fixture
def instances(tmp_path, make):
    """The stores of two instances that each watch one feed; both met one story."""
    stores = {}
    for name, feed in (("a", "wire"), ("b", "desk")):
        store = Store(DataPaths(tmp_path / name, tmp_path / name / "cache"))
        store.prepare()
        entry = make.entry("story", feed_id=feed, url=f"https://{feed}.example/story")
        store.watchlists.save("w1", [make.target()], make.noon)
        store.feeds.save_polls("run", [make.poll(entry, feed_id=feed)])
        store.articles.save("run", [make.outcome(entry, "kim")], make.noon)
        stores[name] = store
    return stores


def both(instances, place, make):
    return [store.archive(place, make.noon, name) for name, store in instances.items()]


def test_one_folder_has_the_rows_of_both_with_their_names(instances, tmp_path, make):
    shared = str(tmp_path / "shared")
    rows = both(instances, shared, make)
    assert all(one["hits"] == 1 for one in rows)
    expected = ((("a", "wire", "Kim", "Kim Kwang Jin")), ("b", "desk", "Kim", "Kim Kwang Jin"))
    found = ask_archives([shared], HITS).rows
    assert [(one[0], one[1], one[3]) for one in found] == [(one[0], one[1], one[3]) for one in expected]
    assert ask_archives([f"{shared}/instance=a", f"{shared}/instance=b"], HITS).rows == found
    assert ask_archives([shared], "SELECT count(*), count(DISTINCT instance) FROM articles").rows == ((2, 2),)


def test_plain_duckdb_reads_both(instances, tmp_path, make):
    both(instances, tmp_path / "shared", make)
    options = "hive_partitioning = true, union_by_name = true"
    with duckdb.connect() as db:
        for files in ("*/views/hits.parquet", "*/hits/**/*.parquet"):
            source = f"read_parquet('{tmp_path}/shared/{files}', {options})"
            sql = f"SELECT instance, count(*) FROM {source} GROUP BY 1 ORDER BY 1"
            assert db.execute(sql).fetchall() == [("a", 1), ("b", 1)]


def test_an_archive_is_replaced_and_restored_beside_the_other(instances, tmp_path, make):
    shared = tmp_path / "shared"
    both(instances, shared, make)
    both(instances, shared, make)
    assert sorted(one.name for one in shared.iterdir()) == ["instance=a", "instance=b"]
    paths = DataPaths(tmp_path / "c", tmp_path / "c" / "cache")
    with pytest.raises(QueryError, match="name one of instance=a, instance=b"):
        Store(paths).restore(shared)
    assert Store(paths).restore(shared / "instance=a")["hits"] == 1


def test_two_databases_cannot_have_one_name(instances, tmp_path, make):
    instances["a"].archive(tmp_path / "shared", make.noon, "a")
    with pytest.raises(QueryError, match="archive of another database"):
        instances["b"].archive(tmp_path / "shared", make.noon, "a")
    assert ask_archives([str(tmp_path / "shared")], HITS).rows[0][1] == "wire"


def test_archives_without_names_are_named_by_their_folders(instances, tmp_path, make):
    for name, store in instances.items():
        store.archive(tmp_path / name / "archive", make.noon)
    folders = [str(tmp_path / name / "archive") for name in instances]
    assert [one[0] for one in ask_archives(folders, HITS).rows] == folders


def test_what_cannot_be_read_is_said(instances, tmp_path, make):
    with pytest.raises(QueryError, match="holds no archive"):
        ask_archives([str(tmp_path / "nowhere")], HITS)
    both(instances, tmp_path / "shared", make)
    with pytest.raises(QueryError, match="nothing"):
        ask_archives([str(tmp_path / "shared")], "FROM nothing")
    with pytest.raises(QueryError):
        ask_archives([str(tmp_path / "shared")], f"FROM read_csv('{tmp_path}/shared/instance=a/manifest.json')")
    assert without_credentials("s3://key:secret@bucket/x?region=eu&endpoint_override=h") == "s3://bucket/x"


def test_the_commands(instances, tmp_path, watchword):
    shared = tmp_path / "shared"
    for name in instances:
        done = watchword(
            "maintain", "archive", shared, "--data", tmp_path / name, environment={"WATCHWORD_INSTANCE": name}
        )
        assert done.returncode == 0, done.stderr
    first, second = shared / "instance=a", shared / "instance=b"
    either_way = ((HITS, "--archive", first, second), ("--archive", first, second, HITS), ("--archive", shared, HITS))
    for arguments in either_way:
        done = watchword("query", *arguments, "--format", "json")
        assert done.returncode == 0, done.stderr
        assert [json.loads(line)["instance"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert watchword("query").returncode == 2
    assert watchword("query", "--archive", shared).returncode == 2


@pytest.fixture
def bucket(monkeypatch):
    """An S3 server on loopback with a bucket; the address that leads to it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL
    ) as server:
        try:
            request = urllib.request.Request(f"http://127.0.0.1:{port}/news", method="PUT")
            for _ in range(100):
                try:
                    urllib.request.urlopen(request, timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.2)
            yield f"s3://news/{{}}?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
        finally:
            server.kill()


@NEEDS_MOTO
def test_a_bucket_is_a_folder_like_another(instances, bucket, make):
    place = bucket.format("shared")
    both(instances, place, make)
    both(instances, place, make)
    assert [one[:2] for one in ask_archives([place], HITS).rows] == [("a", "wire"), ("b", "desk")]
    with pytest.raises(QueryError, match="s3://news/shared is the archive of another database"):
        instances["b"].archive(place, make.noon, "a")
    with pytest.raises((QueryError, StorageDamagedError), match="s3://"):
        ask_archives([bucket.format("nothing")], HITS)
