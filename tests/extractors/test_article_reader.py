"""Reading pending entries over loopback HTTP: pages, robots.txt, alternate pages, and the feed's own text."""

import asyncio
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest

from core.page_bodies import unpacked_body
from core.records import FailureKind, FeedEntry, FeedSource, FullText, PendingEntry, Quality
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.worker_pool import WorkerPool
from tests.local_site import LocalSite, Reply

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
    "/@ines/1": (200, "<title>Ines</title><div id=app></div><noscript>Please enable JavaScript.</noscript>"),
    "/news/broken-for-a-while": (503, "busy"),
    "/news/removed": (302, "/"),
    "/": (200, ARTICLE),
}


@pytest.fixture(scope="module")
def site():
    def answer(request):
        status, body = PAGES.get(request.path, (404, "gone"))
        return Reply(status=status, headers={"Location": body}) if status == 302 else Reply(body, status)

    with LocalSite(answer) as site:
        yield site.base


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1, wall_s=120) as pool:
        yield pool


@pytest.fixture
def read(site, pool):
    """The outcome of reading one entry of this site."""

    def read(path, content=None, seen_at=NOW, full_text=FullText.AUTO, title="Wall", key=None, **waiting):
        url = site + path if path else None
        entry = FeedEntry("feed", key or path or "key", url, title, None, content, None, seen_at)
        sources = {"feed": FeedSource("feed", f"{site}/feed", full_text=full_text)}

        async def work():
            policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)
            async with Fetcher(policy) as fetcher:
                pending = [PendingEntry(entry, **waiting)]
                return await read_entries(fetcher, pending, sources=sources, host_memory={}, pool=pool, now=NOW)

        (outcome,) = asyncio.run(work())
        return outcome

    return read


def test_a_page_becomes_an_article_and_is_kept(read):
    outcome = read("/news/harbour-wall-to-be-mended")
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL
    assert unpacked_body(outcome.page.body, outcome.page.sha256) == ARTICLE.encode()


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


@pytest.mark.parametrize("path", ["/@ines/1", "/@ines/never-was"])
def test_a_post_whose_page_has_no_text_is_read_whole_from_its_feed(read, path):
    outcome = read(path, title=None, content="<p>The wall is hollow, says Ines.</p>")
    assert (outcome.failure, outcome.article.quality) == (None, Quality.FULL)
    assert outcome.article.text == "The wall is hollow, says Ines."
    titled = read(path, content="<p>The wall is hollow, says Ines.</p>")
    assert (titled.failure is None, titled.article.quality) == (False, Quality.PARTIAL)


@pytest.mark.parametrize("end", ["…", " [...]", " [&#8230;]</p>\n"])
def test_a_post_that_breaks_off_is_an_excerpt(read, end):
    outcome = read("/@ines/1", title=None, content=f"<p>The wall is hollow, says{end}")
    assert (outcome.failure.cause, outcome.article.quality) == ("empty", Quality.PARTIAL)


def test_an_amp_version_on_another_site_is_not_read_and_a_consent_wall_is_a_failure(read):
    outcome = read("/news/wall-behind-consent-for-good")
    assert (outcome.failure.cause, outcome.failure.kind) == ("consent", FailureKind.PERMANENT)
    assert (outcome.article.quality, outcome.article.title, outcome.article.text) == (Quality.PARTIAL, "Wall", "")


def test_an_entry_waits_for_a_page_that_fails_for_a_while_until_the_second_attempt(read):
    first = read("/news/broken-for-a-while", content=f"<p>{SENTENCE}</p>")
    assert (first.article, first.failure.kind) == (None, FailureKind.TRANSIENT)
    later = read("/news/broken-for-a-while", content=f"<p>{SENTENCE}</p>", attempts=1)
    assert later.article.text == SENTENCE.strip()
    assert later.failure.cause == "http_status"


def test_of_a_missing_page_without_text_in_the_feed_the_headline_is_kept_and_it_is_asked_for_again(read):
    outcome = read("/news/never-was")
    assert (outcome.article.title, outcome.article.text, outcome.failure.cause) == ("Wall", "", "http_status")
    assert outcome.article.quality_reason.startswith("headline only: ")
    assert outcome.retry
    assert read("/news/never-was", attempts=1).retry
    assert not read("/news/never-was", attempts=2).retry
    assert read("/news/never-was", title=None).article is None


def test_a_page_keeps_the_id_of_the_article_that_stood_for_it(read):
    outcome = read("/news/harbour-wall-to-be-mended", article_id="of the headline")
    assert (outcome.article.article_id, outcome.article.quality, outcome.retry) == ("of the headline", "full", False)


def test_a_page_about_something_else_does_not_replace_what_the_feed_says(read):
    outcome = read("/news/harbour-wall-to-be-mended", title="Marta Kovač named director", content="<p>At Veltra.</p>")
    assert (outcome.article.title, outcome.article.quality) == ("Marta Kovač named director", Quality.PARTIAL)
    assert outcome.article.text.split("\n")[0] == "At Veltra."
    assert SENTENCE.strip() in outcome.article.text
    assert [(zone.kind.value, zone.start) for zone in outcome.article.zones][:1] == [("core", 0)]
    assert outcome.article.zones[-1].end == len(outcome.article.text)
    assert not outcome.retry
    other = read("/news/harbour-wall-to-be-mended", title="Another notice of the day", key="other")
    assert other.article.article_id != outcome.article.article_id


def test_an_address_that_redirects_to_the_front_page_keeps_what_the_feed_says(read):
    outcome = read("/news/removed", title="Marta Kovač named director")
    assert (outcome.article.title, outcome.failure.cause) == ("Marta Kovač named director", "redirected_home")
    assert outcome.retry


def test_the_page_of_a_feed_with_full_text_is_not_fetched(read):
    outcome = read("/news/never-was", content=f"<p>{SENTENCE * 3}</p>", full_text=FullText.FEED)
    assert outcome.failure is None
    assert outcome.article.quality is Quality.FULL


def test_an_entry_without_a_link_is_read_from_its_feed(read):
    assert read(None, content=f"<p>{SENTENCE}</p>").article.text == SENTENCE.strip()
