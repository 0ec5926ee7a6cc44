"""The article in a page's JSON-LD (https://schema.org).

JSON-LD in the wild is malformed, deeply nested and full of other articles; the nodes are walked iteratively, up to a
limit.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.pages.layout.blocks import comparison_key

_MAX_CHARS = 2_000_000  # of one script
_MAX_NODES = 5_000
_MIN_HEADLINE_KEY = 8  # letters and digits
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)*|(?:-->|//\s*\]\]>|\]\]>|;|\s)*$", re.DOTALL
)
_MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,500}|!--.*?--)>", re.DOTALL)
_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|ReportageNews|LiveBlogPosting|AnalysisNews)$")
_LISTS = frozenset({"ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog", "Blog", "ProfilePage"})
# Properties that refer to other works; their values are not about this page.
_OTHER_WORKS = frozenset({"itemListElement", "relatedLink", "hasPart", "isPartOf", "mentions", "citation", "blogPost"})


@dataclass(frozen=True, slots=True)
class JsonLd:
    """The article of a page as its JSON-LD describes it; None or empty where it says nothing.

    `types` are the schema.org types of all nodes. `is_free` is False only if the publisher says so, None if it says
    nothing.
    """

    types: frozenset[str] = frozenset()
    headline: str | None = None
    body: str = ""
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    is_free: bool | None = None

    @property
    def is_article(self) -> bool:
        """True if a node is an article."""
        return any(map(_ARTICLES.search, self.types))

    @property
    def is_news(self) -> bool:
        """True if a node is a news article."""
        return any("NewsArticle" in one for one in self.types)

    @property
    def is_list(self) -> bool:
        """True if a node is a list and none an article."""
        return bool(self.types & _LISTS) and not self.is_article


def read_json_ld(scripts: list[str], titles: str = "") -> JsonLd:
    """The article described by the JSON-LD scripts of one page.

    Of several it is the one whose headline is in the page's `titles`, else the one with the most properties: pages
    also describe articles that they link to, and the updates of a live report.
    """
    nodes = [node for script in scripts for node in _nodes(_parse(script))]
    articles = [node for node in nodes if any(map(_ARTICLES.search, _types(node)))]
    types = frozenset(one for node in nodes for one in _types(node))
    if not articles:
        return JsonLd(types, is_free=_is_free(nodes))
    shown = comparison_key(titles)
    best = max(articles, key=lambda node: (_is_shown(node, shown), _richness(node)))  # of equals, the first
    return JsonLd(
        types,
        headline=_text(best.get("headline")) or _text(best.get("name")),
        body=_plain_text(best.get("articleBody")) or _plain_text(best.get("text")) or _updates(best),
        published=_text(best.get("datePublished")) or _text(best.get("dateCreated")),
        authors=tuple(_names(best.get("author"))) or tuple(_names(best.get("creator"))),
        publisher=next(_names(best.get("publisher")), None),
        language=_text(best.get("inLanguage")),
        url=_address(best.get("mainEntityOfPage")) or _address(best.get("url")),
        is_free=_is_free(nodes),
    )


def _parse(script: str) -> Any:  # noqa: ANN401 - anything may come out of JSON
    """The script's value, None if it cannot be parsed."""
    if len(script) > _MAX_CHARS:
        return None
    for text in (script, _WRAPPING.sub("", script)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - anything may come out of JSON
    """The objects in `value`, outer ones first."""
    queue, seen = deque([value]), 0
    while queue and seen < _MAX_NODES:
        one, seen = queue.popleft(), seen + 1
        if isinstance(one, list):
            queue.extend(one)
        elif isinstance(one, dict):
            yield one
            queue.extend(
                part for name, part in one.items() if name not in _OTHER_WORKS and isinstance(part, dict | list)
            )


def _types(node: dict[str, Any]) -> list[str]:
    found = node.get("@type")
    found = found if isinstance(found, list) else [found]
    return [one.rsplit("/", 1)[-1] for one in found if isinstance(one, str)]


def _is_shown(node: dict[str, Any], titles: str) -> bool:
    """True if the page shows the headline of this article."""
    key = comparison_key(_text(node.get("headline")) or "")
    return len(key) >= _MIN_HEADLINE_KEY and key in titles


def _updates(node: dict[str, Any]) -> str:
    """The texts of the updates of a live report; empty without any."""
    updates = node.get("liveBlogUpdate")
    bodies = (_plain_text(one.get("articleBody")) for one in updates or () if isinstance(one, dict))
    return "\n".join(filter(None, bodies)) if isinstance(updates, list) else ""


def _richness(node: dict[str, Any]) -> int:
    return sum(bool(node.get(name)) for name in ("headline", "datePublished", "articleBody", "author"))


def _text(value: Any) -> str | None:  # noqa: ANN401 - anything may come out of JSON
    """One line of plain text, None without one."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(_MARKUP.sub(" ", html.unescape(value)).split()) or None


def _plain_text(value: Any) -> str:  # noqa: ANN401 - anything may come out of JSON
    """Plain text with paragraphs as lines, markup removed; empty without any."""
    if isinstance(value, list):
        value = "\n".join(one for one in value if isinstance(one, str))
    if not isinstance(value, str):
        return ""
    text = html.unescape(value)
    return _MARKUP.sub("\n", html.unescape(text)) if "<" in text or "&" in text else text


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - anything may come out of JSON
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            yield name


def _address(value: Any) -> str | None:  # noqa: ANN401 - anything may come out of JSON
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _is_free(nodes: list[dict[str, Any]]) -> bool | None:
    said = [str(node["isAccessibleForFree"]).lower() for node in nodes if "isAccessibleForFree" in node]
    if not said:
        return None
    return not any(one in {"false", "0", "no"} for one in said)
