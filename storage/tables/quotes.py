"""The quotation of a hit: the sentence in which the target is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.records import Article, Hit, TextField

LIMIT = 400
"""Characters of a quote at most; a longer sentence is cut at words around the mention."""

# A sentence ends at a line break, or at its mark (with closing quotes or brackets) before white space; in Chinese
# and Japanese at the mark alone.
_END = re.compile(r"\n|[.!?…][\"'”’)\]»]*\s|[。！？｡][」』”’）]*")
_INITIAL = re.compile(r"(?:^|[\s(\"“'‘])(?:\w|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs|U\.S|U\.K|D\.C)\.\s$")


class Excerpt(NamedTuple):
    """Text of an article and where it starts in its field."""

    text: str
    start: int


def quote_of(article: Article, hit: Hit) -> Excerpt:
    """The sentence around the best mention, at most `LIMIT` characters; empty for a hit without mentions."""
    if not hit.mentions:
        return Excerpt("", 0)
    best = hit.mentions[0]
    source = (article.title or "") if best.field is TextField.TITLE else article.text
    return sentence_around(source, best.start, best.end)


def sentence_around(text: str, start: int, end: int, limit: int = LIMIT) -> Excerpt:
    """The sentence of `text` that holds `[start, end)`, without white space at its ends."""
    spare = max(0, limit - (end - start)) // 2
    ends = list(_ends(text, max(0, start - limit), min(len(text), end + limit)))
    begin = max((at for at in ends if at <= start), default=0)
    close = min((at for at in ends if at >= end), default=len(text))
    if close - begin > limit:
        begin = _word_start(text, max(begin, start - spare), start)
        close = _word_end(text, min(close, end + spare), end)
    sentence = text[begin:close]
    return Excerpt(sentence.strip(), begin + len(sentence) - len(sentence.lstrip()))


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences of `text[low:high]` end; not after an initial or an abbreviated title."""
    for found in _END.finditer(text, low, high):
        if not _INITIAL.search(text[max(0, found.end() - 8) : found.end()]):
            yield found.end()


def _word_start(text: str, at: int, limit: int) -> int:
    """The first start of a word in `[at, limit]`; `at` where no space is (Chinese, Japanese)."""
    space = text.find(" ", at, limit) if at > 0 else -1
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word in `[limit, at]`."""
    space = text.rfind(" ", limit, at) if at < len(text) else -1
    return space if space >= 0 else at
