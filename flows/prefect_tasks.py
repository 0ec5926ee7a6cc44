"""How Prefect runs our tasks: as threads that wait, and with arguments that it does not inspect."""

from __future__ import annotations

import os
from typing import Any, TypeVar, cast

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows.workers.task_engine import REMOTE_THREADS, THREADS

Value = TypeVar("Value")


def task_runner() -> TaskRunner[Any]:
    """The runner of the flow: threads, in which each task hands its work to the engine (`flows/workers`) and waits."""
    is_here = os.environ.get("WATCHWORD_TASK_RUNNER", "threads") in ("", "threads")
    return ThreadPoolTaskRunner(max_workers=THREADS if is_here else REMOTE_THREADS)


def opaque(value: Value) -> Value:
    """`value` as a task's argument that Prefect neither inspects nor tracks; the task gets the value itself."""
    return cast("Value", quote(value))
