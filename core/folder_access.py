"""Which other accounts of the machine can put files into a folder of ours."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def written_by_others(folder: Path) -> str | None:
    """A sentence if every account can write into the folder, or replace it, with what to do; None if it cannot.

    Its owner, its group and root are trusted: a service may run as another account than who edits its configuration.
    None for a folder that is not there, and where there are no accounts.
    """
    if not hasattr(os, "geteuid"):
        return None
    whole = folder.resolve()
    for place in (whole, *whole.parents):
        try:
            mode = place.stat().st_mode
        except OSError:
            continue
        is_shared = place != whole and mode & stat.S_ISVTX  # as /tmp: nobody may rename what is another's
        if mode & stat.S_IWOTH and not is_shared:
            return f"every account here can write into {place}, and so act as the watch: `chmod o-w {place}`"
    return None


def owned_by_another(folder: Path) -> str | None:
    """A sentence if the folder belongs to an account that is neither root nor this one, with what to do; else None.

    That account can replace what is in it; and what root writes there, it can no longer write itself. None for a folder
    that is not there, and where there are no accounts.
    """
    if not hasattr(os, "geteuid") or not folder.exists():
        return None
    status = folder.stat()
    if status.st_uid in (0, os.geteuid()):
        return None
    return (
        f"{folder} belongs to another account (number {status.st_uid}), which can so act as the watch: run as that "
        "account, or `chown` it"
    )
