"""A run in which nothing is due is a complete cycle without Prefect; whatever is due makes it a cycle with Prefect."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.records import ArticleOutcome, FeedPoll, FeedState, PollStatus
from core.settings import Settings
from flows.idle import idle_cycle
from flows.run_config import load_run_config
from samples import builders
from storage.database.locks import run_lock
from storage.store import Store

FEEDS = "feeds: [{id: wire, url: 'https://wire.example/feed', every: 30m}]\n"
WATCHLIST = "version: 1\nactors: [{id: kim, name: Kim Kwang-jin}]\n"
ALERTS = "subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC, when_empty: never}]\n"
NOW = datetime.now(UTC)


@pytest.fixture
def settings(tmp_path) -> Settings:
    config = tmp_path / "config"
    config.mkdir()
    for name, text in (("feeds", FEEDS), ("watchlist", WATCHLIST), ("alerts", ALERTS)):
        (config / f"{name}.yaml").write_text(text)
    return Settings(config_dir=config, data_dir=tmp_path / "data")


@pytest.fixture
def store(settings) -> Store:
    """A store after a complete cycle: the feed was just polled, the watchlist is adopted, the first digest was due."""
    store, config = Store(settings.paths), load_run_config(settings)
    store.prepare()
    store.feeds.sync(config.sources)
    store.watchlists.save(config.watchlist.version, config.watchlist.targets, NOW)
    state = FeedState("wire", "https://wire.example/feed", next_due_at=NOW + timedelta(minutes=30))
    store.feeds.save_polls("run", [FeedPoll("wire", NOW, PollStatus.UNCHANGED, state)])
    return store


def idle(settings: Settings, *, ignore_intervals: bool = False):
    return idle_cycle(settings, ignore_intervals=ignore_intervals)


def test_a_run_with_nothing_due_is_a_complete_cycle_with_its_preview(settings, store):
    before = store.runs.last_complete()
    cycle, tick = idle(settings)
    assert (cycle.feeds_total, cycle.feeds_due, cycle.nothing_answered) == (1, 0, False)
    assert [one[0] for one in tick.upcoming] == ["desk"]
    assert before is None
    assert store.runs.last_complete() >= NOW
    assert (settings.paths.outbox / "preview.html").is_file()
    assert settings.paths.snapshot.is_file()


def change_list(settings: Settings, store: Store):
    (settings.config_dir / "watchlist.yaml").write_text(WATCHLIST.replace("Kwang-jin", "Kwang-il"))


def add_feed(settings: Settings, store: Store):
    new = ", {id: other, url: 'https://other.example/'}]"
    (settings.config_dir / "feeds.yaml").write_text(FEEDS.replace("]", new))


def queue_entry(settings: Settings, store: Store):
    (source,) = load_run_config(settings).sources
    state = FeedState(source.feed_id, source.url, next_due_at=NOW + timedelta(minutes=30))
    entry = builders.entry("1", "wire", seen_at=NOW)
    store.feeds.save_polls("run", [FeedPoll("wire", NOW, PollStatus.NEW, state, entries=(entry,))])


def queue_rematch(settings: Settings, store: Store):
    store.watchlists.add_rematch_job(["kim"], "v1", NOW - timedelta(days=90), NOW)


@pytest.mark.parametrize("make_due", [change_list, add_feed, queue_entry, queue_rematch])
def test_nothing_is_done_without_prefect_if_something_is_due(settings, store, make_due):
    make_due(settings, store)
    assert idle(settings) is None
    assert store.runs.last_complete() is None, "the cycle is left to the flow"


def test_ignored_intervals_make_feeds_due(settings, store):
    assert idle(settings, ignore_intervals=True) is None


def test_a_first_digest_without_anything_to_say_is_not_due(settings, store):
    store.runs.end(store.runs.begin("poll", NOW), NOW, {})
    assert idle(settings) is not None


def test_a_digest_that_is_due_is_left_to_the_flow(settings, store):
    store.runs.end(store.runs.begin("poll", NOW), NOW, {})
    entry = builders.entry("1", "wire", seen_at=NOW)
    article = builders.article("Kim Kwang Jin was charged.", key="1", feed_id="wire", url=entry.url, seen_at=NOW)
    hit = builders.hit(article, "kim", builders.mention(article.text, "Kim Kwang Jin"))
    store.articles.save("run", [ArticleOutcome(entry, article, None, (hit,))], NOW)
    assert idle(settings) is None


def test_while_another_run_is_at_work_no_cycle_is_recorded(settings, store):
    with run_lock(settings.paths, "run"):
        cycle, _ = idle(settings)
    assert "watchword run" in cycle.holder
    assert store.runs.last_complete() is None
