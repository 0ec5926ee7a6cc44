"""Checksums of many texts at once, and of what is left of each when one letter is dropped.

The checksum of a text is a polynomial of its bytes modulo 2**64 (Karp and Rabin 1987), of which the upper half is taken
after a multiplication that mixes it (Knuth's multiplicative hashing). The polynomial of a text without a letter is that
of the beginning before it and that of the rest, divided by the base: nothing has to be read twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Sums = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
Polynomials = npt.NDArray[np.uint64]
_BASE = 0x9E3779B97F4A7C55
_MIX, _HALF = np.uint64(0x9FB21C651E98DF25), np.uint64(32)
_BREAK = 10
_WIDEST = 4  # bytes of a letter in UTF-8
_DIVISORS = np.array([pow(_BASE, -width, 1 << 64) for width in range(_WIDEST + 1)], np.uint64)


class Dropped(NamedTuple):
    """Checksums of texts without one of their letters: of which text, which letter, and the first byte of that."""

    sums: Sums
    texts: Places
    places: Places
    letters: npt.NDArray[np.uint8]


class Lines:
    """Texts one a line, without line breaks of their own."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._data = np.frombuffer("\n".join(texts).encode(), np.uint8)
        breaks = (self._data == _BREAK).nonzero()[0]
        self._starts, self._ends = np.append(0, breaks + 1), np.append(breaks, len(self._data))
        lengths = self._ends - self._starts + 1
        columns = np.arange(len(self._data)) - self._starts.repeat(lengths)[: len(self._data)]
        self._before = np.zeros(len(self._data) + 1, np.uint64)  # the terms before each byte, added up
        (self._data * powers(_BASE, int(lengths.max())).take(columns)).cumsum(out=self._before[1:])

    def checksums(self) -> Sums:
        """The checksum of each text."""
        return _mixed(self._before[self._ends] - self._before[self._starts])

    def without_a_letter(self, count: int) -> Dropped:
        """The first `count` texts without one of their letters, for each letter."""
        data = self._data[: self._ends[count - 1] if count else 0]
        borders = np.append(((data & 0xC0) != 0x80).nonzero()[0], len(data))
        lines = (data == _BREAK).cumsum()[borders[:-1]]
        places = np.arange(len(lines)) - borders.searchsorted(self._starts[:count])[lines]
        letters = data[borders[:-1]]
        chosen = letters != _BREAK
        return self._dropped(borders[:-1][chosen], borders[1:][chosen], lines[chosen], places[chosen])

    def _dropped(self, first: Places, behind: Places, texts: Places, places: Places) -> Dropped:
        beginnings = self._before[first] - self._before[self._starts[texts]]
        rests = (self._before[self._ends[texts]] - self._before[behind]) * _DIVISORS[behind - first]
        return Dropped(_mixed(beginnings + rests), texts, places, self._data[first])


def checksum(text: str) -> int:
    """The checksum of one text."""
    return int(Lines([text]).checksums()[0])


def powers(base: int, count: int) -> Polynomials:
    """So many powers of an odd base modulo 2**64, from that of 0 on."""
    found = np.full(count, base, np.uint64)
    found[0] = 1
    return np.multiply.accumulate(found)


def _mixed(polynomials: Polynomials) -> Sums:
    return (polynomials * _MIX >> _HALF).astype(np.uint32)
