"""What a process keeps between tasks: its extraction workers and its compiled watchlist."""

from __future__ import annotations

import os
from functools import cache

from extractors.workers import WorkerPool
from matching.engine import Matcher, compile_watchlist
from matching.entries import Watchlist

_compiled: dict[str, Matcher] = {}


@cache
def worker_pool() -> WorkerPool:
    """This process's killable extraction workers, as many as it has cores; they start with the first task."""
    return WorkerPool(len(os.sched_getaffinity(0)))


def matcher_of(watchlist: Watchlist) -> Matcher:
    """The compiled watchlist; compiled once in a process."""
    version = watchlist.version
    if version not in _compiled:
        _compiled.clear()
        _compiled[version] = compile_watchlist(watchlist)
    return _compiled[version]
