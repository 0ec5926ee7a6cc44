"""Builders of articles, findings, stories and material for digests, with invented texts."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from alerts.composing import Material
from alerts.config_types import Schedule
from alerts.subscriptions import Subscription
from core.identity import digest_of, hit_id
from core.records import (
    Article,
    Band,
    Coverage,
    EntryOrigin,
    Finding,
    Hit,
    MatchMethod,
    Mention,
    Notification,
    Published,
    Quality,
    Reason,
    ReasonCode,
    ReviewVerdict,
    Severity,
    Story,
    Target,
    TargetKind,
    TextField,
    Zone,
    ZoneKind,
)

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TEXT = (
    "Prosecutors in Atlanta laid out the case on Monday. Four men, Kim Kwang-jin, Kang Tae-bok, Jong Pong-ju and "
    "Chang Nam-il, are said to have taken remote jobs under borrowed names. Investigators also visited several "
    "laptop farms in the region. Nobody answered the telephone at the company on Tuesday."
)
NAMES = {
    "kim-kwang-jin": "Kim Kwang-jin",
    "kang-tae-bok": "Kang Tae-bok",
    "jong-pong-ju": "Jong Pong-ju",
    "chang-nam-il": "Chang Nam-il",
    "zhenxing-wang": "Zhenxing Wang",
}


def target(target_id: str, *, severity: Severity = Severity.HIGH, tags: tuple[str, ...] = ()) -> Target:
    if target_id in NAMES:
        return Target(target_id, NAMES[target_id], TargetKind.ACTOR, severity, tags, basis="indicted in 2025")
    return Target(target_id, target_id.replace("-", " ").capitalize(), TargetKind.SCHEME, severity, tags)


def article(
    text: str = TEXT,
    *,
    title: str | None = "Four accused of taking remote jobs under borrowed names",
    site: str = "harbour-times.example",
    key: str = "1",
    seen: datetime = NOW - timedelta(hours=3),
    published: Published | None = None,
    origin: EntryOrigin = EntryOrigin.FRESH,
    quality: Quality = Quality.FULL,
    url: str | None = None,
) -> Article:
    return Article(
        article_id=digest_of("test", site, key),
        feed_id=site.partition(".")[0],
        entry_key=key,
        url=url or f"https://{site}/{key}",
        site=site,
        title=title,
        text=text,
        zones=(Zone(0, len(text), ZoneKind.CORE),),
        quality=quality,
        quality_reason="",
        content_hash=digest_of(title or "", text),
        first_seen_at=seen,
        published=published,
        origin=origin,
    )


def mention(text: str, surface: str, alias: str, method: str = "exact", field: TextField = TextField.TEXT) -> Mention:
    start = text.index(surface)
    return Mention(field, start, start + len(surface), surface, alias, MatchMethod(method), ZoneKind.CORE)


def finding(
    target_id: str,
    of: Article,
    *mentions: Mention,
    band: Band = Band.ALERT,
    found: datetime = NOW - timedelta(hours=2),
    severity: Severity = Severity.HIGH,
    retroactive: bool = False,
    verdict: ReviewVerdict | None = None,
    tags: tuple[str, ...] = (),
    source_tags: tuple[str, ...] = (),
    story: str | None = None,
    reason: str = "the full name",
    code: ReasonCode = ReasonCode.NAME,
) -> Finding:
    about = target(target_id, severity=severity, tags=tags)
    found_here = mentions or (mention(of.text, about.name, about.name),)
    hit = Hit(
        hit_id=hit_id(of.article_id, target_id),
        article_id=of.article_id,
        target_id=target_id,
        kind=about.kind,
        band=band,
        score=97 if band is Band.ALERT else 65,
        mentions=tuple(found_here),
        reasons=(Reason(code, reason),),
        watchlist_version="w1",
        article_version=of.content_hash,
        retroactive=retroactive,
    )
    return Finding(hit, about, of, found, story_id=story, verdict=verdict, source_tags=source_tags)


def subscription(**changes: object) -> Subscription:
    values: dict[str, object] = {
        "subscription_id": "desk",
        "to": ("desk@example.org",),
        "schedule": Schedule(time(8, 0)),
        "zone": ZoneInfo("Europe/London"),
    }
    return Subscription(**(values | changes))


COVERAGE = Coverage(feeds_total=26, feeds_read=26, last_complete_cycle=NOW - timedelta(minutes=10))


def story(*members: Article, story_id: str = "5" * 20, title: str | None = None) -> Story:
    seen = [one.first_seen_at for one in members]
    ids = tuple(one.article_id for one in members)
    return Story(story_id, ids, (), Severity.HIGH, min(seen), max(seen), title=title)


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
    parts = (target, article, mention, finding, subscription, story, material)
    return SimpleNamespace(now=NOW, text=TEXT, coverage=COVERAGE, **{part.__name__: part for part in parts})
