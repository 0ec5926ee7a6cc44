"""Items of a feed become `FeedEntry` records: their keys, absolute URLs and dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from core.identity import digest_of
from core.records import FeedEntry
from core.urls import canonical, host_of
from extractors.feeds.contents import FeedItem
from extractors.feeds.dates import read_feed_date

# In code points; longer texts are cut, longer keys hashed.
_MAX_TITLE, _MAX_SUMMARY, _MAX_CONTENT, _MAX_KEY, _MAX_NAME = 1_000, 100_000, 1_000_000, 500, 300
_GOOGLE = re.compile(r"(?:^|\.)google\.[a-z.]{2,6}$")
_ABSOLUTE = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def to_entries(items: Iterable[FeedItem], *, feed_id: str, base: str, seen_at: datetime) -> tuple[FeedEntry, ...]:
    """The entries in the feed's order; of items with the same key and words only the first.

    A guid shared by items with different links is not used as their key. Items that share a key but say different
    things are different entries: their keys also hold a hash of what tells them apart.
    """
    located = [(item, _address(item, base)) for item in items if item.is_usable]
    links = Counter(guid for guid, _ in {(item.guid, url) for item, url in located if item.guid})
    groups: dict[str, list[tuple[FeedItem, str | None]]] = {}
    for item, url in located:
        groups.setdefault(_key(item, url, is_guid_unique=links[item.guid or ""] == 1), []).append((item, url))
    keys = {key: _discriminators(group) for key, group in groups.items()}
    entries: dict[str, FeedEntry] = {}
    taken: Counter[str] = Counter()
    for item, url in located:
        key = _key(item, url, is_guid_unique=links[item.guid or ""] == 1)
        own = keys[key][taken[key]]
        taken[key] += 1
        whole = f"{key}#{own}" if own else key
        if whole not in entries:
            entries[whole] = _entry(item, url, whole, feed_id, seen_at)
    return tuple(entries.values())


def _discriminators(group: Sequence[tuple[FeedItem, str | None]]) -> list[str]:
    """For each item of one key a text that differs where they say different things; empty if all say the same.

    The headlines if each has another one, so that an edit of the text makes no new entry; else all words.
    """
    words = [(item.title or "", item.summary or "", item.content or "") for item, _ in group]
    if len(set(words)) == 1:
        return [""] * len(group)
    titles = {title for title, _, _ in words}
    are_distinct = len(titles) == len(set(words))
    return [digest_of("words", *(one[:1] if are_distinct else one)) for one in words]


def _entry(item: FeedItem, url: str | None, key: str, feed_id: str, seen_at: datetime) -> FeedEntry:
    published, flag = read_feed_date(item.date, item.other_dates, seen_at)
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
    """The item's absolute URL: its link, else a guid that is one and may serve as such; None without an http(s) URL.

    A guid is never resolved against the base: `40001` is a number and no page.
    """
    guid = item.guid if item.guid_is_link and item.guid and _ABSOLUTE.match(item.guid.strip()) else None
    url = absolute_url(item.link, base) or absolute_url(guid, base)
    return url and _google_target(url)


def _google_target(url: str) -> str:
    """The publisher's address in a link of Google News or Google Alerts that holds it; any other URL as it is."""
    if not _GOOGLE.search(host_of(url) or ""):
        return url
    target = canonical(url)
    return url if target is None or _GOOGLE.search(host_of(target) or "") else target


def absolute_url(text: str | None, base: str) -> str | None:
    """`text` as an http(s) URL, resolved against `base`; None if it is none."""
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
    """The guid, else the canonical URL, else a hash of the item's text."""
    if item.guid and is_guid_unique:
        guid = _UNSTORABLE.sub("", item.guid.strip())
        return guid if len(guid) <= _MAX_KEY else digest_of("guid", guid)
    address = canonical(url) if url else None
    if address:
        return address if len(address) <= _MAX_KEY else digest_of("url", address)
    return digest_of("item", item.title or "", item.summary or "", item.content or "")


def _cut(text: str | None, limit: int) -> str | None:
    """The stripped text of at most `limit` code points, characters that no database stores replaced; None if empty."""
    return (_UNSTORABLE.sub("\ufffd", text.strip()[:limit]) or None) if text else None
