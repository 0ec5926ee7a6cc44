"""What one run did, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.records.digests import DeliveryState, HeldHits
from core.records.failures import Failure
from core.records.hits import Band


class RunKind(StrEnum):
    """What a recorded run did. The values are public: the view `runs` shows them."""

    POLL = "poll"  # one cycle
    REMATCH = "rematch"
    MAINTAIN = "maintain"


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """What one poll cycle did."""

    holder: str | None = None  # the run that held the lock, and then nothing was done; None if this one ran
    feeds_total: int = 0
    feeds_due: int = 0
    feeds_paused: int = 0  # gone for good, or paused by hand: not asked
    feeds_read: int = 0  # answered with something readable, 304 included
    entries_new: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    hits: tuple[tuple[Band, int], ...] = ()  # new ones by band, highest first, without those in the next two
    hits_held_back: int = 0  # new ones of the bands alert and review that a suppression holds back
    hits_dismissed: int = 0  # new ones of these bands whose target readers had dismissed in their story
    archive_hits: int = 0  # found by re-matching stored articles after a watchlist edit
    archive_read: int = 0  # stored articles read again
    archive_left: int = 0  # those left for the next cycle
    pending: int = 0  # entries left for the next cycle
    feed_warnings: tuple[tuple[str, str], ...] = ()  # feed id and sentence: what was read, and not in whole or in order
    failures: tuple[Failure, ...] = ()
    watchlist_change: str = ""  # counts, such as "1 added, 2 changed"; empty if nothing changed
    deliveries: tuple[tuple[DeliveryState, int], ...] = ()  # immediate messages handled in this cycle, by state
    held: tuple[HeldHits, ...] = ()  # hits that no immediate mail may report now
    config_problems: tuple[str, ...] = ()  # as in `Coverage`
    durations: tuple[tuple[str, float], ...] = ()  # seconds by stage: feeds, articles, archive
    workers_busy: float | None = None  # share of the stage articles that its local workers were at work; None if unused

    @property
    def articles_stored(self) -> int:
        """Versions stored: of new articles, and of those that their outlets changed."""
        return self.articles_new + self.articles_changed

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
    left: tuple[str, ...] = ()  # ids of subscriptions that everybody left: their hits wait for a reader
    deliveries: tuple[tuple[DeliveryState, int], ...] = ()  # messages handled in this tick, by state
    waiting: int = 0  # messages that were tried, in this tick or before, and wait for their next attempt
    failures: tuple[Failure, ...] = ()
    config_problems: tuple[str, ...] = ()  # as in `Coverage`
