from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from core.config import parse_document
from core.errors import ConfigError
from core.records import FeedSource
from extractors.feeds.config import parse_feeds, with_feeds
from extractors.feeds.discovery import conventional_feeds, linked_feeds
from extractors.feeds.opml import new_id, read_opml, write_opml
from extractors.polling.checkup import check_feeds, discover
from extractors.worker_pool import WorkerPool
from tests.extractors.conftest import reply

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEED = b"""<rss version="2.0"><channel><title>T</title><item><guid isPermaLink="false">1</guid><title>One</title>
<link>/one</link><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>"""


# ---------------------------------------------------------------- candidates


def test_the_feeds_that_a_page_links_to_are_found():
    page = b"""<html><head><base href="https://www.example.org/news/">
      <link rel="alternate" type="application/rss+xml" title=" All   news " href="all.xml">
      <link rel="alternate" type="application/feed+json" href="/feed.json">
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/rss.css">
      <link rel="alternate" type="application/rss+xml" href="javascript:x">
      </head><body><a href="/rss/world">World</a> <a href="https://elsewhere.example.net/rss">Other</a>
      <a href="/about">About</a> <a href="all.xml">again</a></body></html>"""
    found = linked_feeds(page, "https://www.example.org/")
    assert [(one.url, one.title) for one in found] == [
        ("https://www.example.org/news/all.xml", "All news"),
        ("https://www.example.org/feed.json", None),
        ("https://www.example.org/rss/world", "World"),
    ]


@pytest.mark.parametrize("page", [b"", b"\x00\x01", b"<", b"plain"])
def test_a_body_that_is_no_page_has_no_feeds(page):
    assert linked_feeds(page, "https://www.example.org/") == ()


def test_conventional_addresses_are_below_the_page_and_at_the_root():
    urls = [one.url for one in conventional_feeds("https://www.example.org/blog/post?x=1")]
    assert urls[0] == "https://www.example.org/blog/feed/"
    assert "https://www.example.org/feed.json" in urls
    assert len(urls) == len(set(urls))


# ---------------------------------------------------------------- over the network


def look(lab, fetching, answers, work):
    async def scenario():
        with WorkerPool(1) as pool:
            async with lab(answers) as server, fetching() as fetcher:
                return await work(fetcher, pool, server.url)

    return asyncio.run(scenario())


def test_discovery_returns_the_linked_feed(lab, fetching):
    page = b"<html><head><link rel=alternate type=application/rss+xml href=/all.xml></head></html>"
    answers = {"/": reply(page), "/all.xml": reply(FEED)}
    (found,) = look(lab, fetching, answers, lambda fetcher, pool, url: discover(fetcher, pool, url + "/", NOW)).found
    assert found.source.url.endswith("/all.xml")
    assert found.newest == datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_discovery_tries_conventional_addresses(lab, fetching):
    answers = {"/": reply(b"<html></html>"), "/rss.xml": reply(FEED)}
    (found,) = look(lab, fetching, answers, lambda fetcher, pool, url: discover(fetcher, pool, url + "/", NOW)).found
    assert found.source.url.endswith("/rss.xml")


def test_discovery_of_the_address_of_a_feed_returns_it(lab, fetching):
    discovery = look(
        lab, fetching, {"/x": reply(FEED)}, lambda fetcher, pool, url: discover(fetcher, pool, url + "/x", NOW)
    )
    (found,) = discovery.found
    assert found.source.url.endswith("/x")


def test_a_check_remarks_on_problems_and_their_remedy(lab, fetching):
    stale = FEED.replace(b"Sun, 22 Nov 2026", b"Wed, 22 Apr 2026").replace(b"<link>/one</link>", b"")
    answers = {
        "/good": reply(FEED),
        "/stale": reply(stale),
        "/html": reply(b"<html></html>"),
        "/moved": reply(b"", "Location: /good", status="301 Moved"),
    }

    async def work(fetcher, pool, url):
        return await check_feeds(fetcher, pool, [FeedSource(path, url + path) for path in answers], NOW)

    good, stale, page, moved = look(lab, fetching, answers, work)
    assert (good.is_good, good.remarks) == (True, ())
    assert "214 days old" in " ".join(stale.remarks)
    assert "no link" in " ".join(stale.remarks)
    assert not page.is_good
    assert "feeds discover" in page.remarks[0]
    assert "/good into feeds.yaml" in moved.remarks[0]


# ---------------------------------------------------------------- OPML and feeds.yaml


def test_opml_is_written_and_read_back():
    sources = (
        FeedSource("farm-news", "https://example.org/feed?a=1&b=2", title="Farm & News", tags=("primary", "korea")),
        FeedSource("other", "https://example.net/feed"),
    )
    back, _ = read_opml(write_opml(sources), "list.opml")
    assert [(one.url, one.title, one.tags) for one in back] == [
        ("https://example.org/feed?a=1&b=2", "Farm & News", ("primary", "korea")),
        ("https://example.net/feed", "other", ()),
    ]


def test_folders_become_tags_and_duplicates_are_dropped():
    opml = b"""<opml version="1.0"><body><outline text="Asia"><outline text="Korea">
      <outline text="One" xmlUrl="https://example.org/1"/><outline text="One" xmlUrl="https://EXAMPLE.org/1"/>
      <outline text="Bad" xmlUrl="javascript:x"/></outline></outline></body></opml>"""
    (source,), passed_over = read_opml(opml, "list.opml", taken=["one"])
    assert (source.feed_id, source.tags) == ("one-2", ("Korea", "Asia"))
    assert passed_over == [
        ("https://EXAMPLE.org/1", "the file lists its address twice"),
        ("javascript:x", "its address is none of http or https"),
    ]


@pytest.mark.parametrize("body", [b"", b"<html/>", b"not xml"])
def test_a_file_that_is_no_opml_is_refused(body):
    with pytest.raises(ConfigError, match=r"list\.opml"):
        read_opml(body, "list.opml")


def test_ids_are_made_of_names():
    assert new_id("The Korea Herald!", []) == "the-korea-herald"
    assert new_id("https://www.example.org/feed", []) == "example-org-feed"
    assert new_id("신문", ["feed"]) == "feed-2"


@pytest.mark.parametrize(
    "text",
    ["", "feeds:\n", "feeds: []\n", "# mine\nfeeds:\n  - {id: a, url: 'https://example.org/a'}  # good\n  # - old\n"],
)
def test_a_feed_is_appended_and_nothing_else_changes(text):
    document = parse_document(text, "feeds.yaml")
    new = FeedSource("b", "https://example.org/b?x=1#y", title='Say "b": yes', tags=("primary",))
    after = with_feeds(document, [new])
    assert parse_feeds(parse_document(after, "feeds.yaml")) == (*parse_feeds(document), new)
    assert "# good" in after or "# good" not in text


def test_a_file_that_does_not_end_with_its_feeds_is_refused():
    document = parse_document("feeds: [{id: a, url: 'https://example.org/a'}]\n", "feeds.yaml")
    with pytest.raises(ConfigError):
        with_feeds(document, [FeedSource("b", "https://example.org/b")])
