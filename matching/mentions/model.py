"""A listed name found in a passage, before anybody has judged it."""

from __future__ import annotations

from dataclasses import dataclass

from core.records import MatchMethod
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.mentions.gaps import GapKind


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where an actor is named by one of its variants.

    `first` and `last` number its words in its passage, `[start, end)` are bytes of the folded passage. `embedded` is
    True inside a longer name. `alignment` is None where the variant was met word for word.
    """

    variant: NameVariant
    method: MatchMethod
    first: int
    last: int
    start: int
    end: int
    embedded: bool = False
    alignment: Alignment | None = None

    @property
    def is_initials(self) -> bool:
        """True for initials in the place of all given names, met word for word."""
        return self.alignment is None and self.method is MatchMethod.INITIAL

    @property
    def is_shared(self) -> bool:
        """True if other people's given names are inside: "Kejia and Zhenxing Wang"."""
        return self.alignment is not None and GapKind.COORDINATED in self.alignment.gaps
