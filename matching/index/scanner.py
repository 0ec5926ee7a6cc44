"""All phrases of a watchlist found in a folded text: by one pass of Aho-Corasick, or by rolling hashes."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import BytesAhoCorasick, Implementation

from matching.index.rolling_hash import NO_HEADS, Found, PhraseHeads, RollingHashScanner
from matching.text.folding import Folded, fold_words

_SPACE = 32
_FAST_UP_TO = 20_000  # phrases; the table of a DFA takes 2 to 10 KB each, the compact automaton a twentieth
_NEVER = b"\xff"
"""Stands in no UTF-8. If all patterns begin with ASCII, as they do with a space, the automaton leaps from one such byte
to the next; in a text with a space at every sixth byte a DFA is twice as fast without."""


class Phrase(NamedTuple):
    """Folded words to look for. An open end need not be the border of a word."""

    text: str
    open_start: bool = False
    open_end: bool = False

    @classmethod
    def of(cls, text: str, *, open_start: bool = False, open_end: bool = False) -> Phrase:
        """The phrase that finds `text`, however it is written; its text is empty if nothing of it is left folded."""
        return cls(" ".join(fold_words(text)), open_start, open_end)

    @classmethod
    def of_pattern(cls, pattern: bytes) -> Phrase:
        """The phrase that has this pattern."""
        return cls(pattern.decode().strip(" "), not pattern.startswith(b" "), not pattern.endswith(b" "))

    @property
    def pattern(self) -> bytes:
        """The bytes that stand in a folded text."""
        return f"{'' if self.open_start else ' '}{self.text}{'' if self.open_end else ' '}".encode()


class Occurrence(NamedTuple):
    """A phrase, by number, and where it stands: bytes of the folded text, and its first and last word."""

    phrase: int
    start: int
    end: int
    first: int
    last: int


class Scanner:
    """Finds phrases; they are numbered as given."""

    def __init__(self, patterns: Sequence[bytes], heads: PhraseHeads = NO_HEADS) -> None:
        """The phrases that have `heads` are found by those, the others by an automaton."""
        self.patterns = patterns
        self._sequences = RollingHashScanner(patterns, heads) if len(heads.phrases) else None
        without = np.ones(len(patterns), bool)
        without[heads.phrases] = False
        self._numbers = without.nonzero()[0].tolist()
        chosen = patterns if self._sequences is None else [patterns[number] for number in self._numbers]
        if len(chosen) <= _FAST_UP_TO:
            self._automaton = BytesAhoCorasick([*chosen, _NEVER], implementation=Implementation.DFA)
        else:
            self._automaton = BytesAhoCorasick(chosen)

    @property
    def phrases(self) -> Sequence[Phrase]:
        """All phrases, by number."""
        return list(map(Phrase.of_pattern, self.patterns))

    def _found(self, folded: Folded) -> Sequence[Found]:
        """What is found, with the spaces around it, by the end and then the longest first."""
        found: list[Found] = self._automaton.find_matches_as_indexes(folded.plain, overlapping=True)
        if self._sequences is None:
            return found
        numbered = [(self._numbers[number], start, end) for number, start, end in found]
        return sorted([*numbered, *self._sequences.find(folded)], key=itemgetter(2, 1))

    def find(self, folded: Folded) -> list[Occurrence]:
        """Every place of every phrase, overlapping ones too."""
        found = self._found(folded)
        if not found:
            return []
        plain, borders = folded.plain, folded.borders
        starts = [start + (plain[start] == _SPACE) for _, start, _ in found]
        ends = [end - (plain[end - 1] == _SPACE) for _, _, end in found]
        first, last = (borders.searchsorted(places) - 1 for places in (starts, ends))
        return list(map(Occurrence, map(itemgetter(0), found), starts, ends, first.tolist(), last.tolist()))
