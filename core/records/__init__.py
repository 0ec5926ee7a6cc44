"""The values that flow between the stages, in the order in which they are made.

    FeedSource ─► FeedPoll(FeedEntry…) ─► FetchedPage ─► Article ─► Hit ─► Finding ─► Story ─► Digest ─► Delivery
    feeds.yaml    extractors.feeds        extractors     extractors matching storage   matching  alerts    alerts
                                          .fetching      .pages                        .stories

They are imported from here. Their modules, in the same order: `failures`, `feeds`, `articles`, `hits`, `stories` (with
reviews and findings), `digests` (with coverage and delivery) and `runs`; none imports one that comes after it.

Conventions, unless a field says otherwise:

- Every value is a frozen, slotted dataclass; sequences are tuples.
- Datetimes are timezone-aware and in UTC.
- `None` means unknown.
- Text offsets count Unicode code points from 0; `[start, end)` excludes `end`.
- An id is a hash of what it identifies (`core/identity.py`), never a counter or a date, so running a step twice changes
  nothing.
- A problem with one feed, page or message is a `Failure`, a value like the others; exceptions stop a whole step.
"""

from core.records.articles import Article, FetchedPage, Published, Quality, Zone, ZoneKind
from core.records.digests import (
    PAUSED_BY_HAND,
    CardStatus,
    Coverage,
    Delivery,
    DeliveryState,
    Digest,
    DigestKind,
    FeedTrouble,
    HeldHits,
    MissedHit,
    Notification,
    RequestedBy,
    Section,
    Snooze,
    StoryCard,
    UnreadPage,
    Unsubscription,
)
from core.records.failures import ALL_MESSAGES, Failure, FailureKind, Stage
from core.records.feeds import (
    EntryOrigin,
    FeedEntry,
    FeedKind,
    FeedPoll,
    FeedSource,
    FeedState,
    FirstPoll,
    FullText,
    PendingEntry,
    PollStatus,
    Recheck,
    StoredPage,
)
from core.records.hits import (
    ArticleOutcome,
    Band,
    ChangeKind,
    EntryChange,
    Hit,
    MatchMethod,
    Mention,
    Reason,
    ReasonCode,
    Severity,
    Target,
    TargetKind,
    TextField,
)
from core.records.runs import CycleSummary, RunKind, TickSummary
from core.records.stories import (
    VERDICT_OF_WORD,
    Finding,
    LinkKind,
    Review,
    ReviewVerdict,
    Story,
    StoryEvent,
    StoryLink,
    Suppression,
    VerdictReason,
)

__all__ = [
    "ALL_MESSAGES",
    "PAUSED_BY_HAND",
    "VERDICT_OF_WORD",
    "Article",
    "ArticleOutcome",
    "Band",
    "CardStatus",
    "ChangeKind",
    "Coverage",
    "CycleSummary",
    "Delivery",
    "DeliveryState",
    "Digest",
    "DigestKind",
    "EntryChange",
    "EntryOrigin",
    "Failure",
    "FailureKind",
    "FeedEntry",
    "FeedKind",
    "FeedPoll",
    "FeedSource",
    "FeedState",
    "FeedTrouble",
    "FetchedPage",
    "Finding",
    "FirstPoll",
    "FullText",
    "HeldHits",
    "Hit",
    "LinkKind",
    "MatchMethod",
    "Mention",
    "MissedHit",
    "Notification",
    "PendingEntry",
    "PollStatus",
    "Published",
    "Quality",
    "Reason",
    "ReasonCode",
    "Recheck",
    "RequestedBy",
    "Review",
    "ReviewVerdict",
    "RunKind",
    "Section",
    "Severity",
    "Snooze",
    "Stage",
    "StoredPage",
    "Story",
    "StoryCard",
    "StoryEvent",
    "StoryLink",
    "Suppression",
    "Target",
    "TargetKind",
    "TextField",
    "TickSummary",
    "UnreadPage",
    "Unsubscription",
    "VerdictReason",
    "Zone",
    "ZoneKind",
]
