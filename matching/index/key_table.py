"""The blocking keys of all listed words as one sorted array, in which the words of a text are looked up.

So a list of a million names needs no dictionary of its misspellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from matching.index.arrays import KeyRows, Places, sorted_unique
from matching.index.blocking_keys import BlockingKeys, listed_keys
from matching.index.membership import MembershipFilter
from matching.names.romanisations import Romanisation
from matching.names.similarity import LONG

_BATCH = 50_000  # listed words whose keys are computed together; they take some hundred MB
_SLOTS_PER_KEY, _MAX_FILTER_BITS = 8, 24
_HALF = np.uint64(32)
_PLACE_BITS = np.uint64((LONG - 1).bit_length())  # enough for a deleted letter of a word that is not long
_PLACE = np.uint64((1 << (LONG - 1).bit_length()) - 1)
_LOWER = np.uint64(0xFFFFFFFF)


def build_key_table(words: Sequence[str], romanised: Iterable[tuple[Romanisation, Iterable[int]]] = ()) -> KeyRows:
    """The blocking keys of all words, ascending.

    The upper half of a row is the checksum; the lower half holds the word's number and, in the last bits, the place of
    the deleted letter. `romanised` are names that are romanised in several ways, with the numbers of their words.
    """
    in_language: defaultdict[Romanisation, set[int]] = defaultdict(set)
    for romanisation, numbers in romanised:
        in_language[romanisation].update(numbers)
    batches = range(0, len(words), _BATCH)
    rows = [_rows(words[first : first + _BATCH], first, in_language) for first in batches]
    return sorted_unique(np.concatenate([np.zeros(0, np.uint64), *rows]))


def _rows(words: Sequence[str], first: int, in_language: Mapping[Romanisation, Collection[int]]) -> KeyRows:
    """The rows of some words, which are numbered from `first`."""
    here = range(len(words))
    chosen = {language: [n for n in here if first + n in numbers] for language, numbers in in_language.items()}
    keys = listed_keys(words, chosen)
    rows = keys.checksums.astype(np.uint64) << _HALF
    rows |= (keys.words + first).astype(np.uint64) << _PLACE_BITS
    rows |= keys.places.astype(np.uint64)
    return rows


class KeyTable:
    """The rows of `build_key_table`, ready for look-ups."""

    def __init__(self, rows: KeyRows) -> None:
        self._rows = rows
        self._checksums = (rows >> _HALF).astype(np.uint32)
        self._filter = MembershipFilter(self._checksums, slots_per_hash=_SLOTS_PER_KEY, max_bits=_MAX_FILTER_BITS)

    def find(self, keys: BlockingKeys) -> tuple[Places, Places]:
        """The pairs of a word of the text and a listed word that share a key: both by number, ascending.

        Where a letter was deleted from both, it must be the same place or its neighbour: otherwise two letters differ.
        """
        possible = self._filter.possible(keys.checksums)
        checksums = keys.checksums[possible]
        first = self._checksums.searchsorted(checksums, "left")
        counts = self._checksums.searchsorted(checksums, "right") - first
        asked = possible.repeat(counts)
        rows = self._rows[np.arange(len(asked)) + (first - counts.cumsum() + counts).repeat(counts)] & _LOWER
        listed, written = (rows & _PLACE).astype(np.intp), keys.places[asked]
        close = (listed == 0) | (written == 0) | (np.abs(listed - written) <= 1)
        pairs = sorted_unique(keys.words[asked[close]].astype(np.uint64) << _HALF | rows[close] >> _PLACE_BITS)
        return (pairs >> _HALF).astype(np.intp), (pairs & _LOWER).astype(np.intp)
