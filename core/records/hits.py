"""Who is watched for, and where an article names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from core.records.articles import Article, FetchedPage, ZoneKind
from core.records.failures import Failure
from core.records.feeds import FeedEntry


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


class ChangeKind(StrEnum):
    """What an edit of the watchlist did to an entry. The values are public: `watchlist changes` shows them."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that a version of the watchlist added, changed or removed."""

    target_id: str
    name: str
    tags: tuple[str, ...]
    kind: ChangeKind
    changed_at: datetime

    @property
    def sentence(self) -> str:
        """`Jane Roe was added`."""
        return f"{self.name} was {self.kind}"


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
    NOT_COMPARED = "not_compared"  # the article has more possible names than are compared with other spellings
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
    """The result of reading one pending entry: an article with its hits, or a failure.

    Neither if the page is as it was when it was stored.
    """

    entry: FeedEntry
    article: Article | None = None
    page: FetchedPage | None = None  # the page as fetched, kept as evidence; its body is packed (`core.page_bodies`)
    hits: tuple[Hit, ...] = ()
    failure: Failure | None = None
    retry: bool = False  # the article is made of the feed's words, and its page is asked for again
    pause: timedelta | None = None  # for which the page's site asks for no request (Retry-After); None if it does not
