"""The phrases of a long list found by rolling hashes, where an automaton of a million phrases costs too much.

The hash of any stretch of a text follows from those of two beginnings of it (Karp and Rabin, "Efficient randomized
pattern-matching algorithms", 1987; here modulo 2**64). For all words of a text at once it is looked up whether a phrase
begins with them, then whether one to six words from there are the head of a phrase: its first six words, or all of
them if it has fewer. What is found is compared byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Hashes, Numbers, Places, sorted_unique
from matching.index.checksums import powers
from matching.index.membership import MembershipFilter
from matching.text.folding import Folded

AUTOMATON_UP_TO = 50_000  # phrases; to build the automaton of more takes longer than the rest of a start
_HEAD = 6  # words of a phrase that are looked up
_STRIDE = 1 << 16  # bytes that are hashed at once; a head is shorter
_FACTOR = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)
_LENGTHS = np.arange(1, _HEAD + 1)
_SLOTS_PER_KEY, _MAX_FILTER_BITS = 32, 26
_SPACE = ord(" ")
_POWERS, _INVERSE = (powers(base, 2 * _STRIDE + 1) for base in (_FACTOR, pow(_FACTOR, -1, 1 << 64)))
PhraseMatch = tuple[int, int, int]
"""A phrase, by number, and its start and end in the folded text, in bytes, with the spaces around it."""


class PhraseHeads(NamedTuple):
    """The hashes of the heads of phrases, ascending, with the phrases' numbers; and those of first words, ascending."""

    keys: Hashes
    phrases: Numbers
    first_word_keys: Hashes


NO_HEADS = PhraseHeads(np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.uint64))


def phrase_heads(patterns: Sequence[bytes]) -> PhraseHeads:
    """The heads of the patterns that begin and end at a word border; none if the automaton can take all patterns."""
    if len(patterns) <= AUTOMATON_UP_TO:
        return NO_HEADS
    numbers = [number for number, pattern in enumerate(patterns) if pattern[0] == pattern[-1] == _SPACE]
    rows = [_head_keys(batch) for batch in _batches([patterns[number] for number in numbers])]
    keys, firsts = (np.concatenate([np.zeros(0, np.uint64), *(row[column] for row in rows)]) for column in (0, 1))
    order = np.argsort(keys, kind="stable")
    return PhraseHeads(keys[order], np.array(numbers, np.uint32)[order], sorted_unique(firsts))


def _batches(patterns: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """The patterns in batches of about one stride; each pattern is shorter than that."""
    ends = np.cumsum(np.fromiter(map(len, patterns), np.intp, len(patterns)))
    cuts = ends.searchsorted(np.arange(_STRIDE, ends.max(initial=0), _STRIDE)).tolist()
    return (patterns[first:last] for first, last in pairwise((0, *cuts, len(patterns))) if first < last)


def _head_keys(patterns: Sequence[bytes]) -> tuple[Hashes, Hashes]:
    """The hashes of the patterns' heads and of their first words."""
    data = b"".join(patterns)
    spaces = _spaces(data)
    ends = np.cumsum(np.fromiter(map(len, patterns), np.intp, len(patterns)))
    last = spaces.searchsorted(ends) - 1
    first = np.append(0, last[:-1] + 1)
    hashed = _PrefixHashes(data)
    starts = spaces[first] + 1
    return hashed.between(starts, spaces[np.minimum(last, first + _HEAD)]), hashed.between(starts, spaces[first + 1])


def _spaces(data: bytes) -> Places:
    places: Places = (np.frombuffer(data, np.uint8) == _SPACE).nonzero()[0]
    return places


class _PrefixHashes:
    """The polynomials of all beginnings of some bytes, at most two strides."""

    def __init__(self, data: bytes) -> None:
        codes = np.frombuffer(data, np.uint8)
        self._sums = np.zeros(len(codes) + 1, np.uint64)
        np.cumsum(codes * _POWERS[: len(codes)], out=self._sums[1:])

    def between(self, starts: Places, ends: Places) -> Hashes:
        """The hash of each stretch from a start to its end."""
        polynomials: Hashes = (self._sums[ends] - self._sums[starts]) * _INVERSE[starts]
        return (polynomials ^ polynomials >> np.uint64(32)) * _MIX


class RollingHashScanner:
    """Finds the phrases that have heads."""

    def __init__(self, patterns: Sequence[bytes], heads: PhraseHeads) -> None:
        self.patterns, self.heads = patterns, heads
        self._head_filter, self._first_word_filter = (
            MembershipFilter(keys, slots_per_hash=_SLOTS_PER_KEY, max_bits=_MAX_FILTER_BITS)
            for keys in (heads.keys, heads.first_word_keys)
        )

    def find(self, folded: Folded) -> Iterator[PhraseMatch]:
        """Every occurrence of every phrase, in no particular order."""
        borders, plain = folded.borders, folded.plain
        word = 0
        while word < len(borders) - 1:
            base = int(borders[word])
            stop = int(borders.searchsorted(base + _STRIDE))
            end = int(borders.searchsorted(base + 2 * _STRIDE))
            yield from self._in_window(plain, borders[word:end], max(1, stop - word))
            word = max(word + 1, stop)

    def _in_window(self, plain: bytes, borders: Places, count: int) -> Iterator[PhraseMatch]:
        """The phrases that begin with one of the first `count` words of the window."""
        base = borders[0]
        places = borders - base
        hashed = _PrefixHashes(plain[base : borders[-1]])
        words = np.arange(min(count, len(borders) - 1))
        words = self._first_word_filter.possible(hashed.between(places[words] + 1, places[words + 1]))
        last = words[:, np.newaxis] + _LENGTHS
        inside = last < len(borders)
        starts = np.broadcast_to(words[:, np.newaxis], last.shape)[inside]
        keys = hashed.between(places[starts] + 1, places[last[inside]])
        possible = self._head_filter.possible(keys)
        yield from self._compared(plain, borders[starts[possible]], keys[possible])

    def _compared(self, plain: bytes, starts: Places, keys: Hashes) -> Iterator[PhraseMatch]:
        """The phrases with these hashes whose bytes are those of the text from these places on."""
        known = self.heads.keys
        first, behind = known.searchsorted(keys, "left"), known.searchsorted(keys, "right")
        for hit in (first < behind).nonzero()[0].tolist():
            start = int(starts[hit])
            for number in self.heads.phrases[first[hit] : behind[hit]].tolist():
                pattern = self.patterns[number]
                if plain.startswith(pattern, start):
                    yield number, start, start + len(pattern)
