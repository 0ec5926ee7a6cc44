"""Compiled context rules, which `compiling.py` makes and `evaluation.py` evaluates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.watchlist.model import Scope

Leaf = tuple[int, ...]
"""The numbers of the atoms of one term, or of a list of terms: any of them satisfies the leaf."""


class Atom(NamedTuple):
    """A phrase to look for, unfolded. It may begin inside a word if its start is open, and end inside one likewise."""

    text: str
    open_start: bool
    open_end: bool


class TermPlace(NamedTuple):
    """The first and last word, by number, of an atom in a text, and the caller's number for that mention."""

    first: int
    last: int
    mention_number: int


@dataclass(frozen=True, slots=True)
class TextUnits:
    """The numbers of the first words of sentences and of paragraphs, ascending; a title is one of each."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]

    def unit(self, word: int, scope: Scope) -> int:
        """The number of the sentence or paragraph that the word is in; the document is unit 0."""
        if scope == "document":
            return 0
        return bisect_right(self.sentences if scope == "sentence" else self.paragraphs, word)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Sentences, paragraphs or documents (`within`) that contain one of the atoms of the leaf do not count."""

    leaf: Leaf
    within: Scope


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be found `within` one unit: every leaf of `all` and `near`, one of `any`, `count` of `choice`.

    The leaves of `near` must be in a window of `window` words. `require` is the id of a context. The condition cannot
    hold without one of `triggers`. `proximity` says for a reader how close together the terms are, empty if anywhere.
    """

    proximity: str
    within: Scope
    triggers: Leaf
    any: tuple[Leaf, ...] = ()
    all: tuple[Leaf, ...] = ()
    choice: tuple[Leaf, ...] = ()
    count: int = 0
    near: tuple[Leaf, ...] = ()
    window: int = 0
    require: str | None = None
    exclusions: tuple[Exclusion, ...] = ()
