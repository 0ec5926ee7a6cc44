"""HTTP connections and WebSockets that cannot be held by a client that says nothing, for servers on loopback.

Every account of the machine can connect to loopback. uvicorn itself waits for a request without end, so a few hundred
silent connections would take all places or all descriptors, and nobody else would get an answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

PLACES = 256
"""Connections that are open at once; one more takes the place of the one that has kept the server waiting longest."""
BACKLOG = 32
"""Connections that are accepted in one round of the event loop: few against PLACES, so that a request which came with
its connection is read before a flood behind it can take its place."""
_UNPROVEN = 64


class BoundedConnection(H11Protocol):
    """A connection that is closed when its client keeps the server waiting.

    `awaited_s` is how long it may, None while an application works on a request: then there is no bound.
    """

    request_s: ClassVar[float] = 15.0  # from the connection or the last answer to the end of the next request's head
    transfer_s: ClassVar[float] = 60.0  # for the rest of a request, or for taking any more of what was sent

    awaited_s: float | None = None
    awaited_since = 0.0  # by the clock of the event loop
    _of_cycle: object = None
    _unsent = 0  # bytes of what was sent that the client had not taken when the timer was started
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Takes a place, another's if all are taken."""
        super().connection_made(transport)
        self._reckon()
        if len(self.connections) > PLACES:
            waiting = (one for one in self.connections if isinstance(one, BoundedConnection) and one.awaited_s)
            if longest := min(waiting, key=lambda one: one.awaited_since, default=None):
                longest.give_up()

    def data_received(self, data: bytes) -> None:
        """Reads on, and sees what is awaited now."""
        super().data_received(data)
        self._reckon()

    def on_response_complete(self) -> None:
        """Awaits the next request."""
        super().on_response_complete()
        self._reckon()

    def pause_writing(self) -> None:
        """Awaits that the client takes what was sent."""
        super().pause_writing()
        self._reckon()

    def resume_writing(self) -> None:
        """The client has taken it."""
        super().resume_writing()
        self._reckon()

    def connection_lost(self, exc: Exception | None) -> None:
        """Frees the place."""
        super().connection_lost(exc)
        self._await(None)

    def handle_websocket_upgrade(self, event: Any) -> None:  # noqa: ANN401 - h11's, which is not a dependency of ours
        """Hands the transport over; from here on, `FirstMessageInTime` counts."""
        self._await(None)
        super().handle_websocket_upgrade(event)

    def give_up(self) -> None:
        """Closes the connection, whatever was not sent yet."""
        self.connections.discard(self)  # at once: the loop tells `connection_lost` only in its next round
        self._await(None)
        self.transport.abort()

    def _reckon(self) -> None:
        if self not in self.connections:
            return  # closed, or a WebSocket by now
        awaited_s = None
        if self.flow.write_paused:  # also behind the end of an answer that was sent in one piece
            awaited_s = self.transfer_s
        elif self.cycle is None or self.cycle.response_complete:
            awaited_s = self.request_s
        elif self.cycle.more_body:
            awaited_s = self.transfer_s
        if awaited_s != self.awaited_s or self.cycle is not self._of_cycle:
            self._of_cycle = self.cycle
            self._await(awaited_s)

    def _await(self, seconds: float | None) -> None:
        if self._timer:
            self._timer.cancel()
        self.awaited_s, self.awaited_since = seconds, self.loop.time()
        self._timer = None
        if seconds:
            self._unsent = _unsent_of(self.transport)
            self._timer = self.loop.call_later(seconds, self._at_the_bound)

    def _at_the_bound(self) -> None:
        """Gives up, unless the client is slow and goes on taking what was sent, the end of an answer too."""
        unsent = _unsent_of(self.transport)
        if self.awaited_s and unsent < self._unsent:
            self._unsent = unsent
            self._timer = self.loop.call_later(self.awaited_s, self._at_the_bound)
        else:
            self.give_up()


def _unsent_of(transport: asyncio.Transport) -> int:
    """How many bytes wait in this process; over TLS also the encrypted ones, of which asyncio has no public count."""
    beneath = getattr(getattr(transport, "_ssl_protocol", None), "_transport", None)
    return transport.get_write_buffer_size() + (beneath.get_write_buffer_size() if beneath else 0)


class FirstMessageInTime:
    """An ASGI application that ends a WebSocket whose client sends no message soon after the handshake.

    Prefect's clients prove themselves in their first message. Of more than 64 that have not, the oldest is ended.
    """

    def __init__(self, app: App, within_s: float = 10.0) -> None:
        self._app = app
        self._within_s = within_s
        self._unproven: dict[asyncio.Future[None], None] = {}  # oldest first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        received = 0

        async def receive_in_time() -> Message:
            nonlocal received
            received += 1
            return await (self._first_message(receive) if received == 2 else receive())  # the first is the handshake

        await self._app(scope, receive_in_time, send)

    async def _first_message(self, receive: Receive) -> Message:
        """The client's first message, or that it has gone."""
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._unproven[ended] = None
        if len(self._unproven) > _UNPROVEN:
            oldest = next(iter(self._unproven))
            del self._unproven[oldest]
            oldest.cancel()
        message = asyncio.ensure_future(receive())
        try:
            either: set[asyncio.Future[Any]] = {message, ended}
            await asyncio.wait(either, timeout=self._within_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._unproven.pop(ended, None)
            if not message.done():
                message.cancel()
        return message.result() if message.done() else {"type": "websocket.disconnect", "code": 1008}
