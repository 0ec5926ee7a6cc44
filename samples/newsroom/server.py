"""The sample newsroom on loopback: four sites, eight feeds, two cycles.

As a program, run from a clone and controlled by standard input:

    .venv/bin/python samples/newsroom/server.py [--start 2026-01-31T09:00:00+00:00]

It prints one JSON line, `{"sites": {publisher: address}, "feeds": [address …], "feeds_yaml": text}`, where
`feeds_yaml` is `samples/config/feeds.yaml` with the addresses filled in. A line `advance` moves the newsroom to its
second cycle, and the program prints `{"cycle": 2}`; it exits at the end of the input.

In a test: `with Newsroom(start) as newsroom: …; newsroom.advance()`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from string import Template
from threading import Thread
from types import TracebackType
from typing import Self

from samples.newsroom.article_files import SampleArticle, read_articles
from samples.newsroom.edition import Edition
from samples.newsroom.feeds import latest_change, render_feed
from samples.newsroom.pages import render_page
from samples.newsroom.publishers import FEEDS, PUBLISHERS, Publisher

_TRACKING = re.compile(r"[?&]utm_.*")

FEEDS_YAML = Path(__file__).parents[1] / "config" / "feeds.yaml"


@dataclass(frozen=True, slots=True)
class Response:
    """The response to a GET; `changed` is None where the publisher gives no date."""

    status: int
    content_type: str
    body: bytes
    changed: datetime | None = None
    delay_s: float = 0.0

    @property
    def etag(self) -> str:
        """The strong validator of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


class Newsroom:
    """Four sites on loopback, served while the context is open.

    The articles' dates count back from `start` (aware); `sites` are the addresses by publisher.
    """

    def __init__(self, start: datetime) -> None:
        self._servers = {name: _open(publisher, self) for name, publisher in PUBLISHERS.items()}
        self.sites = {name: f"http://{host}:{port}" for name, (host, port) in self._addresses().items()}
        self.edition = Edition(start, 1, self.sites, read_articles())

    def __enter__(self) -> Self:
        for server in self._servers.values():
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def advance(self) -> None:
        """Moves to the second cycle, in which one article is updated and nothing else changes."""
        self.edition = replace(self.edition, cycle=2)

    @property
    def feeds(self) -> dict[str, str]:
        """The feeds' addresses by id."""
        return {feed.feed_id: self.sites[feed.publisher] + feed.path for feed in FEEDS}

    def feeds_yaml(self) -> str:
        """`samples/config/feeds.yaml` with the addresses of this newsroom."""
        return Template(FEEDS_YAML.read_text("utf-8")).substitute(self.sites)

    def response(self, publisher: Publisher, path: str) -> Response:
        """The response of the publisher's site to a GET of `path` (with its query)."""
        for feed in FEEDS:
            if (feed.publisher, feed.path) == (publisher.publisher_id, path):
                body = render_feed(feed, self.edition)
                changed = latest_change(feed, self.edition) if body.status == HTTPStatus.OK else None
                return Response(body.status, body.content_type, body.text.encode(), changed, feed.delay_s)
        if path == "/robots.txt":
            return Response(200, "text/plain", f"User-agent: *\nDisallow: {publisher.closed}\n".encode())
        article = self._article_at(publisher, path)
        return _not_found() if article is None else self._page(article)

    def _article_at(self, publisher: Publisher, path: str) -> SampleArticle | None:
        path = _TRACKING.sub("", path)
        published = (one for one in self.edition.articles.values() if one.publisher == publisher.publisher_id)
        return next((article for article in published if publisher.path_of(article) == path), None)

    def _page(self, article: SampleArticle) -> Response:
        body = render_page(article, self.edition).encode()
        return Response(article.status, "text/html; charset=utf-8", body, self.edition.modified(article))

    def _addresses(self) -> dict[str, tuple[str, int]]:
        return {name: (str(server.server_address[0]), server.server_port) for name, server in self._servers.items()}


def _not_found() -> Response:
    return Response(404, "text/html; charset=utf-8", b"<html><body><h1>Page not found</h1></body></html>")


def _open(publisher: Publisher, newsroom: Newsroom) -> ThreadingHTTPServer:
    """A listening server for the publisher's site, on the publisher's address if the system has it."""

    class Handler(_Handler):
        site = publisher
        source = newsroom

    try:
        return _Server((publisher.address, 0), Handler)
    except OSError:  # macOS configures 127.0.0.1 only
        return _Server(("127.0.0.1", 0), Handler)


class _Server(ThreadingHTTPServer):
    """Binds without a reverse name lookup, which takes seconds where there is no resolver."""

    def server_bind(self) -> None:
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    """Serves one publisher's site, with validators and 304 responses."""

    protocol_version = "HTTP/1.1"
    site: Publisher
    source: Newsroom

    def do_GET(self) -> None:
        """Sends the page or feed, or 304 if the client's copy is current."""
        response = self.source.response(self.site, self.path)
        time.sleep(response.delay_s)
        current = response.status == HTTPStatus.OK and self._is_current(response)
        body = b"" if current else response.body
        self.send_response(HTTPStatus.NOT_MODIFIED if current else response.status)
        if response.status == HTTPStatus.OK:
            self.send_header("ETag", response.etag)
        if response.changed:
            self.send_header("Last-Modified", format_datetime(response.changed.astimezone(UTC), usegmt=True))
        if not current:
            self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _is_current(self, response: Response) -> bool:
        """True if the request's validators match the response; an ETag overrides a date (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        since = self.headers.get("If-Modified-Since")
        if tags is not None:
            return response.etag in tags
        return bool(since and response.changed and response.changed <= parsedate_to_datetime(since))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server gives it
        """Logs nothing, as stderr belongs to the caller."""


def main() -> None:
    """Serves until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=datetime.fromisoformat, default=datetime.now(UTC))
    start: datetime = parser.parse_args().start
    with Newsroom(start if start.tzinfo else start.replace(tzinfo=UTC)) as newsroom:
        print_json({"sites": newsroom.sites, "feeds": [*newsroom.feeds.values()], "feeds_yaml": newsroom.feeds_yaml()})
        for line in sys.stdin:
            if line.strip() == "advance":
                newsroom.advance()
                print_json({"cycle": newsroom.edition.cycle})


def print_json(data: dict[str, object]) -> None:
    """Prints one JSON line."""
    print(json.dumps(data, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
