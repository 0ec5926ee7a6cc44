"""Phrases of a long list found by checksums of their words, where an automaton of a million phrases costs too much.

The checksum of any stretch of a text follows from those of two beginnings of it (Karp and Rabin, "Efficient randomized
pattern-matching algorithms", 1987; here modulo 2**64). So for all words of a text at once it is looked up whether a
phrase begins with them, and then whether the next two, three … words are the head of one: its first six words at most.
What is found is compared letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.index.arrays import ascending
from matching.index.checksums import powers
from matching.text.folding import Folded

AUTOMATON_UP_TO = 50_000  # phrases; the automaton of more of them takes longer to build than all else at a start
_HEAD = 6  # words of a phrase that are looked up
_STRIDE = 1 << 16  # bytes whose checksums are computed at once; a head is shorter
_FACTOR = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)
_LENGTHS = np.arange(1, _HEAD + 1)
_SPARSE = 32  # places of a filter for each key in it, or more
_SPACE = ord(" ")
Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
Found = tuple[int, int, int]  # a phrase, by number, and the bytes where it stands with the spaces around it


_POWERS, _INVERSE = (powers(base, 2 * _STRIDE + 1) for base in (_FACTOR, pow(_FACTOR, -1, 1 << 64)))


class PhraseHeads(NamedTuple):
    """The keys of the heads of phrases, ascending, with the phrases, by number; and the keys of their first words."""

    keys: Keys
    phrases: Numbers
    first_word_keys: Keys


NO_HEADS = PhraseHeads(np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.uint64))


def phrase_heads(patterns: Sequence[bytes]) -> PhraseHeads:
    """The heads of those patterns that begin and end at the border of a word; none if the list is not that long."""
    if len(patterns) <= AUTOMATON_UP_TO:
        return NO_HEADS
    numbers = [number for number, pattern in enumerate(patterns) if pattern[0] == pattern[-1] == _SPACE]
    rows = [_keys_of(batch) for batch in _batches([patterns[number] for number in numbers])]
    keys, first_word_keys = (
        np.concatenate([np.zeros(0, np.uint64), *(row[column] for row in rows)]) for column in (0, 1)
    )
    order = np.argsort(keys, kind="stable")
    return PhraseHeads(keys[order], np.array(numbers, np.uint32)[order], ascending(first_word_keys))


def _batches(patterns: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """The patterns in batches of about one stride; none is that long."""
    ends = np.cumsum(np.fromiter(map(len, patterns), np.intp, len(patterns)))
    cuts = ends.searchsorted(np.arange(_STRIDE, ends.max(initial=0), _STRIDE)).tolist()
    return (patterns[first:last] for first, last in pairwise((0, *cuts, len(patterns))) if first < last)


def _keys_of(patterns: Sequence[bytes]) -> tuple[Keys, Keys]:
    """The keys of the heads and of the first words of patterns that follow each other."""
    data = b"".join(patterns)
    spaces = _spaces(data)
    ends = np.cumsum(np.fromiter(map(len, patterns), np.intp, len(patterns)))
    last = spaces.searchsorted(ends) - 1
    first = np.append(0, last[:-1] + 1)
    sums = _Sums(data)
    starts = spaces[first] + 1
    return sums.keys(starts, spaces[np.minimum(last, first + _HEAD)]), sums.keys(starts, spaces[first + 1])


def _spaces(data: bytes) -> Places:
    places: Places = (np.frombuffer(data, np.uint8) == _SPACE).nonzero()[0]
    return places


class _Sums:
    """The checksums of all beginnings of some bytes, up to two strides."""

    def __init__(self, data: bytes) -> None:
        codes = np.frombuffer(data, np.uint8)
        self.sums = np.zeros(len(codes) + 1, np.uint64)
        np.cumsum(codes * _POWERS[: len(codes)], out=self.sums[1:])

    def keys(self, starts: Places, ends: Places) -> Keys:
        """The keys of the stretches between these places."""
        keys: Keys = (self.sums[ends] - self.sums[starts]) * _INVERSE[starts]
        return (keys ^ keys >> np.uint64(32)) * _MIX


class _Filter:
    """Whether a key may be one of those known: no is sure, yes is not."""

    def __init__(self, keys: Keys) -> None:
        bits = max(16, (_SPARSE * len(keys)).bit_length())
        self.shift = np.uint64(64 - bits)
        self.known = np.zeros(1 << bits, bool)
        self.known[keys >> self.shift] = True

    def may_hold(self, keys: Keys) -> Places:
        """The places of the keys that may be known."""
        places: Places = self.known[keys >> self.shift].nonzero()[0]
        return places


class RollingHashScanner:
    """Finds the phrases that have heads."""

    def __init__(self, patterns: Sequence[bytes], heads: PhraseHeads) -> None:
        self.patterns, self.heads = patterns, heads
        self._heads, self._firsts = _Filter(heads.keys), _Filter(heads.first_word_keys)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Every place of every phrase, without order."""
        borders, plain = folded.borders, folded.plain
        word = 0
        while word < len(borders) - 1:
            base = int(borders[word])
            stop = int(borders.searchsorted(base + _STRIDE))
            seen = int(borders.searchsorted(base + 2 * _STRIDE))
            yield from self._in_window(plain, borders[word:seen], max(1, stop - word))
            word = max(word + 1, stop)

    def _in_window(self, plain: bytes, borders: Places, count: int) -> Iterator[Found]:
        """The phrases that begin with one of the first `count` words."""
        base = borders[0]
        places = borders - base
        sums = _Sums(plain[base : borders[-1]])
        words = np.arange(min(count, len(borders) - 1))
        words = self._firsts.may_hold(sums.keys(places[words] + 1, places[words + 1]))
        last = words[:, np.newaxis] + _LENGTHS
        whole = last < len(borders)
        starts = np.broadcast_to(words[:, np.newaxis], last.shape)[whole]
        keys = sums.keys(places[starts] + 1, places[last[whole]])
        maybe = self._heads.may_hold(keys)
        yield from self._compared(plain, borders[starts[maybe]], keys[maybe])

    def _compared(self, plain: bytes, starts: Places, keys: Keys) -> Iterator[Found]:
        """The phrases with these keys that stand at these places."""
        known = self.heads.keys
        first, behind = known.searchsorted(keys, "left"), known.searchsorted(keys, "right")
        for hit in (first < behind).nonzero()[0].tolist():
            start = int(starts[hit])
            for number in self.heads.phrases[first[hit] : behind[hit]].tolist():
                pattern = self.patterns[number]
                if plain.startswith(pattern, start):
                    yield number, start, start + len(pattern)
