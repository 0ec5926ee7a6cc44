"""A long question gives way to a writer, and who waits long is said for whom."""

from __future__ import annotations

import threading
import time

import pytest

from storage.database import locks
from storage.database.live_file import GaveWayError, giving_way, transaction
from storage.database.locks import is_awaited, write_lock
from storage.tables import search
from storage.tables.search import SearchQuery, WordPart

LONG = "SELECT count(*) FROM range(100_000_000_000) WHERE hash(range) = 1"


def test_a_writer_need_not_wait_for_a_long_question(store):
    is_asking, gave_way = threading.Event(), []

    def ask():
        try:
            with giving_way(store.paths) as db:
                is_asking.set()
                db.execute(LONG).fetchall()
        except GaveWayError as error:
            gave_way.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert is_asking.wait(20)
    with transaction(store.paths) as db:
        assert db.execute("SELECT count(*) FROM versions").fetchone() == (0,)
    asking.join(20)
    assert len(gave_way) == 1
    assert not is_awaited(store.paths)


def test_a_search_that_gave_way_is_answered_all_the_same(store, make, monkeypatch):
    store.articles.save("run", [make.outcome(make.entry("e1"), "kim")], make.noon)
    find, writers = search.find, []

    def find_slowly(db, *rest):
        if not writers:
            writers.append(threading.Thread(target=store.runs.begin, args=("poll", make.noon)))
            writers[0].start()
            db.execute(LONG).fetchall()
        return find(db, *rest)

    monkeypatch.setattr(search, "find", find_slowly)
    found = store.articles.search(SearchQuery((("charged", WordPart.WHOLE),)), 10)
    writers[0].join(20)
    assert found.total == 1


def test_a_long_wait_for_the_lock_is_said_once(store, caplog, monkeypatch):
    monkeypatch.setattr(locks, "SAID_AFTER_S", 0.1)

    def wait():
        with pytest.raises(locks.StorageBusyError), write_lock(store.paths, wait_s=0.5):
            pass

    with write_lock(store.paths):
        waiting = threading.Thread(target=wait)
        waiting.start()
        deadline = time.monotonic() + 10
        while not is_awaited(store.paths) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert is_awaited(store.paths)
        waiting.join(20)
    (said,) = [one.getMessage() for one in caplog.records if one.name == "watchword.storage"]
    assert said.startswith("Waiting for watchword in a transaction (process ")
