"""How a cycle's work is split into tasks: shards of feeds and batches of articles, each site in one of them only.

The rate limit per site is kept within one fetcher, so that all requests to one site must be in one task.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from core.records import FeedSource, PendingEntry
from core.urls import site_of

Item = TypeVar("Item")

FEEDS_PER_TASK = 50
ARTICLES_PER_TASK = 40
ARTICLES_PER_SITE = 60
"""Most pages of one site in a cycle, two minutes at two seconds each; the others wait for the next cycle."""


def shards(sources: Iterable[FeedSource]) -> tuple[tuple[FeedSource, ...], ...]:
    """The feeds in groups of about `FEEDS_PER_TASK`, those of one site together."""
    return _pack(sources, lambda source: site_of(source.url) or source.feed_id, FEEDS_PER_TASK)


def batches(pending: Iterable[PendingEntry]) -> tuple[tuple[PendingEntry, ...], ...]:
    """The entries in groups of about `ARTICLES_PER_TASK`, those of one site together, at most `ARTICLES_PER_SITE`."""
    return _pack(pending, _site, ARTICLES_PER_TASK, most=ARTICLES_PER_SITE)


def _site(pending: PendingEntry) -> str:
    return (pending.entry.url and site_of(pending.entry.url)) or pending.entry.feed_id


def _pack(
    items: Iterable[Item], key: Callable[[Item], Hashable], size: int, most: int | None = None
) -> tuple[tuple[Item, ...], ...]:
    """Groups of about `size` items, those of one key together and in their order; at most `most` of each key."""
    by_key: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        by_key[key(item)].append(item)
    groups: list[list[Item]] = []
    for members in by_key.values():
        kept = members[:most]
        if not groups or len(groups[-1]) + len(kept) > size:
            groups.append([])
        groups[-1].extend(kept)
    return tuple(map(tuple, groups))
