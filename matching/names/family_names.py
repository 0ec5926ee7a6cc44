"""Family names that identify a person without a given name, where a list asks for them."""

from __future__ import annotations

from matching.names.iberian import shorter_form
from matching.names.parsing import family_index, is_common, parse_name
from matching.names.transliteration import is_syllable
from matching.tables.common_words import COMMON_WORDS
from matching.text.scripts import has_word_borders

_SHORTEST = 5  # letters


def rare_family_name(text: str, order: str) -> str | None:
    """The family name of a person's name, None if the name is one word or the family name may be many people's.

    It is rare if it is neither on the lists of common names and words nor a syllable, and has five letters or more.
    Of two Spanish or Portuguese family names it is the one that newspapers print.
    """
    name = parse_name(text)
    shorter = shorter_form(name)
    family = name.words[shorter.family if shorter else family_index(name, order)]
    ordinary = is_common(family) or family in COMMON_WORDS or is_syllable(family)
    short = len(family) < _SHORTEST or not has_word_borders(family)
    return None if name.full < 2 or ordinary or short else family.title()
