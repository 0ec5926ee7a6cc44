"""The store: all reading and writing of the live database by other packages. Each method is one transaction.

Nothing stays open between calls. A call takes the write lock, attaches the live database, works, commits, detaches and
releases the lock, so that several processes can share the data folder and a killed one leaves nothing half done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core.errors import QueryError, StorageBusyError, StorageDamagedError
from core.protocols import Presearch, WordIndexer
from core.records import (
    Article,
    ArticleOutcome,
    Band,
    Coverage,
    Delivery,
    DeliveryState,
    Digest,
    DigestKind,
    Failure,
    FeedPoll,
    FeedSource,
    FeedState,
    FetchedPage,
    Finding,
    Hit,
    MissedHit,
    Notification,
    PendingEntry,
    Quality,
    Review,
    ReviewVerdict,
    Snooze,
    Story,
    Suppression,
    Target,
    Unsubscription,
    VerdictReason,
)
from core.settings import DataPaths
from storage import archive, maintenance, shared_folder, snapshot
from storage.database import deferred_writes
from storage.database.disk import NEEDED_BYTES, check_folder, keep_reserve
from storage.database.live_file import opened, transaction
from storage.database.locks import delivery_lock
from storage.maintenance import MaintainReport, Retention
from storage.results import EntryChange, RematchJob, SaveResult, SearchResult, StoryMember, WatchlistChange
from storage.tables import (
    articles,
    coverage,
    feeds,
    findings,
    hits,
    outbox,
    readers,
    rechecks,
    rematching,
    reviews,
    runs,
    search,
    stories,
    suppressions,
    watchlists,
    words,
)
from storage.tables.hits import HitChanges, MatchedArticle
from storage.tables.search import SearchQuery

_DAY = timedelta(days=1)
_NO_LONGER_FOUND = "no longer in the article"


class Store:
    """The database in a data folder. All errors are StorageErrors: busy, damaged (with what to do), or other."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths

    def __enter__(self) -> Self:
        self.prepare()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Does nothing: no handle is kept open."""

    def prepare(self, *, needed: int = NEEDED_BYTES) -> None:
        """Creates or upgrades the database and publishes a snapshot if there is none.

        `needed` bytes must be free; by default those of a cycle, and then the reserve is filled too. Raises
        StorageDamagedError if the folder cannot be written, is nearly full, or holds a newer database.
        """
        check_folder(self.paths, needed)
        if needed:
            keep_reserve(self.paths)
        with opened(self.paths) as db:
            if snapshot.info(self.paths.snapshot) is None:
                snapshot.publish(db, self.paths, datetime.now().astimezone())

    def require(self, *, writing: bool = True) -> None:
        """Checks that there is a database; creates nothing, and needs no free space. Raises StorageError."""
        if not self.paths.live.exists():
            raise QueryError(f"no database in {self.paths.root} yet; `watchword demo` or `watchword run` makes one")
        if writing:
            check_folder(self.paths, 0)

    def publish_snapshot(self, now: datetime, *, force: bool = False) -> bool:
        """Publishes the read snapshot if its content would change, or if it is an hour old. Returns whether it did."""
        with opened(self.paths) as db:
            stale = force or snapshot.is_stale(db, self.paths, now)
            if stale:
                snapshot.publish(db, self.paths, now)
            return stale

    def try_to_publish(self, now: datetime) -> str | None:
        """As `publish_snapshot`; returns why it could not be done, as on a full disk, None if there is nothing to say.

        The snapshot that is published then stays as it was.
        """
        try:
            self.publish_snapshot(now)
        except StorageDamagedError as error:
            return str(error)
        return None

    def maintain(self, now: datetime, retention: Retention, *, compact: bool | None = None) -> MaintainReport:
        """Removes data past its retention period and compacts the file if much of it is free, or as `compact` says."""
        return maintenance.maintain(self.paths, now, retention, compact=compact)

    def archive(self, place: str | Path, now: datetime, instance: str | None = None) -> dict[str, int]:
        """Writes everything except logs as Parquet to a folder or `s3://…`. Returns the number of rows per table.

        `instance` is the name of this watch where several have their archives in one place.
        """
        self.publish_snapshot(now, force=True)  # its views are a part of the archive
        if shared_folder.is_remote(str(place)):
            return shared_folder.upload(self.paths, str(place), now, instance)
        return archive.archive(self.paths, Path(place), now, instance)

    def restore(self, folder: Path) -> dict[str, int]:
        """Fills a data folder without a live database from an archive. Returns the number of rows per table."""
        return archive.restore(self.paths, folder)

    # ---------------------------------------------------------------- runs

    def begin_run(self, kind: str, at: datetime) -> str:
        """Records the start of a run of this kind. Returns its id."""
        with transaction(self.paths) as db:
            return runs.begin(db, kind, at)

    def end_run(self, run_id: str, at: datetime, summary: Mapping[str, Any], *, complete: bool = True) -> None:
        """Records the end of a run. The summary contains counts, never a target's name."""
        with transaction(self.paths) as db:
            runs.end(db, run_id, at, summary, complete=complete)

    def first_complete(self, kind: str = "poll") -> datetime | None:
        """When the first complete run of this kind ended; None if there is none."""
        with transaction(self.paths) as db:
            return runs.complete_at(db, kind, "min")

    def last_complete(self, kind: str = "poll") -> datetime | None:
        """When the last complete run of this kind ended; None if there is none."""
        with transaction(self.paths) as db:
            return runs.complete_at(db, kind, "max")

    # ---------------------------------------------------------------- feeds

    def sync_feeds(self, sources: Sequence[FeedSource]) -> None:
        """Records which feeds are configured."""
        with transaction(self.paths) as db:
            if feeds.sync(db, sources):
                runs.touch(db)

    def feed_states(self) -> dict[str, FeedState]:
        """The state of every feed that was ever polled, by feed id."""
        with transaction(self.paths) as db:
            return feeds.states(db)

    def resume_feed(self, feed_id: str) -> None:
        """Forgets that the feed was paused because it had answered 410 Gone."""
        with transaction(self.paths) as db:
            feeds.resume(db, feed_id)
            runs.touch(db)

    def known_keys(self, wanted: Mapping[str, Collection[str]]) -> frozenset[tuple[str, str]]:
        """Those of the wanted entries (keys by feed id) that are stored, as (feed_id, entry_key)."""
        with transaction(self.paths) as db:
            return feeds.known_keys(db, wanted)

    def save_polls(self, run_id: str, polls: Sequence[FeedPoll], *, may_defer: bool = False) -> int:
        """Stores a batch of polls: log, feed states, unknown and changed entries. Returns how many entries were queued.

        With `may_defer`, a batch that queues nothing is kept in a file until `save_deferred_polls`.
        """
        with transaction(self.paths) as db:
            queued = feeds.queue(db, polls)
            rows = feeds.poll_rows(run_id, polls, queued)
            is_deferred = may_defer and not queued
            if not is_deferred:
                feeds.save_polls(db, rows)
        if is_deferred:
            deferred_writes.put(self.paths, rows)
        return queued.total()

    def save_deferred_polls(self) -> None:
        """Stores the deferred polls in one transaction, also those of a killed run. The caller holds the run lock."""
        if files := deferred_writes.files(self.paths):
            with transaction(self.paths) as db:
                feeds.save_polls(db, deferred_writes.read(files))
        deferred_writes.clear(self.paths)

    def pending(self, limit: int, now: datetime) -> tuple[PendingEntry, ...]:
        """Entries to read now, newest first. Failed ones wait longer each time and are dropped after five attempts."""
        with transaction(self.paths) as db:
            return feeds.pending(db, limit, now)

    # ---------------------------------------------------------------- articles

    def save_outcomes(self, run_id: str, outcomes: Sequence[ArticleOutcome], found_at: datetime) -> SaveResult:
        """Stores a batch of read entries: pages, versions, hits, and the queue. Repeating it changes nothing."""
        with transaction(self.paths) as db:
            new = articles.save_versions(db, outcomes, found_at)
            changes = HitChanges(hits.stored(db, new.edited), found_at)
            for one in new.outcomes:
                if one.article and (one.hits or one.article.article_id in new.edited):
                    trusted = one.article.quality is Quality.FULL
                    changes.apply(MatchedArticle(one.article, one.hits, trusted=trusted), None, _NO_LONGER_FOUND)
            changes.write(db)
            suppressions.hold(db, [changes.rows[one] for one in changes.new], found_at)
            rechecks.schedule(db, outcomes, found_at)
            articles.save_readings(db, run_id, outcomes, found_at)
            if new.outcomes:
                runs.touch(db)
        return SaveResult(
            new_articles=new.new_articles,
            new_versions=len(new.outcomes),
            new_hits=tuple(changes.new.values()),
            changed_hits=tuple(changes.changed.values()),
            closed_hits=tuple(changes.closed.values()),
            failures=tuple(one.failure for one in outcomes if one.failure),
        )

    def queue_rechecks(self, now: datetime) -> int:
        """Queues the pages with a hit that are due to be read again, for an edit; returns how many."""
        with transaction(self.paths) as db:
            return rechecks.queue(db, now)

    def article(self, identity: str) -> Article | None:
        """The current version of the article with this id or URL; None if it is not stored."""
        with transaction(self.paths) as db:
            return articles.find(db, identity)

    def page_body(self, article_id: str, content_hash: str) -> bytes | None:
        """The bytes from which this version of an article was read, as they came; None if they are not stored."""
        with transaction(self.paths) as db:
            return articles.page_body(db, article_id, content_hash)

    def page(self, article_id: str, content_hash: str) -> FetchedPage | None:
        """The page from which this version of an article was read; None if it is not stored (any more)."""
        with transaction(self.paths) as db:
            return articles.page(db, article_id, content_hash)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """The versions of an article, oldest first; empty if it is not stored."""
        with transaction(self.paths) as db:
            return articles.versions(db, article_id)

    def set_read_by_hand(self, url: str, at: datetime, reader: str | None, *, is_read: bool = True) -> None:
        """Records that a person has read a page that the watch could not, or takes that back."""
        with transaction(self.paths) as db:
            articles.set_read_by_hand(db, url, at, reader, is_read=is_read)
            runs.touch(db)

    def last_failure(self, url: str) -> str | None:
        """Why the last attempt to read the entry with this URL failed; None if it did not or is not logged."""
        with transaction(self.paths) as db:
            return articles.last_failure(db, url)

    def host_memory(self, sites: Collection[str]) -> dict[str, frozenset[str]]:
        """For each site, the hashes of the text blocks that occurred in at least two of its articles."""
        with transaction(self.paths) as db:
            return articles.host_memory(db, sites)

    def search(self, query: SearchQuery, limit: int, offset: int = 0) -> SearchResult:
        """Stored articles with these words and phrases, newest first."""
        with transaction(self.paths) as db:
            return search.find(db, query, limit, offset)

    # ---------------------------------------------------------------- watchlist

    def save_watchlist(
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

    def watchlist_version(self) -> str | None:
        """The version in force; None if none was ever saved."""
        with transaction(self.paths) as db:
            return watchlists.in_force(db)

    def watchlist_changes(self, start: datetime, end: datetime) -> tuple[EntryChange, ...]:
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
        """The job's next articles, newest first; empty when it is done.

        With a presearch, which is used once, at the job's first batch, articles are left out if the word index shows
        that they contain none of the targets.
        """
        with transaction(self.paths) as db:
            rematching.plan(db, job, presearch)
            return rematching.batch(db, job, limit)

    def index_words(self, indexer: WordIndexer, limit: int = 2_000) -> tuple[int, tuple[Failure, ...]]:
        """Adds at most `limit` stored articles to the word index; returns how many (0 if none is left) and failures."""
        with transaction(self.paths) as db:
            return words.index(db, indexer, limit)

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

    # ---------------------------------------------------------------- stories and findings

    def story_window(self, since: datetime) -> tuple[StoryMember, ...]:
        """The articles first seen or changed since then, oldest first, with their open hits and story."""
        with transaction(self.paths) as db:
            return stories.window(db, since)

    def open_stories(self, since: datetime, case_since: datetime) -> tuple[StoryMember, ...]:
        """The articles with open hits first seen or changed since then, and those that may be of their cases.

        These are the other articles of their stories, and those first seen since `case_since` in which one of their
        people was found. Oldest first, with their open hits and story.
        """
        with transaction(self.paths) as db:
            return stories.open_members(db, since, case_since)

    def save_stories(self, found: Sequence[Story], at: datetime) -> None:
        """Stores these stories, replacing those with the same ids and those merged into them.

        Verdicts on their targets are carried to the hits that have none, as of `at`.
        """
        with transaction(self.paths) as db:
            stories.save(db, found)
            if found:
                reviews.carry(db, [one.story_id for one in found], at)
                runs.touch(db)

    def stories_of(self, article_ids: Collection[str]) -> tuple[Story, ...]:
        """The stories that contain any of these articles."""
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
        """Open hits found before their article got a new version, which may be a correction, in `[start, end)`."""
        with transaction(self.paths) as db:
            return findings.edited(db, start, end)

    def suppressed(self, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
        """How many suppressed hits were found in `[start, end)`, by the code of their deciding reason."""
        with transaction(self.paths) as db:
            return findings.suppressed(db, start, end)

    def coverage(self, now: datetime, sources: Sequence[FeedSource], *, since: datetime | None = None) -> Coverage:
        """What was read of these feeds since then (by default, a day ago), and what was not."""
        with transaction(self.paths) as db:
            return coverage.measure(db, now, sources, since or now - _DAY)

    def save_review(
        self,
        identities: Sequence[str],
        verdict: ReviewVerdict,
        at: datetime,
        *,
        target_id: str | None = None,
        note: str | None = None,
        reviewer: str | None = None,
        reason: VerdictReason | None = None,
        until: datetime | None = None,
    ) -> tuple[str, ...]:
        """Stores a verdict on the hits with these ids or prefixes, or on a target's hits in these stories.

        `until` is when a snoozed hit is open again.

        Returns the ids of the hits. Raises QueryError, and stores nothing, if an id does not mean one thing.
        """
        with transaction(self.paths) as db:
            found: dict[str, None] = {}
            for identity in identities:
                hit_ids = reviews.find(db, identity, target_id)
                if not hit_ids and (now_in := stories.current_id(db, identity)):
                    hit_ids = reviews.find(db, now_in, target_id)
                if not hit_ids:
                    raise QueryError(
                        f"{identity} means no single hit, and no story with one target"
                        + ("" if target_id else "; for a story name the entry: --target ID")
                    )
                found.update(dict.fromkeys(hit_ids))
            given = Review("", verdict, at, note, reviewer, reason=reason, until=until)
            reviews.save(db, [replace(given, hit_id=one) for one in found])
            runs.touch(db)
            return tuple(found)

    def mute_story(
        self, story_id: str, at: datetime, *, note: str | None = None, reviewer: str | None = None
    ) -> tuple[str, ...]:
        """Stores that nothing of a story that is open is wanted; carried to later articles. Returns the hits' ids."""
        with transaction(self.paths) as db:
            found = reviews.in_story(db, story_id) or reviews.in_story(db, stories.current_id(db, story_id) or "")
            given = Review("", ReviewVerdict.SUPPRESSED, at, note, reviewer, reason=VerdictReason.STORY_MUTED)
            reviews.save(db, [replace(given, hit_id=one) for one in found])
            runs.touch(db)
            return tuple(found)

    def suppress(self, wanted: Suppression) -> int:
        """Stores a suppression, which acts at once on open hits without a verdict; returns on how many."""
        with transaction(self.paths) as db:
            held = suppressions.add(db, wanted)
            runs.touch(db)
            return held

    def end_suppression(self, suppression_id: str, at: datetime) -> bool:
        """Ends a suppression by its id or first characters; False unless that is one in force."""
        with transaction(self.paths) as db:
            ended = suppressions.end(db, suppression_id, at)
            runs.touch(db)
            return ended

    def suppressions(self, now: datetime) -> tuple[Suppression, ...]:
        """The suppressions in force, those that expire first before the others."""
        with transaction(self.paths) as db:
            return suppressions.in_force(db, now)

    def suppressions_of(self, ids: Collection[str]) -> tuple[Suppression, ...]:
        """These suppressions, also expired and ended ones."""
        with transaction(self.paths) as db:
            return suppressions.by_ids(db, ids)

    # ---------------------------------------------------------------- alerts

    def last_digest(self, subscription_id: str) -> datetime | None:
        """The end of the window of the subscription's last digest; None if it has had none."""
        with transaction(self.paths) as db:
            return outbox.last_digest(db, subscription_id)

    def immediate_since(self, subscription_id: str, since: datetime) -> int:
        """How many immediate messages were composed for the subscription since then."""
        with transaction(self.paths) as db:
            return outbox.immediate_since(db, subscription_id, since)

    def notifications(self, subscription_id: str) -> tuple[Notification, ...]:
        """What the subscription has been notified of, oldest first."""
        with transaction(self.paths) as db:
            return outbox.notifications(db, subscription_id)

    def notifications_about(
        self, subscription_id: str, stories: Sequence[Story], article_ids: Collection[str]
    ) -> tuple[Notification, ...]:
        """What the subscription has been notified of in these stories and articles, oldest first."""
        story_ids = {key for one in stories for key in (one.story_id, *one.merged_ids)}
        articles = {key for one in stories for key in one.article_ids}.union(article_ids)
        with transaction(self.paths) as db:
            return outbox.notifications_about(db, subscription_id, story_ids, articles)

    def enqueue(
        self,
        digest: Digest,
        deliveries: Sequence[Delivery],
        notifications: Sequence[Notification],
        retold: Sequence[MissedHit] = (),
    ) -> bool:
        """Stores a digest, its messages and notifications, and that it reports these missed hits again.

        Returns False and stores nothing if the digest is stored.
        """
        with transaction(self.paths) as db:
            stored = outbox.enqueue(db, digest, deliveries, notifications, retold)
            if stored:
                runs.touch(db)
            return stored

    def missed(self, subscription_id: str) -> tuple[MissedHit, ...]:
        """The hits that recipients of the subscription missed and that are not queued for them again, oldest first."""
        with transaction(self.paths) as db:
            return outbox.missed(db, subscription_id)

    def addressed(self, digest_ids: Collection[str]) -> frozenset[tuple[str, str, str]]:
        """To whom these digests were addressed: (digest_id, channel, recipient)."""
        with transaction(self.paths) as db:
            return outbox.addressed(db, digest_ids)

    def refused(self, since: datetime) -> tuple[Delivery, ...]:
        """The latest message to each recipient that was refused for good since then and after which none arrived."""
        with transaction(self.paths) as db:
            return outbox.refused(db, since)

    def findings_of(self, hit_ids: Collection[str]) -> tuple[Finding, ...]:
        """Those of these hits that are open and of the bands alert and review, highest score first."""
        with transaction(self.paths) as db:
            return findings.by_ids(db, hit_ids)

    def due_deliveries(self, now: datetime, kind: DigestKind | None = None) -> tuple[Delivery, ...]:
        """Queued messages whose next attempt is due, oldest first; with `kind`, only those of such digests."""
        with transaction(self.paths) as db:
            return outbox.due(db, now, kind)

    @contextmanager
    def claimed(self, delivery_id: str, now: datetime) -> Iterator[Delivery | None]:
        """The message, which no other process sends meanwhile; None if one does, or if it is no longer due."""
        with ExitStack() as held:
            try:
                held.enter_context(delivery_lock(self.paths, delivery_id))
            except StorageBusyError:
                yield None
                return
            with transaction(self.paths) as db:
                found = outbox.by_id(db, delivery_id)
            yield found if found and outbox.is_due(found, now) else None

    def record_delivery(self, delivery: Delivery) -> None:
        """Stores the state of a message."""
        with transaction(self.paths) as db:
            outbox.record(db, delivery)
            runs.touch(db)

    def deliveries(self, state: DeliveryState | None = None, limit: int = 100) -> tuple[Delivery, ...]:
        """The newest messages in this state, or in any if None."""
        with transaction(self.paths) as db:
            return outbox.newest(db, state, limit)

    def delivery(self, delivery_id: str) -> Delivery | None:
        """The message with this id or prefix; None unless exactly one has it."""
        with transaction(self.paths) as db:
            return outbox.by_id(db, delivery_id)

    # ---------------------------------------------------------------- what readers asked for

    def unsubscribe(self, wish: Unsubscription) -> bool:
        """Stores that a reader wants no more messages; False if that was stored before."""
        with transaction(self.paths) as db:
            return readers.unsubscribe(db, wish)

    def resubscribe(self, subscription_id: str, recipient: str) -> bool:
        """Takes an unsubscription back; False if there is none."""
        with transaction(self.paths) as db:
            return readers.resubscribe(db, subscription_id, recipient)

    def unsubscribed(self) -> tuple[Unsubscription, ...]:
        """Every unsubscription, oldest first."""
        with transaction(self.paths) as db:
            return readers.unsubscribed(db)

    def snooze(self, wish: Snooze) -> None:
        """Stores that a reader wants to hear nothing about a target for some time, in place of an earlier wish."""
        with transaction(self.paths) as db:
            readers.snooze(db, wish)

    def end_snooze(self, subscription_id: str, recipient: str, target_id: str) -> bool:
        """Ends a snooze; False if there is none."""
        with transaction(self.paths) as db:
            return readers.end_snooze(db, subscription_id, recipient, target_id)

    def snoozes(self, now: datetime) -> tuple[Snooze, ...]:
        """The snoozes that have not ended at `now`, those that end first before the others."""
        with transaction(self.paths) as db:
            return readers.snoozes(db, now)
