"""A command that runs as long as it is wanted."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_STOP_WITHIN_S = 20.0
_STOP_IDLE_WITHIN_S = 2.0


@contextmanager
def child_process(
    command: list[str],
    variables: Mapping[str, str],
    folder: Path,
    stdout: int | None = None,
    descriptors: Collection[int] = (),
    is_idle: Callable[[], bool] = lambda: False,
) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs until the context ends; in its own session, so that Ctrl-C reaches only us.

    At the end it has a moment to stop by itself, and longer as long as it is not idle.
    """
    process = subprocess.Popen(  # noqa: S603 - our own words, no shell
        command, env=variables, cwd=folder, stdout=stdout, pass_fds=descriptors, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        deadline = time.monotonic() + _STOP_WITHIN_S
        with suppress(subprocess.TimeoutExpired):
            process.wait(_STOP_IDLE_WITHIN_S)
        while process.poll() is None and time.monotonic() < deadline and not is_idle():
            time.sleep(0.2)
        process.kill()
        process.wait()
