"""The read snapshot: a file of its own that readers open while the writer works.

It is built beside the old one and put in its place by one rename, so that a reader finds a whole file at every
moment, and one that is open keeps its version.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path

import duckdb

from core.settings import DataPaths
from storage.database import migrations
from storage.database.columns import utc
from storage.database.instance import LIVE, beside
from storage.database.live_file import put_in_place
from storage.tables import runs
from storage.tables.hits import define_deciding_reason

HOURLY = timedelta(hours=1)
_OLDEST = "v1.0.0"  # the storage version that the oldest clients read
_NEW = "snapshot"


def publish(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime) -> None:
    """Builds the snapshot from the live database and puts it in place."""
    target = paths.snapshot
    _clear(target)
    building = target.with_name(f".{target.name}.{os.getpid()}.new")
    _build(db, building, now)
    put_in_place(building, target)
    db.execute(f"CHECKPOINT {LIVE}")


def _clear(target: Path) -> None:
    """Removes what a killed publication left behind."""
    for left in target.parent.glob(f".{target.name}.*"):
        left.unlink(missing_ok=True)


def _build(db: duckdb.DuckDBPyConnection, path: Path, now: datetime) -> None:
    db.execute("SET TimeZone = 'UTC'")
    db.execute("SET force_compression = 'uncompressed'")  # it lives until the next one: compressing takes longer
    with beside(db, _NEW, path, f"(STORAGE_VERSION '{_OLDEST}')"):
        db.execute(f"USE {_NEW}")
        db.execute("BEGIN")
        define_deciding_reason(db)
        db.execute(resources.files("storage").joinpath("snapshot.sql").read_text(encoding="utf-8"))
        db.execute(
            "CREATE TABLE snapshot_info AS SELECT ?::TIMESTAMP AS published_at, ?::BIGINT AS data_version, "
            "?::INTEGER AS schema_version",
            [utc(now), runs.data_version(db), migrations.shipped()[-1].version],
        )
        db.execute("COMMIT")
        db.execute(f"USE {LIVE}")
    db.execute("SET force_compression = 'auto'")


def is_stale(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime) -> bool:
    """True if readers would see something else in a new one, or if there is none, or it is an hour old."""
    published = info(paths.snapshot)
    if published is None:
        return True
    published_at, version, schema = published
    current = (runs.data_version(db), migrations.shipped()[-1].version)
    return (version, schema) != current or utc(now) - published_at >= HOURLY


def info(path: Path) -> tuple[datetime, int, int] | None:
    """When the snapshot was published, with its data and schema version; None if there is no readable one."""
    if not path.exists():
        return None
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            row = db.execute("SELECT published_at, data_version, schema_version FROM snapshot_info").fetchone()
    except duckdb.Error:
        return None
    return (row[0], row[1], row[2]) if row else None
