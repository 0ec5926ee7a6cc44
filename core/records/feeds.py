"""What a feed is, what a poll of it brought, and what is still to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.records.failures import Failure


class FeedKind(StrEnum):
    """The format of a feed."""

    AUTO = "auto"  # detected from the body
    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"


class FullText(StrEnum):
    """Where an article's text comes from."""

    AUTO = "auto"  # the page; the feed's own content if the page cannot be read
    FEED = "feed"
    PAGE = "page"


class FirstPoll(StrEnum):
    """How the entries of a feed's first poll are treated."""

    BASELINE = "baseline"  # entries dated within the last 72 hours as news, the others as a first look
    ALERT = "alert"  # all as news


class Recheck(StrEnum):
    """Which pages of a feed are read again for edits that the feed does not announce."""

    HITS = "hits"  # those in which a name was found
    ALL = "all"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class FeedSource:
    """One feed of feeds.yaml."""

    feed_id: str
    url: str
    kind: FeedKind = FeedKind.AUTO
    title: str | None = None
    tags: tuple[str, ...] = ()
    every: timedelta = timedelta(minutes=30)  # the shortest time between two polls; zero means always due
    full_text: FullText = FullText.AUTO
    first_poll: FirstPoll = FirstPoll.BASELINE
    recheck: Recheck = Recheck.HITS
    paused: bool = False  # by hand: it is not polled

    @property
    def is_primary(self) -> bool:
        """True for an official source, which has the tag `primary`."""
        return "primary" in self.tags


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed between polls. A feed that was never polled has only `feed_id` and `url`."""

    feed_id: str
    url: str
    etag: bytes | None = None  # the header's value as received, sent back with the next request
    last_modified: bytes | None = None  # as `etag`
    validator_origin: str | None = None  # scheme, host and port that sent the two; they go to no other
    body_sha256: str | None = None  # of the last body, hex
    first_polled_at: datetime | None = None
    last_attempt_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_entry_at: datetime | None = None
    last_probe_at: datetime | None = None  # the last successful request that sent no validators
    next_due_at: datetime | None = None
    retry_after_at: datetime | None = None  # not polled before then: the server's Retry-After
    interval: timedelta | None = None  # between polls, adapted to how often the feed changes
    usual_gap: timedelta | None = None  # between new entries, a moving average
    usual_new_entries: float | None = None  # in one poll, a moving average
    failure_streak: int = 0  # failures since the last success
    failure_points: float = 0.0  # each failure adds points by its gravity, each success halves them
    last_failure: str | None = None  # "cause: message"; None after a success
    paused: str | None = None  # why the feed is not polled at all (410 Gone); None if it is polled
    moved_to: str | None = None  # the target of its permanent redirect; None without one
    moved_seen: int = 0  # how many times in a row that redirect was seen
    wanted_gap: timedelta | None = None  # the time between polls that the feed or its server asks for
    skip_hours: int = 0  # hours not to poll in: bit 0 is 00:00 to 01:00 UTC
    skip_days: int = 0  # weekdays (UTC) not to poll on: bit 0 is Monday


class EntryOrigin(StrEnum):
    """Why an entry is new, which decides where in a digest its hits are reported."""

    FRESH = "fresh"
    FIRST_LOOK = "first_look"  # an old or undated entry of a feed's first poll
    REPLAY = "replay"  # the feed lists its archive again
    FLOOD = "flood"  # one of more than five times the feed's usual number of new entries


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed, as the feed gives it. `title`, `summary` and `content` may contain markup."""

    feed_id: str
    entry_key: str  # identifies the entry within its feed: the guid, else the canonical URL, else a hash of the entry
    url: str | None  # absolute, not canonical; None for an entry without a link
    title: str | None
    summary: str | None
    content: str | None
    published: datetime | None  # None if the feed gives no date or an impossible one
    seen_at: datetime  # when the poll saw it
    author: str | None = None
    language: str | None = None
    date_flag: str | None = None  # what is wrong with the feed's date; None if nothing is
    revision: str | None = None  # the date of the last edit as the feed writes it; a different one means: read again
    origin: EntryOrigin = EntryOrigin.FRESH
    publisher: str | None = None  # the feed's title in feeds.yaml or its own, for an entry on the feed's own site


class PollStatus(StrEnum):
    """The result of a poll."""

    NEW = "new"  # a body was parsed; it may still contain no unknown entry
    UNCHANGED = "unchanged"  # 304, or the same bytes as last time
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FeedPoll:
    """One poll of one feed."""

    feed_id: str
    polled_at: datetime
    status: PollStatus
    state: FeedState  # after the poll
    entries: tuple[FeedEntry, ...] = ()
    http_status: int | None = None  # None if no answer came
    elapsed_s: float = 0.0
    body_bytes: int = 0  # decoded
    title: str | None = None  # what the feed calls itself; also None if its body was not read
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None  # None unless the status is FAILED


@dataclass(frozen=True, slots=True)
class StoredPage:
    """What is stored of a page that is looked at again, for an edit that its feed did not announce."""

    is_whole: bool  # the article was read in full, so that less than that does not replace it
    etag: bytes | None = None  # as in FeedState; both are None where the page is to be sent in any case
    last_modified: bytes | None = None


@dataclass(frozen=True, slots=True)
class PendingEntry:
    """An entry whose article has still to be read."""

    entry: FeedEntry
    attempts: int = 0  # failed ones so far
    article_id: str | None = None  # of the stored article made of the feed's words, which its page replaces; else None
    stored: StoredPage | None = None  # None unless the page is looked at again for an edit
