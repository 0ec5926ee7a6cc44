"""What the reader of a feed format returns, and why bytes may be no usable feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple


class FeedProblem(NamedTuple):
    """Why bytes are no usable feed: a stable `cause` for grouping, and a clause for a person."""

    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item as its format gives it, all of it optional.

    `guid_is_link` is True if the guid may serve as the link. `date` is the text of the feed, `other_dates` are those of
    further elements, read in this order where it cannot be. `revision` is the date of the last edit as text, opaque.
    """

    guid: str | None = None
    guid_is_link: bool = False
    link: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    date: str | None = None
    other_dates: tuple[str, ...] = ()
    author: str | None = None
    language: str | None = None
    revision: str | None = None

    @property
    def is_usable(self) -> bool:
        """False for an item without text, link and guid."""
        return any((self.guid, self.link, self.title, self.summary, self.content))


@dataclass(frozen=True, slots=True)
class SitemapLink:
    """A sitemap that a sitemap index lists; `changed` is the text of its date, None if it has none."""

    url: str
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateSchedule:
    """When a feed asks to be polled; None and empty mean that it does not say.

    Not within `min_interval` of the last poll, not in `skip_hours` (UTC), not on `skip_days` (0 is Monday).
    """

    min_interval: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


NO_SCHEDULE = UpdateSchedule()


@dataclass(frozen=True, slots=True)
class FeedContents:
    """What the reader of one format found.

    `base` is the base of relative links, None for the feed's own URL. `sitemaps` are those that an
    index lists. `warnings` are sentences about mistakes in a feed
    that could still be read. `truncated` is True if its end is missing. `problem` is None for a usable feed.
    """

    title: str | None = None
    items: tuple[FeedItem, ...] = ()
    base: str | None = None
    sitemaps: tuple[SitemapLink, ...] = ()
    update_schedule: UpdateSchedule = NO_SCHEDULE
    warnings: tuple[str, ...] = ()
    truncated: bool = False
    problem: FeedProblem | None = None
