from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.index.membership import MembershipFilter

HASHES = st.lists(st.integers(0, 2**64 - 1), max_size=50)


@pytest.mark.parametrize("kind", [np.uint32, np.uint64])
@given(HASHES, HASHES)
def test_every_known_hash_is_possible(kind, known, others):
    narrow = 64 - 8 * np.dtype(kind).itemsize
    hashes = np.array([number >> narrow for number in (*known, *others)], kind)
    membership = MembershipFilter(hashes[: len(known)], slots_per_hash=16, max_bits=20)
    possible = membership.possible(hashes).tolist()
    assert possible[: len(known)] == list(range(len(known)))
    flags = membership.to_bytes()
    assert possible == [place for place, slot in enumerate(membership.slots(hashes).tolist()) if flags[slot]]


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_the_slot_of_two_hashes_combined_is_that_of_their_slots(one, other):
    hashes = np.array([one, other, one ^ other], np.uint64)
    first, second, both = MembershipFilter(hashes, slots_per_hash=16, max_bits=20).slots(hashes).tolist()
    assert first ^ second == both


def test_few_unknown_hashes_are_possible():
    rng = np.random.default_rng(3)
    known, unknown = (rng.integers(0, 2**64, 20_000, np.uint64) for _ in range(2))
    assert len(MembershipFilter(known, slots_per_hash=16, max_bits=26).possible(unknown)) < len(unknown) / 10


def test_a_filter_is_no_larger_than_allowed():
    hashes = np.arange(100_000, dtype=np.uint64)
    assert len(MembershipFilter(hashes, slots_per_hash=16, max_bits=18).to_bytes()) == 2**18
    assert len(MembershipFilter(hashes[:0], slots_per_hash=16, max_bits=18).to_bytes()) == 2**16
