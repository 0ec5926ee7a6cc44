"""Runs a cycle's work where `WATCHWORD_TASK_RUNNER` says, and on this machine once that cannot be used."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from core.errors import WatchwordError
from core.records import Failure, Stage
from core.task_runner import EngineKind, TaskRunnerChoice
from flows.workers.clusters import Cluster, ClusterError, CompiledList, unreachable
from flows.workers.received_lists import ListMissingError, keep_soon
from flows.workers.transport import pack, unpack

Argument = TypeVar("Argument")
Result = TypeVar("Result")

THREADS = 8
"""Pieces of work at once on this machine. They mostly wait for the network and for the extraction workers, which so
have pages waiting for them."""

REMOTE_THREADS = 64
"""Pieces of work at once on a cluster; here each is a thread that waits."""

log = logging.getLogger("watchword.workers")


class TaskEngine:
    """A context manager that runs pure work, on the cluster if it was opened.

    A cluster that cannot be used costs no work: it is done here instead, and `failures` says so.
    """

    def __init__(self, choice: TaskRunnerChoice, compiled: CompiledList) -> None:
        self._choice = choice
        self._compiled = compiled
        self._cluster: Cluster | None = None
        self._is_here = choice.kind is EngineKind.THREADS
        self._given_up: list[ClusterError] = []
        self._here = threading.Semaphore(THREADS)
        self._compiling = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._cluster is not None:
            self._cluster.close()

    def open(self) -> None:
        """Reaches the cluster, unless that was done; in the flow's own thread, since Ray's runtime ends with it."""
        if self._is_here or self._cluster is not None:
            return
        try:
            self._cluster = _open(self._choice, self._compiled)
        except ClusterError as error:
            self._give_up(error)

    def run(self, work: Callable[[Argument], Result], argument: Argument) -> Result:
        """The result of a function of `work.py`. Raises WorkersDiedError if running it killed workers of a cluster."""
        if self._cluster is not None and not self._is_here:
            try:
                result: Result = unpack(self._cluster.run(work, pack(argument)))
            except ClusterError as error:
                self._give_up(error)
            except WatchwordError:
                raise
            except Exception as error:  # noqa: BLE001 - what an engine may raise is in no list; here the work is done
                self._give_up(unreachable(str(self._choice), error))
            else:
                return result
        with self._here:
            try:
                return work(argument)
            except ListMissingError:
                with self._compiling:  # several pieces of work miss it at once
                    keep_soon(self._compiled.key, self._compiled.matcher)
                return work(argument)

    def failures(self) -> tuple[Failure, ...]:
        """What was wrong with the cluster, each once."""
        warnings = self._cluster.warnings() if self._cluster else ()
        said = {str(error): error for error in (*warnings, *self._given_up)}
        return tuple(
            Failure(Stage.CLUSTER, str(self._choice), error.kind, error.cause, text) for text, error in said.items()
        )

    def _give_up(self, error: ClusterError) -> None:
        if not self._is_here:
            log.warning("%s", error)
        self._is_here = True
        self._given_up.append(error)


def _open(choice: TaskRunnerChoice, compiled: CompiledList) -> Cluster:
    if choice.kind is EngineKind.RAY:
        from flows.workers.ray_cluster import RayCluster

        return RayCluster.open(choice, compiled)
    from flows.workers.dask_cluster import DaskCluster

    return DaskCluster.open(choice, compiled)
