"""Where the work of a cycle is done: in threads of this process, or on the workers of a Dask or Ray cluster."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

_BEYOND_LOOPBACK = (
    "both engines run whatever reaches their port; beyond this machine use dask:tls://HOST:PORT with certificates, "
    "or Ray with RAY_USE_TLS (docs/scale.md)"
)


class EngineKind(StrEnum):
    """An engine that runs tasks."""

    THREADS = "threads"
    DASK = "dask"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class TaskRunnerChoice:
    """What `WATCHWORD_TASK_RUNNER` says."""

    kind: EngineKind = EngineKind.THREADS
    address: str | None = None  # of a running cluster; None for one that a cycle starts and ends

    def __str__(self) -> str:
        return self.kind.value if self.address is None else f"{self.kind}:{self.address}"

    @property
    def is_encrypted(self) -> bool:
        """True if the address itself says so, as only Dask's can."""
        return self.address is not None and self.address.startswith("tls://")

    @property
    def is_on_loopback(self) -> bool:
        """True if no other machine is named."""
        return self.address is None or _is_loopback(self.address)


def parse_task_runner(text: str, *, ray_is_encrypted: bool = False) -> TaskRunnerChoice:
    """The choice that the text names: `threads`, `dask`, `dask:ADDRESS`, `ray` or `ray:ADDRESS`.

    Raises ValueError for anything else, and for another machine without encryption; `ray_is_encrypted` says whether
    Ray's own settings ask for it.
    """
    name, colon, address = text.strip().partition(":")
    try:
        choice = TaskRunnerChoice(EngineKind(name), address or None)
    except ValueError:
        raise ValueError(f"{text!r} is none of threads, dask, dask:ADDRESS, ray, ray:ADDRESS") from None
    if colon and (not address or choice.kind is EngineKind.THREADS):
        raise ValueError(f"{text!r}: an address is missing after the colon, or not possible here")
    is_safe = choice.is_encrypted or (choice.kind is EngineKind.RAY and ray_is_encrypted)
    if not choice.is_on_loopback and not is_safe:
        raise ValueError(f"{text!r} is refused: {_BEYOND_LOOPBACK}")
    return choice


def ray_is_encrypted(environment: Mapping[str, str]) -> bool:
    """True if Ray's own variables ask for TLS with certificates that both sides check."""
    files = ("RAY_TLS_SERVER_CERT", "RAY_TLS_SERVER_KEY", "RAY_TLS_CA_CERT")
    return environment.get("RAY_USE_TLS") == "1" and all(environment.get(name) for name in files)


def _is_loopback(address: str) -> bool:
    """True for an address on this machine; a name other than `localhost` may lead elsewhere, and counts as such."""
    host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
