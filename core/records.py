"""The values that flow between the stages, in the order in which they are made.

    FeedSource ─► FeedPoll(FeedEntry…) ─► FetchedPage ─► Article ─► Hit ─► Finding ─► Story ─► Digest ─► Delivery
    feeds.yaml    extractors.feeds        extractors     extractors matching storage   matching  alerts    alerts
                                          .fetching      .pages                        .stories

Conventions, unless a field says otherwise:

- Every value is a frozen, slotted dataclass; sequences are tuples.
- Datetimes are timezone-aware and in UTC.
- `None` means unknown.
- Text offsets count Unicode code points from 0; `[start, end)` excludes `end`.
- An id is a hash of what it identifies (`core/identity.py`), never a counter or a date, so running a step twice changes
  nothing.
- A problem with one feed, page or message is a `Failure`, a value like the others; exceptions stop a whole step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from core.printable import printable_line

# ---------------------------------------------------------------- failures

_MAX_MESSAGE = 1000  # code points


class FailureKind(StrEnum):
    """Whether another attempt may succeed."""

    TRANSIENT = "transient"
    PERMANENT = "permanent"


class Stage(StrEnum):
    """Where in the way of the data one item failed."""

    FEED = "feed"
    PAGE = "page"  # fetching it
    EXTRACT = "extract"
    MATCH = "match"
    STORE = "store"
    GROUP = "group"  # into stories
    INDEX = "index"  # of the words of stored articles
    COMPOSE = "compose"  # a digest
    DELIVER = "deliver"
    CLUSTER = "cluster"  # of workers on other machines; the work is then done on this one


@dataclass(frozen=True, slots=True)
class Failure:
    """A problem with one feed, page or message. It does not affect the others.

    Its message may quote a server: it becomes one line without control characters, whoever made it.
    """

    stage: Stage
    key: str  # the feed id, URL, subscription or recipient
    kind: FailureKind
    cause: str  # a short, stable code to group by: timeout, http_status, not_a_feed, paywall …
    message: str  # a sentence that a person can act on

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", printable_line(self.message, _MAX_MESSAGE))


# ---------------------------------------------------------------- feeds


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
class PendingEntry:
    """An entry whose article has still to be read."""

    entry: FeedEntry
    attempts: int = 0  # failed ones so far
    article_id: str | None = None  # of the stored article made of the feed's words, which its page replaces; else None


# ---------------------------------------------------------------- pages


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

    at: date | datetime  # with the publisher's own UTC offset; a date if only the day is known
    source: str

    @property
    def iso(self) -> str:
        """ISO 8601 with the publisher's own offset, or a bare date if only the day is known."""
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


# ---------------------------------------------------------------- hits


class TargetKind(StrEnum):
    """What a watchlist entry is about."""

    ACTOR = "actor"
    SCHEME = "scheme"


class Severity(StrEnum):
    """How much an entry matters to whoever listed it, lowest first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low to 2 for high."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Target:
    """A watchlist entry without what only matching needs."""

    target_id: str
    name: str
    kind: TargetKind
    severity: Severity = Severity.MEDIUM
    tags: tuple[str, ...] = ()
    basis: str | None = None  # why it is listed, in the words of whoever listed it
    source: str | None = None  # the document or URL that the entry was made from
    entry_hash: str = ""  # changes when anything in the entry changes


class Band(StrEnum):
    """What is done with a hit, lowest first."""

    SUPPRESSED = "suppressed"  # stored, not reported
    REVIEW = "review"  # reported as something to check
    ALERT = "alert"

    @property
    def rank(self) -> int:
        """0 for suppressed to 2 for alert."""
        return list(Band).index(self)


class TextField(StrEnum):
    """The part of an article that a mention is in."""

    TITLE = "title"
    TEXT = "text"


class MatchMethod(StrEnum):
    """How the words in the text match the listed name. The values are public: `match` and the views show them."""

    EXACT = "exact"  # word for word, after folding
    PARTICLE = "particle"  # except for particles, titles or punctuation
    JOINED = "joined"  # words joined or split
    ORDER = "order"  # the parts in another order
    NICKNAME = "nickname"
    COORDINATED = "coordinated"  # two given names share the family name: "Kejia and Zhenxing Wang"
    INITIAL = "initial"  # initials instead of given names
    MIDDLE = "middle"  # with an additional middle name
    PARTIAL = "partial"  # a part of the name is missing
    ROMANISATION = "romanisation"  # another romanisation of a Korean name
    NATIVE = "native"  # as listed in its own script
    TRANSLITERATION = "transliteration"  # listed in another script
    INFLECTION = "inflection"  # another grammatical case
    VISUAL = "visual"  # with letters that look alike
    SOUND = "sound"  # another spelling that sounds the same
    DIMINUTIVE = "diminutive"  # another form of a given name
    EDIT_1 = "edit:1"  # one letter differs
    EDIT_2 = "edit:2"  # two letters differ
    IDENTIFIER = "identifier"  # a listed identifier (wallet, domain, IMO number …)
    TERM = "term"  # a term of a rule
    FURTHER = "further"  # the family name alone, after a full mention

    @property
    def is_near(self) -> bool:
        """True for a spelling that is not listed and that a person should check."""
        return self in _NEAR_METHODS

    @property
    def is_foreign(self) -> bool:
        """True for a match by romanisation, script or inflection, where different names can look the same."""
        return self in _FOREIGN_METHODS


_NEAR_METHODS = frozenset(
    {MatchMethod.VISUAL, MatchMethod.SOUND, MatchMethod.DIMINUTIVE, MatchMethod.EDIT_1, MatchMethod.EDIT_2}
)
_FOREIGN_METHODS = frozenset(
    {MatchMethod.ROMANISATION, MatchMethod.NATIVE, MatchMethod.TRANSLITERATION, MatchMethod.INFLECTION}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a target is named."""

    field: TextField
    start: int  # offset in that field
    end: int
    surface: str  # the field's text in [start, end)
    alias: str  # the listed spelling that it matches
    method: MatchMethod
    zone: ZoneKind


class ReasonCode(StrEnum):
    """What a reason is about, most decisive first. The values are public: `match` and the views show them."""

    PAGE = "page"  # the page is not the whole article
    VETO = "veto"  # an exclusion term is present
    FACT_CONTRADICTS = "fact_contradicts"  # the article says of the person what the list rules out
    CONTEXT_MISSING = "context_missing"  # the name counts only in a context that is absent
    WEAK = "weak"  # too little of the name, or too uncertain
    DOUBTFUL_ZONE = "doubtful_zone"  # only in text that may not belong to the article
    WEAK_ALIAS = "weak_alias"  # the alias is listed as weak
    SUPPORT_MISSING = "support_missing"  # what would have made it an alert
    COMPANY = "company"  # other listed actors are named nearby
    FACT_AGREES = "fact_agrees"  # the article says of the person what the list says
    CONTEXT = "context"  # a context of the name is present
    IDENTIFIER = "identifier"  # a listed identifier is present
    RULE = "rule"  # a scheme's rule applies
    NAME = "name"  # which listed name was found, and how
    MENTIONS = "mentions"  # how many; always the last reason of a hit

    @property
    def rank(self) -> int:
        """0 for the most decisive code."""
        return list(ReasonCode).index(self)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit has its score and band."""

    code: ReasonCode
    text: str  # a sentence for a person
    facts: dict[str, Any] = field(default_factory=dict)  # JSON values


@dataclass(frozen=True, slots=True)
class Hit:
    """One target found in one article."""

    hit_id: str  # a hash of article_id and target_id
    article_id: str
    target_id: str
    kind: TargetKind
    band: Band
    score: int  # 0 to 100
    mentions: tuple[Mention, ...]  # best first
    reasons: tuple[Reason, ...]
    watchlist_version: str
    article_version: str  # the article's content_hash
    retroactive: bool = False  # found in a stored article after a watchlist edit

    @property
    def deciding_reason(self) -> Reason | None:
        """The reason that best explains the band: what held the hit back, else what supports it. None without any."""
        return min(self.reasons, key=lambda reason: reason.code.rank, default=None)


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """The result of reading one pending entry: an article with its hits, or a failure."""

    entry: FeedEntry
    article: Article | None = None
    page: FetchedPage | None = None  # the page as fetched, kept as evidence
    hits: tuple[Hit, ...] = ()
    failure: Failure | None = None
    retry: bool = False  # the article is made of the feed's words, and its page is asked for again


# ---------------------------------------------------------------- stories and digests


class LinkKind(StrEnum):
    """How two articles of a story are related."""

    COPY_OF = "copy_of"  # largely the same text
    SAME_EVENT = "same_event"
    SAME_CASE = "same_case"  # another event of the case: charged, then convicted


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Why an article is in a story: it is related to another one."""

    article_id: str  # the later article
    other_id: str
    kind: LinkKind
    reason: str  # a sentence for a person


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One event of a story: of a case the charge, say, or the conviction."""

    event_id: str
    article_ids: tuple[str, ...]  # by date
    title: str | None = None  # the first headline among its articles; None if none has one


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, or about one case with its developments."""

    story_id: str
    article_ids: tuple[str, ...]  # by date
    links: tuple[StoryLink, ...]
    severity: Severity | None  # the highest among its alert-band hits; None if it has none
    first_seen_at: datetime  # the earliest first_seen_at of its articles
    last_seen_at: datetime  # the latest first_seen_at of its articles
    title: str | None = None  # the first headline among its articles; None if none has one
    merged_ids: tuple[str, ...] = ()  # earlier stories that are now part of this one
    events: tuple[StoryEvent, ...] = ()  # by date; together they have all of its articles


class ReviewVerdict(StrEnum):
    """A reviewer's verdict on a hit."""

    CONFIRMED = "confirmed"  # the listed person or scheme
    DISMISSED = "dismissed"  # somebody or something else
    SUPPRESSED = "suppressed"  # correct, but not wanted
    SNOOZED = "snoozed"  # to be judged later; open again after `Review.until`
    OPEN = "open"  # an earlier verdict was taken back

    @property
    def is_open(self) -> bool:
        """True if the hit has still to be judged; digests tell it like one that nobody has looked at."""
        return self in (ReviewVerdict.OPEN, ReviewVerdict.SNOOZED)


class VerdictReason(StrEnum):
    """Why a reviewer gave a verdict: the short list, beside the note."""

    NAMESAKE = "namesake"  # another person of that name
    OTHER_WORD = "other_word"  # no name at all, or of something else
    NOT_ARTICLE = "not_article"  # a teaser, a caption, a comment
    KNOWN = "known"  # known already
    IRRELEVANT = "irrelevant"  # the right one, in a matter that does not interest
    CHECKED = "checked"  # compared with another source
    STORY_MUTED = "story_muted"  # the whole story is not wanted
    SUPPRESSION = "suppression"  # given by a Suppression


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewer's verdict on one hit, or one carried to it from an earlier hit of the same target and story."""

    hit_id: str
    verdict: ReviewVerdict
    reviewed_at: datetime
    note: str | None = None
    reviewer: str | None = None  # None if the machine knows no name
    carried_from: str | None = None  # a hit_id
    reason: VerdictReason | None = None
    until: datetime | None = None  # when a snoozed hit is open again; None for other verdicts
    suppression_id: str | None = None  # None unless a suppression gave it


@dataclass(frozen=True, slots=True)
class Suppression:
    """A kind of find that is counted and not told: of a target, in a spelling, beside some words, until a time."""

    suppression_id: str
    target_id: str
    created_at: datetime
    alias: str | None = None  # only where each full mention has this spelling, on the list or in the text; None for any
    context: str | None = None  # only where the sentence contains these words; None for any
    until: datetime | None = None  # None for ever
    note: str | None = None
    reviewer: str | None = None
    ended_at: datetime | None = None  # by a person, before it expired


@dataclass(frozen=True, slots=True)
class Finding:
    """A stored hit with everything that a digest shows of it."""

    hit: Hit
    target: Target
    article: Article
    found_at: datetime  # digests select by this
    story_id: str | None = None  # None until its article is in a story
    verdict: ReviewVerdict | None = None  # the latest one; None before the first
    source_tags: tuple[str, ...] = ()  # of all feeds that listed the article
    quote: str = ""  # the sentence around the best mention
    quote_start: int = 0  # its offset in that mention's field
    told_at: datetime | None = None  # when a digest first reported it; None before that
    suppression_id: str | None = None  # of the suppression that gave the verdict; None if a person did


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
    config_problems: tuple[str, ...] = ()  # errors, with file and line, in files whose last valid version is in use
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
    watchlist_changes: tuple[str, ...] = ()  # a sentence for each changed entry
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


# ---------------------------------------------------------------- runs


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """What one poll cycle did."""

    holder: str | None = None  # the run that held the lock, and then nothing was done; None if this one ran
    feeds_total: int = 0
    feeds_due: int = 0
    feeds_read: int = 0  # answered with something readable, 304 included
    entries_new: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    hits: tuple[tuple[Band, int], ...] = ()  # new ones by band, highest first
    archive_hits: int = 0  # found by re-matching stored articles after a watchlist edit
    archive_read: int = 0  # stored articles read again
    archive_left: int = 0  # those left for the next cycle
    pending: int = 0  # entries left for the next cycle
    failures: tuple[Failure, ...] = ()
    watchlist_change: str = ""  # counts, such as "1 added, 2 changed"; empty if nothing changed
    deliveries: tuple[tuple[DeliveryState, int], ...] = ()  # immediate messages handled in this cycle, by state
    held: tuple[HeldHits, ...] = ()  # hits that no immediate mail may report now
    config_problems: tuple[str, ...] = ()  # as in `Coverage`
    durations: tuple[tuple[str, float], ...] = ()  # seconds by stage: feeds, articles, archive

    @property
    def nothing_answered(self) -> bool:
        """True if feeds were due and none could be read, which makes the run a failure."""
        return self.feeds_due > 0 and self.feeds_read == 0


@dataclass(frozen=True, slots=True)
class TickSummary:
    """What one tick of the digest flow did."""

    holder: str | None = None  # as in `CycleSummary`
    digests: int = 0  # queued
    upcoming: tuple[tuple[str, datetime, str], ...] = ()  # next digests: subscription id, instant, zone name
    deliveries: tuple[tuple[DeliveryState, int], ...] = ()  # messages handled in this tick, by state
    failures: tuple[Failure, ...] = ()
    config_problems: tuple[str, ...] = ()  # as in `Coverage`
