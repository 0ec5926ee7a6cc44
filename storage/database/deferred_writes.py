"""Rows kept in files until one transaction writes them all.

In a quiet cycle over a thousand feeds, twenty batches of polls change little more than when each feed is next due. They
are written to the database together, at the end of the cycle. Until then each batch is an Arrow file in the live
folder, so that a kill loses neither the fact that a feed was polled nor its `Retry-After`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from core.errors import StorageDamagedError
from core.settings import DataPaths
from storage.database import migrations
from storage.database.live_file import put_file


def put(paths: DataPaths, rows: pa.Table) -> None:
    """Keeps the rows in a new file, which is on the disk when this returns."""
    path = _folder(paths) / f"{time.time_ns()}{_suffix()}"
    building = path.with_suffix(".new")
    try:
        path.parent.mkdir(exist_ok=True)
        with pa.ipc.new_file(str(building), rows.schema) as file:
            file.write_table(rows)
        put_file(building, path)
    except OSError as error:
        raise StorageDamagedError(f"{path}: {error.strerror or error}; is the disk full?") from error


def files(paths: DataPaths) -> list[Path]:
    """The files not yet written to the database, oldest first."""
    return sorted(_folder(paths).glob(f"*{_suffix()}"))


def read(paths: Iterable[Path]) -> pa.Table:
    """The rows of these files, in order."""
    return pa.concat_tables([pa.ipc.open_file(pa.memory_map(str(path))).read_all() for path in paths])


def clear(paths: DataPaths) -> None:
    """Removes every file: its rows are stored, or another version of the program wrote it for a different schema.

    The caller holds the run lock, so that no file is added meanwhile.
    """
    for file in _folder(paths).glob("*"):
        file.unlink(missing_ok=True)


def _folder(paths: DataPaths) -> Path:
    return paths.live.parent / "waiting"


def _suffix() -> str:
    return f".{migrations.shipped()[-1].version}.arrow"
