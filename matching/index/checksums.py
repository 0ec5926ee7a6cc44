"""Checksums of many texts at once, and of each text without one of its letters.

The checksum of a text is a polynomial of its bytes modulo 2**64 (Karp and Rabin 1987), mixed by a multiplication whose
upper half is kept (Knuth's multiplicative hashing). The polynomial of a text without a letter is the sum of that of the
beginning before the letter and that of the rest divided by a power of the base, so no byte is read twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Checksums, Hashes, Octets, Places

_BASE = 0x9E3779B97F4A7C55
_MIX, _HALF = np.uint64(0x9FB21C651E98DF25), np.uint64(32)
_LINE_BREAK = 10
_MAX_LETTER_BYTES = 4  # in UTF-8
_DIVISORS = np.array([pow(_BASE, -width, 1 << 64) for width in range(_MAX_LETTER_BYTES + 1)], np.uint64)


class Deletions(NamedTuple):
    """Texts without one of their letters: the checksum, the text's number, the letter's place and its first byte."""

    checksums: Checksums
    texts: Places
    places: Places
    first_bytes: Octets


class Lines:
    """Texts without line breaks, kept one a line."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._data = np.frombuffer("\n".join(texts).encode(), np.uint8)
        breaks = (self._data == _LINE_BREAK).nonzero()[0]
        self._starts, self._ends = np.append(0, breaks + 1), np.append(breaks, len(self._data))
        lengths = self._ends - self._starts + 1
        columns = np.arange(len(self._data)) - self._starts.repeat(lengths)[: len(self._data)]
        self._sums = np.zeros(len(self._data) + 1, np.uint64)  # of the polynomials' terms before each byte
        (self._data * powers(_BASE, int(lengths.max())).take(columns)).cumsum(out=self._sums[1:])

    def checksums(self) -> Checksums:
        """The checksum of each text."""
        return _mixed(self._sums[self._ends] - self._sums[self._starts])

    def deletions(self, count: int) -> Deletions:
        """The first `count` texts without each of their letters."""
        data = self._data[: self._ends[count - 1] if count else 0]
        borders = np.append(((data & 0xC0) != 0x80).nonzero()[0], len(data))
        lines = (data == _LINE_BREAK).cumsum()[borders[:-1]]
        places = np.arange(len(lines)) - borders.searchsorted(self._starts[:count])[lines]
        is_letter = data[borders[:-1]] != _LINE_BREAK
        return self._deletions(borders[:-1][is_letter], borders[1:][is_letter], lines[is_letter], places[is_letter])

    def _deletions(self, first: Places, behind: Places, texts: Places, places: Places) -> Deletions:
        beginnings = self._sums[first] - self._sums[self._starts[texts]]
        rests = (self._sums[self._ends[texts]] - self._sums[behind]) * _DIVISORS[behind - first]
        return Deletions(_mixed(beginnings + rests), texts, places, self._data[first])


def powers(base: int, count: int) -> Hashes:
    """The first `count` powers of `base`, from 1 on, modulo 2**64."""
    found = np.full(count, base, np.uint64)
    found[0] = 1
    return np.multiply.accumulate(found)


def _mixed(polynomials: Hashes) -> Checksums:
    return (polynomials * _MIX >> _HALF).astype(np.uint32)
