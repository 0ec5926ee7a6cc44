"""Words that a line break divides with a hyphen, as typesetters do.

"Money laun-" at the end of a line and "dering" on the next have the term "money laundering".

Whether the hyphen belongs to the word cannot be seen, so both readings are searched: with it, as all text is, and here
without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from matching.index.scanner import Occurrence, Scanner
from matching.text.folding import fold
from matching.text.passage import Passage

_BREAK = re.compile(r"(?<=[^\W\d_])[-‐]\n[ \t]*(?=[^\W\d_])")
_HYPHEN_AT_END = re.compile(r"-(?=\n)")  # finds hyphens first, and so is faster than a search for both characters
_AROUND = 100  # characters on each side, as long as phrases are
_MOST = 1000  # divided words of a text


def divided_occurrences(passage: Passage, scanner: Scanner) -> Iterator[Occurrence]:
    """The occurrences of phrases in which a divided word is, by their place in the passage."""
    text = passage.folded.text
    if not _may_be_divided(text):
        return
    for found in islice(_BREAK.finditer(text), _MOST):
        start = text.rfind(" ", 0, max(0, found.start() - _AROUND)) + 1
        piece = fold(text[start : found.start()] + text[found.end() : found.end() + _AROUND])
        cut = found.start() - start
        for one in scanner.find(piece):
            first, last = piece.original_span(one.start, one.end)
            if first < cut < last:
                yield _placed(passage, one.phrase, start + first, start + last + len(found[0]))


def _may_be_divided(text: str) -> bool:
    """True if a line ends with a hyphen."""
    return _HYPHEN_AT_END.search(text) is not None or ("‐" in text and "‐\n" in text)


def _placed(passage: Passage, phrase: int, start: int, end: int) -> Occurrence:
    """The occurrence of a phrase in the words of the passage that are between two offsets of its text."""
    borders = passage.folded.borders
    first, behind = passage.folded.spans[0].searchsorted((start, end)).tolist()
    return Occurrence(phrase, int(borders[first]) + 1, int(borders[behind]), first, behind - 1)
