"""Matching news in several scripts with names in Latin letters, at the first reading and when all words are known.

The news in other scripts is that of `bench_matching.py` letter for letter, so that only the script differs.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from core.records import Article
from matching.engine import Matcher

ASKED = 0.5  # of Latin's megabytes a second
_LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS: Mapping[str, str] = {
    "Cyrillic": "абцдефгхижклмнопкрстуввхыз",
    "Greek": "αβκδεφγχιζκλμνοπκρστυββξυζ",
    "Arabic": "ابکدهفگحیجکلمنوپقرستوووخیز",
    "Hebrew": "אבכדהפגחיגקלמנופקרסטובוחיז",
}


def written_in(script: str, text: str) -> str:
    """The text with another letter for each Latin one; capitals stay capitals where the script has them."""
    letters = LETTERS[script]
    return text.translate(str.maketrans(_LATIN + _LATIN.upper(), letters + letters.upper()))


def speed_of(matcher: Matcher, articles: Sequence[Article], rounds: int) -> float:
    """Megabytes a second of CPU time; the best of some rounds."""
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    return megabytes / min(_seconds(matcher, articles) for _ in range(rounds))


def _seconds(matcher: Matcher, articles: Sequence[Article]) -> float:
    began = time.process_time()
    for article in articles:
        matcher.match(article)
    return time.process_time() - began


def first_and_later(data: bytes, articles: Sequence[Article]) -> tuple[float, float]:
    """The speed at which a fresh matcher reads articles of which it knows no word, and at which it reads them again."""
    first, matcher = 0.0, Matcher.from_bytes(data)
    for _ in range(3):
        matcher = Matcher.from_bytes(data)
        first = max(first, speed_of(matcher, articles, 1))
    return first, speed_of(matcher, articles, 5)


def ms_per_unseen_word(data: bytes, articles: Sequence[Article]) -> float:
    """Milliseconds of CPU that a capitalised word costs when it is met for the first time."""
    matcher = Matcher.from_bytes(data)
    matcher.match(articles[0])
    vocabulary = matcher.compiled.lexicon.vocabulary
    known, first = len(vocabulary), _seconds(matcher, articles[1:])
    return (first - _seconds(matcher, articles[1:])) / (len(vocabulary) - known) * 1000
