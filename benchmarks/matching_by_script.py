"""Matching news in several scripts with names in Latin letters, at the first reading and when all words are known.

The news in other scripts is that of `bench_matching.py` letter for letter, so that only the script differs. In scripts
where words are only heard, the sentences of `samples/evaluation` are read, with longer lists.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from benchmarks.quality_matching import read_sentences
from core.records import Article
from matching.engine import Matcher
from matching.names.sounds.scripts import Script, script_of
from samples import builders

ASKED = 0.5  # of Latin's megabytes a second
_LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS: Mapping[str, str] = {
    "Cyrillic": "абцдефгхижклмнопкрстуввхыз",
    "Greek": "αβκδεφγχιζκλμνοπκρστυββξυζ",
    "Arabic": "ابکدهفگحیجکلمنوپقرستوووخیز",
    "Hebrew": "אבכדהפגחיגקלמנופקרסטובוחיז",
}

LENGTHS = (1_000, 10_000, 100_000)
"""Names of the lists with which sentences are read."""
HEARD = (None, Script.HANGUL, Script.HAN, Script.KATAKANA, Script.THAI, Script.DEVANAGARI, Script.GEORGIAN)
"""Scripts in which words are only heard, None for Latin to compare them with."""
_FILES = ("scripts.txt", "scripts-languages.txt", "scripts-press.txt", "scripts-further.txt", "sentences.txt")


def sentences_in(script: Script | None) -> Article:
    """The sentences of the evaluation set whose letters are mostly of a script, None for Latin, as one article."""
    texts = (sentence.text for file in _FILES for sentence in read_sentences(file))
    found = [text for text in texts if 2 * sum(script_of(one) is script for one in text) > len(text)]
    return builders.article("\n".join(found), title=None, zones=())


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
