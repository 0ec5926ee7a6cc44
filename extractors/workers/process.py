"""A worker: runs the tasks that arrive on a socket, one after the other, until the socket closes or the parent ends.

`python -m extractors.workers.process SOCKET PARENT MEMORY_MB CPU_S`
"""

from __future__ import annotations

import math
import os
import pickle
import resource
import socket
import sys
import threading
import time
from contextlib import nullcontext

from core.errors import ExtractError
from core.isolation import describe
from core.memory import collect_rarely, importing
from extractors.workers.confinement import deny_all_but_program_files, limit_files_and_processes, limit_memory
from extractors.workers.frames import FrameError, Kind, encode, receive, send

_PARENT_CHECKED_EVERY_S = 1.0


def main() -> None:
    """Serves tasks. The first one is unpacked before the process is confined, so that any function may be imported."""
    descriptor, parent, memory_mb, cpu_s = sys.argv[1:]
    channel = socket.socket(fileno=int(descriptor))
    confined = False
    while True:
        try:
            _, body = receive(channel)
        except (FrameError, OSError):
            return
        with importing() if not confined else nullcontext():
            function, arguments = pickle.loads(body)  # noqa: S301 - from our parent, which trusts nothing from us
        if not confined:
            collect_rarely()
            _confine(int(parent), int(memory_mb))
            confined = True
        _limit_cpu_time(float(cpu_s))
        kind, answer = _answer(function, arguments)
        send(channel, kind, answer)


def _confine(parent: int, memory_mb: int) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a parser prints would quote a stranger on our terminal
        os.dup2(null, stream)
    limit_memory(memory_mb)
    deny_all_but_program_files()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    limit_files_and_processes()  # last, because a thread counts as a process


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECKED_EVERY_S)
    os._exit(1)


def _limit_cpu_time(seconds: float) -> None:
    """After so many more seconds of CPU time the kernel ends this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _answer(function: object, arguments: tuple[object, ...]) -> tuple[Kind, bytes]:
    try:
        return Kind.RESULT, encode(function(*arguments))  # type: ignore[operator]  # the parent sends callables
    except MemoryError:
        return Kind.MEMORY, b""
    except ExtractError as error:
        return Kind.REFUSED, str(error).encode("utf-8", "replace")
    except Exception as error:  # noqa: BLE001 - no list says what a parser raises on hostile bytes
        return Kind.UNFORESEEN, describe(error).encode("utf-8", "replace")


if __name__ == "__main__":
    main()
