"""The read snapshot: a separate database file that readers can open while the writer works.

It is built in another file and replaces the old one by a rename. A reader therefore always finds a complete file, and
one that has the old file open keeps its version. The texts of articles with hits, which never change, are taken from
the old file: unpacking those of the live database means unpacking the text of the whole archive.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources
from pathlib import Path

import duckdb

from core.identity import digest_of
from core.settings import DataPaths
from storage.database import migrations, statements
from storage.database.columns import utc
from storage.database.instance import LIVE, also_attached, literal, log_of
from storage.database.live_file import put_in_place
from storage.tables import runs
from storage.tables.hits import define_deciding_reason

HOURLY = timedelta(hours=1)
_STORAGE_VERSION = "v1.0.0"  # the one that the oldest clients can read
_NEW, _OLD = "snapshot", "published"  # their catalogs while the new one is built


def publish(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime, *, anew: bool = False) -> None:
    """Builds the snapshot from the live database and replaces the published one.

    With `anew`, nothing is taken from the published one. Without, raises duckdb.Error where that is damaged.
    """
    target = paths.snapshot
    _remove_leftovers(target)
    building = target.with_name(f".{target.name}.{os.getpid()}.new")
    with _described(db, None if anew or not _is_usable(db, target) else target):
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


def _is_usable(db: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """True for a snapshot of this database and release to which nobody has written."""
    published = info(path)
    return published is not None and published[2:] == _origin(db) and not log_of(path).exists()


@contextmanager
def _described(db: duckdb.DuckDBPyConnection, old: Path | None) -> Iterator[None]:
    """In the block there is a view `texts`: text and zones of at least all current versions of articles with hits.

    They come from the snapshot `old` where it has them, from the live database otherwise.
    """
    if old is None or not _is_attached(db, old):
        db.execute(f"CREATE OR REPLACE TEMP VIEW texts AS {_LIVE_TEXTS} WHERE is_current")
        yield
        return
    db.execute(f"CREATE OR REPLACE TEMP TABLE lacking AS {_LACKING}")
    since, until = db.execute("SELECT min(first_seen_at), max(first_seen_at) FROM lacking").fetchall()[0]
    newer = f"{_LIVE_TEXTS} SEMI JOIN lacking USING (article_id, content_hash) WHERE is_current AND " + (
        f"first_seen_at BETWEEN TIMESTAMP '{since}' AND TIMESTAMP '{until}'" if since else "false"
    )
    db.execute(f"CREATE OR REPLACE TEMP VIEW texts AS {_OLD_TEXTS} UNION ALL {newer}")
    yield
    db.execute(f"DETACH {_OLD}")


def _is_attached(db: duckdb.DuckDBPyConnection, old: Path) -> bool:
    """Attaches the published snapshot; False if that cannot be done, as while another program has it open to write."""
    try:
        db.execute(f"ATTACH {literal(str(old))} AS {_OLD} (READ_ONLY)")
    except duckdb.IOException:
        return False
    return True


# The period is a constant of the query, so that the texts of other articles are not unpacked.
_LIVE_TEXTS = f"SELECT article_id, content_hash, text, zones FROM {LIVE}.versions"
_OLD_TEXTS = f"SELECT article_id, content_hash, text, zones FROM {_OLD}.articles WHERE text IS NOT NULL"
_LACKING = f"""
    SELECT article_id, content_hash, first_seen_at FROM {LIVE}.versions SEMI JOIN {LIVE}.hits USING (article_id)
        ANTI JOIN ({_OLD_TEXTS}) USING (article_id, content_hash)
    WHERE is_current
"""


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
            [utc(now), runs.data_version(db), *_origin(db)],
        )
        db.execute("COMMIT")
        db.execute(f"USE {LIVE}")
    db.execute("SET force_compression = 'auto'")


def _origin(db: duckdb.DuckDBPyConnection) -> tuple[int, str]:
    """The schema of the live database, and a hash of when it was made and of the SQL that builds the snapshot."""
    born = statements.scalar(db, f"SELECT min(applied_at) FROM {LIVE}.schema_migrations")
    return migrations.shipped()[-1].version, digest_of(str(born), _definition())


def _definition() -> str:
    """The SQL that builds the snapshot."""
    return resources.files("storage").joinpath("snapshot.sql").read_text(encoding="utf-8")


def is_stale(db: duckdb.DuckDBPyConnection, paths: DataPaths, now: datetime) -> bool:
    """True if a new snapshot would differ, or if the published one is missing, unreadable or an hour old."""
    published = info(paths.snapshot)
    if published is None:
        return True
    published_at, *versions = published
    return versions != [runs.data_version(db), *_origin(db)] or utc(now) - published_at >= HOURLY


def info(path: Path) -> tuple[datetime, int, int, str] | None:
    """When the snapshot was published (naive, in UTC), its data and schema versions, and the hash of its origin.

    None if it is unreadable, or from a release that did not store these.
    """
    try:
        found = path.stat()
        return _info(path, (found.st_ino, found.st_mtime_ns, found.st_size))
    except (OSError, duckdb.Error):
        return None


@lru_cache(maxsize=2)
def _info(path: Path, _file: tuple[int, ...]) -> tuple[datetime, int, int, str] | None:
    """As `info`; each file is opened once, for which DuckDB starts an instance of its own. Raises duckdb.Error."""
    with duckdb.connect(str(path), read_only=True) as db:
        row = db.execute("SELECT published_at, data_version, schema_version, definition FROM snapshot_info").fetchone()
    return (row[0], row[1], row[2], row[3]) if row else None
