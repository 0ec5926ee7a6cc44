"""The one door to the memory: each method is one transaction, or one look.

Nothing stays open between calls. A call takes the write lock, opens the live database, works, commits, closes and
lets go, so that several processes can share the folder and a killed one leaves nothing half done.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core.protocols import Presearch, WordIndexer
from core.records import (
    Article,
    ArticleOutcome,
    Band,
    Coverage,
    Delivery,
    DeliveryState,
    Digest,
    FeedPoll,
    FeedSource,
    FeedState,
    Finding,
    Hit,
    Notification,
    PendingEntry,
    Quality,
    ReviewVerdict,
    Story,
    Target,
)
from core.settings import DataPaths
from storage import archive, maintenance, snapshot
from storage.database import deferred_writes
from storage.database.live_file import check_folder, opened, transaction
from storage.maintenance import MaintainReport, Retention
from storage.results import RematchJob, SaveResult, StoryMember, WatchlistChange
from storage.tables import (
    articles,
    feeds,
    findings,
    hits,
    outbox,
    rematching,
    reviews,
    runs,
    stories,
    watchlists,
    words,
)
from storage.tables.hits import HitChanges, MatchedArticle

_DAY = timedelta(days=1)
_EDITED = "no longer in the article"


class Store:
    """The memory in a data folder. All errors are StorageError: busy, damaged (with what to do), or plain."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths

    def __enter__(self) -> Self:
        self.prepare()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close: no handle is kept."""

    def prepare(self) -> None:
        """Creates or upgrades the database and publishes a snapshot if there is none.

        Raises StorageDamagedError if the folder cannot be written, is nearly full, or holds a newer database.
        """
        check_folder(self.paths)
        with opened(self.paths) as db:
            if snapshot.info(self.paths.snapshot) is None:
                snapshot.publish(db, self.paths, datetime.now().astimezone())

    def publish_snapshot(self, now: datetime, *, force: bool = False) -> bool:
        """Publishes the read snapshot if readers would see something new, or hourly; returns whether it did."""
        with opened(self.paths) as db:
            stale = force or snapshot.is_stale(db, self.paths, now)
            if stale:
                snapshot.publish(db, self.paths, now)
            return stale

    def maintain(self, now: datetime, retention: Retention, *, compact: bool | None = None) -> MaintainReport:
        """Removes what is past its age, and copies the file if much of it is free (or as `compact` says)."""
        return maintenance.maintain(self.paths, now, retention, compact=compact)

    def archive(self, folder: Path, now: datetime) -> dict[str, int]:
        """Writes everything but logs as Parquet into `folder`; returns the rows of each table."""
        return archive.archive(self.paths, folder, now)

    def restore(self, folder: Path) -> dict[str, int]:
        """Fills a data folder that has no live database from an archive; returns the rows of each table."""
        return archive.restore(self.paths, folder)

    # ---------------------------------------------------------------- runs

    def begin_run(self, kind: str, at: datetime) -> str:
        """Records that a run of this kind starts, and returns its id."""
        with transaction(self.paths) as db:
            return runs.begin(db, kind, at)

    def end_run(self, run_id: str, at: datetime, summary: Mapping[str, Any], *, complete: bool = True) -> None:
        """Records how a run ended; the summary holds counts, never a target's name."""
        with transaction(self.paths) as db:
            runs.end(db, run_id, at, summary, complete=complete)

    def first_complete(self, kind: str = "poll") -> datetime | None:
        """When the first complete run of this kind ended; None before it."""
        with transaction(self.paths) as db:
            return runs.complete_at(db, kind, "min")

    def last_complete(self, kind: str = "poll") -> datetime | None:
        """When the last complete run of this kind ended; None before the first."""
        with transaction(self.paths) as db:
            return runs.complete_at(db, kind, "max")

    # ---------------------------------------------------------------- feeds

    def sync_feeds(self, sources: Sequence[FeedSource]) -> None:
        """Records which feeds are configured now."""
        with transaction(self.paths) as db:
            feeds.sync(db, sources)

    def feed_states(self) -> dict[str, FeedState]:
        """The state of every feed ever polled, by its id."""
        with transaction(self.paths) as db:
            return feeds.states(db)

    def known_keys(self, wanted: Mapping[str, Collection[str]]) -> frozenset[tuple[str, str]]:
        """Which of the wanted entries (keys by feed) are known, as (feed_id, entry_key)."""
        with transaction(self.paths) as db:
            return feeds.known_keys(db, wanted)

    def save_polls(self, run_id: str, polls: Sequence[FeedPoll], *, may_defer: bool = False) -> int:
        """The poll batch: log, states with validators, unseen and changed entries; returns how many were queued.

        A batch that queues nothing `may_defer`, in a file, until `save_deferred_polls` stores it together with others.
        """
        with transaction(self.paths) as db:
            queued = feeds.queue(db, polls)
            rows = feeds.poll_rows(run_id, polls, queued)
            waits = may_defer and not queued
            if not waits:
                feeds.save_polls(db, rows)
        if waits:
            deferred_writes.put(self.paths, rows)
        return queued.total()

    def save_deferred_polls(self) -> None:
        """Stores the polls that wait, in one transaction; also those of a run that was killed. Under the run lock."""
        if waiting := deferred_writes.waiting(self.paths):
            with transaction(self.paths) as db:
                feeds.save_polls(db, deferred_writes.read(waiting))
        deferred_writes.clear(self.paths)

    def pending(self, limit: int, now: datetime) -> tuple[PendingEntry, ...]:
        """Entries to read now, newest first; those that failed wait longer each time, at most five times."""
        with transaction(self.paths) as db:
            return feeds.pending(db, limit, now)

    # ---------------------------------------------------------------- articles

    def save_outcomes(self, run_id: str, outcomes: Sequence[ArticleOutcome], found_at: datetime) -> SaveResult:
        """The article batch: pages, versions, hits, and the entries done or failed. Doing it twice changes nothing."""
        with transaction(self.paths) as db:
            fresh = articles.save_versions(db, outcomes, found_at)
            changes = HitChanges(hits.stored(db, fresh.edited), found_at)
            for one in fresh.outcomes:
                if one.article and (one.hits or one.article.article_id in fresh.edited):
                    trusted = one.article.quality is Quality.FULL
                    changes.read(MatchedArticle(one.article, one.hits, trusted=trusted), None, _EDITED)
            changes.write(db)
            articles.save_readings(db, run_id, outcomes, found_at)
            if fresh.outcomes:
                runs.touch(db)
        return SaveResult(
            new_articles=fresh.new_articles,
            new_versions=len(fresh.outcomes),
            new_hits=tuple(changes.new.values()),
            changed_hits=tuple(changes.changed.values()),
            closed_hits=tuple(changes.closed.values()),
            failures=tuple(one.failure for one in outcomes if one.failure),
        )

    def article(self, identity: str) -> Article | None:
        """The current version of the article with this id or URL; None if it is not stored."""
        with transaction(self.paths) as db:
            return articles.find(db, identity)

    def last_failure(self, url: str) -> str | None:
        """Why the entry with this URL could not be read the last time, None if nothing is known of that."""
        with transaction(self.paths) as db:
            return articles.last_failure(db, url)

    def host_memory(self, sites: Collection[str]) -> dict[str, frozenset[str]]:
        """Hashes of the blocks of text that stood in at least two articles of each site."""
        with transaction(self.paths) as db:
            return articles.host_memory(db, sites)

    # ---------------------------------------------------------------- watchlist

    def save_watchlist(
        self, version: str, targets: Sequence[Target], at: datetime, *, rematch_since: datetime | None = None
    ) -> WatchlistChange:
        """Puts this version in force: hits of removed entries are closed.

        With `rematch_since`, a job is queued that reads stored articles again for added and changed entries.
        """
        with transaction(self.paths) as db:
            change = watchlists.save(db, version, targets, at)
            if change.target_ids and rematch_since is not None:
                watchlists.queue_rematch(db, change.target_ids, version, rematch_since, at)
            if change != WatchlistChange():
                runs.touch(db)
            return change

    def watchlist_changes(self, start: datetime, end: datetime) -> tuple[str, ...]:
        """What the watchlist's versions in `[start, end)` changed, a sentence an entry."""
        with transaction(self.paths) as db:
            return watchlists.changes_between(db, start, end)

    def rematch_jobs(self) -> tuple[RematchJob, ...]:
        """Jobs that still have articles to read, oldest first."""
        with transaction(self.paths) as db:
            return rematching.unfinished(db)

    def add_rematch_job(self, target_ids: Sequence[str], version: str, since: datetime, at: datetime) -> RematchJob:
        """Queues a job by hand."""
        with transaction(self.paths) as db:
            return watchlists.queue_rematch(db, target_ids, version, since, at)

    def rematch_batch(self, job: RematchJob, limit: int, presearch: Presearch | None = None) -> tuple[Article, ...]:
        """The job's next articles, newest first; none when it is done.

        The presearch, asked once at the job's first batch, leaves out articles of which the index of words shows that
        they hold none of its targets.
        """
        with transaction(self.paths) as db:
            rematching.plan(db, job, presearch)
            return rematching.batch(db, job, limit)

    def index_words(self, indexer: WordIndexer, limit: int = 2_000) -> int:
        """Indexes the words of at most `limit` stored articles; returns how many, 0 when none is left."""
        with transaction(self.paths) as db:
            return words.index(db, indexer, limit)

    def rematch_size(self, job: RematchJob) -> int:
        """How many articles the job has in all, read and still to read."""
        with transaction(self.paths) as db:
            return rematching.size(db, job)

    def save_rematch(self, job: RematchJob, read: Sequence[Article], found: Sequence[Hit], at: datetime) -> SaveResult:
        """Stores what these articles hold of the job's targets, marked as found in the archive.

        Open hits of these targets that were not found again are closed. Without articles the job ends.
        """
        with transaction(self.paths) as db:
            saved = rematching.save(db, job, read, found, at)
            if read:
                runs.touch(db)
            return saved

    # ---------------------------------------------------------------- stories and findings

    def story_window(self, since: datetime) -> tuple[StoryMember, ...]:
        """The articles first seen or changed since then, oldest first, with open hits and story."""
        with transaction(self.paths) as db:
            return stories.window(db, since)

    def save_stories(self, found: Sequence[Story]) -> None:
        """Stores these stories in the place of those with their ids and of those they swallowed."""
        with transaction(self.paths) as db:
            stories.save(db, found)
            if found:
                runs.touch(db)

    def stories_of(self, article_ids: Collection[str]) -> tuple[Story, ...]:
        """The stories that hold any of these articles."""
        with transaction(self.paths) as db:
            return stories.of_articles(db, article_ids)

    def story_articles(self, story_ids: Collection[str]) -> dict[str, tuple[Article, ...]]:
        """The articles of these stories, oldest first."""
        with transaction(self.paths) as db:
            return stories.members(db, story_ids)

    def findings(
        self, start: datetime, end: datetime, *, bands: Collection[Band] = (Band.REVIEW, Band.ALERT)
    ) -> tuple[Finding, ...]:
        """Open hits of these bands found in `[start, end)`, highest score first."""
        with transaction(self.paths) as db:
            return findings.between(db, start, end, bands)

    def edited(self, start: datetime, end: datetime) -> tuple[Finding, ...]:
        """Open hits found earlier whose article got a new version in `[start, end)`: it may be a correction."""
        with transaction(self.paths) as db:
            return findings.edited(db, start, end)

    def suppressed(self, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
        """How many suppressed hits were found in `[start, end)`, by the code of their deciding reason."""
        with transaction(self.paths) as db:
            return findings.suppressed(db, start, end)

    def coverage(self, now: datetime, sources: Sequence[FeedSource], *, since: datetime | None = None) -> Coverage:
        """What of these feeds was read since then (a day ago, if not said) and what was not."""
        with transaction(self.paths) as db:
            return findings.coverage(db, now, sources, since or now - _DAY)

    def save_review(
        self, hit_id: str, verdict: ReviewVerdict, at: datetime, *, note: str | None = None, reviewer: str | None = None
    ) -> str | None:
        """Remembers a verdict on the hit with this id or prefix; returns the full id, None if no single hit has it."""
        with transaction(self.paths) as db:
            full = reviews.save(db, hit_id, verdict, at, note, reviewer)
            if full:
                runs.touch(db)
            return full

    # ---------------------------------------------------------------- alerts

    def last_digest(self, subscription_id: str) -> datetime | None:
        """Where the window of the subscription's last digest ended; None if it never had one."""
        with transaction(self.paths) as db:
            return outbox.last_digest(db, subscription_id)

    def immediate_since(self, subscription_id: str, since: datetime) -> int:
        """How many mails that do not wait the subscription was sent since then."""
        with transaction(self.paths) as db:
            return outbox.immediate_since(db, subscription_id, since)

    def notifications(self, subscription_id: str) -> tuple[Notification, ...]:
        """Every line of the subscription's told ledger, oldest first."""
        with transaction(self.paths) as db:
            return outbox.notifications(db, subscription_id)

    def enqueue(self, digest: Digest, deliveries: Sequence[Delivery], notifications: Sequence[Notification]) -> bool:
        """The alert transaction: digest, messages and ledger; False, with nothing stored, if it was stored before."""
        with transaction(self.paths) as db:
            stored = outbox.enqueue(db, digest, deliveries, notifications)
            if stored:
                runs.touch(db)
            return stored

    def due_deliveries(self, now: datetime) -> tuple[Delivery, ...]:
        """Queued messages whose next attempt is due, oldest first."""
        with transaction(self.paths) as db:
            return outbox.due(db, now)

    def record_delivery(self, delivery: Delivery) -> None:
        """Stores where a message stands."""
        with transaction(self.paths) as db:
            outbox.record(db, delivery)
            runs.touch(db)

    def deliveries(self, state: DeliveryState | None = None, limit: int = 100) -> tuple[Delivery, ...]:
        """The newest messages, of one state or of any."""
        with transaction(self.paths) as db:
            return outbox.listed(db, state, limit)

    def delivery(self, delivery_id: str) -> Delivery | None:
        """The message with this id or prefix; None unless there is exactly one."""
        with transaction(self.paths) as db:
            return outbox.by_id(db, delivery_id)
