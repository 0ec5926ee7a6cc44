"""Articles about one event or case, and what reviewers decided on their hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.records.articles import Article
from core.records.hits import Hit, Severity, Target


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
        """True if the hit has still to be judged; digests report it like one that nobody has looked at."""
        return self in (ReviewVerdict.OPEN, ReviewVerdict.SNOOZED)


VERDICT_OF_WORD: Mapping[str, ReviewVerdict] = {
    "confirm": ReviewVerdict.CONFIRMED,
    "dismiss": ReviewVerdict.DISMISSED,
    "suppress": ReviewVerdict.SUPPRESSED,
    "snooze": ReviewVerdict.SNOOZED,
    "undo": ReviewVerdict.OPEN,
}
"""The words with which people give verdicts, in commands and forms."""


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
    """A kind of find that is counted and not reported: of a target, in a spelling, beside some words, until a time."""

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
