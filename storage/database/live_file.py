"""The live database file. It is opened only here, under the write lock, for one transaction at a time."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from core.errors import StorageBusyError, StorageDamagedError, StorageError
from core.settings import DataPaths
from storage.database import migrations
from storage.database.instance import LIVE, also_attached, attached, log_of
from storage.database.locks import is_awaited, write_lock


@contextmanager
def transaction(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """One transaction on the live database, which is the default catalog. Rolled back on an exception.

    Raises StorageBusyError if the lock stays taken, StorageDamagedError if a person must intervene.
    """
    with opened(paths) as db:
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")


class GaveWayError(StorageBusyError):
    """A question was given up for a writer."""


@contextmanager
def giving_way(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """A transaction for a long question, given up as soon as somebody waits for the lock: then raises GaveWayError."""
    with transaction(paths) as db:
        is_done = threading.Event()
        watch = threading.Thread(target=_interrupt_if_awaited, args=(db, paths, is_done), daemon=True)
        watch.start()
        try:
            yield db
        except duckdb.InterruptException as error:
            raise GaveWayError("a writer that waited") from error
        finally:
            is_done.set()
            watch.join()


_LOOK_S = 0.02


def _interrupt_if_awaited(db: duckdb.DuckDBPyConnection, paths: DataPaths, is_done: threading.Event) -> None:
    while not is_done.wait(_LOOK_S):
        if is_awaited(paths):
            db.interrupt()


@contextmanager
def opened(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    """The live database under the write lock, with its schema up to date, without a transaction."""
    with write_lock(paths), _translated_errors(paths.live):
        check_not_lost(paths)
        with attached(paths.live) as db:
            _upgrade(db, paths.live)
            yield db


def check_not_lost(paths: DataPaths) -> None:
    """Raises StorageDamagedError if the database is gone or empty, but was there: its snapshot still is.

    A new one would know nothing of what was found, report all of it again, and its snapshot would replace the old one.
    """
    if paths.snapshot.exists() and not (paths.live.exists() and paths.live.stat().st_size):
        raise StorageDamagedError(
            f"{paths.live} is gone, and its read snapshot is there: put it back, or fill a new one from an archive "
            f"(`watchword maintain restore`). To begin anew without what was found, move {paths.snapshot} aside"
        )


@contextmanager
def restoring(paths: DataPaths, version: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new live database with schema `version`, to be filled in one transaction and upgraded afterwards.

    Nothing is left of it if filling it fails.
    """
    building = paths.live.with_name(f".{paths.live.name}.restored")
    with write_lock(paths), _translated_errors(paths.live):
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


def replace_by_copy(paths: DataPaths, is_wanted: Callable[[duckdb.DuckDBPyConnection], bool]) -> bool:
    """Replaces the live database by a copy without free blocks if `is_wanted`. Returns whether it did."""
    copy = paths.live.with_name(f"{paths.live.name}.copy")
    with write_lock(paths), _translated_errors(paths.live):
        with attached(paths.live) as db:
            db.execute(f"CHECKPOINT {LIVE}")
            if not is_wanted(db):
                return False
            copy_to(db, copy)
        assert not log_of(paths.live).exists(), "a checkpointed database has no log left"
        put_in_place(copy, paths.live)
    return True


def _upgrade(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Brings the schema up to date; a copy of the database with the old schema is kept in the same folder."""
    found = migrations.applied(db)
    steps = migrations.missing(found, path)
    if steps and found:
        copy_to(db, path.with_name(f"{path.stem}.schema-{max(found)}{path.suffix}"))
    migrations.apply(db, steps)


def copy_to(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copies the committed state of the live database into another file and waits until it is on the disk."""
    building = path.with_name(f".{path.name}.new")
    building.unlink(missing_ok=True)
    try:
        with also_attached(db, "duplicate", building):
            db.execute(f"COPY FROM DATABASE {LIVE} TO duplicate")
        put_in_place(building, path)
    except BaseException:  # half a copy would keep the disk full
        for leftover in (building, log_of(building)):
            leftover.unlink(missing_ok=True)
        raise


def put_in_place(building: Path, path: Path) -> None:
    """Replaces a database by another, closed one, which must have no log: the file alone has to be complete."""
    assert not log_of(building).exists(), f"{building} was closed with a log left"
    log_of(path).unlink(missing_ok=True)
    put_file(building, path)


def put_file(building: Path, path: Path) -> None:
    """Replaces a file by another, durably: both the content and the rename are on the disk afterwards."""
    sync(building)
    os.replace(building, path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Waits until a file or folder is on the disk. Never call it for the live file: closing it drops DuckDB's lock."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _translated_errors(path: Path) -> Iterator[None]:
    """Turns DuckDB's errors into ours."""
    try:
        yield
    except duckdb.Error as error:
        raise _translated(error, path) from error


_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException, duckdb.InternalException)


def _translated(error: duckdb.Error, path: Path) -> StorageError:
    """Our error for one of DuckDB's: busy, damaged (with what to do about it), or a plain StorageError."""
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
            "from an archive. The read snapshot still answers; move it aside too, and the next run starts afresh"
        )
    return StorageError(f"{path}: {first}")
