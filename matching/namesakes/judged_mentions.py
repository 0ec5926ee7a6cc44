"""The mentions of one entry in judged articles: their sentences, and where facts are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.records import Article, TextField
from core.sentences import sentence_around
from matching.engine import Matcher
from matching.facts.excerpts import MentionExcerpt, with_usual_digits
from matching.single_entry import hit_of

_LONGEST_SENTENCE = 400  # code points on either side of a mention


@dataclass(frozen=True, slots=True)
class JudgedMention:
    """A mention: its sentence with a line break in its place, its excerpt, and the article's day if it is known."""

    sentence: str
    excerpt: MentionExcerpt
    day: date | None


def mentions_in(matcher: Matcher, target_id: str, article: Article) -> Iterator[JudgedMention]:
    """The mentions of the entry in title and text."""
    hit = hit_of(matcher, target_id, article)
    at = article.published.at if article.published else None
    day = at.date() if isinstance(at, datetime) else at
    for mention in hit.mentions if hit else ():
        text = (article.title or "") if mention.field is TextField.TITLE else article.text
        start, end = sentence_around(text, mention.start, mention.end, _LONGEST_SENTENCE)
        sentence = f"{text[start : mention.start]}\n{text[mention.end : end]}"
        yield JudgedMention(sentence, MentionExcerpt(with_usual_digits(text), mention.start, mention.end), day)
