"""A filter that answers for many hashes at once whether each may be known, before an exact look-up that costs more."""

from __future__ import annotations

import numpy as np

from matching.index.arrays import Checksums, Hashes, Places

_MIN_BITS = 16


class MembershipFilter:
    """A Bloom filter with one hash function: a known hash is always recognised, an unknown one sometimes too.

    The upper bits of a hash select its slot, so they must be well mixed.
    """

    def __init__(self, known: Checksums | Hashes, *, slots_per_hash: int, max_bits: int) -> None:
        """At least `slots_per_hash` slots of one byte for each known hash, but at most `2**max_bits` in all."""
        bits = min(max_bits, max(_MIN_BITS, (slots_per_hash * len(known)).bit_length()))
        self._shift = known.dtype.type(8 * known.itemsize - bits)
        self._is_known = np.zeros(1 << bits, bool)
        self._is_known[self.slots(known)] = True

    def slots(self, hashes: Checksums | Hashes) -> Places:
        """The slot of each hash. That of `a ^ b` is `slot(a) ^ slot(b)`."""
        return (hashes >> self._shift).astype(np.intp)

    def possible(self, hashes: Checksums | Hashes) -> Places:
        """The positions of the hashes that may be known."""
        places: Places = self._is_known.take(self.slots(hashes)).nonzero()[0]
        return places

    def to_bytes(self) -> bytes:
        """A byte for each slot, 1 where a hash may be known: single look-ups in bytes are faster than in an array."""
        return self._is_known.tobytes()
