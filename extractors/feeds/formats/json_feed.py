"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any

from extractors.feeds.contents import FeedContents, FeedItem, FeedProblem


def read_json_feed(body: bytes) -> FeedContents:
    """The contents of the feed, with a problem for anything but a JSON Feed."""
    try:
        data = json.loads(body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        return FeedContents(problem=FeedProblem("broken", f"the JSON cannot be read ({error})"[:300]))
    items = data.get("items") if isinstance(data, Mapping) else None
    if not isinstance(items, list):
        return FeedContents(problem=FeedProblem("not_a_feed", "it is JSON, but no JSON Feed: it has no list of items"))
    declared = "jsonfeed.org/version/" in str(data.get("version"))
    return FeedContents(
        title=_text(data.get("title")),
        items=tuple(_item(one, _text(data.get("language"))) for one in items if isinstance(one, Mapping)),
        base=_text(data.get("home_page_url")),
        warnings=() if declared else ("The feed does not name its version of JSON Feed.",),
    )


def _item(item: Mapping[str, Any], language: str | None) -> FeedItem:
    link = _text(item.get("url")) or _text(item.get("external_url"))
    return FeedItem(
        guid=_text(item.get("id")),
        guid_is_link=link is None,
        link=link,
        title=_text(item.get("title")),
        summary=_text(item.get("summary")),
        content=_text(item.get("content_html")) or _escaped(_text(item.get("content_text"))),
        date=_text(item.get("date_published")),
        other_dates=tuple(filter(None, (_text(item.get("date_modified")),))),
        author=_author(item),
        language=_text(item.get("language")) or language,
        revision=_text(item.get("date_modified")),
    )


def _escaped(text: str | None) -> str | None:
    """Plain text as markup, its lines as paragraphs."""
    return (
        None if text is None else "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    )


def _author(item: Mapping[str, Any]) -> str | None:
    """Version 1.1 has a list of authors, 1.0 has one."""
    authors = item.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return _text(first.get("name")) if isinstance(first, Mapping) else None


def _text(value: object) -> str | None:
    """A string or number as text (ids are numbers in some feeds), None for anything else."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
