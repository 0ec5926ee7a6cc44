"""Blocks of articles that may be of one story, so that thousands are not all compared with each other.

Comparing all pairs costs the square of their number, in time and memory. Reports of one event share some of their
heaviest terms and are close in time: among the articles with a heavy term, each is a candidate with the next few (a
sorted neighbourhood; Hernández & Stolfo, "The merge/purge problem for large databases", 1995). The strongest candidate
pairs are joined first, as in Kruskal's algorithm, while their block is small enough.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_HEAVIEST = 24  # words of an article that are looked at, and terms that mean the same in every language
_NEXT = 6  # articles with the same term, by date, of which an article is a candidate

Integers = NDArray[np.int64]


def blocks_of(
    weights: Sequence[Mapping[str, float]], together: Sequence[Sequence[int]], most: int
) -> list[tuple[int, ...]]:
    """The positions of the articles in blocks of at most `most`, each sorted; every position is in one of them.

    `weights` are those of each article's terms, the articles by date. The members of each of `together` stay in one
    block, even if they are more.
    """
    blocks = _Blocks(len(weights), most)
    for first, *others in filter(None, together):
        for other in others:
            blocks.join(first, other, at_most=None)
    for one, other in _candidates(weights):
        blocks.join(one, other, at_most=most)
    return blocks.members()


class _Blocks:
    """Disjoint sets of positions (union-find)."""

    def __init__(self, count: int, most: int) -> None:
        self._parents = list(range(count))
        self._sizes = [1] * count
        self._most = most

    def join(self, one: int, other: int, *, at_most: int | None) -> None:
        """Makes one block of the two with these positions, unless it has more than `at_most` members."""
        one, other = sorted((self._root(one), self._root(other)))
        size = self._sizes[one] + self._sizes[other]
        if one != other and (at_most is None or size <= at_most):
            self._parents[other], self._sizes[one] = one, size

    def members(self) -> list[tuple[int, ...]]:
        """The blocks, by their first positions."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._parents)):
            found.setdefault(self._root(at), []).append(at)
        return [tuple(block) for block in found.values()]

    def _root(self, at: int) -> int:
        while (parent := self._parents[at]) != at:
            self._parents[at] = self._parents[parent]
            at = parent
        return at


def _candidates(weights: Sequence[Mapping[str, float]]) -> list[tuple[int, int]]:
    """Pairs of positions that share heavy terms, most similar first."""
    numbers, positions, shares = _heaviest(weights)
    pairs, scores = [], []
    for step in range(1, _NEXT + 1):
        same = numbers[step:] == numbers[:-step]
        pairs.append((positions[:-step] * len(weights) + positions[step:])[same])
        scores.append((shares[:-step] * shares[step:])[same])
    found, which = np.unique(np.concatenate(pairs), return_inverse=True)
    cosines = np.bincount(which, weights=np.concatenate(scores), minlength=len(found))
    ordered = found[np.argsort(-cosines, kind="stable")]
    return list(zip((ordered // len(weights)).tolist(), (ordered % len(weights)).tolist(), strict=True))


def _heaviest(weights: Sequence[Mapping[str, float]]) -> tuple[Integers, Integers, NDArray[np.float64]]:
    """The heaviest terms of all articles as rows, by term and position: number of the term, position, share of it.

    The share is the term's weight in the vector of its article, which has the length one.
    """
    kept = [[*_most(one, shared=False), *_most(one, shared=True)] for one in weights]
    terms = {term: number for number, term in enumerate(dict.fromkeys(term for one in kept for term, _ in one))}
    lengths = [np.linalg.norm(list(one.values())) or 1.0 for one in weights]
    rows = [
        (terms[term], at, weight / length)
        for at, (one, length) in enumerate(zip(kept, lengths, strict=True))
        for term, weight in one
    ]
    table = np.array(list(chain.from_iterable(rows)), dtype=np.float64).reshape(-1, 3)
    order = np.lexsort((table[:, 1], table[:, 0]))
    return table[order, 0].astype(np.int64), table[order, 1].astype(np.int64), table[order, 2]


def _most(weights: Mapping[str, float], *, shared: bool) -> list[tuple[str, float]]:
    """The heaviest words, or the heaviest terms that are shared by all languages, which have a space."""
    some = ((weight, term) for term, weight in weights.items() if (" " in term) is shared and weight > 0)
    return [(term, weight) for weight, term in heapq.nlargest(_HEAVIEST, some)]
