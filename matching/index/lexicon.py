"""The name variants of a compiled watchlist, their words, and how those that may be in a text are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.index.arrays import Numbers
from matching.index.candidates import CandidateFinder
from matching.index.compiled import WatchlistIndex
from matching.index.variants.name_variant import NameVariant
from matching.index.vocabulary import Vocabulary
from matching.names.parsing import Part


class FamilyNames:
    """The variants by their first and last identifying words; they are sorted when the first text asks for them."""

    def __init__(self, index: WatchlistIndex) -> None:
        self._index = index

    def variants(self, word: int) -> list[int]:
        """The variants whose first or last identifying word has this number, ascending."""
        words, numbers = self._sorted
        start, end = words.searchsorted((word, word + 1)).tolist()
        found: list[int] = np.unique(numbers[start:end]).tolist()
        return found

    @cached_property
    def _sorted(self) -> tuple[Numbers, Numbers]:
        starts = self._index.named_start
        numbers = (np.diff(starts.astype(np.int64)) > 1).nonzero()[0]
        first, last = self._index.named[starts[:-1][numbers]], self._index.named[starts[1:][numbers] - 1]
        words = np.concatenate([first, last])
        order = np.argsort(words, kind="stable")
        return words[order], np.tile(numbers, 2).astype(np.uint32)[order]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The listed names by number of variant; `candidates` finds those that may be in a text with differences."""

    index: WatchlistIndex
    variants: Sequence[NameVariant]
    vocabulary: Vocabulary
    candidates: CandidateFinder
    families: FamilyNames

    def actor(self, number: int) -> int:
        """The actor of the variant with this number."""
        return int(self.index.variant_actor[number])

    def identifying_words(self, number: int) -> list[int]:
        """The identifying words of the variant with this number, by number in the vocabulary."""
        start, end = self.index.named_start[number : number + 2].tolist()
        words: list[int] = self.index.named[start:end].tolist()
        return words

    def variants_of_actor(self, number: int) -> Iterator[NameVariant]:
        """All variants of the actor of the variant with this number; they are numbered in a row."""
        actor = self.actor(number)
        first = last = number
        while first > 0 and self.actor(first - 1) == actor:
            first -= 1
        while last + 1 < len(self.variants) and self.actor(last + 1) == actor:
            last += 1
        return map(self.variants.__getitem__, range(first, last + 1))

    def variants_of_family(self, word: int) -> list[int]:
        """The variants whose first or last identifying word has this number, ascending."""
        return self.families.variants(word)

    def patronymics(self, number: int) -> list[str]:
        """The patronymics in the variants of that actor."""
        names = (variant.name for variant in self.variants_of_actor(number))
        return [
            word for name in names for word, part in zip(name.words, name.parts, strict=True) if part is Part.PATRONYMIC
        ]
