"""A site on loopback for tests: a function answers each request, and the requests are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

HTML, RSS = "text/html; charset=utf-8", "application/rss+xml"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for; `headers` are looked up whatever their capitals."""

    method: str
    path: str
    headers: Message
    body: bytes
    base: str  # the site's address, `http://127.0.0.1:PORT`


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; with `raw` these bytes and nothing else, for answers that are no HTTP."""

    body: bytes | str = b""
    status: int = 200
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None


NOT_FOUND = Reply("no", 404)


class LocalSite:
    """A running server; `host` 0.0.0.0 is every address of loopback, of which `base` names the first."""

    def __init__(self, answer: Callable[[Request], Reply], host: str = "127.0.0.1") -> None:
        self.asked: list[Request] = []
        self._server = ThreadingHTTPServer((host, 0), _handler(self, answer))
        self.port = self._server.server_port
        self.base = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{self.port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def paths(self) -> list[str]:
        """The paths that were asked for, in their order."""
        return [one.path for one in self.asked]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _handler(site: LocalSite, answer: Callable[[Request], Reply]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            request = Request(self.command, self.path, self.headers, body, site.base)
            site.asked.append(request)
            reply = answer(request)
            with suppress(ConnectionError):  # who asked may be gone, or killed
                self._write(reply)

        do_POST = do_GET  # noqa: N815 - the name that the server looks for

        def _write(self, reply: Reply) -> None:
            if reply.raw is not None:
                self.wfile.write(reply.raw)
                return
            content = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            usual = {"Content-Type": reply.kind, "Content-Length": str(len(content))}
            for name, value in (usual | dict(reply.headers)).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
