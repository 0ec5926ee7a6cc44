"""A watch that reads and mails on loopback only: its settings, and a site for it to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


def loopback_settings(smtp_port: int) -> dict[str, str]:
    """Environment variables: feeds and pages on 127.0.0.0/8 without a pause, and a mail server at this port."""
    return {
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
        "WATCHWORD_CONTACT": "desk@example.org",
        "WATCHWORD_SMTP_HOST": "127.0.0.1",
        "WATCHWORD_SMTP_PORT": str(smtp_port),
        "WATCHWORD_SMTP_SECURITY": "none",
        "WATCHWORD_SMTP_FROM": "watch@example.org",
    }


@contextmanager
def served(pages: Callable[[str], bytes | None]) -> Iterator[str]:
    """A site with these bodies by path, 404 where there is none; `/feed` is XML, all else HTML. Yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "application/xml" if self.path == "/feed" else "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
