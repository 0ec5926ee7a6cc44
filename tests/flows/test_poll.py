"""After a killed cycle no feed is polled again too soon, and new entries are not lost."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alerts.config.subscriptions import AlertsConfig, Mail
from core.records import Band, CycleSummary, FeedSource
from core.settings import DataPaths, Settings
from core.task_runner import TaskRunnerChoice
from extractors.polling.schedule import due_feeds
from flows import reading_articles
from flows.run_config import RunConfig
from flows.workers.clusters import CompiledList
from flows.workers.task_engine import TaskEngine
from matching.watchlist.model import Watchlist
from samples import builders
from storage.results import SaveResult
from storage.store import Store
from tests.local_site import RSS, LocalSite, Reply

ROOT = Path(__file__).parents[2]
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link>
<item><title>One</title><link>https://wire.example/1</link><guid>1</guid></item></channel></rss>"""


@pytest.fixture
def wire():
    """A feed without items, one with an item, and one that answers 429 with a Retry-After of two hours."""
    empty = FEED.replace(FEED[FEED.index(b"<item>") : FEED.index(b"</channel>")], b"")

    def answer(request):
        if request.path == "/busy":
            return Reply(empty, 429, RSS, {"Retry-After": "7200"})
        return Reply(FEED if request.path == "/news" else empty, kind=RSS)

    with LocalSite(answer) as site:
        yield site


KILLED = """
    import os, signal, sys
    from core.records import FeedSource
    from core.settings import Settings
    from extractors.fetching.policy import FetchPolicy
    from flows.reading_feeds import save_polls
    from flows.workers.work import Shard, ask_shard
    from storage.store import Store

    if __name__ == "__main__":
        store = Store(Settings().paths)
        store.prepare()
        for address in sys.argv[1:]:
            source = FeedSource(address.rpartition("/")[2], address)
            shard = Shard((source,), {}, FetchPolicy.from_settings(Settings()))
            save_polls.fn(store, "run", shard, ask_shard(shard))
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_cycle_keeps_the_state_of_each_feed_it_polled(wire, tmp_path):
    base = wire.base
    sources = [FeedSource(name, f"{base}/{name}") for name in ("quiet", "news", "busy")]
    (tmp_path / "killed.py").write_text(textwrap.dedent(KILLED))
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "WATCHWORD_DATA_DIR": str(tmp_path / "data"),
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "PREFECT_HOME": str(tmp_path / "prefect"),
    }
    command = [sys.executable, str(tmp_path / "killed.py"), *(source.url for source in sources)]
    killed = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert set(wire.paths()) == {"/quiet", "/news", "/busy"}

    store, now = Store(DataPaths(tmp_path / "data", tmp_path / "cache")), datetime.now(UTC)
    assert set(store.feeds.states()) == {"news"}
    store.feeds.save_deferred_polls()
    states = store.feeds.states()
    assert due_feeds(sources, states, now) == ()
    assert due_feeds(sources, states, now + timedelta(minutes=119), ignore_intervals=True) == tuple(sources[:2])
    assert [one.entry.entry_key for one in store.feeds.pending(10, now)] == ["1"]


def test_hits_that_a_suppression_holds_back_are_not_counted_as_hits_to_alert():
    article = builders.article("Kim Kwang-jin and Kang Tae-bok met.")
    one, two, weak = (
        builders.hit(article, key, builders.mention(article.text, "met"), band=band)
        for key, band in (("one", Band.ALERT), ("two", Band.ALERT), ("weak", Band.SUPPRESSED))
    )
    saved = SaveResult(new_hits=(one, two, weak), held_hits=(two, weak))
    summary = reading_articles.with_saved(CycleSummary(hits=((Band.ALERT, 3),), hits_held_back=1), saved)
    assert (dict(summary.hits), summary.hits_held_back) == ({Band.ALERT: 4, Band.SUPPRESSED: 1}, 2)


def test_hits_that_were_dismissed_in_their_story_are_not_counted_as_hits_to_alert():
    article = builders.article("Kim Kwang-jin and Kang Tae-bok met.")
    one, two = (builders.hit(article, key, builders.mention(article.text, "met")) for key in ("one", "two"))
    saved = SaveResult(new_hits=(one, two))
    summary = reading_articles.with_saved(CycleSummary(), saved)
    summary = reading_articles.without_dismissed(summary, saved, {two.hit_id})
    assert (dict(summary.hits), summary.hits_dismissed) == ({one.band: 1}, 1)


def test_entries_beyond_a_cycles_limit_are_said_to_wait(tmp_path, monkeypatch):
    store = Store(DataPaths(tmp_path / "data", tmp_path / "cache"))
    store.prepare()
    store.feeds.save_polls("run", [builders.poll(*(builders.entry(f"e{number}") for number in range(5)))])
    assert store.feeds.pending_count(datetime.now(UTC)) == 5
    monkeypatch.setattr(reading_articles, "PENDING_PER_CYCLE", 0)
    config = RunConfig(Settings(recheck_pages=False), (), Watchlist("w"), AlertsConfig(Mail(), ()), ())
    with TaskEngine(TaskRunnerChoice(), CompiledList("w", bytes)) as engine:
        summary = reading_articles.read_articles(engine, store, "run", config, CycleSummary())
    assert summary.pending == 5
