"""From a real store to messages: told once, whatever is run again; corrections; immediate mail; troubles; the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.subscriptions import parse_alerts
from core.config import parse_document
from core.records import ArticleOutcome, DeliveryState, FeedEntry
from core.settings import Settings
from flows.delivery import Post
from flows.stories import update_stories
from flows.watch import Watch
from storage.store import Store

ALERTS = """
subscriptions:
  - {id: desk, to: [desk@example.org, second@example.org], digest: {daily: "08:00"}, timezone: Europe/London}
  - {id: night, to: [night@example.org], digest: {weekly: "mon 08:00"}, timezone: Asia/Seoul, immediate: {cap: 1 a day}}
"""
HOUR = timedelta(hours=1)


@pytest.fixture
def post(tmp_path) -> Post:
    settings = Settings(data_dir=tmp_path)
    alerts = parse_alerts(parse_document(ALERTS, "alerts.yaml"), ZoneInfo("UTC"))
    store = Store(settings.paths)
    store.prepare()
    return Post(store, Watch(settings, (), None, alerts, ()))


def cycle(post, make, *findings, at):
    """One complete cycle that read these findings' articles."""
    store = post.store
    run = store.begin_run("poll", at)
    store.save_watchlist("w1", [make.target(name) for name in ("kim-kwang-jin", "kang-tae-bok")], at)
    articles = {one.article.article_id: one.article for one in findings}
    outcomes = []
    for key, article in articles.items():
        entry = FeedEntry(article.feed_id, article.entry_key, article.url, article.title, None, None, None, at)
        hits = tuple(one.hit for one in findings if one.article.article_id == key)
        outcomes.append(ArticleOutcome(entry, article, None, hits))
    saved = store.save_outcomes(run, outcomes, at)
    update_stories(store, [make.target("kim-kwang-jin"), make.target("kang-tae-bok")], at)
    store.end_run(run, at, {}, complete=True)
    return saved


def subjects(post):
    return sorted((one.recipient, one.subject) for one in post.store.deliveries())


def test_a_cycle_that_is_replayed_sends_nothing(post, make):
    one = make.article()
    found = [make.finding("kim-kwang-jin", one), make.finding("kang-tae-bok", one)]
    cycle(post, make, *found, at=make.now)
    assert post.send_due(make.now + HOUR) == 2, "each subscription's first digest"
    assert post.drain(make.now + HOUR).written == 3
    sent = subjects(post)
    for later in (2, 30):
        now = make.now + later * HOUR
        cycle(post, make, *found, at=now)
        assert post.send_due(now) == 0
        assert post.send_now(now) == 0
        assert post.drain(now).written == 0
    assert subjects(post) == sent


def test_without_mail_digests_are_files(post, make):
    cycle(post, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    post.preview(make.now + HOUR)
    post.send_due(make.now + HOUR)
    post.drain(make.now + HOUR)
    names = sorted(path.name for path in post.watch.settings.paths.outbox.iterdir())
    assert "preview.html" in names
    assert sum(name.endswith(".eml") for name in names) == 3
    assert {one.state for one in post.store.deliveries()} == {DeliveryState.WRITTEN}


def test_an_edit_with_a_new_name_and_one_with_a_correction_are_told(post, make):
    first = make.article()
    cycle(post, make, make.finding("kim-kwang-jin", first), at=make.now)
    post.send_due(make.now + HOUR)
    edited = make.article(text=f"{make.text} The report was updated.")
    news = [make.finding("kim-kwang-jin", edited), make.finding("kang-tae-bok", edited)]
    cycle(post, make, *news, at=make.now + 2 * HOUR)
    digest = post.pending_digest(post.watch.alerts.subscriptions[0], make.now + 3 * HOUR)
    assert [(card.status, card.changes) for card in digest.cards] == [("update", ("new on this story: Kang Tae-bok",))]
    assert post.send_now(make.now + 3 * HOUR) == 2
    corrected = make.article(text=f"{make.text} The report was updated.\nCorrection: it was Tuesday.")
    cycle(post, make, *(replace(one, article=corrected) for one in rehit(make, corrected)), at=make.now + 4 * HOUR)
    digest = post.pending_digest(post.watch.alerts.subscriptions[0], make.now + 5 * HOUR)
    assert [card.status for card in digest.cards] == ["correction"]
    assert post.send_now(make.now + 5 * HOUR) == 2
    assert post.send_now(make.now + 6 * HOUR) == 0


def rehit(make, article):
    return [make.finding("kim-kwang-jin", article), make.finding("kang-tae-bok", article)]


def test_immediate_mail_leaves_after_its_batch_and_counts_as_told(post, make):
    one, two = (
        make.article(),
        make.article(site="other.example", key="2", text=f"Meanwhile. {make.text[::-1]} Kim Kwang-jin"),
    )
    saved = cycle(post, make, make.finding("kim-kwang-jin", one), at=make.now)
    assert post.send_immediate(saved.new_hits, make.now) == 1
    assert post.send_immediate(saved.new_hits, make.now) == 0, "told already"
    later = cycle(post, make, make.finding("kim-kwang-jin", two), at=make.now + HOUR)
    assert post.send_immediate(later.new_hits, make.now + HOUR) == 0, "one a day"
    night = post.watch.alerts.subscriptions[1]
    digest = post.pending_digest(night, make.now + 2 * HOUR)
    told = {one.article.site for card in (*digest.cards, *digest.copies) for one in card.findings}
    assert told == {"other.example"}


def test_trouble_is_told_once_a_day_to_everybody(post, make):
    broken = replace(post, watch=replace(post.watch, problems=("config/feeds.yaml:1:1: no",)))
    assert broken.send_troubles(make.now) == 1
    broken.drain(make.now)
    assert broken.send_troubles(make.now + HOUR) == 0
    assert broken.send_troubles(make.now + 24 * HOUR) == 1
    assert {one.recipient for one in post.store.deliveries()} == {
        "desk@example.org",
        "second@example.org",
        "night@example.org",
    }


def test_the_feed_of_stories_is_written(post, make):
    cycle(post, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    post.publish_feed(make.now + HOUR)
    assert b"urn:watchword:story:" in (post.watch.settings.paths.public / "stories.atom").read_bytes()


def test_a_preview_is_written_even_for_nobody(post, make):
    nobody = replace(post, watch=replace(post.watch, alerts=replace(post.watch.alerts, subscriptions=())))
    cycle(nobody, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    assert "Kim Kwang-jin" in nobody.preview(make.now + HOUR)
    assert (nobody.send_due(make.now + HOUR), nobody.send_troubles(make.now + HOUR)) == (0, 0)
