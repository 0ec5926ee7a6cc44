"""What the words of a name do, without taking every name apart: most names of a long list have one of a few shapes.

A word is ordinary if it is a name wherever in a name it stands, so that any other ordinary word does the same there.
With one sign for all of them, "Dr. Ayman Al Zawahiri" and "Dr. Hassan Al Turabi" are one shape, and it is found once.
Names with quotation marks, brackets, or in scripts without borders have none. `parse_name` and `form_phrases` say what
is right; where this module answers, it must answer the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from matching.folding import fold_words
from matching.names import RUN_OF_INITIALS, Name, is_patronymic, parts_of
from matching.phrases import AND, without_titles
from matching.scripts import has_borders
from matching.tables.name_parts import HONORIFICS, ORGANISATION_TYPES, PARTICLES, SHIP_PREFIXES, SUFFIXES

_OF_PERSON = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
_OF_THING = re.compile(r"[^&«»“”„\"]+")
_SHIP = frozenset(piece for one in SHIP_PREFIXES for cut in range(len(one)) for piece in (one[cut:], one[:cut]))
_SPECIAL = HONORIFICS | ORGANISATION_TYPES | PARTICLES | SUFFIXES | _SHIP
_INITIALS = 3  # letters that may be as many initials
_SHORT = 2  # letters of a word that may be an initial or a part of an abbreviation
_ORDINARY, _PATRONYMIC = "ordinary", "ivanovich"
_JOINING = frozenset(AND)


class Shape(NamedTuple):
    """Indexes of words: those that identify, those of each shorter phrase; and whether some words are initials."""

    named: tuple[int, ...]
    phrases: tuple[tuple[int, ...], ...]
    initials: bool


class Shapes:
    """The folded words and the shapes of names; what is known of a word is remembered."""

    def __init__(self) -> None:
        self._pieces = {True: _Pieces(_OF_PERSON), False: _Pieces(_OF_THING)}
        self._signs = _Signs()

    def words(self, name: str, *, person: bool) -> list[str]:
        """The folded words of a name, none if it has to be taken apart."""
        known = self._pieces[person]
        words: list[str] = []
        for piece in name.split():
            found = known[piece]
            if found is None:
                return []
            words += found
        return [] if not person and not _JOINING.isdisjoint(words) else words

    def shape(self, words: Sequence[str], *, person: bool) -> Shape:
        """The shape of a name of these words."""
        return _shape(tuple(map(self._signs.__getitem__, words)), person)


class _Pieces(dict[str, tuple[str, ...] | None]):
    """The folded words of each piece of a name between spaces, None if a name with it has to be taken apart."""

    def __init__(self, plain: re.Pattern[str]) -> None:
        super().__init__()
        self.plain = plain

    def __missing__(self, piece: str) -> tuple[str, ...] | None:
        found = self[piece] = fold_words(piece) if self._is_plain(piece) else None
        return found

    def _is_plain(self, piece: str) -> bool:
        if piece.isascii() and piece.isalpha() and len(piece) > _INITIALS:
            return True
        if not (piece.isascii() or all(map(has_borders, (piece, *fold_words(piece))))):
            return False
        return self.plain.fullmatch(piece) is not None and RUN_OF_INITIALS.search(f"{piece} name") is None


class _Signs(dict[str, str]):
    """What stands for each word in a shape: one sign for all ordinary words, one for patronymics, else the word."""

    def __missing__(self, word: str) -> str:
        itself = len(word) <= _SHORT or word in _SPECIAL
        sign = self[word] = word if itself else _PATRONYMIC if is_patronymic(word) else _ORDINARY
        return sign


@lru_cache(maxsize=100_000)
def _shape(signs: tuple[str, ...], person: bool) -> Shape:  # noqa: FBT001 - a part of the key that is remembered
    parts = parts_of(signs, person=person)
    name = Name("", signs, parts)
    return Shape(name.named, tuple(without_titles(name)), name.initials)
