"""A digest as a message for a Teams workflow ("When a Teams webhook request is received"): an Adaptive Card.

Foreign words are in RichTextBlocks, in which no Markdown is interpreted. Limit by Microsoft's reference of webhooks in
Teams: 28 KB for the whole message.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from alerts.config.subscriptions import Subscription
from alerts.rendering.chat_stories import ChatStory, chat_stories
from alerts.rendering.limits import LADDER
from alerts.rendering.quotes import Fragment
from alerts.rendering.reader_links import LinkKey
from alerts.rendering.short_form import plain_notice, short_form
from alerts.rendering.views import digest_view
from alerts.text.cleaning import one_line
from alerts.text.wording import counted
from core.records import Digest

MAX_BYTES = 27_000
"""Of one message."""

_SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
_VERSION = "1.4"  # what Teams shows on computers and telephones
_OUTLETS = 8
_COLOURS = {"HIGH": "Attention", "MEDIUM": "Warning"}

Element = dict[str, Any]


def teams_message(digest: Digest, subscription: Subscription, links: LinkKey | None = None) -> bytes:
    """The message as JSON; stories that do not fit are counted."""
    stories, text = chat_stories(digest, subscription, links), short_form(digest, subscription)
    for shown in range(len(stories), -1, -1):
        message = _message(_body(digest, subscription, stories[:shown]), text)
        if len(message) <= MAX_BYTES:
            break
    return message


def teams_notice(title: str, lines: Sequence[str]) -> bytes:
    """A notice about the watch itself as JSON."""
    body = [_title(title), *(_rich([_run(one_line(line, 400))]) for line in lines)]
    return _message(body, plain_notice(title, lines))


def _message(body: list[Element], text: str) -> bytes:
    card = {"$schema": _SCHEMA, "type": "AdaptiveCard", "version": _VERSION, "fallbackText": text, "body": body}
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return json.dumps({"type": "message", "attachments": [attachment]}, sort_keys=True, ensure_ascii=False).encode()


def _body(digest: Digest, subscription: Subscription, stories: Sequence[ChatStory]) -> list[Element]:
    view = digest_view(digest, subscription, LADDER[-1])
    left = len(digest.cards) - len(stories)
    more = f"and {counted(left, 'more story', 'more stories')} in the digest by mail. " if left else ""
    return [
        _title(view.title),
        _rich([_run(view.counts, isSubtle=True)]),
        *(_story(one) for one in stories),
        _rich([_run(f"{more}{view.coverage.line}", isSubtle=True)], separator=True),
    ]


def _story(story: ChatStory) -> Element:
    view = story.view
    label = _run(f"{view.label} ", weight="Bolder", color=_COLOURS.get(view.label, "Default"))
    changes = [_rich([_run(line, weight="Bolder")]) for line in view.changes]
    items = [
        _rich([label, _linked(view.headline, view.url, weight="Bolder", size="Medium")]),
        _rich([_run(story.names)]),
        *changes,
        *(_rich([*_quote(one.fragments), _run(f" {one.outlet}", isSubtle=True)]) for one in story.quotes),
        _rich(list(_footer(story))),
    ]
    return {"type": "Container", "separator": True, "items": items}


def _quote(fragments: Sequence[Fragment]) -> Iterator[Element]:
    yield _run("“")
    for one in fragments:
        yield _run(one.text, weight="Bolder", highlight=True) if one.emphasis else _run(one.text)
    yield _run("”")


def _footer(story: ChatStory) -> Iterator[Element]:
    """How many articles, and the outlets and the desk as links."""
    yield _run(story.view.status, isSubtle=True)
    for text, url in story.outlets[:_OUTLETS]:
        yield _run(" · ", isSubtle=True)
        yield _linked(text, url)
    if story.desk_url:
        yield _run(" · ", isSubtle=True)
        yield _linked("Read and judge it on the desk", story.desk_url)


def _title(text: str) -> Element:
    return _rich([_run(one_line(text, 200), weight="Bolder", size="Large")])


def _rich(runs: list[Element], *, separator: bool = False) -> Element:
    block: Element = {"type": "RichTextBlock", "inlines": runs}
    return block | ({"separator": True} if separator else {})


def _run(text: str, **style: object) -> Element:
    return {"type": "TextRun", "text": text, **style}


def _linked(text: str, url: str | None, **style: object) -> Element:
    action = {"selectAction": {"type": "Action.OpenUrl", "url": url}} if url else {}
    return _run(text, **style) | action
