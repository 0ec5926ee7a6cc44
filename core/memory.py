"""The memory of a process: when it is searched for garbage, where it comes from, and when it goes back to the system.

Python frees what is no longer referred to at once. Its garbage collector only finds objects that refer to each other;
it need not look at those of imported modules, half a million with Prefect.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _OLD = 50_000, 20, 20
_C_LIBRARY = ctypes.CDLL(None)
_M_ARENA_MAX, _ARENAS = -8, 2  # mallopt(3)


@contextmanager
def importing() -> Iterator[None]:
    """In the block nothing is collected, and what it made is not looked at by later collections, but for that at exit.

    Libraries such as DuckDB report on standard error what is left of their objects at the end of a process.
    """
    atexit.register(gc.unfreeze)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def collect_rarely() -> None:
    """For processes that make many small objects: a collection for every 50,000 of them instead of every 700.

    Old objects are then hardly ever looked at: a second call, by the next cycle of a process, collects what the last
    one left.
    """
    if gc.get_threshold() == (_YOUNG, _MIDDLE, _OLD):
        gc.collect()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def share_arenas() -> None:
    """Lets threads and children take memory from two arenas of glibc; nothing elsewhere.

    Each thread has its own otherwise and keeps in it what was freed: 40 MB in a cycle.
    """
    os.environ.setdefault("MALLOC_ARENA_MAX", str(_ARENAS))
    if hasattr(_C_LIBRARY, "mallopt"):
        _C_LIBRARY.mallopt(_M_ARENA_MAX, _ARENAS)


def give_back_freed() -> None:
    """Gives the system what was freed, which glibc keeps otherwise, up to 80 MB in a cycle; nothing elsewhere."""
    if hasattr(_C_LIBRARY, "malloc_trim"):
        _C_LIBRARY.malloc_trim(0)
