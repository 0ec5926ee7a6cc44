"""How Prefect runs our tasks: as threads that wait, and with arguments that it does not inspect."""

from __future__ import annotations

import os
from typing import Any, Generic, TypeVar, cast

from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from core.errors import is_transient
from flows.workers.task_engine import REMOTE_THREADS, THREADS

Value = TypeVar("Value")


def _worth_retrying(_task: object, _run: object, state: State[object]) -> bool:
    return is_transient(state.result(raise_on_failure=False))


RETRIED: dict[str, Any] = {
    "retries": 2,
    "retry_delay_seconds": [1, 5],
    "retry_condition_fn": _worth_retrying,
    "cache_policy": NO_CACHE,
    "persist_result": False,
}
"""The retry policy of every task: errors whose type is transient are retried, others are not."""


def task_runner() -> TaskRunner[Any]:
    """The runner of the flow: threads, in which each task hands its work to the engine (`flows/workers`) and waits."""
    is_here = os.environ.get("WATCHWORD_TASK_RUNNER", "threads") in ("", "threads")
    return ThreadPoolTaskRunner(max_workers=THREADS if is_here else REMOTE_THREADS)


def opaque(value: Value) -> Value:
    """`value` as a task's argument that Prefect neither inspects nor tracks; the task gets the value itself."""
    return cast("Value", quote(value))


class Handed(Generic[Value]):
    """A result that the flow takes from its task once.

    Prefect keeps the result of every task until the flow ends, of this one only the shell: the feeds and pages of a
    whole cycle are more than the memory that the watch may have.
    """

    def __init__(self, value: Value) -> None:
        self._values = [value]

    def take(self) -> Value:
        """The value. Raises IndexError if it was taken before."""
        return self._values.pop()
