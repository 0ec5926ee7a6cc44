"""Finds all phrases of a watchlist in a folded text: by one pass of Aho-Corasick, those of long lists by hashes."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import BytesAhoCorasick, Implementation

from matching.index.rolling_hash import NO_HEADS, PhraseHeads, PhraseMatch, RollingHashScanner
from matching.text.folding import Folded, fold_words

_SPACE = 32
_DFA_UP_TO = 20_000  # phrases; a DFA takes 2 to 10 KB each, the compact automaton a twentieth of it
_NEVER = b"\xff"
"""A byte that is in no UTF-8 text. Where all patterns begin with one ASCII byte, here a space, the library first looks
for that byte, which doubles the time of a DFA in a text with a space at every sixth byte; this pattern prevents it."""


class Phrase(NamedTuple):
    """Folded words to look for. An open end need not be a word border."""

    text: str
    open_start: bool = False
    open_end: bool = False

    @classmethod
    def of(cls, text: str, *, open_start: bool = False, open_end: bool = False) -> Phrase:
        """The phrase that finds `text`; its own text is empty if folding leaves nothing."""
        return cls(" ".join(fold_words(text)), open_start, open_end)

    @classmethod
    def of_pattern(cls, pattern: bytes) -> Phrase:
        """The phrase with this pattern."""
        return cls(pattern.decode().strip(" "), not pattern.startswith(b" "), not pattern.endswith(b" "))

    @property
    def pattern(self) -> bytes:
        """The bytes to look for in a folded text."""
        return f"{'' if self.open_start else ' '}{self.text}{'' if self.open_end else ' '}".encode()


class Occurrence(NamedTuple):
    """The number of a phrase, its start and end in the folded text in bytes, and its first and last word."""

    phrase: int
    start: int
    end: int
    first: int
    last: int


class Scan(NamedTuple):
    """What one pass finds: the occurrences of phrases, and whether the text has any of the signs."""

    occurrences: list[Occurrence]
    has_sign: bool


class Scanner:
    """Finds phrases, numbered in the order in which their patterns are given."""

    def __init__(self, patterns: Sequence[bytes], heads: PhraseHeads = NO_HEADS, signs: Sequence[bytes] = ()) -> None:
        """The phrases with `heads` are found by rolling hashes, the others by an automaton.

        `signs` are further patterns; of these a scan only says whether the text has one, which costs nothing where they
        begin with a space.
        """
        self.patterns = patterns
        self._hash_scanner = RollingHashScanner(patterns, heads) if len(heads.phrases) else None
        is_other = np.ones(len(patterns), bool)
        is_other[heads.phrases] = False
        self._numbers = is_other.nonzero()[0].tolist()
        chosen = patterns if self._hash_scanner is None else [patterns[number] for number in self._numbers]
        self._count = len(chosen)
        if len(chosen) <= _DFA_UP_TO:
            self._automaton = BytesAhoCorasick([*chosen, *signs, _NEVER], implementation=Implementation.DFA)
        else:
            self._automaton = BytesAhoCorasick([*chosen, *signs])

    @property
    def phrases(self) -> Sequence[Phrase]:
        """All phrases, by number."""
        return list(map(Phrase.of_pattern, self.patterns))

    def _matches(self, folded: Folded, found: Sequence[PhraseMatch]) -> Sequence[PhraseMatch]:
        """All matches, those `found` by the automaton among them, ordered by their end and then the longest first."""
        if self._hash_scanner is None:
            return found
        numbered = [(self._numbers[number], start, end) for number, start, end in found]
        return sorted([*numbered, *self._hash_scanner.find(folded)], key=itemgetter(2, 1))

    def find(self, folded: Folded) -> list[Occurrence]:
        """Every occurrence of every phrase, overlapping ones too."""
        return self.scan(folded).occurrences

    def scan(self, folded: Folded) -> Scan:
        """Every occurrence of every phrase, overlapping ones too, and whether there is a sign."""
        found: list[PhraseMatch] = self._automaton.find_matches_as_indexes(folded.plain, overlapping=True)
        if not found and self._hash_scanner is None:
            return Scan([], has_sign=False)
        phrases = [one for one in found if one[0] < self._count]
        return Scan(self._occurrences(folded, self._matches(folded, phrases)), len(phrases) < len(found))

    def _occurrences(self, folded: Folded, found: Sequence[PhraseMatch]) -> list[Occurrence]:
        if not found:
            return []
        plain, borders = folded.plain, folded.borders
        starts = [start + (plain[start] == _SPACE) for _, start, _ in found]
        ends = [end - (plain[end - 1] == _SPACE) for _, _, end in found]
        words = (borders.searchsorted([*starts, *ends]) - 1).tolist()
        return list(map(Occurrence, map(itemgetter(0), found), starts, ends, words[: len(found)], words[len(found) :]))


class PatternSet:
    """A few patterns that are found in one fast pass for all."""

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._automaton = BytesAhoCorasick([*patterns, _NEVER], implementation=Implementation.DFA)

    def found_in(self, text: bytes) -> set[tuple[int, bytes]]:
        """The numbers of the patterns that are in the text, with the byte behind them."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return {(number, text[end : end + 1]) for number, _, end in found}
