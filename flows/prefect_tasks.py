"""How Prefect runs our tasks: the task runner, and arguments that it does not inspect."""

from __future__ import annotations

import os
from typing import Any, TypeVar, cast

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

Value = TypeVar("Value")

THREADS = 8
"""Tasks that run at once. They mostly wait for the network and for the worker processes, which so have pages waiting
for them: up to `THREADS` batches are fetched ahead."""


def task_runner() -> TaskRunner[Any]:
    """The runner named by `WATCHWORD_TASK_RUNNER`: `threads` (the default), `dask` (a local cluster) or `dask:ADDRESS`.

    Dask needs the extra `watchword[dask]`.
    """
    kind, _, address = os.environ.get("WATCHWORD_TASK_RUNNER", "threads").partition(":")
    if kind == "dask":
        from prefect_dask import DaskTaskRunner

        return cast("TaskRunner[Any]", DaskTaskRunner(address=address or None))
    return ThreadPoolTaskRunner(max_workers=THREADS)


def opaque(value: Value) -> Value:
    """`value` as a task's argument that Prefect neither inspects nor tracks; the task gets the value itself."""
    return cast("Value", quote(value))
