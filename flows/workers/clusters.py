"""What a cluster is to the flow, and the errors that it may have; Dask and Ray implement it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.errors import WatchwordError
from core.records import FailureKind
from flows.workers.transport import Work
from matching.engine import Matcher


class ClusterError(WatchwordError):
    """The cluster cannot be used; the message is a sentence that says why and what to do."""

    cause = "cluster"
    kind = FailureKind.TRANSIENT


class ClusterUnreachableError(ClusterError):
    """It did not answer, ended, or lost all of its workers."""

    cause = "cluster_unreachable"


class ClusterVersionError(ClusterError):
    """Workers that run other code than this process; no work is given to them."""

    cause = "cluster_version"
    kind = FailureKind.PERMANENT


class EngineMissingError(ClusterError):
    """The engine is not installed here."""

    cause = "engine_missing"
    kind = FailureKind.PERMANENT


class ClusterRefusedError(ClusterError):
    """The connection would not be encrypted, or not checked, though it leaves this machine."""

    cause = "cluster_refused"
    kind = FailureKind.PERMANENT


class WorkersDiedError(WatchwordError):
    """The workers that ran a piece of work died one after the other; it may be the cause."""


@dataclass(frozen=True, slots=True)
class CompiledList:
    """The compiled watchlist of a cycle, made when it is needed; `key` names its content."""

    key: str
    matcher: Callable[[], Matcher]


class Cluster(Protocol):
    """Workers that run `perform`."""

    def run(self, work: Work, argument: bytes) -> bytes:
        """The packed result of the work on the packed argument, whichever worker ran it.

        Raises ClusterError if the cluster cannot be used, WorkersDiedError if this work may be why workers die.
        """
        ...

    def warnings(self) -> tuple[ClusterError, ...]:
        """What is wrong with a part of the cluster, so far."""
        ...

    def close(self) -> None:
        """Lets the cluster go; one that was started for this cycle ends."""
        ...


def unreachable(name: str, error: BaseException) -> ClusterUnreachableError:
    """The error of the cluster with this name, for whatever its engine raised."""
    detail = str(error).strip().split("\n", 1)[0] or type(error).__name__
    return ClusterUnreachableError(
        f"{name} cannot be reached or went away ({detail}): the rest of this cycle's work is done on this machine. "
        "Start its scheduler and workers again; the next cycle tries it anew."
    )
