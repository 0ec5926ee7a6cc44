"""What a process keeps between tasks: its extraction workers and its compiled watchlist."""

from __future__ import annotations

import os
from functools import cache

from core.cache import load, save
from core.identity import digest_of
from core.settings import Settings
from extractors.workers import WorkerPool
from matching.engine import Matcher, compile_watchlist
from matching.entries import Watchlist

_compiled: dict[str, Matcher] = {}


@cache
def worker_pool() -> WorkerPool:
    """This process's killable extraction workers, as many as it has cores; they start with the first task."""
    return WorkerPool(len(os.sched_getaffinity(0)))


def matcher_of(watchlist: Watchlist, settings: Settings) -> Matcher:
    """The compiled watchlist: from this process, else from the cache folder, else compiled and cached."""
    version = watchlist.version
    if version not in _compiled:
        _compiled.clear()
        _compiled[version] = _from_cache(watchlist, settings)
    return _compiled[version]


def _from_cache(watchlist: Watchlist, settings: Settings) -> Matcher:
    folder, key = settings.paths.cache, digest_of("matcher", watchlist.version)
    if (data := load(folder, key)) is not None:
        return Matcher.from_bytes(data, watchlist)
    matcher = compile_watchlist(watchlist)
    save(folder, key, matcher.to_bytes())
    return matcher
