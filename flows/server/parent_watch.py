"""Ends a process when its parent ends, however that ends: children of a killed watch must not go on alone.

`python -m flows.server.parent_watch PID MODULE [ARGUMENT …]` runs the module as a child of the process PID. Nothing is
lost: each transaction is whole or absent, and what was not stored is done again.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

_WORKER = "_WATCHWORD_WORKER"
"""The variable by which the worker tells its runs its process id: an orphan no longer knows it."""

_EVERY_S = 0.5
_GRACE_S = 5.0  # to end by SIGTERM; then the process ends at once


def end_with_parent(parent: int) -> None:
    """Watches the process with this id, which must be the parent, from a thread."""
    threading.Thread(target=_watch, args=(parent,), daemon=True, name="parent watch").start()


def begin_in_worker() -> None:
    """In a flow run that a worker started: it ends with the worker, and its files are for this account alone.

    Elsewhere, nothing: our own commands see to both.
    """
    if "PREFECT__FLOW_RUN_ID" in os.environ:
        os.umask(0o077)
        end_with_parent(int(os.environ.get(_WORKER) or os.getppid()))


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_EVERY_S)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_S)
    os._exit(1)


def main() -> None:
    """Runs the module that the command line names."""
    parent, module, *arguments = sys.argv[1:]
    end_with_parent(int(parent))
    os.environ[_WORKER] = str(os.getpid())
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
