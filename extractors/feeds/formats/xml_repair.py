"""Common mistakes in the XML of feeds, mended before a parser reads it. Text in CDATA sections is left as it is.

Mended are ampersands that begin no entity (`?id=1&lang=en`, which parsers for HTML read as `〈=en`), entities of HTML,
which XML does not know, and attributes of links and contents that feedparser misreads: it prefers `url` and `uri` to
`href`, takes an empty `href` for the feed's own address, takes no guid for the address beside an empty link, and
applies `xml:base` of a content to what follows it.
"""

from __future__ import annotations

import re
from html.entities import html5

from extractors.feeds.formats.xml_entities import with_whole_characters

_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
# One that begins no entity known to XML, with the name of an entity of HTML if there is one.
_AMPERSAND = re.compile(
    r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|amp;|lt;|gt;|quot;|apos;)(?:([A-Za-z][A-Za-z0-9]{1,31};))?"
)
_LINK_TAG = re.compile(r"<(?:\w{1,20}:)?link\s[^<>]{1,10000}>", re.IGNORECASE)
_EMPTY_LINK = re.compile(r"<link\s*(?:/>|>\s*</link\s*>)")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"""\s(?:url|uri)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_CONTENT_TAG = re.compile(
    r"<(?:\w{1,20}:)?(?:content|summary|title|description|encoded)\s[^<>]{1,10000}>", re.IGNORECASE
)
_BASE = re.compile(r"""\sxml:base\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)


def repaired_xml(body: bytes) -> bytes:
    """The XML in UTF-8 with the mistakes above mended."""
    parts = _CDATA.split(body.decode("utf-8", "replace"))
    mended = [part if number % 2 else _mended(part) for number, part in enumerate(parts)]
    return "".join(mended).encode("utf-8")


def _mended(text: str) -> str:
    text = _AMPERSAND.sub(_entity, with_whole_characters(text))
    text = _LINK_TAG.sub(_link, _EMPTY_LINK.sub("", text))
    return _CONTENT_TAG.sub(lambda match: _BASE.sub("", match[0]), text)


def _entity(match: re.Match[str]) -> str:
    """An entity of HTML as a reference by number, any other ampersand escaped."""
    characters = html5.get(match[1] or "")
    if characters:
        return "".join(f"&#{ord(character)};" for character in characters)
    return f"&amp;{match[0][1:]}"


def _link(match: re.Match[str]) -> str:
    """The tag of a link with no address but its `href`, and without that if it is empty."""
    href = _HREF.search(match[0])
    if href is None:
        return match[0]
    tag = _OTHER_ADDRESS.sub("", match[0])
    return tag if (href[1] or href[2] or "").strip() else _HREF.sub("", tag)
