"""The texts that a new snapshot takes from the last one: always those that it would have without it."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from datetime import timedelta

import duckdb
import pytest

from core.settings import DataPaths
from storage.database.live_file import opened
from storage.maintenance import Retention
from storage.snapshot import publish
from storage.store import Store

ROUNDS = 12
TEXTS = tuple(
    f"Kim Kwang Jin was charged. {text}" for text in ("Ελλάδα.", "Nothing else.", "平壌に住む。", "x" * 9_000)
)
SHORT = Retention(text=timedelta(days=3))


def tables(path):
    """The rows of every table and view of a snapshot, without the time of its publication."""
    with duckdb.connect(str(path), read_only=True) as db:
        names = [
            name
            for (name,) in db.execute("SELECT table_name FROM information_schema.tables ORDER BY 1").fetchall()
            if name != "snapshot_info"
        ]
        return {name: sorted(db.execute(f"FROM {name}").fetchall(), key=repr) for name in names}


def anew(store, tmp_path, now):
    """The tables of a snapshot of a copy of the same database, for which there is no earlier one."""
    root = tmp_path / "copy"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(store.paths.root, root)
    paths = DataPaths(root, root / "cache")
    paths.snapshot.unlink()
    Store(paths).publish_snapshot(now, force=True)
    return tables(paths.snapshot)


@pytest.mark.parametrize("seed", range(2))
def test_it_is_what_it_would_be_without_an_earlier_one(store, make, tmp_path, seed):
    chance = random.Random(seed)
    store.watchlists.save("w1", [make.target()], make.noon)
    for number in range(ROUNDS):
        now = make.noon + timedelta(hours=9 * number)
        for _ in range(chance.randint(0, 4)):  # new articles, edits, and hits that are found, changed or lost
            entry = make.entry(f"e{chance.randint(1, 9)}", seen_at=now - timedelta(days=chance.randint(0, 40)))
            targets = ["kim"] if chance.random() < 0.6 else []
            store.articles.save("run", [make.outcome(entry, *targets, text=chance.choice(TEXTS))], now)
        if chance.random() < 0.3:
            store.maintain(now, SHORT)
        store.publish_snapshot(now, force=True)
        assert tables(store.paths.snapshot) == anew(store, tmp_path, now)


def test_a_damaged_one_is_replaced(store, make):
    store.watchlists.save("w1", [make.target()], make.noon)
    store.articles.save("run", [make.outcome(make.entry(f"e{n}"), "kim", text=TEXTS[3]) for n in range(60)], make.noon)
    store.publish_snapshot(make.noon)
    before = tables(store.paths.snapshot)
    with store.paths.snapshot.open("r+b") as file:  # beyond the blocks that are read when it is opened
        data = file.read()
        file.seek(data.index(b"x" * 5_000))
        file.write(b"y" * 5_000)
    store.publish_snapshot(make.noon, force=True)
    assert tables(store.paths.snapshot) == before


def test_texts_of_another_database_are_not_taken(store, make, tmp_path):
    store.watchlists.save("w1", [make.target()], make.noon)
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.publish_snapshot(make.noon)
    with duckdb.connect(str(store.paths.snapshot)) as db:
        db.execute("UPDATE articles SET text = 'written by somebody'; UPDATE snapshot_info SET definition = 'another'")
    store.publish_snapshot(make.noon)
    assert tables(store.paths.snapshot) == anew(store, tmp_path, make.noon)


def test_it_can_be_published_while_a_reader_of_this_process_has_it_open(store, make):
    store.watchlists.save("w1", [make.target()], make.noon)
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.publish_snapshot(make.noon)
    with duckdb.connect(":memory:") as reader:
        reader.execute(f"ATTACH '{store.paths.snapshot}' AS snapshot (READ_ONLY)")
        store.articles.save("run", [make.outcome(make.entry("e2"), "kim")], make.noon)
        with opened(store.paths) as db:
            publish(db, store.paths, make.noon)
        assert reader.execute("SELECT count(*) FROM snapshot.articles").fetchall() == [(1,)]
    assert len(tables(store.paths.snapshot)["articles"]) == 2


WRITER = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"


def test_it_can_be_published_while_another_program_has_it_open_to_write(store, make, tmp_path):
    store.watchlists.save("w1", [make.target()], make.noon)
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    store.publish_snapshot(make.noon)
    assert not store.publish_snapshot(make.noon)
    command = [sys.executable, "-c", WRITER, str(store.paths.snapshot)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        store.articles.save("run", [make.outcome(make.entry("e2"), "kim")], make.noon)
        store.publish_snapshot(make.noon)
        writer.communicate()
    assert tables(store.paths.snapshot) == anew(store, tmp_path, make.noon)
