"""All phrases of a watchlist found in a folded text: in one pass of Aho-Corasick, or by checksums (`sequences.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from ahocorasick_rs import BytesAhoCorasick, Implementation

from matching.folding import Folded, fold_words
from matching.sequences import NO_HEADS, Heads, Sequences

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


class Sighting(NamedTuple):
    """A phrase, by number, and where it stands: bytes of the folded text, and its first and last word."""

    phrase: int
    start: int
    end: int
    first: int
    last: int


class Scanner:
    """Finds phrases; they are numbered as given."""

    def __init__(self, patterns: Sequence[bytes], heads: Heads = NO_HEADS) -> None:
        """The phrases that have `heads` are found by those, the others by an automaton."""
        self.patterns = patterns
        self._sequences = Sequences(patterns, heads) if len(heads.phrases) else None
        without = np.ones(len(patterns), bool)
        without[heads.phrases] = False
        self._numbers = without.nonzero()[0]
        chosen = patterns if self._sequences is None else [patterns[number] for number in self._numbers.tolist()]
        if len(chosen) <= _FAST_UP_TO:
            self._automaton = BytesAhoCorasick([*chosen, _NEVER], implementation=Implementation.DFA)
        else:
            self._automaton = BytesAhoCorasick(chosen)

    @property
    def phrases(self) -> Sequence[Phrase]:
        """All phrases, by number."""
        return list(map(Phrase.of_pattern, self.patterns))

    def _table(self, folded: Folded) -> npt.NDArray[np.intp]:
        """Phrase, start and end of each find, with the spaces around it, by the end and then the longest first."""
        table = np.array(self._automaton.find_matches_as_indexes(folded.plain, overlapping=True), np.intp)
        if self._sequences is None:
            return table
        table = table.reshape(-1, 3)
        table[:, 0] = self._numbers[table[:, 0]]
        found = np.array(list(self._sequences.find(folded)), np.intp).reshape(-1, 3)
        table = np.concatenate((table, found))
        return table[np.lexsort((table[:, 1], table[:, 2]))]

    def find(self, folded: Folded) -> list[Sighting]:
        """Every place of every phrase, overlapping ones too."""
        table = self._table(folded)
        if not table.size:
            return []
        text = np.frombuffer(folded.plain, np.uint8)
        starts = table[:, 1] + (text[table[:, 1]] == _SPACE)
        ends = table[:, 2] - (text[table[:, 2] - 1] == _SPACE)
        first = np.searchsorted(folded.borders, starts, "left") - 1
        last = np.searchsorted(folded.borders, ends, "left") - 1
        columns = (table[:, 0], starts, ends, first, last)
        return list(map(Sighting, *(column.tolist() for column in columns)))
