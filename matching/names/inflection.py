"""Names in grammatical cases: "Аркадия Жильцовского", "Ramzanem Gorčakovem", "Σταύρου Παπαδήμου".

A written word is a listed one inflected if both have a stem in common and their endings belong to one declension.
Stems are compared in Latin letters, so that a name listed in transcription is found inflected in its own script. All
words are folded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from matching.names.transliteration import is_syllable, latinise
from matching.tables.case_endings import CASE_ENDINGS
from matching.tables.common_names import COMMON_NAMES
from matching.text.folding import fold_words

_SHORTEST_STEM = 4  # letters; one less in other scripts than Latin, and before a long ending: Mar-ek
_LONG_ENDING = 2  # letters
_VOWELS = frozenset("aeiouyаеиоуыэюяіїєαεηιουωაეიოუ")


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
    if word.isascii() and is_syllable(word):
        return frozenset()
    return frozenset(_stems(word, _LISTED))


def is_case_of_common(listed: str, written: str) -> bool:
    """True if `written`, itself a common name, is the listed word in another case: Karla, of Karel or a woman."""
    if written not in COMMON_NAMES or set(any_stem_texts(written)).isdisjoint(listed_stem_texts(listed)):
        return False
    return not listed_stems(listed).isdisjoint(_stems(written, _WRITTEN))


def is_inflected(listed: str, written: str) -> bool:
    """True if `written` is the listed word in another case: a common stem, with endings of one declension."""
    if written_stem_texts(written).isdisjoint(listed_stem_texts(listed)):
        return False
    return not listed_stems(listed).isdisjoint(written_stems(written))


def listed_stem_texts(word: str) -> list[str]:
    """The texts of `listed_stems`, ten times as fast, for long lists. Some may come twice."""
    return [] if word.isascii() and is_syllable(word) else _stem_texts(word, _BEHIND_LISTED)


@lru_cache(maxsize=65_536)
def written_stems(word: str) -> frozenset[Stem]:
    """The possible stems of a word in a text.

    A word that is itself a common name has none: Roberta is not an inflected Roberto.
    """
    return frozenset() if word in COMMON_NAMES else frozenset(_stems(word, _WRITTEN))


@lru_cache(maxsize=65_536)
def written_stem_texts(word: str) -> frozenset[str]:
    """The texts of `written_stems`, ten times as fast: a text has many words."""
    return frozenset() if word in COMMON_NAMES else frozenset(_stem_texts(word, _BEHIND_WRITTEN))


def any_stem_texts(word: str) -> list[str]:
    """As `written_stem_texts`, also of a common name, which may be a case of another name."""
    return _stem_texts(word, _BEHIND_WRITTEN)


def _stem_texts(word: str, behind: Sequence[frozenset[str]]) -> list[str]:
    latin = word.isascii()
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


def _stems(word: str, endings: Mapping[str, Iterable[_Ending]]) -> Iterator[Stem]:
    shortest = _shortest_listed(word) if endings is _LISTED else _SHORTEST_STEM
    for length in range(min(_LONGEST, len(word) - shortest + 1) + 1):
        is_short = len(word) - length < shortest and (length < _LONG_ENDING or shortest < _SHORTEST_STEM)
        if is_short and word.isascii():
            continue
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        if uses := endings.get(ending):
            latin = latinise(stem)
            yield from (Stem(latin, use.declension) for use in uses if use.fits(stem))
