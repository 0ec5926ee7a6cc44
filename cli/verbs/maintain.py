"""`watchword maintain`: retention, compaction, archive and restore."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cyclopts import App

from cli import printing
from cli.app import DONE, FAILED, logs, settings
from cli.run_summary import print_failures
from core.errors import StorageBusyError

if TYPE_CHECKING:
    from storage.maintenance import MaintainReport

verbs = App(name="maintain", help="Retention, compaction, archive and restore.")


@verbs.default
def everything() -> int:
    """Remove what is past its retention, and compact the database if much of it is free space."""
    return _maintain(compact=None)


@verbs.command
def retain() -> int:
    """Remove what is past its retention: pages and text without a hit, logs, old deliveries."""
    return _maintain(compact=False)


@verbs.command
def compact() -> int:
    """Remove what is past its retention, and compact the database in any case."""
    return _maintain(compact=True)


@verbs.command
def archive(folder: str | None = None) -> int:
    """Write everything but logs as Parquet, hits and articles by month, for any engine to read.

    With WATCHWORD_INSTANCE set, in a folder `instance=NAME` there, beside the archives of other instances:
    `watchword query --archive FOLDER` asks them all.

    Args:
        folder: Where to, also s3://BUCKET/FOLDER; an older archive there is replaced (default DATA/archive).
    """
    from storage.shared_folder import without_credentials
    from storage.store import Store

    found = settings()
    target = folder or str(found.paths.root / "archive")
    counts = Store(found.paths).archive(target, datetime.now(UTC), found.instance)
    printing.write_table(("table", "rows"), sorted(counts.items()))
    logs.print(f"Archived in {without_credentials(target)}", markup=False)
    return DONE


@verbs.command
def restore(folder: Path | None = None) -> int:
    """Fill a data folder that has no database from an archive.

    Args:
        folder: Where the archive is (default DATA/archive).
    """
    from storage.archive import place_of
    from storage.store import Store

    found = settings()
    store = Store(found.paths)
    counts = store.restore(folder or place_of(found.paths.root / "archive", found.instance))
    store.publish_snapshot(datetime.now(UTC), force=True)
    printing.write_table(("table", "rows"), sorted(counts.items()))
    logs.print("What was reported before this archive was written is not reported again; what was found since then is.")
    return DONE


def _maintain(*, compact: bool | None) -> int:
    from flows.archive import index_words
    from storage.database.disk import reserve_released, shortage
    from storage.database.locks import run_lock
    from storage.maintenance import Retention
    from storage.store import Store

    found, now = settings(), datetime.now(UTC)
    store = Store(found.paths)
    try:
        with run_lock(found.paths, "maintain"), reserve_released(found.paths):
            store.require()
            short = shortage(found.paths) is not None
            unindexed = () if short else index_words(store)  # the index grows
            report = store.maintain(now, Retention.of(found), compact=compact)
            unpublished = store.try_to_publish(now)
    except StorageBusyError as busy:
        logs.print(f"Nothing done: {busy}.", markup=False)
        return DONE
    _print_report(report)
    if unpublished:
        logs.print(f"The read snapshot stays as it was: {unpublished}", style="yellow", markup=False)
    print_failures(unindexed)
    return FAILED if compact and report.not_compacted else DONE


def _print_report(report: MaintainReport) -> None:
    removed = ", ".join(f"{rows} {table}" for table, rows in report.removed.items()) or "nothing past its retention"
    why = f" ({report.not_compacted})" if report.not_compacted else ""
    copied = "compacted" if report.compacted else f"not compacted{why}"
    size = f"{report.bytes_before / 2**20:.1f} MB before, {report.bytes_after / 2**20:.1f} MB now"
    logs.print(f"Removed: {removed}. Database {copied}: {size}.", markup=False)
