"""Builders of records, and a store in a temporary folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.records import (
    Article,
    ArticleOutcome,
    Band,
    FeedEntry,
    FeedPoll,
    FetchedPage,
    Hit,
    Published,
    Target,
    TargetKind,
)
from core.settings import DataPaths
from samples import builders
from samples.builders import NOON
from storage.store import Store


class Make:
    """The sample builders with the defaults of these tests; `changes` replace fields of the record."""

    noon = NOON
    hour = timedelta(hours=1)

    def entry(self, key="e1", feed_id="wire", seen_at=NOON, **changes) -> FeedEntry:
        return replace(builders.entry(key, feed_id, seen_at=seen_at), **changes)

    def poll(self, *entries, feed_id="wire", at=NOON, **changes) -> FeedPoll:
        return replace(builders.poll(*entries, feed_id=feed_id, at=at), **changes)

    def article(self, entry=None, text="Kim Kwang Jin was charged. Nothing else happened.", **changes) -> Article:
        entry = entry or self.entry()
        article = builders.article(
            text,
            title=changes.pop("title", entry.title),
            key=entry.entry_key,
            feed_id=entry.feed_id,
            url=entry.url,
            seen_at=entry.seen_at,
            published=Published(NOON, "json-ld"),
        )
        return replace(article, **changes)

    def hit(self, article, target="kim", surface="Kim Kwang Jin", band=Band.ALERT, **changes) -> Hit:
        return replace(builders.hit(article, target, builders.mention(article.text, surface), band=band), **changes)

    def page(self, url="https://news.example/e1", body=b"<html>page</html>") -> FetchedPage:
        return builders.page(url, body)

    def outcome(self, entry=None, *targets, text=None, **changes) -> ArticleOutcome:
        """An entry that was read: an article that names Kim Kwang Jin, with a hit for each of the targets."""
        entry = entry or self.entry()
        article = self.article(entry, **({"text": text} if text else {}), **changes)
        hits = tuple(self.hit(article, target) for target in targets)
        return ArticleOutcome(entry, article, self.page(entry.url), hits)

    def target(self, target_id="kim", name="Kim Kwang-jin", **changes) -> Target:
        return replace(builders.target(target_id, name, TargetKind.ACTOR), **changes)


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
    paths = DataPaths(root, root / "cache")
    Store(paths).prepare()
    paths.reserve.unlink(missing_ok=True)  # 32 MB, which every copy would have
    return root


@pytest.fixture
def store(paths, empty_store) -> Store:
    shutil.copytree(empty_store, paths.root)
    return Store(paths)
