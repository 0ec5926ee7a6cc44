"""Standard input, output and error, however the caller left them: closed, or unable to show every letter."""

from __future__ import annotations

import io
import os
import sys


def use_utf8() -> None:
    """Starts the program again if file names here are not UTF-8, as DuckDB and Prefect take them to be.

    What is printed stays in the terminal's encoding.
    """
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"  # children see both
        os.environ.setdefault("PYTHONIOENCODING", f"{getattr(sys.stdout, 'encoding', 'ascii')}:backslashreplace")
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - this program


def open_closed_streams() -> None:
    """Opens what is closed, leading nowhere: else the next file that is opened would be written into by `print`."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            opened = os.open(os.devnull, os.O_RDWR)  # takes the lowest that is free, which is this one
            os.set_inheritable(opened, True)  # or those of the processes that are started would be closed again
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - for the whole life of the process
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def write_any_letter() -> None:
    """Standard output and error escape letters that the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
