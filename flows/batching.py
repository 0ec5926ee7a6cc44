"""How the work of a cycle is cut: shards of feeds and batches of articles, a site never in two at once.

Politeness is kept within one fetcher; so whatever goes to one site has to go through one task.
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
"""How many pages of one site a cycle asks for: at two seconds each, two minutes. The others wait for the next one."""


def shards(sources: Iterable[FeedSource]) -> tuple[tuple[FeedSource, ...], ...]:
    """The feeds in groups of about 50, those of one site together."""
    return _pack(sources, lambda source: site_of(source.url) or source.feed_id, FEEDS_PER_TASK)


def batches(pending: Iterable[PendingEntry]) -> tuple[tuple[PendingEntry, ...], ...]:
    """The entries in groups of about 40, those of one site together, and of one site at most 60; newest first."""
    return _pack(pending, _site, ARTICLES_PER_TASK, most=ARTICLES_PER_SITE)


def _site(pending: PendingEntry) -> str:
    return (pending.entry.url and site_of(pending.entry.url)) or pending.entry.feed_id


def _pack(
    items: Iterable[Item], key: Callable[[Item], Hashable], size: int, most: int | None = None
) -> tuple[tuple[Item, ...], ...]:
    """Groups that hold whole keys, filled up to `size` items where a key alone does not exceed it."""
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
