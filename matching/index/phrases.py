"""The phrases by which a listed name is found word for word, and what a pattern of the scanner belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from core.records import MatchMethod
from matching.index.scanner import Phrase
from matching.index.variants.name_variant import NameVariant
from matching.names.kinds import turned_kind
from matching.names.parsing import Name, Part, parse_name
from matching.names.transliteration import is_hangul
from matching.names.written_numbers import with_other_numbers
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import SAINTS
from matching.tables.namesakes import SHIPS
from matching.tables.numerals import ARABIC_OF, ROMAN_OF
from matching.text.characters import APOSTROPHES
from matching.text.folding import fold_words
from matching.text.scripts import may_continue, starts_without_border

AND = ("and", "und", "et", "y", "e", "og", "och", "en", "i", "и")
_ANY_SIGN, _BEFORE_NO_COMPANY = re.compile("&"), re.compile(r"&(?!\s*Co\b)")  # "& Co." may belong to the legal form
_POSSESSIVE = re.compile(rf"[{''.join(APOSTROPHES)}]s(?=\s)", re.IGNORECASE)  # "Tim's Foods" is also "Tims Foods"
_STOPPED = re.compile(r"(?<=\b[A-Z])\.\s?(?=[A-Z]\b)|(?<=\b[A-Z])\.(?=\s+\w\w)")
_SIGN = "[a-z0-9а-яіα-ω]"
_CITY, _LONGEST_CITY = "市省", 4  # a Chinese company's name may be without the word city or province behind its place
_NUMBER = ("no", "nr", "number")
_NUMBERED = 3  # words of a name that a number and one word do not make
_LETTERS = re.compile(rf"(?<!\S){_SIGN}(?: {_SIGN})+(?!\S)")  # single letters and figures in a row
_ACRONYM = re.compile(r"(?<!\w)[^\W\d_a-z]{2,6}(?!\w)")
_KOREAN_NAME = re.compile("[가-힣]{2,5}")
_NORTH, _SOUTH = "리류림량려련렴로라", "이유임양여연염노나"
_TO_SOUTH, _TO_NORTH = str.maketrans(_NORTH, _SOUTH), str.maketrans(_SOUTH, _NORTH)
_TWO_SYLLABLES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
MAC = re.compile(r"\b(?:Ma?c|MC) ?(?=[A-Z])")
"""The beginning of a Gaelic family name; in a line of capitals "MACHADO" is none."""
METHODS = (
    MatchMethod.EXACT,
    MatchMethod.NATIVE,
    MatchMethod.TERM,
    MatchMethod.IDENTIFIER,
    MatchMethod.NICKNAME,
)
"""The methods by which a phrase is found; the index stores their positions here."""


class PatternTarget(NamedTuple):
    """What a pattern belongs to, by its number: by `method` a rule's atom, an identifier, or else a name variant."""

    method: MatchMethod
    number: int


def variant_phrases(variant: NameVariant) -> Iterator[tuple[Phrase, MatchMethod]]:
    """The phrases of a name, each with its method."""
    if variant.nickname:
        yield _phrase(variant, variant.name.words), MatchMethod.NICKNAME
        return
    yield _phrase(variant, variant.name.words), MatchMethod.NATIVE if variant.native else MatchMethod.EXACT
    for words in _in_hangul(variant.name.words) if variant.native else ():
        yield _phrase(variant, words), MatchMethod.NATIVE
    for indexes in without_titles(variant.name):
        yield _phrase(variant, _chosen(variant.name, indexes)), MatchMethod.EXACT
    if (plain := _POSSESSIVE.sub("s", variant.text)) != variant.text:
        yield _phrase(variant, parse_name(plain, person=variant.person).words), MatchMethod.EXACT
    for words in _respelt(variant) if variant.person and variant.cased is None else ():
        yield _phrase(variant, words), MatchMethod.EXACT
    for words in () if variant.person else _other_words(variant):
        if words != variant.name.words:
            yield _phrase(variant, words), MatchMethod.EXACT
    for name in () if variant.person else (*_conjoined(variant), *_renumbered(variant)):
        for words in (name.words, *(_chosen(name, indexes) for indexes in without_titles(name))):
            yield _phrase(variant, words), MatchMethod.EXACT


def _respelt(variant: NameVariant) -> Iterator[tuple[str, ...]]:
    """A person's name with the "son of" in a Gaelic name as Mc and Mac, with and without a space, and as M'."""
    for written in ("Mc", "Mac", "Mc ", "Mac ", "M'") if MAC.search(variant.text) else ():
        words = parse_name(MAC.sub(written, variant.text)).words
        if words != variant.name.words:
            yield words


def _other_words(variant: NameVariant) -> Iterator[tuple[str, ...]]:
    yield from _respelt_acronyms(variant.name, variant.text)
    yield from _behind_its_kind(variant)
    yield from filter(None, (turned_kind(variant.name),))
    words = variant.name.words
    if not SAINTS.isdisjoint(words):
        yield from (tuple(saint if word in SAINTS else word for word in words) for saint in ("st", "saint"))
    if any(sign in words[:_LONGEST_CITY] for sign in _CITY):
        yield tuple(word for place, word in enumerate(words) if word not in _CITY or place >= _LONGEST_CITY)


def _behind_its_kind(variant: NameVariant) -> Iterator[tuple[str, ...]]:
    """A ship's name that is one ordinary word, without its prefix but behind its kind: "the tanker Liberty"."""
    name = variant.name
    if variant.vessel and name.full == 1 < len(name.words) and name.words[-1] in COMMON_WORDS:
        yield from ((kind, name.words[-1]) for kind in sorted(SHIPS))


def _conjoined(variant: NameVariant) -> Iterator[Name]:
    """A company's name with another word or sign for "and": "Marks & Levinson", "Marks and Levinson"."""
    if "&" in variant.text:
        closed = _STOPPED.sub("", variant.text)  # A. K. Roe & Sons: AK Roe and Sons
        signs = (_ANY_SIGN, _BEFORE_NO_COMPANY)
        for word in AND:
            texts = (sign.sub(f" {word} ", text) for text in dict.fromkeys((variant.text, closed)) for sign in signs)
            yield from (parse_name(text, person=False) for text in dict.fromkeys(texts) if text != variant.text)
    elif not set(AND).isdisjoint(variant.name.words[1:-1]):
        yield parse_name(" ".join(word for word in variant.text.split() if word.lower() not in AND), person=False)


def _respelt_acronyms(name: Name, text: str) -> Iterator[tuple[str, ...]]:
    """The words with each acronym joined or divided: "U.S.K. Petrolux" is "USK Petrolux", "STRZ" is "S.T.R.Z."."""
    joined = " ".join(name.words)
    if has_letters(name.words):
        closed = _LETTERS.sub(lambda run: run[0].replace(" ", ""), joined)
        yield tuple(closed.split())
    capitals = {"".join(fold_words(word)) for word in _ACRONYM.findall(text)}
    if not text.isupper() or len(name.words) == 1:
        spaced = " ".join(" ".join(word) if word in capitals else word for word in name.words)
        yield tuple(spaced.split())


def is_acronym(text: str) -> bool:
    """True for two to six capitals, which are also written with full stops: D.P.R.K."""
    return _ACRONYM.fullmatch(text) is not None


def has_letters(words: Sequence[str]) -> bool:
    """True for two single letters or figures in a row, which are also written as one: U.S. Petrolux."""
    return _LETTERS.search(" ".join(words)) is not None


def _in_hangul(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A Korean name with its first syllable as the other state writes it, and with a space behind the family name.

    A foreign name of several words is also written as one.
    The South drops an initial r, and an n before i and y, which the North keeps: 리 and 이, 류 and 유.
    """
    if len(words) > 1 and all(map(is_hangul, words)):
        yield ("".join(words),)
    if len(words) != 1 or not _KOREAN_NAME.fullmatch(words[0]):
        return
    first, rest = words[0][0], words[0][1:]
    for one in dict.fromkeys((first, first.translate(_TO_SOUTH), first.translate(_TO_NORTH))):
        whole = one + rest
        if one != first:
            yield (whole,)
        cut = 2 if whole[:2] in _TWO_SYLLABLES and len(whole) > 2 else 1
        yield whole[:cut], whole[cut:]


def _renumbered(variant: NameVariant) -> Iterator[Name]:
    """A thing's name with Roman numerals for figures or the reverse, and with No. before a figure or without it.

    So Sea Pearl 2 is Sea Pearl II, and Factory 47 is Factory No. 47. Of a Roman I only the last word of a ship's name
    is a numeral.
    """
    name = variant.name
    first = {"1": "i", "i": "1"} if variant.vessel else {}
    for digits in (ARABIC_OF, ROMAN_OF, first):
        ends = len(name.words) - 1
        words = tuple(
            digits.get(word, word) if place and (digits is not first or place == ends) else word
            for place, word in enumerate(name.words)
        )
        if words != name.words:
            yield replace(name, words=words)
    for words in (*with_other_numbers(name.words), *_with_number_elsewhere(name.words)):
        yield parse_name(" ".join(words), person=False)
    if len(name.words) > 1 and name.words[-1].isdecimal():
        numbered = name.words[-2] in _NUMBER
        words = (*name.words[:-2], name.words[-1]) if numbered else (*name.words[:-1], "no", name.words[-1])
        if len(words) > 1:
            yield parse_name(" ".join(words), person=False)


def _with_number_elsewhere(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name whose number is in front with the number behind, and the reverse: No. 4 Machine Plant."""
    if len(words) <= _NUMBERED:
        return
    if words[0] in _NUMBER and words[1].isdecimal():
        yield from ((*words[2:], *words[:2]), (*words[2:], words[1]))
    elif words[-2] in _NUMBER and words[-1].isdecimal():
        yield (*words[-2:], *words[:-2])


def _phrase(variant: NameVariant, words: Sequence[str]) -> Phrase:
    text = " ".join(words)
    return Phrase(text, open_start=starts_without_border(variant.text), open_end=may_continue(variant.text))


def without_titles(name: Name) -> Iterator[tuple[int, ...]]:
    """The name without titles, suffixes and legal forms, as indexes of its words; never one word alone.

    Those at the end are also left out one by one, from the last, and an article in front alone: "Garrowby Group".
    """
    titles = [part is Part.TITLE for part in name.parts]
    if name.full > 1 and any(titles):
        yield tuple(index for index, title in enumerate(titles) if not title)
    if len(titles) > 2 and titles[0] and name.words[0] == "the":
        yield tuple(range(1, len(titles)))
    start = int(titles[:1] == [True] and name.words[0] == "the")
    for end in range(len(titles) - 1, 1 + start, -1):
        if not titles[end]:
            return
        yield tuple(range(end))
        if start:
            yield tuple(range(start, end))


def _chosen(name: Name, indexes: Iterable[int]) -> tuple[str, ...]:
    return tuple(name.words[index] for index in indexes)
