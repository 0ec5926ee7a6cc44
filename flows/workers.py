"""What a process keeps between tasks: its extraction workers and its compiled watchlist."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from core.cache import load, save
from extractors.workers import WorkerPool
from matching.engine import Matcher, compile_watchlist
from matching.entries import Watchlist
from matching.index import FORMAT

_compiled: dict[str, Matcher] = {}


@cache
def worker_pool() -> WorkerPool:
    """This process's killable extraction workers, as many as it has cores; they start with the first task."""
    return WorkerPool(len(os.sched_getaffinity(0)))


def matcher_of(watchlist: Watchlist, folder: Path) -> Matcher:
    """The compiled watchlist: this process's, else the one kept in `folder`, else compiled and kept there."""
    version = watchlist.version
    if version not in _compiled:
        _compiled.clear()
        _compiled[version] = _kept(f"{FORMAT}-list-{version}", folder) or _compile(watchlist, folder)
    return _compiled[version]


def _kept(key: str, folder: Path) -> Matcher | None:
    """The matcher kept under this key, None if there is none or it is damaged."""
    data = load(folder, key)
    try:
        return None if data is None else Matcher.from_bytes(data)
    except ValueError:
        return None


def _compile(watchlist: Watchlist, folder: Path) -> Matcher:
    matcher = compile_watchlist(watchlist)
    save(folder, f"{FORMAT}-list-{watchlist.version}", matcher.to_bytes())
    return matcher
