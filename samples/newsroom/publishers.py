"""The four invented publishers of the sample newsroom and their feeds."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import timedelta, timezone

from samples.newsroom.article_files import SampleArticle


@dataclass(frozen=True, slots=True)
class Publisher:
    """One site: its loopback address, the UTC offset of its times, and the pattern of its articles' paths."""

    publisher_id: str
    name: str
    address: str
    offset: timezone
    path: str
    closed: str = ""
    """The path that its robots.txt disallows for all agents."""

    def path_of(self, article: SampleArticle) -> str:
        """The article's path on this site."""
        number = zlib.crc32(article.slug.encode()) % 1_000_000
        return article.path or self.path.format(slug=article.slug, section=article.section.lower(), number=number)


@dataclass(frozen=True, slots=True)
class SampleFeed:
    """One feed: `kind` names its format; `html` and `error` are failing feeds. It responds after `delay_s` seconds."""

    feed_id: str
    publisher: str
    path: str
    kind: str
    title: str
    delay_s: float = 0.0


PUBLISHERS = {
    publisher.publisher_id: publisher
    for publisher in (
        Publisher("courier", "The Harbour Courier", "127.0.0.2", timezone(timedelta(hours=0)), "/{section}/{slug}"),
        Publisher("ledger", "Ledger & Lantern", "127.0.0.3", timezone(timedelta(hours=-5)), "/{slug}/"),
        Publisher(
            "meridian", "Meridian Wire", "127.0.0.4", timezone(timedelta(hours=1)), "/article/{slug}.html", "/members/"
        ),
        Publisher("nuri", "누리새벽", "127.0.0.5", timezone(timedelta(hours=9)), "/news/view.html?idxno={number}"),
    )
}
"""Each has a loopback address of its own; where the system has only 127.0.0.1, they share it on different ports."""

FEEDS = (
    SampleFeed("courier-world", "courier", "/feeds/world.atom", "atom", "The Harbour Courier: World"),
    SampleFeed("courier-local", "courier", "/feeds/local.rss", "rss", "The Harbour Courier: Local", delay_s=2.0),
    SampleFeed("courier-business", "courier", "/feeds/business.rss", "error", "The Harbour Courier: Business"),
    SampleFeed("ledger", "ledger", "/feed/", "rss", "Ledger & Lantern"),
    SampleFeed("ledger-video", "ledger", "/video/feed/", "html", "Ledger & Lantern: Video"),
    SampleFeed("meridian", "meridian", "/feed.json", "json", "Meridian Wire"),
    SampleFeed("nuri", "nuri", "/sitemap-news.xml", "sitemap", "누리새벽"),
    SampleFeed("nuri-english", "nuri", "/rss/english.rdf", "rdf", "Nuri Dawn English"),
)
