"""This process's DuckDB: one instance, to which the live database is attached for as long as it is needed.

Starting an instance takes 40 ms, attaching a file 5: a cycle looks into its memory dozens of times.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

LIVE = "live"
"""The catalog of the live database within a connection."""

Options = dict[str, str | bool | int | float | list[str]]

OFFLINE: Options = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""DuckDB never fetches an extension: all that is needed is in the wheel."""

LOG_BYTES = 4 * 1024 * 1024
"""How long the log of commits (WAL) may grow before it is written into the database file.

A checkpoint rewrites the last 2,000 rows of each table that grew, so it is not made at every commit; but whoever
attaches the file reads the log first, 7 ms a megabyte.
"""


@dataclass(slots=True)
class _Engine:
    """The instance while it runs, and the lock that gives it to one thread at a time."""

    alone: threading.Lock = field(default_factory=threading.Lock)
    running: duckdb.DuckDBPyConnection | None = None
    inherited: list[duckdb.DuckDBPyConnection] = field(default_factory=list)


_engine = _Engine()


def _start_anew() -> None:
    """In a forked child the instance's threads are gone, and whoever held the lock: both are replaced, not closed."""
    _engine.alone = threading.Lock()
    if _engine.running is not None:
        _engine.inherited.append(_engine.running)
        _engine.running = None


os.register_at_fork(after_in_child=_start_anew)


@contextmanager
def attached(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with this file as catalog `live` and as its default; one at a time in a process.

    After any error the whole instance is given up, with it what was not committed: after some of the driver's errors
    (a full disk) it is beyond use.
    """
    with _engine.alone:
        try:
            db = _instance().cursor()
            db.execute(f"ATTACH {literal(str(path))} AS {LIVE}")
            db.execute(f"USE {LIVE}")
            yield db
            _write_log(db, path)
            db.execute("USE memory")
            db.execute(f"DETACH {LIVE}")
            db.close()
        except BaseException:
            _give_up()
            raise


def _write_log(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """A checkpoint once the log is long; DuckDB's own threshold does not hold for attached files."""
    log = log_of(path)
    if log.exists() and log.stat().st_size > LOG_BYTES:
        db.execute(f"CHECKPOINT {LIVE}")


def log_of(path: Path) -> Path:
    """Where DuckDB keeps the log of commits that are not yet in the file."""
    return path.with_name(f"{path.name}.wal")


def _instance() -> duckdb.DuckDBPyConnection:
    if _engine.running is None:
        _engine.running = duckdb.connect(":memory:", config=OFFLINE)
        _engine.running.execute("PRAGMA disable_checkpoint_on_shutdown")
    return _engine.running


def _give_up() -> None:
    instance, _engine.running = _engine.running, None
    if instance is not None:
        with suppress(duckdb.Error):
            instance.close()


atexit.register(_give_up)  # an instance that outlives its interpreter is reported as a leak


@contextmanager
def beside(db: duckdb.DuckDBPyConnection, name: str, path: Path, options: str = "") -> Iterator[None]:
    """Attaches a second file under a name, and leaves it whole: all of it in the file, nothing in a log."""
    db.execute(f"ATTACH {literal(str(path))} AS {name} {options}")
    yield
    db.execute(f"CHECKPOINT {name}")
    db.execute(f"DETACH {name}")


def literal(text: str) -> str:
    """The text as an SQL string, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
