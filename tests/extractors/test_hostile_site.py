"""One hostile outlet harms nobody else: slow answers, large pages, and claims to be another publisher."""

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest

from core.identity import article_id
from core.page_bodies import unpacked_body
from core.records import FeedEntry, FeedSource, PendingEntry, Quality
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher, Request
from extractors.fetching.errors import FetchAttemptError, FetchErrorKind
from extractors.fetching.policy import FetchPolicy
from extractors.fetching.site_limits import SiteLimits
from extractors.polling.cycle import poll_feeds
from extractors.worker_pool import WorkerPool
from tests.local_site import NOT_FOUND, LocalSite, Reply

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SENTENCE = "The wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back. "
ARTICLE = f"<html><body><article><h1>Wall</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p></article></body></html>"
SLOW_S = 0.4


class Outlets:
    """Two outlets: the hostile one at 127.0.0.66, all others honest."""

    def __init__(self):
        self.slow_robots = False
        self.site = LocalSite(self.answer, "0.0.0.0")

    def answer(self, request):
        if request.path.startswith("/busy"):
            return Reply("slow down", 429, headers={"Retry-After": "3600"})
        is_hostile = request.headers["Host"].startswith("127.0.0.66")
        return self.hostile(request) if is_hostile else honest(request.path)

    def hostile(self, request):
        path, victim = request.path, request.base
        if path.startswith("/slow") or (path == "/robots.txt" and self.slow_robots):
            time.sleep(SLOW_S)
            again = f"<link rel=amphtml href='{path}-amp'><link rel=alternate media=print href='{path}-print'>"
            return Reply(f"<html><head>{again}<meta http-equiv=refresh content='0;url={path}-r'></head></html>")
        if path.startswith("/dear"):
            links = " ".join(f"<a href='/{path}{number}'>Kim</a>" for number in range(4_000))
            return Reply(f"<html><body><p>{links}</p><p>{SENTENCE * 20}</p></body></html>")
        if path.startswith("/large"):
            return Reply(f"<html><body><p>{'x' * 2_000_000}</p></body></html>")
        if path.startswith("/spoof"):
            claims = (
                f"<link rel=canonical href='{victim}/news/wall'><meta property=og:url content='{victim}/news/wall'>"
                "<meta property=og:site_name content='127.0.0.1'>"
                f'<script type="application/ld+json">{{"@type":"NewsArticle","url":"{victim}/news/wall",'
                f'"mainEntityOfPage":"{victim}/news/wall","publisher":{{"name":"Harbour Times"}}}}</script>'
            )
            return Reply(ARTICLE.replace("<body>", f"<head>{claims}</head><body>"))
        if path.startswith("/to-victim"):
            return Reply(status=302, headers={"Location": f"{victim}/news/wall"})
        return honest(path)


def honest(path):
    if path.startswith("/paywall"):
        return Reply(f"<h1>Harbour wall</h1><article><p>{SENTENCE}</p><p>Subscribe to continue reading.</p>")
    return NOT_FOUND if path == "/robots.txt" else Reply(ARTICLE)


@pytest.fixture
def outlets():
    outlets = Outlets()
    yield outlets
    outlets.site.close()


@pytest.fixture(scope="module")
def workers():
    with WorkerPool(2) as pool:
        yield pool


POLICY = FetchPolicy(timeout_s=10, allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)


def pending(feed_id, url, **changes):
    entry = FeedEntry(feed_id, url, url, "The wall is mended", None, None, NOW, NOW)
    return PendingEntry(replace(entry, **changes))


def read(workers, items, limits=None, sources=()):
    async def work():
        async with Fetcher(POLICY, limits=limits) as fetcher:
            by_id = {one.feed_id: one for one in sources}
            return await read_entries(fetcher, items, sources=by_id, host_memory={}, pool=workers, now=NOW)

    return asyncio.run(work())


@pytest.mark.parametrize("slow_robots", [False, True])
def test_a_slow_site_is_left_for_the_next_cycle_and_the_others_are_read(outlets, workers, slow_robots):
    outlets.slow_robots = slow_robots
    port = outlets.site.port
    slow = [pending("slow", f"http://127.0.0.66:{port}/slow/{number}") for number in range(20)]
    honest = [pending("honest", f"http://127.0.0.1:{port}/news/{number}") for number in range(5)]
    begin = time.monotonic()
    outcomes = read(workers, [*slow, *honest], SiteLimits(seconds=3 * SLOW_S))
    assert time.monotonic() - begin < 20 * SLOW_S, "each of its pages with three further versions would take 32 s"
    by_feed = [one.entry.feed_id for one in outcomes]
    assert by_feed.count("honest") == 5
    assert all(one.article.quality is Quality.FULL for one in outcomes if one.entry.feed_id == "honest")
    assert by_feed.count("slow") < 6, "the others wait, and no attempt is counted"


def test_a_site_that_asks_for_a_pause_is_asked_for_nothing_more_in_the_cycle(outlets, workers):
    port = outlets.site.port
    busy = [pending("busy", f"http://127.0.0.66:{port}/busy/{number}") for number in range(12)]
    honest = [pending("honest", f"http://127.0.0.1:{port}/news/{number}") for number in range(5)]
    outcomes = read(workers, [*busy, *honest], SiteLimits(heeds_pauses=True))
    asked = [path for path in outlets.site.paths() if path.startswith("/busy")]
    by_feed = [one.entry.feed_id for one in outcomes]
    assert len(asked) == by_feed.count("busy") < 4, "the others wait, and no attempt is counted"
    assert by_feed.count("honest") == 5
    assert {one.pause for one in outcomes if one.entry.feed_id == "busy"} == {timedelta(hours=1)}
    assert {one.pause for one in outcomes if one.entry.feed_id == "honest"} == {None}
    paused = SiteLimits(heeds_pauses=True, paused=frozenset({f"127.0.0.66:{port}"}))
    assert read(workers, busy, paused) == [], "nor in the next cycle, before the pause is over"
    assert len([path for path in outlets.site.paths() if path.startswith("/busy")]) == len(asked)


def test_an_entry_that_waited_an_hour_for_a_slow_site_is_read_from_its_feed(outlets, workers):
    port = outlets.site.port
    old = NOW - timedelta(hours=2)
    items = [pending("slow", f"http://127.0.0.66:{port}/slow/{number}", seen_at=old) for number in range(6)]
    outcomes = read(workers, items, SiteLimits(seconds=SLOW_S))
    assert len(outcomes) == 6
    waiting = [one for one in outcomes if one.failure and one.failure.cause == "site_limit"]
    assert waiting
    assert all(one.article and one.article.title == "The wall is mended" and one.retry for one in waiting)


def test_a_site_of_large_pages_takes_its_share_of_memory_only(outlets, workers):
    port = outlets.site.port
    large = [pending("large", f"http://127.0.0.66:{port}/large/{number}") for number in range(10)]
    honest = pending("honest", f"http://127.0.0.1:{port}/a")
    outcomes = read(workers, [*large, honest], SiteLimits(site_bytes=5_000_000))
    kept = sum(len(unpacked_body(one.page.body, one.page.sha256)) for one in outcomes if one.page)
    assert kept < 8_000_000, "three pages of two megabytes, and the honest one"
    assert [one.entry.feed_id for one in outcomes].count("honest") == 1


def test_a_site_of_pages_that_are_dear_to_parse_takes_its_share_of_the_workers_only(outlets, workers):
    port = outlets.site.port
    dear = [pending("dear", f"http://127.0.0.66:{port}/dear/{number}") for number in range(30)]
    old = pending("dear", f"http://127.0.0.66:{port}/dear/old", seen_at=NOW - timedelta(hours=2))
    honest = [pending("honest", f"http://127.0.0.1:{port}/news/{number}") for number in range(5)]
    limits = SiteLimits(parsing_seconds=0.2)
    outcomes = read(workers, [*dear, *honest, old], limits)
    by_feed = [one.entry.feed_id for one in outcomes]
    assert by_feed.count("honest") == 5
    assert by_feed.count("dear") < 20, "the others wait for the next cycle, and no attempt is counted"
    (waited,) = [one for one in outcomes if one.entry.entry_key.endswith("/old")]
    assert waited.failure is None or (waited.failure.cause, waited.retry) == ("site_limit", True)
    with pytest.raises(FetchAttemptError, match="to parse in this cycle"):
        limits.check(dear[0].entry.url)


def test_all_sites_together_are_bounded_too():
    limits = SiteLimits(site_bytes=50, all_bytes=100)
    for number in range(4):
        limits.spend(f"http://127.0.0.{number}/", size=30)

    async def ask():
        async with Fetcher(POLICY, limits=limits) as fetcher:
            return await fetcher.fetch(Request("http://127.0.0.9:8999/"))

    fetched = asyncio.run(ask())
    assert fetched.error.kind is FetchErrorKind.SITE_LIMIT
    assert fetched.error.retryable


def test_slow_feeds_of_one_site_share_its_time(outlets, workers):
    port = outlets.site.port
    sources = [FeedSource(f"slow{number}", f"http://127.0.0.66:{port}/slow/{number}") for number in range(8)]
    sources.append(FeedSource("honest", f"http://127.0.0.1:{port}/feed"))

    async def work():
        async with Fetcher(POLICY, limits=SiteLimits(seconds=2 * SLOW_S)) as fetcher:
            return await poll_feeds(fetcher, sources, {}, NOW, pool=workers)

    polls = asyncio.run(work())
    causes = [one.failure.cause for one in polls if one.failure]
    assert causes.count("site_limit") >= 5
    assert polls[-1].failure.cause != "site_limit"


def test_a_page_cannot_claim_to_be_another_publishers(outlets, workers):
    port = outlets.site.port
    victim = f"http://127.0.0.1:{port}"
    items = [
        pending("evil", f"http://127.0.0.66:{port}/spoof/1"),
        pending("honest", f"{victim}/news/wall"),
    ]
    spoofed, real = (one.article for one in read(workers, items))
    assert spoofed.site == f"127.0.0.66:{port}"
    assert spoofed.url.startswith(f"http://127.0.0.66:{port}/")
    assert spoofed.article_id != real.article_id
    assert "Harbour Times" not in (spoofed.title or "")


@pytest.mark.parametrize(("title", "site"), [(None, "127.0.0.1"), ("Kim arrested for lies", "127.0.0.66")])
def test_a_redirect_to_another_publisher_adds_no_words_to_what_that_publisher_wrote(outlets, workers, title, site):
    port = outlets.site.port
    item = pending("evil", f"http://127.0.0.66:{port}/to-victim/1", title=title)
    (outcome,) = read(workers, [item])
    assert outcome.article.site == f"{site}:{port}"
    assert ("Kim" in f"{outcome.article.title} {outcome.article.text}") == (site == "127.0.0.66")


@pytest.mark.parametrize("path", ["/news/wall", "/paywall/wall", "/news/missing-page-that-is-slow"])
@pytest.mark.parametrize("key", ["", "guid-of-ours"])
def test_a_feed_cannot_put_words_into_another_publishers_mouth(outlets, workers, path, key):
    """It lists the victim's address with a text of its own: that text is the feed's, and no version of the article."""
    port = outlets.site.port
    victim = f"http://127.0.0.1:{port}{path}"
    feed = FeedSource("evil", f"http://127.0.0.66:{port}/feed")
    words = "Kim Kwang-jin was arrested at the harbour, the Harbour Times can reveal. " * 3
    item = pending("evil", victim, entry_key=key or victim, title="Kim arrested", content=words)
    (outcome,) = read(workers, [item], sources=[feed])
    article = outcome.article
    if "Kim Kwang-jin" in article.text:
        assert article.site == f"127.0.0.66:{port}"
        assert article.article_id != article_id(victim, "evil", item.entry.entry_key)
    else:
        assert article.url == victim
