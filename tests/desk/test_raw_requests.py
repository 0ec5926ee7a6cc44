"""Requests that no client library writes: paths that climb, smuggled requests, floods of the desk."""

from __future__ import annotations

import logging
import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from flows.server.bounded_connections import PLACES
from tests.desk.conftest import TOKEN


def ask(desk, request: bytes, *, wait_s: float = 10.0) -> bytes:
    """All that the desk answers to these bytes, until it closes the connection or says nothing more."""
    parts, answer = urlsplit(desk.address), b""
    with socket.create_connection((parts.hostname, parts.port), timeout=wait_s) as connection:
        try:
            connection.sendall(request)
            connection.settimeout(2)
            while chunk := connection.recv(65_536):
                answer += chunk
        except OSError:  # closed, or nothing more to say
            pass
    return answer


def head(desk, path: str, cookies: str = "") -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: {urlsplit(desk.address).netloc}", "Connection: close", cookies]
    return ("\r\n".join(filter(None, lines)) + "\r\n\r\n").encode("utf-8", "surrogateescape")


def cookies_of(client) -> str:
    return "Cookie: " + "; ".join(f"{name}={value}" for name, value in client.cookies.items())


PATHS = [
    "/static/../access/guard.py",
    "/static/..%2faccess%2fguard.py",
    "/static/%2e%2e/access/guard.py",
    "/static/..\\access\\guard.py",
    "/static/..%5caccess%5cguard.py",
    "/static/%252e%252e/access/guard.py",
    "/static//etc/passwd",
    "/static/%2fetc%2fpasswd",
    "/static/desk.css%00.py",
    "/static/desk.css/",
    "//etc/passwd",
    "/../../../../etc/passwd",
    "/articles/..%2f..%2fdesk.secret",
    "/articles/x'%20OR%201=1--",
    "/articles/%00",
    "/articles/x/page/..%2f..%2fx",
    "/stories/%ff%fe",
    "/stories/" + "a" * 20_000,
    "/search?q=" + "%27%3BDROP%20TABLE%20hits%3B--",
    "/search?q=" + "(" * 2000,
    "/?" + "a=b&" * 5000,
    "http://evil.example/",
    "http://evil.example@127.0.0.1/stories",
    "*",
]


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
@pytest.mark.parametrize("signed_in", [True, False])
def test_no_path_leads_out_of_the_desk(quiet_desk, quiet_client, path, signed_in):
    answer = ask(quiet_desk, head(quiet_desk, path, cookies_of(quiet_client) if signed_in else ""))
    status = int(answer.split(b" ", 2)[1])
    assert status < 500, answer[:300]
    assert b"root:" not in answer
    assert b"class Guard" not in answer
    assert TOKEN.encode() not in answer
    if not signed_in and not path.startswith("/static/"):
        assert status >= 400


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 5", "Transfer-Encoding: chunked"),
        ("Content-Length: 5", "Content-Length: 50"),
        ("Content-Length: -1",),
        ("Transfer-Encoding: gzip, chunked",),
        ("X-Header: a\r\n folded",),
        ("X: " + "a" * 200_000,),
    ],
)
def test_a_smuggled_second_request_is_not_answered_as_a_page(quiet_desk, lines):
    host = urlsplit(quiet_desk.address).netloc
    first = "\r\n".join(["POST / HTTP/1.1", f"Host: {host}", *lines, "", "0\r\n\r\n"])
    answer = ask(quiet_desk, first.encode() + head(quiet_desk, f"/?token={TOKEN}x"))
    assert b" 200 " not in answer
    assert b"set-cookie" not in answer.lower()


def test_a_body_that_does_not_end_is_refused_at_its_limit(quiet_desk, quiet_client):
    host = urlsplit(quiet_desk.address).netloc
    lines = ["POST /verdicts HTTP/1.1", f"Host: {host}", cookies_of(quiet_client)]
    lines += ["Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked", "", ""]
    chunk = b"10000\r\n" + b"a" * 65_536 + b"\r\n"
    answer = ask(quiet_desk, "\r\n".join(lines).encode() + chunk * 40)
    assert answer == b"" or int(answer.split(b" ", 2)[1]) in {403, 404, 413}


def test_open_connections_that_say_nothing_do_not_shut_out_the_reader(quiet_desk, quiet_client):
    parts = urlsplit(quiet_desk.address)
    beginnings = (b"", b"GET / HTTP/1.1\r\nX-Slow: ", b"POST /snooze/x HTTP/1.1\r\nHost: ")
    with ExitStack() as held:
        for number in range(PLACES + 50):
            silent = held.enter_context(socket.create_connection((parts.hostname, parts.port), timeout=60))
            silent.sendall(beginnings[number % 3])
        for _ in range(3):
            assert quiet_client.get("/").status_code == 200
            with quiet_desk.reader() as another:
                assert another.get("/").status_code == 200


def test_a_form_without_an_end_makes_room_and_its_loss_is_no_error(quiet_desk, caplog):
    parts = urlsplit(quiet_desk.address)
    head = f"POST /snooze/x HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 100\r\n\r\nform"
    with ExitStack() as held:
        for _ in range(PLACES + 50):
            silent = held.enter_context(socket.create_connection((parts.hostname, parts.port), timeout=60))
            silent.sendall(head.encode())
        with quiet_desk.reader() as reader:
            assert reader.get("/").status_code == 200
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
