"""The phrases by which a listed name is found word for word, and what a pattern of the scanner belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.records import MatchMethod
from matching.index.name_variants import NameVariant
from matching.index.scanner import Phrase
from matching.names.parsing import Name, Part, parse_name, rarity
from matching.text.scripts import may_continue, starts_without_border

AND = ("and", "und", "et", "y", "e", "og", "och", "en", "i", "и")
_ANY_SIGN, _BEFORE_NO_COMPANY = re.compile("&"), re.compile(r"&(?!\s*Co\b)")  # "& Co." may belong to the legal form
METHODS = (
    MatchMethod.EXACT,
    MatchMethod.NATIVE,
    MatchMethod.INITIAL,
    MatchMethod.TERM,
    MatchMethod.IDENTIFIER,
    MatchMethod.NICKNAME,
)
"""The methods by which a phrase is found; the index stores their positions here."""


class PatternTarget(NamedTuple):
    """What a pattern belongs to, by its number: by `method` a rule's atom, an identifier, or else a name variant."""

    method: MatchMethod
    number: int


def variant_phrases(variant: NameVariant, *, initials: bool) -> Iterator[tuple[Phrase, MatchMethod]]:
    """The phrases of a name, each with its method; those with initials only where `initials` asks for them."""
    if variant.nickname:
        yield _phrase(variant, variant.name.words), MatchMethod.NICKNAME
        return
    yield _phrase(variant, variant.name.words), MatchMethod.NATIVE if variant.native else MatchMethod.EXACT
    for indexes in without_titles(variant.name):
        yield _phrase(variant, _chosen(variant.name, indexes)), MatchMethod.EXACT
    for name in () if variant.person else _conjoined(variant):
        for words in (name.words, *(_chosen(name, indexes) for indexes in without_titles(name))):
            yield _phrase(variant, words), MatchMethod.EXACT
    if initials and variant.person and variant.cased is None:
        for short in _initials(variant.name):
            yield _phrase(variant, short), MatchMethod.INITIAL


def _conjoined(variant: NameVariant) -> Iterator[Name]:
    """A company's name with another word or sign for "and": "Marks & Levinson", "Marks and Levinson"."""
    if "&" in variant.text:
        for word in AND:
            for text in dict.fromkeys(sign.sub(f" {word} ", variant.text) for sign in (_ANY_SIGN, _BEFORE_NO_COMPANY)):
                if text != variant.text:
                    yield parse_name(text, person=False)
    elif not set(AND).isdisjoint(variant.name.words[1:-1]):
        yield parse_name(" ".join(word for word in variant.text.split() if word.lower() not in AND), person=False)


def _phrase(variant: NameVariant, words: Sequence[str]) -> Phrase:
    text = " ".join(words)
    return Phrase(text, open_start=starts_without_border(variant.text), open_end=may_continue(variant.text))


def without_titles(name: Name) -> Iterator[tuple[int, ...]]:
    """The name without titles, suffixes and legal forms, as indexes of its words; never one word alone.

    Those at the end are also left out one by one, from the last.
    """
    titles = [part is Part.TITLE for part in name.parts]
    if name.full > 1 and any(titles):
        yield tuple(index for index, title in enumerate(titles) if not title)
    for end in range(len(titles) - 1, 1, -1):
        if not titles[end]:
            return
        yield tuple(range(end))


def _chosen(name: Name, indexes: Iterable[int]) -> tuple[str, ...]:
    return tuple(name.words[index] for index in indexes)


def _initials(name: Name) -> Iterator[tuple[str, ...]]:
    """The family name with the initials of the given names: "K. J. Kim", "KJ Kim", "Kim K. J.".

    With one given name only if the family name is rare. A patronymic has its initial too, as in Russian documents:
    "O. V. Tarasenkov".
    """
    kinds = (Part.NAME, Part.PATRONYMIC)
    words = [word for word, part in zip(name.words, name.parts, strict=True) if part in kinds]
    if not all(word[0] != word[0].upper() for word in words):
        return  # a script without capitals has no initials
    particles = [word for word, part in zip(name.words, name.parts, strict=True) if part is Part.PARTICLE]
    if len(words) == 2 and rarity(words[1]) >= 1:
        yield words[0][0], *name.words[name.named[0] + 1 :]
    if len(words) > 2 and particles:
        yield *(word[0] for word in words[:-1]), *particles, words[-1]
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])) if len(words) > 2 else ():
        letters = [word[0] for word in given]
        yield *letters, family
        yield "".join(letters), family
        yield family, *letters
