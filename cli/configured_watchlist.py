"""The configured watchlist as the verbs read it, and lines on standard output."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cli import printing
from cli.app import settings
from core.config import cut_values, read_document, unread_files, watchlist_files

if TYPE_CHECKING:
    from matching.watchlist.model import Watchlist

_MOST = 5  # files named


def read_watchlist(path: Path | None) -> Watchlist:
    """The watchlist of a file or folder, by default the configured one. Raises ConfigError."""
    from matching.watchlist.loading import parse_watchlist

    return parse_watchlist([read_document(file) for file in _files(path)])


def cut_notes(path: Path | None) -> tuple[str, ...]:
    """A sentence about each value in the watchlist's files that a `#` cuts. Raises ConfigError."""
    return tuple(note for file in _files(path) for note in cut_values(read_document(file)))


def _files(path: Path | None) -> tuple[Path, ...]:
    from flows.run_config import config_files

    return config_files(settings().config_dir, "watchlist") if path is None else watchlist_files(path)


def unread_note(path: Path | None) -> str:
    """A sentence about files in the watchlist's folder that nobody reads; empty if there are none."""
    names = unread_files(path or settings().config_dir / "watchlist")
    shown = ", ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")
    return f"Not read: {shown}. A list ends in .yaml, .yml, .csv or .jsonl." if names else ""


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


def print_line(line: str) -> None:
    """Writes one line of data, without characters that steer a terminal."""
    sys.stdout.write(printing.printable(line) + "\n")
