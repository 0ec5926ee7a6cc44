"""The marks of all listed words as one sorted array of checksums, in which the words of a text find those like them.

A list of a million names so needs no dictionary of its misspellings.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from matching.index.arrays import ascending
from matching.index.blocking_keys import BlockingKeys, listed_keys
from matching.index.checksums import Places
from matching.names.similarity import LONG

_AT_ONCE = 50_000  # listed words whose marks are made together, in some hundred MB
_MAX_FLAGS = 1 << 24  # bytes of the table that tells which checksums may be known
_HALF = np.uint64(32)
_PLACE_BITS = np.uint64((LONG - 1).bit_length())  # of the places of letters in words that are not long
_PLACE = np.uint64((1 << (LONG - 1).bit_length()) - 1)
_LOWER = np.uint64(0xFFFFFFFF)
Rows = npt.NDArray[np.uint64]


def build_key_table(words: Sequence[str], korean: Collection[int]) -> Rows:
    """The marks of all words, ascending: a checksum in the upper half, below the word's number and the dropped place.

    `korean` are the numbers of words that are met in any romanisation.
    """
    batches = range(0, len(words), _AT_ONCE)
    rows = [_rows(words[first : first + _AT_ONCE], first, korean) for first in batches]
    return ascending(np.concatenate([np.zeros(0, np.uint64), *rows]))


def _rows(words: Sequence[str], first: int, korean: Collection[int]) -> Rows:
    blocking_keys = listed_keys(words, [number for number in range(len(words)) if first + number in korean])
    rows = blocking_keys.sums.astype(np.uint64) << _HALF
    rows |= (blocking_keys.words + first).astype(np.uint64) << _PLACE_BITS
    rows |= blocking_keys.places.astype(np.uint64)
    return rows


class KeyTable:
    """The rows of `build_key_table`, ready to be asked."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._sums = (rows >> _HALF).astype(np.uint32)
        self._mask = np.uint32(min(_MAX_FLAGS, 1 << (8 * len(rows)).bit_length()) - 1)
        self._flags = np.zeros(int(self._mask) + 1, bool)
        self._flags[self._sums & self._mask] = True

    def find(self, blocking_keys: BlockingKeys) -> tuple[Places, Places]:
        """Which words of a text share a mark with which listed words, both by number, ascending.

        Where both lack a letter it is the same one or its neighbour, otherwise two letters differ.
        """
        maybe = self._flags.take(blocking_keys.sums & self._mask).nonzero()[0]
        sums = blocking_keys.sums[maybe]
        first = self._sums.searchsorted(sums, "left")
        counts = self._sums.searchsorted(sums, "right") - first
        asked = maybe.repeat(counts)
        rows = self._rows[np.arange(len(asked)) + (first - counts.cumsum() + counts).repeat(counts)] & _LOWER
        listed, written = (rows & _PLACE).astype(np.intp), blocking_keys.places[asked]
        close = (listed == 0) | (written == 0) | (np.abs(listed - written) <= 1)
        pairs = ascending(blocking_keys.words[asked[close]].astype(np.uint64) << _HALF | rows[close] >> _PLACE_BITS)
        return (pairs >> _HALF).astype(np.intp), (pairs & _LOWER).astype(np.intp)
