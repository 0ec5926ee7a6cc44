"""The watchlist in force, its changes, and the jobs that match stored articles again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.protocols import Presearch
from core.records import Article, EntryChange, Hit, Target
from storage.database.live_file import transaction
from storage.results import RematchJob, SaveResult, WatchlistChange
from storage.store.store_part import StorePart
from storage.tables import rematching, runs, watchlists


class Watchlists(StorePart):
    """The watchlist in force, its changes, and the jobs that match stored articles again."""

    def save(
        self, version: str, targets: Sequence[Target], at: datetime, *, rematch_since: datetime | None = None
    ) -> WatchlistChange:
        """Puts this version in force and closes the hits of removed entries.

        With `rematch_since`, queues a job that matches articles first seen since then for added and changed entries.
        """
        with transaction(self.paths) as db:
            change = watchlists.save(db, version, targets, at)
            if change.target_ids and rematch_since is not None:
                watchlists.queue_rematch(db, change.target_ids, version, rematch_since, at)
            if change != WatchlistChange():
                runs.touch(db)
            return change

    def version(self) -> str | None:
        """The version in force; None if none was ever saved."""
        with transaction(self.paths) as db:
            return watchlists.in_force(db)

    def changes(self, start: datetime, end: datetime) -> tuple[EntryChange, ...]:
        """What the watchlist versions of `[start, end)` changed, entry by entry."""
        with transaction(self.paths) as db:
            return watchlists.changes_between(db, start, end)

    def rematch_jobs(self) -> tuple[RematchJob, ...]:
        """The jobs that still have articles to match, oldest first."""
        with transaction(self.paths) as db:
            return rematching.unfinished(db)

    def add_rematch_job(self, target_ids: Sequence[str], version: str, since: datetime, at: datetime) -> RematchJob:
        """Queues a job that matches articles first seen since then for these targets."""
        with transaction(self.paths) as db:
            return watchlists.queue_rematch(db, target_ids, version, since, at)

    def rematch_period_size(self, job: RematchJob) -> int:
        """How many stored articles are in the job's period."""
        with transaction(self.paths) as db:
            return rematching.period_size(db, job)

    def rematch_batch(self, job: RematchJob, limit: int, presearch: Presearch | None = None) -> tuple[Article, ...]:
        """The job's next articles, newest first, at most `limit`, and fewer of long texts; empty when it is done.

        With a presearch, which is used once, at the job's first batch, articles are left out if the word index shows
        that they contain none of the targets.
        """
        with transaction(self.paths) as db:
            rematching.plan(db, job, presearch)
            return rematching.batch(db, job, limit)

    def rematch_size(self, job: RematchJob) -> int:
        """How many articles the job has in all, examined or not."""
        with transaction(self.paths) as db:
            return rematching.size(db, job)

    def rematch_left(self) -> int:
        """How many articles the planned jobs have still to read, an article once for each job."""
        with transaction(self.paths) as db:
            return rematching.left(db)

    def save_rematch(
        self, job: RematchJob, read: Sequence[Article], found: Mapping[str, tuple[Hit, ...]], at: datetime
    ) -> SaveResult:
        """Stores the hits of the job's targets in these articles, as retroactive.

        `found` are the hits by article id; an article that is not among them could not be matched and keeps its hits.
        Other open hits of these targets that were not found again are closed. Without articles the job ends.
        """
        with transaction(self.paths) as db:
            saved = rematching.save(db, job, read, found, at)
            if read:
                runs.touch(db)
            return saved
