"""News sitemaps (sitemaps.org with Google's news extension), read as feeds of headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from lxml import etree

from extractors.feeds.contents import FeedContents, FeedItem, FeedProblem, SitemapLink
from extractors.feeds.dates import read_feed_date
from extractors.feeds.formats.xml_repair import repaired_xml

_MAX_SITEMAPS = 5  # of one index; each is a request


def read_sitemap(body: bytes) -> FeedContents:
    """The URLs with their news titles and dates; of a sitemap index, the sitemaps that it lists."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(repaired_xml(body), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return FeedContents(problem=FeedProblem("broken", f"the XML cannot be read ({error})"[:300]))
    if root is None:
        return FeedContents(problem=FeedProblem("broken", "the XML cannot be read"))
    broken = [str(entry.message) for entry in parser.error_log if not _is_harmless(entry)][:1]
    warnings = tuple(f"The XML is broken ({message})." for message in broken)
    children = [one for one in root if isinstance(one.tag, str)]
    if _local(root) == "sitemapindex":
        links = tuple(SitemapLink(loc, _text(one, "lastmod")) for one in children if (loc := _text(one, "loc")))
        return FeedContents(sitemaps=links, warnings=warnings, truncated=bool(broken))
    return FeedContents(items=tuple(map(_item, children)), warnings=warnings, truncated=bool(broken))


def newest_sitemaps(links: Sequence[SitemapLink], now: datetime) -> tuple[SitemapLink, ...]:
    """The at most five sitemaps of an index that are read: by their dates, the newest first.

    Without dates those for news, then in the order of the index.
    """

    def rank(link: SitemapLink) -> tuple[bool, float, bool]:
        changed, _ = read_feed_date(link.changed, (), now)
        return changed is None, -changed.timestamp() if changed else 0.0, "news" not in link.url.lower()

    return tuple(sorted(links, key=rank)[:_MAX_SITEMAPS])


def _item(url: etree._Element) -> FeedItem:
    """Only the `url` itself and its news are read: pictures and videos have titles and dates of their own."""
    news = next(_named(url, "news"), url)
    publication = next(_named(news, "publication"), news)
    address = _text(url, "loc")
    return FeedItem(
        guid=address,
        link=address,
        title=_text(news, "title"),
        date=_text(news, "publication_date"),
        other_dates=tuple(filter(None, (_text(url, "lastmod"),))),
        language=_text(publication, "language") or _text(news, "language"),
        revision=_text(url, "lastmod"),
    )


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this name, in any namespace because publishers misspell them and forget to declare prefixes."""
    return (one for one in element if isinstance(one.tag, str) and _local(one) == name)


def _text(element: etree._Element, name: str) -> str | None:
    """The text of the first child of this name that has one."""
    texts = ("".join(one.itertext()).strip() for one in _named(element, name))
    return next(filter(None, texts), None)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _is_harmless(entry: etree._LogEntry) -> bool:
    """True for a prefix that was not declared: the names are understood without."""
    return bool(entry.type == etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE)
