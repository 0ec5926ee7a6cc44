"""Average link: one similar pair joins nothing, order changes nothing, what is together stays so."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.stories.average_link import clusters_of


def matrix(*rows):
    return np.array(rows, dtype=np.float32)


CHAIN = matrix([1, 0.9, 0.1], [0.9, 1, 0.6], [0.1, 0.6, 1])


def test_one_similar_pair_does_not_join_two_clusters():
    assert clusters_of(CHAIN, 0.5) == [[0, 1], [2]]
    assert clusters_of(CHAIN, 0.35) == [[0, 1, 2]]


def test_what_is_together_is_one_cluster_from_the_start():
    assert clusters_of(CHAIN, 0.5, [[0, 2]]) == [[0, 1, 2]]
    assert clusters_of(CHAIN, 0.95, [[2, 0]]) == [[0, 2], [1]]


@pytest.mark.parametrize("size", [0, 1])
def test_nothing_and_one_article(size):
    assert clusters_of(np.ones((size, size), dtype=np.float32), 0.5) == [[0]] * size


def plain(similarity, least):
    """Average link as its definition reads."""
    clusters = [[at] for at in range(len(similarity))]
    while len(clusters) > 1:
        means = {
            (one, other): similarity[np.ix_(clusters[one], clusters[other])].mean()
            for one in range(len(clusters))
            for other in range(one + 1, len(clusters))
        }
        (one, other), best = max(means.items(), key=lambda item: item[1])
        if best < least:
            break
        clusters[one] = sorted(clusters[one] + clusters.pop(other))
    return sorted(clusters)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 14), st.floats(0.2, 0.8))
def test_it_is_what_the_definition_says_in_any_order(seed, size, least):
    rng = np.random.default_rng(seed)
    one = rng.random((size, size))
    similarity = ((one + one.T) / 2).astype(np.float32)
    found = sorted(clusters_of(similarity, least))
    assert found == plain(similarity.astype(np.float64), least)
    order = rng.permutation(size)
    shuffled = clusters_of(similarity[np.ix_(order, order)], least)
    assert sorted(sorted(int(order[at]) for at in cluster) for cluster in shuffled) == found
