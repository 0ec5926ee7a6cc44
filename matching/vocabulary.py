"""The words of all listed names, and for any word of a text the listed words it may be.

Like words share a probe (`likeness.probes`); the probes of all listed words are one sorted array of checksums, so that
a list of a million names needs no dictionary of its misspellings. News repeats its words: what was found for one is
kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from matching.likeness import (
    DIVIDED,
    EXACT,
    JOINED,
    ROMANISED,
    Likeness,
    is_servant,
    korean_probe,
    likeness,
    written_probes,
)
from matching.romanisation import korean_key, latinise
from matching.scripts import is_small_letter
from matching.tables.name_parts import FUNCTION_WORDS

REMEMBERED = 400_000  # words, about 100 MB at most
_MAX_MARKS = 1 << 24  # bytes of the table that tells which checksums may be known
_LOWER = 0xFFFFFFFF
_MAX_LENGTH = 40  # letters of a word that is looked at for slips; longer ones are no names
_MIN_PIECE = 2  # letters of a piece of a joined word
_JOINED_LENGTH = 5  # letters from which on a word may be two words joined


class Candidate(NamedTuple):
    """Listed words, by number, that a word of a text may be: one, or several that are written as one.

    Without words: the word may be the first piece of a listed word that is written as two.
    """

    words: tuple[int, ...]
    likeness: Likeness


NOTHING: tuple[Candidate, ...] = ()
PIECE = Candidate((), DIVIDED)


class Vocabulary(dict[bytes, tuple[Candidate, ...]]):
    """The candidates of each folded word in its case; only words with a capital, or without case, may be misspelt."""

    def __init__(
        self,
        words: Iterable[str],
        korean: Iterable[Sequence[int]],
        table: npt.NDArray[np.uint64],
    ) -> None:
        """`korean` are the names, as numbers of words, that are met in any romanisation of Korean."""
        super().__init__()
        self.words = tuple(words)
        self.numbers: Mapping[bytes, int] = {word.encode(): number for number, word in enumerate(self.words)}
        names = list(korean)
        self.korean = frozenset(number for name in names for number in name)
        self.korean_runs: dict[str, list[tuple[int, ...]]] = {}
        for name in names:
            for run in (*pairwise(name), *zip(name, name[1:], name[2:], strict=False)):
                key = "".join(korean_key(self.words[number]) for number in run)
                self.korean_runs.setdefault(key, []).append(run)
        self.table = table
        self._sorted = sorted(self.words)
        self._sums = (self.table >> np.uint64(32)).astype(np.uint32)
        self._mask = min(_MAX_MARKS, 1 << (8 * len(table)).bit_length()) - 1
        marks = np.zeros(self._mask + 1, np.uint8)
        marks[self._sums & np.uint32(self._mask)] = 1
        self._maybe = marks.tobytes()

    def __missing__(self, cased: bytes) -> tuple[Candidate, ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[cased] = self._look_up(cased.decode())
        return found

    def _look_up(self, cased: str) -> tuple[Candidate, ...]:
        word = cased.casefold()
        if is_small_letter(cased[0]) or len(word) > _MAX_LENGTH or word in FUNCTION_WORDS:
            number = self.numbers.get(word.encode())
            return NOTHING if number is None else (Candidate((number,), EXACT),)
        found = sorted(
            [*self._like(word), *self._joined(word.encode()), *self._joined_korean(word)],
            key=lambda candidate: candidate.likeness.cost,
        )
        return (*found, PIECE) if self._begins_a_word(word) else tuple(found)

    def _begins_a_word(self, word: str) -> bool:
        """True if a listed word begins with this one and has at least two letters more."""
        place = bisect_left(self._sorted, f"{word}\0")
        return (
            place < len(self._sorted)
            and self._sorted[place].startswith(word)
            and len(self._sorted[place]) > len(word) + 1
        )

    def like(self, word: str) -> tuple[Candidate, ...]:
        """The single listed words that a folded word may be, whatever its case."""
        return tuple(self._like(word))

    def _like(self, word: str) -> Iterable[Candidate]:
        marks = written_probes(word)
        if self.korean:
            marks.add(korean_probe(word))
        numbers = self._marked([crc32(mark.encode()) for mark in marks])
        for number in sorted(numbers):
            if found := likeness(self.words[number], word, korean=number in self.korean):
                yield Candidate((number,), found)

    def _marked(self, sums: Iterable[int]) -> set[int]:
        """The listed words that have a mark with one of these checksums."""
        maybe, mask = self._maybe, self._mask
        known = [checksum for checksum in sums if maybe[checksum & mask]]
        if not known:
            return set()
        wanted = np.array(known, np.uint32)
        first, last = self._sums.searchsorted(wanted, "left"), self._sums.searchsorted(wanted, "right")
        stretches = zip(first.tolist(), last.tolist(), strict=True)
        return {row & _LOWER for start, end in stretches if start < end for row in self.table[start:end].tolist()}

    def _joined_korean(self, word: str) -> Iterator[Candidate]:
        """Korean syllables of a name that are written as one, in another romanisation or in Hangul: "Gwangjin"."""
        latin = latinise(word)
        if self.korean_runs and latin.isascii() and len(latin) >= _JOINED_LENGTH:
            for run in self.korean_runs.get(korean_key(latin), ()):
                yield Candidate(run, ROMANISED)

    def _joined(self, word: bytes, pieces: int = 3) -> Iterator[Candidate]:
        """Listed words that are written as one: "Kwangjin", "KimKwangJin", "Abdulrahman"."""
        if len(word) < _JOINED_LENGTH:
            return
        for cut in range(_MIN_PIECE, len(word) - _MIN_PIECE + 1):
            heads = self._heads(word[:cut])
            if not heads:
                continue
            tails: list[tuple[int, ...]] = [(tail,)] if (tail := self.numbers.get(word[cut:])) is not None else []
            if pieces > 2:
                tails += [one.words for one in self._joined(word[cut:], pieces - 1)]
            yield from (Candidate((head, *tail), JOINED) for head in heads for tail in tails)

    def _heads(self, piece: bytes) -> tuple[int, ...]:
        """The listed words that a piece in front is: itself, or Abd of Abdul and its like."""
        found = self.numbers.get(piece)
        if piece.startswith(b"abd") and is_servant(piece.decode(errors="replace")):
            servant = self.numbers.get(b"abd")
            return tuple(number for number in dict.fromkeys((found, servant)) if number is not None)
        return () if found is None else (found,)
