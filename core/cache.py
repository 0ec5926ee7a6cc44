"""Files named after a hash of what they were made from: found again as long as nothing of that changed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

_KEPT = 8  # files of a folder; the ones that were longest unused go first


def load(folder: Path, key: str) -> bytes | None:
    """What was saved under this key, None if nothing was or it cannot be read."""
    path = folder / key
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data


def save(folder: Path, key: str, data: bytes) -> bool:
    """Saves the bytes under the key, whole or not at all; False if the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
            file.write(data)
        os.replace(file.name, folder / key)
        _forget(folder)
    except OSError:
        return False
    return True


def _forget(folder: Path) -> None:
    """Removes all but the files used last."""
    files = [path for path in folder.iterdir() if path.is_file()]
    for path in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True)[_KEPT:]:
        with contextlib.suppress(OSError):  # another process was first
            path.unlink()
