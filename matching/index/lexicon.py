"""The name variants of a compiled watchlist, their words, and how those that may be in a text are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.index.candidates import CandidateFinder
from matching.index.compiled import WatchlistIndex
from matching.index.name_variants import NameVariant
from matching.index.vocabulary import Vocabulary
from matching.names.parsing import Part


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The listed names by number of variant; `candidates` finds those that may be in a text with differences."""

    index: WatchlistIndex
    variants: Sequence[NameVariant]
    vocabulary: Vocabulary
    candidates: CandidateFinder

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

    def patronymics(self, number: int) -> list[str]:
        """The patronymics in the variants of that actor."""
        names = (variant.name for variant in self.variants_of_actor(number))
        return [
            word for name in names for word, part in zip(name.words, name.parts, strict=True) if part is Part.PATRONYMIC
        ]
