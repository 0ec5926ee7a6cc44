"""The quote of a hit: the sentence in which the target is named."""

from __future__ import annotations

from typing import NamedTuple

from core.records import Article, Hit, TextField
from core.sentences import sentence_around

LIMIT = 400
"""The most characters of a quote; a longer sentence is cut at words around the mention."""


class Excerpt(NamedTuple):
    """A part of a title or text, and its offset there in code points."""

    text: str
    start: int


def quote_of(article: Article, hit: Hit) -> Excerpt:
    """The sentence around the best mention, at most `LIMIT` characters; empty for a hit without mentions."""
    if not hit.mentions:
        return Excerpt("", 0)
    best = hit.mentions[0]
    source = (article.title or "") if best.field is TextField.TITLE else article.text
    return excerpt_around(source, best.start, best.end)


def excerpt_around(text: str, start: int, end: int, limit: int = LIMIT) -> Excerpt:
    """The sentence of `text` that holds `[start, end)`, without white space at its ends."""
    first, last = sentence_around(text, start, end, reach=limit)
    if last - first > limit:
        spare = max(0, limit - (end - start)) // 2
        first = _word_start(text, max(first, start - spare), start)
        last = _word_end(text, min(last, end + spare), end)
    sentence = text[first:last]
    return Excerpt(sentence.strip(), first + len(sentence) - len(sentence.lstrip()))


def _word_start(text: str, start: int, limit: int) -> int:
    """The first start of a word in `[start, limit]`; `start` where there is no space (Chinese, Japanese)."""
    space = text.find(" ", start, limit) if start > 0 else -1
    return space + 1 if space >= 0 else start


def _word_end(text: str, end: int, limit: int) -> int:
    """The last end of a word in `[limit, end]`; `end` where there is no space."""
    space = text.rfind(" ", limit, end) if end < len(text) else -1
    return space if space >= 0 else end
