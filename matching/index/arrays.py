"""Array types of the index, and rows of different lengths kept as two flat arrays."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence, Sized
from itertools import chain, count
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Flags = npt.NDArray[np.bool_]
Octets = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
"""Positions in other arrays, and counts."""
Numbers = npt.NDArray[np.uint32]
"""Numbers of words, names, patterns and actors as the index stores them."""
Checksums = npt.NDArray[np.uint32]
Wide = npt.NDArray[np.uint64]
Hashes = Wide
Pairs = Wide
"""Two word numbers in one: the smaller in the upper half, the larger in the lower."""
KeyRows = Wide
"""Rows of the key table: checksum, word number and place of the deleted letter (`key_table.py`)."""
Value = TypeVar("Value", bound=np.generic)
Item = TypeVar("Item", bound=Hashable)


class Ragged(NamedTuple):
    """Rows of different lengths: all values one after the other, and how many each row has."""

    values: Places
    counts: Places

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Ragged:
        """The rows as flat arrays."""
        return cls(np.fromiter(chain.from_iterable(rows), np.intp), lengths(rows))

    @property
    def starts(self) -> Places:
        """The position of each row's first value."""
        starts: Places = np.cumsum(self.counts) - self.counts
        return starts

    @property
    def rows(self) -> Places:
        """The row of each value."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def take(self, rows: Places) -> Ragged:
        """The given rows in the given order; a row may be given several times."""
        counts = self.counts[rows]
        starts = self.starts[rows] - (np.cumsum(counts) - counts)
        return Ragged(self.values[np.repeat(starts, counts) + np.arange(counts.sum())], counts)

    def filtered(self, chosen: Flags) -> Ragged:
        """The same rows with only the chosen values."""
        counts: Places = np.bincount(self.rows[chosen], minlength=len(self.counts))
        return Ragged(self.values[chosen], counts)

    def merged(self, counts: Places) -> Ragged:
        """Consecutive rows joined into one: the first `counts[0]` rows, the next `counts[1]`, and so on."""
        ends = np.append(0, np.cumsum(self.counts))[np.append(0, np.cumsum(counts))]
        return Ragged(self.values, np.diff(ends))


def lengths(rows: Iterable[Sized]) -> Places:
    """The length of each row."""
    return np.fromiter(map(len, rows), np.intp)


def split_words(texts: Sequence[str]) -> tuple[list[str], Ragged]:
    """The distinct words of some texts, and the words of each text by number.

    The texts are split twice, because keeping all the lists at once costs more.
    """
    words, numbers = distinct(chain.from_iterable(map(str.split, texts)))
    return words, Ragged(numbers, lengths(map(str.split, texts)))


def distinct(items: Iterable[Item]) -> tuple[list[Item], Places]:
    """The distinct items in order of first appearance, and for each item its position among them."""
    found: dict[Item, int] = {}
    first = np.fromiter(map(found.setdefault, items, count()), np.intp)
    numbers = np.cumsum(first == np.arange(len(first))) - 1
    return list(found), numbers[first]


def sorted_unique(values: npt.NDArray[Value]) -> npt.NDArray[Value]:
    """The values in ascending order, each once. `np.unique` hashes them since NumPy 2.3, which takes far longer."""
    values = np.sort(values)
    fresh = np.ones(len(values), bool)
    fresh[1:] = values[1:] != values[:-1]
    return values[fresh]


def by_first_appearance(numbers: Places) -> Places:
    """The distinct numbers in order of first appearance."""
    first = np.full(int(numbers.max(initial=0)) + 1, len(numbers))
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return np.argsort(first, kind="stable")[: int((first < len(numbers)).sum())]


def positions(numbers: Places, size: int) -> Places:
    """The position in `numbers` of each number below `size`; 0 for those that are not in it."""
    places = np.zeros(size, np.intp)
    places[numbers] = np.arange(len(numbers))
    return places
