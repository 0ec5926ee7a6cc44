"""Worker processes that can be killed: untrusted input is parsed in them, never in our own process.

The only module that imports `pebble`. Every task has a wall clock, a CPU and a memory limit; a task that exceeds one
loses its own result and its process, nothing else. A task whose key once killed a worker is refused from then on.

The processes are spawned, not forked: forking a process with threads (asyncio, Prefect) can deadlock, and the CPU time
of a fork server's children cannot be attributed. Inside a Dask worker `distributed.worker.daemon` must be false,
because a daemonic process may not start others.
"""

from __future__ import annotations

import asyncio
import math
import multiprocessing
import os
import resource
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from core.errors import ExtractError
from core.isolation import INTERNAL_ERROR, describe

Result = TypeVar("Result")

_TASKS_PER_WORKER = 500  # then a new process, so that the caches and memory fragments of parsers do not add up
_MAX_POISONED_KEYS = 10_000
_MEBIBYTE = 1024 * 1024
_SECRETS = ("WATCHWORD_SMTP_PASSWORD",)
_STARTING = threading.Lock()


class WorkerError(ExtractError):
    """A task ended without a result; `cause` is a stable word for grouping."""

    cause = "crash"


class WorkerTimeoutError(WorkerError):
    """The task ran longer than its wall clock limit; another try may find a less busy machine."""

    cause = "timeout"
    transient = True


class WorkerCpuError(WorkerError):
    """The task used more CPU time than its limit."""

    cause = "cpu"


class WorkerMemoryError(WorkerError):
    """The task asked for more memory than its limit."""

    cause = "memory"


class WorkerCrashError(WorkerError):
    """The worker process died during the task."""

    cause = "crash"


class WorkerTaskError(WorkerError):
    """The task itself raised an error that nobody foresaw."""

    cause = INTERNAL_ERROR
    transient = True


class PoisonedError(WorkerError):
    """A task with this key killed a worker before and was not run again."""

    cause = "poisoned"


class WorkersUnavailableError(ExtractError):
    """No worker process can be started in this process."""

    stops_step = True


class WorkerPool:
    """`processes` killable workers; a context manager that ends them all.

    The limits hold for each task: `wall_s` and `cpu_s` in seconds, `memory_mb` in MiB of address space above that of a
    new worker. Workers start with the first task.
    """

    def __init__(self, processes: int, wall_s: float = 30.0, cpu_s: float = 20.0, memory_mb: int = 1024) -> None:
        self._processes = processes
        self._wall_s = wall_s
        self._cpu_s = cpu_s
        self._memory_mb = memory_mb
        self._poisoned: OrderedDict[str, str] = OrderedDict()
        self._pool: ProcessPool | None = None
        self._starting = threading.Lock()  # event loops of several threads may share the pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def processes(self) -> int:
        """How many tasks can run at the same time."""
        return self._processes

    def close(self) -> None:
        """Ends the workers; tasks that still run are killed. The pool may be used again afterwards."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble is typed but for this method
            pool.join()

    async def run(self, function: Callable[..., Result], *args: object, key: str | None = None) -> Result:
        """The result of `function(*args)` in a worker; both must be picklable, the function importable by name.

        `key` identifies the input by a hash of its content: once it has killed a worker, it is refused.

        Raises:
            WorkerTimeoutError, WorkerCpuError, WorkerMemoryError, WorkerCrashError: the task exceeded a limit or died.
            PoisonedError: it did so before.
            WorkersUnavailableError: processes cannot be started here.
            WorkerTaskError: the function raised any other error than an ExtractError, which is raised as it is.
        """
        if key is not None and key in self._poisoned:
            raise PoisonedError(f"not tried again: {self._poisoned[key]}")
        future = self._running_pool().schedule(_run_limited, (self._cpu_s, function, args), timeout=self._wall_s)
        try:
            result: Result = await asyncio.wrap_future(future)
        except (TimeoutError, ProcessExpired, MemoryError, BrokenProcessPool) as error:
            raise self._record_failure(error, key) from error
        except ExtractError:
            raise
        except Exception as error:
            raise WorkerTaskError(describe(error)) from error
        return result

    def _running_pool(self) -> ProcessPool:
        """The running pool; a new one for the first task and after a pool broke."""
        with self._starting:
            if self._pool is not None and not self._pool.active:
                self.close()
            if self._pool is None:
                self._pool = _start(self._processes, self._memory_mb)
            return self._pool

    def _record_failure(self, error: BaseException, key: str | None) -> WorkerError:
        """The error by its type; records the key as poisoned, unless the pool broke and not the task."""
        worker_error = self._worker_error(error)
        if key is not None and not isinstance(error, BrokenProcessPool):
            self._poisoned[key] = str(worker_error)
            if len(self._poisoned) > _MAX_POISONED_KEYS:
                self._poisoned.popitem(last=False)
        return worker_error

    def _worker_error(self, error: BaseException) -> WorkerError:
        if isinstance(error, TimeoutError):
            return WorkerTimeoutError(f"ran longer than {self._wall_s:g} s")
        if isinstance(error, MemoryError):
            return WorkerMemoryError(f"needed more than {self._memory_mb} MiB")
        if isinstance(error, ProcessExpired) and error.exitcode == -signal.SIGXCPU:
            return WorkerCpuError(f"used more than {self._cpu_s:g} s of CPU time")
        return WorkerCrashError(f"its worker process died ({error})")


def _start(processes: int, memory_mb: int) -> ProcessPool:
    if multiprocessing.current_process().daemon:
        raise WorkersUnavailableError(
            "a daemonic process may not start workers; in a Dask worker set distributed.worker.daemon to false"
        )
    return ProcessPool(
        max_workers=processes,
        max_tasks=_TASKS_PER_WORKER,
        initializer=_limit_worker,
        initargs=(memory_mb,),
        context=_WorkerContext(),
    )


class _WorkerProcess(SpawnProcess):
    """A process that does not inherit the variables in `_SECRETS`."""

    def start(self) -> None:
        """Starts the process, with the secrets taken out of the environment for that moment."""
        with _STARTING:
            kept = {name: os.environ.pop(name) for name in _SECRETS if name in os.environ}
            try:
                super().start()
            finally:
                os.environ.update(kept)


class _WorkerContext(SpawnContext):
    Process = _WorkerProcess


def _limit_worker(memory_mb: int) -> None:
    """In a new worker: limits its memory and disables core files."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = _address_space()
    if used is not None:
        limit = used + memory_mb * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _address_space() -> int | None:
    """The address space of this process in bytes; None on systems other than Linux."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else None


def _run_limited(cpu_s: float, function: Callable[..., Result], args: tuple[object, ...]) -> Result:
    """In a worker: the function's result; after `cpu_s` more seconds of CPU time the kernel ends the process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(usage.ru_utime + usage.ru_stime + cpu_s)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    return function(*args)
