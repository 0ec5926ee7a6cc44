"""At every border of a batch, one item that fails in any way costs only itself."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from alerts.composing.digest import Material
from alerts.config.alerts_file import parse_alerts
from core.config import parse_document
from core.errors import StorageDamagedError
from core.isolation import INTERNAL_ERROR, attempt, attempt_in_halves
from core.records import ArticleOutcome, Failure, FailureKind, FeedSource, FeedState, PendingEntry, Stage
from core.settings import Settings
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetched, Outcome
from extractors.fetching.errors import FetchErrorDetails, FetchErrorKind
from extractors.fetching.policy import FetchPolicy
from extractors.fetching.site_limits import SiteLimits
from extractors.polling import cycle
from flows import archive, dispatcher, reading_articles, stories
from flows.run_config import RunConfig
from flows.workers import work
from matching.presearch import FoldedWordIndexer
from samples import builders
from storage.store import Store
from storage.store.articles import Articles
from storage.tables import rematching

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
KINDS = [
    ValueError("Kim Kwang-jin"),
    AssertionError(),
    RecursionError(),
    MemoryError(),
    KeyError("x"),
    UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
    StopIteration(),
    OSError(5, "input/output"),
    type("OfALibrary", (Exception,), {})("no base of ours"),
]


@pytest.fixture(params=KINDS, ids=lambda error: type(error).__name__)
def error(request) -> Exception:
    return request.param


@pytest.fixture
def store(tmp_path) -> Store:
    store = Store(Settings(data_dir=tmp_path).paths)
    store.prepare()
    return store


def outcome(key: str) -> ArticleOutcome:
    entry = builders.entry(key)
    article = builders.article(f"Kim Kwang Jin was charged. This is the article {key}.", key=key, url=entry.url)
    return ArticleOutcome(
        entry, article, None, (builders.hit(article, "kim-kwang-jin", builders.mention(article.text, "Kim Kwang Jin")),)
    )


def is_internal(failure: Failure | None, stage: Stage, key: str) -> bool:
    return failure is not None and (failure.stage, failure.key, failure.cause) == (stage, key, INTERNAL_ERROR)


def raising(error: Exception, work, is_bad):
    """`work`, which raises `error` where `is_bad` says so of its arguments."""

    def wrapped(*args, **kwargs):
        if is_bad(*args, **kwargs):
            raise error
        return work(*args, **kwargs)

    return wrapped


# ---------------------------------------------------------------- the means


def test_a_failure_names_type_and_place_but_not_the_text(error):
    def work():
        raise error

    failure = attempt(Stage.MATCH, "https://e.example/1", work)
    assert is_internal(failure, Stage.MATCH, "https://e.example/1")
    assert type(error).__name__ in failure.message
    assert "tests/flows/test_isolation.py:" in failure.message
    assert "Kim" not in failure.message
    assert failure.kind is FailureKind.TRANSIENT


def test_what_stops_the_whole_step_is_raised():
    def full():
        raise StorageDamagedError("the disk is full")

    with pytest.raises(StorageDamagedError):
        attempt(Stage.STORE, "k", full)


@pytest.mark.parametrize("bad", [set(), {0}, {7}, {3, 4}, set(range(8))])
def test_halves_find_every_bad_item_and_keep_the_others(bad):
    def work(items):
        if bad & set(items):
            raise ValueError
        return sum(items)

    results, failed = attempt_in_halves(Stage.STORE, range(8), str, work)
    assert {item for item, _ in failed} == bad
    assert sum(results) == sum(set(range(8)) - bad)


# ---------------------------------------------------------------- fetching, extracting, matching


NOT_FOUND = FetchErrorDetails(FetchErrorKind.HTTP_STATUS, "Not Found", retryable=False)


class Answers:
    """A fetcher that raises for one address and answers 404 to the others."""

    policy = FetchPolicy()

    def __init__(self, error: Exception, bad: str) -> None:
        self.error, self.bad, self.limits = error, bad, SiteLimits()

    async def fetch(self, request):
        if request.url == self.bad:
            raise self.error
        return Fetched(request.url, Outcome.FAILED, status=404, error=NOT_FOUND)


class Pool:
    """A pool that works in this process, and raises for one key."""

    def __init__(self, error: Exception, bad: str) -> None:
        self.error, self.bad = error, bad

    async def run(self, function, *args, key=None, turn=0):
        if self.bad in repr(args):
            raise self.error
        return function(*args)


def read(fetcher, pool, *keys):
    pending = [PendingEntry(builders.entry(key)) for key in keys]
    return asyncio.run(read_entries(fetcher, pending, sources={}, host_memory={}, pool=pool, now=NOW))


def test_an_error_while_fetching_costs_one_entry(error):
    bad = builders.entry("e1").url
    found = read(Answers(error, bad), Pool(error, "nothing"), "e1", "e2", "e3")
    assert [is_internal(one.failure, Stage.PAGE, bad) for one in found] == [True, False, False]


def test_an_error_while_extracting_costs_one_entry(error):
    found = read(Answers(error, "nothing"), Pool(error, "'e2'"), "e1", "e2", "e3")
    assert [one.failure.cause == INTERNAL_ERROR for one in found] == [False, True, False]


def test_an_error_while_matching_costs_one_article(error):
    bad, good = outcome("e1"), outcome("e2")
    matcher = SimpleNamespace(match=raising(error, lambda _: (), lambda article: article == bad.article))
    found = [work._with_hits(one, lambda: matcher) for one in (bad, good)]
    assert is_internal(found[0].failure, Stage.MATCH, bad.article.url)
    assert found[0].article is None, "so that it is read again"
    assert found[1].article == good.article


def test_an_entry_is_matched_while_others_wait_for_their_sites():
    matched = threading.Event()

    class SlowForOne(Answers):
        async def fetch(self, request, **rest):
            if request.url == builders.entry("e2").url:
                await asyncio.to_thread(matched.wait, 120)
                assert matched.is_set(), "e1 waits for the end of the batch"
            return await super().fetch(request, **rest)

    def then(outcome):
        matched.set()
        return outcome

    pending = [PendingEntry(builders.entry(key)) for key in ("e1", "e2")]
    found = asyncio.run(
        read_entries(
            SlowForOne(ValueError(), "nothing"),
            pending,
            sources={},
            host_memory={},
            pool=Pool(ValueError(), "nothing"),
            now=NOW,
            then=then,
        )
    )
    assert [one.entry.entry_key for one in found] == ["e1", "e2"]
    assert not any(one.failure and one.failure.cause == INTERNAL_ERROR for one in found)


def test_an_error_with_one_feed_costs_one_feed(error, monkeypatch):
    sources = [FeedSource(name, f"https://{name}.example/feed") for name in ("good", "bad", "worse")]
    conclude = raising(error, cycle._conclude, lambda answer, *_: answer.source.feed_id == "worse")
    monkeypatch.setattr(cycle, "_conclude", conclude)
    monkeypatch.setattr(cycle, "as_one_outage", lambda polls, *_: polls)
    fetcher = Answers(error, "https://bad.example/feed")
    states = {source.feed_id: FeedState(source.feed_id, source.url) for source in sources}
    polls = asyncio.run(cycle.poll_feeds(fetcher, sources, states, NOW, pool=Pool(error, "nothing")))
    good, bad, worse = polls
    assert good.failure.cause == "http_status"
    for found, name in ((bad, "bad"), (worse, "worse")):
        assert is_internal(found.failure, Stage.FEED, name)
        assert found.state.failure_streak == 1
        assert found.state.next_due_at > NOW


# ---------------------------------------------------------------- storing, grouping, indexing


def test_an_error_while_storing_costs_one_outcome_and_is_tried_again(error, store):
    poison = outcome("e2")

    def has_poison(_store, _run, outcomes, _at):
        return any(one.article == poison.article for one in outcomes)

    class Choosy(Articles):
        save = raising(error, Articles.save, has_poison)

    choosy = Store(store.paths)
    choosy.articles = Choosy(store.paths)
    entries = [builders.entry(f"e{number}") for number in range(5)]
    store.feeds.save_polls("run", [builders.poll(*entries)])
    saved = reading_articles.save_outcomes.fn(choosy, "run", [outcome(f"e{number}") for number in range(5)], NOW)
    assert saved.new_articles == 4
    assert [failure.stage for failure in saved.failures] == [Stage.STORE]
    assert [one.entry.entry_key for one in store.feeds.pending(10, NOW + timedelta(days=1))] == ["e2"]
    assert store.feeds.pending(10, NOW) == ()


def test_a_full_disk_is_no_failure_of_one_item(store):
    class Full(Articles):
        def save(self, *_args):
            raise StorageDamagedError("the disk is full")

    full = Store(store.paths)
    full.articles = Full(store.paths)
    with pytest.raises(StorageDamagedError):
        reading_articles.save_outcomes.fn(full, "run", [outcome("e1"), outcome("e2")], NOW)


def test_an_error_while_grouping_costs_one_article(error, store, monkeypatch):
    store.articles.save("run", [outcome(f"e{number}") for number in range(3)], NOW)
    ids = [outcome(f"e{number}").article.article_id for number in range(3)]

    def has_bad(fresh, *_, **__):
        return ids[1] in {one.article.article_id for one in fresh}

    monkeypatch.setattr(stories, "group", raising(error, stories.group, has_bad))
    (failure,) = stories.update_stories(store, [builders.target("kim-kwang-jin")], NOW)
    assert failure.stage is Stage.GROUP
    assert {member for story in store.stories.of_articles(set(ids)) for member in story.article_ids} == {ids[0], ids[2]}


def test_an_error_while_indexing_costs_one_article(error, store):
    store.articles.save("run", [outcome(f"e{number}") for number in range(3)], NOW)

    class Broken(FoldedWordIndexer):
        words = raising(error, FoldedWordIndexer.words, lambda _self, article: article.url == outcome("e1").article.url)

    indexed, (failure,) = store.articles.index_words(Broken())
    assert (indexed, failure.stage) == (2, Stage.INDEX)
    assert store.articles.index_words(FoldedWordIndexer()) == (1, ()), "it is taken up again"


def test_an_error_while_matching_a_stored_article_keeps_its_hits(error, store):
    target = builders.target("kim-kwang-jin")
    store.watchlists.save("w1", [target], NOW)
    store.articles.save("run", [outcome(f"e{number}") for number in range(3)], NOW)
    job = store.watchlists.add_rematch_job(["kim-kwang-jin"], "w1", NOW - timedelta(days=9), NOW)
    bad = outcome("e1").article.article_id
    matcher = SimpleNamespace(match=raising(error, lambda _: (), lambda article: article.article_id == bad))
    watchlist = parse_list()
    results = [saved for _, saved in archive.reread(store, job, watchlist, matcher)]
    assert [failure.stage for one in results for failure in one.failures] == [Stage.MATCH]
    assert {hit.article_id for one in results for hit in one.closed_hits} == {
        outcome("e0").article.article_id,
        outcome("e2").article.article_id,
    }
    assert store.watchlists.rematch_jobs() == ()


def test_a_batch_of_long_stored_texts_is_smaller_and_all_are_read_again(store, monkeypatch):
    monkeypatch.setattr(rematching, "_ENOUGH_BYTES", len(outcome("e0").article.text) + 1)
    store.watchlists.save("w1", [builders.target("kim-kwang-jin")], NOW)
    store.articles.save("run", [outcome(f"e{number}") for number in range(5)], NOW)
    job = store.watchlists.add_rematch_job(["kim-kwang-jin"], "w1", NOW - timedelta(days=9), NOW)
    matcher = SimpleNamespace(match=lambda _: ())
    assert [read for read, _ in archive.reread(store, job, parse_list(), matcher)] == [2, 2, 1]
    assert store.watchlists.rematch_jobs() == ()


def test_stored_articles_are_read_many_at_a_time_and_saved_in_parts_newest_first(store, monkeypatch):
    monkeypatch.setattr(archive, "_READ_TOGETHER", 4)
    monkeypatch.setattr(archive, "_SAVED_TOGETHER", 3)
    store.watchlists.save("w1", [builders.target("kim-kwang-jin")], NOW)
    store.articles.save("run", [outcome(f"e{number}") for number in range(9)], NOW)
    job = store.watchlists.add_rematch_job(["kim-kwang-jin"], "w1", NOW - timedelta(days=9), NOW)
    queued = [one.article_id for one in store.watchlists.rematch_batch(job, 9)]
    matched = []
    matcher = SimpleNamespace(match=lambda article: matched.append(article.article_id) or ())
    steps = archive.reread(store, job, parse_list(), matcher)
    assert next(steps)[0] == 3
    assert store.watchlists.rematch_left() == 6, "what was matched is saved before the next part is"
    assert [read for read, _ in steps] == [1, 3, 1, 1]
    assert matched == queued
    assert store.watchlists.rematch_jobs() == ()


def parse_list():
    from matching.watchlist.loading import parse_watchlist

    text = "version: 1\nactors: [{id: kim-kwang-jin, name: Kim Kwang-jin}]"
    return parse_watchlist([parse_document(text, "watchlist.yaml")])


# ---------------------------------------------------------------- composing


@pytest.fixture
def desk(store):
    text = "subscriptions: [{id: desk, to: [desk@example.org], timezone: Europe/London, immediate: {cap: 5 a day}}]"
    config = parse_alerts(parse_document(text, "alerts.yaml"), ZoneInfo("UTC"))
    run = store.runs.begin("poll", NOW)
    target = replace(builders.target("kim-kwang-jin"), severity="high")
    store.watchlists.save("w1", [target], NOW)
    saved = store.articles.save(run, [outcome(f"e{number}") for number in range(3)], NOW)
    store.runs.end(run, NOW, {}, complete=True)
    settings = Settings(data_dir=store.paths.live.parents[1])
    return dispatcher.Dispatcher(store, RunConfig(settings, (), None, config, ())), saved


@pytest.mark.parametrize("queue", ["queue_pending", "queue_immediate"])
def test_an_error_with_one_finding_leaves_only_that_out_of_the_mail(error, desk, monkeypatch, queue):
    desk, saved = desk
    bad = outcome("e1").hits[0].hit_id

    def has_bad(*args, **_):
        (material,) = [one for one in args if isinstance(one, Material)]
        return bad in {one.hit.hit_id for one in material.findings}

    for name in ("compose", "compose_immediate"):
        monkeypatch.setattr(dispatcher, name, raising(error, getattr(dispatcher, name), has_bad))
    at = NOW + timedelta(hours=1)
    result = desk.queue_pending(at) if queue == "queue_pending" else desk.queue_immediate(saved.new_hits, at)
    assert result.queued == 1
    assert [(one.stage, one.key) for one in result.failures] == [(Stage.COMPOSE, f"desk, hit {bad}")]
    (message,) = desk.store.outbox.newest()
    text = message_from_bytes(message.body, policy=default).get_body(("plain",)).get_content()
    assert "news.example/e0" in text
    assert "news.example/e1" not in text
    if queue == "queue_pending":  # an immediate mail has no such section; the next digest tries the hit again
        assert "1 hit: could not be shown" in text


def test_a_subscription_that_cannot_be_composed_at_all_stops_no_other(error, desk, monkeypatch):
    desk, _ = desk
    second = replace(desk.config.alerts.subscriptions[0], subscription_id="other")
    two = replace(desk.config.alerts, subscriptions=(*desk.config.alerts.subscriptions, second))
    both = replace(desk, config=replace(desk.config, alerts=two))

    def is_first(subscription, *_):
        return subscription.subscription_id == "desk"

    monkeypatch.setattr(dispatcher, "compose", raising(error, dispatcher.compose, is_first))
    result = both.queue_pending(NOW + timedelta(hours=1))
    assert result.queued == 1
    assert {one.stage for one in result.failures} == {Stage.COMPOSE}
    assert [one.subscription_id for one in desk.store.outbox.newest()] == ["other"]
