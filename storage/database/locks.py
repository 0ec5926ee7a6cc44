"""Locks between processes: held by a living process, released by its death, naming their holder.

Both are `flock` on a file of their own. The live database itself is never opened for locking: closing any handle
of it would drop DuckDB's own lock.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from core.errors import StorageBusyError, StorageDamagedError
from core.settings import DataPaths

_POLL_S = 0.02
_MOMENTS = 10
_held: set[int] = set()


def _let_go() -> None:
    """A forked worker must not keep the lock of a parent that dies: it closes its copies of the handles."""
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)


@contextmanager
def run_lock(paths: DataPaths, label: str) -> Iterator[None]:
    """Holds the run lock, under a label for people (`run`, `maintain`).

    Raises StorageBusyError at once, naming the holder, while another run lives.
    """
    with _locked(paths.run_lock, label, wait_s=0.0):
        yield


@contextmanager
def digest_lock(paths: DataPaths, label: str) -> Iterator[None]:
    """As `run_lock`, for whoever hands messages over: two at once would send them twice."""
    with _locked(paths.digest_lock, label, wait_s=0.0):
        yield


@contextmanager
def write_lock(paths: DataPaths, wait_s: float = 120.0) -> Iterator[None]:
    """Holds the lock of one transaction. Raises StorageBusyError after `wait_s` seconds of waiting."""
    with _locked(paths.live.parent / "write.lock", "a transaction", wait_s):
        yield


@contextmanager
def _locked(path: Path, label: str, wait_s: float) -> Iterator[None]:
    handle = _open(path)
    _held.add(handle)
    try:
        _acquire(handle, wait_s)
        with suppress(OSError):  # a full disk has no room for a name; the lock holds without one
            os.ftruncate(handle, 0)
            os.pwrite(handle, _signature(label), 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        if handle in _held:  # not so in a forked child, which has let go already
            _held.discard(handle)
            os.close(handle)


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        message = f"{path}: {error.strerror}; the data folder must be writable (choose another with --data DIR)"
        raise StorageDamagedError(message) from error


def _acquire(handle: int, wait_s: float) -> None:
    deadline = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise StorageBusyError(_holder(handle)) from None
            time.sleep(_POLL_S)
        else:
            return


def holder_of(path: Path) -> str | None:
    """Who holds this lock now, in words; None if nobody does."""
    if not path.exists():
        return None
    try:
        with _locked(path, "a look at the lock", 0.0):
            return None
    except StorageBusyError as busy:
        return busy.holder


def _signature(label: str) -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"label": label, "pid": os.getpid(), "since": since}).encode()


def _holder(handle: int) -> str:
    """Who holds the lock, in words; whoever has only just taken it is given a moment to sign."""
    for _ in range(_MOMENTS):
        try:
            signed = json.loads(os.pread(handle, 1000, 0))
            return f"watchword {signed['label']} (process {signed['pid']}, since {signed['since']})"
        except (ValueError, KeyError, TypeError):
            time.sleep(_POLL_S)
    return "another watchword process"
