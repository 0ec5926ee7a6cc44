"""Connections that have done their work and may do more, kept for a while by the place to which they lead.

Pages of one site come after each other, and a connection that stays saves both sides the handshakes (RFC 9112, 9.3).
"""

from __future__ import annotations

import time
from typing import Generic, NamedTuple, Protocol, TypeVar

Place = tuple[str, str, int | None]
"""Scheme, host and port."""

_KEPT_S = 10.0  # servers keep a connection for 5 seconds (Apache, Node) to 75 (nginx)
_MOST = 64  # over all places


class Line(Protocol):
    """A connection between two requests."""

    def is_open(self) -> bool:
        """False once the peer has closed it."""

    def abort(self) -> None:
        """Closes it now, without waiting."""


AnyLine = TypeVar("AnyLine", bound=Line)


class _Kept(NamedTuple, Generic[AnyLine]):
    line: AnyLine
    until: float  # by the monotonic clock


class IdleLines(Generic[AnyLine]):
    """Idle connections; what is taken is the caller's, what stays too long is closed at the next occasion."""

    def __init__(self) -> None:
        self._kept: dict[Place, list[_Kept[AnyLine]]] = {}
        self._closed = False

    def keep(self, place: Place, line: AnyLine) -> None:
        """Keeps the connection, or closes it if there is no room for it."""
        self._discard_expired()
        if self._closed or sum(map(len, self._kept.values())) >= _MOST or not line.is_open():
            line.abort()
        else:
            self._kept.setdefault(place, []).append(_Kept(line, time.monotonic() + _KEPT_S))

    def take(self, place: Place) -> AnyLine | None:
        """A connection to the place that is still open, None if there is none."""
        self._discard_expired()
        while kept := self._kept.get(place):
            line = kept.pop().line
            if line.is_open():
                return line
            line.abort()
        return None

    def close(self) -> None:
        """Closes all, and from now on whatever would be kept."""
        self._closed = True
        for kept in self._kept.values():
            for one in kept:
                one.line.abort()
        self._kept.clear()

    def _discard_expired(self) -> None:
        now = time.monotonic()
        for place, kept in list(self._kept.items()):
            while kept and kept[0].until <= now:
                kept.pop(0).line.abort()
            if not kept:
                del self._kept[place]
