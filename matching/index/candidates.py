"""Which names may stand in a passage at all: those of which two telling words stand close together.

A name is kept under every pair of its three rarest words, so that one of three may be misspelt beyond recognition or
missing. The pairs are one sorted array.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, compress
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.index.vocabulary import MAX_CACHED_WORDS, Vocabulary, WordCandidate
from matching.text.passage import Passage

_REACH = 5  # words from one word of a pair to the other
_MOST = (
    32  # listed words that one word is taken for, the likest ones; a long list has every misspelling of a common name
)
_SPARSE = 16  # places of the filter for each pair, or more
_MOST_BITS = 26  # of a place in the filter
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_MAX_WORDS = 200_000  # capitalised words of a text that are looked up; ten newspapers have fewer
_MAX_PAIRS = 100_000  # looked up at once
Pairs = npt.NDArray[np.uint64]


def _scattered(count: int, bits: int) -> npt.NDArray[np.intp]:
    """For each number up to `count` another one of so many bits, as if drawn (after Steele's SplitMix)."""
    mixed = np.arange(1, count + 1, dtype=np.uint64) * _SPREAD
    mixed = (mixed ^ mixed >> _HALF) * _SPREAD
    return (mixed >> np.uint64(64 - bits)).astype(np.intp)


def _key(one: int, other: int) -> int:
    return min(one, other) << 32 | max(one, other)


class ListedWord(NamedTuple):
    """A listed word: its number, and its place in the filter of pairs; that of a pair is the xor of both."""

    number: int
    place: int


class WordMatches(NamedTuple):
    """What a word leads to, wherever it stands: the listed words that it may be and the keys of names that it is alone.

    Together with a next word that begins with one of the `continuations` it may be one listed word.
    """

    words: tuple[ListedWord, ...]
    keys: tuple[int, ...]
    continuations: frozenset[bytes]


class CandidateFinder:
    """Finds the names, by number, of which a pair of words stands in a passage."""

    def __init__(
        self, vocabulary: Vocabulary, pairs: Pairs, owners: npt.NDArray[np.uint32], alone: frozenset[int]
    ) -> None:
        self.vocabulary, self.pairs, self.owners = vocabulary, pairs, owners
        self._alone = alone
        self._leads: dict[bytes, WordMatches | None] = {}  # of the words that were met; most lead nowhere
        bits = min(_MOST_BITS, max(16, (_SPARSE * len(pairs)).bit_length()))
        self._places = _scattered(len(vocabulary.words), bits)
        known = np.zeros(1 << bits, np.uint8)
        known[self._places[pairs >> _HALF] ^ self._places[pairs & _LOWER]] = 1
        self._known = known.tobytes()

    def find(self, passage: Passage) -> Iterator[tuple[int, int, int]]:
        """(name, first word, last word) for each pair that was met, without order."""
        met = self._met(passage)
        if not met:
            return
        wanted = np.array([key for key, _, _ in met], np.uint64)
        starts = self.pairs.searchsorted(wanted, "left")
        ends = self.pairs.searchsorted(wanted, "right")
        for hit in (starts < ends).nonzero()[0].tolist():
            _, first, last = met[hit]
            for owner in self.owners[starts[hit] : ends[hit]].tolist():
                yield owner, first, last

    def _met(self, passage: Passage) -> list[tuple[int, int, int]]:
        """Every two listed words that stand close together and may belong to one name: their key, and where."""
        met: list[tuple[int, int, int]] = []
        recent: list[tuple[int, tuple[ListedWord, ...]]] = []
        known = self._known
        for word, listed, keys in self._listed(passage):
            if keys:
                met += [(key, word, word) for key in keys]
            if recent:
                recent = [one for one in recent if word - one[0] <= _REACH]
            for earlier, others in recent:
                for other, other_place in others:
                    for number, place in listed:
                        if known[place ^ other_place]:
                            met.append((_key(number, other), earlier, word))
            recent.append((word, listed))
            if len(met) > _MAX_PAIRS:
                break
        return met

    def _listed(self, passage: Passage) -> list[tuple[int, tuple[ListedWord, ...], tuple[int, ...]]]:
        """Where listed words may stand, which they are, and the keys of the names that they are by themselves."""
        words = (passage.capital_words if passage.has_capitals else np.arange(passage.folded.count))[:_MAX_WORDS]
        starts, ends = (passage.folded.borders[words] + 1).tolist(), passage.folded.borders[words + 1].tolist()
        cased = passage.folded.cased if passage.has_capitals else passage.folded.cased.title()
        leads = self._leads_of([cased[start:end] for start, end in zip(starts, ends, strict=True)])
        found, plain = [], passage.folded.plain
        for place in compress(range(len(leads)), leads):
            lead, start, end = leads[place], starts[place], ends[place]
            assert lead is not None
            listed, keys, continuations = lead
            if (
                continuations
                and plain[end + 1 : end + 3] in continuations
                and (divided := self._divided(plain, start, end)) is not None
            ):
                listed, keys = (*listed, self._place(divided)), (*keys, _key(divided, divided))
            if listed:
                found.append((int(words[place]), listed, keys))
        return found

    def _leads_of(self, written: Sequence[bytes]) -> list[WordMatches | None]:
        """What each of these words leads to; those that were not met before are looked up together."""
        try:
            return list(map(self._leads.__getitem__, written))
        except KeyError:
            self._meet(written)
            return list(map(self._leads.__getitem__, written))

    def _meet(self, words: Iterable[bytes]) -> None:
        if len(self._leads) > MAX_CACHED_WORDS:
            self._leads.clear()
        new = set(words).difference(self._leads)
        self.vocabulary.look_up(new)
        for word in new:
            candidates, continuations = self.vocabulary[word], self.vocabulary.continuations(word.decode().casefold())
            self._leads[word] = self._lead(candidates, continuations) if candidates or continuations else None

    def _lead(self, candidates: Sequence[WordCandidate], continuations: frozenset[bytes]) -> WordMatches:
        numbers: list[int] = []
        keys: list[int] = []
        for words, _ in candidates[:_MOST]:
            numbers += words
            if len(words) > 1:
                keys += [_key(one, other) for one, other in combinations(words, 2)]
            elif words[0] in self._alone:
                keys.append(_key(words[0], words[0]))
        return WordMatches(tuple(map(self._place, numbers)), tuple(keys), continuations)

    def _place(self, number: int) -> ListedWord:
        return ListedWord(number, int(self._places[number]))

    def _divided(self, plain: bytes, start: int, end: int) -> int | None:
        """The listed word that the one from byte `start` to `end` and the next make up: "Zhen Xing" for Zhenxing."""
        return self.vocabulary.numbers.get(plain[start:end] + plain[end + 1 : plain.find(b" ", end + 1)])
