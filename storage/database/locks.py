"""Locks between processes. Each names its holder and is released when the holder dies.

Each is a `flock` on a separate file. The live database itself is never opened for locking, because closing any handle
of it would drop DuckDB's own lock.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from core.errors import StorageBusyError, StorageDamagedError
from core.settings import DataPaths

_LOGGER = logging.getLogger("watchword.storage")

SAID_AFTER_S = 3.0
"""How long a lock is waited for without a word."""

_POLL_S = 0.02
_SIGNATURE_READS = 10
_held: set[int] = set()  # file descriptors of the locks that this process holds


def _release_in_child() -> None:
    """Closes a forked child's copies of the handles, which would keep the lock if the parent died."""
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_release_in_child)


@contextmanager
def run_lock(paths: DataPaths, label: str) -> Iterator[None]:
    """Holds the run lock; `label` names the holder in messages (`run`, `maintain`).

    Raises StorageBusyError at once if another run holds it.
    """
    with _locked(paths.run_lock, label, wait_s=0.0):
        yield


@contextmanager
def up_lock(paths: DataPaths) -> Iterator[None]:
    """As `run_lock`, for `watchword up`: two of them would run every flow twice."""
    with _locked(paths.up_lock, "up", wait_s=0.0):
        yield


@contextmanager
def digest_lock(paths: DataPaths, label: str) -> Iterator[None]:
    """As `run_lock`, for composing the digests that are due, so that two ticks do not do it at once."""
    with _locked(paths.digest_lock, label, wait_s=0.0):
        yield


@contextmanager
def delivery_lock(paths: DataPaths, delivery_id: str) -> Iterator[None]:
    """As `run_lock`, for sending one message: two senders at once would send it twice.

    The file is removed before the lock is released; who made a new one meanwhile finds in the database what was sent.
    """
    path = sending_file(paths, delivery_id)
    with _locked(path, "a message", wait_s=0.0):
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def sending_file(paths: DataPaths, delivery_id: str) -> Path:
    """The file that is locked while this message is sent."""
    return paths.live.parent / f"sending-{delivery_id}.lock"


@contextmanager
def write_lock(paths: DataPaths, wait_s: float = 120.0) -> Iterator[None]:
    """Holds the lock for one transaction. Raises StorageBusyError if it is not free within `wait_s` seconds."""
    with _locked(paths.live.parent / "write.lock", "in a transaction", wait_s, _waiting_file(paths)):
        yield


def is_awaited(paths: DataPaths) -> bool:
    """True if somebody waits for the write lock: a long question then gives way."""
    path = _waiting_file(paths)
    if not path.exists():
        return False
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _waiting_file(paths: DataPaths) -> Path:
    """The file that all who wait for the write lock share a lock on."""
    return paths.live.parent / "write.waiting"


@contextmanager
def _locked(path: Path, label: str, wait_s: float, waiting: Path | None = None) -> Iterator[None]:
    handle = _open(path)
    _held.add(handle)
    try:
        if not _is_acquired(handle):
            with _announced(waiting):
                _acquire(handle, wait_s)
        with suppress(OSError):  # no room for the holder's name on a full disk; the lock works without it
            os.ftruncate(handle, 0)
            os.pwrite(handle, _signature(label), 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        if handle in _held:  # false in a forked child, which has closed it already
            _held.discard(handle)
            os.close(handle)


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        message = f"{path}: {error.strerror}; the data folder must be writable (choose another with --data DIR)"
        raise StorageDamagedError(message) from error


@contextmanager
def _announced(waiting: Path | None) -> Iterator[None]:
    """Lets the holder of a lock see that somebody waits for it."""
    if waiting is None:
        yield
        return
    handle = _open(waiting)
    _held.add(handle)
    try:
        with suppress(BlockingIOError):  # the holder looks just now
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield
    finally:
        if handle in _held:
            _held.discard(handle)
            os.close(handle)


def _is_acquired(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _acquire(handle: int, wait_s: float) -> None:
    """Waits for the lock, and says for whom if that takes long."""
    started, is_said = time.monotonic(), False
    while not _is_acquired(handle):
        waited = time.monotonic() - started
        if waited >= wait_s:
            raise StorageBusyError(_holder(handle))
        if waited >= SAID_AFTER_S and not is_said:
            is_said = True
            _LOGGER.warning("Waiting for %s, at most %.0f s", _holder(handle), wait_s)
        time.sleep(_POLL_S)


def holder_of(path: Path) -> str | None:
    """A description of the lock's current holder; None if it is free."""
    if not path.exists():
        return None
    try:
        with _locked(path, "a check of the lock", 0.0):
            return None
    except StorageBusyError as busy:
        return busy.holder


def _signature(label: str) -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"label": label, "pid": os.getpid(), "since": since, "host": os.uname().nodename}).encode()


def _holder(handle: int) -> str:
    """A description of the lock's holder. Retries for a moment: a new holder may not have signed yet."""
    for _ in range(_SIGNATURE_READS):
        try:
            signed = json.loads(os.pread(handle, 1000, 0))
            host = signed.get("host", os.uname().nodename)  # another's, of a folder that two machines share
            place = "" if host == os.uname().nodename else f" on {host}"
            return f"watchword {signed['label']} (process {signed['pid']}{place}, since {signed['since']})"
        except (ValueError, KeyError, TypeError):
            time.sleep(_POLL_S)
    return "another watchword process"
