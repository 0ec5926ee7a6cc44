"""The live database: opened under the write lock for one transaction, closed again, and touched in no other way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from core.errors import StorageBusyError, StorageDamagedError, StorageError
from core.settings import DataPaths
from storage.database import migrations
from storage.database.instance import LIVE, attached, beside, log_of
from storage.database.locks import write_lock

NEEDED_BYTES = 200 * 1024 * 1024


@contextmanager
def transaction(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """One transaction on the live database, with it as the default catalog; rolled back on an exception.

    Raises StorageBusyError if the lock cannot be had, StorageDamagedError for what a person must repair.
    """
    with opened(paths) as db:
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")


@contextmanager
def opened(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """The live database under the write lock, with its schema up to date, outside any transaction."""
    with write_lock(paths), _explained(paths.live), attached(paths.live) as db:
        _upgrade(db, paths.live)
        yield db


@contextmanager
def restoring(paths: DataPaths, version: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new live database of an older schema, to be filled in one transaction and then brought up to date.

    If filling it fails, nothing is left of it.
    """
    building = paths.live.with_name(f".{paths.live.name}.restored")
    with write_lock(paths), _explained(paths.live):
        building.unlink(missing_ok=True)
        with attached(building) as db:
            migrations.version_of(db)
            migrations.apply(db, migrations.shipped()[:version])
            db.execute("BEGIN")
            yield db
            db.execute("COMMIT")
            migrations.apply(db, migrations.shipped()[version:])
            db.execute(f"CHECKPOINT {LIVE}")
        put_in_place(building, paths.live)


def rewrite(paths: DataPaths, is_wanted: Callable[[duckdb.DuckDBPyConnection], bool]) -> bool:
    """Puts a fresh copy in the place of the live database if that is wanted; returns whether it was."""
    copy = paths.live.with_name(f"{paths.live.name}.copy")
    with write_lock(paths), _explained(paths.live):
        with attached(paths.live) as db:
            db.execute(f"CHECKPOINT {LIVE}")
            if not is_wanted(db):
                return False
            copy_to(db, copy)
        assert not log_of(paths.live).exists(), "a checkpointed database has no log left"
        put_in_place(copy, paths.live)
    return True


def _upgrade(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Brings the schema up to date; an existing database is kept beside it as it was."""
    found = migrations.applied(db)
    steps = migrations.missing(found, path)
    if steps and found:
        copy_to(db, path.with_name(f"{path.stem}.schema-{max(found)}{path.suffix}"))
    migrations.apply(db, steps)


def copy_to(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copies the live database, as it is committed, into a file of its own, safely on the disk."""
    building = path.with_name(f".{path.name}.new")
    building.unlink(missing_ok=True)
    with beside(db, "duplicate", building):
        db.execute(f"COPY FROM DATABASE {LIVE} TO duplicate")
    put_in_place(building, path)


def put_in_place(building: Path, path: Path) -> None:
    """Renames a database that is closed, once it is safely on the disk; a file without its log would not be whole."""
    assert not log_of(building).exists(), f"{building} was closed with a log left"
    log_of(path).unlink(missing_ok=True)
    put_file(building, path)


def put_file(building: Path, path: Path) -> None:
    """Renames a file once it is safely on the disk, and waits until the rename is, too."""
    sync(building)
    os.replace(building, path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Waits until a file or folder is on the disk. Never for the live file, whose lock it would drop."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turns the driver's errors into ours, once, with what to do."""
    try:
        yield
    except duckdb.Error as error:
        raise explain(error, path) from error


_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException, duckdb.InternalException)


def explain(error: duckdb.Error, path: Path) -> StorageError:
    """Our error for the driver's: busy, damaged (with what to do), or a plain StorageError."""
    text = str(error)
    first = text.split("\n", 1)[0]
    if "Could not set lock" in text or "Conflicting lock" in text:
        return StorageBusyError("another program that has opened the live database; readers use the snapshot instead")
    if "No space left" in text or "ENOSPC" in text:
        return StorageDamagedError(
            f"{path}: the disk is full; nothing committed is lost: free some space and run again"
        )
    if "Permission denied" in text or "Read-only file system" in text:
        return StorageDamagedError(f"{path}: cannot be written; check the folder's permissions")
    if isinstance(error, _DAMAGE) or "orrupt" in text:
        return StorageDamagedError(
            f"{path}: {first}. If it stays so, move {path.parent} aside: `watchword maintain restore` fills a new one "
            "from an archive, and without one the next run starts afresh. The read snapshot still answers"
        )
    return StorageError(f"{path}: {first}")


def check_folder(paths: DataPaths, needed: int = NEEDED_BYTES) -> None:
    """Raises StorageDamagedError unless the data folder can be written and has `needed` bytes free."""
    folder = paths.live.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StorageDamagedError(f"{folder}: {error.strerror}; choose another folder with --data DIR") from error
    if not os.access(folder, os.W_OK):
        raise StorageDamagedError(
            f"{folder}: cannot be written; check its permissions or choose another with --data DIR"
        )
    if free < needed:
        raise StorageDamagedError(
            f"{folder}: only {free // 2**20} MB free, {needed // 2**20} MB needed for a cycle; free some space "
            "(`watchword maintain retain` removes what is past its age)"
        )
