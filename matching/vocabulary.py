"""The words of all listed names, and for any word of a text the listed words it may be.

Like words share a probe (`likeness.probes`); the probes of all listed words are one sorted array of checksums, so that
a list of a million names needs no dictionary of its misspellings. News repeats its words: what was found for one is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from matching.likeness import EXACT, JOINED, Likeness, korean_probe, likeness, probes
from matching.tables.name_parts import FUNCTION_WORDS

_REMEMBERED = 400_000  # words, about 100 MB at most
_MAX_LENGTH = 40  # letters of a word that is looked at for slips; longer ones are no names
_MIN_PIECE = 2  # letters of a piece of a joined word
_JOINED_LENGTH = 5  # letters from which on a word may be two words joined


class Candidate(NamedTuple):
    """Listed words, by number, that a word of a text may be: one, or several that are written as one."""

    words: tuple[int, ...]
    likeness: Likeness


NOTHING: tuple[Candidate, ...] = ()


class Vocabulary(dict[bytes, tuple[Candidate, ...]]):
    """The candidates of each folded word in its case; only words with a capital, or without case, may be misspelt."""

    def __init__(
        self, words: Iterable[str], korean: frozenset[int], table: npt.NDArray[np.uint64] | None = None
    ) -> None:
        super().__init__()
        self.words = tuple(words)
        self.numbers: Mapping[bytes, int] = {word.encode(): number for number, word in enumerate(self.words)}
        self.korean = korean
        self.table = self._build() if table is None else table
        self._sums = (self.table >> np.uint64(32)).astype(np.uint32)

    def _build(self) -> npt.NDArray[np.uint64]:
        """Checksum of a probe in the upper half, number of the word in the lower, ascending."""
        rows = []
        for number, word in enumerate(self.words):
            marks = probes(word)
            if number in self.korean:
                marks.add(korean_probe(word))
            rows += [crc32(mark.encode()) << 32 | number for mark in marks]
        return np.sort(np.array(rows, np.uint64))

    def __missing__(self, cased: bytes) -> tuple[Candidate, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[cased] = self._look_up(cased.decode())
        return found

    def _look_up(self, cased: str) -> tuple[Candidate, ...]:
        word = cased.casefold()
        if cased[0].islower() or len(word) > _MAX_LENGTH or word in FUNCTION_WORDS:
            number = self.numbers.get(word.encode())
            return NOTHING if number is None else (Candidate((number,), EXACT),)
        found = [*self._like(word), *self._joined(word.encode())]
        return tuple(sorted(found, key=lambda candidate: candidate.likeness.cost))

    def like(self, word: str) -> tuple[Candidate, ...]:
        """The single listed words that a folded word may be, whatever its case."""
        return tuple(self._like(word))

    def _like(self, word: str) -> Iterable[Candidate]:
        marks = probes(word)
        if self.korean:
            marks.add(korean_probe(word))
        sums = np.array([crc32(mark.encode()) for mark in marks], np.uint32)
        first, last = np.searchsorted(self._sums, sums, "left"), np.searchsorted(self._sums, sums, "right")
        numbers = {
            int(number) & 0xFFFFFFFF
            for start, end in zip(first.tolist(), last.tolist(), strict=True)
            if start < end
            for number in self.table[start:end]
        }
        for number in sorted(numbers):
            if found := likeness(self.words[number], word, korean=number in self.korean):
                yield Candidate((number,), found)

    def _joined(self, word: bytes) -> Iterable[Candidate]:
        """Listed words that are written as one: "Kwangjin", "AlisherUsmanov"."""
        if len(word) < _JOINED_LENGTH:
            return
        for cut in range(_MIN_PIECE, len(word) - _MIN_PIECE + 1):
            head = self.numbers.get(word[:cut])
            if head is None:
                continue
            tail = self.numbers.get(word[cut:])
            if tail is not None:
                yield Candidate((head, tail), JOINED)
