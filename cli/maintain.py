"""`watchword maintain`: retention, compaction, archive and restore."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cyclopts import App

from cli import answers
from cli.app import DONE, logs, settings
from core.errors import StorageBusyError

if TYPE_CHECKING:
    from storage.values import MaintainReport

verbs = App(name="maintain", help="Retention, compaction, archive and restore.")


@verbs.default
def everything() -> int:
    """Remove what is past its age, and copy the file without its free room if that is much."""
    return _maintain(compact=None)


@verbs.command
def retain() -> int:
    """Remove what is past its age: pages and text without a hit, logs, old deliveries."""
    return _maintain(compact=False)


@verbs.command
def compact() -> int:
    """The same, and copy the file without its free room in any case."""
    return _maintain(compact=True)


@verbs.command
def archive(folder: Path | None = None) -> int:
    """Write everything but logs as Parquet, hits and articles by month, for any engine to read.

    Args:
        folder: Where to, in the place of an older archive there (default DATA/archive).
    """
    from storage.store import Store

    paths = settings().paths
    target = folder or paths.root / "archive"
    counts = Store(paths).archive(target, datetime.now(UTC))
    answers.write_table(("table", "rows"), sorted(counts.items()))
    logs.print(f"Archived in {target}", markup=False)
    return DONE


@verbs.command
def restore(folder: Path | None = None) -> int:
    """Fill a data folder that has no database from an archive.

    Args:
        folder: Where the archive is (default DATA/archive).
    """
    from storage.store import Store

    paths = settings().paths
    store = Store(paths)
    counts = store.restore(folder or paths.root / "archive")
    store.publish_snapshot(datetime.now(UTC), force=True)
    answers.write_table(("table", "rows"), sorted(counts.items()))
    return DONE


def _maintain(*, compact: bool | None) -> int:
    from matching.presearch import FoldedWordIndexer
    from storage.database.locks import run_lock
    from storage.store import Store
    from storage.values import Retention

    found, now = settings(), datetime.now(UTC)
    store = Store(found.paths)
    try:
        with run_lock(found.paths, "maintain"):
            store.prepare()
            while store.index_words(FoldedWordIndexer()):
                pass
            report = store.maintain(now, Retention.of(found), compact=compact)
            store.publish_snapshot(now)
    except StorageBusyError as busy:
        logs.print(f"Nothing done: {busy}.", markup=False)
        return DONE
    _show(report)
    return DONE


def _show(report: MaintainReport) -> None:
    removed = ", ".join(f"{rows} {table}" for table, rows in report.removed.items()) or "nothing past its age"
    copied = "copied without its free room" if report.compacted else "left as it is"
    size = f"{report.bytes_before / 2**20:.1f} MB before, {report.bytes_after / 2**20:.1f} MB now"
    logs.print(f"Removed: {removed}. Database {copied}: {size}.", markup=False)
