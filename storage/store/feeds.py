"""Feeds: their states, polls, and the entries that wait to be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from core.records import Coverage, FeedPoll, FeedSource, FeedState, PendingEntry
from storage.database import deferred_writes
from storage.database.live_file import transaction
from storage.store.store_part import StorePart
from storage.tables import coverage, feeds, runs

_DAY = timedelta(days=1)


class Feeds(StorePart):
    """Feeds: their states, polls, and the entries that wait to be read."""

    def sync(self, sources: Sequence[FeedSource]) -> None:
        """Records which feeds are configured."""
        with transaction(self.paths) as db:
            if feeds.sync(db, sources):
                runs.touch(db)

    def states(self) -> dict[str, FeedState]:
        """The state of every feed that was ever polled, by feed id."""
        with transaction(self.paths) as db:
            return feeds.states(db)

    def resume(self, feed_id: str) -> None:
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

    def pending_count(self, now: datetime) -> int:
        """How many entries are to be read now, without the limit of `pending`."""
        with transaction(self.paths) as db:
            return feeds.pending_count(db, now)

    def coverage(self, now: datetime, sources: Sequence[FeedSource], *, since: datetime | None = None) -> Coverage:
        """What was read of these feeds since then (by default, a day ago), and what was not."""
        with transaction(self.paths) as db:
            return coverage.measure(db, now, sources, since or now - _DAY)
