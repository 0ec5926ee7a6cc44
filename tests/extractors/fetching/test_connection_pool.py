"""Pooled connections: reused for the same origin only, and never with bytes of an earlier response."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from extractors.fetching import connection_pool
from extractors.fetching.client import Request
from extractors.fetching.connection_pool import ConnectionPool
from tests.extractors.conftest import until


@dataclass
class Server:
    """Keeps connections open and answers by path; `served` counts the requests by number of connection."""

    served: Counter[int] = field(default_factory=Counter)
    ended: list[int] = field(default_factory=list)
    url: str = ""

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = len(self.served)
        self.served[number] = 0
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                method, path, _ = head.decode().split(" ", 2)
                if path == "/once" and self.served[number]:
                    writer.transport.abort()
                    break
                self.served[number] += 1
                writer.write(self.answer(method, path))
                await writer.drain()
                if path == "/close":
                    break
        self.ended.append(number)
        writer.close()

    def answer(self, method: str, path: str) -> bytes:
        body = f"{method} {path}".encode()
        if path == "/unchanged":
            return b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
        if path == "/move":
            return b"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 4\r\n\r\nnext"
        more = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfalse" if path == "/more" else b""
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b%b" % (len(body), body, more)


@contextlib.asynccontextmanager
async def serving():
    running = Server()
    server = await asyncio.start_server(running.handle, "127.0.0.1", 0)
    running.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield running
    finally:
        server.close()
        await server.wait_closed()


def fetch_in_turn(fetching, *paths, **changes):
    """The bodies (None without one), and the number of requests on each connection."""

    async def scenario():
        async with serving() as server, fetching(**changes) as fetcher:
            bodies = []
            for path in paths:
                fetched = await fetcher.fetch(Request(server.url + path, etag=b'"1"' if path == "/unchanged" else None))
                bodies.append(fetched.page.body if fetched.page else None)
                await asyncio.sleep(0.05)
            return bodies, list(server.served.values())

    return asyncio.run(scenario())


def test_pages_of_one_origin_share_a_connection(fetching):
    bodies, served = fetch_in_turn(fetching, "/a", "/b", "/unchanged", "/c")
    assert bodies == [b"GET /a", b"GET /b", None, b"GET /c"]
    assert served == [4]


def test_a_connection_closed_by_the_server_is_not_reused(fetching):
    assert fetch_in_turn(fetching, "/close", "/a") == ([b"GET /close", b"GET /a"], [1, 1])


def test_a_connection_that_breaks_at_the_next_request_is_replaced(fetching):
    bodies, served = fetch_in_turn(fetching, "/once", "/once")
    assert bodies == [b"GET /once", b"GET /once"]
    assert served == [1, 1]


def test_an_unread_body_closes_its_connection(fetching):
    bodies, served = fetch_in_turn(fetching, "/move", "/a")
    assert bodies == [b"GET /page", b"GET /a"]
    assert served == [1, 2]


def test_bytes_after_a_response_are_not_taken_for_the_next_one(fetching):
    bodies, served = fetch_in_turn(fetching, "/more", "/a")
    assert bodies[0] == b"GET /more"
    assert bodies[1] == b"GET /a", served


def test_a_post_opens_a_new_connection(fetching):
    async def scenario():
        async with serving() as server, fetching() as fetcher:
            await fetcher.fetch(Request(server.url + "/a"))
            await fetcher.post(server.url + "/hook", b"{}", ())
            return list(server.served.values())

    assert asyncio.run(scenario()) == [1, 1]


def test_a_closed_fetcher_leaves_no_connection_open(fetching):
    async def scenario():
        async with serving() as server:
            async with fetching() as fetcher:
                await asyncio.gather(*(fetcher.fetch(Request(f"{server.url}/{number}")) for number in range(20)))
            await until(lambda: sorted(server.ended) == sorted(server.served))
            return len(server.served)

    assert asyncio.run(scenario()) > 0


@dataclass
class FakeConnection:
    opened: bool = True
    aborted: bool = False

    def is_open(self) -> bool:
        return self.opened

    def abort(self) -> None:
        self.aborted = True


ORIGIN = ("https", "example.org", None)


def test_an_expired_connection_is_closed(monkeypatch):
    pool, connection = ConnectionPool(), FakeConnection()
    pool.keep(ORIGIN, connection)
    later = time.monotonic() + 11
    monkeypatch.setattr(connection_pool, "time", SimpleNamespace(monotonic=lambda: later))
    assert pool.take(ORIGIN) is None
    assert connection.aborted


@pytest.mark.parametrize(
    "other", [("http", "example.org", None), ("https", "example.org", 8443), ("https", "a.org", None)]
)
def test_a_connection_serves_its_own_origin_only(other):
    pool, connection = ConnectionPool(), FakeConnection()
    pool.keep(ORIGIN, connection)
    assert pool.take(other) is None
    assert pool.take(ORIGIN) is connection
    assert pool.take(ORIGIN) is None


def test_the_pool_has_a_maximum_size():
    pool, kept = ConnectionPool(), [FakeConnection() for _ in range(65)]
    for number, connection in enumerate(kept):
        pool.keep(("https", f"{number}.example.org", None), connection)
    assert [connection.aborted for connection in kept] == [False] * 64 + [True]
    pool.close()
    assert all(connection.aborted for connection in kept)
