"""Rows that wait in files for a transaction that they can share.

A quiet cycle over a thousand feeds is twenty batches of polls that change nothing but when their feeds are next due.
They are written to the database at once, at the cycle's end. Until then each batch is a file beside it: whoever is
killed in between has forgotten neither that a feed was asked nor what its server wished.
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
    """Lets the rows wait; they are safely on the disk when this returns."""
    path = _folder(paths) / f"{time.time_ns()}{_suffix()}"
    building = path.with_suffix(".new")
    try:
        path.parent.mkdir(exist_ok=True)
        with pa.ipc.new_file(str(building), rows.schema) as file:
            file.write_table(rows)
        put_file(building, path)
    except OSError as error:
        raise StorageDamagedError(f"{path}: {error.strerror or error}; is the disk full?") from error


def waiting(paths: DataPaths) -> list[Path]:
    """The files that wait, oldest first."""
    return sorted(_folder(paths).glob(f"*{_suffix()}"))


def read(files: Iterable[Path]) -> pa.Table:
    """The rows of these files, in their order."""
    return pa.concat_tables([pa.ipc.open_file(pa.memory_map(str(file))).read_all() for file in files])


def clear(paths: DataPaths) -> None:
    """Removes every file: its rows are stored, or another version of the program wrote it for other tables.

    Under the run lock, when nothing is put.
    """
    for file in _folder(paths).glob("*"):
        file.unlink(missing_ok=True)


def _folder(paths: DataPaths) -> Path:
    return paths.live.parent / "waiting"


def _suffix() -> str:
    return f".{migrations.shipped()[-1].version}.arrow"
