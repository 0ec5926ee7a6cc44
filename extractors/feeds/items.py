"""What a feed says of one item becomes a FeedEntry: its identity, its absolute address, its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

from core.identity import digest_of
from core.records import FeedEntry
from core.urls import canonical
from extractors.feeds.dates import read_feed_date
from extractors.feeds.interstitials import FeedProblem

# Code points; more than that is no headline, teaser or article.
_MAX_TITLE, _MAX_SUMMARY, _MAX_CONTENT, _MAX_KEY, _MAX_NAME = 1_000, 100_000, 1_000_000, 500, 300
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item as its format gives it, all of it optional; `guid_is_link` says that the guid may serve as the link."""

    guid: str | None = None
    guid_is_link: bool = False
    link: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    date: str | None = None
    fallback_date: datetime | None = None
    author: str | None = None
    language: str | None = None
    revision: str | None = None

    @property
    def says_something(self) -> bool:
        """False for an item that nobody could read or find again."""
        return any((self.guid, self.link, self.title, self.summary, self.content))


@dataclass(frozen=True, slots=True)
class UpdateSchedule:
    """How often a feed asks to be polled; None and empty mean that it does not say.

    Not within `min_interval` of the last poll, not in `skip_hours` (UTC), not on `skip_days` (0 is Monday).
    """

    min_interval: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


UNSPECIFIED = UpdateSchedule()


@dataclass(frozen=True, slots=True)
class FeedContents:
    """What a reader of one format found: `base` is what relative links refer to, None for the feed's own address.

    `warnings` are sentences about what is wrong with a feed that could be read all the same; `truncated` says that its
    end is missing; `problem` why it is no usable feed.
    """

    title: str | None = None
    items: tuple[FeedItem, ...] = ()
    base: str | None = None
    update_schedule: UpdateSchedule = UNSPECIFIED
    warnings: tuple[str, ...] = ()
    truncated: bool = False
    problem: FeedProblem | None = None


def to_entries(items: Iterable[FeedItem], *, feed_id: str, base: str, seen_at: datetime) -> tuple[FeedEntry, ...]:
    """The entries in the feed's order, each key once: of items with one key the first stays.

    A guid that stands on items with different links tells nothing apart and is not used as their key.
    """
    located = [(item, _address(item, base)) for item in items if item.says_something]
    shared = Counter(guid for guid, _ in {(item.guid, url) for item, url in located} if guid)
    entries: dict[str, FeedEntry] = {}
    for item, url in located:
        key = _key(item, url, is_guid_unique=shared[item.guid or ""] == 1)
        if key not in entries:
            entries[key] = _entry(item, url, key, feed_id, seen_at)
    return tuple(entries.values())


def _entry(item: FeedItem, url: str | None, key: str, feed_id: str, seen_at: datetime) -> FeedEntry:
    published, flag = read_feed_date(item.date, item.fallback_date, seen_at)
    return FeedEntry(
        feed_id=feed_id,
        entry_key=key,
        url=url,
        title=_cut(item.title, _MAX_TITLE),
        summary=_cut(item.summary, _MAX_SUMMARY),
        content=_cut(item.content, _MAX_CONTENT),
        published=published,
        seen_at=seen_at,
        author=_cut(item.author, _MAX_NAME),
        language=_cut(item.language, 35),  # the longest well-formed language tag (RFC 5646, 4.4.1)
        date_flag=_cut(flag, _MAX_NAME),
        revision=_cut(item.revision, _MAX_NAME),
    )


def _address(item: FeedItem, base: str) -> str | None:
    """The item's absolute address: its link, else a guid that is one; None if there is no http address."""
    for text in (item.link, item.guid if item.guid_is_link else None):
        url = absolute_url(text, base)
        if url is not None:
            return url
    return None


def absolute_url(text: str | None, base: str) -> str | None:
    """`text` as an http(s) address, resolved against `base`; None if it is none."""
    written = _cut(text, 8192) if text else None
    if not written or len(written) == 8192:
        return None
    try:
        url = urljoin(base, re.sub(r"\s+", "", written) if "\n" in written else written.replace(" ", "%20"))
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _key(item: FeedItem, url: str | None, *, is_guid_unique: bool) -> str:
    """The guid, else the canonical address, else a hash of what the item says."""
    if item.guid and is_guid_unique:
        guid = _UNSTORABLE.sub("", item.guid.strip())
        return guid if len(guid) <= _MAX_KEY else digest_of("guid", guid)
    address = canonical(url) if url else None
    if address:
        return address if len(address) <= _MAX_KEY else digest_of("url", address)
    return digest_of("item", item.title or "", item.summary or "", item.content or "")


def _cut(text: str | None, limit: int) -> str | None:
    """The text without what no database stores, at most `limit` long; None for nothing."""
    return (_UNSTORABLE.sub("\ufffd", text.strip()[:limit]) or None) if text else None
