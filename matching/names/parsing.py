"""Parsing of a listed name: the words that identify, those that may be missing, and the orders it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

from matching.names.transliteration import is_hangul, is_syllable
from matching.tables.common_names import COMMON_NAMES
from matching.tables.common_native_names import COMMON_NATIVE_NAMES
from matching.tables.legal_forms import LEGAL_FORMS
from matching.tables.name_parts import (
    ARABIC_DESCENT,
    BURMESE_TITLES,
    HAN_LEGAL_FORMS,
    HONORIFICS,
    NAMES_WHEN_FIRST,
    NEVER_WORDS,
    ORGANISATION_TYPES,
    PARTICLES,
    PARTICLES_OF_TWO_LETTERS,
    SHIP_PREFIXES,
    SUFFIXES,
)
from matching.text.folding import fold_words
from matching.text.scripts import starts_without_border

_NICKNAME = re.compile(
    r"""\s(?:["“”«»„(]\s*([^"“”«»„()]{1,40}?)\s*["“”«»)](?=\s|,|$)|['‘’](\w[\w .-]{0,30}\w)['’](?=\s+\w))"""
)
_ENDINGS = SUFFIXES | ORGANISATION_TYPES
_FORMS = LEGAL_FORMS | frozenset((word,) for word in ORGANISATION_TYPES)
_LONGEST_FORM = max(map(len, _FORMS))
_THE, _ROMANIAN = "the", "sc"  # Romanian companies are S.C. … S.R.L.
_OF = ("des", "du", "de", "d", "of", "for")
RUN_OF_INITIALS = re.compile(r"\b[B-DF-HJ-NP-TV-XZ]{2,3}\b(?=\s+\w{3})")
_PATRONYMIC = re.compile(
    r"..(?:[oe]vi(?:c|t)h|[oe]vna|ichna|[oe]vych|ivna|uly"
    r"|(?:ович|евич|иович|іиович)(?:|а|у|ем|ом|е|еві|ові|і)|(?:овн|евн|ічн|ичн|івн)(?:а|ы|е|у|ои|ою|и|і))$"
)
_NOT_ALWAYS_IDENTIFYING = frozenset().union(
    PARTICLES,
    *PARTICLES_OF_TWO_LETTERS,
    HONORIFICS,
    BURMESE_TITLES,
    SHIP_PREFIXES,
    _ENDINGS,
    NEVER_WORDS,
    *_FORMS,
    (form[place : place + 2] for form in ORGANISATION_TYPES for place in range(len(form) - 1)),  # Gm bH
    (*_OF, _THE, _ROMANIAN, "und"),
)
_COMMON_NATIVE_NAMES = frozenset(fold_words(COMMON_NATIVE_NAMES))
_FEW_CHARACTERS = 3
_ALSO_CONJUNCTIONS = frozenset({"e", "i", "y"})
_FEWEST_WITH_MIDDLE = 2  # words; a name with more may have a middle one
_SYLLABIC = re.compile("[가-힣ァ-ヺー]+")  # one letter of these is a syllable
_SAID_FIRST = """
    kim lee yi ri rhee pak park choe choi jong jung jeong chong kang jo cho yun yoon jang chang rim lim han o
    sin shin so seo kwon hwang an ahn song ryu hong jon jeon ko mun son yang pae paek ho nam sim ro ha kwak wang
    li zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo lin gao luo nguyen tran pham
"""
SAID_FIRST = frozenset(_SAID_FIRST.split())
"""Family names of Korea, China and Vietnam, where the family name comes first. Own collection."""
_OF_TWO_SYLLABLES = "namgung namkung seonu sonu sunwoo hwangbo jegal chegal dokgo sagong seomun dongbang"
KOREAN_OF_TWO_SYLLABLES = frozenset(_OF_TWO_SYLLABLES.split())
"""Korean family names of two syllables."""
_FURTHER_FAMILY_NAMES = """
    zheng xie tang cao deng xiao feng zeng cheng cai peng pan yuan yu dong su ye lu wei jiang tian du ding shen ren yao
    cui zhong tan jin shi liao fan fang kong bai xia qiu hou shao meng long wan duan qian dai lei hao chang yan mao
    ryom ryang cha sung ham bae ku goo koo yeom eom um chun cheon bang kong hyon hyun heo huh min pyo gil joo ju won tak
"""
EASTERN_FAMILY_NAMES = SAID_FIRST | frozenset(_FURTHER_FAMILY_NAMES.split())
"""The same and rarer ones of China and Korea, in whose scripts each of them has its own character or syllable."""
_VIETNAMESE = """
    nguyen tran le pham huynh hoang phan vu vo dang bui ngo duong dinh truong trinh doan luong mai
"""
VIETNAMESE = frozenset(_VIETNAMESE.split())
"""The most frequent family names of Vietnam (Lê Trung Hoa, "Họ và tên người Việt Nam", 2005), folded.

Those that are also Korean or Chinese (Do, Ho, Ly) are left out: there, three syllables reversed are another person.
"""


class Part(Enum):
    """The role of a word in a name."""

    NAME = "name"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"  # optional, but a different one means another person
    PARTICLE = "particle"  # optional, and identifies nobody
    TITLE = "title"  # the same, before or after the name


@dataclass(frozen=True)
class Name:
    """A name's folded words in the listed order, the role of each, and the nicknames that were inside it."""

    text: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    nicknames: tuple[str, ...] = ()

    @cached_property
    def named(self) -> tuple[int, ...]:
        """The indexes of the words that identify: all except initials, patronymics, particles and titles."""
        return tuple(index for index, part in enumerate(self.parts) if part is Part.NAME)

    @property
    def initials(self) -> bool:
        """True if some of the words are initials."""
        return Part.INITIAL in self.parts

    @cached_property
    def full(self) -> int:
        """The number of words that identify, which a full mention has."""
        return len(self.named)


def parse_name(text: str, *, person: bool = True) -> Name:
    """The parsed name. A person's "Family, Given" is turned round, and a quoted or bracketed nickname taken out."""
    nicknames = tuple(" ".join(fold_words(one or other)) for one, other in _NICKNAME.findall(text) if person)
    rest = _NICKNAME.sub(" ", text) if person else text
    family, comma, given = rest.partition(",")
    if person and comma and fold_words(given) and not set(fold_words(given)) <= _ENDINGS:
        rest = f"{given} {family}"
    words = fold_words(RUN_OF_INITIALS.sub(_spaced, rest) if person and not rest.isupper() else rest) or fold_words(
        text
    )
    return Name(text, words, parts_of(words, person=person), tuple(filter(None, nicknames)))


def _spaced(initials: re.Match[str]) -> str:
    return " ".join(initials.group())


def parts_of(words: tuple[str, ...], *, person: bool) -> tuple[Part, ...]:
    """The role of each word; where nothing would be left of the name ("Al-Amir"), every word is NAME."""
    parts = [_part(word, person=person) for word in words]
    if Part.NAME not in parts:
        return tuple(Part.NAME for _ in words)
    if words[0] in NAMES_WHEN_FIRST:
        parts[0] = Part.INITIAL if person and words[0] in _ALSO_CONJUNCTIONS and _has_two(parts) else Part.NAME
    if person and len(words) > _FEWEST_WITH_MIDDLE and words[1] in _ALSO_CONJUNCTIONS and parts[0] is Part.NAME:
        parts[1] = Part.INITIAL  # "and" joins two family names, and before the first of them is a given name
    for index in range(1, len(words) - 1) if person else ():
        if words[index] == "und" and parts[index - 1] is parts[index + 1] is Part.PARTICLE:
            parts[index] = Part.PARTICLE  # von und zu
    for index, pair in enumerate(pairwise(words)) if person else ():
        if pair in PARTICLES_OF_TWO_LETTERS:
            parts[index : index + 2] = [Part.PARTICLE, Part.PARTICLE]
    titles = (
        (*_trailing(words), *_leading(words, parts)) if person else (*_forms_of_things(words), *_leading(words, parts))
    )
    for index in titles:
        parts[index] = Part.TITLE
    for index in _patronymics(words) if person else ():
        parts[index] = Part.PATRONYMIC
    return tuple(parts) if Part.NAME in parts else tuple(Part.NAME for _ in words)


def _has_two(parts: list[Part]) -> bool:
    """True if two words identify."""
    return parts.count(Part.NAME) > 1


def _trailing(words: tuple[str, ...]) -> tuple[int, ...]:
    """The indexes of generational suffixes and legal forms at the end, and of legal forms in front; a word is left."""
    count = 0
    while count < len(words) - 1 and words[-1 - count] in _ENDINGS and len(words[-1 - count]) > 1:
        count += 1
    left = len(words) - count
    front = int((left > 2 and words[0] in ORGANISATION_TYPES) or (left > 1 and words[0] in NEVER_WORDS))
    return (*range(front), *range(len(words) - count, len(words)), *_han_legal_form(words))


def _forms_of_things(words: tuple[str, ...]) -> tuple[int, ...]:
    """The indexes of legal forms at the end (Ltd, d.o.o., S.A. de C.V.) and of what is in front; a word is left.

    In front are a ship's prefix (MV, M/T), an article, and legal forms: the East puts them there (OOO, Công ty TNHH). A
    single one that is also a word needs two words behind it.
    """
    end = len(words)
    while (count := _length_of_form(words[:end], at_end=True)) and count < end:
        end -= count
    start = next((count for count in (2, 1) if end > count and "".join(words[:count]) in SHIP_PREFIXES), 0)
    start = start or int(words[0] == _THE and len(words) > 2)
    while (count := _length_of_form(words[start:end], at_end=False)) and start + count < end:
        start += count
    if end < len(words) and words[start] == _ROMANIAN and end - start > 1:
        start += 1
    if start and words[start] in _OF and end - start > 2:  # Société anonyme des Mines
        start += 1
    return (*range(start), *range(end, len(words)), *_han_legal_form(words))


def _length_of_form(words: tuple[str, ...], *, at_end: bool) -> int:
    """The number of words of the legal form at the end or in front, 0 if there is none; a word of the name is left."""
    for count in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        form = words[-count:] if at_end else words[:count]
        if form in _FORMS and len("".join(form)) > 1 and (at_end or _may_be_in_front(form, len(words) - count)):
            return count
        if at_end and 1 < count < 5 and max(map(len, form)) < 3 and "".join(form) in ORGANISATION_TYPES:
            return count
    return 0


def _may_be_in_front(form: tuple[str, ...], left: int) -> bool:
    return len(form) > 1 or form[0] in NEVER_WORDS or left > 1


def _han_legal_form(words: tuple[str, ...]) -> range:
    """The indexes of a legal form in Han characters at the end or in front; two characters of the name are left."""
    for form in HAN_LEGAL_FORMS:
        if len(words) < len(form) + 2:
            continue
        if words[-len(form) :] == tuple(form):
            return range(len(words) - len(form), len(words))
        if words[: len(form)] == tuple(form):
            return range(len(form))
    return range(0)


def _leading(words: tuple[str, ...], parts: list[Part]) -> tuple[int, ...]:
    """The indexes of titles before a name; two words of it are left, because many titles are also names."""
    titles = [index for index, word in enumerate(words[:-1]) if word in HONORIFICS and parts[index] is Part.NAME]
    if titles[:1] == [1] and words[0] == _THE:
        titles.insert(0, 0)  # the Honourable
    if words[0] in BURMESE_TITLES and not all(map(is_syllable, words[1:])):
        titles = [0]
    return tuple(titles[: max(0, parts.count(Part.NAME) - 2)])


def _part(word: str, *, person: bool) -> Part:
    if not person:
        return Part.NAME
    if word in PARTICLES and word not in ARABIC_DESCENT:
        return Part.PARTICLE
    return Part.INITIAL if len(word) == 1 and word.isascii() else Part.NAME


def _patronymics(words: tuple[str, ...]) -> tuple[int, ...]:
    """The indexes of patronymics between a given and a family name."""
    return tuple(index for index in range(1, len(words) - 1) if is_patronymic(words[index]))


def is_patronymic(word: str) -> bool:
    """True if the word has the ending of a father's name."""
    return _PATRONYMIC.search(word) is not None


def orders(name: Name, order: str) -> tuple[tuple[int, ...], ...]:
    """The orders in which the name is written, as sequences of word indexes; the listed order first.

    The family name, with the particles before it, may move from the end to the front, and the first name to the end.
    Vietnamese names are reversed abroad: Đặng Hữu Quyền is Quyen Huu Dang. A double family name has either part first.
    """
    listed = tuple(range(len(name.words)))
    if name.full < 2:
        return (listed,)
    first, last = name.named[0], name.named[-1]
    start = last
    while start > first + 1 and name.parts[start - 1] is Part.PARTICLE:
        start -= 1
    behind = first + _hyphenated_words(name, first)
    cuts = [behind] if order == "family-first" else [start] if order == "given-first" else [behind, start]
    if name.full > 3:  # a family name of two words, as in Spanish or Vietnamese
        cuts += [name.named[1] + 1, name.named[-2]]
    turned = [(*listed[cut:], *listed[:cut]) for cut in cuts]
    if name.words[first] in VIETNAMESE and order != "given-first":
        turned.append(listed[::-1])
        turned.append((listed[-1], *listed[:-1]))
        turned.append((*listed[2:], *listed[1::-1]))
    if order != "family-first" and _has_double_family_name(name, start):
        turned.append((*listed[: last - 1], last, last - 1, *listed[last + 1 :]))
    return tuple(dict.fromkeys((listed, *turned)))


def _has_double_family_name(name: Name, start: int) -> bool:
    """True if the last two words are joined by a hyphen, and may be family names."""
    if name.full < 3 or start != name.named[-1] or name.text.split()[-1].count("-") != 1:
        return False
    parts = name.words[start - 1 : start + 1]
    return not all(part in COMMON_NAMES for part in parts) and not any(map(is_syllable, parts))


def _hyphenated_words(name: Name, first: int) -> int:
    """The number of words joined by hyphens at the front of a name: two of "Kovács-Magyar Andrea"."""
    hyphenated = fold_words(name.text.split()[0])
    count = len(hyphenated)
    return count if hyphenated == name.words[first : first + count] and count < name.full else 1


def family_index(name: Name, order: str) -> int:
    """The index of the family name, by which later sentences call the person."""
    if order == "given-first":
        return name.named[-1]
    if order == "family-first" or name.words[name.named[0]] in SAID_FIRST:
        return name.named[0]
    return name.named[-1]


def always_identifies(word: str) -> bool:
    """False for a folded word that is a particle, title, legal form, initial or patronymic of some names."""
    return len(word) > 1 and word not in _NOT_ALWAYS_IDENTIFYING and not is_patronymic(word)


def is_common(word: str) -> bool:
    """True for a folded word that is a common family or given name, in Latin letters or its own script."""
    return word in COMMON_NAMES or word in _COMMON_NATIVE_NAMES


def is_ambiguous(name: Name) -> bool:
    """True for a native name that is written like many others: one word, or up to three Hangul or Han characters."""
    words = [name.words[index] for index in name.named]
    short = len("".join(words)) <= _FEW_CHARACTERS
    return len(words) == 1 or (short and all(is_hangul(word) or starts_without_border(word) for word in words))


def rarity(word: str) -> float:
    """How much a word identifies, 0 to 1: short words and common names identify little."""
    if is_common(word):
        return 0.35
    length = len(word) * (1 if word.isascii() or not _SYLLABIC.fullmatch(word) else 2)
    return 0.5 if length <= 2 else 0.8 if length == 3 else 1.0
