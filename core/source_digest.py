"""A digest of the source code of packages: what was computed with other code has another one."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


@cache
def source_digest(*names: str) -> str:
    """Sixteen hexadecimal digits for the source of these packages and modules; it is read once in a process.

    Different for another version of Python or of Unicode, with which letters may be folded in another way.
    """
    digest = hashlib.blake2b(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode(), digest_size=8)
    for name in names:
        parent, _, module = name.rpartition(".")
        file = resources.files(parent) / f"{module}.py" if parent else None
        _add(digest, name, file if file is not None and file.is_file() else resources.files(name))
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, name: str, place: Traversable) -> None:
    """Adds a module, or all modules of a folder in the order of their names, each with its name and length."""
    if place.is_dir():
        for one in sorted(place.iterdir(), key=lambda entry: entry.name):
            if one.is_dir() or one.name.endswith(".py"):
                _add(digest, f"{name}/{one.name}", one)
    else:
        source = place.read_bytes()
        digest.update(f"{name} {len(source)}\n".encode())
        digest.update(source)
