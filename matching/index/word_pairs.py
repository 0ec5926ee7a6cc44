"""The pairs of words under which names are indexed, for all names at once (`candidates.py` looks them up)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.index.arrays import Numbers, Pairs, Places, Wide

_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_OF_THREE = ((0, 1), (0, 2), (1, 2))  # the pairs of the three rarest words of a name


def index_pairs(named: Numbers, counts: Numbers, words: Sequence[str]) -> tuple[Pairs, Numbers]:
    """The pairs of the rarest words of each name, ascending, and the number of the name that each pair belongs to.

    `named` are the word numbers of all names one after the other, `counts` how many each name has. Of equally frequent
    words the longer one counts as rarer. A name of one word is indexed under that word paired with itself.
    """
    order = _from_rarest(named, words)
    rank = np.argsort(order)
    names = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
    ranks = np.sort(names << _HALF | rank[named].astype(np.uint64)) & _LOWER
    sorted_words = order[ranks.astype(np.intp)].astype(np.uint64)
    starts: Places = np.cumsum(counts, dtype=np.intp) - counts
    single = (counts == 1).nonzero()[0]
    rows = [(_pairs(sorted_words, starts[single], 0, 0), single)]
    for one, other in _OF_THREE:
        owners = (counts > other).nonzero()[0]
        rows.append((_pairs(sorted_words, starts[owners], one, other), owners))
    pairs = np.concatenate([some for some, _ in rows])
    numbers = np.concatenate([owners for _, owners in rows]).astype(np.uint32)
    by_pair = np.lexsort((numbers, pairs))
    pairs, numbers = pairs[by_pair], numbers[by_pair]
    fresh = np.ones(len(pairs), bool)
    fresh[1:] = (pairs[1:] != pairs[:-1]) | (numbers[1:] != numbers[:-1])
    return pairs[fresh], numbers[fresh]


def _from_rarest(named: Numbers, words: Sequence[str]) -> Places:
    """The numbers of all words, the rarest first."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    return np.lexsort((-lengths, np.bincount(named, minlength=len(words))))


def _pairs(words: Wide, starts: Places, one: int, other: int) -> Pairs:
    """The pair of the words at two places of each name, counted from where the name starts."""
    first, second = words[starts + one], words[starts + other]
    return np.minimum(first, second) << _HALF | np.maximum(first, second)
