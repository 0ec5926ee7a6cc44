from __future__ import annotations

import asyncio
import gzip

import pytest

from core.records import FailureKind
from extractors.fetching.robots import Robots
from tests.extractors.conftest import reply

RULES = b"""
User-agent: *
Disallow: /private/
Allow: /private/open
User-agent: Watchword
Disallow: /not-you/
Crawl-delay: 3
"""


def ask(lab, fetching, robots_txt, *paths, **changes):
    async def scenario():
        answers = {} if robots_txt is None else {"/robots.txt": robots_txt}
        async with lab(answers) as server, fetching(**changes) as fetcher:
            robots = Robots(fetcher)
            found = await asyncio.gather(*(robots.refusal_of(server.url + path) for path in paths))
            return found, len(server.visits)

    return asyncio.run(scenario())


def test_our_own_group_of_rules_applies(lab, fetching):
    (allowed, refused), _ = ask(lab, fetching, reply(RULES), "/private/story", "/not-you/story")
    assert allowed is None
    assert (refused.stage, refused.kind, refused.cause) == ("page", FailureKind.PERMANENT, "robots")
    assert "robots.txt" in refused.message


def test_robots_txt_is_fetched_once_a_site(lab, fetching):
    (*answers,), visits = ask(lab, fetching, reply(RULES), *(f"/story/{number}" for number in range(20)))
    assert answers == [None] * 20
    assert visits == 1


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_without_a_robots_txt_everything_is_allowed(lab, fetching, status):
    assert ask(lab, fetching, reply(status=status), "/story")[0] == [None]


@pytest.mark.parametrize("status", ["500 Broken", "503 Away", "429 Slow Down"])
def test_an_unreadable_robots_txt_is_a_transient_refusal(lab, fetching, status):
    (refused,), _ = ask(lab, fetching, reply(status=status), "/story")
    assert (refused.kind, refused.cause) == (FailureKind.TRANSIENT, "robots_unread")


@pytest.mark.parametrize("text", [b"", b"<html>Not found</html>", b"\xff\xfe\x00" * 50, b"Disallow /\n" * 9])
def test_invalid_rules_forbid_nothing(lab, fetching, text):
    assert ask(lab, fetching, reply(text), "/story")[0] == [None]


def test_a_huge_file_is_read_up_to_the_limit(lab, fetching):
    rules = b"User-agent: *\n" + b"Disallow: /x\n" * 300_000
    (refused,), _ = ask(lab, fetching, reply(rules), "/x/story")
    assert refused.cause == "robots"


def test_of_a_file_that_does_not_end_the_beginning_counts(lab, fetching):
    async def endless(visit):
        await visit.send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /x\n")
        while True:
            await visit.send(b"# more\n" * 10_000)

    announced = reply(b"User-agent: *\nDisallow: /x\n" + b"# more\n" * 200_000, length=100_000_000)
    for robots_txt in (endless, announced):
        (refused, allowed), visits = ask(lab, fetching, robots_txt, "/x/story", "/story")
        assert (refused.cause, refused.kind) == ("robots", FailureKind.PERMANENT)
        assert allowed is None
        assert visits == 1


def test_an_address_that_may_not_be_asked_is_left_to_the_page_itself(lab, fetching):
    assert ask(lab, fetching, reply(RULES), "/private/story", allow_networks=())[0] == [None]


def test_a_packed_bomb_is_a_transient_refusal(lab, fetching):
    bomb = reply(gzip.compress(bytes(60_000_000)), "Content-Encoding: gzip")
    (refused,), _ = ask(lab, fetching, bomb, "/story", max_bytes=5_000_000)
    assert (refused.kind, refused.cause) == (FailureKind.TRANSIENT, "robots_unread")
    assert "larger than 5,000,000 bytes" in refused.message


def test_a_crawl_delay_is_respected(lab, fetching):
    async def scenario():
        answers = {"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 0.3\n"), "/": reply(b"x")}
        async with lab(answers) as server, fetching(per_host=1, spacing_s=0.0) as fetcher:
            from extractors.fetching.client import Request

            await Robots(fetcher).refusal_of(server.url + "/")
            loop = asyncio.get_running_loop()
            began = loop.time()
            for _ in range(2):
                await fetcher.fetch(Request(server.url + "/"))
            return loop.time() - began

    assert asyncio.run(scenario()) >= 0.3
