"""A Dask cluster: one that is running, or a worker in this process for the time of a cycle.

Work is submitted as plain functions and not by Prefect's Dask runner, which would send the address and the secret of
Prefect's server to every worker, and need every worker to reach it.
"""

from __future__ import annotations

import logging
import threading
import time
import warnings
from collections.abc import Mapping
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from core.task_runner import TaskRunnerChoice
from flows.extraction_pool import limit_extraction
from flows.workers.clusters import (
    ClusterError,
    ClusterRefusedError,
    ClusterUnreachableError,
    ClusterVersionError,
    CompiledList,
    EngineMissingError,
    WorkersDiedError,
    unreachable,
)
from flows.workers.received_lists import ListMissingError, holds, keep, receive
from flows.workers.transport import CodeMismatchError, Work, fingerprint, perform

_CONNECT_S = 20.0
_WORKERS_WITHIN_S = 30.0  # a cluster whose last worker died may be starting another
_LOOK_EVERY_S = 2.0
_THREADS = 8  # of the worker that is started here, as many as without Dask
_QUIET = dict.fromkeys(("distributed", "distributed.client", "distributed.worker", "distributed.nanny"), "critical")
_UNSET = "the settings distributed.comm.tls.ca-file, .client.cert and .client.key of Dask are not all there"


@dataclass(frozen=True, slots=True)
class _Introduction:
    """What a worker says of itself."""

    code: str
    holds_list: bool


def _introduce(list_key: str, dask_worker: Any) -> _Introduction:  # noqa: ANN401
    """In a worker: what it runs. Dask fills the parameter `dask_worker`."""
    limit_extraction(dask_worker.state.nthreads)
    return _Introduction(fingerprint(), holds(list_key))


class DaskCluster:
    """A client of a cluster whose workers run our code and have the compiled watchlist.

    `local` is the cluster itself if it was started here, else None. Dask's own classes have no types.
    """

    def __init__(self, name: str, client: Any, compiled: CompiledList, local: Any) -> None:  # noqa: ANN401
        self._name = name
        self._client = client
        self._compiled = compiled
        self._local = local
        self._allowed: list[str] | None = None  # addresses of workers; None if all run our code
        self._warnings: dict[str, ClusterError] = {}
        self._preparing = threading.Lock()

    @classmethod
    def open(cls, choice: TaskRunnerChoice, compiled: CompiledList) -> DaskCluster:
        """The cluster of the choice, ready for work. Raises ClusterError."""
        dask = _quiet_dask()
        local = None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions: our own comparison says more
            try:
                if choice.address is None:
                    keep(compiled.key, compiled.matcher())
                    local = _start(dask)
                client = _connect(choice, local)
            except ClusterError:
                raise
            except Exception as error:
                if local is not None:
                    local.close()
                raise unreachable(str(choice), error) from error
        cluster = cls(str(choice), client, compiled, local)
        try:
            cluster._prepare()
        except BaseException:
            cluster.close()
            raise
        return cluster

    def run(self, work: Work, argument: bytes) -> bytes:
        """As `Cluster.run`; a worker that is new or was restarted is prepared first."""
        deadline = time.monotonic() + _WORKERS_WITHIN_S
        while True:
            try:
                return self._submitted(work, argument)
            except (ListMissingError, CodeMismatchError, _NobodyLeft) as error:
                if time.monotonic() > deadline and isinstance(error, _NobodyLeft):
                    raise unreachable(self._name, error) from error
                with _as_cluster_error(self._name):
                    self._prepare()

    def warnings(self) -> tuple[ClusterError, ...]:
        """The workers that get no work."""
        return tuple(self._warnings.values())

    def close(self) -> None:
        """Lets the cluster go, whatever state it is in."""
        for one in (self._client, self._local):
            try:
                if one is not None:
                    one.close()
            except Exception as error:  # noqa: BLE001 - it is let go in any case
                logging.getLogger("watchword.workers").debug("closing %s: %s", self._name, error)

    def _submitted(self, work: Work, argument: bytes) -> bytes:
        from distributed import KilledWorker

        with _as_cluster_error(self._name):
            future = self._client.submit(
                perform,
                *(fingerprint(), self._compiled.key, work, argument),
                pure=False,
                workers=self._allowed,
            )
            self._await(future)
            try:
                result: bytes = future.result()
            except KilledWorker as error:
                message = f"{error.allowed_failures + 1} workers of {self._name} died on these pages"
                raise WorkersDiedError(message) from error
        return result

    def _await(self, future: Any) -> None:  # noqa: ANN401
        """Waits until the work has ended. Raises _NobodyLeft if no worker that may do it is there."""
        while not future.done():
            with suppress(Exception):  # whatever the work ended with is raised by who asks for its result
                future.result(timeout=_LOOK_EVERY_S)
                return
            here = self._client.nthreads()
            if not future.done() and not (here if self._allowed is None else set(here) & set(self._allowed)):
                future.cancel()
                raise _NobodyLeft

    def _prepare(self) -> None:
        """Gives the compiled watchlist to the workers that lack it. Raises ClusterError if there is none to work."""
        with self._preparing:
            said = self._introductions()
            ours = {one: intro for one, intro in said.items() if isinstance(intro, _Introduction)}
            fit = [address for address, intro in ours.items() if intro.code == fingerprint()]
            strangers = {address: _code_of(intro) for address, intro in said.items() if address not in fit}
            self._allowed = fit if strangers else None
            for address, code in strangers.items():
                self._warnings[address] = ClusterVersionError(_other_code(self._name, address, code))
            if not fit:
                raise next(iter(self._warnings.values()))
            lacking = [address for address in fit if not ours[address].holds_list]
            if lacking:
                self._client.run(receive, self._compiled.key, self._compiled.matcher().to_bytes(), workers=lacking)

    def _introductions(self) -> Mapping[str, object]:
        """What each worker says of itself, or the error it answers with. Waits a while for the first one."""
        deadline = time.monotonic() + _WORKERS_WITHIN_S
        while True:
            said: Mapping[str, object] = self._client.run(_introduce, self._compiled.key, on_error="return")
            if said:
                return said
            if time.monotonic() > deadline:
                raise ClusterUnreachableError(
                    f"{self._name} has no worker: this cycle's work is done on this machine. Start workers with "
                    "`dask worker ADDRESS` in the environment of this Watchword."
                )
            time.sleep(_LOOK_EVERY_S)


class _NobodyLeft(Exception):  # noqa: N818 - a signal to prepare again, not an error
    """No worker that may do the work is connected."""


class _as_cluster_error:  # noqa: N801 - used like a function
    """Turns the errors of a lost connection into a ClusterError."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        # CommClosedError is an OSError; a future of a scheduler that went away is cancelled.
        if isinstance(error, OSError | CancelledError | TimeoutError):
            raise unreachable(self._name, error) from error


def _quiet_dask() -> Any:  # noqa: ANN401
    """The module `dask`, whose scheduler and workers log nothing: their errors reach us as exceptions."""
    try:
        import dask

        dask.config.set({"logging": _QUIET})
        import distributed  # noqa: F401 - reads that setting
    except ImportError as error:
        raise EngineMissingError(
            "Dask is not installed here: this cycle's work is done in threads. Install it with "
            "`pip install distributed`, or unset WATCHWORD_TASK_RUNNER."
        ) from error
    return dask


def _start(dask: Any) -> Any:  # noqa: ANN401
    """A worker in threads of this process, with no port: extraction has processes of its own in any case."""
    from distributed import LocalCluster

    with dask.config.set({"distributed.worker.profile.enabled": False}):
        return LocalCluster(
            n_workers=1,
            threads_per_worker=_THREADS,
            processes=False,
            dashboard_address=None,
            memory_limit=0,  # no limit, so that no article is ever spilled to a disk
            silence_logs=logging.CRITICAL,
        )


def _connect(choice: TaskRunnerChoice, local: Any) -> Any:  # noqa: ANN401
    import distributed

    if local is not None:
        return distributed.Client(local, timeout=_CONNECT_S, set_as_default=False)
    security = distributed.Security(require_encryption=True) if choice.is_encrypted else None
    if security is not None and not (security.tls_ca_file and security.tls_client_cert):
        raise ClusterRefusedError(f"{choice} is not used: {_UNSET} (docs/scale.md). The work is done here.")
    return distributed.Client(choice.address, security=security, timeout=_CONNECT_S, set_as_default=False)


def _code_of(introduction: object) -> str:
    if isinstance(introduction, _Introduction):
        return introduction.code
    return f"no Watchword that answers ({type(introduction).__name__})"


def _other_code(name: str, address: str, code: str) -> str:
    return (
        f"{name}: the worker {address} gets no work, because it runs {code}, and here it is {fingerprint()}. Install "
        "the same commit and requirements.lock there and start it again."
    )
