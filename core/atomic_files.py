"""Files that nobody finds half written: not another process, not the next start after a crash or on a full disk."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

PRIVATE = 0o600
"""The permissions of a file for this account alone."""


def replace_file(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Replaces the file's content, or makes the file; its folder must exist. Raises OSError, and leaves all as it was.

    `mode` None keeps the permissions of an existing file and makes a new one private. A symbolic link is replaced
    itself, for another account may have put it there; of a file that the user links to, pass `path.resolve()`.
    """
    if mode is None:
        mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() and not path.is_symlink() else PRIVATE
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")  # a name that nobody can foresee
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.chmod(mode)
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
