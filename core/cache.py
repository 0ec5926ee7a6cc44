"""A small cache on disk. Keys are hashes of what the data was made from, so a changed input is a new key."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from core.atomic_files import PRIVATE, replace_file

_MAX_FILES = 8  # in a folder; the least recently used are removed first


def load(folder: Path, key: str) -> bytes | None:
    """The bytes saved under this key; None if there are none or they cannot be read."""
    path = folder / key
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data


def save(folder: Path, key: str, data: bytes) -> bool:
    """Saves the bytes under the key, atomically. Returns False if the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / key, data, mode=PRIVATE)
        _evict(folder)
    except OSError:
        return False
    return True


def _evict(folder: Path) -> None:
    """Removes all but the most recently used files."""
    files = [path for path in folder.iterdir() if path.is_file()]
    for path in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True)[_MAX_FILES:]:
        with contextlib.suppress(OSError):  # another process has removed it
            path.unlink()
