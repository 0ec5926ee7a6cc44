"""Name variants of an actor: its name, aliases and native spellings, and what follows from nicknames and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.index.variants.name_variant import NameVariant
from matching.index.variants.respelt_names import KOREAN_FAMILY_NAMES, is_korean, respelt_variants
from matching.names.company_names import shorter_company_names
from matching.names.compounds import has_compound
from matching.names.family_names import rare_family_name
from matching.names.parsing import Name, family_index, parse_name
from matching.names.romanisations import ARABIC, KOREAN, Romanisation, romanisation_named
from matching.names.transliteration import is_hangul, is_syllable
from matching.tables.common_words import COMMON_WORDS
from matching.watchlist.model import Actor, Alias

_ACRONYM_BEHIND = re.compile(r"(.*\w.*?)\s*\(([A-Z]{2,10})\)\s*")
_MAY_BE_QUOTED = re.compile(r"""[\s(]["'“”‘’«„(]""")
_PAIR = 2  # words of a name that has a family name


def name_variants(number: int, actor: Actor, *, family_alone: bool = False) -> Iterator[NameVariant]:
    """The variants of the actor with this number, in a fixed order.

    `family_alone` says whether a family name alone is one, where the actor itself does not say.
    """
    person = actor.type == "person"
    listed = (Alias(actor.name, actor.require), *actor.aliases)
    for native, alias in (*((False, one) for one in listed), *((True, one) for one in actor.native)):
        require = alias.require or actor.require
        name = parse_name(alias.text, person=person)
        is_arabic = person and not native and alias.case is None and has_compound(name.words)
        variant = NameVariant(
            actor=number,
            text=alias.text,
            name=name,
            order=actor.order,
            person=person,
            romanisation=None if native else _romanisation_of(actor, name, is_arabic=is_arabic),
            require=require,
            contexts=tuple(dict.fromkeys(filter(None, (require, actor.require, actor.context)))),
            cased=alias.text if alias.case == "exact" or _is_word_in_capitals(alias.text, actor.name) else None,
            weak=alias.weak,
            native=native,
            vessel=actor.type == "vessel",
        )
        yield variant
        if alias.case is None:
            yield from respelt_variants(variant, actor)
    yield from _nicknamed(number, actor) if person else _shortened(number, actor)
    if person and (family_alone if actor.family_name_alone is None else actor.family_name_alone):
        yield from _by_family_name(number, actor)


def _by_family_name(number: int, actor: Actor) -> Iterator[NameVariant]:
    """The family name alone, in each spelling and script in which it is listed, if it is rare."""
    listed = (Alias(actor.name), *(one for one in (*actor.aliases, *actor.native) if not one.case))
    for text in dict.fromkeys(filter(None, (rare_family_name(one.text, actor.order) for one in listed))):
        yield NameVariant(
            actor=number,
            text=text,
            name=parse_name(text),
            require=actor.require,
            contexts=tuple(dict.fromkeys(filter(None, (actor.require, actor.context)))),
            family_alone=True,
        )


def _romanisation_of(actor: Actor, name: Name, *, is_arabic: bool) -> Romanisation | None:
    """The romanisation of a listed name; that of syllables beside a name in Hangul is Korean."""
    if is_arabic:
        return ARABIC
    if actor.romanisation is None and actor.order == "family-first" and is_korean(name.words):
        return KOREAN
    if actor.romanisation is None and any(is_hangul(one.text) for one in actor.native):
        syllables = all(is_syllable(word) or word in KOREAN_FAMILY_NAMES for word in name.words)
        return KOREAN if syllables and len(name.words) > 1 else None
    return romanisation_named(actor.romanisation)


def _is_word_in_capitals(text: str, name: str) -> bool:
    """True for an acronym that is an ordinary word (WAVE), beside a name that is not all in capitals."""
    return text.isupper() and not name.isupper() and text.casefold() in COMMON_WORDS


def _nicknamed(number: int, actor: Actor) -> Iterator[NameVariant]:
    """Each nickname before the family name, which is its order in every language: "Danny Wang"."""
    if not actor.nicknames and not _MAY_BE_QUOTED.search(actor.name):
        return
    name = parse_name(actor.name)
    if name.full < _PAIR:
        return
    family = name.words[family_index(name, actor.order)]
    for nickname in dict.fromkeys((*actor.nicknames, *map(str.title, name.nicknames))):
        yield NameVariant(
            actor=number,
            text=f"{nickname} {family.title()}",
            name=parse_name(f"{nickname} {family}"),
            order="given-first",
            require=actor.require,
            contexts=tuple(filter(None, (actor.require, actor.context))),
            nickname=True,
        )


def _shortened(number: int, actor: Actor) -> Iterator[NameVariant]:
    """A company's name without what it is: the quoted part of «Steel Shield» Plant, the one word of Rosvektor JSC.

    Others have the same short name, so it is weak evidence; only the name in front of its acronym, as in "Baekdu
    Trading (BT)", is the whole name.
    """
    yield from _without_acronym(number, actor)
    listed = [alias.text for alias in (*actor.aliases, *actor.native) if alias.case is None]
    for text in shorter_company_names((actor.name, *listed)):
        yield NameVariant(
            actor=number,
            text=text,
            name=parse_name(text, person=False),
            person=False,
            require=actor.require,
            contexts=tuple(dict.fromkeys(filter(None, (actor.require, actor.context)))),
            weak=True,
        )


def _without_acronym(number: int, actor: Actor) -> Iterator[NameVariant]:
    """The name of a company without the acronym in brackets behind it, and the acronym in its capitals."""
    for alias in (Alias(actor.name), *actor.aliases):
        if alias.case is None and (found := _ACRONYM_BEHIND.fullmatch(alias.text)):
            for text, cased in ((found[1], None), (found[2], found[2])):
                yield NameVariant(
                    actor=number,
                    text=text,
                    name=parse_name(text, person=False),
                    person=False,
                    require=alias.require or actor.require,
                    contexts=tuple(dict.fromkeys(filter(None, (alias.require, actor.require, actor.context)))),
                    cased=cased,
                    weak=alias.weak or cased is not None,
                )
