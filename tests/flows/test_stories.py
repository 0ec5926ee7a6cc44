"""Stories over many cycles: a development joins its case weeks later, what was notified never splits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.composing.notification_history import NotificationIndex, news_of, notifications_of
from alerts.rendering.cards import card_view
from alerts.rendering.limits import LADDER
from benchmarks.alerts_samples import DESK
from benchmarks.quality_stories import DEVELOPMENTS, labelled
from core.records import ArticleOutcome, CardStatus, StoryCard
from core.settings import Settings
from flows.stories import update_stories
from samples import builders
from storage import integrity
from storage.store import Store

TARGETS = [builders.target("jong-pong-ju"), builders.target("kejia-wang")]


@pytest.fixture
def store(tmp_path) -> Store:
    store = Store(Settings(data_dir=tmp_path).paths)
    store.prepare()
    return store


@pytest.fixture(scope="module")
def members():
    return {one.name: one.member for one in labelled(DEVELOPMENTS)}


def cycle(store, members, *names):
    """Stores these articles as one batch at the time of the last of them, and groups them."""
    outcomes = []
    for name in names:
        article = members[name].article
        entry = builders.entry(name, seen_at=article.first_seen_at)
        article = replace(article, url=entry.url)
        outcomes.append(ArticleOutcome(entry, article, None, members[name].hits))
    now = max(one.article.first_seen_at for one in outcomes)
    store.articles.save("run", outcomes, now)
    assert update_stories(store, TARGETS, now) == ()
    assert integrity.violations(store.paths) == ()
    return now


def stories(store, members):
    return store.stories.of_articles({one.article.article_id for one in members.values()})


def notify(store, story, now):
    """Queues a digest with this story, and returns its card."""
    found = [
        one
        for one in store.findings.between(now - timedelta(days=90), now + timedelta(hours=1))
        if one.story_id == story.story_id
    ]
    news = news_of(story, found, NotificationIndex(store.outbox.notifications("desk")))
    card = StoryCard(story, news.status, news.findings, (), news.changes)
    digest = replace(builders.digest(f"d{now:%d%H}".ljust(20, "0"), at=now), cards=(card,))
    assert store.outbox.enqueue(digest, [], notifications_of(digest))
    return card


def test_a_conviction_two_weeks_later_is_an_update_of_the_story(store, members):
    charged = cycle(store, members, "h03-1", "h03-2")
    (story,) = stories(store, members)
    assert notify(store, story, charged).status is CardStatus.NEW
    convicted = cycle(store, members, "h03-3", "h03-4")
    (grown,) = stories(store, members)
    assert grown.story_id == story.story_id
    assert len(grown.article_ids) == 4
    assert [len(event.article_ids) for event in grown.events] == [2, 2]
    card = notify(store, grown, convicted)
    assert card.status is CardStatus.UPDATE
    assert card.changes[0] == "a development of the case"
    shown = card_view(
        replace(card, articles=store.stories.articles({grown.story_id})[grown.story_id]), DESK, LADDER[0], convicted
    )
    (earlier,) = shown.earlier
    assert earlier.headline == "Tallinn prosecutors charge Jong Pong-ju over Lootus Bank breach"
    assert earlier.facts.endswith(".example")
    assert {one.article.article_id for one in card.findings} == set(grown.events[1].article_ids)


def test_another_report_of_the_same_event_is_no_development(store, members):
    first = cycle(store, members, "h03-1")
    notify(store, *stories(store, members), first)
    cycle(store, members, "h03-2")
    (grown,) = stories(store, members)
    found = store.findings.between(first - timedelta(days=1), first + timedelta(days=1))
    assert news_of(grown, found, NotificationIndex(store.outbox.notifications("desk"))).status is CardStatus.COPY


def test_batches_and_their_order_change_nothing_until_readers_are_notified(store, members, tmp_path):
    names = ["h01-4", "h02-2", "h01-1", "h02-1", "h01-3", "h01-2"]
    for name in names:
        cycle(store, members, name)
    other = Store(Settings(data_dir=tmp_path / "other").paths)
    other.prepare()
    cycle(other, members, *names)
    parts = [[(one.story_id, one.article_ids, one.events) for one in stories(each, members)] for each in (store, other)]
    assert parts[0] == parts[1]
    assert sorted(len(one.article_ids) for one in stories(store, members)) == [2, 4]


def test_a_notified_story_stays_together(store, members):
    now = cycle(store, members, "h01-1", "h02-1")
    first, second = stories(store, members)
    wrong = replace(first, article_ids=(*first.article_ids, *second.article_ids), merged_ids=(second.story_id,))
    store.stories.save([wrong], now)
    notify(store, wrong, now)
    cycle(store, members, "h01-2")
    (story,) = stories(store, members)
    assert story.story_id == first.story_id
    assert len(story.article_ids) == 3
