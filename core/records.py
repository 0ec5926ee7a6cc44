"""The way of the data: every value that flows between the stages, in the order in which it comes to be.

    FeedSource ─► FeedPoll(FeedEntry…) ─► FetchedPage ─► Article ─► Hit ─► Finding ─► Story ─► Digest ─► Delivery
    feeds.yaml    extractors.feeds        extractors     extractors matching storage   matching  alerts    alerts
                                          .fetching      .pages                        .stories

What holds for all of them: frozen and slotted; tuples, never lists; datetimes are aware and in UTC unless the
field says otherwise; `None` means unknown; offsets into text are Unicode code points, half-open. Identity is a
hash of what a thing is (`core/identity.py`), never a date or a counter, so that doing a step twice changes nothing.
What goes wrong with one feed or page is a `Failure`, a value like the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

# ---------------------------------------------------------------- failures


class FailureKind(StrEnum):
    """Whether trying again may help."""

    TRANSIENT = "transient"
    PERMANENT = "permanent"


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with one feed, page or message; everything else went on.

    `stage` is one of feed, page, extract, match, deliver; `key` the feed_id, URL or recipient; `cause` a short
    stable word for grouping (`timeout`, `http_status`, `not_a_feed`, `paywall` …); `message` a sentence a person
    can act on.
    """

    stage: str
    key: str
    kind: FailureKind
    cause: str
    message: str


# ---------------------------------------------------------------- feeds


class FeedKind(StrEnum):
    """The format of a feed; AUTO means that the body decides."""

    AUTO = "auto"
    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"


class FullText(StrEnum):
    """Where the text of an article is taken from."""

    AUTO = "auto"  # the page, and the feed's own content where the page cannot be read
    FEED = "feed"
    PAGE = "page"


class FirstPoll(StrEnum):
    """What the entries of a feed's first poll are."""

    BASELINE = "baseline"  # entries dated within 72 hours are news, the others a first look
    ALERT = "alert"  # all of them are news


@dataclass(frozen=True, slots=True)
class FeedSource:
    """One feed of feeds.yaml. `every` is the least time between two polls; zero means always due."""

    feed_id: str
    url: str
    kind: FeedKind = FeedKind.AUTO
    title: str | None = None
    tags: tuple[str, ...] = ()
    every: timedelta = timedelta(minutes=30)
    full_text: FullText = FullText.AUTO
    first_poll: FirstPoll = FirstPoll.BASELINE

    @property
    def is_primary(self) -> bool:
        """True for an official source, by its tag."""
        return "primary" in self.tags


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed between polls; a feed never polled has only its id and its source's URL.

    `etag` and `last_modified` are the header values as sent, opaque, from `validator_origin`; `paused` is the
    reason why it is not polled at all (410, or by hand), None otherwise; `failure_points` grow with each failure by
    its grade and shrink with each success; `usual_gap` is the usual time between new entries. `moved_to` is where
    permanent redirects lead, seen `moved_seen` times in a row. `wanted_gap` is how long the feed or its server asks to
    be left alone after an answer; `skip_hours` and `skip_days` are the hours (UTC) and weekdays (from Monday) in which
    it is not to be polled, as bit masks.
    """

    feed_id: str
    url: str
    etag: bytes | None = None
    last_modified: bytes | None = None
    validator_origin: str | None = None
    body_sha256: str | None = None
    first_polled_at: datetime | None = None
    last_attempt_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_entry_at: datetime | None = None
    last_probe_at: datetime | None = None
    next_due_at: datetime | None = None
    retry_after_at: datetime | None = None
    interval: timedelta | None = None
    usual_gap: timedelta | None = None
    usual_new_entries: float | None = None
    failure_streak: int = 0
    failure_points: float = 0.0
    last_failure: str | None = None
    paused: str | None = None
    moved_to: str | None = None
    moved_seen: int = 0
    wanted_gap: timedelta | None = None
    skip_hours: int = 0
    skip_days: int = 0


class EntryOrigin(StrEnum):
    """Why an entry turned up, which decides how loudly it may be told."""

    FRESH = "fresh"
    FIRST_LOOK = "first_look"  # an old or undated entry of a feed's first poll
    REPLAY = "replay"  # the feed announces its archive again
    FLOOD = "flood"  # more than five times the feed's usual number of new entries


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed, as the feed tells it.

    `entry_key` is the entry's identity within its feed (guid, else canonical URL, else a hash of what it says).
    `url` is absolute and as given, None if the entry has no link. `title`, `summary` and `content` may hold markup.
    `published` is None where the feed gives no date or an absurd one (then `date_flag` says what was wrong).
    `revision` is the date of the last edit as the feed writes it, opaque: that it differs from the one before says
    that the article is worth another reading.
    """

    feed_id: str
    entry_key: str
    url: str | None
    title: str | None
    summary: str | None
    content: str | None
    published: datetime | None
    seen_at: datetime
    author: str | None = None
    language: str | None = None
    date_flag: str | None = None
    revision: str | None = None
    origin: EntryOrigin = EntryOrigin.FRESH


class PollStatus(StrEnum):
    """How a poll of a feed ended."""

    NEW = "new"  # a body that was parsed; it may still hold nothing unseen
    UNCHANGED = "unchanged"  # 304, or the same bytes as last time
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FeedPoll:
    """One poll of one feed: the entries it gave and the state to remember. `http_status` is None without an answer."""

    feed_id: str
    polled_at: datetime
    status: PollStatus
    state: FeedState
    entries: tuple[FeedEntry, ...] = ()
    http_status: int | None = None
    elapsed_s: float = 0.0
    body_bytes: int = 0
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class PendingEntry:
    """An entry whose article is still to be read; `attempts` counts the readings that failed."""

    entry: FeedEntry
    attempts: int = 0


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """The bytes that answered a request, decoded from their transfer coding but not yet from their charset.

    `headers` is the kept subset, names in lower case. `sha256` is that of `body`, in hex.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    fetched_at: datetime
    sha256: str


class ZoneKind(StrEnum):
    """Whether a stretch of text belongs to the article for certain."""

    CORE = "core"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch `[start, end)` of an article's text. `reason` says what made it doubtful, empty for core."""

    start: int
    end: int
    kind: ZoneKind
    reason: str = ""


class Quality(StrEnum):
    """What a page turned out to be."""

    FULL = "full"
    PARTIAL = "partial"
    PAYWALL = "paywall"
    CONSENT = "consent"
    EMPTY = "empty"
    NOT_ARTICLE = "not_article"


@dataclass(frozen=True, slots=True)
class Published:
    """When the publisher says the article appeared.

    `at` is a datetime with the publisher's own offset, or a bare date when only the day is known. `source` names
    where it stood (`json-ld`, `meta`, `time`, `feed`; on the page itself `text`, beside the headline, or `markup`, as
    htmldate finds it; `updated` is the day of the last change, where no other is given).
    """

    at: date | datetime
    source: str

    @property
    def iso(self) -> str:
        """ISO 8601: the publisher's own offset kept, a bare date where only the day is known."""
        return self.at.isoformat()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it read at one time.

    `article_id` stays the same over versions, `content_hash` (of the folded title and text) names the version.
    `url` is canonical. `zones` cover `text` without gap or overlap, in order. `block_hashes` identify the blocks of
    the page, so that blocks repeated on a host can be told. `first_seen_at` is when its entry first stood in a feed.
    """

    article_id: str
    feed_id: str
    entry_key: str
    url: str
    site: str
    title: str | None
    text: str = field(repr=False)
    zones: tuple[Zone, ...]
    quality: Quality
    quality_reason: str
    content_hash: str
    first_seen_at: datetime
    published: Published | None = None
    author: str | None = None
    language: str | None = None
    origin: EntryOrigin = EntryOrigin.FRESH
    block_hashes: tuple[str, ...] = field(default=(), repr=False)


# ---------------------------------------------------------------- hits


class TargetKind(StrEnum):
    """What a watchlist entry is about."""

    ACTOR = "actor"
    SCHEME = "scheme"


class Severity(StrEnum):
    """How much an entry matters to whoever listed it, least first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 2 for high."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Target:
    """What the rest of the system needs to know of a watchlist entry; `entry_hash` changes when the entry does."""

    target_id: str
    name: str
    kind: TargetKind
    severity: Severity = Severity.MEDIUM
    tags: tuple[str, ...] = ()
    basis: str | None = None
    source: str | None = None
    entry_hash: str = ""


class Band(StrEnum):
    """What is done with a hit, least first."""

    SUPPRESSED = "suppressed"
    REVIEW = "review"
    ALERT = "alert"

    @property
    def rank(self) -> int:
        """0 for suppressed, 2 for alert."""
        return list(Band).index(self)


class TextField(StrEnum):
    """Where in an article a mention stands."""

    TITLE = "title"
    TEXT = "text"


class MatchMethod(StrEnum):
    """How the words of a text are those of the list. The values are public: `match` and the views print them."""

    EXACT = "exact"  # word for word, folded
    PARTICLE = "particle"  # apart from particles, titles or punctuation
    JOINED = "joined"  # words joined or divided
    ORDER = "order"  # the parts in another order
    NICKNAME = "nickname"
    COORDINATED = "coordinated"  # the family name shared with another given name
    INITIAL = "initial"  # initials for given names
    MIDDLE = "middle"  # a further name inside
    PARTIAL = "partial"  # a part of the name is missing
    ROMANISATION = "romanisation"  # another romanisation of a Korean name
    NATIVE = "native"  # listed in its own script
    TRANSLITERATION = "transliteration"  # listed in another script
    INFLECTION = "inflection"  # another grammatical case
    VISUAL = "visual"  # letters that look alike
    SOUND = "sound"  # another spelling of the same sound
    DIMINUTIVE = "diminutive"  # another form of a given name
    EDIT_1 = "edit:1"  # one letter wrong
    EDIT_2 = "edit:2"  # two letters wrong
    IDENTIFIER = "identifier"
    TERM = "term"  # a term of a rule
    FURTHER = "further"  # the family name alone, behind a full mention

    @property
    def is_near(self) -> bool:
        """True for a spelling that the list does not know: a person should check it."""
        return self in _NEAR_METHODS

    @property
    def is_foreign(self) -> bool:
        """True for a name met by its romanisation, its own script or its grammar, which other people's names share."""
        return self in _FOREIGN_METHODS


_NEAR_METHODS = frozenset(
    {MatchMethod.VISUAL, MatchMethod.SOUND, MatchMethod.DIMINUTIVE, MatchMethod.EDIT_1, MatchMethod.EDIT_2}
)
_FOREIGN_METHODS = frozenset(
    {MatchMethod.ROMANISATION, MatchMethod.NATIVE, MatchMethod.TRANSLITERATION, MatchMethod.INFLECTION}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a target is named: `surface == field[start:end]`. `alias` is the list's spelling that was met."""

    field: TextField
    start: int
    end: int
    surface: str
    alias: str
    method: MatchMethod
    zone: ZoneKind


class ReasonCode(StrEnum):
    """What a reason is about, the most decisive first. The values are public: `match` and the views print them."""

    PAGE = "page"  # the page is not the whole article
    VETO = "veto"  # an exclusion term is there
    CONTEXT_MISSING = "context_missing"  # the name counts only in a context that is not there
    WEAK = "weak"  # too little of the name, or too many doubts
    DOUBTFUL_ZONE = "doubtful_zone"  # only in text that may not belong to the article
    WEAK_ALIAS = "weak_alias"  # the alias is listed as weak
    SUPPORT_MISSING = "support_missing"  # what would have made it an alert
    COMPANY = "company"  # other listed actors are named nearby
    CONTEXT = "context"  # a context of the name is there
    IDENTIFIER = "identifier"
    RULE = "rule"  # the rule of a scheme
    NAME = "name"  # which listed name was met, and how
    MENTIONS = "mentions"  # how often; always the last reason of a hit

    @property
    def rank(self) -> int:
        """0 for the most decisive code."""
        return list(ReasonCode).index(self)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit is what it is: its code, a sentence for a person, and the facts behind it (JSON values)."""

    code: ReasonCode
    text: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One target in one article. The best mention comes first. `article_version` is the article's content hash."""

    hit_id: str
    article_id: str
    target_id: str
    kind: TargetKind
    band: Band
    score: int
    mentions: tuple[Mention, ...]
    reasons: tuple[Reason, ...]
    watchlist_version: str
    article_version: str
    retroactive: bool = False

    @property
    def deciding_reason(self) -> Reason | None:
        """The reason that explains the band best: what held the hit back, else what supports it; None without any."""
        return min(self.reasons, key=lambda reason: reason.code.rank, default=None)


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """What became of one pending entry: an article with its hits, or a failure; the page is the evidence."""

    entry: FeedEntry
    article: Article | None = None
    page: FetchedPage | None = None
    hits: tuple[Hit, ...] = ()
    failure: Failure | None = None


# ---------------------------------------------------------------- stories and digests


class LinkKind(StrEnum):
    """How two articles of a story belong together."""

    COPY_OF = "copy_of"
    SAME_EVENT = "same_event"


@dataclass(frozen=True, slots=True)
class StoryLink:
    """`article_id` belongs with `other_id`, and why (a sentence for a person)."""

    article_id: str
    other_id: str
    kind: LinkKind
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event. `severity` is the highest of its alert-band hits, None if it has none.

    `merged_ids` are stories that turned out to be this one; `title` is the headline of its best article, None
    where no article has one.
    """

    story_id: str
    article_ids: tuple[str, ...]
    links: tuple[StoryLink, ...]
    severity: Severity | None
    first_seen_at: datetime
    last_seen_at: datetime
    title: str | None = None
    merged_ids: tuple[str, ...] = ()


class ReviewVerdict(StrEnum):
    """What a reviewer says of a hit."""

    CONFIRMED = "confirmed"  # it is who the list means
    DISMISSED = "dismissed"  # it is somebody else
    SUPPRESSED = "suppressed"  # it is right and not wanted


@dataclass(frozen=True, slots=True)
class Finding:
    """A stored hit with all that a digest says about it.

    `quote` is the sentence around the best mention and `quote_start` its offset in that mention's field; digests
    window on `found_at`. `told_at` is None until a digest has told it. `verdict` is the latest one of a reviewer, None
    before the first.
    """

    hit: Hit
    target: Target
    article: Article
    found_at: datetime
    story_id: str | None = None
    verdict: ReviewVerdict | None = None
    source_tags: tuple[str, ...] = ()
    quote: str = ""
    quote_start: int = 0
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedTrouble:
    """A feed that was not read, or is silent: since when (None if unknown), the short cause and a sentence."""

    feed_id: str
    url: str
    cause: str
    message: str
    since: datetime | None = None
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and what was not: the honesty block of every digest.

    `walled` counts pages behind a paywall or consent wall by site, `unread` those that failed, by cause.
    `config_problems` are the located errors of files whose last good version is in force.
    """

    feeds_total: int
    feeds_read: int
    failing: tuple[FeedTrouble, ...] = ()
    silent: tuple[FeedTrouble, ...] = ()
    walled: tuple[tuple[str, int], ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
    config_problems: tuple[str, ...] = ()
    last_complete_cycle: datetime | None = None


class DigestKind(StrEnum):
    """Why a message is written."""

    DIGEST = "digest"  # at the subscription's hour
    IMMEDIATE = "immediate"  # right after the article batch that found the hit
    TROUBLE = "trouble"  # the watch itself is in trouble
    TEST = "test"  # by hand, to try the way


class Section(StrEnum):
    """Where in a digest a hit was told."""

    CARD = "card"
    COPY = "copy"  # a line under a story told before: nothing new but another outlet
    FIRST_LOOK = "first_look"
    REPLAY = "replay"
    ARCHIVE = "archive"


class CardStatus(StrEnum):
    """What a story is to a subscription that gets it."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"  # the publisher has printed one
    COPY = "copy"  # another outlet for a story told before


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One story as a digest tells it; findings are alert and review band.

    `articles` are all the story's articles at hand, best first; `changes` say what makes it an update, in words.
    """

    story: Story
    status: CardStatus
    findings: tuple[Finding, ...]
    articles: tuple[Article, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """One subscription's digest for the hits found in `[window_start, window_end)`.

    `cards` are told as news; `copies` are stories told before that more outlets carried since. `first_looks`,
    `replays` and `archive` are the summarised sections (old entries of a new feed, re-announced or flooding feeds,
    retroactive finds); `suppressed` counts what was not told, by reason.
    """

    digest_id: str
    subscription_id: str
    window_start: datetime
    window_end: datetime
    composed_at: datetime
    cards: tuple[StoryCard, ...]
    coverage: Coverage
    first_looks: tuple[Finding, ...] = ()
    replays: tuple[Finding, ...] = ()
    archive: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[str, int], ...] = ()
    watchlist_changes: tuple[str, ...] = ()
    next_digest_at: datetime | None = None
    kind: DigestKind = DigestKind.DIGEST
    copies: tuple[StoryCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Notification:
    """One line of the told ledger: this subscription has heard of this hit, in this version of its article.

    `primary` is that of the source and `severity` that of the target when it was told (None if it was only a check),
    so that a first official source or a higher severity can be seen later; `correction` is True if it was told as a
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
    """Where a message stands."""

    QUEUED = "queued"
    SENT = "sent"
    WRITTEN = "written"  # to the outbox folder, for want of SMTP; final
    DEAD = "dead"  # refused for good
    DROPPED = "dropped"  # by hand


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one recipient; its bytes are frozen when it is queued.

    `message_id` has no angle brackets and at most 50 characters, and is the same however often it is sent.
    `next_attempt_at` is None once the state is final.
    """

    delivery_id: str
    digest_id: str
    subscription_id: str
    recipient: str
    message_id: str
    subject: str
    body: bytes = field(repr=False)
    created_at: datetime
    channel: str = "mail"
    state: DeliveryState = DeliveryState.QUEUED
    attempts: int = 0
    last_error: str | None = None
    next_attempt_at: datetime | None = None
    finished_at: datetime | None = None


# ---------------------------------------------------------------- runs


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """What one cycle of the watch did. `holder` names the other run that held the lock, and then nothing was done.

    Feeds count as due, read (an answer that was understood, a 304 included) or failed. `pending` entries wait for the
    next cycle; `archive_hits` were found by reading stored articles again after a watchlist edit.
    """

    holder: str | None = None
    feeds_total: int = 0
    feeds_due: int = 0
    feeds_read: int = 0
    entries_new: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    hits: tuple[tuple[Band, int], ...] = ()
    archive_hits: int = 0
    pending: int = 0
    failures: tuple[Failure, ...] = ()
    watchlist_change: str = ""
    config_problems: tuple[str, ...] = ()

    @property
    def nothing_answered(self) -> bool:
        """True if feeds were due and none could be read: the work failed."""
        return self.feeds_due > 0 and self.feeds_read == 0


@dataclass(frozen=True, slots=True)
class TickSummary:
    """What one tick of the digest flow did: deliveries by state, and what could not be delivered.

    `upcoming` says when each subscription's next digest leaves: its id, the instant, the name of its zone.
    """

    holder: str | None = None
    digests: int = 0
    upcoming: tuple[tuple[str, datetime, str], ...] = ()
    deliveries: tuple[tuple[DeliveryState, int], ...] = ()
    failures: tuple[Failure, ...] = ()
    config_problems: tuple[str, ...] = ()
