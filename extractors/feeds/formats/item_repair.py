"""Items of a feed whose XML is broken: a tag that is not closed, or misspelt, costs no more than its own text.

A parser gives up at the first such mistake, and feedparser then guesses where elements end: an item and its neighbours
are lost. What an item may hold is known: its title, link, date and text lie side by side, so that the beginning of one
is the end of another, and the end of the item ends them all.
"""

from __future__ import annotations

import re

_ITEM = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_ITEM_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT_END = re.compile(r"</(?:\w{1,20}:)?(?:channel|feed|rss|RDF)\s*>", re.IGNORECASE)
_FIELD_NAMES = "title link guid id pubDate published updated description summary category comments dc:date dc:creator"
_FIELDS = frozenset(_FIELD_NAMES.split())
_WHOLE_FIELD = re.compile(rf"</(?:{'|'.join(_FIELDS)})\s*>|<link\s[^<>]*/>")
_MAX_DEPTH = 200  # of markup within a field
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_LITERAL = re.compile(
    r"<!\[CDATA\[(?:(?!<!\[CDATA\[).)*?\]\]>|<!--(?:(?!<!--).)*?-->", re.DOTALL
)  # no tags are in these
_TOKEN = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--(?:(?!<!--).)*?-->|<(/?)([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,10000}?)?(/?)>", re.DOTALL
)


def with_closed_items(xml: bytes) -> bytes:
    """The XML in UTF-8 with every item, and every field of an item, closed before the next one begins.

    A last item that the end of the XML cuts within its first field is left out: nothing says which item it is.
    """
    text = xml.decode("utf-8", "replace")
    tags = _LITERAL.sub(lambda match: " " * len(match[0]), text)
    starts = [match.start() for match in _ITEM.finditer(tags)]
    end = len(text)
    if starts and _is_cut(tags[starts[-1] :]):
        end = starts.pop()
    if not starts:
        return text[:end].encode("utf-8")
    bounds = zip(starts, [*starts[1:], end], strict=True)
    segments = [_closed_item(text[begin:end], tags[begin:end]) for begin, end in bounds]
    return "".join((text[: starts[0]], *segments)).encode("utf-8")


def _is_cut(tags: str) -> bool:
    return not any(found.search(tags) for found in (_ITEM_END, _ROOT_END, _WHOLE_FIELD))


def _closed_item(segment: str, tags: str) -> str:
    """A segment from the start of an item to that of the next, mended up to the end of the item.

    `tags` is the segment with spaces for what is no markup.
    """
    end = _ITEM_END.search(tags) or _ROOT_END.search(tags)
    own, rest = (segment[: end.start()], segment[end.start() :]) if end else (segment, "")
    name = re.split(r"[\s>]", own[1:80], maxsplit=1)[0]
    closing = "" if _ITEM_END.match(rest) else f"</{name}>"
    return f"{_closed_fields(_closed_section(own))}{closing}{rest}"


def _closed_section(item: str) -> str:
    """The item with its last CDATA section closed before the next end tag, if it has no end."""
    begin = item.rfind(_CDATA)
    if begin < 0 or item.find(_CDATA_END, begin) >= 0:
        return item
    end = item.find("</", begin)
    end = len(item) if end < 0 else end
    return f"{item[:end].removesuffix(']>')}{_CDATA_END}{item[end:]}"


def _closed_fields(item: str) -> str:
    """The item with each field closed before the next, and end tags within a field that nothing began as its own."""
    parts: list[str] = []
    at, field = 0, ""
    within: list[str] = []  # the open tags of markup within the field
    for token in _TOKEN.finditer(item):
        name = token[2] or ""
        is_end, is_whole = token[1] == "/", token[3] == "/" or not name
        mended = token[0]
        if is_end and field:
            if name in within:
                del within[within.index(name) :]
            elif name == field or not within:
                mended, field, within = f"</{field}>", "", []
        elif is_end and name in _FIELDS:
            mended = ""
        elif name in _FIELDS and not is_whole:
            mended, within = (f"</{field}>{token[0]}" if field else token[0]), []
            field = name
        elif field and not is_whole and len(within) < _MAX_DEPTH:
            within.append(name)
        parts += (item[at : token.start()], mended)
        at = token.end()
    return "".join((*parts, item[at:], f"</{field}>" if field else ""))
