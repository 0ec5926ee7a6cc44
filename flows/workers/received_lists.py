"""The compiled watchlists of this process, by the key that names their content; each reaches a process once.

A list may be promised before it is there: pages are fetched while it is compiled.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future

from core.errors import WatchwordError
from matching.engine import Matcher

_MOST = 4  # several instances may share a cluster
_lists: OrderedDict[str, Future[Matcher]] = OrderedDict()
_lock = threading.Lock()


class ListMissingError(WatchwordError):
    """The compiled watchlist has not reached this process yet."""


def keep(key: str, matcher: Matcher) -> None:
    """Keeps a compiled watchlist in this process, and forgets the one that was kept longest ago."""
    _promise(key).set_result(matcher)


def keep_soon(key: str, compiled: Callable[[], Matcher]) -> None:
    """Keeps what `compiled` returns, which is called in a thread; nothing if the list is here already.

    If that raises, whoever waits for the list gets the error, and the list is missing again.
    """
    if holds(key):
        return
    promised = _promise(key)

    def fulfil() -> None:
        try:
            promised.set_result(compiled())
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the list
            with _lock:
                if _lists.get(key) is promised:
                    del _lists[key]
            promised.set_exception(error)

    threading.Thread(target=fulfil, name="watchlist").start()


def _promise(key: str) -> Future[Matcher]:
    promised: Future[Matcher] = Future()
    with _lock:
        _lists[key] = promised
        while len(_lists) > _MOST:
            _lists.popitem(last=False)
    return promised


def receive(key: str, data: bytes) -> None:
    """Keeps the compiled watchlist that these bytes are; nothing if it is here already."""
    receive_from(key, lambda: data)


def receive_from(key: str, fetch: Callable[[], bytes]) -> None:
    """Fetches a compiled watchlist and keeps it; nothing if it is here already."""
    if not holds(key):
        keep(key, Matcher.from_bytes(fetch()))


def holds(key: str) -> bool:
    """True if the compiled watchlist is in this process, or will be."""
    return key in _lists


def received_matcher(key: str) -> Callable[[], Matcher]:
    """What waits for the list with this key and returns it. Raises ListMissingError if it is not on its way."""
    try:
        return _lists[key].result
    except KeyError:
        raise ListMissingError(key) from None
