"""The body of an article that a page drawn by script carries as data.

Such data are JSON: in a script of that type (`__NEXT_DATA__`), assigned to a variable (`window.__INITIAL_STATE__ = …`),
or pushed as text (`self.__next_f.push([1,"…"])`). They have the body as one text under a name such as `body`, often as
HTML, or as a list of paragraphs, which may be nested. The data of other articles lie beside it: what bears the page's
own headline goes first.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

from extractors.pages.layout.blocks import comparison_key
from extractors.pages.layout.teasers import is_prose
from extractors.pages.layout.writing import extent

_MAX_CHARS = 3_000_000  # of one script
_MAX_NODES = 20_000
_MAX_DEPTH = 6  # of one paragraph
_MAX_ASSIGNMENTS = 20  # of one script
_MAX_HEADLINE = 300  # code points
_MIN_BODY = 300  # Latin letters
_BODY_NAMES = frozenset(
    ("body", "articlebody", "content", "text", "html", "bodyhtml", "story", "paragraphs", "value", "data", "children")
)
_MARKUP = re.compile(r"<[^<>]{1,500}>")
_ASSIGNED = re.compile(r"(?:=|\.push\(|JSON\.parse\()\s*(?=[\[{\"])")
_NAMED = re.compile(rf"\b(?P<name>{'|'.join(sorted(_BODY_NAMES))})\s*:\s*(?=\")", re.IGNORECASE)
_ROW = re.compile(r"^[0-9a-f]{1,6}:(?=[\[{])", re.MULTILINE)  # of what React sends: a number, then JSON
_DECODER = json.JSONDecoder(strict=False)


def is_body(text: str) -> bool:
    """True for at least 300 letters with a sentence of ten words."""
    return extent(text) >= _MIN_BODY and any(map(is_prose, text.split("\n")))


def read_script_body(tree: Any, title: str) -> str:  # noqa: ANN401 - lxml ships no types
    """The longest body in the data of the page's scripts, paragraphs as lines, without markup; empty without one.

    One beside or below a headline of the page's `title` is preferred.
    """
    scripts = (one.text or "" for one in tree.iter("script") if "ld+json" not in (one.get("type") or ""))
    values = [value for script in scripts if len(script) <= _MAX_CHARS for value in _values(script)]
    key = comparison_key(title)
    found = [one for value in values for one in _bodies(value, key) if is_body(one[1])]
    return max(found, key=lambda one: (one[0], extent(one[1])), default=(False, ""))[1]


def _values(script: str) -> Iterator[Any]:
    """The JSON values in a script: all of it, or what is assigned to variables and pushed to lists."""
    if script.lstrip()[:1] in ("{", "["):
        yield from _decoded(script.lstrip())
        return
    for match in islice(_ASSIGNED.finditer(script), _MAX_ASSIGNMENTS):
        yield from _decoded(script[match.end() :])
    for match in islice(_NAMED.finditer(script), _MAX_ASSIGNMENTS):  # of an object that is no JSON
        for text in _decoded(script[match.end() :]):
            yield {match["name"]: text}


def _decoded(text: str) -> Iterator[Any]:
    """The JSON value at the beginning of a text, and those in a text that it consists of."""
    try:
        value, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return
    yield value
    parts = value if isinstance(value, list) else [value]
    for part in parts:
        if isinstance(part, str) and part[:1] in ("{", "["):
            yield from _decoded(part)
        elif isinstance(part, str):
            for match in _ROW.finditer(part):
                yield from _decoded(part[match.end() :])


def _bodies(value: Any, title: str) -> Iterator[tuple[bool, str]]:  # noqa: ANN401 - anything may come out of JSON
    """The texts under the names of bodies and the lists of texts joined, each with whether it is of this headline."""
    queue: deque[tuple[Any, bool]] = deque([(value, False)])
    seen = 0
    while queue and seen < _MAX_NODES:
        (one, is_own), seen = queue.popleft(), seen + 1
        one = _referred(one, value)
        if isinstance(one, dict):
            is_own = is_own or any(_is_headline(part, title) for part in one.values())
            for name, part in one.items():
                if _is_body_name(name) and isinstance(part, str):
                    yield is_own, _plain(part)
        elif isinstance(one, list):
            yield is_own, "\n".join(_plain(_paragraph(_referred(part, value), 0)) for part in _items(one))
        parts = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        queue.extend((part, is_own) for part in parts if isinstance(part, dict | list))


def _referred(part: Any, whole: Any) -> Any:  # noqa: ANN401 - anything may come out of JSON
    """The part, or what it refers to: caches of GraphQL hold each object once, under its key at the top."""
    key = part.get("__ref") if isinstance(part, dict) and isinstance(whole, dict) else None
    return whole.get(key, part) if isinstance(key, str) else part


def _is_body_name(name: str) -> bool:
    """True for the name of a body, also with the arguments of a query: `content({"format":"html"})`."""
    return name.partition("(")[0].lower() in _BODY_NAMES


def _is_headline(text: Any, title: str) -> bool:  # noqa: ANN401 - anything may come out of JSON
    if not isinstance(text, str) or len(text) > _MAX_HEADLINE:
        return False
    key = comparison_key(text)
    return len(key) >= 8 and key in title


def _paragraph(part: Any, depth: int) -> str:  # noqa: ANN401 - anything may come out of JSON
    """The text of an item of a list: itself, or all that it has under the names of bodies."""
    if isinstance(part, str):
        return part
    if depth == _MAX_DEPTH:
        return ""
    if isinstance(part, list):
        return "".join(_paragraph(one, depth + 1) for one in _items(part))
    if isinstance(part, dict):
        named = (one for name, one in part.items() if _is_body_name(name))
        return "".join(_paragraph(one, depth + 1) for one in named)
    return ""


def _items(value: list[Any]) -> list[Any]:
    """The items of a list; of an element of React, `["$", tag, key, properties]`, its properties."""
    return value[3:] if value[:1] == ["$"] else value


def _plain(text: str) -> str:
    return html.unescape(_MARKUP.sub("\n", text))
