"""What a reader is sent, what it says of coverage, and how its delivery went."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.records.articles import Article
from core.records.hits import EntryChange, Severity
from core.records.stories import Finding, Story

PAUSED_BY_HAND = "paused_by_hand"
"""The cause of a `FeedTrouble` that somebody wanted."""


@dataclass(frozen=True, slots=True)
class FeedTrouble:
    """A feed that cannot be read, or that has been silent for unusually long."""

    feed_id: str
    url: str
    cause: str  # a short code, as in `Failure`; `paused`, `paused_by_hand` or `silent`
    message: str  # a sentence for a person
    since: datetime | None = None  # the last success or, if silent, the last new entry; None if there was none
    primary: bool = False  # an official source


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page that could not be read, or of which only the opening was; a person may be able to."""

    url: str
    headline: str | None  # as the feed or the page says; None if neither does
    feed_id: str
    cause: str  # a short code: that of the failure, or the page's quality


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and what was not. Every digest shows it."""

    feeds_total: int
    feeds_read: int
    failing: tuple[FeedTrouble, ...] = ()
    silent: tuple[FeedTrouble, ...] = ()
    walled: tuple[tuple[str, int], ...] = ()  # pages behind a paywall or consent wall, by site
    unread: tuple[tuple[str, int], ...] = ()  # pages that could not be read, by cause
    config_problems: tuple[str, ...] = ()  # what of the configuration is not in force: mistakes, removals that wait
    last_complete_cycle: datetime | None = None  # None before the first
    unread_pages: tuple[UnreadPage, ...] = ()  # of `walled` and `unread`, newest first
    undelivered: tuple[tuple[str, str, datetime], ...] = ()  # refused for good: recipient, error, when


class DigestKind(StrEnum):
    """Why a message is written."""

    DIGEST = "digest"  # on the subscription's schedule
    IMMEDIATE = "immediate"  # right after the article batch that found the hit
    TROUBLE = "trouble"  # Watchword itself has a problem
    TEST = "test"  # sent by hand, to test delivery


class Section(StrEnum):
    """The part of a digest in which a hit was reported."""

    CARD = "card"  # a story as news
    COPY = "copy"  # a story reported before, now carried by another outlet
    FIRST_LOOK = "first_look"  # see EntryOrigin
    REPLAY = "replay"  # see EntryOrigin; floods too
    ARCHIVE = "archive"  # retroactive hits


class CardStatus(StrEnum):
    """How a story compares to what the subscription was sent before."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"  # the publisher has published a correction
    COPY = "copy"  # only another outlet for a story reported before


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One story in a digest."""

    story: Story
    status: CardStatus
    findings: tuple[Finding, ...]  # of the bands alert and review
    articles: tuple[Article, ...]  # all that are known, best first
    changes: tuple[str, ...] = ()  # what makes it an update or a correction, in words


@dataclass(frozen=True, slots=True)
class Digest:
    """One subscription's digest of the hits found in `[window_start, window_end)`."""

    digest_id: str
    subscription_id: str
    window_start: datetime
    window_end: datetime
    composed_at: datetime
    cards: tuple[StoryCard, ...]  # stories reported as news
    coverage: Coverage
    first_looks: tuple[Finding, ...] = ()  # summarised: old entries of a new feed
    replays: tuple[Finding, ...] = ()  # summarised: entries of a feed that replays its archive or floods
    archive: tuple[Finding, ...] = ()  # summarised: retroactive hits
    suppressed: tuple[tuple[str, int], ...] = ()  # hits not reported: the reason and how many
    watchlist_changes: tuple[EntryChange, ...] = ()  # of the entries for which the subscription asks
    next_digest_at: datetime | None = None
    kind: DigestKind = DigestKind.DIGEST
    copies: tuple[StoryCard, ...] = ()  # stories reported before that other outlets carry now
    notes: tuple[str, ...] = ()  # sentences about the message itself, such as that it was the day's last one


@dataclass(frozen=True, slots=True)
class Notification:
    """An entry of the notification history: a subscription was notified of this hit, in this version of its article.

    `primary` is that of the source and `severity` that of the target at that time (None for a review hit), so that a
    first official source or a higher severity is recognised later; `correction` is True if it was reported as a
    publisher's correction.
    """

    subscription_id: str
    hit_id: str
    story_id: str
    article_id: str
    article_version: str
    target_id: str
    severity: Severity | None
    section: Section
    digest_id: str
    told_at: datetime
    primary: bool = False
    correction: bool = False


class DeliveryState(StrEnum):
    """The state of a message. All but QUEUED are final."""

    QUEUED = "queued"
    SENT = "sent"
    WRITTEN = "written"  # to the outbox folder, because no SMTP server is configured
    DEAD = "dead"  # refused permanently
    DROPPED = "dropped"  # by hand


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one recipient."""

    delivery_id: str
    digest_id: str
    subscription_id: str
    recipient: str
    message_id: str  # at most 50 characters, without angle brackets; the same at every attempt
    subject: str
    body: bytes = field(repr=False)  # as queued; never rendered again
    created_at: datetime
    channel: str = "mail"
    state: DeliveryState = DeliveryState.QUEUED
    attempts: int = 0
    last_error: str | None = None  # None before the first
    next_attempt_at: datetime | None = None  # None means at once or, in a final state, never
    finished_at: datetime | None = None  # None until the state is final


@dataclass(frozen=True, slots=True)
class MissedHit:
    """A hit that a recipient was not notified of, because the message with it was refused for good.

    It is reported again in the subscription's next digest to this recipient; `retold_in` is that digest.
    """

    subscription_id: str
    channel: str
    recipient: str
    hit_id: str
    digest_id: str  # of the refused message
    missed_at: datetime
    reason: str  # what the receiving side answered
    retold_in: str | None = None  # None until it is queued again


class RequestedBy(StrEnum):
    """How a reader's wish came in."""

    COMMAND = "command"
    LINK = "link"  # confirmed on the page that a message links to
    ONE_CLICK = "one_click"  # the mail program's button (RFC 8058)


@dataclass(frozen=True, slots=True)
class Unsubscription:
    """A reader wants no more messages of a subscription; of messages about the watch itself it is `trouble`."""

    subscription_id: str
    recipient: str
    unsubscribed_at: datetime
    via: RequestedBy


@dataclass(frozen=True, slots=True)
class Snooze:
    """A reader wants to hear nothing about a target for some time."""

    subscription_id: str
    recipient: str  # empty for every reader of the subscription
    target_id: str
    until: datetime
    snoozed_at: datetime
    via: RequestedBy


@dataclass(frozen=True, slots=True)
class HeldHits:
    """Hits severe enough for an immediate mail that wait for the next digest."""

    subscription_id: str
    reason: str  # `5 mails a day`, `quiet hours`
    hits: int
    until: datetime  # when that digest is due
