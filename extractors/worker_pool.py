"""Worker processes that can be killed and see nothing: untrusted input is parsed in them, never in our own process.

Every task has a wall clock, a CPU and a memory limit; a task that exceeds one loses its own result and its process,
nothing else. A task whose key once killed a worker is refused from then on. What a worker may do is in
`workers/confinement.py`. What it returns is data: JSON of the type that the task's function declares, which is checked
here (`workers/frames.py`).

The processes are started anew, not forked: forking a process with threads (asyncio, Prefect) can deadlock, and a fork
would have our memory, with every secret in it.
"""

from __future__ import annotations

import asyncio
import functools
import pickle
import re
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from heapq import heappop, heappush
from itertools import count
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from pydantic import TypeAdapter, ValidationError

from core.errors import ExtractError
from extractors.workers.errors import (
    PoisonedError,
    WorkerCpuError,
    WorkerCrashError,
    WorkerError,
    WorkerMemoryError,
    WorkerTaskError,
    WorkerTimeoutError,
)
from extractors.workers.frames import FrameError, Kind, result_type
from extractors.workers.worker import Worker

Result = TypeVar("Result")

_TASKS_PER_WORKER = 500  # then a new process, so that the caches and memory fragments of parsers do not add up
_MAX_POISONED_KEYS = 10_000
_MAX_MESSAGE = 500  # code points of an error text
_DESCRIPTION = re.compile(r"An error in Watchword, please report it: [\w.]{1,80} in [\w./ -]{1,200}(?::\d+)?\.")
_END_WITHIN_S = 1.0
_AT_ONCE = -1  # a turn before all others


class WorkerPool:
    """`processes` killable workers; a context manager that ends them all.

    The limits hold for each task: `wall_s` and `cpu_s` in seconds, `memory_mb` in MiB of address space above that of a
    new worker. Workers start with the first task. The pool may be shared by event loops in several threads.
    """

    def __init__(self, processes: int, wall_s: float = 30.0, cpu_s: float = 20.0, memory_mb: int = 1024) -> None:
        self._processes = processes
        self._wall_s = wall_s
        self._cpu_s = cpu_s
        self._memory_mb = memory_mb
        self._poisoned: OrderedDict[str, str] = OrderedDict()
        self._running: _Running | None = None
        self._starting = threading.Lock()
        self.busy_s = 0.0  # that workers were at work, all together

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
        with self._starting:
            running, self._running = self._running, None
        if running is not None:
            running.close()

    async def run(
        self,
        function: Callable[..., Result],
        *args: object,
        key: str | None = None,
        turn: int = 0,
        timed: Callable[[float], None] | None = None,
    ) -> Result:
        """The result of `function(*args)` in a worker; both must be picklable, the function importable by name.

        The function must declare a return type made of frozen dataclasses, tuples, texts, numbers, times and None.
        `key` identifies the input by a hash of its content: once it has killed a worker, it is refused. While all
        workers are busy, tasks of a lower `turn` go first. `timed` is called with the seconds that a worker was at work
        on it, in another thread, also if it failed.

        Raises:
            WorkerTimeoutError, WorkerCpuError, WorkerMemoryError, WorkerCrashError: the task exceeded a limit or died,
                or its result is not of the declared type.
            PoisonedError: it did so before.
            WorkersUnavailableError: processes cannot be started here.
            WorkerTaskError: the function raised any other error than an ExtractError.
            ExtractError: the function raised it.
        """
        if key is not None and key in self._poisoned:
            raise PoisonedError(f"not tried again: {self._poisoned[key]}")
        running = self._started()
        try:
            return await asyncio.wrap_future(running.submit(turn, partial(self._run, running, function, args, timed)))
        except WorkerTaskError:
            raise
        except WorkerError as error:
            self._poison(key, error)
            raise

    def prepare(self, function: Callable[[], object]) -> None:
        """Has the workers call this function, so that its module is imported before the first task that needs it."""
        running = self._started()
        if not running.is_prepared:
            running.is_prepared = True
            for _ in range(self._processes):
                running.submit(_AT_ONCE, partial(self._run, running, function, (), None))

    def _started(self) -> _Running:
        with self._starting:
            if self._running is None:
                self._running = _Running(self._processes)
            return self._running

    def _poison(self, key: str | None, error: WorkerError) -> None:
        if key is not None:
            self._poisoned[key] = str(error)
            if len(self._poisoned) > _MAX_POISONED_KEYS:
                self._poisoned.popitem(last=False)

    def _run(
        self,
        running: _Running,
        function: Callable[..., Result],
        args: tuple[object, ...],
        timed: Callable[[float], None] | None,
    ) -> Result:
        """In a thread: hands the task to an idle worker and waits for its answer."""
        task = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        worker = running.take(self._memory_mb, self._cpu_s)
        try:
            kind, body = self._timed(worker, task, timed)
            result = _result(kind, body, function)
        except TimeoutError as error:
            worker.end()
            raise WorkerTimeoutError(f"ran longer than {self._wall_s:g} s") from error
        except (FrameError, OSError) as error:
            raise self._error_of(worker.end(after_s=_END_WITHIN_S), error) from error
        except WorkerTaskError:
            running.give_back(worker)
            raise
        except WorkerError:
            worker.end()
            raise
        except ExtractError:
            running.give_back(worker)
            raise
        running.give_back(worker)
        return result

    def _timed(self, worker: Worker, task: bytes, timed: Callable[[float], None] | None) -> tuple[Kind, bytearray]:
        began = time.monotonic()
        try:
            return worker.ask(task, began + self._wall_s)
        finally:
            seconds = time.monotonic() - began
            if timed is not None:
                timed(seconds)
            with self._starting:
                self.busy_s += seconds

    def _error_of(self, exit_code: int, error: Exception) -> WorkerError:
        if exit_code == -signal.SIGXCPU:
            return WorkerCpuError(f"used more than {self._cpu_s:g} s of CPU time")
        return WorkerCrashError(f"its worker process died ({error}, exit code {exit_code})")


def _result(kind: Kind, body: bytearray, function: Callable[..., Result]) -> Result:
    """The checked result. Raises WorkerCrashError for one that is not what the function declares to return."""
    if kind is Kind.RESULT:
        try:
            result: Result = _adapter(result_type(function)).validate_json(body, strict=True)
        except (ValidationError, ValueError) as error:
            raise WorkerCrashError("its worker process returned something else than a result") from error
        return result
    if kind is Kind.MEMORY:
        raise WorkerMemoryError("needed more memory than it may have")
    message = "".join(one if one.isprintable() else " " for one in body[: 4 * _MAX_MESSAGE].decode("utf-8", "replace"))
    if kind is Kind.REFUSED:
        raise ExtractError(message[:_MAX_MESSAGE])
    raise WorkerTaskError(message if _DESCRIPTION.fullmatch(message) else "an error that nobody foresaw")


@functools.cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class _Waiting(NamedTuple):
    """A call that waits for a thread; two are compared by turn and number, which no other call has."""

    turn: int
    number: int
    call: Callable[[], Any]
    future: Future[Any]


class _Running:
    """The threads that wait for workers, and the workers; ends them all with `close`."""

    def __init__(self, processes: int) -> None:
        self._threads = ThreadPoolExecutor(processes, "worker")
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = []  # a heap
        self._numbers = count()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._is_closed = False
        self.is_prepared = False

    def submit(self, turn: int, call: Callable[[], Result]) -> Future[Result]:
        """The future result of the call, which a thread makes when those of lower turns are made."""
        future: Future[Result] = Future()
        with self._lock:
            heappush(self._waiting, _Waiting(turn, next(self._numbers), call, future))
        self._threads.submit(self._call_next)
        return future

    def _call_next(self) -> None:
        with self._lock:
            waiting = heappop(self._waiting)
        if waiting.future.set_running_or_notify_cancel():
            try:
                waiting.future.set_result(waiting.call())
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the result
                waiting.future.set_exception(error)

    def take(self, memory_mb: int, cpu_s: float) -> Worker:
        """An idle worker, or a new one. There are never more than threads."""
        with self._lock:
            if self._is_closed:
                raise WorkerTaskError("the pool is closed")
            worker = self._idle.pop() if self._idle else Worker(memory_mb, cpu_s)
            self._all.add(worker)
            return worker

    def give_back(self, worker: Worker) -> None:
        """The worker is idle again, or ends if it has done its share of tasks."""
        with self._lock:
            self._all = {one for one in self._all if not one.has_ended}
            if worker.tasks < _TASKS_PER_WORKER:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            workers = tuple(self._all)
        for one in workers:
            one.end()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for waiting in self._waiting:
            waiting.future.cancel()
