"""The store: all reading and writing of the live database by other packages. Each method is one transaction.

Nothing stays open between calls. A call takes the write lock, attaches the live database, works, commits, detaches and
releases the lock, so that several processes can share the data folder and a killed one leaves nothing half done.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import QueryError, StorageBusyError, StorageDamagedError, StorageError
from core.settings import DataPaths
from storage import archive, maintenance, snapshot
from storage.database.disk import NEEDED_BYTES, check_folder, keep_reserve
from storage.database.live_file import check_not_lost, opened
from storage.maintenance import MaintainReport, Retention
from storage.store.articles import Articles
from storage.store.feeds import Feeds
from storage.store.findings import Findings
from storage.store.outbox import Outbox
from storage.store.readers import Readers
from storage.store.reviews import Reviews
from storage.store.runs import Runs
from storage.store.stories import Stories
from storage.store.watchlists import Watchlists


class Store:
    """The database in a data folder. All errors are StorageErrors: busy, damaged (with what to do), or other."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths
        self.runs = Runs(paths)
        self.feeds = Feeds(paths)
        self.articles = Articles(paths)
        self.watchlists = Watchlists(paths)
        self.stories = Stories(paths)
        self.findings = Findings(paths)
        self.reviews = Reviews(paths)
        self.outbox = Outbox(paths)
        self.readers = Readers(paths)

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
        check_not_lost(self.paths)
        if not self.paths.live.exists():
            raise QueryError(f"no database in {self.paths.root} yet; `watchword demo` or `watchword run` makes one")
        if writing:
            check_folder(self.paths, 0)

    def publish_snapshot(self, now: datetime, *, force: bool = False) -> bool:
        """Publishes the read snapshot if its content would change, or if it is an hour old. Returns whether it did."""
        try:
            return self._publish(now, force=force, anew=False)
        except StorageBusyError:
            raise
        except StorageError:  # the published one, from which texts are taken, may be damaged
            return self._publish(now, force=True, anew=True)

    def _publish(self, now: datetime, *, force: bool, anew: bool) -> bool:
        with opened(self.paths) as db:
            stale = force or snapshot.is_stale(db, self.paths, now)
            if stale:
                snapshot.publish(db, self.paths, now, anew=anew)
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
        from storage import shared_folder  # and with it what reads Parquet in S3, which no cycle does

        self._publish(now, force=True, anew=True)  # its views are a part of the archive
        if shared_folder.is_remote(str(place)):
            return shared_folder.upload(self.paths, str(place), now, instance)
        return archive.archive(self.paths, Path(place), now, instance)

    def restore(self, folder: Path) -> dict[str, int]:
        """Fills a data folder without a live database from an archive. Returns the number of rows per table."""
        return archive.restore(self.paths, folder)
