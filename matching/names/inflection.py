"""Names in grammatical cases: "Аркадия Жильцовского", "Ramzanem Gorčakovem", "Σταύρου Παπαδήμου".

A written word is a listed one inflected if both have a stem in common and their endings belong to one declension.
Stems are compared in Latin letters, so that a name listed in transcription is found inflected in its own script. All
words are folded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from matching.names.parsing import EASTERN_FAMILY_NAMES
from matching.names.transliteration import is_syllable, latinise
from matching.tables.case_endings import CASE_ENDINGS
from matching.tables.common_names import COMMON_NAMES
from matching.text.folding import fold_words

_SHORTEST_STEM = 4  # letters; one less in other scripts than Latin, and before a long ending: Mar-ek
_LONG_ENDING = 2  # letters
_SHORT_NAME = 3  # letters of a name that is met whole before a Slavic ending: Jan-a, Ted-em, Joe-go
_CASE_OF_SHORT = re.compile("...(?:a|u|i|o|em|om|im|am|ie|iem|owi|ovi|ui|ja|ju|jem|jom|ji)|..e(?:go|mu|m)")
_IN_O = "o"  # Ivo, whose cases are those of a woman or of a man: Ivy, Ivu, Iva
_BALTIC = ("is", "as")  # Jān-is, Jon-as
_OF_SHORT_NAMES = len(CASE_ENDINGS)  # their declension has no row in the table
_SHORT_WOMANS = re.compile("(..|...)(?:y|i|u|e|o|ou|ej|oj|os|ai|a(?<=^...))")  # Ev-y, Dud-y, Asi-e
_OF_SHORT_IN_A = _OF_SHORT_NAMES + 1
_VOWELS = frozenset("aeiouyаеиоуыэюяіїєαεηιουωაეიოუ")


_LATIN_BASES = tuple(
    (re.compile(f"(?<=...)(?:{endings})$"), bases)
    for endings, bases in (
        ("iem|em|om|owi|ovi", ("", "o")),  # Schröder-em, Porošenk-em
        ("(?<=j)(?:a|e|u|em|om|i|owi|ovi)", ("",)),  # Siergiej-a, Dmitrij-em
        ("ego|eho|ega|emu|im|ym", ("y",)),  # Nawaln-ego
        ("(?<=k)(?:i|a|u|e|em|om)", ("o",)),  # Łukaszenk-i
    )
)


class Stem(NamedTuple):
    """A word without an ending of this declension (a row of the table), in Latin letters."""

    text: str
    declension: int


class _Ending(NamedTuple):
    """The declension of an ending, and the letter before it: a `consonant`, a `vowel` or `any`."""

    declension: int
    before: str

    def fits(self, stem: str) -> bool:
        """True if the ending may follow this stem."""
        return self.before == "any" or (stem[-1] in _VOWELS) == (self.before == "vowel")


def _folded(endings: str) -> list[str]:
    """The endings of a cell of the table, folded; the hyphen becomes the empty ending."""
    return list(dict.fromkeys("".join(fold_words(ending)) for ending in endings.replace("|", " ").split()))


def _endings(column: int) -> Mapping[str, tuple[_Ending, ...]]:
    """The declensions of each ending in a column of the table."""
    found: defaultdict[str, list[_Ending]] = defaultdict(list)
    for number, row in enumerate(CASE_ENDINGS):
        for ending in _folded(row[column]):
            found[ending].append(_Ending(number, row[1]))
    return {ending: tuple(uses) for ending, uses in found.items()}


_LISTED, _WRITTEN = _endings(2), _endings(3)
_IN_LATIN = tuple([ending for ending in _folded(row[2]) if ending.isascii()] for row in CASE_ENDINGS)
_LONGEST = max(map(len, (*_LISTED, *_WRITTEN)))


def _behind(endings: Mapping[str, Iterable[_Ending]]) -> tuple[frozenset[str], ...]:
    """The endings that may follow a consonant, and those that may follow a vowel."""
    fitting = ({ending for ending, uses in endings.items() if any(use.fits(stem) for use in uses)} for stem in "ba")
    return tuple(map(frozenset, fitting))


_BEHIND_LISTED, _BEHIND_WRITTEN = _behind(_LISTED), _behind(_WRITTEN)


@lru_cache(maxsize=65_536)
def listed_stems(word: str) -> frozenset[Stem]:
    """The possible stems of a listed word; none for syllables of Korean and Chinese: they do not inflect."""
    if _is_eastern(word):
        return frozenset()
    return frozenset((*_stems(word, _LISTED), *_short_stems(word)))


def _is_eastern(word: str) -> bool:
    """True for a syllable of Korean or Chinese that is no common name of the West: Jan and Tom are."""
    return word.isascii() and is_syllable(word) and (word not in COMMON_NAMES or word in EASTERN_FAMILY_NAMES)


def _short_stems(listed: str) -> Iterator[Stem]:
    """The stems of a listed Latin name of three or four letters that are shorter than those of others.

    So is that of a Latvian or Lithuanian name of five, behind which an ending stands already.
    """
    if len(listed) == _SHORT_NAME + len(_BALTIC[0]) and listed.endswith(_BALTIC):
        yield Stem(listed[:_SHORT_NAME].replace("w", "v"), _OF_SHORT_NAMES)
    if not listed.isascii() or not _SHORT_NAME <= len(listed) <= _SHORTEST_STEM:
        return
    listed = listed.replace("w", "v")
    if len(listed) == _SHORT_NAME:
        yield Stem(listed, _OF_SHORT_NAMES)
        if listed.endswith(_IN_O):
            yield Stem(listed[:-1], _OF_SHORT_IN_A)
    if listed.endswith("a") and (len(listed) > _SHORT_NAME or listed in COMMON_NAMES):
        yield Stem(listed[:-1], _OF_SHORT_IN_A)
        if listed.endswith("ia"):
            yield Stem(listed[:-2], _OF_SHORT_IN_A)


def _stems_of_short(written: str) -> Iterator[Stem]:
    """The short listed names of which a word of a text may be a case, by their stems."""
    if not written.isascii():
        return
    if _CASE_OF_SHORT.fullmatch(written):
        yield Stem(written[:_SHORT_NAME].replace("w", "v"), _OF_SHORT_NAMES)
    if found := _SHORT_WOMANS.fullmatch(written):
        yield Stem(found[1].replace("w", "v"), _OF_SHORT_IN_A)


def is_case_of_common(listed: str, written: str) -> bool:
    """True if `written`, itself a common name, is the listed word in another case: Karla, of Karel or a woman."""
    if written not in COMMON_NAMES or set(any_stem_texts(written)).isdisjoint(listed_stem_texts(listed)):
        return False
    return not listed_stems(listed).isdisjoint(_written_stems(written))


def is_inflected(listed: str, written: str) -> bool:
    """True if `written` is the listed word in another case: a common stem, with endings of one declension."""
    if _spelt(listed) == _spelt(written):
        return False
    if written_stem_texts(written).isdisjoint(listed_stem_texts(listed)):
        return False
    return not listed_stems(listed).isdisjoint(written_stems(written))


def listed_stem_texts(word: str) -> list[str]:
    """The texts of `listed_stems`, ten times as fast, for long lists. Some may come twice."""
    if _is_eastern(word):
        return []
    return [*_stem_texts(word, _BEHIND_LISTED), *(stem.text for stem in _short_stems(word))]


@lru_cache(maxsize=65_536)
def written_stems(word: str) -> frozenset[Stem]:
    """The possible stems of a word in a text.

    A word that is itself a common name has none: Roberta is not an inflected Roberto.
    """
    return frozenset() if word in COMMON_NAMES else frozenset(_written_stems(word))


def _written_stems(word: str) -> Iterator[Stem]:
    yield from _stems(word, _WRITTEN)
    yield from _stems_of_short(word)


@lru_cache(maxsize=65_536)
def written_stem_texts(word: str) -> frozenset[str]:
    """The texts of `written_stems`, ten times as fast: a text has many words."""
    return frozenset() if word in COMMON_NAMES else frozenset(any_stem_texts(word))


def any_stem_texts(word: str) -> list[str]:
    """As `written_stem_texts`, also of a common name, which may be a case of another name."""
    return [*_stem_texts(word, _BEHIND_WRITTEN), *(stem.text for stem in _stems_of_short(word))]


def _spelt(word: str) -> str:
    """The word with v for w and ks for x, which languages with cases write in foreign names, or the reverse."""
    return word.replace("w", "v").replace("x", "ks")


def _stem_texts(word: str, behind: Sequence[frozenset[str]]) -> list[str]:
    latin = word.isascii()
    word = _spelt(word)
    shortest = _shortest_listed(word) if behind is _BEHIND_LISTED else _SHORTEST_STEM
    shortest -= not latin or len(word) > _SHORTEST_STEM
    cuts = range(max(shortest, len(word) - _LONGEST), len(word) + 1)
    stems = [word[:cut] for cut in cuts if word[cut:] in behind[word[cut - 1] in _VOWELS]]
    return stems if latin else list(map(latinise, stems))


def _shortest_listed(word: str) -> int:
    """The letters of the shortest stem of a listed word: three in Joe and in Mike, whose e is mute."""
    is_short = word.isascii() and len(word) in (3, 4) and word.endswith("e")
    return _SHORTEST_STEM - is_short


def nominatives(word: str) -> frozenset[str]:
    """The names, in Latin letters, whose inflected form a word in another script may be; none for a Latin word."""
    if word.isascii():
        return frozenset()
    return frozenset(stem.text + ending for stem in written_stems(word) for ending in _IN_LATIN[stem.declension])


def respelt_nominatives(word: str) -> tuple[str, ...]:
    """The names whose inflected form a Latin word may be, by endings that few other words have.

    They are for names that the press of a Slavic language also spells in its own way: Siergieja for Sergey.
    """
    if not word.isascii() or len(word) <= _SHORTEST_STEM:
        return ()
    return tuple(pattern.sub(base, word) for pattern, bases in _LATIN_BASES if pattern.search(word) for base in bases)


def possible_nominatives(word: str) -> Iterator[str]:
    """What a Latin word may be in the nominative: its stems, alone and as women's names in -a."""
    if word.isascii():
        for stem in any_stem_texts(word):
            yield stem
            yield f"{stem}a"


def _stems(word: str, endings: Mapping[str, Iterable[_Ending]]) -> Iterator[Stem]:
    word = _spelt(word)
    shortest = _shortest_listed(word) if endings is _LISTED else _SHORTEST_STEM
    for length in range(min(_LONGEST, len(word) - shortest + 1) + 1):
        is_short = len(word) - length < shortest and (length < _LONG_ENDING or shortest < _SHORTEST_STEM)
        if is_short and word.isascii():
            continue
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        if uses := endings.get(ending):
            latin = latinise(stem)
            yield from (Stem(latin, use.declension) for use in uses if use.fits(stem))
