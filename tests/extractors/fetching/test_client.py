from __future__ import annotations

import asyncio
import gzip
import hashlib
import os
import random
import resource
import ssl
import threading
import time
from pathlib import Path

import brotli
import httpx
import pytest
import trustme
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ConfigError, PermanentFetchError, TransientFetchError
from core.records import FailureKind
from core.settings import Settings
from extractors.fetching.client import Fetcher, HttpPoster, Outcome, Request
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind
from extractors.fetching.policy import FetchPolicy
from extractors.fetching.transport import Dialler, Transport
from extractors.fetching.url_validation import host_key, validated_url
from tests.end_to_end.waiting import becomes_true
from tests.extractors.conftest import reply, until

PAGE = b"<p>The keeper of the farm was charged on Monday.</p>"


def fetch_all(lab, fetching, answers, *paths, **changes):
    """The results of these paths, fetched at the same time."""

    async def scenario():
        async with lab(answers) as server, fetching(**changes) as fetcher:
            return await asyncio.gather(*(fetcher.fetch(Request(server.url + path)) for path in paths))

    return asyncio.run(scenario())


def fetch_one(lab, fetching, answer, **changes):
    return fetch_all(lab, fetching, {"/": answer}, "/", **changes)[0]


def kind_of(fetched):
    assert fetched.outcome is Outcome.FAILED
    return fetched.error.kind.value


# ---------------------------------------------------------------- success


def test_a_page_comes_with_its_body_hash_time_and_kept_headers(lab, fetching):
    fetched = fetch_one(lab, fetching, reply(PAGE, "Content-Type: text/html", "X-Secret: no", 'ETag: "a"'))
    assert (fetched.outcome, fetched.status, fetched.error) == (Outcome.OK, 200, None)
    assert fetched.page.body == PAGE
    assert fetched.page.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert fetched.page.fetched_at.utcoffset().total_seconds() == 0
    assert dict(fetched.page.headers) == {"content-type": "text/html", "etag": '"a"'}
    assert 0 < fetched.elapsed_s < 30


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstandard.ZstdCompressor().compress)],
)
def test_content_codings_are_undone(lab, fetching, coding, pack):
    fetched = fetch_one(lab, fetching, reply(pack(PAGE * 99), f"Content-Encoding: {coding}"))
    assert fetched.page.body == PAGE * 99


def test_a_chunked_body_and_one_without_a_length_are_read(lab, fetching):
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    answers = {"/chunked": chunked, "/open": b"HTTP/1.0 200 OK\r\n\r\nabcde"}
    assert [one.page.body for one in fetch_all(lab, fetching, answers, "/chunked", "/open")] == [b"abcde", b"abcde"]


def test_the_user_agent_names_the_contact_on_one_line(lab, fetching):
    async def scenario():
        async with lab({"/": reply(PAGE)}) as server, fetching(contact="desk@example.org\r\nX: y") as fetcher:
            await fetcher.fetch(Request(server.url + "/"))
            return server.visits[0].headers

    headers = asyncio.run(scenario())
    assert headers["user-agent"] == (
        "Mozilla/5.0 (compatible; Watchword/0.1; +https://watchword.example/bot; desk@example.orgX: y)"
    )
    assert "cookie" not in headers
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "cookie" not in headers


def test_validators_are_sent_back_byte_for_byte(lab, fetching):
    async def scenario():
        async with lab({"/": reply(status="304 Not Modified")}) as server, fetching() as fetcher:
            request = Request(server.url + "/", b'W/"\xe4 odd"', b"yesterday, about noon")
            return await fetcher.fetch(request), server.visits[0].headers

    fetched, headers = asyncio.run(scenario())
    assert (fetched.outcome, fetched.status, fetched.page, fetched.error) == (Outcome.NOT_MODIFIED, 304, None, None)
    assert headers["if-none-match"] == 'W/"\xe4 odd"'
    assert headers["if-modified-since"] == "yesterday, about noon"


def test_a_304_without_validators_is_a_failure(lab, fetching):
    assert kind_of(fetch_one(lab, fetching, reply(status="304 Not Modified"))) == "http_status"


# ---------------------------------------------------------------- redirects


def redirect(location, status="302 Found"):
    return reply(b"ignored", f"Location: {location}", status=status)


def test_redirects_are_followed_and_permanent_ones_reported(lab, fetching):
    answers = {
        "/old": redirect("/older?x=1", "301 Moved Permanently"),
        "/older": redirect("new", "308 Permanent Redirect"),
        "/temporary": redirect("/old"),
        "/new": reply(PAGE),
    }
    moved, temporary = fetch_all(lab, fetching, answers, "/old", "/temporary")
    assert moved.page.body == temporary.page.body == PAGE
    assert moved.final_url == moved.moved_to
    assert moved.moved_to.endswith("/new")
    assert temporary.moved_to is None


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("/", "redirect"),
        ("", "redirect"),
        ("http://[", "redirect"),
        ("file:///etc/passwd", "redirect"),
        ("http://user:secret@127.0.0.1/", "redirect"),
        ("http://127.0.0.1:25/", "refused_port"),
        ("http://169.254.169.254/latest/meta-data/", "refused_address"),
        ("http://[::ffff:127.0.0.1]/", "refused_address"),
        ("http://2852039166/", "refused_address"),
    ],
)
def test_bad_redirects_have_their_error_kind(lab, fetching, location, kind):
    assert kind_of(fetch_one(lab, fetching, redirect(location))) == kind


def test_too_many_redirects_are_an_error(lab, fetching):
    answers = {f"/{number}": redirect(f"/{number + 1}") for number in range(50)}
    fetched = fetch_all(lab, fetching, answers, "/0")[0]
    assert kind_of(fetched) == "redirect"
    assert fetched.final_url.endswith("/10")


def test_the_body_of_a_redirect_is_not_read(lab, fetching):
    async def endless(visit):
        await visit.send(b"HTTP/1.1 302 Found\r\nLocation: /page\r\n\r\n")
        while True:
            await visit.send(bytes(65536))

    fetched = fetch_all(lab, fetching, {"/": endless, "/page": reply(PAGE)}, "/")[0]
    assert fetched.page.body == PAGE
    assert fetched.elapsed_s < 1


def test_validators_are_not_sent_to_another_origin(lab, fetching):
    async def scenario():
        async with lab({"/": reply(PAGE)}) as other, fetching() as fetcher:
            there = {"/": redirect(other.url + "/"), "/here": redirect("/there"), "/there": reply(PAGE)}
            async with lab(there) as server:
                for path in ("/", "/here"):
                    await fetcher.fetch(Request(server.url + path, b'"a"'))
                return other.visits[0].headers, server.visits[-1].headers

    elsewhere, same = asyncio.run(scenario())
    assert "if-none-match" not in elsewhere
    assert same["if-none-match"] == '"a"'


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "bad_url"),
        ("nonsense", "bad_url"),
        ("ftp://example.org/", "bad_url"),
        ("file:///etc/passwd", "bad_url"),
        ("http://", "bad_url"),
        ("http://user@example.org/", "bad_url"),
        ("http://user:secret@127.0.0.1/", "bad_url"),
        ("http://@127.0.0.1/", "bad_url"),
        ("http://127.0.0.1\\@example.org/", "bad_url"),
        ("http:\\\\127.0.0.1/", "bad_url"),
        ("http://127.0.0.1\t.example.org/", "bad_url"),
        ("http://127.0.0.1\x01/", "bad_url"),
        ("http://127.0.0.1 /", "bad_url"),
        ("http://example.org:99999/", "bad_url"),
        ("http://a\nb/", "bad_url"),
        ("http://127.0.0.1:22/", "refused_port"),
        ("http://example.org:0/", "refused_port"),
        ("http://10.0.0.1/", "refused_address"),
        ("http://0x0a000001/", "refused_address"),
        ("http://012.1/", "refused_address"),
        ("http://167772161/", "refused_address"),
        ("http://[::]/", "refused_address"),
        ("http://[64:ff9b::a00:1]/", "refused_address"),
        ("http://[fe80::1]/", "refused_address"),
        ("http://nobody.invalid/", "dns"),
        ("http://" + "a" * 300 + ".example/", "dns"),
    ],
)
def test_bad_addresses_have_their_error_kind(fetching, url, kind):
    async def scenario():
        async with fetching(allow_networks=()) as fetcher:
            return await fetcher.fetch(Request(url))

    fetched = asyncio.run(scenario())
    assert kind_of(fetched) == kind
    assert fetched.status is None


def test_loopback_is_refused_unless_it_is_allowed(lab, fetching):
    assert kind_of(fetch_one(lab, fetching, reply(PAGE), allow_networks=())) == "refused_address"


def resolving(*answers):
    """A resolver that gives these answers in order, and the list of names it was asked for."""
    asked = []

    def resolve(host, port):
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    return resolve, asked


def test_a_name_is_resolved_once_and_the_checked_address_is_used(lab, fetching):
    resolve, asked = resolving(["127.0.0.1"], ["10.0.0.1"])

    async def scenario():
        async with lab({"/": reply(PAGE)}) as server, fetching(resolver=resolve) as fetcher:
            return await fetcher.fetch(Request(server.url.replace("127.0.0.1", "rebinding.example") + "/"))

    assert asyncio.run(scenario()).page.body == PAGE
    assert asked == ["rebinding.example"]


def test_only_the_allowed_addresses_of_a_name_are_used(lab, fetching):
    async def scenario(addresses):
        resolve, _ = resolving(addresses)
        async with lab({"/": reply(PAGE)}) as server, fetching(resolver=resolve) as fetcher:
            return await fetcher.fetch(Request(server.url.replace("127.0.0.1", "mixed.example") + "/"))

    assert asyncio.run(scenario(["169.254.169.254", "::1", "127.0.0.1"])).outcome is Outcome.OK
    assert kind_of(asyncio.run(scenario(["10.0.0.1", "::ffff:127.0.0.1"]))) == "refused_address"
    assert kind_of(asyncio.run(scenario([]))) == "dns"


def test_an_internationalised_host_name_is_sent_as_punycode(lab, fetching):
    resolve, asked = resolving(["127.0.0.1"])

    async def scenario():
        async with lab({"/": reply(PAGE)}) as server, fetching(resolver=resolve) as fetcher:
            await fetcher.fetch(Request(server.url.replace("127.0.0.1", "신문.example") + "/"))
            return server.visits[0].headers["host"]

    assert asyncio.run(scenario()).startswith("xn--")
    assert asked[0].startswith("xn--")


def test_ipv6_works(lab, fetching):
    async def scenario():
        async with lab({"/": reply(PAGE)}, host="::1") as server, fetching() as fetcher:
            return await fetcher.fetch(Request(server.url + "/"))

    assert asyncio.run(scenario()).page.body == PAGE


def test_proxies_of_the_environment_are_ignored(lab, fetching, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch_one(lab, fetching, reply(PAGE)).outcome is Outcome.OK


def test_no_cookie_is_kept(lab, fetching):
    async def scenario():
        async with lab({"/": reply(PAGE, "Set-Cookie: id=7")}) as server, fetching() as fetcher:
            for _ in range(2):
                await fetcher.fetch(Request(server.url + "/"))
            return [visit.headers.get("cookie") for visit in server.visits]

    assert asyncio.run(scenario()) == [None, None]


# ---------------------------------------------------------------- TLS


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def serve_tls(lab, fetching, authority, name, **changes):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)

    async def scenario():
        async with lab({"/": reply(PAGE)}, tls=context) as server, fetching(**changes) as fetcher:
            return await fetcher.fetch(Request(server.url + "/"))

    return asyncio.run(scenario())


def test_a_certificate_of_a_configured_authority_is_accepted(lab, fetching, authority, tmp_path):
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    policy = FetchPolicy.from_settings(Settings(ca_file=tmp_path / "ca.pem"))
    (tmp_path / "ca.pem").unlink()  # a worker on another machine does not have it
    fetched = serve_tls(lab, fetching, authority, "127.0.0.1", authorities=policy.authorities)
    assert fetched.page.body == PAGE


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_file_that_holds_no_certificate_is_refused(tmp_path, content):
    if content:
        (tmp_path / "ca.pem").write_bytes(content)
    with pytest.raises(ConfigError, match="cannot be read as certificates"):
        FetchPolicy.from_settings(Settings(ca_file=tmp_path / "ca.pem"))


def test_certificates_are_verified(lab, fetching, authority):
    trusted = authority.cert_pem.bytes().decode()
    assert kind_of(serve_tls(lab, fetching, authority, "127.0.0.1")) == "tls"
    assert kind_of(serve_tls(lab, fetching, authority, "other.example", authorities=trusted)) == "tls"


def test_plain_text_on_a_secure_port_is_a_tls_failure(lab, fetching):
    async def scenario():
        async with lab({}) as server, fetching(timeout_s=0.5) as fetcher:
            return await fetcher.fetch(Request(server.url.replace("http:", "https:") + "/"))

    assert kind_of(asyncio.run(scenario())) in ("tls", "timeout")


# ---------------------------------------------------------------- hostile servers


async def drip(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        await visit.send(b"x")
        await asyncio.sleep(0.05)


async def drip_headers(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await visit.send(b"X-A: b\r\n")
        await asyncio.sleep(0.05)


async def silent(visit):
    await asyncio.sleep(60)


async def endless(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await visit.send(bytes(65536))


async def endless_byte_by_byte(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await visit.send(b"1\r\nx\r\n" * 1000)


async def early_hints_for_ever(visit):
    while True:
        await visit.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100)


async def headers_for_ever(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await visit.send(b"X-Filler: " + b"a" * 1000 + b"\r\n")


async def reset_in_the_body(visit):
    await visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc")
    await asyncio.sleep(0.05)
    visit.writer.transport.abort()


async def hang_up(visit):
    visit.writer.transport.abort()


BOMB = bytes(60_000_000)


@pytest.mark.parametrize("answer", [drip, drip_headers, silent, endless_byte_by_byte])
def test_an_answer_that_takes_for_ever_is_given_up(lab, fetching, answer):
    fetched = fetch_one(lab, fetching, answer, timeout_s=0.5, max_bytes=50_000_000)
    assert kind_of(fetched) == "timeout"
    assert fetched.elapsed_s < 30, "each of them would take minutes"
    assert fetched.error.message


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (endless, "too_large"),
        (early_hints_for_ever, "protocol"),
        (headers_for_ever, "protocol"),
        (reset_in_the_body, "truncated"),
        (hang_up, "protocol"),
        (reply(b"", length=10**12), "too_large"),
        (reply(PAGE, length=1000), "truncated"),
        (reply(b"x", "Content-Length: 2"), "protocol"),
        (reply(PAGE, status="206 Partial Content"), "truncated"),
        (reply(status="404 Not Found"), "http_status"),
        (reply(status="503 Busy"), "http_status"),
        (reply(PAGE, "Content-Encoding: gzip"), "bad_encoding"),
        (reply(PAGE, "Content-Encoding: rot13"), "bad_encoding"),
        (reply(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip"), "bad_encoding"),
        (reply(gzip.compress(os.urandom(4000))[:-9], "Content-Encoding: gzip"), "truncated"),
        (reply(gzip.compress(BOMB), "Content-Encoding: gzip"), "too_large"),
        (reply(brotli.compress(BOMB, quality=1), "Content-Encoding: br"), "too_large"),
        (reply(zstandard.compress(BOMB), "Content-Encoding: zstd"), "too_large"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "protocol"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "truncated"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", "protocol"),
        (b"220 mail.example.org ESMTP\r\n", "protocol"),
        (b"", "protocol"),
    ],
    ids=lambda value: getattr(value, "__name__", None) or (value if isinstance(value, str) else "answer"),
)
def test_each_hostile_answer_has_its_error_kind(lab, fetching, answer, kind):
    """None of them is waited for: a timeout would be another kind."""
    fetched = fetch_one(lab, fetching, answer, max_bytes=5_000_000)
    assert kind_of(fetched) == kind
    assert fetched.error.message


def test_transient_and_permanent_statuses_are_distinguished(lab, fetching):
    answers = {
        "/404": reply(status="404 Not Found"),
        "/429": reply(b"", "Retry-After: 120", status="429 Too Many Requests"),
        "/503": reply(b"", "Retry-After: Wed, 21 Oct 2099 07:28:00 GMT", status="503 Unavailable"),
    }
    gone, busy, away = fetch_all(lab, fetching, answers, *answers)
    assert [one.error.retryable for one in (gone, busy, away)] == [False, True, True]
    assert busy.retry_after.total_seconds() == 120
    assert away.retry_after.days == 365  # the most that is believed
    assert gone.failure("page", "x").kind is FailureKind.PERMANENT
    assert busy.failure("feed", "x").kind is FailureKind.TRANSIENT


def test_many_endless_bodies_at_once_use_bounded_memory(lab, fetching):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answers = {f"/{number}": endless for number in range(12)}
    fetched = fetch_all(lab, fetching, answers, *answers, timeout_s=20.0)
    assert {kind_of(one) for one in fetched} == {"too_large"}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120_000  # KiB


def test_a_byte_by_byte_body_does_not_block_the_event_loop(lab, fetching):
    async def scenario():
        async with lab({"/": endless_byte_by_byte}) as server, fetching(timeout_s=1.0) as fetcher:
            fetch = asyncio.create_task(fetcher.fetch(Request(server.url + "/")))
            longest, before = 0.0, time.thread_time()
            while not fetch.done():
                await asyncio.sleep(0)
                longest, before = max(longest, time.thread_time() - before), time.thread_time()
            return longest

    assert asyncio.run(scenario()) < 0.25


def open_descriptors():
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_cancelled_fetches_leave_no_descriptors_open(lab, fetching):
    """A thousand fetches with random deadlines; benchmarks/bench_fetching.py does ten thousand."""
    chance = random.Random(7)

    async def slowly(visit):
        await asyncio.sleep(chance.random() / 20)
        await visit.send(reply(PAGE))

    async def hurried(fetcher, url):
        try:
            async with asyncio.timeout(chance.random() / 15):
                return await fetcher.fetch(Request(url))
        except TimeoutError:
            return None

    async def scenario():
        async with lab({"/": slowly}) as server, fetching() as fetcher:
            await fetcher.fetch(Request(server.url + "/"))
            before = open_descriptors()
            for _ in range(10):
                await asyncio.gather(*(hurried(fetcher, server.url + "/") for _ in range(100)))
            healthy = [await fetcher.fetch(Request(server.url + "/")) for _ in range(20)]
            await until(lambda: open_descriptors() <= before)
            return healthy

    assert [one.outcome for one in asyncio.run(scenario())] == [Outcome.OK] * 20


# ---------------------------------------------------------------- posting, settings, httpx


def test_a_poster_posts_and_returns_the_answer(lab, policy):
    async def scenario(answers, path):
        async with lab(answers) as server:
            headers = (("Content-Type", "application/json"), ("X-Key", "k"))
            post = asyncio.to_thread(HttpPoster(policy).post, server.url + path, b"{}", headers)
            return await post, server.visits

    answer, visits = asyncio.run(scenario({"/": reply(b"", "Retry-After: 9", status="429 Slow Down")}, "/"))
    assert (answer.status, answer.retry_after_s) == (429, 9.0)
    assert (visits[0].body, visits[0].headers["content-type"], visits[0].headers["x-key"]) == (
        b"{}", "application/json", "k",
    )  # fmt: skip
    answer, visits = asyncio.run(scenario({"/": redirect("/elsewhere")}, "/"))
    assert (answer.status, answer.retry_after_s, len(visits)) == (302, None, 1)


def test_a_poster_raises_transient_and_permanent_errors(lab, policy):
    with pytest.raises(PermanentFetchError):
        HttpPoster(FetchPolicy()).post("http://127.0.0.1:8080/", b"", ())

    async def scenario():
        async with lab({"/": hang_up}) as server:
            await asyncio.to_thread(HttpPoster(policy).post, server.url + "/", b"", ())

    with pytest.raises(TransientFetchError):
        asyncio.run(scenario())


def test_a_policy_comes_from_the_settings(monkeypatch):
    monkeypatch.setenv("WATCHWORD_ALLOW_NETWORKS", "127.0.0.0/8, ::1/128")
    monkeypatch.setenv("WATCHWORD_FETCH_TIMEOUT_S", "7")
    monkeypatch.setenv("WATCHWORD_CONTACT", "https://example.org/contact")
    policy = FetchPolicy.from_settings(Settings())
    assert (policy.timeout_s, policy.per_host, policy.spacing_s, len(policy.allow_networks)) == (7, 1, 2.0, 2)
    assert policy.user_agent.endswith("; https://example.org/contact)")


def test_the_transport_works_under_an_httpx_client(lab, policy):
    async def scenario():
        from concurrent.futures import ThreadPoolExecutor

        dialler = Dialler(policy.allow_networks, policy.tls_context(), ThreadPoolExecutor(1))
        async with lab({"/": reply(PAGE)}) as server, httpx.AsyncClient(transport=Transport(dialler)) as client:
            return (await client.get(server.url + "/")).content

    assert asyncio.run(scenario()) == PAGE


def test_a_closed_fetcher_leaves_no_thread_waiting(policy):
    async def scenario():
        async with Fetcher(policy) as fetcher:
            await fetcher.fetch(Request("http://nobody.invalid/"))
            assert set(threading.enumerate()) > before
        return fetcher

    before = set(threading.enumerate())
    closed = asyncio.run(scenario())  # kept, for threads whose executor is collected end as well
    assert becomes_true(lambda: set(threading.enumerate()) <= before), closed


PIECES = ("http", "https", "://", "//", ":", "@", "[", "]", "%", "xn--", "①", "。", ".", "::1", "127", "#", "?")
ADDRESSES = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=12).map("".join)


@given(ADDRESSES | ADDRESSES.map(lambda text: f"http://{text}"))
def test_any_text_is_a_usable_address_or_a_fetch_error(text):
    try:
        url = validated_url(text)
    except FetchAttemptError as error:
        kind = error.kind
    else:
        kind = None
        assert httpx.Request("GET", url).headers["host"]
        assert host_key(url)
        assert str(url).startswith(("http://", "https://"))
    assert kind in (None, FetchErrorKind.BAD_URL, FetchErrorKind.REFUSED_PORT)


def test_the_spacing_of_requests_to_a_host_is_a_setting(monkeypatch):
    monkeypatch.setenv("WATCHWORD_HOST_SPACING_S", "0.5")
    assert FetchPolicy.from_settings(Settings()).spacing_s == 0.5
