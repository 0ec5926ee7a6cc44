"""What the words of a name do, without taking every name apart: most names of a long list have one of a few shapes.

A word is ordinary if it is a name wherever in a name it stands, so that any other ordinary word does the same there.
With one sign for all of them, "Dr. Ayman Al Zawahiri" and "Dr. Hassan Al Turabi" are one shape, and it is found once.
Names with quotation marks or brackets have none. `parse_name`, `name_variants` and `variant_phrases` say what is right;
where this module answers, it must answer the same.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, digits
from typing import NamedTuple

from matching.index.name_variants import is_character
from matching.index.phrases import AND, without_titles
from matching.names.parsing import RUN_OF_INITIALS, Name, is_patronymic, parts_of
from matching.tables.name_parts import (
    HAN_LEGAL_FORMS,
    HONORIFICS,
    ORGANISATION_TYPES,
    PARTICLES,
    SHIP_PREFIXES,
    SUFFIXES,
)

_OF_PERSON = re.compile(r"(?!['‘’]\w+['’]$)['‘’`]?[^\W_]+(?:[-.'’`]+[^\W_]+)*['’`.]?")
_OF_THING = re.compile(r"[^&«»“”„\"]+")
_SHIP = frozenset(piece for one in SHIP_PREFIXES for cut in range(len(one)) for piece in (one[cut:], one[:cut]))
_ABBREVIATED = frozenset(
    one[start : start + size] for one in ORGANISATION_TYPES for size in (1, 2) for start in range(len(one))
)
_LETTERS = frozenset((*ascii_lowercase, *digits, *"".join(HAN_LEGAL_FORMS)))
_SPECIAL = HONORIFICS | ORGANISATION_TYPES | PARTICLES | SUFFIXES | _SHIP | _ABBREVIATED | _LETTERS
_INITIALS = 3  # letters that may be as many initials
_ORDINARY, _CHARACTER, _PATRONYMIC = "ordinary", "金", "ivanovich"
_JOINING = frozenset(AND)


class Shape(NamedTuple):
    """What the words of a name do.

    `named` tells of each word whether it identifies, `phrases` are the indexes of the words of each shorter phrase.
    `alone` is true if one word identifies, beside initials; `shortened` is a company that has a shorter name too.
    """

    named: tuple[bool, ...]
    phrases: tuple[tuple[int, ...], ...]
    alone: bool
    shortened: bool


def is_plain(piece: str, folded: str) -> tuple[bool, bool]:
    """True if this piece of a name between spaces is nothing but its folded words: of a thing's name, of a person's."""
    if piece.isascii() and piece.isalpha() and len(piece) > _INITIALS:
        return True, True
    of_thing = _OF_THING.fullmatch(piece) is not None and _JOINING.isdisjoint(folded.split())
    return of_thing, _OF_PERSON.fullmatch(piece) is not None and RUN_OF_INITIALS.search(f"{piece} name") is None


def sign_of(word: str) -> str:
    """What stands for a word in a shape: one sign for all ordinary words, two for kinds of words, else the word."""
    if word in _SPECIAL:
        return word
    return _CHARACTER if is_character(word) else _PATRONYMIC if is_patronymic(word) else _ORDINARY


def shape_of(signs: tuple[str, ...], *, person: bool) -> Shape:
    """The shape of names of words with these signs."""
    name = Name("", signs, parts_of(signs, person=person))
    named = () if all(map(is_character, signs)) else name.named
    return Shape(
        named=tuple(index in named for index in range(len(signs))),
        phrases=tuple(without_titles(name)),
        alone=len(named) == 1 and name.initials,
        shortened=not person and name.full == 1 < len(signs),
    )
