"""The compiled watchlists of this process, by the key that names their content; each reaches a process once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from core.errors import WatchwordError
from matching.engine import Matcher

_MOST = 4  # several instances may share a cluster
_lists: OrderedDict[str, Matcher] = OrderedDict()
_lock = threading.Lock()


class ListMissingError(WatchwordError):
    """The compiled watchlist has not reached this process yet."""


def keep(key: str, matcher: Matcher) -> None:
    """Keeps a compiled watchlist in this process, and forgets the one that was kept longest ago."""
    with _lock:
        _lists[key] = matcher
        while len(_lists) > _MOST:
            _lists.popitem(last=False)


def receive(key: str, data: bytes) -> None:
    """Keeps the compiled watchlist that these bytes are; nothing if it is here already."""
    receive_from(key, lambda: data)


def receive_from(key: str, fetch: Callable[[], bytes]) -> None:
    """Fetches a compiled watchlist and keeps it; nothing if it is here already."""
    if not holds(key):
        keep(key, Matcher.from_bytes(fetch()))


def holds(key: str) -> bool:
    """True if the compiled watchlist is in this process."""
    return key in _lists


def received_matcher(key: str) -> Matcher:
    """The compiled watchlist with this key. Raises ListMissingError if it is not in this process."""
    try:
        return _lists[key]
    except KeyError:
        raise ListMissingError(key) from None
