"""A page that is stored is looked at again: not sent if it is the same, and nothing of it is lost if it is gone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest

from core.records import FailureKind, FeedEntry, FeedSource, PendingEntry, Quality, StoredPage
from extractors.article_reader import read_entries
from extractors.fetching.client import Fetcher
from extractors.fetching.policy import FetchPolicy
from extractors.worker_pool import WorkerPool
from storage.tables.rechecks import stored_entry
from tests.local_site import NOT_FOUND, LocalSite, Reply

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SENTENCE = "The wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back. "
ARTICLE = f"<html><body><article><h1>Wall</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p></article></body></html>"
WALL = (
    "<html><body><h1>We value your privacy</h1><p>We and our 212 partners use cookies and ask for your consent to "
    "store cookies. Your consent can be taken back in the privacy settings.</p></body></html>"
)


MEMBERS = (
    "<html><body><article><h1>Wall</h1><p>The wall of the harbour &amp; its gate.</p></article><div class=paywall>"
    "<h2>For members</h2><p>Subscribe to read on, or log in if you are a member.</p></div></body></html>"
)


class Site:
    """A site with one page; `asked` are the validators of each request for it."""

    def __init__(self):
        self.status, self.body, self.etag, self.asked = 200, ARTICLE, '"1"', []
        self.server = LocalSite(self.answer)
        self.url = f"{self.server.base}/news/harbour-wall-to-be-mended"

    def answer(self, request):
        if request.path == "/robots.txt":
            return NOT_FOUND
        validators = request.headers["If-None-Match"], request.headers["If-Modified-Since"]
        self.asked.append(validators)
        is_same = validators[0] == self.etag
        return Reply(b"" if is_same else self.body, 304 if is_same else self.status, headers={"ETag": self.etag})


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.close()


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1, wall_s=120) as pool:
        yield pool


@pytest.fixture
def look_again(site, pool):
    def look_again(entry=None, **stored):
        seen_at = NOW - timedelta(hours=3)
        entry = entry or FeedEntry("feed", "wall", site.url, "Wall", "A <b>wall</b> is mended.", None, None, seen_at)
        pending = PendingEntry(entry, article_id="stored", stored=StoredPage(**{"is_whole": True} | stored))

        async def work():
            policy = FetchPolicy(allow_networks=(ip_network("127.0.0.0/8"),), spacing_s=0)
            async with Fetcher(policy) as fetcher:
                sources = {"feed": FeedSource("feed", f"{site.url}/feed")}
                return await read_entries(fetcher, [pending], sources=sources, host_memory={}, pool=pool, now=NOW)

        (outcome,) = asyncio.run(work())
        return outcome

    return look_again


def test_a_page_that_is_the_same_is_not_sent(site, look_again):
    outcome = look_again(etag=b'"1"', last_modified=b"Mon, 02 Mar 2026 06:00:00 GMT")
    assert (outcome.article, outcome.page, outcome.failure, outcome.retry) == (None, None, None, False)
    assert site.asked == [('"1"', "Mon, 02 Mar 2026 06:00:00 GMT")]


def test_a_page_that_was_edited_is_read(site, look_again):
    site.etag, site.body = '"2"', ARTICLE.replace("spring", "spring, says Anton Velmar-Szabo,")
    outcome = look_again(etag=b'"1"')
    assert "Velmar-Szabo" in outcome.article.text
    assert (outcome.article.article_id, outcome.article.quality) == ("stored", Quality.FULL)


def test_a_page_without_validators_is_asked_for_as_a_whole(site, look_again):
    assert look_again().article.quality is Quality.FULL
    assert site.asked == [(None, None)]


@pytest.mark.parametrize(("status", "kind"), [(404, FailureKind.PERMANENT), (503, FailureKind.TRANSIENT)])
def test_a_page_that_is_gone_leaves_what_is_stored(site, look_again, status, kind):
    site.status = status
    outcome = look_again()
    assert outcome.article is None, "the feed's words would replace the article"
    assert (outcome.failure.cause, outcome.failure.kind) == ("http_status", kind)


def test_a_page_that_went_behind_a_wall_leaves_what_is_stored(site, look_again):
    site.body = WALL
    assert look_again().article is None
    assert look_again().failure.cause == "consent"
    assert look_again(is_whole=False).article is not None, "nothing better is stored"


def test_what_is_stored_stands_for_the_words_of_the_feed_where_these_are_no_longer_known(site, look_again):
    """A page that is looked at again for an entry that was listed later gives the text that it gave."""
    for body, is_whole in ((ARTICLE, True), (MEMBERS, False)):
        site.body = body
        first = look_again(is_whole=is_whole).article
        again = look_again(stored_entry(first), is_whole=is_whole).article
        assert (again.title, again.text, again.content_hash) == (first.title, first.text, first.content_hash)
        assert (again.quality is Quality.FULL, first.quality is Quality.FULL) == (is_whole, is_whole)
