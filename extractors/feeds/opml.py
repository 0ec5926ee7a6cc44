"""OPML, the list of feeds that feed readers export and import."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import count

from lxml import etree

from core.errors import ConfigError, Problem
from core.records import FeedSource
from core.urls import canonical, host_of
from extractors.feeds.formats.xml_repair import repaired_xml
from extractors.pages.decoding.charset import decode_text

_MAX_ID_LENGTH = 64
_NUMBER_LENGTH = 8  # of "-2", "-3" …
_TOO_DEEP = "outlines that are nested deeper than 256 are not read"


def read_opml(
    body: bytes, name: str, taken: Iterable[str] = ()
) -> tuple[tuple[FeedSource, ...], Sequence[tuple[str, str]]]:
    """The feeds of an OPML file, each address once, tagged with the outlines around them.

    The second value names the outlines that were passed over, with the reason; outlines that only group others are not
    among them. `taken` are the ids in use. Raises ConfigError, with `name` as the file, if it is not OPML.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode_text(body))
        root = etree.fromstring(repaired_xml(text.encode("utf-8", "replace")), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag != "opml":
        raise ConfigError.of(Problem(name, "is not an OPML file"))
    ids, feeds, numbers = set(taken), dict[str, FeedSource](), Counter[str]()
    passed_over: list[tuple[str, str]] = []
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        title = outline.get("title") or outline.get("text")
        if why := _why_passed_over(outline, url, feeds):
            passed_over.append((url or title or "an outline without a title", why))
        if host_of(url) is None or canonical(url) in feeds:
            continue
        stem = _stem(name_for_id(title, url))
        numbers[stem] += 1
        feed_id = new_id(stem, ids, max(2, numbers[stem]))
        source = FeedSource(feed_id, url, title=title, tags=tuple(_tags(outline)))
        feeds[canonical(url) or url] = source
        ids.add(source.feed_id)
    if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        passed_over.append(("the file", _TOO_DEEP))
    return tuple(feeds.values()), passed_over


def _why_passed_over(outline: etree._Element, url: str, feeds: Container[str | None]) -> str:
    """Why this outline gives no feed; empty if it gives one, or only groups others."""
    if not url:
        return "" if len(outline) else "it has no address (xmlUrl)"
    if host_of(url) is None:
        return "its address is none of http or https"
    return "the file lists its address twice" if canonical(url) in feeds else ""


def write_opml(sources: Iterable[FeedSource]) -> bytes:
    """The feeds as an OPML 2.0 file, with their tags as categories."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Watchword feeds"
    body = etree.SubElement(root, "body")
    for source in sources:
        name = source.title or source.feed_id
        outline = etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=source.url)
        if source.tags:
            outline.set("category", ",".join(source.tags))
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text


def name_for_id(title: str | None, url: str) -> str:
    """What an id is made of: the title, or the address's host if the title is written in letters that ids lack."""
    letters = [one for one in title or "" if one.isalpha()]
    is_lost = not title or (letters and not any(map(str.isascii, letters)))
    return title if title and not is_lost else host_of(url) or url


def new_id(name: str, taken: Container[str], number: int = 2) -> str:
    """An id made of the words of `name` that is not in `taken`; if need be with a number, from `number` on."""
    stem = _stem(name)
    return stem if stem not in taken else next(one for n in count(number) if (one := f"{stem}-{n}") not in taken)


def _stem(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"^https?://(?:www\.)?", "", name.lower())).strip("-")
    return words[: _MAX_ID_LENGTH - _NUMBER_LENGTH].strip("-") or "feed"


def _tags(outline: etree._Element) -> Iterator[str]:
    """The titles of the outlines around this one, and its own categories."""
    around = [one.get("title") or one.get("text") for one in outline.iterancestors("outline")]
    for tag in [*around, *(outline.get("category") or "").split(",")]:
        if tag and tag.strip("/ "):
            yield tag.strip("/ ")
