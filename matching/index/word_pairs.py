"""The pairs of words under which names are kept, for all names at once (`candidates.py` looks them up)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Pairs = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]
_HALF = np.uint64(32)
_PLACES = ((0, 1), (0, 2), (1, 2))  # of the three rarest words of a name


def index_pairs(named: Numbers, counts: Numbers, words: Sequence[str]) -> tuple[Pairs, Numbers]:
    """The pairs of the rarest words of each name, ascending, and the names they belong to, by number.

    `named` are the words of all names one after the other, so many of each name as `counts` says. Of equally frequent
    words the longer one is the rarer. A name of one word is kept under that word twice.
    """
    order = _from_rarest(named, words)
    rank = np.argsort(order)
    names = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
    ranks = np.sort(names << _HALF | rank[named].astype(np.uint64)) & np.uint64(0xFFFFFFFF)
    sorted_words = order[ranks.astype(np.intp)].astype(np.uint64)
    starts: Places = np.cumsum(counts, dtype=np.intp) - counts
    single = (counts == 1).nonzero()[0]
    rows = [(_keys(sorted_words, starts[single], 0, 0), single)]
    for one, other in _PLACES:
        owners = (counts > other).nonzero()[0]
        rows.append((_keys(sorted_words, starts[owners], one, other), owners))
    keys = np.concatenate([some for some, _ in rows])
    numbers = np.concatenate([owners for _, owners in rows]).astype(np.uint32)
    by_key = np.lexsort((numbers, keys))
    keys, numbers = keys[by_key], numbers[by_key]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
    return keys[fresh], numbers[fresh]


def _from_rarest(named: Numbers, words: Sequence[str]) -> Places:
    """The numbers of the words, the rarest first."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    return np.lexsort((-lengths, np.bincount(named, minlength=len(words))))


def _keys(words: Pairs, starts: Places, one: int, other: int) -> Pairs:
    """The key of each name's two words at these places; the smaller number stands in the upper half."""
    first, second = words[starts + one], words[starts + other]
    return np.minimum(first, second) << _HALF | np.maximum(first, second)
