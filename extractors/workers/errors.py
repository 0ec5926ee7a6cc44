"""What can become of a task in a worker process, besides its result."""

from __future__ import annotations

from core.errors import ExtractError
from core.isolation import INTERNAL_ERROR


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
