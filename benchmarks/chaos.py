"""Kills processes that use the store at random moments (`kill -9`) and checks that nothing is lost, torn or doubled.

Before that, starts pairs of processes at the same time, of which one must work and the other leave.

    .venv/bin/python -m benchmarks.chaos --kills 500 --seed 1

A child process works in one of four modes (store, snapshot, migrate, rematch) and records each commit in a separate
file. After it is killed, everything recorded must be there, every batch complete or absent, no key twice, and the
snapshot readable. The next child continues in the same folder and repeats what was not recorded.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import duckdb

from core.errors import StorageBusyError
from core.identity import digest_of
from core.records import ArticleOutcome, FeedPoll, FeedState, PollStatus
from core.settings import DataPaths
from samples import builders
from samples.builders import NOON
from storage import integrity
from storage.database import migrations
from storage.database.live_file import transaction
from storage.database.locks import run_lock
from storage.maintenance import Retention
from storage.store import Store

_NEW_TABLE = re.compile(r"^CREATE TABLE (?:IF NOT EXISTS )?(\w+)", re.MULTILINE)
_NEW_COLUMN = re.compile(r"^ALTER TABLE (\w+) ADD COLUMN (?:IF NOT EXISTS )?(\w+)", re.MULTILINE)

BATCH = 5
MODES = ("store", "snapshot", "migrate", "rematch")
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["storage.store"])  # fast start, and no open database is inherited


def outcome(number: int) -> ArticleOutcome:
    """The outcome with this number: an article with a hit of its batch's target."""
    text = f"Kim Kwang Jin did thing {number}. " * 40
    entry = builders.entry(str(number), seen_at=NOON + timedelta(minutes=number))
    article = builders.article(text, title=entry.title, key=entry.entry_key, url=entry.url, seen_at=entry.seen_at)
    hit = builders.hit(article, f"target{number // BATCH}", builders.mention(text, "Kim Kwang Jin"))
    page = builders.page(article.url, os.urandom(3000))
    return ArticleOutcome(entry, replace(article, block_hashes=(digest_of(text), "footer")), page, (hit,))


# ---------------------------------------------------------------- the children


def work(mode: str, folder: Path, first: int) -> None:
    """Works until it is killed, recording each commit."""
    paths = DataPaths(folder, folder / "cache")
    with Store(paths) as store, (folder / f"{mode}.recorded").open("a", encoding="ascii") as recorded:
        number = first
        while True:
            {"store": save, "snapshot": publish, "migrate": migrate, "rematch": rematch}[mode](store, number)
            recorded.write(f"{number}\n")
            recorded.flush()
            number += 1


def save(store: Store, number: int) -> None:
    """One batch of polls, one of articles, and a deferred poll."""
    outcomes = [outcome(number * BATCH + place) for place in range(BATCH)]
    state = FeedState("wire", "https://wire.example/", failure_streak=number)
    store.feeds.save_polls("run", [FeedPoll("wire", NOON, PollStatus.NEW, state, tuple(one.entry for one in outcomes))])
    store.articles.save("run", outcomes, NOON)
    quiet = FeedState("quiet", "https://quiet.example/", failure_streak=number + 1)
    store.feeds.save_polls(
        "run", [FeedPoll("quiet", NOON + timedelta(hours=number), PollStatus.UNCHANGED, quiet)], may_defer=True
    )
    if number % 3 == 0:
        store.feeds.save_deferred_polls()


def publish(store: Store, number: int) -> None:
    """One batch, and a snapshot that contains it."""
    save(store, number)
    store.publish_snapshot(NOON + timedelta(hours=number), force=True)


def migrate(store: Store, number: int) -> None:
    """One batch, then a downgrade to the first schema, the upgrade, and compaction."""
    save(store, number)
    with transaction(store.paths) as db:
        for later in migrations.shipped()[1:]:
            for table in _NEW_TABLE.findall(later.sql):
                db.execute(f"DROP TABLE IF EXISTS {table}")
            for table, column in _NEW_COLUMN.findall(later.sql):
                db.execute(f"ALTER TABLE IF EXISTS {table} DROP COLUMN IF EXISTS {column}")
        db.execute("DELETE FROM schema_migrations WHERE version > 1")
    store.prepare()
    store.maintain(NOON, Retention(), compact=True)


def rematch(store: Store, number: int) -> None:
    """One batch without hits, and a re-match job that finds them, two articles at a time."""
    outcomes = [outcome(number * BATCH + place) for place in range(BATCH)]
    bare = [ArticleOutcome(one.entry, one.article, one.page) for one in outcomes]
    store.articles.save("run", bare, NOON)
    first = NOON + timedelta(minutes=number * BATCH)
    store.watchlists.add_rematch_job([f"target{number}"], "w1", first, first)
    for job in store.watchlists.rematch_jobs():
        while articles := store.watchlists.rematch_batch(job, 2):
            hits = {article.article_id: outcome(int(article.entry_key)).hits[:1] for article in articles}
            store.watchlists.save_rematch(job, articles, hits, NOON)


# ---------------------------------------------------------------- checks


def check(mode: str, folder: Path) -> int:
    """Asserts that everything recorded is stored, complete and once. Returns the number of the next batch."""
    paths = DataPaths(folder, folder / "cache")
    lines = (folder / f"{mode}.recorded").read_text(encoding="ascii").split("\n")[:-1]
    recorded = int(lines[-1]) + 1 if lines else 0
    if paths.snapshot.exists():
        with duckdb.connect(str(paths.snapshot), read_only=True) as snapshot:
            shown = snapshot.execute("SELECT count(*) FROM hits").fetchall()[0][0]
            assert mode != "snapshot" or shown >= recorded * BATCH, (
                f"snapshot shows {shown} hits, {recorded * BATCH} published"
            )
    Store(paths).prepare()
    Store(paths).feeds.save_deferred_polls()
    assert integrity.violations(paths) == (), integrity.violations(paths)
    with transaction(paths) as db:
        assert migrations.version_of(db) == migrations.shipped()[-1].version
        for table in ("versions", "hits", "pages", "sightings"):
            count = db.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
            assert count >= recorded * BATCH, f"{table}: {count} rows, {recorded * BATCH} committed"
            assert mode == "rematch" or count % BATCH == 0, f"{table}: {count} rows are not complete batches"
        ((rows, polls),) = db.execute(
            "SELECT count(*), count(DISTINCT polled_at) FROM polls WHERE feed_id = 'quiet'"
        ).fetchall()
        assert mode == "rematch" or recorded <= polls == rows <= recorded + 1, (
            f"{rows} rows of {polls} polls, {recorded} recorded"
        )
    return recorded


def kill_one(mode: str, folder: Path, chance: random.Random, commits: int) -> int:
    """Kills a child at a random moment after at least `commits` commits, and checks. Returns its number of commits."""
    recorded = folder / f"{mode}.recorded"
    recorded.touch()
    before = len(recorded.read_bytes().split())
    child = PROCESSES.Process(target=work, args=(mode, folder, before))
    child.start()
    started = time.monotonic()
    try:
        while len(recorded.read_bytes().split()) < before + commits:
            assert child.is_alive(), f"the child ended with {child.exitcode} before it was killed"
            time.sleep(0.01)
        seconds_per_commit = (time.monotonic() - started) / commits
        time.sleep(chance.random() * 1.5 * seconds_per_commit)
    finally:
        child.kill()
        child.join()
    return check(mode, folder) - before


def kill_many(kills: int, modes: Sequence[str], chance: random.Random, commits: int) -> int:
    """Kills this many children, of all modes in turn. Returns the total number of commits."""
    done = 0
    with tempfile.TemporaryDirectory(prefix="watchword-chaos-") as root:
        for number in range(kills):
            mode, round_number = modes[number % len(modes)], number // len(modes)
            folder = Path(root) / f"{mode}-{round_number // 5}"  # a new one now and then, to cover first commits too
            folder.mkdir(exist_ok=True)
            done += kill_one(mode, folder, chance, commits)
            print(f"\r{number + 1} of {kills} kills survived, {done} commits", end="", file=sys.stderr, flush=True)
    return done


# ---------------------------------------------------------------- pairs


def run_pairs(pairs: int) -> None:
    """Starts two processes at once in a new folder, this many times; asserts that one works and the other leaves."""
    with tempfile.TemporaryDirectory(prefix="watchword-pairs-") as root:
        for number in range(pairs):
            start, results = PROCESSES.Barrier(2), PROCESSES.Queue()
            pair = [
                PROCESSES.Process(target=compete, args=(Path(root) / str(number), start, results)) for _ in range(2)
            ]
            for one in pair:
                one.start()
            found = sorted(results.get(timeout=60) for _ in pair)
            for one in pair:
                one.join()
            assert found[0].startswith("left: held by watchword run (process "), found
            assert found[1] == "worked", found


def compete(folder: Path, start: Barrier, results: Queue[str]) -> None:
    """Takes the run lock or leaves. Waits for the other process at the end, so that both have tried the lock."""
    paths = DataPaths(folder, folder / "cache")
    start.wait()
    try:
        with run_lock(paths, "run"), Store(paths):
            results.put("worked")
            start.wait()
    except StorageBusyError as busy:
        results.put(f"left: {busy}")
        start.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commits", type=int, default=10, help="at least this many before each kill")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--modes", nargs="+", choices=MODES, default=MODES)
    asked = parser.parse_args()
    run_pairs(asked.pairs)
    print(f"{asked.pairs} pairs of processes that started together: one worked, one left")
    commits = kill_many(asked.kills, asked.modes, random.Random(asked.seed), asked.commits)
    print(f"{asked.kills} kills over {commits} commits: nothing lost, torn or doubled, every snapshot opened")


if __name__ == "__main__":
    main()
