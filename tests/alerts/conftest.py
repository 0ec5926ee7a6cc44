"""Builders of articles, findings, stories and material for digests, with invented texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from alerts.composing.digest import Material
from alerts.config.subscriptions import Subscription
from alerts.config.value_types import Schedule
from core.records import (
    Article,
    Coverage,
    Finding,
    MatchMethod,
    Mention,
    Notification,
    ReviewVerdict,
    Severity,
    Story,
    Target,
)
from samples import builders

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TEXT = (
    "Prosecutors in Atlanta laid out the case on Monday. Four men, Kim Kwang-jin, Kang Tae-bok, Jong Pong-ju and "
    "Chang Nam-il, are said to have taken remote jobs under borrowed names. Investigators also visited several "
    "laptop farms in the region. Nobody answered the telephone at the company on Tuesday."
)


def target(target_id: str, *, severity: Severity = Severity.HIGH, tags: tuple[str, ...] = ()) -> Target:
    basis = "indicted in 2025" if target_id in builders.PEOPLE else None
    return builders.target(target_id, severity=severity, tags=tags, basis=basis)


def article(
    text: str = TEXT,
    *,
    title: str | None = "Four accused of taking remote jobs under borrowed names",
    site: str = "harbour-times.example",
    seen: datetime = NOW - timedelta(hours=3),
    **more,
) -> Article:
    feed_id = site.partition(".")[0]
    return builders.article(text, title=title, feed_id=feed_id, site=site, seen_at=seen, **more)


def mention(text: str, surface: str, alias: str, method: str = "exact") -> Mention:
    return builders.mention(text, surface, alias, MatchMethod(method))


def finding(
    target_id: str,
    of: Article,
    *mentions: Mention,
    found: datetime = NOW - timedelta(hours=2),
    severity: Severity = Severity.HIGH,
    verdict: ReviewVerdict | None = None,
    tags: tuple[str, ...] = (),
    source_tags: tuple[str, ...] = (),
    story: str | None = None,
    **more,
) -> Finding:
    about = target(target_id, severity=severity, tags=tags)
    made = builders.finding(about, of, *mentions, found_at=found, **{"reason": "the full name"} | more)
    return replace(made, story_id=story, verdict=verdict, source_tags=source_tags)


def subscription(**changes: object) -> Subscription:
    values: dict[str, object] = {
        "subscription_id": "desk",
        "to": ("desk@example.org",),
        "schedule": Schedule(time(8, 0)),
        "zone": ZoneInfo("Europe/London"),
    }
    return Subscription(**(values | changes))


COVERAGE = Coverage(feeds_total=26, feeds_read=26, last_complete_cycle=NOW - timedelta(minutes=10))


def material(
    findings: list[Finding], *stories: Story, notifications: tuple[Notification, ...] = (), **more: object
) -> Material:
    articles = {one.article.article_id: one.article for one in findings}
    members = {one.story_id: tuple(articles[key] for key in one.article_ids if key in articles) for one in stories}
    values: dict[str, object] = {
        "coverage": COVERAGE,
        "findings": findings,
        "stories": stories,
        "notifications": notifications,
    }
    return Material(articles=members, **(values | more))


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The builders: `make.article(…)`, `make.finding(…)`, `make.material(…)` …"""
    parts = (target, article, mention, finding, subscription, builders.story, builders.digest, material)
    return SimpleNamespace(now=NOW, text=TEXT, coverage=COVERAGE, **{part.__name__: part for part in parts})
