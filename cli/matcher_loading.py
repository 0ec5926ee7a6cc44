"""The matcher of a watchlist, compiled from its files, or read from the cache if they are unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.config import MAX_BYTES, MAX_LIST_BYTES, parse_document, read_text, watchlist_files

if TYPE_CHECKING:
    from matching.engine import Matcher
    from matching.watchlist.model import Watchlist


def load_matcher(path: Path, folder: Path) -> Matcher:
    """The matcher of a watchlist file or folder; `folder` is the cache. Raises ConfigError."""
    from flows.matcher_cache import cached_matcher

    texts = [(str(file), read_text(file, max_bytes=_max_bytes(file))) for file in watchlist_files(path)]
    return cached_matcher(folder, _digest(texts), lambda: _parsed(texts))


def _parsed(texts: Sequence[tuple[str, str]]) -> Watchlist:
    from matching.watchlist.loading import parse_watchlist  # slow to import, and not needed with a cached matcher

    return parse_watchlist([parse_document(text, name) for name, text in texts])


def _max_bytes(file: Path) -> int:
    return MAX_BYTES if file.suffix.lower() in {".yaml", ".yml"} else MAX_LIST_BYTES


def _digest(texts: Sequence[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for name, text in texts:
        digest.update(f"{Path(name).suffix}\0{len(text)}\0".encode())
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]
