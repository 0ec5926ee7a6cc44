"""Candidates for the feeds of a site: those that its page links to, and conventional addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree, html

from core.urls import canonical, same_site
from extractors.feeds.entries import absolute_url

_FEED_MEDIA_TYPES = re.compile(
    r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|application/json|text/xml|application/xml"
)
_FEED_LIKE_PATH = re.compile(r"(?:^|[/.=_-])(?:rss|feeds?|atom)(?:$|[/.?&=_-])", re.IGNORECASE)
_MAX_CANDIDATES = 30  # of one page
_CONVENTIONAL_PATHS = (
    "/feed/",
    "/feed",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/rss",
    "/index.xml",
    "/feed.json",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
)
"""Where common publishing systems put their feeds, the most common first."""


@dataclass(frozen=True, slots=True)
class FeedCandidate:
    """A URL that may be a feed's; `title` is what the page calls it, None if it does not."""

    url: str
    title: str | None = None


def linked_feeds(body: bytes, url: str) -> tuple[FeedCandidate, ...]:
    """The feeds that a page links to: those of its `link` elements, then those of its anchors."""
    try:
        page = html.document_fromstring(body, base_url=url)
    except (etree.ParserError, ValueError):
        return ()
    base = next((urljoin(url, found) for found in page.xpath("//base/@href")), url)
    return _unique([*_alternates(page, base), *_anchors(page, base, url)])[:_MAX_CANDIDATES]


def conventional_feeds(url: str) -> tuple[FeedCandidate, ...]:
    """The conventional feed addresses on the site of `url`: below its path, then at the root."""
    below = re.sub(r"[^/]*$", "", url.partition("?")[0].partition("#")[0]).rstrip("/")
    return _unique(FeedCandidate(urljoin(url, base + path)) for base in (below, "") for path in _CONVENTIONAL_PATHS)


def _alternates(page: html.HtmlElement, base: str) -> Iterator[FeedCandidate]:
    for link in page.xpath("//link[@href]"):
        rels = (link.get("rel") or "").lower().split()
        if "feed" in rels or ("alternate" in rels and _FEED_MEDIA_TYPES.match((link.get("type") or "").lower())):
            yield from _candidate(link.get("href"), base, link.get("title"))


def _anchors(page: html.HtmlElement, base: str, url: str) -> Iterator[FeedCandidate]:
    for anchor in page.xpath("//a[@href]"):
        href = anchor.get("href")
        if _FEED_LIKE_PATH.search(href.partition("#")[0]):
            yield from (one for one in _candidate(href, base, anchor.text_content()) if same_site(one.url, url))


def _candidate(href: str, base: str, title: str | None) -> Iterator[FeedCandidate]:
    address = absolute_url(href, base)
    if address is not None:
        yield FeedCandidate(address, " ".join((title or "").split())[:200] or None)


def _unique(candidates: Sequence[FeedCandidate] | Iterator[FeedCandidate]) -> tuple[FeedCandidate, ...]:
    seen: dict[str, FeedCandidate] = {}
    for candidate in candidates:
        seen.setdefault(canonical(candidate.url) or candidate.url, candidate)
    return tuple(seen.values())
