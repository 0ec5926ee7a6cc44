"""Which listed words are together in names: whether two words of a text may belong to one name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Pairs

_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_MOST_PARTNERS = 500  # listed words that are in names with a word of a text, which are kept with it


class NamePartners(NamedTuple):
    """The listed words that a word may be, and those of a higher number that are with one of them in a name.

    Of two words that may belong to one name, one is among the `higher` of the other. None: very many.
    """

    numbers: frozenset[int]
    higher: frozenset[int] | None

    def may_share_name(self, other: NamePartners) -> bool:
        """False if no listed word of the one is in a name with one of the other."""
        if self.higher is None or other.higher is None:
            return True
        return not (self.higher.isdisjoint(other.numbers) and other.higher.isdisjoint(self.numbers))


class HigherPartners(dict[int, frozenset[int]]):
    """For each listed word those of a higher number that are with it in a name; filled as they are asked for."""

    def __init__(self, pairs: Pairs) -> None:
        """`pairs` are those under which names are indexed, ascending."""
        super().__init__()
        self._pairs = pairs

    def __missing__(self, number: int) -> frozenset[int]:
        start, end = self._pairs.searchsorted(np.array([number, number + 1], np.uint64) << _HALF).tolist()
        found = self[number] = frozenset((self._pairs[start:end] & _LOWER).tolist())
        return found

    def of(self, numbers: Sequence[int]) -> NamePartners:
        """The partners of a word that may be each of these listed words."""
        higher = frozenset().union(*map(self.__getitem__, numbers))
        return NamePartners(frozenset(numbers), higher if len(higher) <= _MOST_PARTNERS else None)
