"""Builders of small records for tests and benchmarks: a caller names only what its case is about.

No product package may import this module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from core.identity import article_id, digest_of, hit_id
from core.records import (
    Article,
    Band,
    Coverage,
    Digest,
    DigestKind,
    EntryOrigin,
    FeedEntry,
    FeedPoll,
    FeedState,
    FetchedPage,
    Finding,
    Hit,
    MatchMethod,
    Mention,
    PollStatus,
    Published,
    Quality,
    Reason,
    ReasonCode,
    Severity,
    Story,
    Target,
    TargetKind,
    TextField,
    Zone,
    ZoneKind,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PEOPLE = {
    "kim-kwang-jin": "Kim Kwang-jin",
    "kang-tae-bok": "Kang Tae-bok",
    "jong-pong-ju": "Jong Pong-ju",
    "chang-nam-il": "Chang Nam-il",
    "zhenxing-wang": "Zhenxing Wang",
    "kejia-wang": "Kejia Wang",
}
"""The people of the sample watchlist: names by target id."""

_SCORES = {Band.ALERT: 95, Band.REVIEW: 60, Band.SUPPRESSED: 20}


def entry(key: str = "e1", feed_id: str = "wire", *, seen_at: datetime = NOON) -> FeedEntry:
    """An entry with a link and a headline after its key, published when it was seen."""
    return FeedEntry(feed_id, key, f"https://news.example/{key}", f"Headline {key}", None, None, seen_at, seen_at)


def entry_of(article: Article) -> FeedEntry:
    """The undated feed entry behind an article."""
    return FeedEntry(
        article.feed_id, article.entry_key, article.url, article.title, None, None, None, article.first_seen_at
    )


def poll(*entries: FeedEntry, feed_id: str = "wire", at: datetime = NOON) -> FeedPoll:
    """A poll that was answered with these entries."""
    state = FeedState(feed_id, f"https://{feed_id}.example/feed", etag=b'"1"', last_success_at=at)
    return FeedPoll(feed_id, at, PollStatus.NEW, state, entries, 200)


def page(
    url: str = "https://news.example/e1",
    body: bytes = b"<html>page</html>",
    *,
    content_type: str = "text/html; charset=utf-8",
    at: datetime = NOON,
) -> FetchedPage:
    """A page that was fetched with status 200."""
    return FetchedPage(url, url, 200, (("content-type", content_type),), body, at, hashlib.sha256(body).hexdigest())


def article(
    text: str = "Kim Kwang Jin was charged. Nothing else happened.",
    *,
    title: str | None = "Headline",
    key: str = "1",
    feed_id: str = "wire",
    site: str = "news.example",
    url: str | None = None,
    zones: Sequence[Zone] | None = None,
    quality: Quality = Quality.FULL,
    seen_at: datetime = NOON,
    published: Published | None = None,
    language: str | None = None,
    origin: EntryOrigin = EntryOrigin.FRESH,
) -> Article:
    """An article, all of it core text unless `zones` are given, at `https://SITE/KEY` unless a `url` is."""
    url = url or f"https://{site}/{key}"
    return Article(
        article_id=article_id(url, feed_id, key),
        feed_id=feed_id,
        entry_key=key,
        url=url,
        site=site,
        title=title,
        text=text,
        zones=(Zone(0, len(text), ZoneKind.CORE),) if zones is None else tuple(zones),
        quality=quality,
        quality_reason="",
        content_hash=digest_of(title or "", text),
        first_seen_at=seen_at,
        published=published,
        language=language,
        origin=origin,
    )


def target(
    target_id: str = "kim-kwang-jin",
    name: str | None = None,
    kind: TargetKind | None = None,
    *,
    severity: Severity = Severity.MEDIUM,
    tags: tuple[str, ...] = (),
    basis: str | None = None,
) -> Target:
    """A watchlist entry: by default one of PEOPLE, or for any other id a scheme named after the id."""
    name = name or PEOPLE.get(target_id) or target_id.replace("-", " ").capitalize()
    kind = kind or (TargetKind.ACTOR if target_id in PEOPLE else TargetKind.SCHEME)
    return Target(target_id, name, kind, severity, tags, basis, entry_hash=digest_of(target_id, name))


def mention(
    text: str,
    surface: str,
    alias: str | None = None,
    method: MatchMethod = MatchMethod.EXACT,
    *,
    field: TextField = TextField.TEXT,
    zone: ZoneKind = ZoneKind.CORE,
) -> Mention:
    """The first occurrence of `surface` in `text`, which is the article's `field`. Raises ValueError without one."""
    start = text.index(surface)
    return Mention(field, start, start + len(surface), surface, alias or surface, method, zone)


def hit(
    of: Article,
    target_id: str,
    *mentions: Mention,
    kind: TargetKind = TargetKind.ACTOR,
    band: Band = Band.ALERT,
    reason: str = "the full name is in the text",
    code: ReasonCode = ReasonCode.NAME,
    retroactive: bool = False,
) -> Hit:
    """A hit with one reason, whose facts are the words of the first mention."""
    tokens = [word.lower() for one in mentions[:1] for word in one.surface.split()]
    return Hit(
        hit_id=hit_id(of.article_id, target_id),
        article_id=of.article_id,
        target_id=target_id,
        kind=kind,
        band=band,
        score=_SCORES[band],
        mentions=mentions,
        reasons=(Reason(code, reason, {"tokens": tokens}),),
        watchlist_version="w1",
        article_version=of.content_hash,
        retroactive=retroactive,
    )


def finding(
    about: Target,
    of: Article,
    *mentions: Mention,
    band: Band = Band.ALERT,
    found_at: datetime = NOON,
    reason: str = "the full name is in the text",
    code: ReasonCode = ReasonCode.NAME,
    retroactive: bool = False,
) -> Finding:
    """A stored hit, by default for the target's name in the text; in no story yet and not reviewed."""
    mentions = mentions or (mention(of.text, about.name),)
    found = hit(
        of, about.target_id, *mentions, kind=about.kind, band=band, reason=reason, code=code, retroactive=retroactive
    )
    return Finding(found, about, of, found_at)


def story(*members: Article, story_id: str = "5" * 20, title: str | None = None) -> Story:
    """A story of these articles, without links between them."""
    seen = [one.first_seen_at for one in members]
    ids = tuple(one.article_id for one in members)
    return Story(story_id, ids, (), Severity.HIGH, min(seen), max(seen), title=title)


def digest(
    digest_id: str = "d" * 20,
    *,
    subscription_id: str = "desk",
    at: datetime = NOON,
    kind: DigestKind = DigestKind.DIGEST,
) -> Digest:
    """An empty digest of the day before `at`."""
    return Digest(digest_id, subscription_id, at - timedelta(days=1), at, at, (), Coverage(0, 0), kind=kind)
