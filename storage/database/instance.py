"""This process's DuckDB instance, to which the live database is attached for each transaction.

Starting an instance takes 40 ms, attaching a file 5 ms, and a cycle has dozens of transactions.
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
import pyarrow as pa

LIVE = "live"
"""The name of the live database's catalog in a connection."""

Options = dict[str, str | bool | int | float | list[str]]

OFFLINE: Options = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""DuckDB never downloads an extension: the wheel has everything needed."""

_GIVEN_BACK = "1MB"
_SPARING: Options = {
    **OFFLINE,
    "allocator_flush_threshold": _GIVEN_BACK,
    "allocator_bulk_deallocation_flush_threshold": _GIVEN_BACK,
}
"""After a task that took more memory than that, DuckDB gives it back to the system; by itself it keeps up to 128 MB."""

LOG_BYTES = 4 * 1024 * 1024
"""The size of the write-ahead log (WAL) from which it is written into the database file.

A checkpoint rewrites the last 2,000 rows of each table that grew, so it is not made at every commit. On the other hand,
attaching the file replays the log, 7 ms per megabyte.
"""

_USES = 200
"""How often an instance is used before another is started: DuckDB 2.0 keeps up to 50 KB of each transaction that writes
until its instance ends, 0.4 MB a cycle in a process that runs many."""


@dataclass(slots=True)
class _Instance:
    """The running instance, and the lock that lets one thread at a time use it."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    running: duckdb.DuckDBPyConnection | None = None  # None before the first use and after an error
    uses: int = 0  # of the running one
    inherited: list[duckdb.DuckDBPyConnection] = field(default_factory=list)  # from the parent of a fork, never closed


_instance = _Instance()


def _reset_after_fork() -> None:
    """Replaces the instance and the lock: a forked child has neither the instance's threads nor the lock's holder."""
    _instance.lock = threading.Lock()
    if _instance.running is not None:
        _instance.inherited.append(_instance.running)
        _instance.running = None


os.register_at_fork(after_in_child=_reset_after_fork)


@contextmanager
def attached(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with this file as its default catalog, `live`; one at a time per process.

    After any error the whole instance is discarded with everything not committed, because it is unusable after some
    errors (a full disk).
    """
    with _instance.lock:
        try:
            db = _running().cursor()
            db.execute(f"ATTACH {literal(str(path))} AS {LIVE}")
            db.execute(f"USE {LIVE}")
            yield db
            if not _kept_log_short(db, path):
                _discard()
                return
            db.execute("USE memory")
            db.execute(f"DETACH {LIVE}")
            db.close()
            _instance.uses += 1
            if _instance.uses >= _USES:
                _discard()
        except BaseException:
            _discard()
            raise


def _kept_log_short(db: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Makes a checkpoint if the log is long; DuckDB's own threshold has no effect on attached files.

    False if there is no space for it. All is committed and in the log by then, so the work is done: a later
    checkpoint moves it to the file. The instance is unusable.
    """
    log = log_of(path)
    if log.exists() and log.stat().st_size > LOG_BYTES:
        try:
            db.execute(f"CHECKPOINT {LIVE}")
        except duckdb.Error as error:
            if "No space left" not in str(error):
                raise
            return False
    return True


def log_of(path: Path) -> Path:
    """The write-ahead log of the database at `path`: commits that are not yet in the file."""
    return path.with_name(f"{path.name}.wal")


def _running() -> duckdb.DuckDBPyConnection:
    """The instance, started if it is not running."""
    if _instance.running is None:
        pa.set_memory_pool(pa.system_memory_pool())  # its own would keep what was freed as well, 10 MB in a cycle
        _instance.running = duckdb.connect(":memory:", config=_SPARING)
        _instance.running.execute("PRAGMA disable_checkpoint_on_shutdown")
    return _instance.running


def _discard() -> None:
    running, _instance.running, _instance.uses = _instance.running, None, 0
    if running is not None:
        with suppress(duckdb.Error):
            running.close()


atexit.register(_discard)  # an instance that is still open at interpreter exit is reported as a leak


@contextmanager
def also_attached(db: duckdb.DuckDBPyConnection, name: str, path: Path, options: str = "") -> Iterator[None]:
    """Attaches a second database file under a name; afterwards all of it is in the file and it has no log."""
    db.execute(f"ATTACH {literal(str(path))} AS {name} {options}")
    yield
    db.execute(f"CHECKPOINT {name}")
    db.execute(f"DETACH {name}")


def literal(text: str) -> str:
    """The text as an SQL string literal, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
