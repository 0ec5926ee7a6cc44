"""The read snapshot: a separate database file that readers can open while the writer works.

It is built in another file and replaces the old one by a rename. A reader therefore always finds a complete file, and
one that has the old file open keeps its version.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path

import duckdb

from core.identity import digest_of
from core.settings import DataPaths
from storage.database import migrations
from storage.database.columns import utc
from storage.database.instance import LIVE, also_attached
from storage.database.live_file import put_in_place
from storage.tables import runs
from storage.tables.hits import define_deciding_reason

HOURLY = timedelta(hours=1)
_STORAGE_VERSION = "v1.0.0"  # the one that the oldest clients can read
_NEW = "snapshot"  # its catalog while it is built


def publish(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime) -> None:
    """Builds the snapshot from the live database and replaces the published one."""
    target = paths.snapshot
    _remove_leftovers(target)
    building = target.with_name(f".{target.name}.{os.getpid()}.new")
    _build(db, building, now)
    building.chmod(0o640 if paths.group_reads else 0o600)  # it holds the whole watchlist
    if paths.group_reads:
        target.parent.chmod(0o750)
    put_in_place(building, target)
    db.execute(f"CHECKPOINT {LIVE}")


def _remove_leftovers(target: Path) -> None:
    """Removes the files of a publication that was killed."""
    for leftover in target.parent.glob(f".{target.name}.*"):
        leftover.unlink(missing_ok=True)


def _build(db: duckdb.DuckDBPyConnection, path: Path, now: datetime) -> None:
    db.execute("SET TimeZone = 'UTC'")
    db.execute("SET force_compression = 'uncompressed'")  # compressing is slow, and the file is replaced soon
    with also_attached(db, _NEW, path, f"(STORAGE_VERSION '{_STORAGE_VERSION}')"):
        db.execute(f"USE {_NEW}")
        db.execute("BEGIN")
        define_deciding_reason(db)
        db.execute("SET VARIABLE published_at = ?::TIMESTAMP", [utc(now)])
        db.execute(_definition())
        db.execute(
            "CREATE TABLE snapshot_info AS SELECT ?::TIMESTAMP AS published_at, ?::BIGINT AS data_version, "
            "?::INTEGER AS schema_version, ? AS definition",
            [utc(now), runs.data_version(db), migrations.shipped()[-1].version, digest_of(_definition())],
        )
        db.execute("COMMIT")
        db.execute(f"USE {LIVE}")
    db.execute("SET force_compression = 'auto'")


def _definition() -> str:
    """The SQL that builds the snapshot."""
    return resources.files("storage").joinpath("snapshot.sql").read_text(encoding="utf-8")


def is_stale(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime) -> bool:
    """True if a new snapshot would differ, or if the published one is missing, unreadable or an hour old."""
    published = info(paths.snapshot)
    if published is None:
        return True
    published_at, *versions = published
    current = [runs.data_version(db), migrations.shipped()[-1].version, digest_of(_definition())]
    return versions != current or utc(now) - published_at >= HOURLY


def info(path: Path) -> tuple[datetime, int, int, str] | None:
    """When the snapshot was published (naive, in UTC), its data and schema versions, and a hash of its SQL.

    None if it is unreadable, or from a release that did not store these.
    """
    if not path.exists():
        return None
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            row = db.execute(
                "SELECT published_at, data_version, schema_version, definition FROM snapshot_info"
            ).fetchone()
    except duckdb.Error:
        return None
    return (row[0], row[1], row[2], row[3]) if row else None
