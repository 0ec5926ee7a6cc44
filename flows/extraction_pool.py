"""The extraction workers of this process."""

from __future__ import annotations

import os
from functools import cache

from extractors.worker_pool import WorkerPool

_most: list[int] = []  # how many work at once in this process, if an engine's worker says so


def limit_extraction(tasks: int) -> None:
    """In an engine's worker: no more extraction workers than it runs tasks at once; others may share its machine."""
    _most[:] = [max(1, tasks)]


@cache
def worker_pool() -> WorkerPool:
    """This process's killable extraction workers, one for each core; they start with the first task."""
    return WorkerPool(min([len(os.sched_getaffinity(0)), *_most]))
