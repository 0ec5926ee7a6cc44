"""Work as bytes: how it travels to a worker and its result back, and whether both sides run the same code.

Arguments and results are pickled values, compressed; they are read by the same version of the program that wrote them.
"""

from __future__ import annotations

import hashlib
import pickle
import platform
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import zstandard

from core.errors import WatchwordError
from flows.workers.received_lists import ListMissingError, holds

Work = Callable[[Any], Any]
"""A function of `flows/workers/work.py`."""

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("core", "extractors", "flows/workers", "matching")  # what a worker runs
_LIBRARIES = ("trafilatura", "lxml", "feedparser", "rapidfuzz", "ahocorasick-rs")  # what decides about its results


class CodeMismatchError(WatchwordError):
    """The worker runs another version of Watchword or of a library that decides about results."""


def pack(value: object) -> bytes:
    """The value as compressed bytes."""
    return zstandard.ZstdCompressor(level=3).compress(pickle.dumps(value, protocol=5))


def unpack(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """The value that was packed; only for bytes of our own workers, for they can name what to run."""
    return pickle.loads(zstandard.ZstdDecompressor().decompress(data))  # noqa: S301 - see above


@cache
def fingerprint() -> str:
    """Python's version and a hash of our code and of the versions of those libraries that decide about results."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    return f"Python {platform.python_version()}, code {digest.hexdigest()[:16]}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"


def perform(code: str, list_key: str, work: Work, argument: bytes) -> bytes:
    """In a worker: the packed result of `work` on the packed argument.

    Raises CodeMismatchError if this is not the code with that fingerprint, ListMissingError without the watchlist.
    """
    if fingerprint() != code:
        raise CodeMismatchError(fingerprint())
    if not holds(list_key):
        raise ListMissingError(list_key)
    return pack(work(unpack(argument)))
