"""Candidate generation: which names have two identifying words close together in a passage.

A name is indexed under every pair of its three rarest words (`word_pairs.py`), so that one of three may be missing or
misspelt beyond recognition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from matching.index.arrays import Hashes, Numbers, Pairs
from matching.index.listed_words import MANY_WORDS, ListedAt, ListedWord, ListedWords, pair_of
from matching.index.membership import MembershipFilter
from matching.index.name_partners import HigherPartners
from matching.index.sounds.heard_runs import REACH
from matching.index.vocabulary import Vocabulary
from matching.text.passage import Passage

_SLOTS_PER_PAIR, _MAX_FILTER_BITS = 16, 26
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_MAX_PAIRS = 100_000  # looked up at once
_MANY = 100  # pairs of the listed words that two words may be, from which an array is faster
_MOST_KEPT = 100_000  # pairs of words of texts whose names are kept, about 20 MB
_ALONE = b" "  # in place of the other word of a pair


def _word_hashes(count: int) -> Hashes:
    """A hash for each word number up to `count` (after Steele's SplitMix)."""
    mixed = np.arange(1, count + 1, dtype=np.uint64) * _FACTOR
    return (mixed ^ mixed >> _HALF) * _FACTOR


def _are_in_one(ranges: Sequence[range], one: int, other: int) -> bool:
    return any(one in words and other in words for words in ranges)


class CandidateFinder:
    """Finds the names, by the number of their variant, that have a pair of words in a passage."""

    def __init__(self, vocabulary: Vocabulary, pairs: Pairs, owners: Numbers, alone: frozenset[int]) -> None:
        """`pairs` are ascending, `owners` their names, `alone` the words that identify a name alone."""
        self.vocabulary, self.pairs, self.owners = vocabulary, pairs, owners
        self._owners: dict[tuple[bytes, bytes], tuple[int, ...]] = {}  # by two words as written
        hashes = _word_hashes(len(vocabulary.words))
        known = hashes[pairs >> _HALF] ^ hashes[pairs & _LOWER]
        pair_filter = MembershipFilter(known, slots_per_hash=_SLOTS_PER_PAIR, max_bits=_MAX_FILTER_BITS)
        self._may_be_known = pair_filter.to_bytes()
        self._is_possible = np.frombuffer(self._may_be_known, bool)
        self._words = ListedWords(vocabulary, HigherPartners(pairs), pair_filter.slots(hashes), alone)

    def listed_words(self, passage: Passage) -> list[ListedAt]:
        """The words of the passage that may be listed. Without one, no name is in it but those met word for word."""
        return self._words.of(passage)

    def find(self, listed_words: Sequence[ListedAt]) -> Iterator[tuple[int, int, int]]:
        """Variant, first word and last word for each pair among the words of a passage, in no particular order."""
        near = self._near(listed_words) if listed_words else ()
        if not near:
            return
        for (one, other), owners in zip(near, self._owners_of(near), strict=True):
            for owner in owners:
                yield owner, one.word, other.word

    def _near(self, listed_words: Sequence[ListedAt]) -> list[tuple[ListedAt, ListedAt]]:
        """Each two listed words close together that may belong to one name; one that is a name alone, with itself."""
        near: list[tuple[ListedAt, ListedAt]] = []
        recent: list[ListedAt] = []
        is_all_heard = all(one.heard_in >= 0 for one in listed_words)
        if is_all_heard:  # and those that are alone in their run form no name of several words
            runs = Counter([one.heard_in for one in listed_words])
            listed_words = [one for one in listed_words if runs[one.heard_in] > 1 or one.pairs]
        for at in listed_words:
            if at.pairs:
                near.append((at, at))
            word, run, partners = at.word, at.heard_in, at.partners
            recent = [] if is_all_heard and run == word else [one for one in recent if word - one.word <= REACH]
            for earlier in recent:
                others_run = earlier.heard_in
                if not (others_run >= 0 <= run != others_run) and partners.may_share_name(earlier.partners):
                    near.append((earlier, at))
            recent.append(at)
            if len(near) > _MAX_PAIRS:
                break
        return near

    def _owners_of(self, near: Sequence[tuple[ListedAt, ListedAt]]) -> list[tuple[int, ...]]:
        """The names that have a pair of what two words may be, for each two; of very many pairs the last may lack some.

        What two words of a text have in common is kept: news repeats its names.
        """
        keys = [(one.written, other.written if one is not other else _ALONE) for one, other in near]
        found = list(map(self._owners.get, keys))
        if None in found:
            self._look_up_owners(near, keys, found)
        return [owners or () for owners in found]

    def _look_up_owners(
        self,
        near: Sequence[tuple[ListedAt, ListedAt]],
        keys: Sequence[tuple[bytes, bytes]],
        found: list[tuple[int, ...] | None],
    ) -> None:
        """Fills in what is not found yet, all looked up at once; what is beyond the bound stays None."""
        pairs: list[int] = []
        counts: list[tuple[int, int]] = []
        for place in (place for place, owners in enumerate(found) if owners is None):
            before = len(pairs)
            pairs += self._possible_pairs(*near[place])
            counts.append((place, len(pairs) - before))
            if len(pairs) > _MAX_PAIRS:
                break
        wanted = np.array(pairs, np.uint64)
        starts, ends = (self.pairs.searchsorted(wanted, side).tolist() for side in ("left", "right"))
        if len(self._owners) > _MOST_KEPT:
            self._owners.clear()
        done = 0
        for place, count in counts:
            ranges = zip(starts[done : done + count], ends[done : done + count], strict=True)
            done += count
            owners = [owner for start, end in ranges if start < end for owner in self.owners[start:end].tolist()]
            found[place] = tuple(owners)
            if b"" not in keys[place]:
                self._owners[keys[place]] = tuple(owners)

    def may_form_name(self, listed_words: Sequence[ListedAt], together: Sequence[range] = ()) -> bool:
        """False if no two of these words are of one name, in whatever order and however far apart they are.

        Two words in one of the ranges `together` do not count, nor those that would be a spelling to check, except
        beside words in other scripts, whose differences may weigh more.
        """
        if len(listed_words) > MANY_WORDS:
            return True
        met = [one.met for one in listed_words if one.met is not None]
        partners = met if len(met) == len(listed_words) else [one.partners for one in listed_words]
        if any(one.pairs for one in listed_words):
            return True
        numbers = frozenset().union(*[one.numbers for one in partners])
        for one, its_partners in zip(listed_words, partners, strict=True):
            if its_partners.higher is not None and its_partners.higher.isdisjoint(numbers):
                continue  # as for most
            for other, others in zip(listed_words, partners, strict=True):
                may_share_name = other is not one and its_partners.may_share_name(others)
                if may_share_name and not _are_in_one(together, other.word, one.word):
                    return True
        return False

    def names_with(self, some: Iterable[int], others: Iterable[int]) -> Iterator[int]:
        """The names, by the number of their variant, that have one of these listed words and one of the others."""
        first, second = (
            ListedAt(place, tuple(map(self._words.listed, words)), (), self._words.partners.of(words))
            for place, words in enumerate((tuple(some), tuple(others)))
        )
        yield from (variant for variant, _, _ in self.find((first, second)))

    def _possible_pairs(self, one: ListedAt, other: ListedAt) -> Iterable[int]:
        """The pairs of what two words may be that may belong to a name; those of a word alone with itself."""
        if one is other:
            return one.pairs
        if len(one.listed) * len(other.listed) > _MANY:
            return self._possible_pairs_of_many(one.listed, other.listed)
        may_be_known = self._may_be_known
        return [
            pair_of(number, first)
            for first, first_slot in one.listed
            for number, slot in other.listed
            if may_be_known[slot ^ first_slot]
        ]

    def _possible_pairs_of_many(self, some: Sequence[ListedWord], others: Sequence[ListedWord]) -> Iterator[int]:
        """The pairs of one of some words and one of the others that may belong to one name, all looked up at once."""
        slots, other_slots = (np.array([one.slot for one in words], np.intp) for words in (some, others))
        first, second = self._is_possible[slots[:, None] ^ other_slots].nonzero()
        for one, other in zip(first.tolist(), second.tolist(), strict=True):
            yield pair_of(some[one].number, others[other].number)
