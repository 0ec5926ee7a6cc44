"""Changes of the watchlist in digests: each desk its own, and many as a count."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from zoneinfo import ZoneInfo

import pytest

from alerts.config.alerts_file import parse_alerts
from alerts.rendering.bodies import render
from core.config import parse_document
from core.records import ArticleOutcome, Target, TargetKind
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.run_config import RunConfig
from samples import builders
from storage.store import Store

ALERTS = """
subscriptions:
  - {id: bank, to: [bank@example.org], tags: [bank], timezone: UTC}
  - {id: sea, to: [sea@example.org], tags: [sea], timezone: UTC}
"""


FIRST = Target("first", "First Entry", TargetKind.ACTOR, tags=("bank", "sea"), entry_hash="1")


@pytest.fixture
def dispatcher(tmp_path):
    settings = Settings(data_dir=tmp_path)
    alerts = parse_alerts(parse_document(ALERTS, "alerts.yaml"), ZoneInfo("UTC"))
    store = Store(settings.paths)
    store.prepare()
    return Dispatcher(store, RunConfig(settings, (), None, alerts, ()))


@pytest.fixture
def add(dispatcher, make):
    """Adds entries to the list an hour ago."""

    def added(*entries: Target) -> None:
        dispatcher.store.watchlists.save("w1", [FIRST], make.now - timedelta(hours=2))
        dispatcher.store.watchlists.save("w2", [FIRST, *entries], make.now - timedelta(hours=1))

    return added


@pytest.fixture
def texts(dispatcher, add, make):
    """The texts of both desks' next digests after these entries were added."""

    def after_adding(*added: Target) -> dict[str, str]:
        add(*added)
        return {
            one.subscription_id: render(dispatcher.pending_digest(one, make.now), one).text
            for one in dispatcher.config.alerts.subscriptions
        }

    return after_adding


def entry(number: int, tag: str) -> Target:
    return Target(f"entry-{number}", f"Anton Velmar {number}", TargetKind.ACTOR, tags=(tag,), entry_hash="1")


def test_a_desk_learns_no_name_of_another(texts):
    found = texts(entry(1, "bank"), entry(2, "sea"))
    assert "Watchlist changed: Anton Velmar 1 was added" in found["bank"]
    assert "Velmar 2" not in found["bank"]
    assert "Watchlist changed: Anton Velmar 2 was added" in found["sea"]
    assert "Velmar 1" not in found["sea"]


def test_more_than_ten_changes_are_a_count_with_a_command(texts):
    found = texts(*(entry(number, "bank") for number in range(12)))["bank"]
    (line,) = [one for one in found.splitlines() if "Watchlist changed" in one]
    assert "added" in line
    assert "watchword watchlist changes" in found
    assert "Velmar" not in found


def test_a_digest_that_is_sent_names_the_changes_and_changes_alone_send_none(dispatcher, add, make):
    add(entry(1, "bank"))
    assert dispatcher.queue_pending(make.now).queued == 0
    article = builders.article("First Entry was charged.", seen_at=make.now - timedelta(hours=1))
    hit = builders.hit(article, "first", builders.mention(article.text, "First Entry"))
    outcome = ArticleOutcome(builders.entry_of(article), article, hits=(hit,))
    dispatcher.store.articles.save("run", [outcome], make.now - timedelta(minutes=30))
    assert dispatcher.queue_pending(make.now).queued == 2
    bodies = {
        one.subscription_id: message_from_bytes(one.body, policy=default).get_body(("plain",)).get_content()
        for one in dispatcher.store.outbox.due(make.now)
    }
    assert "Watchlist changed: Anton Velmar 1 was added" in bodies["bank"]
    assert "Velmar" not in bodies["sea"]
