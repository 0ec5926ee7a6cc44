"""The extraction workers of this process."""

from __future__ import annotations

import os
from functools import cache

from extractors.worker_pool import WorkerPool


@cache
def worker_pool() -> WorkerPool:
    """This process's killable extraction workers, one for each core; they start with the first task."""
    return WorkerPool(len(os.sched_getaffinity(0)))
