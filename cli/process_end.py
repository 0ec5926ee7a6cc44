"""The end of the process, without taking apart its modules.

Python takes every object of every imported module apart at exit: .4 to .8 s of CPU in a process that imported Prefect.
The system takes the memory back at once. All else that belongs to an exit is done as Python does it, and in its order.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress


def end_process(code: int) -> None:
    """Waits for threads, runs the exit handlers, writes out what was printed, and ends the process with this code.

    Returns if what was printed cannot be written; then the interpreter's own exit says so.
    """
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001 - as `multiprocessing` ends its processes
    atexit._run_exitfuncs()  # noqa: SLF001
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        with suppress(OSError, ValueError):  # messages that nobody can read
            sys.stderr.flush()
        os._exit(code)
