"""Kills processes of the store at random moments (`kill -9`) and checks that nothing is lost, torn or doubled.

Before that, pairs of processes are started together: one works, one leaves.

    .venv/bin/python -m benchmarks.chaos --kills 500 --seed 1

A child works in one of four ways (store, snapshot, migrate, rematch) and notes, after each commit, in a file of its
own what was committed. It is killed; then everything noted must be there, every batch whole or absent, no key twice,
and the snapshot must open. The next child goes on in the same folder, repeating what was not noted.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
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
from storage.database import migrating
from storage.database.live import transaction
from storage.database.locks import run_lock
from storage.store import Store
from storage.values import Retention

BATCH = 5
WAYS = ("store", "snapshot", "migrate", "rematch")
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["storage.store"])  # a child starts in a moment, and inherits no open database


def outcome(number: int) -> ArticleOutcome:
    """The outcome with this number; an article that names the target of its batch."""
    text = f"Kim Kwang Jin did thing {number}. " * 40
    entry = builders.entry(str(number), seen_at=NOON + timedelta(minutes=number))
    article = builders.article(text, title=entry.title, key=entry.entry_key, url=entry.url, seen_at=entry.seen_at)
    hit = builders.hit(article, f"target{number // BATCH}", builders.mention(text, "Kim Kwang Jin"))
    page = builders.page(article.url, os.urandom(3000))
    return ArticleOutcome(entry, replace(article, block_hashes=(digest_of(text), "footer")), page, (hit,))


# ---------------------------------------------------------------- the children


def work(way: str, folder: Path, first: int) -> None:
    """Works for ever, noting each commit."""
    paths = DataPaths(folder, folder / "cache")
    with Store(paths) as store, (folder / f"{way}.noted").open("a", encoding="ascii") as noted:
        number = first
        while True:
            {"store": save, "snapshot": publish, "migrate": migrate, "rematch": rematch}[way](store, number)
            noted.write(f"{number}\n")
            noted.flush()
            number += 1


def save(store: Store, number: int) -> None:
    """One poll batch, one article batch, and a poll that waits for others."""
    outcomes = [outcome(number * BATCH + place) for place in range(BATCH)]
    state = FeedState("wire", "https://wire.example/", failure_streak=number)
    store.save_polls("run", [FeedPoll("wire", NOON, PollStatus.NEW, state, tuple(one.entry for one in outcomes))])
    store.save_outcomes("run", outcomes, NOON)
    quiet = FeedState("quiet", "https://quiet.example/", failure_streak=number + 1)
    store.save_polls(
        "run", [FeedPoll("quiet", NOON + timedelta(hours=number), PollStatus.UNCHANGED, quiet)], may_wait=True
    )
    if number % 3 == 0:
        store.settle_polls()


def publish(store: Store, number: int) -> None:
    """One article batch and the snapshot that shows it."""
    save(store, number)
    store.publish_snapshot(NOON + timedelta(hours=number), force=True)


def migrate(store: Store, number: int) -> None:
    """One batch, then the database goes back to its first schema, is upgraded again, and copied into a new file."""
    save(store, number)
    with transaction(store.paths) as db:
        for table in ("word_rules", "documents", "words", "word_marks", "postings"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.execute("DELETE FROM schema_migrations WHERE version > 1")
    store.prepare()
    store.maintain(NOON, Retention(), compact=True)


def rematch(store: Store, number: int) -> None:
    """A batch stored without hits, and a job that finds them, two articles at a time."""
    outcomes = [outcome(number * BATCH + place) for place in range(BATCH)]
    bare = [ArticleOutcome(one.entry, one.article, one.page) for one in outcomes]
    store.save_outcomes("run", bare, NOON)
    first = NOON + timedelta(minutes=number * BATCH)
    store.add_rematch_job([f"target{number}"], "w1", first, first)
    for job in store.rematch_jobs():
        while articles := store.rematch_batch(job, 2):
            hits = [outcome(int(article.entry_key)).hits[0] for article in articles]
            store.save_rematch(job, articles, hits, NOON)


# ---------------------------------------------------------------- the judge


def check(way: str, folder: Path) -> int:
    """Asserts that everything noted is there, whole and once; returns the number of the next batch."""
    paths = DataPaths(folder, folder / "cache")
    lines = (folder / f"{way}.noted").read_text(encoding="ascii").split("\n")[:-1]
    noted = int(lines[-1]) + 1 if lines else 0
    if paths.snapshot.exists():
        with duckdb.connect(str(paths.snapshot), read_only=True) as snapshot:
            shown = snapshot.execute("SELECT count(*) FROM hits").fetchall()[0][0]
            assert way != "snapshot" or shown >= noted * BATCH, (
                f"snapshot shows {shown} hits, {noted * BATCH} published"
            )
    Store(paths).prepare()
    Store(paths).settle_polls()
    assert integrity.faults(paths) == (), integrity.faults(paths)
    with transaction(paths) as db:
        assert migrating.version_of(db) == migrating.shipped()[-1].version
        for table in ("versions", "hits", "pages", "sightings"):
            count = db.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
            assert count >= noted * BATCH, f"{table}: {count} rows, {noted * BATCH} committed"
            assert way == "rematch" or count % BATCH == 0, f"{table}: {count} rows are no whole batches"
        ((rows, polls),) = db.execute(
            "SELECT count(*), count(DISTINCT polled_at) FROM polls WHERE feed_id = 'quiet'"
        ).fetchall()
        assert way == "rematch" or noted <= polls == rows <= noted + 1, f"{rows} rows of {polls} polls, {noted} noted"
    return noted


def kill_one(way: str, folder: Path, chance: random.Random, commits: int) -> int:
    """Starts a child, kills it at a random moment after `commits` commits at least, and judges; returns its commits."""
    noted = folder / f"{way}.noted"
    noted.touch()
    before = len(noted.read_bytes().split())
    child = PROCESSES.Process(target=work, args=(way, folder, before))
    child.start()
    started = time.monotonic()
    try:
        while len(noted.read_bytes().split()) < before + commits:
            assert child.is_alive(), f"the child ended by itself with {child.exitcode}"
            time.sleep(0.01)
        a_round = (time.monotonic() - started) / commits
        time.sleep(chance.random() * 1.5 * a_round)
    finally:
        child.kill()
        child.join()
    return check(way, folder) - before


def torment(kills: int, ways: Sequence[str], chance: random.Random, commits: int) -> int:
    """Kills so many children, the ways in turn; returns how many commits were made in all."""
    done = 0
    with tempfile.TemporaryDirectory(prefix="watchword-chaos-") as root:
        for number in range(kills):
            way, round_number = ways[number % len(ways)], number // len(ways)
            folder = Path(root) / f"{way}-{round_number // 5}"  # a new one now and then: first commits have dangers too
            folder.mkdir(exist_ok=True)
            done += kill_one(way, folder, chance, commits)
            print(f"\r{number + 1} of {kills} kills survived, {done} commits", end="", file=sys.stderr, flush=True)
    return done


# ---------------------------------------------------------------- pairs


def meet(pairs: int) -> None:
    """Asserts of so many pairs of processes, each started together on a new folder, that one works and one leaves."""
    with tempfile.TemporaryDirectory(prefix="watchword-pairs-") as root:
        for number in range(pairs):
            start, said = PROCESSES.Barrier(2), PROCESSES.Queue()
            pair = [PROCESSES.Process(target=rival, args=(Path(root) / str(number), start, said)) for _ in range(2)]
            for one in pair:
                one.start()
            words = sorted(said.get(timeout=60) for _ in pair)
            for one in pair:
                one.join()
            assert words[0].startswith("left: held by watchword run (process "), words
            assert words[1] == "worked", words


def rival(folder: Path, start: Barrier, said: Queue[str]) -> None:
    """Runs on the folder, or leaves to whoever does; then waits for the other, so that it surely met the lock."""
    paths = DataPaths(folder, folder / "cache")
    start.wait()
    try:
        with run_lock(paths, "run"), Store(paths):
            said.put("worked")
            start.wait()
    except StorageBusyError as busy:
        said.put(f"left: {busy}")
        start.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commits", type=int, default=10, help="at least so many before each kill")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    asked = parser.parse_args()
    meet(asked.pairs)
    print(f"{asked.pairs} pairs of processes that started together: one worked, one left")
    commits = torment(asked.kills, asked.ways, random.Random(asked.seed), asked.commits)
    print(f"{asked.kills} kills over {commits} commits: nothing lost, torn or doubled, every snapshot opened")


if __name__ == "__main__":
    main()
