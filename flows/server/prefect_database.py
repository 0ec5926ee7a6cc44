"""The SQLite file of our own Prefect server, as a file.

Prefect fills a new file with some hundred migrations, which takes it four seconds of CPU. Their result depends on its
version only, so that `make` has them made once for the installation (`python -m flows.server.prefect_database`), and
each new data folder begins with a copy. Without that file Prefect makes its database itself.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path

_COMPACT_ABOVE = 32 * 1024 * 1024  # bytes
_FILE = "prefect.db"


def empty_database() -> Path:
    """Where the installation keeps an empty database of its version of Prefect; it may not be there."""
    return Path(sys.prefix) / "share" / "watchword" / f"prefect-{version('prefect')}.db"


def make_empty_database(path: Path) -> None:
    """Has Prefect make an empty database, and puts it at `path`. Raises CalledProcessError if it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as home:
        variables = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        variables |= {"PREFECT_HOME": home, "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
        command = [sys.executable, "-m", "prefect", "--no-prompt", "server", "database", "upgrade", "-y"]
        subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words, no shell
        made = Path(home) / _FILE
        with closing(sqlite3.connect(made, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")  # a file that is whole without a log beside it
        os.replace(made, path)


def provide_database(home: Path, empty: Path) -> bool:
    """Puts a copy of the empty database into a Prefect home that has none; True if it was done."""
    path = home / _FILE
    if path.exists() or not empty.exists():
        return False
    with tempfile.TemporaryDirectory(dir=home) as beside:
        copy = Path(shutil.copyfile(empty, Path(beside) / _FILE))
        copy.chmod(0o600)
        with suppress(FileExistsError):  # a server that starts at the same time was faster
            os.link(copy, path)
            return True
    return False


def compact_database(home: Path, *, above: int = _COMPACT_ABOVE) -> bool:
    """Gives the space of deleted runs back, if it is half of Prefect's own SQLite file; True if it was done.

    Not while a server uses it. No table of Prefect is looked at.
    """
    path = home / _FILE
    if not path.exists() or path.stat().st_size < above:
        return False
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as database:
        pages, free = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
        if 2 * free > pages:
            database.execute("VACUUM")
            return True
    return False


def set_damaged_aside(home: Path) -> Path | None:
    """Renames Prefect's own SQLite file if it is damaged; returns where it is now, None if it is sound or not there.

    Prefect would not start with it, or fail in every run. An earlier one that was set aside is replaced.
    """
    path = home / _FILE
    if not path.exists() or _is_sound(path):
        return None
    for log in (path.with_name(f"{_FILE}-wal"), path.with_name(f"{_FILE}-shm")):
        log.unlink(missing_ok=True)  # of the file that goes, and it would spoil the next one
    return path.replace(path.with_name(f"{_FILE}.damaged"))


def _is_sound(path: Path) -> bool:
    """False if SQLite finds damage; 30 ms for 40 MB. An empty file is sound: Prefect fills it."""
    try:
        with closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
    except sqlite3.Error as error:  # others, as a lock, say nothing about the file
        # None: damaged names make an answer that is no UTF-8. The code's upper bits say more of the same error.
        code = getattr(error, "sqlite_errorcode", None)
        return code is not None and code & 0xFF not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


if __name__ == "__main__":
    make_empty_database(empty_database())
