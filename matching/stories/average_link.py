"""Average-link clustering: groups whose members are on average similar to each other.

One similar pair cannot join two groups, as it can with connected components, and one dissimilar pair cannot keep them
apart. Müllner, "Modern hierarchical, agglomerative clustering algorithms" (2011), is the account of the algorithms.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


def clusters_of(similarity: Matrix, least: float, together: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """The clusters whose mean similarity was at least `least` when they were joined, each as sorted positions.

    The clusters most similar to each other are joined first; of equals those with the lowest positions, so that the
    same matrix gives the same clusters. The members of each of `together` are one cluster from the start.
    """
    rows = _first_clusters(len(similarity), together)
    means = _means(similarity, rows)
    sizes = np.array([len(row) for row in rows], dtype=np.float32)
    np.fill_diagonal(means, -np.inf)
    best = means.argmax(axis=1) if len(rows) else np.zeros(0, dtype=np.int64)
    top = means[np.arange(len(rows)), best] if len(rows) else np.zeros(0, dtype=np.float32)
    while len(rows) > 1:
        one = int(top.argmax())
        other = int(best[one])
        if top[one] < least:
            break
        one, other = min(one, other), max(one, other)
        joined = (sizes[one] * means[one] + sizes[other] * means[other]) / (sizes[one] + sizes[other])
        joined[[one, other]] = -np.inf
        means[one], means[:, one] = joined, joined
        means[other], means[:, other] = -np.inf, -np.inf
        sizes[one] += sizes[other]
        rows[one] = sorted(rows[one] + rows[other])
        rows[other] = []
        stale = np.flatnonzero((best == one) | (best == other))
        best[stale] = means[stale].argmax(axis=1)
        top[stale] = means[stale, best[stale]]
        better = joined > top
        best[better], top[better] = one, joined[better]
        best[one] = int(joined.argmax())
        top[one], top[other] = joined[best[one]], -np.inf
    return [row for row in rows if row]


def _first_clusters(count: int, together: Sequence[Sequence[int]]) -> list[list[int]]:
    joined = [sorted(group) for group in together if group]
    alone = set(range(count)).difference(*joined) if joined else set(range(count))
    return sorted([*joined, *([at] for at in alone)])


def _means(similarity: Matrix, rows: Sequence[Sequence[int]]) -> Matrix:
    """The mean similarity of each two clusters."""
    if all(len(row) == 1 for row in rows):
        return similarity.astype(np.float32, copy=True)
    members = np.zeros((len(rows), len(similarity)), dtype=np.float32)
    for at, row in enumerate(rows):
        members[at, row] = 1.0 / len(row)
    means: Matrix = members @ similarity.astype(np.float32) @ members.T
    return means
