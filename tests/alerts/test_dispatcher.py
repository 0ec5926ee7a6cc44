"""From a real store to messages: each hit is reported once; corrections; immediate mail; troubles; the Atom feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from alerts.config.alerts_file import parse_alerts
from core.config import parse_document
from core.records import ArticleOutcome, DeliveryState, FeedEntry
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.run_config import RunConfig
from flows.stories import update_stories
from storage.store import Store

ALERTS = """
subscriptions:
  - {id: desk, to: [desk@example.org, second@example.org], digest: {daily: "08:00"}, timezone: Europe/London}
  - {id: night, to: [night@example.org], digest: {weekly: "mon 08:00"}, timezone: Asia/Seoul, immediate: {cap: 1 a day}}
"""
HOUR = timedelta(hours=1)


@pytest.fixture
def dispatcher(tmp_path) -> Dispatcher:
    return dispatcher_of(ALERTS, tmp_path)


def dispatcher_of(alerts: str, data_dir: Path) -> Dispatcher:
    """The dispatcher of an empty data folder with this alerts.yaml."""
    settings = Settings(data_dir=data_dir)
    store = Store(settings.paths)
    store.prepare()
    parsed = parse_alerts(parse_document(alerts, "alerts.yaml"), ZoneInfo("UTC"))
    return Dispatcher(store, RunConfig(settings, (), None, parsed, ()))


def cycle(dispatcher, make, *findings, at):
    """One complete cycle that read these findings' articles."""
    store = dispatcher.store
    run = store.runs.begin("poll", at)
    store.watchlists.save("w1", [make.target(name) for name in ("kim-kwang-jin", "kang-tae-bok")], at)
    articles = {one.article.article_id: one.article for one in findings}
    outcomes = []
    for key, article in articles.items():
        entry = FeedEntry(article.feed_id, article.entry_key, article.url, article.title, None, None, None, at)
        hits = tuple(one.hit for one in findings if one.article.article_id == key)
        outcomes.append(ArticleOutcome(entry, article, None, hits))
    saved = store.articles.save(run, outcomes, at)
    update_stories(store, [make.target("kim-kwang-jin"), make.target("kang-tae-bok")], at)
    store.runs.end(run, at, {}, complete=True)
    return saved


def subjects(dispatcher):
    return sorted((one.recipient, one.subject) for one in dispatcher.store.outbox.newest())


def test_a_cycle_that_is_replayed_sends_nothing(dispatcher, make):
    one = make.article()
    found = [make.finding("kim-kwang-jin", one), make.finding("kang-tae-bok", one)]
    cycle(dispatcher, make, *found, at=make.now)
    assert dispatcher.queue_due(make.now + HOUR).queued == 2, "each subscription's first digest"
    assert dispatcher.drain(make.now + HOUR).written == 3
    sent = subjects(dispatcher)
    for later in (2, 30):
        now = make.now + later * HOUR
        cycle(dispatcher, make, *found, at=now)
        assert dispatcher.queue_due(now).queued == 0
        assert dispatcher.queue_pending(now).queued == 0
        assert dispatcher.drain(now).written == 0
    assert subjects(dispatcher) == sent


def test_without_mail_digests_are_files(dispatcher, make):
    cycle(dispatcher, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    dispatcher.preview(make.now + HOUR)
    dispatcher.queue_due(make.now + HOUR)
    dispatcher.drain(make.now + HOUR)
    names = sorted(path.name for path in dispatcher.config.settings.paths.outbox.iterdir())
    assert "preview.html" in names
    assert sum(name.endswith(".eml") for name in names) == 3
    assert {one.state for one in dispatcher.store.outbox.newest()} == {DeliveryState.WRITTEN}


def test_an_edit_with_a_new_name_and_one_with_a_correction_are_reported(dispatcher, make):
    first = make.article()
    cycle(dispatcher, make, make.finding("kim-kwang-jin", first), at=make.now)
    dispatcher.queue_due(make.now + HOUR)
    edited = make.article(text=f"{make.text} The report was updated.")
    news = [make.finding("kim-kwang-jin", edited), make.finding("kang-tae-bok", edited)]
    cycle(dispatcher, make, *news, at=make.now + 2 * HOUR)
    digest = dispatcher.pending_digest(dispatcher.config.alerts.subscriptions[0], make.now + 3 * HOUR)
    assert [(card.status, card.changes) for card in digest.cards] == [("update", ("new on this story: Kang Tae-bok",))]
    assert dispatcher.queue_pending(make.now + 3 * HOUR).queued == 2
    corrected = make.article(text=f"{make.text} The report was updated.\nCorrection: it was Tuesday.")
    cycle(
        dispatcher, make, *(replace(one, article=corrected) for one in rehit(make, corrected)), at=make.now + 4 * HOUR
    )
    digest = dispatcher.pending_digest(dispatcher.config.alerts.subscriptions[0], make.now + 5 * HOUR)
    assert [card.status for card in digest.cards] == ["correction"]
    assert dispatcher.queue_pending(make.now + 5 * HOUR).queued == 2
    assert dispatcher.queue_pending(make.now + 6 * HOUR).queued == 0


def rehit(make, article):
    return [make.finding("kim-kwang-jin", article), make.finding("kang-tae-bok", article)]


def test_immediate_mail_is_sent_after_its_batch_and_not_repeated(dispatcher, make):
    one, two = (
        make.article(),
        make.article(site="other.example", key="2", text=f"Meanwhile. {make.text[::-1]} Kim Kwang-jin"),
    )
    saved = cycle(dispatcher, make, make.finding("kim-kwang-jin", one), at=make.now)
    assert dispatcher.queue_immediate(saved.new_hits, make.now).queued == 1
    assert dispatcher.queue_immediate(saved.new_hits, make.now).queued == 0, "notified already"
    later = cycle(dispatcher, make, make.finding("kim-kwang-jin", two), at=make.now + HOUR)
    assert dispatcher.queue_immediate(later.new_hits, make.now + HOUR).queued == 0, "one a day"
    night = dispatcher.config.alerts.subscriptions[1]
    digest = dispatcher.pending_digest(night, make.now + 2 * HOUR)
    sites = {one.article.site for card in (*digest.cards, *digest.copies) for one in card.findings}
    assert sites == {"other.example"}


def test_trouble_is_sent_once_a_day_to_everybody(dispatcher, make):
    broken = replace(dispatcher, config=replace(dispatcher.config, problems=("config/feeds.yaml:1:1: no",)))
    assert broken.queue_trouble_notices(make.now) == 1
    broken.drain(make.now)
    assert broken.queue_trouble_notices(make.now + HOUR) == 0
    assert broken.queue_trouble_notices(make.now + 24 * HOUR) == 1
    assert {one.recipient for one in dispatcher.store.outbox.newest()} == {
        "desk@example.org",
        "second@example.org",
        "night@example.org",
    }


def test_the_feed_of_stories_is_written(dispatcher, make):
    cycle(dispatcher, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    dispatcher.publish_feed(make.now + HOUR)
    assert b"urn:watchword:story:" in (dispatcher.config.settings.paths.public / "stories.atom").read_bytes()


def test_a_preview_is_written_even_for_nobody(dispatcher, make):
    nobody = replace(
        dispatcher, config=replace(dispatcher.config, alerts=replace(dispatcher.config.alerts, subscriptions=()))
    )
    cycle(nobody, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    assert "Kim Kwang-jin" in nobody.preview(make.now + HOUR)
    assert (nobody.queue_due(make.now + HOUR).queued, nobody.queue_trouble_notices(make.now + HOUR)) == (0, 0)
