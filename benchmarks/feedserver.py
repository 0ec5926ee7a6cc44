"""A loopback server of many feeds in a process of its own: raw asyncio, so that it uses little CPU."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

ITEMS = 30
HANGING = "/feed/hanging"


@dataclass(slots=True)
class _Server:
    """Serves `/feed/N`. Every `changed_every`-th feed changes with each request (0: none), the others never."""

    latency_s: float
    changed_every: int
    requests: dict[str, int] = field(default_factory=dict)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                await asyncio.sleep(3600 if path == HANGING else self.latency_s)
                writer.write(self._answer(path, head))
                await writer.drain()
                if b"connection: close" in head.lower():
                    break
        writer.close()

    def _answer(self, path: str, head: bytes) -> bytes:
        self.requests[path] = self.requests.get(path, 0) + 1
        number = int(path.rpartition("/")[2])
        changing = self.changed_every and number % self.changed_every == 0
        etag = b'"%d"' % (self.requests[path] if changing else 0)
        if etag in head:
            return b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % etag
        body = _feed(number, self.requests[path])
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: %b\r\nContent-Length: %d\r\n\r\n%b" % (
            etag,
            len(body),
            body,
        )


def _feed(number: int, version: int) -> bytes:
    item = (
        "<item><title>Story {0} of feed {1}, version {2}</title><link>https://feed{1}.example.org/{0}</link>"
        "<guid isPermaLink='false'>{1}-{0}</guid><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate>"
        "<description>A few sentences about what happened. They are long enough to look like a teaser.</description>"
        "</item>"
    )
    items = "".join(item.format(one, number, version) for one in range(ITEMS))
    return f"<rss version='2.0'><channel><title>Feed {number}</title>{items}</channel></rss>".encode()


def _run(pipe: Connection, latency_s: float, changed_every: int) -> None:
    async def serve() -> None:
        state = _Server(latency_s, changed_every)
        server = await asyncio.start_server(state.handle, "127.0.0.1", 0, backlog=4096)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@contextlib.contextmanager
def serving(*, latency_s: float, changed_every: int = 0) -> Iterator[str]:
    """The server's URL; it runs for the block."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(theirs, latency_s, changed_every))
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
