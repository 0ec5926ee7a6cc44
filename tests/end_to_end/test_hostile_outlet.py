"""`watchword run` with an outlet that attacks its reader in every answer, beside an honest one, which loses nothing."""

from __future__ import annotations

import gzip
import json
import time
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest

from tests.end_to_end.loopback import loopback_settings, served

METADATA = "http://169.254.169.254/latest/meta-data/"
SENTENCE = "The court heard on Tuesday that a company in the port district had paid wages to people it had never met. "
HONEST = f"<article><h1>Report</h1><p>{SENTENCE * 3}</p><p>Kim Kwang Jin was charged. {SENTENCE * 2}</p></article>"
OK, PAGE = "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n\r\n"


def page(html: str) -> bytes:
    return f"{OK}Content-Length: {len(html)}\r\n{PAGE}{html}".encode()


def to(location: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


def packed(body: bytes) -> bytes:
    head = f"{OK}Content-Encoding: gzip\r\nContent-Length: {len(body)}\r\n{PAGE}"
    return head.encode() + body


META = f"<meta http-equiv=refresh content='0;url={METADATA}'><link rel=amphtml href='file:///etc/passwd'>"
ANSWERS = {
    "to-metadata": (to(METADATA), "refused_address"),
    "to-mapped": (to("http://[::ffff:169.254.169.254]/"), "refused_address"),
    "to-nat64": (to("http://[64:ff9b::a9fe:a9fe]/"), "refused_address"),
    "to-decimal": (to("http://2852039166/"), "refused_address"),
    "to-mail": (to("http://127.0.0.1:25/"), "refused_port"),
    "to-file": (to("file:///etc/passwd"), "redirect"),
    "to-itself": (to("/to-itself"), "redirect"),
    "refresh": (page(f"<html><head>{META}</head></html>"), "empty"),
    "bomb": (packed(gzip.compress(bytes(50_000_000))), "too_large"),
    "nested-bomb": (packed(gzip.compress(gzip.compress(bytes(50_000_000)))), "empty"),
    "large": (f"{OK}Content-Length: 100000000000\r\n{PAGE}x".encode(), "too_large"),
    "cut-off": (f"{OK}Content-Length: 1000\r\n{PAGE}x".encode(), "truncated"),
    "split": (f"{OK}X: a\rSet-Cookie: b=c\r\n{PAGE}x".encode(), "protocol"),
    "deep": (page("<div>" * 100_000), "empty"),
    "wide": (page(f"<p class='{'x ' * 500_000}'>"), "empty"),
    "silent": (None, "timeout"),
}
"""By path: what is sent, None for nothing at all, and the cause that is stored."""


class Attacker(StreamRequestHandler):
    def handle(self):
        path = self.rfile.readline().split()[1].decode().lstrip("/")
        while self.rfile.readline().strip():
            pass
        answer = self.server.feed() if path == "feed" else ANSWERS.get(path, (page(""), ""))[0]
        if answer is None:
            time.sleep(30)
        else:
            self.wfile.write(answer)


class Server(ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True

    def feed(self) -> bytes:
        here = f"http://127.0.0.66:{self.server_address[1]}"
        links = [METADATA, *(f"{here}/{path}" for path in ANSWERS)]
        items = "".join(
            f"<item><title>Report {one}</title><link>{link}</link></item>" for one, link in enumerate(links)
        )
        return page(f"<rss><channel>{items}</channel></rss>")


@pytest.fixture
def attacker():
    with Server(("127.0.0.66", 0), Attacker) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.66:{server.server_address[1]}"
        server.shutdown()


def test_each_attack_costs_itself_only(attacker, tmp_path, watchword, prefect_server):
    def honest(path):
        items = "".join(f"<item><guid>{n}</guid><title>Report</title><link>/{n}</link></item>" for n in range(3))
        return f"<rss><channel>{items}</channel></rss>".encode() if path == "/feed" else HONEST.encode()

    with served(honest) as outlet:
        feeds = f"[{{id: evil, url: '{attacker}/feed'}}, {{id: honest, url: '{outlet}/feed', first_poll: alert}}]"
        (tmp_path / "feeds.yaml").write_text(f"feeds: {feeds}\n")
        (tmp_path / "watchlist.yaml").write_text("version: 1\nactors: [{id: kim, name: Kim Kwang-jin}]\n")
        (tmp_path / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
        environment = (
            prefect_server
            | loopback_settings(1)
            | {
                "WATCHWORD_CONFIG_DIR": str(tmp_path),
                "WATCHWORD_DATA_DIR": str(tmp_path / "data"),
                "WATCHWORD_FETCH_TIMEOUT_S": "8",
                "WATCHWORD_FETCH_MAX_BYTES": "5000000",
            }
        )
        done = watchword("run", environment=environment)
    assert "Traceback" not in done.stderr
    assert "Feeds: 2 read" in done.stderr, done.stderr
    sql = "SELECT feed_id, count(*) FROM hits GROUP BY ALL"
    (found,) = map(json.loads, watchword("query", sql, "--format", "json", environment=environment).stdout.splitlines())
    assert list(found.values()) == ["honest", 3]
    lines = watchword("articles", "--unread", "--json", environment=environment).stdout.splitlines()
    unread = {one["url"].removeprefix(f"{attacker}/"): one["cause"] for one in map(json.loads, lines)}
    assert unread == {METADATA: "refused_address"} | {path: cause for path, (_, cause) in ANSWERS.items()}
