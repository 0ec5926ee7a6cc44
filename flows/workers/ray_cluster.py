"""A Ray cluster: one that is running, or a runtime on this machine that ends with this process."""

from __future__ import annotations

import logging
import os
import secrets
from typing import Any

from core.task_runner import TaskRunnerChoice
from flows.extraction_pool import limit_extraction
from flows.workers.clusters import (
    ClusterError,
    ClusterVersionError,
    CompiledList,
    EngineMissingError,
    WorkersDiedError,
    unreachable,
)
from flows.workers.received_lists import receive_from
from flows.workers.transport import CodeMismatchError, Work, fingerprint, perform

_CORES_PER_TASK = 0.5  # a task mostly waits for the network; each has a process of its own
_READY_WITHIN_S = 60.0
_RETRIES = 3  # of work whose worker died


class RayCluster:
    """A driver of a Ray cluster; the compiled watchlist is in its object store, from which a process reads it once."""

    def __init__(self, name: str, ray: Any, compiled: CompiledList) -> None:  # noqa: ANN401 - Ray is optional
        self._name = name
        self._ray = ray
        self._key = compiled.key
        self._list = ray.put(compiled.matcher().to_bytes())
        self._perform = ray.remote(num_cpus=_CORES_PER_TASK, max_retries=_RETRIES)(_perform_here)

    @classmethod
    def open(cls, choice: TaskRunnerChoice, compiled: CompiledList) -> RayCluster:
        """The cluster of the choice, with a worker that runs our code. Raises ClusterError."""
        _prepare_environment(choice)
        try:
            import ray
        except ImportError as error:
            raise EngineMissingError(
                "Ray is not installed here: this cycle's work is done in threads. Install it (`pip install ray`) or "
                "unset WATCHWORD_TASK_RUNNER."
            ) from error
        try:
            _initialise(ray, choice)
            cluster = cls(str(choice), ray, compiled)
            code = ray.get(ray.remote(num_cpus=_CORES_PER_TASK)(_code_here).remote(), timeout=_READY_WITHIN_S)
        except Exception as error:
            ray.shutdown()
            raise unreachable(str(choice), error) from error
        if code != fingerprint():
            ray.shutdown()
            raise ClusterVersionError(_other_code(str(choice), code))
        return cluster

    def run(self, work: Work, argument: bytes) -> bytes:
        """As `Cluster.run`."""
        errors = self._ray.exceptions
        reference = self._perform.remote([self._list], fingerprint(), self._key, work, argument)
        try:
            result: bytes = self._ray.get(reference)
        except errors.RayTaskError as error:
            if isinstance(error.cause, CodeMismatchError):
                raise ClusterVersionError(_other_code(self._name, str(error.cause))) from error
            raise error.cause from error
        except (errors.WorkerCrashedError, errors.OutOfMemoryError) as error:
            raise WorkersDiedError(f"{_RETRIES + 1} workers of {self._name} died on these pages") from error
        except (errors.RayError, OSError) as error:
            raise unreachable(self._name, error) from error
        return result

    def warnings(self) -> tuple[ClusterError, ...]:
        """Nothing: of a cluster of several versions, Ray does not say which worker runs which."""
        return ()

    def close(self) -> None:
        """Nothing: Ray's own runtime cannot be started twice in a process, and ends with it."""


def _code_here() -> str:
    """In a worker: what it runs."""
    return fingerprint()


def _perform_here(lists: list[Any], code: str, list_key: str, work: Work, argument: bytes) -> bytes:
    """In a worker: as `perform`, with the compiled watchlist from the object store if this process lacks it."""
    import ray

    limit_extraction(1)
    if fingerprint() == code:
        receive_from(list_key, lambda: ray.get(lists[0]))
    return perform(code, list_key, work, argument)


def _prepare_environment(choice: TaskRunnerChoice) -> None:
    """Sets what Ray reads when it is imported: no telemetry, no notices, a secret for a local runtime."""
    settings = {"RAY_USAGE_STATS_ENABLED": "0"}
    settings["RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO"] = "0"  # a notice about graphics cards
    if choice.address is None:  # other accounts of this machine may not use it
        settings |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    for name, value in settings.items():
        os.environ.setdefault(name, value)


def _initialise(ray: Any, choice: TaskRunnerChoice) -> None:  # noqa: ANN401 - Ray is optional
    if ray.is_initialized():
        return
    ray.init(
        address=choice.address or "local",
        include_dashboard=None if choice.address else False,
        log_to_driver=False,
        logging_level=logging.CRITICAL,
        **({} if choice.address else {"_node_ip_address": "127.0.0.1"}),
    )


def _other_code(name: str, code: str) -> str:
    return (
        f"{name} runs {code}, and here it is {fingerprint()}: this cycle's work is done on this machine. Install the "
        "same commit and requirements on its machines and start it again."
    )
