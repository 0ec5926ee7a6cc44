"""The configured watchlist as the verbs read it, and lines on standard output."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cli import printing
from cli.app import settings
from core.config import read_document, watchlist_files

if TYPE_CHECKING:
    from matching.watchlist.model import Watchlist


def read_watchlist(path: Path | None) -> Watchlist:
    """The watchlist of a file or folder, by default the configured one. Raises ConfigError."""
    from flows.run_config import config_files
    from matching.watchlist.loading import parse_watchlist

    files = config_files(settings().config_dir, "watchlist") if path is None else watchlist_files(path)
    return parse_watchlist([read_document(file) for file in files])


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


def print_line(line: str) -> None:
    """Writes one line of data, without characters that steer a terminal."""
    sys.stdout.write(printing.printable(line) + "\n")
