"""Reading pending entries over loopback HTTP: pages, robots.txt, alternate pages, and the feed's own text."""

import asyncio
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from threading import Thread

import pytest

from core.records import FailureKind, FeedEntry, FeedSource, FullText, PendingEntry, Quality
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.worker_pool import WorkerPool

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SENTENCE = "The wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back. "
ARTICLE = f"<html><body><article><h1>Wall</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p></article></body></html>"
WALL = (
    "<html><head><link rel=amphtml href='{amp}'></head><body><h1>We value your privacy</h1><p>We and our 212 partners "
    "use cookies and ask for your consent to store cookies. Your consent can be taken back in the privacy settings.</p>"
)
PAGES = {
    "/robots.txt": (200, "User-agent: *\nDisallow: /members/"),
    "/news/harbour-wall-to-be-mended": (200, ARTICLE),
    "/news/wall-behind-consent-for-all": (200, WALL.format(amp="/amp/the-wall-behind-the-consent")),
    "/amp/the-wall-behind-the-consent": (200, ARTICLE),
    "/news/wall-behind-consent-for-good": (200, WALL.format(amp="https://other.example/amp")),
    "/news/wall-drawn-by-a-script": (
        200,
        "<link rel=alternate media=print href='/print/the-wall'><div id=app></div><noscript>JavaScript</noscript>",
    ),
    "/print/the-wall": (200, ARTICLE),
    "/news/broken-for-a-while": (503, "busy"),
}


@pytest.fixture(scope="module")
def site():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, body = PAGES.get(self.path, (404, "gone"))
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1, wall_s=120) as pool:
        yield pool


@pytest.fixture
def read(site, pool):
    """The outcome of reading one entry of this site."""

    def read(path, content=None, seen_at=NOW, full_text=FullText.AUTO):
        url = site + path if path else None
        entry = FeedEntry("feed", path or "key", url, "Wall", None, content, None, seen_at)
        sources = {"feed": FeedSource("feed", f"{site}/feed", full_text=full_text)}

        async def work():
            policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)
            async with Fetcher(policy) as fetcher:
                pending = [PendingEntry(entry)]
                return await read_entries(fetcher, pending, sources=sources, host_memory={}, pool=pool, now=NOW)

        (outcome,) = asyncio.run(work())
        return outcome

    return read


def test_a_page_becomes_an_article_and_is_kept(read):
    outcome = read("/news/harbour-wall-to-be-mended")
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL
    assert outcome.page.body == ARTICLE.encode()


def test_robots_txt_is_respected_and_the_feed_is_read_instead(read):
    outcome = read("/members/only", content=f"<p>{SENTENCE}</p>")
    assert outcome.failure.cause == "robots"
    assert outcome.page is None
    assert outcome.article.quality is Quality.PARTIAL
    assert outcome.article.text == SENTENCE.strip()


def test_behind_a_consent_wall_the_amp_version_is_read_under_the_same_identity(read):
    outcome = read("/news/wall-behind-consent-for-all")
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL
    assert outcome.article.url.endswith("/news/wall-behind-consent-for-all")


def test_the_print_version_of_an_empty_page_is_read(read):
    outcome = read("/news/wall-drawn-by-a-script")
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL
    assert outcome.article.url.endswith("/news/wall-drawn-by-a-script")


def test_an_amp_version_on_another_site_is_not_read_and_a_consent_wall_is_a_failure(read):
    outcome = read("/news/wall-behind-consent-for-good")
    assert (outcome.failure.cause, outcome.failure.kind) == ("consent", FailureKind.PERMANENT)
    assert outcome.article.quality is Quality.CONSENT


def test_an_entry_waits_for_a_page_that_fails_transiently_and_is_then_read_from_the_feed(read):
    first = read("/news/broken-for-a-while", content=f"<p>{SENTENCE}</p>")
    assert (first.article, first.failure.kind) == (None, FailureKind.TRANSIENT)
    later = read("/news/broken-for-a-while", content=f"<p>{SENTENCE}</p>", seen_at=NOW - timedelta(hours=2))
    assert later.article.text == SENTENCE.strip()
    assert later.failure.cause == "http_status"


def test_a_missing_page_without_text_in_the_feed_is_a_failure_only(read):
    outcome = read("/news/never-was")
    assert (outcome.article, outcome.failure.cause) == (None, "http_status")


def test_the_page_of_a_feed_with_full_text_is_not_fetched(read):
    outcome = read("/news/never-was", content=f"<p>{SENTENCE * 3}</p>", full_text=FullText.FEED)
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL


def test_an_entry_without_a_link_is_read_from_its_feed(read):
    assert read(None, content=f"<p>{SENTENCE}</p>").article.text == SENTENCE.strip()
