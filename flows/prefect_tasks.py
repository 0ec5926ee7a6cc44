"""Where a flow's tasks run: threads by default, a Dask cluster by configuration."""

from __future__ import annotations

import os
from typing import Any, TypeVar, cast

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

Value = TypeVar("Value")

_THREADS = 4  # a task waits for the network most of its time; what needs a core runs in the worker processes


def task_runner() -> TaskRunner[Any]:
    """The runner that `WATCHWORD_TASK_RUNNER` asks for: `threads`, `dask` (a local cluster) or `dask:ADDRESS`.

    Dask needs the extra `watchword[dask]`, and `distributed.worker.daemon: false`, or no extraction worker can
    be started in its workers.
    """
    kind, _, address = os.environ.get("WATCHWORD_TASK_RUNNER", "threads").partition(":")
    if kind == "dask":
        from prefect_dask import DaskTaskRunner

        return cast("TaskRunner[Any]", DaskTaskRunner(address=address or None))
    return ThreadPoolTaskRunner(max_workers=_THREADS)


def opaque(value: Value) -> Value:
    """`value` for a task's parameter, which Prefect then neither walks through nor tracks; the task gets it bare."""
    return cast("Value", quote(value))
