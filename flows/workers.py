"""What a process keeps between tasks: its extraction workers and its compiled watchlist."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from extractors.worker_pool import WorkerPool
from flows.compiling import kept_matcher
from matching.engine import Matcher
from matching.watchlist.model import Watchlist

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
        _compiled[version] = kept_matcher(folder, f"list-{version}", lambda: watchlist)
    return _compiled[version]
