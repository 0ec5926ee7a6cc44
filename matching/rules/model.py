"""Context rules as numbers: the shapes between compilation (`compiling.py`) and evaluation (`evaluation.py`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.watchlist.model import Scope

Leaf = tuple[int, ...]
"""The numbers of the atoms that stand for one term, or for a list of terms: any of them satisfies it."""


class Atom(NamedTuple):
    """A phrase to look for, unfolded. Each end is a word border unless it is open.

    Open at the start: it may begin inside a word. Open at the end: its last word may go on.
    """

    text: str
    open_start: bool
    open_end: bool


class TermPlace(NamedTuple):
    """Where an atom stands: its first and last word by number. `hit` is the scanner's own, returned untouched."""

    first: int
    last: int
    mention_number: int


@dataclass(frozen=True, slots=True)
class TextUnits:
    """The numbers of the words with which the sentences and the paragraphs begin, ascending; a title is one of each."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]

    def unit(self, word: int, scope: Scope) -> int:
        """Which sentence or paragraph the word stands in; the document is unit 0."""
        if scope == "document":
            return 0
        return bisect_right(self.sentences if scope == "sentence" else self.paragraphs, word)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The stretches (`within`) in which one of the atoms stands do not count."""

    leaf: Leaf
    within: Scope


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold together `within` one stretch: every leaf of `all`, one of `any`, `count` of `choice`, `near`.

    The leaves of `near` must stand within `words` words. `require` is a context's id. One of `triggers` must stand in
    the text for the condition to hold. `text` says how close together the terms stand, empty if that does not matter.
    """

    text: str
    within: Scope
    triggers: Leaf
    any: tuple[Leaf, ...] = ()
    all: tuple[Leaf, ...] = ()
    choice: tuple[Leaf, ...] = ()
    count: int = 0
    near: tuple[Leaf, ...] = ()
    words: int = 0
    require: str | None = None
    exclusions: tuple[Exclusion, ...] = ()
