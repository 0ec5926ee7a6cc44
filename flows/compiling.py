"""Compiled watchlists, kept in a folder: what was compiled once is read back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from core.cache import load, save
from matching.engine import Matcher, compile_watchlist
from matching.index.compiled import FORMAT
from matching.watchlist.model import Watchlist


def kept_matcher(folder: Path, key: str, watchlist: Callable[[], Watchlist]) -> Matcher:
    """The matcher kept under this key, else that of `watchlist`, which is asked for, compiled and kept."""
    name = f"{FORMAT}-{key}"
    data = load(folder, name)
    if data is not None:
        with suppress(ValueError):  # damaged, and made anew
            return Matcher.from_bytes(data)
    matcher = compile_watchlist(watchlist())
    save(folder, name, matcher.to_bytes())
    return matcher
