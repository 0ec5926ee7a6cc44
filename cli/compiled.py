"""A compiled watchlist for the command line: from the files, or from the cache when nothing in them changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.config import read_document, watchlist_files

if TYPE_CHECKING:
    from matching.engine import Matcher


def compiled_watchlist(path: Path, cache: Path) -> Matcher:
    """The matcher of a watchlist file or folder. Raises ConfigError."""
    from matching.engine import compile_watchlist
    from matching.watchlist import parse_watchlist

    return compile_watchlist(parse_watchlist([read_document(file) for file in watchlist_files(path)]))
