"""A digest as a Slack message: Block Kit blocks, and the short form as the text of its notification.

Limits by Slack's reference of Block Kit and of `chat.postMessage`: 50 blocks, 3,000 characters in a section's text, 150
in a header; a message whose blocks have more than about 13,000 characters in all is refused (`msg_blocks_too_long`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from alerts.config.subscriptions import Subscription
from alerts.rendering.chat_stories import ChatQuote, ChatStory, chat_stories
from alerts.rendering.limits import LADDER
from alerts.rendering.reader_links import LinkKey
from alerts.rendering.short_form import plain_notice, short_form
from alerts.rendering.views import digest_view
from alerts.text.cleaning import one_line
from alerts.text.wording import counted
from core.records import Digest

MAX_CHARACTERS = 12_000
"""Of the blocks of one message, as JSON."""

_HEADER = 150
_SECTION = 3_000
_OUTLETS = 8  # linked in a story
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What mrkdwn takes for the begin or end of formatting; look-alikes read the same.
_LOOK_ALIKES = {"*": "∗", "_": "＿", "~": "∼", "`": "'"}
_TRANSLATION = str.maketrans(_ENTITIES | _LOOK_ALIKES)
_WORD = re.compile(r"\w")

Block = dict[str, Any]


def slack_message(digest: Digest, subscription: Subscription, links: LinkKey | None = None) -> bytes:
    """The message as JSON, for an incoming webhook; stories that do not fit are counted."""
    stories = chat_stories(digest, subscription, links)
    for shown in range(len(stories), -1, -1):
        blocks = _blocks(digest, subscription, stories[:shown])
        if len(json.dumps(blocks, ensure_ascii=False)) <= MAX_CHARACTERS:
            break
    return _message(short_form(digest, subscription), blocks)


def slack_notice(title: str, lines: Sequence[str]) -> bytes:
    """A notice about the watch itself as JSON, for an incoming webhook."""
    body = [_section("\n".join(mrkdwn(line) for line in lines))] if lines else []
    return _message(plain_notice(title, lines), [_header(title), *body])


def _message(text: str, blocks: Sequence[Block]) -> bytes:
    whole = {"text": text, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}
    return json.dumps(whole, sort_keys=True).encode()


def _blocks(digest: Digest, subscription: Subscription, stories: Sequence[ChatStory]) -> list[Block]:
    view = digest_view(digest, subscription, LADDER[-1])
    left = len(digest.cards) - len(stories)
    more = [f"and {counted(left, 'more story', 'more stories')} in the digest by mail"] if left else []
    return [
        _header(view.title),
        _context([mrkdwn(view.counts)]),
        *(block for one in stories for block in _story(one)),
        _context([mrkdwn(one) for one in (*more, view.coverage.line)]),
    ]


def _story(story: ChatStory) -> Iterator[Block]:
    """A divider, the headline with the names and quotes, and the outlets as links."""
    view = story.view
    headline = link(view.headline, view.url)
    lines = [f"*{mrkdwn(view.label)}* {headline}", mrkdwn(story.names)]
    lines += [mrkdwn(line) for line in view.changes]
    lines += [f"&gt; {_quote(one)}" for one in story.quotes]
    yield {"type": "divider"}
    yield _section("\n".join(lines))
    outlets = [link(text, url) for text, url in story.outlets[:_OUTLETS]]
    desk = [link("Read and judge it on the desk", story.desk_url)] if story.desk_url else []
    yield _context([" · ".join([mrkdwn(view.status), *outlets, *desk])])


def _quote(quote: ChatQuote) -> str:
    """The quote with what was found in bold, where Slack shows it so: not in the middle of a word."""
    parts = []
    texts = [one.text for one in quote.fragments]
    for number, one in enumerate(quote.fragments):
        before = texts[number - 1][-1:] if number else ""
        after = texts[number + 1][:1] if number + 1 < len(texts) else ""
        text = mrkdwn(one.text, None)
        can_be_bold = one.emphasis and one.text.strip() == one.text and not _WORD.match(before + after)
        is_bold = can_be_bold and not _WORD.match(after)
        parts.append(f"*{text}*" if is_bold else text)
    return f"“{''.join(parts)}” {mrkdwn(quote.outlet)}"


def mrkdwn(text: str, limit: int | None = 400) -> str:
    """Foreign text of which Slack interprets nothing: no link, mention or formatting."""
    shown = one_line(text, limit) if limit is not None else text
    return shown.translate(_TRANSLATION)


def link(text: str, url: str | None) -> str:
    """A link with foreign text; only the text without a safe address."""
    shown = mrkdwn(text).replace("|", "/")
    return f"<{url.replace('&', '&amp;')}|{shown}>" if url else shown


def _header(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": one_line(text, _HEADER), "emoji": False}}


def _section(text: str) -> Block:
    cut = text if len(text) <= _SECTION else f"{text[: text.rfind(chr(10), 0, _SECTION - 1)]}\n…"
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut, "verbatim": True}}


def _context(texts: Iterable[str]) -> Block:
    elements = [{"type": "mrkdwn", "text": text[:_SECTION], "verbatim": True} for text in texts]
    return {"type": "context", "elements": elements}
