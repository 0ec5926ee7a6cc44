"""A server that attacks its client: where it sends us, how it answers, and what its words would do on a terminal."""

from __future__ import annotations

import asyncio
import time

import pytest

from extractors.fetching import transport
from extractors.fetching.client import Request
from extractors.fetching.errors import FetchErrorKind
from tests.extractors.conftest import reply

METADATA = "169.254.169.254"


@pytest.fixture
def dialled(monkeypatch):
    """The addresses to which a connection was tried; none is opened."""
    tried = []

    async def refuse(address, port):
        tried.append((str(address), port))
        raise ConnectionRefusedError

    monkeypatch.setattr(transport, "_connect", refuse)
    return tried


def fetch(fetching, url, **changes):
    async def scenario():
        async with fetching(**changes) as fetcher:
            return await fetcher.fetch(Request(url))

    return asyncio.run(scenario())


# ---------------------------------------------------------------- addresses

WRITTEN = f"""
    http://{METADATA}/latest/meta-data/
    http://2852039166/
    http://0xa9fea9fe/
    http://0xa9.0xfe.0xa9.0xfe/
    http://0251.0376.0251.0376/
    http://169.254.43518/
    http://169。254。169。254/
    http://１６９.２５４.１６９.２５４/
    http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/
    http://%31%36%39.254.169.254/
    http://[::ffff:{METADATA}]/
    http://[::ffff:a9fe:a9fe]/
    http://[::{METADATA}]/
    http://[64:ff9b::{METADATA}]/
    http://[64:ff9b:1::a9fe:a9fe]/
    http://[2002:a9fe:a9fe::]/
    http://[2001:0:a9fe:a9fe::1]/
    http://[fe80::1%25eth0]/
    http://[fd00:ec2::254]/
    http://127.1/
    http://0/
    http://0x7f.1/
    http://[::]/
    http://[0:0:0:0:0:0:0:1]/
    http://[127.0.0.1]/
    http://localhost/
    http://LOCALHOST/
    http://127.0.0.1:٨٠/
    http://news.example@{METADATA}/
    http://news.example:80@{METADATA}/
    http://{METADATA}#@news.example/
    http://{METADATA}?@news.example/
    http://{METADATA}%2f@news.example/
    http://news.example\\@{METADATA}/
    http:///{METADATA}/
    http:{METADATA}/
    //{METADATA}/
    file://localhost/etc/passwd
    gopher://{METADATA}/
    ftp://{METADATA}/
    ws://{METADATA}/
    data:text/html,x
    javascript:alert(1)
    http+unix://%2fvar%2frun%2fdocker.sock/
"""


@pytest.mark.parametrize("url", WRITTEN.split())
def test_no_way_to_write_an_address_leads_inside(fetching, dialled, url):
    fetched = fetch(fetching, url, allow_networks=())
    assert fetched.error.kind in {FetchErrorKind.REFUSED_ADDRESS, FetchErrorKind.BAD_URL}
    assert not dialled


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u2060", "\u3000", "\uff0f", "\u2044", "\x00", "\n"])
def test_no_hidden_character_changes_where_an_address_leads(fetching, dialled, hidden):
    for url in (
        f"http://169.254{hidden}.169.254/",
        f"http://{METADATA}{hidden}/",
        f"http://{METADATA}{hidden}.x.invalid/",
    ):
        fetched = fetch(fetching, url, allow_networks=(), resolver=lambda host, port: [METADATA])
        assert fetched.error.kind in {FetchErrorKind.REFUSED_ADDRESS, FetchErrorKind.BAD_URL}
    assert not dialled


@pytest.mark.parametrize(
    "answer",
    [
        [METADATA],
        [f"::ffff:{METADATA}"],
        ["64:ff9b::a9fe:a9fe"],
        ["2002:a9fe:a9fe::"],
        ["fe80::1%lo"],
        ["2001:0:53aa:64c::1"],
        ["10.0.0.1", "::1", "fd00::1", "100.64.0.1", "0.0.0.0"],
        ["no address", "256.1.1.1", ""],
    ],
)
def test_no_answer_of_a_name_server_leads_inside(fetching, dialled, answer):
    fetched = fetch(fetching, "http://news.example/", allow_networks=(), resolver=lambda host, port: answer)
    assert fetched.error.kind in {FetchErrorKind.REFUSED_ADDRESS, FetchErrorKind.DNS}
    assert not dialled


LOCATIONS = [
    f"http://{METADATA}/",
    f"//{METADATA}/",
    f"http://[::ffff:{METADATA}]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://2852039166/",
    f"http://name@{METADATA}/",
    "http://127.0.0.1:22/",
    "http://127.0.0.1:6379@news.example/",
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    "ftp://127.0.0.1/",
    f"ht\ttp://{METADATA}/",
    "/\x01\x1b[2J",
    "http://[",
    "/" + "a" * 90_000,
    "?",
]


@pytest.mark.parametrize("location", LOCATIONS, ids=range(len(LOCATIONS)))
def test_no_redirect_leads_inside_or_to_another_scheme(lab, fetching, location):
    async def scenario():
        answers = {"/": reply(b"", f"Location: {location}", status="302 Found")}
        async with lab(answers) as server, fetching() as fetcher:
            return await fetcher.fetch(Request(server.url + "/")), len(server.visits)

    fetched, visits = asyncio.run(scenario())
    assert fetched.error.kind in {"redirect", "refused_address", "refused_port"}
    assert visits == 1
    assert fetched.error.message.isprintable()
    assert len(fetched.error.message) <= 500


# ---------------------------------------------------------------- answers


def chunked(body):
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body


def again_and_again(head, part):
    async def send(visit):
        await visit.send(head)
        while True:
            await visit.send(part)

    return send


ANSWERS = {
    "two lengths": (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "protocol"),
    "a length below zero": (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef", "protocol"),
    "a length of 5,000 digits": (b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", "protocol"),
    "packed chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "protocol"),
    "another protocol": (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nabc", "protocol"),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "protocol"),
    "HTTP/0.9": (b"<html>page</html>", "protocol"),
    "a zero byte": (b"HTTP/1.1 200 OK\r\nX: a\x00b\r\nContent-Length: 0\r\n\r\n", "protocol"),
    "a split header": (b"HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b=c\r\nContent-Length: 0\r\n\r\n", "protocol"),
    "a million cookies": (again_and_again(b"HTTP/1.1 200 OK\r\n", b"Set-Cookie: a=b\r\n" * 1000), "protocol"),
    "an endless chunk head": (again_and_again(chunked(b"1;"), b"a" * 60_000), "protocol"),
    "endless trailers": (again_and_again(chunked(b"1\r\nx\r\n0\r\n"), b"X-A: a\r\n" * 1000), "protocol"),
    "a chunk of all memory": (chunked(b"FFFFFFFFFFFFFFFFFFFF\r\nabc"), "truncated"),
    "a chunk below zero": (chunked(b"-1\r\nabc"), "protocol"),
    "5,000 codings": (reply(b"x", "Content-Encoding: " + "gzip," * 5000), "bad_encoding"),
    "escapes": (b"HTTP/1.1 404 \x1b]0;owned\x07\x9b2J\r\nContent-Length: 0\r\n\r\n", "http_status"),
    "a long reason": (b"HTTP/1.1 404 " + b"A" * 60_000 + b"\r\nContent-Length: 0\r\n\r\n", "http_status"),
}


@pytest.mark.parametrize(("answer", "kind"), ANSWERS.values(), ids=ANSWERS)
def test_each_answer_is_one_short_sentence(lab, fetching, answer, kind):
    async def scenario():
        async with lab({"/": answer}) as server, fetching(max_bytes=1_000_000) as fetcher:
            return await fetcher.fetch(Request(server.url + "/"))

    begun = time.process_time()
    fetched = asyncio.run(scenario())
    assert time.process_time() - begun < 2
    assert fetched.error.kind == kind
    assert fetched.error.message.isprintable()
    assert len(fetched.error.message) <= 500


def test_a_tls_server_that_says_nothing_costs_its_own_time_only(fetching):
    async def scenario():
        async def hold(reader, writer):
            await reader.read()
            writer.close()

        async with await asyncio.start_server(hold, "127.0.0.1", 0) as server, fetching(timeout_s=0.5) as fetcher:
            port = server.sockets[0].getsockname()[1]
            fetched = await fetcher.fetch(Request(f"https://127.0.0.1:{port}/"))
            server.close()
            return fetched

    fetched = asyncio.run(scenario())
    assert fetched.error.kind == "timeout"
    assert fetched.elapsed_s < 1
