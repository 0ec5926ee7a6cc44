"""Compiled watchlists, cached in this process and in a folder, so that each is compiled once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from core.cache import load, save
from matching.engine import Matcher, compile_watchlist
from matching.index.compiled import index_format
from matching.watchlist.model import Watchlist

_in_process: dict[str, Matcher] = {}


def list_key(watchlist: Watchlist) -> str:
    """What a compiled list is known by on the workers: its form of the index, then the version of the watchlist."""
    return f"{index_format()}-{watchlist.version}"


def matcher_of(watchlist: Watchlist, folder: Path) -> Matcher:
    """The compiled watchlist, from this process if it is there, else from `folder`, else compiled and saved there."""
    version = watchlist.version
    if version not in _in_process:
        _in_process.clear()
        _in_process[version] = cached_matcher(folder, f"list-{version}", lambda: watchlist)
    return _in_process[version]


def cached_matcher(folder: Path, key: str, watchlist: Callable[[], Watchlist]) -> Matcher:
    """The matcher saved in `folder` under this key; without one, `watchlist()` is compiled and saved."""
    name = f"{index_format()}-{key}"
    data = load(folder, name)
    if data is not None:
        with suppress(ValueError):  # the saved file is damaged: compile again
            return Matcher.from_bytes(data)
    matcher = compile_watchlist(watchlist())
    save(folder, name, matcher.to_bytes())
    return matcher
