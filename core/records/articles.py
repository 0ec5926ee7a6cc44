"""A page as fetched, and the article made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.records.feeds import EntryOrigin


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """The answer to a request."""

    url: str  # as requested
    final_url: str  # after redirects
    status: int
    headers: tuple[tuple[str, str], ...]  # those worth keeping, names in lower case
    body: bytes = field(repr=False)  # content coding (gzip …) removed, charset not yet decoded
    fetched_at: datetime
    sha256: str  # of the body, hex


class ZoneKind(StrEnum):
    """Whether a part of the text certainly belongs to the article."""

    CORE = "core"
    DOUBTFUL = "doubtful"  # a teaser, a related story, a block repeated on the site …


@dataclass(frozen=True, slots=True)
class Zone:
    """The part `[start, end)` of an article's text."""

    start: int
    end: int
    kind: ZoneKind
    reason: str = ""  # why it is doubtful; empty for core


class Quality(StrEnum):
    """What extraction made of a page."""

    FULL = "full"
    PARTIAL = "partial"
    PAYWALL = "paywall"  # at most the opening
    CONSENT = "consent"  # a consent wall instead of the article
    EMPTY = "empty"
    NOT_ARTICLE = "not_article"


@dataclass(frozen=True, slots=True)
class Published:
    """When the article appeared, according to its publisher.

    `source` is where the date was found: `json-ld`, `meta`, `time` or `feed`; `text` beside the headline; `markup`
    elsewhere on the page, by htmldate; `updated` for the day of the last change where no other date is given.
    """

    at: date | datetime  # with the publisher's UTC offset or that of the printed day; a date if only the day is known
    source: str

    @property
    def iso(self) -> str:
        """ISO 8601 with the offset of `at`, or a bare date if only the day is known."""
        return self.at.isoformat()


@dataclass(frozen=True, slots=True)
class Article:
    """One version of an article."""

    article_id: str  # the same for all versions
    feed_id: str
    entry_key: str
    url: str  # canonical
    site: str  # registrable domain
    title: str | None
    text: str = field(repr=False)
    zones: tuple[Zone, ...]  # in order; they cover the text without gap or overlap
    quality: Quality
    quality_reason: str
    content_hash: str  # of the folded title and text: identifies the version
    first_seen_at: datetime  # when the article's entry was first seen in a feed
    published: Published | None = None
    author: str | None = None
    language: str | None = None
    origin: EntryOrigin = EntryOrigin.FRESH
    block_hashes: tuple[str, ...] = field(default=(), repr=False)  # of the page's blocks, to find repeats across a site
    publisher: str | None = None  # what the outlet calls itself; anybody can claim a name, so `site` is shown beside it
