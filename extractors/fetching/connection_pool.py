"""Connections that have done their work and may do more, kept for a while by the place to which they lead.

Pages of one site come after each other, and a connection that stays saves both sides the handshakes (RFC 9112, 9.3).
"""

from __future__ import annotations

import time
from typing import Generic, NamedTuple, Protocol, TypeVar

Origin = tuple[str, str, int | None]
"""Scheme, host and port."""

_KEPT_S = 10.0  # servers keep a connection for 5 seconds (Apache, Node) to 75 (nginx)
_MOST = 64  # over all places


class Connection(Protocol):
    """A connection between two requests."""

    def is_open(self) -> bool:
        """False once the peer has closed it."""

    def abort(self) -> None:
        """Closes it now, without waiting."""


AnyConnection = TypeVar("AnyConnection", bound=Connection)


class _PooledConnection(NamedTuple, Generic[AnyConnection]):
    connection: AnyConnection
    until: float  # by the monotonic clock


class ConnectionPool(Generic[AnyConnection]):
    """Idle connections; what is taken is the caller's, what stays too long is closed at the next occasion."""

    def __init__(self) -> None:
        self._kept: dict[Origin, list[_PooledConnection[AnyConnection]]] = {}
        self._closed = False

    def keep(self, origin: Origin, connection: AnyConnection) -> None:
        """Keeps the connection, or closes it if there is no room for it."""
        self._discard_expired()
        if self._closed or sum(map(len, self._kept.values())) >= _MOST or not connection.is_open():
            connection.abort()
        else:
            self._kept.setdefault(origin, []).append(_PooledConnection(connection, time.monotonic() + _KEPT_S))

    def take(self, origin: Origin) -> AnyConnection | None:
        """A connection to the place that is still open, None if there is none."""
        self._discard_expired()
        while kept := self._kept.get(origin):
            connection = kept.pop().connection
            if connection.is_open():
                return connection
            connection.abort()
        return None

    def close(self) -> None:
        """Closes all, and from now on whatever would be kept."""
        self._closed = True
        for kept in self._kept.values():
            for one in kept:
                one.connection.abort()
        self._kept.clear()

    def _discard_expired(self) -> None:
        now = time.monotonic()
        for origin, kept in list(self._kept.items()):
            while kept and kept[0].until <= now:
                kept.pop(0).connection.abort()
            if not kept:
                del self._kept[origin]
