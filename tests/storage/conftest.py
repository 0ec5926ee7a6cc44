"""Builders of records, and a store in a temporary folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.identity import article_id, digest_of, hit_id
from core.records import (
    Article,
    ArticleOutcome,
    Band,
    FeedEntry,
    FeedPoll,
    FeedState,
    FetchedPage,
    Hit,
    MatchMethod,
    Mention,
    PollStatus,
    Published,
    Quality,
    Reason,
    ReasonCode,
    Target,
    TargetKind,
    TextField,
    Zone,
    ZoneKind,
)
from core.settings import DataPaths
from storage.store import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Make:
    """Builds records with defaults for everything that a test does not care about."""

    noon = NOON
    hour = HOUR

    def entry(self, key="e1", feed_id="wire", seen_at=NOON, **changes) -> FeedEntry:
        entry = FeedEntry(feed_id, key, f"https://news.example/{key}", f"Headline {key}", None, None, seen_at, seen_at)
        return replace(entry, **changes)

    def poll(self, *entries, feed_id="wire", at=NOON, **changes) -> FeedPoll:
        state = FeedState(feed_id, f"https://{feed_id}.example/feed", etag=b'"1"', last_success_at=at)
        return replace(FeedPoll(feed_id, at, PollStatus.NEW, state, tuple(entries), 200), **changes)

    def article(self, entry=None, text="Kim Kwang Jin was charged. Nothing else happened.", **changes) -> Article:
        entry = entry or self.entry()
        title = changes.pop("title", entry.title)
        article = Article(
            article_id=article_id(entry.url, entry.feed_id, entry.entry_key),
            feed_id=entry.feed_id,
            entry_key=entry.entry_key,
            url=entry.url,
            site="news.example",
            title=title,
            text=text,
            zones=(Zone(0, len(text), ZoneKind.CORE),),
            quality=Quality.FULL,
            quality_reason="",
            content_hash=digest_of(title or "", text),
            first_seen_at=entry.seen_at,
            published=Published(NOON, "json-ld"),
        )
        return replace(article, **changes)

    def hit(self, article, target="kim", surface="Kim Kwang Jin", band=Band.ALERT, **changes) -> Hit:
        start = article.text.index(surface)
        mention = Mention(
            TextField.TEXT, start, start + len(surface), surface, surface, MatchMethod.EXACT, ZoneKind.CORE
        )
        hit = Hit(
            hit_id=hit_id(article.article_id, target),
            article_id=article.article_id,
            target_id=target,
            kind=TargetKind.ACTOR,
            band=band,
            score={Band.ALERT: 95, Band.REVIEW: 60, Band.SUPPRESSED: 20}[band],
            mentions=(mention,),
            reasons=(Reason(ReasonCode.NAME, "the full name stands in the text", {"tokens": ["kim", "kwang", "jin"]}),),
            watchlist_version="w1",
            article_version=article.content_hash,
        )
        return replace(hit, **changes)

    def page(self, url="https://news.example/e1", body=b"<html>page</html>") -> FetchedPage:
        return FetchedPage(url, url, 200, (("content-type", "text/html"),), body, NOON, digest_of(body.decode()))

    def outcome(self, entry=None, *targets, text=None, **changes) -> ArticleOutcome:
        """An entry that was read: an article that names Kim Kwang Jin, with a hit for each of the targets."""
        entry = entry or self.entry()
        article = self.article(entry, **({"text": text} if text else {}), **changes)
        hits = tuple(self.hit(article, target) for target in targets)
        return ArticleOutcome(entry, article, self.page(entry.url), hits)

    def target(self, target_id="kim", name="Kim Kwang-jin", **changes) -> Target:
        return replace(Target(target_id, name, TargetKind.ACTOR, entry_hash=digest_of(target_id, name)), **changes)


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


@pytest.fixture
def paths(tmp_path) -> DataPaths:
    return DataPaths(tmp_path / "data", tmp_path / "data" / "cache")


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory) -> Path:
    """A data folder with an empty database, created once: copying it is ten times faster than creating it."""
    root = tmp_path_factory.mktemp("empty")
    with Store(DataPaths(root, root / "cache")):
        return root


@pytest.fixture
def store(paths, empty_store) -> Store:
    shutil.copytree(empty_store, paths.root)
    return Store(paths)
