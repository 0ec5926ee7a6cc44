"""Which names may stand in a passage at all: those of which two telling words stand close together.

A name is kept under every pair of its three rarest words, so that one of three may be misspelt beyond recognition or
missing. The pairs are one sorted array.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from matching.folding import Folded
from matching.likeness import DIVIDED
from matching.passage import Passage
from matching.vocabulary import Candidate, Vocabulary

_REACH = 5  # words from one word of a pair to the other
_MAX_PAIRS = 200_000  # looked up at once
Pairs = npt.NDArray[np.uint64]


def index_pairs(names: Sequence[Sequence[int]], words: Sequence[str]) -> tuple[Pairs, npt.NDArray[np.uint32]]:
    """The pairs of the rarest words of each name, ascending, and the names they belong to, by number."""
    frequency = Counter(word for name in names for word in name)
    keys: list[int] = []
    owners: list[int] = []
    for number, name in enumerate(names):
        rarest = sorted(name, key=lambda word: (frequency[word], -len(words[word]), word))[:3]
        pairs = {_key(*pair) for pair in combinations(rarest, 2)} or {_key(word, word) for word in rarest}
        keys += pairs
        owners += [number] * len(pairs)
    order = np.argsort(np.array(keys, np.uint64), kind="stable")
    return np.array(keys, np.uint64)[order], np.array(owners, np.uint32)[order]


def _key(one: int, other: int) -> int:
    return min(one, other) << 32 | max(one, other)


class Candidates:
    """Finds the names, by number, of which a pair of words stands in a passage."""

    def __init__(
        self, vocabulary: Vocabulary, pairs: Pairs, owners: npt.NDArray[np.uint32], alone: frozenset[int]
    ) -> None:
        self.vocabulary, self.pairs, self.owners, self.alone = vocabulary, pairs, owners, alone

    def find(self, page: Passage) -> Iterator[tuple[int, int, int]]:
        """(name, first word, last word) for each pair that was met, without order."""
        keys: list[int] = []
        places: list[tuple[int, int]] = []
        for first, last, key in self._met(page):
            keys.append(key)
            places.append((first, last))
            if len(keys) >= _MAX_PAIRS:
                break
        if not keys:
            return
        wanted = np.array(keys, np.uint64)
        starts, ends = np.searchsorted(self.pairs, wanted, "left"), np.searchsorted(self.pairs, wanted, "right")
        for hit in np.flatnonzero(starts < ends).tolist():
            for owner in self.owners[starts[hit] : ends[hit]].tolist():
                yield owner, *places[hit]

    def _met(self, page: Passage) -> Iterator[tuple[int, int, int]]:
        """Every two listed words that stand close together: where, and their key."""
        recent: list[tuple[int, int]] = []
        for word, candidates in self._listed(page):
            recent = [(place, other) for place, other in recent if word - place <= _REACH]
            new: list[tuple[int, int]] = []
            for candidate in candidates:
                words = candidate.words
                if len(words) == 2:
                    yield word, word, _key(*words)
                if words[0] in self.alone or candidate.likeness is DIVIDED:
                    yield word, word, _key(words[0], words[0])
                for place, other in recent:
                    for number in words:
                        yield place, word, _key(number, other)
                new += [(word, number) for number in words]
            recent += new

    def _listed(self, page: Passage) -> Iterator[tuple[int, tuple[Candidate, ...]]]:
        """The words of the passage that may be listed ones, with their candidates."""
        folded, vocabulary = page.folded, self.vocabulary
        words = capital_words(page)
        borders = folded.borders
        starts, ends = (borders[words] + 1).tolist(), borders[words + 1].tolist()
        cased = folded.cased
        found = map(vocabulary.__getitem__, [cased[start:end] for start, end in zip(starts, ends, strict=True)])
        pieces = self._pieces(folded, starts, borders[np.minimum(words + 2, folded.count)].tolist())
        listed = zip(words.tolist(), found, pieces, strict=True)
        return ((word, (*whole, *pieced)) for word, whole, pieced in listed if whole or pieced)

    def _pieces(self, folded: Folded, starts: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[Candidate, ...]]:
        """For each word the listed word that it makes up with the next: "Zhen Xing" for Zhenxing."""
        numbers, plain = self.vocabulary.numbers, folded.plain
        for start, end in zip(starts, ends, strict=True):
            number = numbers.get(plain[start:end].replace(b" ", b"", 1))
            yield () if number is None else (Candidate((number,), DIVIDED),)


_NO_SMALL_LETTER = np.array([not (97 <= byte <= 122 or 48 <= byte <= 57) for byte in range(256)])


def capital_words(page: Passage) -> npt.NDArray[np.intp]:
    """The numbers of the words that do not begin with a small Latin letter or a digit; all words if there are few."""
    borders = page.folded.borders
    letters = np.frombuffer(page.folded.cased, np.uint8)[borders[:-1] + 1]
    capital = np.flatnonzero(_NO_SMALL_LETTER[letters])
    return capital if len(capital) * 50 > len(letters) else np.arange(len(letters))
