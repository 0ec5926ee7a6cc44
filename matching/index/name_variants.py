"""Name variants of an actor: its name, aliases and native spellings, and what follows from nicknames and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from matching.names.company_names import shorter_company_names
from matching.names.compounds import has_compound, with_given_kunya, written_apart
from matching.names.cut_names import with_full_names
from matching.names.czech_and_polish import chinese_in_czech, korean_in_czech_and_polish
from matching.names.family_names import rare_family_name
from matching.names.iberian import shorter_form, without_maria
from matching.names.parsing import (
    EASTERN_FAMILY_NAMES,
    KOREAN_OF_TWO_SYLLABLES,
    SAID_FIRST,
    Name,
    family_index,
    is_common,
    orders,
    parse_name,
    rarity,
)
from matching.names.passport_letters import as_in_passports, has_passport_letters, has_pinyin_u, with_pinyin_u_respelt
from matching.names.romanisations import ARABIC, KOREAN, Romanisation, romanisation_named
from matching.names.rulers import ruler_spellings
from matching.names.similarity import is_abd
from matching.names.transliteration import is_hangul, is_syllable, latinise
from matching.names.wade_giles import is_mandarin, other_romanisations
from matching.tables.common_words import COMMON_WORDS
from matching.tables.ordinary_words import ORDINARY_WORDS
from matching.text.folding import fold_words
from matching.text.scripts import starts_without_border
from matching.watchlist.model import Actor, Alias

_ACRONYM_BEHIND = re.compile(r"(.*\w.*?)\s*\(([A-Z]{2,10})\)\s*")
_EASTERN_WORDS = (2, 3)
_KOREAN_FAMILY = SAID_FIRST | KOREAN_OF_TWO_SYLLABLES
_KOREAN_FAMILY_BY_KEY = {KOREAN.key(family): family for family in sorted(_KOREAN_FAMILY)}
_MAY_BE_QUOTED = re.compile(r"""[\s(]["'“”‘’«„(]""")
_ASPIRATED = re.compile("(?<=^[tp])h")  # as the North marks it: Thae, Phyo
_OF_SYLLABLES = 3  # words of a Korean name: family name and two syllables
_ARABIC_ARTICLE = re.compile(r"^ال(?=[\u0621-\u064a]{3})")
_ABD = re.compile(r"\bعبد (?:ال)?(?=\w)")
_DOUBLE = re.compile(r"(?!\d|[a-z])[^\W_]{3,}[-‐‑](?!\d|[a-z])[^\W_]{3,}")
_ONE_VOWEL = {"o": "oh", "u": "woo"}
_PAIR = 2  # words of a name that has a family name
_MOST_SPELT_OUT = 3  # words with letters that passports spell out, each with and without


@dataclass(frozen=True, slots=True)
class NameVariant:
    """One spelling of the name of actor number `actor`.

    `require` is the context without which it is no evidence; any of `contexts` supports it. `cased` is the text in the
    only case in which it counts, None if any case does. A variant that is `weak`, `native` or has a `nickname` for the
    given names never alerts alone; of the family name alone (`family_alone`) only a context makes an alert. One that is
    `respelt` is listed in another script only: it is worth no more than a transliteration. One that is `latin_only` is
    the spelling of a press, and is not heard in other scripts.
    """

    actor: int
    text: str
    name: Name
    order: str = "unknown"
    person: bool = True
    romanisation: Romanisation | None = None
    require: str | None = None
    contexts: tuple[str, ...] = ()
    cased: str | None = None
    weak: bool = False
    native: bool = False
    nickname: bool = False
    vessel: bool = False
    family_alone: bool = False
    respelt: bool = False
    latin_only: bool = False

    @property
    def is_ordinary_word(self) -> bool:
        """True if the whole name is one ordinary word of English: Victory, Crown."""
        return self.name.full == 1 and self.name.words[self.name.named[0]] in ORDINARY_WORDS

    @property
    def is_met_in_cases(self) -> bool:
        """True for one word that is also met in a grammatical case: a family name, a company's name in Cyrillic."""
        return self.family_alone or (self.weak and not self.person and not self.name.words[0].isascii())

    @property
    def orders(self) -> tuple[tuple[int, ...], ...]:
        """The orders in which the words of the name may be written, as indexes."""
        if not self.person or self.cased is not None:
            return (tuple(range(len(self.name.words))),)
        return orders(self.name, self.order)

    @property
    def is_alphabetic(self) -> bool:
        """True if the name is also looked for with differences: no nickname, no fixed case, not only Han characters."""
        return not self.nickname and self.cased is None and not all(map(is_character, self.name.words))

    @property
    def family(self) -> str:
        """The folded family name, by which later sentences name the person."""
        return self.name.words[family_index(self.name, self.order)]


def is_character(word: str) -> bool:
    """True for a folded word that is one character of a script without word borders, such as Han."""
    return len(word) == 1 and starts_without_border(word)


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
        if person and alias.case is None and any(map(is_divided_in_latin, name.words)) and not _is_in_latin(actor):
            yield from _for_latin_texts(variant)
        if alias.case is None and has_passport_letters(alias.text):
            yield from _spelt_out(variant)
        if person and not native and alias.case is None:
            yield from _written_apart(variant)
            yield from _with_pinyin_u(variant)
            yield from _with_one_family_name(variant)
            yield from _with_half_of_family_name(variant)
            yield from _in_other_romanisation(variant)
            yield from _in_czech_and_polish(variant)
            yield from _as_ruler(variant, actor)
            yield from _with_korean_vowel_spelt_out(variant)
            yield from _with_given_name_in_full(variant)
    yield from _nicknamed(number, actor) if person else _shortened(number, actor)
    if person and (family_alone if actor.family_name_alone is None else actor.family_name_alone):
        yield from _by_family_name(number, actor)


def _is_in_latin(actor: Actor) -> bool:
    return any(word.isascii() for one in (Alias(actor.name), *actor.aliases) for word in fold_words(one.text))


def is_divided_in_latin(word: str) -> bool:
    """True for a folded word in Arabic or Hangul that texts in Latin letters may divide: المطرودي is al-Matroudi."""
    return is_hangul(word) or _ARABIC_ARTICLE.match(word) is not None or word == "عبد"


def _for_latin_texts(variant: NameVariant) -> Iterator[NameVariant]:
    """A name that is listed only in Arabic or Hangul, divided as in Latin letters."""
    words = variant.name.words
    if len(words) == 1 and is_hangul(words[0]):
        yield from _syllable_by_syllable(variant, words[0])
    apart = _ABD.sub("عبد", " ".join(_ARABIC_ARTICLE.sub("", word) for word in words))
    if apart != " ".join(words):
        yield replace(variant, name=parse_name(apart), native=False, respelt=True)


def _syllable_by_syllable(variant: NameVariant, word: str) -> Iterator[NameVariant]:
    """A Korean name of three or four syllables, in Latin letters: 김광혁 is Kim Kwang Hyok in all romanisations."""
    for length in (1, 2):
        key, given = "".join(KOREAN.key(latinise(syllable)) for syllable in word[:length]), word[length:]
        family = _KOREAN_FAMILY_BY_KEY.get(key)
        if family is not None and len(given) == _PAIR:
            name = parse_name(" ".join((family, *map(latinise, given))))
            yield replace(variant, name=name, order="family-first", romanisation=KOREAN, native=False, respelt=True)


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
    if actor.romanisation is None and actor.order == "family-first" and _is_korean(name.words):
        return KOREAN
    if actor.romanisation is None and any(is_hangul(one.text) for one in actor.native):
        syllables = all(is_syllable(word) or word in _KOREAN_FAMILY for word in name.words)
        return KOREAN if syllables and len(name.words) > 1 else None
    return romanisation_named(actor.romanisation)


def _is_korean(words: tuple[str, ...]) -> bool:
    """True for a Korean family name and two syllables, one of which is none of Chinese: Paek Myong-rim."""
    if len(words) != _OF_SYLLABLES or words[0] not in EASTERN_FAMILY_NAMES | KOREAN_OF_TWO_SYLLABLES:
        return False
    syllables = [_ASPIRATED.sub("", word) for word in words[1:]]
    return all(map(is_syllable, syllables)) and not all(map(is_mandarin, words[1:]))


def _is_word_in_capitals(text: str, name: str) -> bool:
    """True for an acronym that is an ordinary word (WAVE), beside a name that is not all in capitals."""
    return text.isupper() and not name.isupper() and text.casefold() in COMMON_WORDS


def _written_apart(variant: NameVariant) -> Iterator[NameVariant]:
    """The name with its Arabic compounds in two words, Abd al-Kader for Abdelkader, and Abu Bakr in one."""
    words = written_apart(variant.name.words)
    if words is not None:
        text = " ".join(words).title()
        yield replace(variant, text=text, name=parse_name(text), romanisation=ARABIC)
    if variant.romanisation is ARABIC and any("th" in word for word in variant.name.words):
        text = variant.text.replace("th", "s").replace("Th", "S")  # Persia and India: Ghiyasuddin
        yield replace(variant, text=text, name=parse_name(text))
    words = with_given_kunya(variant.name.words)
    if words is not None:
        yield replace(variant, name=parse_name(" ".join(words).title()))


def _as_ruler(variant: NameVariant, actor: Actor) -> Iterator[NameVariant]:
    """A sovereign, pope or saint in the forms of other languages that are not listed: Benedykt XVI for Benedict XVI."""
    for text in ruler_spellings(variant.text):
        if all(text.casefold() != native.text.casefold() for native in actor.native):
            yield replace(variant, text=text, name=parse_name(text), cased=text, weak=True)


def _with_pinyin_u(variant: NameVariant) -> Iterator[NameVariant]:
    """The name with another spelling of a Chinese ü; it is the listed name."""
    for text in with_pinyin_u_respelt(variant.text) if has_pinyin_u(variant.text) else ():
        name = parse_name(text)
        if name.words != variant.name.words:
            yield replace(variant, name=name)


def _spelt_out(variant: NameVariant) -> Iterator[NameVariant]:
    """The name as in passports, in all words and in some: Juergen Koessler, Jürgen Koessler; it is the listed name."""
    pieces = [dict.fromkeys((as_in_passports(piece), piece)) for piece in variant.text.split()]
    if sum(len(one) > 1 for one in pieces) > _MOST_SPELT_OUT:
        pieces = [dict.fromkeys([next(iter(one))]) for one in pieces]
    for chosen in product(*pieces):
        name = parse_name(" ".join(chosen), person=variant.person)
        if name.words != variant.name.words:
            yield replace(variant, name=name)


def _in_other_romanisation(variant: NameVariant) -> Iterator[NameVariant]:
    """A Chinese name in Wade-Giles for Pinyin or the reverse; one spelling may be several people's, so it is weak."""
    if variant.order != "family-first" or variant.romanisation is not None:
        return
    for text in other_romanisations(variant.name.words):
        yield replace(variant, text=text, name=parse_name(text), weak=True)


def _in_czech_and_polish(variant: NameVariant) -> Iterator[NameVariant]:
    """A Chinese or Korean name as these two languages spell it; letters that stand for several make it weak."""
    words = variant.name.words
    if "," in variant.text:  # "Jang, Song Chol", parsed with the family name at the end
        words = (*words[-1:], *words[:-1])
    if len(words) not in _EASTERN_WORDS or words[0] not in EASTERN_FAMILY_NAMES | KOREAN_OF_TWO_SYLLABLES:
        return
    is_korean = variant.romanisation is KOREAN or _is_korean(words)
    for text in korean_in_czech_and_polish(words) if is_korean else chinese_in_czech(words):
        name = parse_name(text)
        yield replace(
            variant, text=text, name=name, order="family-first", romanisation=None, weak=True, latin_only=True
        )


def _with_given_name_in_full(variant: NameVariant) -> Iterator[NameVariant]:
    """A name whose given name is cut with each that it may be; it may be another, so that is weak evidence."""
    for text in with_full_names(variant.text):
        yield replace(variant, text=text, name=parse_name(text), weak=True)


def _with_korean_vowel_spelt_out(variant: NameVariant) -> Iterator[NameVariant]:
    """A Korean family name of one vowel as the South has it, Oh for O and Woo for U: one letter would be an initial."""
    spelt = _ONE_VOWEL.get(variant.name.words[0]) if variant.romanisation is KOREAN else None
    if spelt:
        yield replace(variant, name=parse_name(" ".join((spelt, *variant.name.words[1:]))))


def _with_half_of_family_name(variant: NameVariant) -> Iterator[NameVariant]:
    """A name with either half of its double family name, if that half is rare; it is weak evidence."""
    pieces = variant.text.split()
    if variant.order == "family-first" or len(pieces) < _PAIR or not is_double_family_name(pieces[-1]):
        return
    for half in re.split("[-‐‑]", pieces[-1]):
        if rarity("".join(fold_words(half))) == 1.0:
            text = " ".join((*pieces[:-1], half))
            yield replace(variant, text=text, name=parse_name(text), order="given-first", weak=True)


def is_double_family_name(piece: str) -> bool:
    """True for two capitalised words with a hyphen that are no syllables: Kammerhuber-Vogt, not Chol-un, Abd-Rabbo."""
    found = _DOUBLE.fullmatch(piece)
    return found is not None and not any(is_syllable(word) or is_abd(word) for word in fold_words(piece))


def _with_one_family_name(variant: NameVariant) -> Iterator[NameVariant]:
    """A Spanish or Portuguese name as newspapers print it; others share the shorter name, so it is weak evidence.

    A family name that thousands bear is evidence only behind two given names, or where the actor has a context.
    """
    shorter = shorter_form(variant.name)
    if shorter is None:
        return
    words = variant.name.words
    forms = [shorter.with_both]
    if variant.contexts or not is_common(words[shorter.family]):
        forms = [shorter.words]
    chosen = [tuple(words[index] for index in form) for form in forms if form]
    if shorter.with_both and forms == [shorter.words]:
        given = words[shorter.with_both[1]]
        chosen.append((chosen[0][0], given[0], *chosen[0][1:]))  # José A. Roe
    if called := without_maria(words):
        chosen += [(*called, words[shorter.family])]
    for form in dict.fromkeys(chosen):
        text = " ".join(form).title()
        yield replace(variant, text=text, name=parse_name(text), order="given-first", weak=True)


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
