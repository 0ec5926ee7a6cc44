"""Free space in the data folder: what a cycle needs, and a reserve that maintenance and mail may use below that.

A cycle stops while there is still room, so that what it stored can be read, pruned and reported. The reserve is a file
of zeros; it is given back to the disk while work that makes room, or that sends mail, is done.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import DiskShortError, StorageDamagedError
from core.settings import DataPaths

NEEDED_BYTES = 200 * 1024 * 1024
"""The free space that a cycle requires in the data folder."""

RESERVE_BYTES = 32 * 1024 * 1024
"""The size of the reserve: enough to record deletions and to queue and send messages."""

_MARGIN = 1024 * 1024  # what the reserve leaves free when it is taken again


def check_folder(paths: DataPaths, needed: int = NEEDED_BYTES) -> None:
    """Raises StorageDamagedError unless the data folder is writable and has `needed` bytes free."""
    folder = paths.live.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageDamagedError(f"{folder}: {error.strerror}; choose another folder with --data DIR") from error
    if not os.access(folder, os.W_OK):
        raise StorageDamagedError(
            f"{folder}: cannot be written; check its permissions or choose another with --data DIR"
        )
    if said := shortage(paths, needed):
        raise DiskShortError(said)


def shortage(paths: DataPaths, needed: int = NEEDED_BYTES) -> str | None:
    """A sentence if less than `needed` bytes are free, with what to do; None if there is room, or no such folder."""
    free = free_bytes(paths)
    if free is None or free >= needed:
        return None
    return (
        f"{paths.root}: only {free / 2**20:.0f} MB free, {needed // 2**20} MB needed for a cycle; free some space "
        "(`watchword maintain retain` removes what is past its age)"
    )


def free_bytes(paths: DataPaths) -> int | None:
    """The free bytes where the data folder is, or would be; None if that cannot be said."""
    for folder in (paths.root, *paths.root.parents):
        try:
            return shutil.disk_usage(folder).free
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def keep_reserve(paths: DataPaths) -> None:
    """Takes the whole reserve if there is room for it beside what a cycle needs."""
    free = free_bytes(paths)
    if not paths.reserve.exists() and free is not None and free >= NEEDED_BYTES + RESERVE_BYTES:
        _take(paths, RESERVE_BYTES)


@contextmanager
def reserve_released(paths: DataPaths) -> Iterator[None]:
    """While less is free than a cycle needs, the reserve is, too; afterwards as much of it is taken again as fits."""
    if shortage(paths) is None:
        yield
        return
    paths.reserve.unlink(missing_ok=True)
    try:
        yield
    finally:
        _take(paths, min(RESERVE_BYTES, (free_bytes(paths) or 0) - _MARGIN))


@contextmanager
def room_held(path: Path, size: int) -> Iterator[None]:
    """In the block, this file occupies `size` bytes, until `give_room` is called.

    Raises DiskShortError if there are not so many.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _allocate(handle, size)
        finally:
            os.close(handle)
    except OSError as error:
        give_room(path)
        raise DiskShortError(
            f"{path.parent}: no room to record that a message was sent, so it waits and is not sent; free some space"
        ) from error
    try:
        yield
    finally:
        give_room(path)


def give_room(path: Path) -> None:
    """Gives the disk back what `room_held` took."""
    with suppress(OSError):
        os.truncate(path, 0)


def _take(paths: DataPaths, size: int) -> None:
    """Reserves `size` bytes, or nothing if that fails or they are not more than the margin."""
    if size <= _MARGIN or not paths.reserve.parent.is_dir():
        return
    try:
        handle = os.open(paths.reserve, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _allocate(handle, size)
        finally:
            os.close(handle)
    except OSError:
        paths.reserve.unlink(missing_ok=True)


def _allocate(handle: int, size: int) -> None:
    """Makes the file occupy `size` bytes; macOS has no `posix_fallocate`, and zeros are written there."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
        return
    for _ in range(0, size, _MARGIN):
        os.write(handle, bytes(_MARGIN))
