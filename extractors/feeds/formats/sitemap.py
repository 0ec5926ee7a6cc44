"""News sitemaps (sitemaps.org with Google's news extension), read as feeds of headlines."""

from __future__ import annotations

from lxml import etree

from extractors.feeds.contents import FeedContents, FeedItem, FeedProblem


def read_sitemap(body: bytes) -> FeedContents:
    """The URLs with their news titles and dates; for a sitemap index, a problem that names its first sitemaps."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return FeedContents(problem=FeedProblem("broken", f"the XML cannot be read ({error})"[:300]))
    if root is None:
        return FeedContents(problem=FeedProblem("broken", "the XML cannot be read"))
    if etree.QName(root).localname == "sitemapindex":
        names = ", ".join(text for text in (_find(one, "loc") for one in list(root)[:3]) if text)
        message = f"it only lists other sitemaps; follow one of them: {names}"
        return FeedContents(problem=FeedProblem("sitemap_index", message))
    items = tuple(_item(one) for one in root if isinstance(one.tag, str))
    broken = [str(entry.message) for entry in parser.error_log][:1]
    warnings = tuple(f"The XML is broken ({message})." for message in broken)
    return FeedContents(items=items, warnings=warnings, truncated=bool(broken))


def _item(url: etree._Element) -> FeedItem:
    return FeedItem(
        guid=_find(url, "loc"),
        guid_is_link=True,
        title=_find(url, "title"),
        date=_find(url, "publication_date") or _find(url, "lastmod"),
        language=_find(url, "language"),
        revision=_find(url, "lastmod"),
    )


def _find(element: etree._Element, name: str) -> str | None:
    """The text of the first descendant of this name, in any namespace because publishers misspell them."""
    found = element.find(f".//{{*}}{name}")
    return None if found is None else (found.text or "").strip() or None
