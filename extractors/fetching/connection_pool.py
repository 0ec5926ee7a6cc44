"""Open connections kept for a while after a complete response, by origin.

The pages of a site are fetched one after the other, and a reused connection saves the handshakes (RFC 9112, 9.3).
"""

from __future__ import annotations

import time
from typing import Generic, NamedTuple, Protocol, TypeVar

Origin = tuple[str, str, int | None]
"""Scheme, host and port; None is the scheme's default port."""

_MAX_IDLE_S = 10.0  # servers keep a connection for 5 seconds (Apache, Node) to 75 (nginx)
_MAX_POOLED = 64  # over all origins


class PoolableConnection(Protocol):
    """A connection between two requests."""

    def is_open(self) -> bool:
        """False once the peer has closed it."""

    def abort(self) -> None:
        """Closes it now, without waiting."""


AnyConnection = TypeVar("AnyConnection", bound=PoolableConnection)


class _PooledConnection(NamedTuple, Generic[AnyConnection]):
    connection: AnyConnection
    expires_at: float  # by the monotonic clock


class ConnectionPool(Generic[AnyConnection]):
    """Idle connections. A connection that is taken belongs to the caller; expired ones are closed at the next call."""

    def __init__(self) -> None:
        self._pooled: dict[Origin, list[_PooledConnection[AnyConnection]]] = {}
        self._closed = False

    def keep(self, origin: Origin, connection: AnyConnection) -> None:
        """Adds the connection, or closes it if the pool is full or closed."""
        self._discard_expired()
        if self._closed or sum(map(len, self._pooled.values())) >= _MAX_POOLED or not connection.is_open():
            connection.abort()
        else:
            pooled = _PooledConnection(connection, time.monotonic() + _MAX_IDLE_S)
            self._pooled.setdefault(origin, []).append(pooled)

    def take(self, origin: Origin) -> AnyConnection | None:
        """An open connection to the origin, no longer in the pool; None if there is none."""
        self._discard_expired()
        while pooled := self._pooled.get(origin):
            connection = pooled.pop().connection
            if connection.is_open():
                return connection
            connection.abort()
        return None

    def close(self) -> None:
        """Closes all connections, and those that are still added later."""
        self._closed = True
        for pooled in self._pooled.values():
            for one in pooled:
                one.connection.abort()
        self._pooled.clear()

    def _discard_expired(self) -> None:
        now = time.monotonic()
        for origin, pooled in list(self._pooled.items()):
            while pooled and pooled[0].expires_at <= now:
                pooled.pop(0).connection.abort()
            if not pooled:
                del self._pooled[origin]
