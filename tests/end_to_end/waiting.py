"""Waiting for what another process does, and the processes that a test has started."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE_S = 240.0
"""So long that only what hangs takes longer, however slow the machine is."""


def becomes_true(condition: Callable[[], object], within_s: float = PATIENCE_S) -> bool:
    """True as soon as the condition holds, False if it does not within the time."""
    deadline = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def processes_with(folder: Path) -> dict[int, str]:
    """The processes whose environment names the folder, but for this one, with their command lines."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder).encode() in (path / "environ").read_bytes() and int(path.name) != os.getpid():
                found[int(path.name)] = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
    return found
