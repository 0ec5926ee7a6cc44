"""The SQLite file of our own Prefect server, as a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

_COMPACT_ABOVE = 32 * 1024 * 1024  # bytes


def compact_database(home: Path, *, above: int = _COMPACT_ABOVE) -> bool:
    """Gives the space of deleted runs back, if it is half of Prefect's own SQLite file; True if it was done.

    Not while a server uses it. No table of Prefect is looked at.
    """
    path = home / "prefect.db"
    if not path.exists() or path.stat().st_size < above:
        return False
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as database:
        pages, free = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
        if 2 * free > pages:
            database.execute("VACUUM")
            return True
    return False
