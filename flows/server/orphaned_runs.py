"""Flow runs whose server or worker has ended: they can report to nobody, and must not go on alone.

A run watches its worker itself, but only once it has begun; before that it imports for seconds, and then asks a server
that is gone for a minute. So whichever of `up` and the server outlives the others ends the runs.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

_EVERY_S = 0.2


def end_flow_runs(server_url: str, *, watch_s: float = 0.0, grace_s: float = 4.0) -> None:
    """Ends this account's flow runs that use the server with this URL, and those that begin in the next `watch_s`.

    Each has `grace_s` to end by SIGTERM. Where there is no /proc, as on macOS, nothing is done: there, a run ends when
    it has begun, or when no server answers it.
    """
    asked: set[int] = set()
    watched_until = time.monotonic() + watch_s
    while (runs := _flow_runs(server_url)) or time.monotonic() < watched_until:
        for process in runs - asked:
            _send(process, signal.SIGTERM)
        asked |= runs
        if time.monotonic() > watched_until + grace_s:
            break
        time.sleep(_EVERY_S)
    for process in _flow_runs(server_url):
        _send(process, signal.SIGKILL)


def _flow_runs(server_url: str) -> set[int]:
    """The processes of flow runs whose environment names this server."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # another account's, or one that has just ended
            variables = (path / "environ").read_bytes().split(b"\0")
            if f"PREFECT_API_URL={server_url}".encode() in variables and any(
                one.startswith(b"PREFECT__FLOW_RUN_ID=") for one in variables
            ):
                found.add(int(path.name))
    return found


def _send(process: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)
