"""A digest in a few lines of plain text, for chat services."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alerts.config.subscriptions import Subscription
from alerts.rendering.limits import LADDER
from alerts.rendering.quotes import quotes_of
from alerts.rendering.views import digest_view
from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import headline_of
from core.records import Digest, StoryCard

MAX_LENGTH = 1500
"""Code points of a short form; every service accepts that many."""

_MAX_STORIES = 5

# Chat services interpret these as markup or as a mention of everybody; look-alikes read the same.
_HARMLESS = str.maketrans(
    {"<": "‹", ">": "›", "@": "＠", "`": "'", "*": "∗", "_": "＿", "~": "∼", "[": "(", "]": ")", "|": "/"}
)
_ADDRESS = re.compile(r"(?<=\w)(?::(?=//)|\.(?=[^\W\d_]{2}))")  # where chats see one: `http://`, `site.example`
_UNLINKED = {":": "：", ".": "․"}


def short_form(digest: Digest, subscription: Subscription) -> str:
    """A few lines for a chat: counts, each story with its link and first quote, and the coverage."""
    view = digest_view(digest, subscription, LADDER[-1])
    lines = [chat_safe(view.counts), *(_short_card(card) for card in digest.cards[:_MAX_STORIES])]
    if len(digest.cards) > _MAX_STORIES:
        lines.append(f"and {len(digest.cards) - _MAX_STORIES} more stories in the digest")
    lines.append(chat_safe(view.coverage.line))
    text = "\n".join(lines)
    return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 1]}…"


def _short_card(card: StoryCard) -> str:
    article = card.findings[0].article
    quotes = quotes_of(article, card.findings[:1], 1)
    names = ", ".join(dict.fromkeys(one_line(one.target.name, 80) for one in card.findings))
    said = f"\n  “{chat_safe(one_line(quotes[0].text, 200))}”" if quotes else ""
    return f"- {chat_safe(f'{names}: {headline_of(article)[0]}')} {safe_link(article.url) or ''}{said}"


def chat_safe(text: str) -> str:
    """One line that no chat service interprets as markup, a link or a mention of everybody."""
    harmless = text.translate(_HARMLESS)
    return one_line(_ADDRESS.sub(lambda found: _UNLINKED[found[0]], harmless), 400)


def plain_notice(title: str, lines: Iterable[str]) -> str:
    """A notice about the watch itself in plain lines."""
    return "\n".join(map(chat_safe, (title, *lines)))[:MAX_LENGTH]
