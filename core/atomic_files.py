"""Files that nobody finds half written: not another process, not the next start after a crash or on a full disk."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
"""The permissions of a file for this account alone."""
_READABLE = 0o644


def replace_file(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Replaces the file's content, or makes the file; its folder must exist. Raises OSError, and leaves all as it was.

    `mode` None keeps the permissions and, as far as this account may, the owner of an existing file, and lets those
    read a new one who may look into its folder. A symbolic link is replaced itself, for another account may have put
    it there; of a file that the user links to, pass `path.resolve()`.
    """
    before = path.stat() if mode is None and path.is_file() and not path.is_symlink() else None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")  # a name that nobody can foresee
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if before is not None:
            with suppress(PermissionError):
                os.chown(draft, before.st_uid, before.st_gid)
        draft.chmod(stat.S_IMODE(before.st_mode) if before is not None else _mode_in(path.parent, mode))
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode_in(folder: Path, mode: int | None) -> int:
    return PRIVATE | stat.S_IMODE(folder.stat().st_mode) & _READABLE if mode is None else mode
