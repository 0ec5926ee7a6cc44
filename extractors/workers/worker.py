"""A worker process as the pool sees it: a socket to ask, and an end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress

from extractors.workers.confinement import worker_environment
from extractors.workers.errors import WorkersUnavailableError
from extractors.workers.frames import Kind, receive, send


class Worker:
    """One process and the socket to it.

    `memory_mb` and `cpu_s` are the limits of each of its tasks; `tasks` is how many it was asked. Raises
    WorkersUnavailableError where no process can be started.
    """

    def __init__(self, memory_mb: int, cpu_s: float) -> None:
        self.tasks = 0
        self._channel, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "extractors.workers.process"]
        command += [str(theirs.fileno()), str(os.getpid()), str(memory_mb), str(cpu_s)]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own words, no shell
                command,
                env=worker_environment(os.environ),
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        except OSError as error:
            self._channel.close()
            raise WorkersUnavailableError(f"no worker process can be started: {error}") from error
        finally:
            theirs.close()

    @property
    def has_ended(self) -> bool:
        """True once the process is gone, however it ended."""
        return self._process.poll() is not None

    def ask(self, task: bytes, deadline: float) -> tuple[Kind, bytearray]:
        """The worker's answer. Raises TimeoutError, FrameError or OSError; the worker must then be ended."""
        self.tasks += 1
        self._channel.settimeout(max(0.001, deadline - time.monotonic()))
        send(self._channel, Kind.TASK, task)
        return receive(self._channel, deadline)

    def end(self, after_s: float = 0.0) -> int:
        """Kills the process, `after_s` seconds from now; its exit code, negative for the signal that it died of."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(after_s)
        self._process.kill()
        code = self._process.wait()
        self._channel.close()
        return code
