"""Shapes of names: what each word of a name does, found once for all names of one shape instead of parsing every name.

A word is plain if it is a name in any place of a name, so that any other plain word would do the same there. With one
symbol for all of them, "Dr. Ayman Al Zawahiri" and "Dr. Hassan Al Turabi" have one shape, and most names of a long list
have one of a few. Names with quotation marks or brackets have none. `parse_name`, `name_variants` and `variant_phrases`
are the definition: for names that have a shape, this module must give the same.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, digits
from typing import NamedTuple

from matching.index.phrases import AND, MAC, has_letters, is_acronym, without_titles
from matching.index.variants.name_variant import is_character
from matching.index.variants.respelt_names import is_divided_in_latin, is_double_family_name
from matching.names.company_names import has_russian_form
from matching.names.compounds import MUHAMMAD, may_be_compound
from matching.names.cut_names import has_cut_name
from matching.names.iberian import IBERIAN_GIVEN
from matching.names.kinds import KIND_BEHIND, KINDS_IN_FRONT
from matching.names.parsing import (
    EASTERN_FAMILY_NAMES,
    KOREAN_OF_TWO_SYLLABLES,
    RUN_OF_INITIALS,
    Name,
    is_patronymic,
    parts_of,
)
from matching.names.passport_letters import has_passport_letters, has_pinyin_u
from matching.names.rulers import RULERS
from matching.names.written_numbers import has_glued_figures, is_written_number
from matching.tables.chinese_places import CHINESE_PLACES
from matching.tables.legal_forms import LEGAL_FORMS
from matching.tables.name_parts import (
    BURMESE_TITLES,
    CHILD_BEHIND,
    HAN_LEGAL_FORMS,
    HONORIFICS,
    ORGANISATION_TYPES,
    PARTICLES,
    SAINTS,
    SHIP_PREFIXES,
    SUFFIXES,
)
from matching.tables.numerals import ARABIC_OF, ROMAN_OF
from matching.text.characters import APOSTROPHES

_IN_PERSON_NAME = re.compile(r"(?!['‘’]\w+['’]$)['‘’`]?[^\W_]+(?:[-.'’`]+[^\W_]+)*['’`.]?")
_IN_THING_NAME = re.compile(r"[^&«»“”„()\"]+")
_POSSESSIVE_END = re.compile(rf"[{''.join(APOSTROPHES)}]s$", re.IGNORECASE)
_SHIP = frozenset(piece for one in SHIP_PREFIXES for cut in range(len(one)) for piece in (one[cut:], one[:cut]))
_PARTS_OF_TYPES = frozenset(
    one[start : start + size] for one in ORGANISATION_TYPES for size in (1, 2) for start in range(len(one))
)
_NUMERALS = ARABIC_OF.keys() | ROMAN_OF.keys()
_LETTERS = frozenset((*ascii_lowercase, *digits, *"".join(HAN_LEGAL_FORMS)))
_WORDS_OF_FORMS = frozenset(word for form in LEGAL_FORMS for word in form)
_OF_OR_FOR = frozenset({"of", "for"})
_SPECIAL = (
    HONORIFICS
    | _WORDS_OF_FORMS
    | _NUMERALS
    | BURMESE_TITLES
    | RULERS
    | {"the", "und"}
    | _OF_OR_FOR
    | MUHAMMAD
    | SAINTS
    | KINDS_IN_FRONT
    | ORGANISATION_TYPES
    | PARTICLES
    | SUFFIXES
    | _SHIP
    | _PARTS_OF_TYPES
    | _LETTERS
)
_MAX_INITIALS = 3  # letters of a word that may be as many initials
_PLAIN, _CHARACTER, _PATRONYMIC, _IBERIAN, _CHINESE_PLACE, _EASTERN_FAMILY, _NUMBER = (
    "ordinary",
    "金",
    "ivanovich",
    "jose",
    "beijing",
    "wang",
    "3rd",
)  # symbols: each stands for words like itself
_TWO, _THREE = 2, 3
_FIGURE, _FIRST = "2", ("i", "1")
_CONJUNCTIONS = frozenset(AND)


class NameShape(NamedTuple):
    """What the words of a name do.

    `named` says of each word whether it identifies; `phrases` are the word indexes of phrases shorter than the name.
    `alone` is True if one word identifies, beside initials; `shortened` if the name also has another form: a
    company, or somebody with two family names or a Burmese title, a shorter one; a Chinese or Korean name that of the
    Czech press; a thing one with its numeral or letters written otherwise; a sovereign those of other languages.
    """

    named: tuple[bool, ...]
    phrases: tuple[tuple[int, ...], ...]
    alone: bool
    shortened: bool


def is_only_words(piece: str, folded: str) -> tuple[bool, bool]:
    """Whether a piece of a name between two spaces is no more than its folded words: in a thing's, a person's name."""
    if any(map(may_be_compound, folded.split())) or MAC.search(f"{piece} X") or has_pinyin_u(piece):
        return not is_acronym(piece), False  # Noureddine, McCrath and Lü have other spellings
    if has_passport_letters(piece):
        return False, False
    if piece.isascii() and piece.isalpha() and len(piece) > _MAX_INITIALS:
        return not is_acronym(piece), True
    if _POSSESSIVE_END.search(piece):
        return False, False  # "Tim's" has another spelling
    of_thing = (
        _IN_THING_NAME.fullmatch(piece) is not None
        and not is_acronym(piece)
        and not has_glued_figures(piece)
        and _CONJUNCTIONS.isdisjoint(folded.split())
    )
    if is_divided_in_latin(folded) or is_double_family_name(piece) or has_cut_name(piece):
        return of_thing, False
    return of_thing, _IN_PERSON_NAME.fullmatch(piece) is not None and RUN_OF_INITIALS.search(f"{piece} name") is None


def symbol_of(word: str) -> str:
    """The symbol of a word in a shape: one for all plain words, two for kinds of words, else the word itself."""
    if word in _SPECIAL or (len(word) == 1 and not is_character(word)):
        return word
    if word in IBERIAN_GIVEN:
        return _IBERIAN
    if word in CHINESE_PLACES:
        return _CHINESE_PLACE
    if word in EASTERN_FAMILY_NAMES or word in KOREAN_OF_TWO_SYLLABLES:
        return _EASTERN_FAMILY
    if word.isdecimal() or is_written_number(word):
        return _FIGURE if word.isdecimal() else _NUMBER
    return _CHARACTER if is_character(word) else _PATRONYMIC if is_patronymic(word) else _PLAIN


def shape_of(symbols: tuple[str, ...], *, person: bool) -> NameShape:
    """The shape of the names whose words have these symbols."""
    name = Name("", symbols, parts_of(symbols, person=person))
    named = () if all(map(is_character, symbols)) else name.named
    return NameShape(
        named=tuple(index in named for index in range(len(symbols))),
        phrases=tuple(without_titles(name)),
        alone=len(named) == 1 and name.initials,
        shortened=_has_other_person_form(name, len(named))
        if person
        else (
            name.full == 1 < len(symbols)
            or symbols[-1] in _FIRST
            or symbols[0] in KINDS_IN_FRONT
            or KIND_BEHIND in symbols
            or _CHINESE_PLACE in symbols
            or _NUMBER in symbols
            or has_russian_form(symbols)
            or not SAINTS.isdisjoint(symbols)
            or not _NUMERALS.isdisjoint(symbols)
            or not _OF_OR_FOR.isdisjoint(symbols)
            or has_letters(symbols)
        ),
    )


def _has_other_person_form(name: Name, named: int) -> bool:
    first, last = name.words[0], name.words[-1]
    has_two_family_names = name.words[name.named[0]] == _IBERIAN and named > _TWO
    is_eastern = first == _EASTERN_FAMILY and len(name.words) in (_TWO, _THREE)
    is_muslim = first in MUHAMMAD and named > _TWO
    is_in_registers_order = last in CHILD_BEHIND or is_patronymic(last)
    return (
        has_two_family_names
        or is_eastern
        or is_muslim
        or is_in_registers_order
        or first in BURMESE_TITLES
        or first in RULERS
        or last in ARABIC_OF
    )
