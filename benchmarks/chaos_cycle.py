"""`watchword run` that kills itself: `python -m benchmarks.chaos_cycle MODULE:NAME before|behind OCCASION`."""

from __future__ import annotations

import functools
import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from cli.main import main


def arm(target: str, side: str, occasion: int) -> None:
    """Makes the function kill this process at its n-th call; of `os.replace`, only those of the snapshot count."""
    module, _, path = target.partition(":")
    *owners, name = path.split(".")
    owner: Any = functools.reduce(getattr, owners, importlib.import_module(module))
    original: Callable[..., Any] = getattr(owner, name)
    calls = 0

    @functools.wraps(original)
    def armed(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function
        nonlocal calls
        counts = module != "os" or str(args[1]).endswith("watchword.read.duckdb")
        calls += counts
        if counts and calls == occasion and side == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **options)
        if counts and calls == occasion and side == "behind":
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, armed)


if __name__ == "__main__":
    place, on, number = sys.argv[1:]
    arm(place, on, int(number))
    sys.argv = ["watchword", "run"]
    main()
