"""Spanish and Portuguese names with two family names, and the shorter form that newspapers print.

    Ovidio Guzmaneda Loperena        Ovidio Guzmaneda: in Spanish the father's family name is the first one
    João Pedro Silvarra Santelmo     João Santelmo: in Portuguese it is the last one

A listed name counts as one where its first word is a given name of these languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matching.names.parsing import Name
from matching.tables.iberian_names import PORTUGUESE_GIVEN, PORTUGUESE_LETTERS, PORTUGUESE_ONLY, SPANISH_GIVEN
from matching.text.folding import fold_words

IBERIAN_GIVEN = SPANISH_GIVEN | PORTUGUESE_GIVEN
_MARIA, _OF_MARIA = ("maria", "ma"), ("de", "del", "la", "las", "los", "do", "da", "das", "dos")
_MOST_GIVEN = 2
_SHORTEST_FAMILY = 4  # letters


class ShorterForm(NamedTuple):
    """The indexes of the words of the shorter form, of it with both given names, and that of the family name in it.

    `with_both` is empty for one given name.
    """

    words: tuple[int, ...]
    with_both: tuple[int, ...]
    family: int


def shorter_form(name: Name) -> ShorterForm | None:
    """The form that newspapers print of a name with two family names; None for any other name."""
    named = name.named
    given = _given_names(name)
    if not 0 < given <= _MOST_GIVEN or len(named) - given < 2:
        return None
    is_portuguese = _is_portuguese(name)
    if not is_portuguese and len(named) - given > 2:
        return None
    place = len(named) - 1 if is_portuguese else given
    family = named[place]
    if len(name.words[family]) < _SHORTEST_FAMILY:
        return None
    family_words = range(named[place - 1] + 1, family + 1)  # with the particles before it
    both = (*named[:_MOST_GIVEN], *family_words) if given == _MOST_GIVEN else ()
    return ShorterForm((named[0], *family_words), both, family)


def without_maria(words: Sequence[str]) -> tuple[str, ...]:
    """The given name by which a María del Pilar or María de los Ángeles is called, empty for any other name."""
    rest = list(words[1:]) if words[0] in _MARIA else []
    while len(rest) > 1 and rest[0] in _OF_MARIA:
        rest.pop(0)
    return tuple(rest[:1]) if 0 < len(rest) < len(words) - 1 else ()


def _given_names(name: Name) -> int:
    """How many of the identifying words are given names, 0 if the name is of another language.

    A comma says how many; else they are two in a name of four words, and in one of three whose second word is one.
    """
    words = [name.words[index] for index in name.named]
    if len(words) < 3 or words[0] not in IBERIAN_GIVEN:
        return 0
    _, comma, behind = name.text.partition(",")
    if comma:
        return sum(word in words for word in fold_words(behind))
    return 2 if len(words) > 3 or words[1] in IBERIAN_GIVEN else 1


def _is_portuguese(name: Name) -> bool:
    written = name.text.casefold()
    return not PORTUGUESE_ONLY.isdisjoint(name.words) or any(letters in written for letters in PORTUGUESE_LETTERS)
