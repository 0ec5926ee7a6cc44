"""The work of a cycle as a worker does it: without a database, a data folder or Prefect, and compact on the wire."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import zstandard

from core.config import parse_document
from core.records import FailureKind, FeedSource, PendingEntry
from core.settings import Settings
from extractors.fetching.policy import FetchPolicy
from flows.extraction_pool import worker_pool
from flows.reading_articles import read_batch as read_task
from flows.reading_feeds import poll_shard
from flows.workers.clusters import WorkersDiedError
from flows.workers.received_lists import ListMissingError, holds, keep, keep_soon, receive, received_matcher
from flows.workers.transport import CodeMismatchError, fingerprint, pack, perform, unpack
from flows.workers.work import Batch, Shard, ask_shard, read_batch
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples.newsroom.server import Newsroom
from tests.local_site import NOT_FOUND, LocalSite

ROOT = Path(__file__).parents[3]
LIST = (ROOT / "samples" / "config" / "watchlist.yaml").read_text("utf-8")
PUBLISHED = datetime(2026, 1, 31, 9, tzinfo=UTC)

# Everything in another process, to which only bytes go, and from which only bytes come.
ALONE = """
    import sys
    from pathlib import Path
    from flows.workers.received_lists import receive
    from flows.workers.transport import fingerprint, perform
    from flows.workers.work import ask_shard, read_batch

    if __name__ == "__main__":
        receive("list", Path("list").read_bytes())
        for name, work in (("shard", ask_shard), ("batch", read_batch)):
            Path(name + ".out").write_bytes(perform(fingerprint(), "list", work, Path(name).read_bytes()))
        print(sorted({"duckdb", "prefect", "storage", "alerts"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def newsroom():
    with Newsroom(PUBLISHED) as running:
        yield running
    worker_pool().close()


@pytest.fixture(scope="module")
def matcher():
    return compile_watchlist(parse_watchlist([parse_document(LIST, "watchlist.yaml")]))


@pytest.fixture(scope="module")
def shard(newsroom):
    policy = FetchPolicy.from_settings(Settings(allow_networks="127.0.0.0/8", host_spacing_s=0))
    sources = tuple(FeedSource(f"feed-{number}", url) for number, url in enumerate(newsroom.feeds.values()))
    return Shard(sources, {}, policy)


@pytest.fixture(scope="module")
def batch(shard):
    documents = [one.document for one in ask_shard(shard).answers if getattr(one, "document", None)]
    pending = tuple(PendingEntry(entry) for one in documents for entry in one.entries)
    return Batch(pending, {one.feed_id: one for one in shard.sources}, {}, shard.policy, "list")


def test_every_piece_of_work_runs_in_a_process_without_a_data_folder(shard, batch, matcher, tmp_path):
    (tmp_path / "alone.py").write_text(textwrap.dedent(ALONE))
    (tmp_path / "list").write_bytes(matcher.to_bytes())
    (tmp_path / "shard").write_bytes(pack(shard))
    (tmp_path / "batch").write_bytes(pack(batch))
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "WATCHWORD_DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "alone.py"]
    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]", "a worker loads neither the database nor Prefect"
    assert {path.name for path in tmp_path.iterdir()} == {
        "alone.py",
        "list",
        "shard",
        "batch",
        "shard.out",
        "batch.out",
    }

    keep("list", matcher)
    here, there = read_batch(batch), unpack((tmp_path / "batch.out").read_bytes())
    assert [(one.article, one.hits, one.failure, one.retry) for one in there] == [
        (one.article, one.hits, one.failure, one.retry) for one in here
    ]
    assert sum(len(one.hits) for one in there) > 50
    answered = unpack((tmp_path / "shard.out").read_bytes())
    assert [one.document is None for one in answered.answers] == [
        one.document is None for one in ask_shard(shard).answers
    ]


def test_on_the_wire_an_article_costs_little_more_than_its_text_beyond_its_page(batch, matcher):
    keep("list", matcher)
    readings = read_batch(batch)
    bare = [replace(one, page=replace(one.page, body=b"")) if one.page else one for one in readings]
    text = sum(len(one.article.text.encode()) for one in readings if one.article)
    beyond = len(pack(batch)) + len(pack(bare))
    assert beyond <= 1.5 * text, "and these articles are short, with 80 hits and their reasons"


def test_the_settings_with_the_mail_password_do_not_travel(shard, batch):
    for one in (shard, batch):
        assert b"Settings" not in zstandard.decompress(pack(one))


def test_a_list_reaches_a_process_once_and_the_oldest_is_forgotten(matcher):
    data = matcher.to_bytes()
    receive("kept", data)
    first = received_matcher("kept")()
    receive("kept", b"not read")
    assert received_matcher("kept")() is first
    for number in range(4):
        receive(f"other-{number}", data)
    assert not holds("kept")
    with pytest.raises(ListMissingError):
        received_matcher("kept")


def test_pages_are_fetched_while_the_list_is_still_compiled(matcher, batch):
    asked = Event()

    def answer(request):
        if request.path == "/story":
            asked.set()
        return NOT_FOUND

    def compiled():
        assert asked.wait(60), "no page was asked for before the list was there"
        return matcher

    keep_soon("promised", compiled)
    keep_soon("promised", lambda: pytest.fail("it is on its way"))
    with LocalSite(answer) as site:
        entry = replace(batch.pending[0].entry, url=f"{site.base}/story", title="Pell Ardenvoort")
        (reading,) = read_batch(replace(batch, pending=(PendingEntry(entry),), list_key="promised"))
    assert reading.failure is not None
    assert received_matcher("promised")() is matcher


def test_a_list_that_cannot_be_compiled_is_missing_again():
    begun = Event()

    def failing():
        assert begun.wait(60)
        raise MemoryError

    keep_soon("failing", failing)
    waited_for = received_matcher("failing")
    begun.set()
    with pytest.raises(MemoryError):
        waited_for()
    assert not holds("failing")


def test_other_code_gets_no_work():
    with pytest.raises(CodeMismatchError, match="Python 3"):
        perform("Python 2.7, code 0", "list", ask_shard, b"")
    with pytest.raises(ListMissingError):
        perform(fingerprint(), "nowhere", ask_shard, b"")


class Deadly:
    """An engine on which this work ends every worker."""

    def run(self, work, argument):
        raise WorkersDiedError("4 workers of dask died on these pages")


def test_pages_that_end_workers_are_failures_and_feeds_are_asked_here(shard, batch):
    outcomes = read_task.fn(Deadly(), batch).take()
    assert len(outcomes) == len(batch.pending)
    assert {one.failure.cause for one in outcomes} == {"workers_died"}
    assert all(
        one.failure.kind is FailureKind.TRANSIENT and "tried again later" in one.failure.message for one in outcomes
    )
    _, answered = poll_shard.fn(Deadly(), shard).take()
    assert len(answered.answers) == len(shard.sources)
