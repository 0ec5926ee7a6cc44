"""A loopback server that answers by path, as badly as a test wants, and fetchers that may reach it."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))


@dataclass
class Visit:
    """One request, with the writer for its response."""

    path: str
    headers: dict[str, str]
    body: bytes
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Answer = bytes | Callable[[Visit], Awaitable[None]]


def reply(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A complete HTTP response; `length` replaces the true Content-Length."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1") + body


@dataclass
class Lab:
    """The running server, its URL, and every request it received."""

    answers: Mapping[str, Answer]
    url: str = ""
    visits: list[Visit] = field(default_factory=list)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            visit = await self._visit(reader, writer)
            self.visits.append(visit)
            answer = self.answers.get(visit.path.partition("?")[0], reply(status="404 Not Found"))
            if isinstance(answer, bytes):
                await visit.send(answer)
            else:
                await answer(visit)
        writer.close()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Visit:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in head[1:] if line)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        return Visit(head[0].split()[1], headers, body, writer)


@pytest.fixture
def lab():
    """`async with lab({path: answer}) as server`: a server that runs for the block."""

    @contextlib.asynccontextmanager
    async def serve(answers: Mapping[str, Answer], host: str = "127.0.0.1", tls=None) -> AsyncIterator[Lab]:
        running = Lab(answers)
        tasks: set[asyncio.Task[None]] = set()

        def accept(reader, writer):
            task = asyncio.get_running_loop().create_task(running.handle(reader, writer))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        server = await asyncio.start_server(accept, host, 0, ssl=tls)
        port = server.sockets[0].getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        running.url = f"{'https' if tls else 'http'}://{shown}:{port}"
        try:
            yield running
        finally:
            server.close()
            for task in tuple(tasks):
                task.cancel()
            await asyncio.gather(*tuple(tasks), return_exceptions=True)
            await server.wait_closed()

    return serve


async def until(condition: Callable[[], bool], within_s: float = 60) -> None:
    """Waits for what only the operating system or the other end brings about, and no event tells."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110 - there is nothing to wait for
            await asyncio.sleep(0.02)


@pytest.fixture
def policy() -> FetchPolicy:
    """May reach loopback, without rate limits, with a timeout that no answer here comes near."""
    return FetchPolicy(timeout_s=60.0, allow_networks=LOOPBACK, per_host=None)


@pytest.fixture
def fetching(policy):
    """`async with fetching(**changes) as fetcher`: a fetcher under the changed policy."""

    def make(resolver=None, **changes) -> Fetcher:
        return Fetcher(replace(policy, **changes), **({"resolver": resolver} if resolver else {}))

    return make
