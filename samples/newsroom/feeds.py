"""The feeds of the sample newsroom: RSS 2.0 and 1.0, Atom, JSON Feed and a news sitemap.

They are written without a feed library. Two fail on purpose: one with an HTTP error, one with a page instead of a feed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from samples.newsroom.article_files import SampleArticle
from samples.newsroom.edition import Edition
from samples.newsroom.publishers import SampleFeed

_HTML = "text/html; charset=utf-8"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class FeedResponse:
    """The response to a request for a feed."""

    status: int
    content_type: str
    text: str


def render_feed(feed: SampleFeed, edition: Edition) -> FeedResponse:
    """The feed's response in this edition."""
    if feed.kind in _FAILING:
        return _FAILING[feed.kind]
    content_type, render = _KINDS[feed.kind]
    return FeedResponse(200, content_type, render(feed, edition))


def latest_change(feed: SampleFeed, edition: Edition) -> datetime:
    """The latest change of the feed's articles; the newsroom's start where none has a date."""
    changes = (edition.modified(article) for article in edition.carried_by(feed))
    return max((change for change in changes if change), default=edition.start)


def _rss(feed: SampleFeed, edition: Edition) -> str:
    items = "".join(_rss_item(article, edition) for article in edition.carried_by(feed))
    return (
        f'{_XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n'
        f"{_tag('title', feed.title)}{_tag('link', edition.bases[feed.publisher] + '/')}"
        f"{_tag('description', feed.title)}{_tag('language', 'en-GB')}<ttl>30</ttl>\n{items}</channel>\n</rss>\n"
    )


def _rss_item(article: SampleArticle, edition: Edition) -> str:
    published = edition.published(article)
    url = edition.url(article)
    content = "".join(f"<p>{paragraph}</p>\n" for paragraph in edition.body(article))
    return "".join(
        (
            "<item>\n",
            _tag("title", article.headline),
            _tag("link", f"{url}?utm_source=rss&utm_medium=feed"),
            f'<guid isPermaLink="false">{escape(article.key)}</guid>\n',
            _tag("dc:creator", article.author),
            _tag("pubDate", format_datetime(published) if published else ""),
            _tag("description", article.summary),
            f"<content:encoded><![CDATA[{content}]]></content:encoded>\n" if article.body_in_feed else "",
            "</item>\n",
        )
    )


def _rdf(feed: SampleFeed, edition: Edition) -> str:
    articles = edition.carried_by(feed)
    resources = "".join(f'<rdf:li rdf:resource="{escape(edition.url(article))}"/>\n' for article in articles)
    items = "".join(_rdf_item(article, edition) for article in articles)
    return (
        f'{_XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<channel rdf:about="{edition.bases[feed.publisher]}{feed.path}">\n{_tag("title", feed.title)}'
        f"<items><rdf:Seq>\n{resources}</rdf:Seq></items>\n</channel>\n{items}</rdf:RDF>\n"
    )


def _rdf_item(article: SampleArticle, edition: Edition) -> str:
    url, published = edition.url(article), edition.published(article)
    return (
        f'<item rdf:about="{escape(url)}">\n{_tag("title", article.headline)}{_tag("link", url)}'
        f"{_tag('dc:date', published.isoformat() if published else '')}"
        f"{_tag('description', article.summary)}</item>\n"
    )


def _atom(feed: SampleFeed, edition: Edition) -> str:
    entries = "".join(_atom_entry(article, edition) for article in edition.carried_by(feed))
    address = edition.bases[feed.publisher] + feed.path
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n{_tag("title", feed.title)}'
        f'{_tag("id", address)}<link rel="self" href="{address}"/>\n'
        f"{_tag('updated', latest_change(feed, edition).isoformat())}{entries}</feed>\n"
    )


def _atom_entry(article: SampleArticle, edition: Edition) -> str:
    published, modified = edition.published(article), edition.modified(article)
    return "".join(
        (
            "<entry>\n",
            _tag("title", article.headline),
            _tag("id", f"tag:courier.example,2020:{article.slug}"),
            f'<link rel="alternate" type="text/html" href="{escape(edition.url(article))}"/>\n',
            _tag("published", published.isoformat() if published else ""),
            _tag("updated", modified.isoformat() if modified else ""),
            f"<author>{_tag('name', article.author)}</author>\n" if article.author else "",
            f'<summary type="html">{escape(escape(article.summary))}</summary>\n',
            "</entry>\n",
        )
    )


def _json(feed: SampleFeed, edition: Edition) -> str:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": edition.bases[feed.publisher] + "/",
        "feed_url": edition.bases[feed.publisher] + feed.path,
        "items": [_json_item(article, edition) for article in edition.carried_by(feed)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _json_item(article: SampleArticle, edition: Edition) -> dict[str, Any]:
    published, modified = edition.published(article), edition.modified(article)
    item: dict[str, Any] = {
        "id": article.key,
        "url": edition.url(article),
        "title": article.headline,
        "summary": article.summary,
        "content_text": article.summary,
    }
    if published and modified:
        item |= {"date_published": published.isoformat(), "date_modified": modified.isoformat()}
    return item


def _sitemap(feed: SampleFeed, edition: Edition) -> str:
    urls = "".join(_sitemap_url(article, feed, edition) for article in edition.carried_by(feed))
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'
    )


def _sitemap_url(article: SampleArticle, feed: SampleFeed, edition: Edition) -> str:
    published = edition.published(article)
    publication = f"{_tag('news:name', feed.title)}{_tag('news:language', article.language)}"
    date = _tag("news:publication_date", published.isoformat() if published else "")
    return (
        f"<url>\n{_tag('loc', edition.url(article))}<news:news>\n"
        f"<news:publication>{publication}</news:publication>\n{date}{_tag('news:title', article.headline)}"
        "</news:news>\n</url>\n"
    )


def _tag(name: str, text: str) -> str:
    """An XML element and a line break; empty for an empty text."""
    return f"<{name}>{escape(text, quote=False)}</{name}>\n" if text else ""


_KINDS: dict[str, tuple[str, Callable[[SampleFeed, Edition], str]]] = {
    "rss": ("application/rss+xml; charset=utf-8", _rss),
    "rdf": ("application/rdf+xml; charset=utf-8", _rdf),
    "atom": ("application/atom+xml; charset=utf-8", _atom),
    "json": ("application/feed+json; charset=utf-8", _json),
    "sitemap": ("application/xml; charset=utf-8", _sitemap),
}

_FAILING = {
    "error": FeedResponse(
        500, _HTML, "<html><body><h1>500</h1><p>The press has stopped. Try again later.</p></body></html>"
    ),
    "html": FeedResponse(
        200, _HTML, "<!doctype html><html><head><title>Video</title></head><body><p>No films.</p></body></html>"
    ),
}
