"""XML of published lists, read element by element, so that a list of a hundred megabytes fits into memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast
from xml.etree import ElementTree as ET

from core.errors import ConfigError, Problem

_PIECE = 1_000_000  # characters


def elements(text: str, name: str, tags: Collection[str]) -> Iterator[ET.Element]:
    """The elements with these names (without their namespace), each when it ends, and emptied afterwards.

    All names in an element are without namespace. Raises ConfigError, with `name` as the file, for malformed XML and
    for a document that declares entities, which can expand without limit and which no published list does.
    """
    if "<!ENTITY" in text or "<!DOCTYPE" in text[:10_000]:
        raise ConfigError.of(Problem(name, "declares entities, which no published list does"))
    parser: ET.XMLPullParser[Any] = ET.XMLPullParser(events=("end",))
    body = text.lstrip("\ufeff \r\n")
    try:
        for start in range(0, len(body), _PIECE):
            parser.feed(body[start : start + _PIECE])
            yield from _ended(parser, tags)
        parser.close()
    except ET.ParseError as error:
        raise ConfigError.of(Problem(name, f"malformed XML: {error}", *error.position)) from error
    yield from _ended(parser, tags)


def _ended(parser: ET.XMLPullParser[Any], tags: Collection[str]) -> Iterator[ET.Element]:
    ended = cast("Iterator[tuple[str, ET.Element]]", parser.read_events())  # only "end" events were asked for
    for _, element in ended:
        element.tag = element.tag.rpartition("}")[2]
        if element.tag in tags:
            yield element
            element.clear()


def text_at(element: ET.Element, path: str) -> str:
    """The text of the first element at this path, with single spaces; empty if there is none."""
    return " ".join((element.findtext(path) or "").split())


def texts_at(element: ET.Element, path: str) -> tuple[str, ...]:
    """The texts of all elements at this path that are not blank."""
    return tuple(" ".join(one.text.split()) for one in element.iterfind(path) if one.text and one.text.strip())


def unread(element: ET.Element, known: Collection[str]) -> Iterator[str]:
    """`element TITLE` for each text within an element whose name, or that of an element around it, is not known.

    So what a list says, and its reader does not know of, is counted.
    """
    for one in element:
        if one.tag.rpartition("}")[2] in known:
            continue
        if len(one):
            yield from unread(one, known)
        elif one.text and one.text.strip():
            yield f"element {one.tag.rpartition('}')[2]}"
