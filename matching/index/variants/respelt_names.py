"""Other spellings of a listed name: of other languages, of other romanisations, of passports and of newspapers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from matching.index.variants.name_variant import NameVariant
from matching.names.compounds import MUHAMMAD, with_given_kunya, written_apart
from matching.names.cut_names import with_full_names
from matching.names.czech_and_polish import chinese_in_czech, korean_in_czech_and_polish
from matching.names.iberian import shorter_form, without_maria
from matching.names.parsing import (
    EASTERN_FAMILY_NAMES,
    KOREAN_OF_TWO_SYLLABLES,
    SAID_FIRST,
    Part,
    is_common,
    is_patronymic,
    parse_name,
    rarity,
)
from matching.names.passport_letters import as_in_passports, has_passport_letters, has_pinyin_u, with_pinyin_u_respelt
from matching.names.romanisations import ARABIC, KOREAN
from matching.names.rulers import ruler_spellings
from matching.names.similarity import is_abd
from matching.names.transliteration import is_hangul, is_syllable, latinise
from matching.names.wade_giles import is_mandarin, other_romanisations
from matching.names.written_numbers import GLUED_FIGURES, has_glued_figures
from matching.tables.joined_words import is_joined_behind
from matching.tables.name_parts import ARABIC_DESCENT, CHILD_BEHIND
from matching.text.folding import fold_words
from matching.watchlist.model import Actor, Alias

KOREAN_FAMILY_NAMES = SAID_FIRST | KOREAN_OF_TWO_SYLLABLES
_KOREAN_ONLY = "moon gu baek paik byun pyon yeo chu seong seok seol yoo oh noh shim maeng geum"
_FAMILY_NAMES = EASTERN_FAMILY_NAMES | KOREAN_OF_TWO_SYLLABLES | frozenset(_KOREAN_ONLY.split())
_FAMILY_BY_KEY = {KOREAN.key(family): family for family in sorted(KOREAN_FAMILY_NAMES)}
_EASTERN_WORDS = (2, 3)
_ASPIRATED = re.compile("(?<=^[tp])h")  # as the North marks it: Thae, Phyo
_OF_SYLLABLES = 3  # words of a Korean name: family name and two syllables
_ARABIC_ARTICLE = re.compile(r"^ال(?=[\u0621-\u064a]{3})")
_ABD = re.compile(r"\bعبد (?:ال)?(?=\w)")
_DOUBLE = re.compile(r"(?!\d|[a-z])[^\W_]{3,}[-‐‑](?!\d|[a-z])[^\W_]{3,}")
_ONE_VOWEL = {"o": "oh", "u": "woo"}
_PAIR = 2  # words of a name that has a family name
_WITH_PATRONYMIC = 3  # words: family name, given name and patronymic
_LIKE_PATRONYMIC = re.compile(
    r"..(?:[aeo]vi[ct]h|[aeo]vych|[oei]vna|[aeio]una|ichna|[ое]вич|[оеі]вна|[аое]ўна|[ае]віч)$"
)  # Belarusian too
_MOST_SPELT_OUT = 3  # words with letters that passports spell out, each with and without


def respelt_variants(variant: NameVariant, actor: Actor) -> Iterator[NameVariant]:
    """The other spellings of a variant of the actor, in a fixed order; for one that is not listed in one case only."""
    if variant.person and any(map(is_divided_in_latin, variant.name.words)) and not _is_in_latin(actor):
        yield from _for_latin_texts(variant)
    if variant.person:
        yield from _with_patronymic_behind(variant)
    if has_passport_letters(variant.text):
        yield from _spelt_out(variant)
    if not variant.person and has_glued_figures(variant.text):
        yield replace(variant, name=parse_name(GLUED_FIGURES.sub(" ", variant.text), person=False))
    if variant.person and not variant.native:
        yield from _written_apart(variant)
        yield from _without_muhammad(variant)
        yield from _with_pinyin_u(variant)
        yield from _with_one_family_name(variant)
        yield from _with_half_of_family_name(variant)
        yield from _in_other_romanisation(variant)
        yield from _in_czech_and_polish(variant)
        yield from _as_ruler(variant, actor)
        yield from _with_korean_vowel_spelt_out(variant)
        yield from _with_given_name_in_full(variant)


def _is_in_latin(actor: Actor) -> bool:
    return any(word.isascii() for one in (Alias(actor.name), *actor.aliases) for word in fold_words(one.text))


def is_divided_in_latin(word: str) -> bool:
    """True for a folded word in Arabic or Hangul that texts in Latin letters may divide: المطرودي is al-Matroudi."""
    return is_hangul(word) or _ARABIC_ARTICLE.match(word) is not None or word == "عبد" or word in ARABIC_DESCENT


def _for_latin_texts(variant: NameVariant) -> Iterator[NameVariant]:
    """A name that is listed only in Arabic or Hangul, divided as in Latin letters."""
    words = variant.name.words
    if len(words) == 1 and is_hangul(words[0]):
        yield from _syllable_by_syllable(variant, words[0])
    apart = _ABD.sub("عبد", " ".join(_ARABIC_ARTICLE.sub("", word) for word in words))
    name = parse_name(apart)
    parts = tuple(
        Part.PARTICLE if word in ARABIC_DESCENT else part for word, part in zip(name.words, name.parts, strict=True)
    )
    if apart != " ".join(words) or parts != name.parts:
        yield replace(variant, name=replace(name, parts=parts), native=False, respelt=True)


def _syllable_by_syllable(variant: NameVariant, word: str) -> Iterator[NameVariant]:
    """A Korean name of three or four syllables, in Latin letters: 김광혁 is Kim Kwang Hyok in all romanisations."""
    for length in (1, 2):
        key, given = "".join(KOREAN.key(latinise(syllable)) for syllable in word[:length]), word[length:]
        family = _FAMILY_BY_KEY.get(key)
        if family is not None and len(given) == _PAIR:
            name = parse_name(" ".join((family, *map(latinise, given))))
            yield replace(variant, name=name, order="family-first", romanisation=KOREAN, native=False, respelt=True)


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


def _with_patronymic_behind(variant: NameVariant) -> Iterator[NameVariant]:
    """A name in the order of registers from Minsk to Tashkent: family name, given name, patronymic.

    Newspapers leave the patronymic out: Zheltoukhov Grigory Anatolyevich is Grigory Zheltoukhov. A last word in -ovich
    is a family name behind two given names, so the first word must be none of those, or behind a given name and a
    patronymic, so the middle one must be none: Natallia Uladzimirauna Petkevich.
    """
    parts = variant.name.parts
    words = variant.name.words
    end = len(parts) - (parts[-1:] == (Part.PARTICLE,) and words[-1] in CHILD_BEHIND)
    if variant.order == "given-first" or "," in variant.text or parts[:end] != (Part.NAME,) * _WITH_PATRONYMIC:
        return
    if _LIKE_PATRONYMIC.search(words[1]) is not None:
        return
    if end < len(parts) or (is_patronymic(words[-1]) and not is_common(words[0]) and rarity(words[0]) == 1.0):
        name = replace(variant.name, parts=(*parts[: end - 1], Part.PATRONYMIC, *parts[end:]))
        yield replace(variant, name=name, order="family-first")


def _without_muhammad(variant: NameVariant) -> Iterator[NameVariant]:
    """A name that begins with Muhammad and another given name without the first; others have it so, thus it is weak."""
    words = variant.name.words
    if variant.name.full > _PAIR and words[0] in MUHAMMAD and rarity(words[variant.name.named[-1]]) == 1.0:
        text = " ".join(words[1:]).title()
        yield replace(variant, text=text, name=parse_name(text), weak=True)


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
    if len(words) not in _EASTERN_WORDS or words[0] not in _FAMILY_NAMES:
        return
    spellings = korean_in_czech_and_polish if variant.romanisation is KOREAN or is_korean(words) else chinese_in_czech
    for text in spellings(words):
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
    """True for two capitalised words with a hyphen that are no syllables: Kammerhuber-Vogt, not Chol-un, Abd-Rabbo.

    Nor is one half a Persian name without the suffix: Rostami-nejad.
    """
    found = _DOUBLE.fullmatch(piece)
    words = fold_words(piece)
    return found is not None and not any(is_syllable(one) or is_abd(one) or is_joined_behind(one) for one in words)


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


def is_korean(words: tuple[str, ...]) -> bool:
    """True for a Korean family name and two syllables, one of which is none of Chinese: Paek Myong-rim."""
    if len(words) != _OF_SYLLABLES or words[0] not in _FAMILY_NAMES:
        return False
    syllables = [_ASPIRATED.sub("", word) for word in words[1:]]
    return all(map(is_syllable, syllables)) and not all(map(is_mandarin, words[1:]))
