"""Columns of a table computed as a whole: things by number, and rows that have several values each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence, Sized
from itertools import chain, count
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Value = TypeVar("Value", bound=np.generic)
Thing = TypeVar("Thing", bound=Hashable)


class Ragged(NamedTuple):
    """Rows of several values each: all values one after the other, and how many each row has."""

    values: Places
    counts: Places

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Ragged:
        """The rows as columns."""
        return cls(np.fromiter(chain.from_iterable(rows), np.intp), lengths(rows))

    @property
    def starts(self) -> Places:
        """Where each row begins."""
        starts: Places = np.cumsum(self.counts) - self.counts
        return starts

    @property
    def rows(self) -> Places:
        """The row of each value."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def take(self, rows: Places) -> Ragged:
        """Some rows, in the order given; a row may come several times."""
        counts = self.counts[rows]
        starts = self.starts[rows] - (np.cumsum(counts) - counts)
        return Ragged(self.values[np.repeat(starts, counts) + np.arange(counts.sum())], counts)

    def where(self, chosen: Flags) -> Ragged:
        """The rows with only the chosen ones of their values."""
        counts: Places = np.bincount(self.rows[chosen], minlength=len(self.counts))
        return Ragged(self.values[chosen], counts)

    def merged(self, counts: Places) -> Ragged:
        """Rows that follow each other made one, as many as `counts` says."""
        ends = np.append(0, np.cumsum(self.counts))[np.append(0, np.cumsum(counts))]
        return Ragged(self.values, np.diff(ends))


def lengths(rows: Iterable[Sized]) -> Places:
    """How many values each row has."""
    return np.fromiter(map(len, rows), np.intp)


def split(texts: Sequence[str]) -> tuple[list[str], Ragged]:
    """The different words of some texts, and those of each; twice split, for so many lists at once cost more."""
    words, numbers = distinct(chain.from_iterable(map(str.split, texts)))
    return words, Ragged(numbers, lengths(map(str.split, texts)))


def distinct(things: Iterable[Thing]) -> tuple[list[Thing], Places]:
    """The different things in the order in which they are met, and which of them each is, by number."""
    found: dict[Thing, int] = {}
    first = np.fromiter(map(found.setdefault, things, count()), np.intp)
    numbers = np.cumsum(first == np.arange(len(first))) - 1
    return list(found), numbers[first]


def ascending(values: npt.NDArray[Value]) -> npt.NDArray[Value]:
    """The values in order, each once (`np.unique` hashes them first, since numpy 2.3, in many times the time)."""
    values = np.sort(values)
    fresh = np.ones(len(values), bool)
    fresh[1:] = values[1:] != values[:-1]
    return values[fresh]


def as_met(numbers: Places) -> Places:
    """The different numbers in the order in which they are first met."""
    first = np.full(int(numbers.max(initial=0)) + 1, len(numbers))
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return np.argsort(first, kind="stable")[: int((first < len(numbers)).sum())]


def inverse(numbers: Places, size: int) -> Places:
    """The place of each number below `size`; 0 for those that are not there."""
    places = np.zeros(size, np.intp)
    places[numbers] = np.arange(len(numbers))
    return places
