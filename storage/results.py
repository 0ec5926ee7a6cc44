"""What storage answers with, besides the records of `core`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from core.records import Article, Failure, Hit, Target


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What one article batch changed.

    `new_hits` are news: first found, opened again, or risen to a higher band. `changed_hits` have other evidence
    than before, in the same or a lower band. `closed_hits` lost theirs.
    """

    new_articles: int = 0
    new_versions: int = 0
    new_hits: tuple[Hit, ...] = ()
    changed_hits: tuple[Hit, ...] = ()
    closed_hits: tuple[Hit, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchlistChange:
    """What a new version of the watchlist brought; all empty if it says what the one before said."""

    added: tuple[Target, ...] = ()
    changed: tuple[Target, ...] = ()
    removed: tuple[Target, ...] = ()
    closed_hits: int = 0

    @property
    def target_ids(self) -> tuple[str, ...]:
        """The entries for which stored articles are worth another reading."""
        return tuple(target.target_id for target in (*self.added, *self.changed))


@dataclass(frozen=True, slots=True)
class RematchJob:
    """Stored articles to read again for changed entries, and how far that has come.

    It covers articles first seen since `since` and stored before `before` (later ones met the new list anyway).
    """

    job_id: str
    target_ids: tuple[str, ...]
    watchlist_version: str
    since: datetime
    before: datetime
    requested_at: datetime
    planned: bool = False
    examined: int = 0
    found: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class StoryMember:
    """A stored article with its open hits and the story that it belongs to, None if to none yet."""

    article: Article = field(repr=False)
    hits: tuple[Hit, ...]
    story_id: str | None
