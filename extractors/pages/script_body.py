"""The body of an article that a page drawn by script carries as data (`__NEXT_DATA__` and the like).

Such data have the body as one text under a name such as `body`, often as HTML, or as a list of paragraphs.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from extractors.pages.teasers import is_prose
from extractors.pages.writing import extent

_MAX_CHARS = 3_000_000  # of one script
_MAX_NODES = 20_000
_MIN_BODY = 300  # Latin letters
_BODY_NAMES = frozenset({"body", "articlebody", "content", "text", "html", "bodyhtml", "story", "paragraphs", "value"})
_MARKUP = re.compile(r"<[^<>]{1,500}>")


def is_body(text: str) -> bool:
    """True for at least 300 letters with a sentence of ten words."""
    return extent(text) >= _MIN_BODY and any(map(is_prose, text.split("\n")))


def read_script_body(tree: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The longest body in the page's JSON scripts, paragraphs as lines, without markup; empty without one."""
    scripts = (one.text or "" for one in tree.xpath("//script[@type='application/json']"))
    bodies = (body for script in scripts if len(script) <= _MAX_CHARS for body in _bodies(_parse(script)))
    return max(filter(is_body, bodies), key=extent, default="")


def _parse(script: str) -> Any:  # noqa: ANN401 - anything may come out of JSON
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _bodies(value: Any) -> Iterator[str]:  # noqa: ANN401 - anything may come out of JSON
    """The texts under the names of bodies, and the lists of texts joined, up to a number of nodes."""
    queue, seen = deque([value]), 0
    while queue and seen < _MAX_NODES:
        one, seen = queue.popleft(), seen + 1
        if isinstance(one, dict):
            yield from (_plain(part) for name, part in one.items() if name.lower() in _BODY_NAMES and part)
            queue.extend(part for part in one.values() if isinstance(part, dict | list))
        elif isinstance(one, list):
            texts = (next(_own_texts(part), "") for part in one)
            yield "\n".join(map(_plain, texts))
            queue.extend(part for part in one if isinstance(part, dict | list))


def _own_texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - anything may come out of JSON
    """The text of an item of a list: itself, or what it has under the name of a body."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for name, text in part.items() if name.lower() in _BODY_NAMES and isinstance(text, str))


def _plain(text: Any) -> str:  # noqa: ANN401 - anything may come out of JSON
    return html.unescape(_MARKUP.sub("\n", text)) if isinstance(text, str) else ""
