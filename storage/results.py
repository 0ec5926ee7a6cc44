"""Values that the store returns, in addition to the records of `core`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from core.records import Article, Band, Failure, Hit, Target


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What storing a batch of articles or re-matched articles changed."""

    new_articles: int = 0
    new_versions: int = 0  # of new and of known articles
    new_hits: tuple[Hit, ...] = ()  # news: found for the first time, reopened, or in a higher band than before
    changed_hits: tuple[Hit, ...] = ()  # with different evidence, in the same or a lower band
    closed_hits: tuple[Hit, ...] = ()  # no longer found
    failures: tuple[Failure, ...] = ()
    held_hits: tuple[Hit, ...] = ()  # of the new ones, those that a suppression holds back

    @property
    def reportable_hits(self) -> tuple[Hit, ...]:
        """The new hits that no suppression holds back."""
        held = {one.hit_id for one in self.held_hits}
        return tuple(one for one in self.new_hits if one.hit_id not in held)

    @property
    def held_back(self) -> int:
        """How many new hits a suppression holds back that would have been shown without it."""
        return sum(one.band is not Band.SUPPRESSED for one in self.held_hits)

    @classmethod
    def joined(cls, results: Iterable[SaveResult]) -> SaveResult:
        """What several transactions changed together."""
        total = cls()
        for one in results:
            total = cls(
                new_articles=total.new_articles + one.new_articles,
                new_versions=total.new_versions + one.new_versions,
                new_hits=(*total.new_hits, *one.new_hits),
                changed_hits=(*total.changed_hits, *one.changed_hits),
                closed_hits=(*total.closed_hits, *one.closed_hits),
                failures=(*total.failures, *one.failures),
                held_hits=(*total.held_hits, *one.held_hits),
            )
        return total


@dataclass(frozen=True, slots=True)
class WatchlistChange:
    """The difference between a watchlist and the one before; all empty if there is none."""

    added: tuple[Target, ...] = ()
    changed: tuple[Target, ...] = ()
    removed: tuple[Target, ...] = ()

    @property
    def target_ids(self) -> tuple[str, ...]:
        """The entries for which stored articles should be matched again."""
        return tuple(target.target_id for target in (*self.added, *self.changed))


@dataclass(frozen=True, slots=True)
class RematchJob:
    """A job that matches stored articles again for changed entries, and its progress."""

    job_id: str
    target_ids: tuple[str, ...]
    watchlist_version: str
    since: datetime  # covers articles first seen from then on …
    before: datetime  # … and stored by then; later ones were matched against the new list anyway
    requested_at: datetime
    planned: bool = False  # its articles have been queued
    examined: int = 0  # articles so far
    found: int = 0  # new hits so far
    closed: int = 0  # hits no longer found, so far


@dataclass(frozen=True, slots=True)
class StoryMember:
    """A stored article, its open hits and its story."""

    article: Article = field(repr=False)
    hits: tuple[Hit, ...]
    story_id: str | None  # None if it is in no story yet
    settled: bool = False  # readers were notified of the story, or none of its articles is recent


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a search found, with its text."""

    article_id: str
    url: str
    site: str
    title: str | None
    text: str = field(repr=False)
    language: str | None
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Some of the articles that a search found. `is_cut` is True if a phrase was not looked for in all of them."""

    articles: tuple[FoundArticle, ...]
    total: int
    is_cut: bool = False
