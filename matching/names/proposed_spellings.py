"""Spellings in other scripts to propose for a name in Latin letters, where only one is possible.

Cyrillic           letter by letter, for Russian and Bulgarian family names (`native_spellings.py`)
Hangul             syllable by syllable, where names have only one syllable of that romanisation
Greek              letter by letter, common given names and family names with a Greek ending (`greek_spellings.py`)
Greek, Arabic, …   names whose words are all common ones in that script, each with one spelling
katakana, Chinese  names whose words the press of Japan or China writes in one way (`names_in_kana_and_han.py`)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from matching.names.greek_spellings import greek_spelling
from matching.names.native_spellings import cyrillic_spelling
from matching.names.parsing import SAID_FIRST, Name, Part, parse_name
from matching.names.romanisations import KOREAN
from matching.names.sounds.distance import sound_distances
from matching.names.sounds.scripts import Script, script_of
from matching.names.transliteration import is_syllable, latinise
from matching.tables.common_native_names import COMMON_NATIVE_NAMES
from matching.tables.korean_name_syllables import KOREAN_FAMILY_NAMES, KOREAN_GIVEN_SYLLABLES
from matching.tables.names_in_kana_and_han import IN_HAN, IN_KATAKANA
from matching.text.folding import fold_words

_LEAST_WORDS = 2
_SAME_SOUND = 0.11
_PERSIAN = str.maketrans("یک", "يك")  # the same letters as in Arabic
_NEARER = 0.06  # than any other common name
_BY_COMMON_NAMES = (Script.GREEK, Script.ARABIC, Script.HEBREW, Script.DEVANAGARI, Script.GEORGIAN, Script.ARMENIAN)
_KOREAN_WORDS = 3  # two would be Chinese as well


class WhyNone(StrEnum):
    """Why no spelling is proposed, in words for the user."""

    ONE_WORD = "a single word"
    NOT_LATIN = "not in Latin letters"
    AMBIGUOUS = "several spellings are possible in every script, or its words are in no table"


class ProposedSpelling(NamedTuple):
    """A spelling, and how it was found, in words."""

    text: str
    why: str


def proposed_spellings(name: str) -> list[ProposedSpelling] | WhyNone:
    """The spellings of a person's name, at most one a script; why there is none."""
    parsed = parse_name(name)
    if not all(word.isascii() for word in parsed.words):
        return WhyNone.NOT_LATIN
    if parsed.full < _LEAST_WORDS:
        return WhyNone.ONE_WORD
    return list(_proposals(name, parsed)) or WhyNone.AMBIGUOUS


def _proposals(name: str, parsed: Name) -> Iterator[ProposedSpelling]:
    if cyrillic := cyrillic_spelling(name):
        yield ProposedSpelling(cyrillic, "letter by letter")
    if hangul := _hangul(parsed):
        yield ProposedSpelling(hangul, "syllable by syllable")
    greek = [greek_spelling(word) for word in parsed.words]
    if all(part is Part.NAME for part in parsed.parts) and all(greek):
        yield ProposedSpelling(" ".join(filter(None, greek)).title(), "letter by letter")
    for script in _BY_COMMON_NAMES:
        if script is Script.GREEK and all(greek):
            continue
        words = [_common_word(word, script) for word in parsed.words]
        if all(part is Part.NAME for part in parsed.parts) and all(words):
            yield ProposedSpelling(" ".join(filter(None, words)).title(), f"common {script.name.lower()} names")
    yield from _in_press(parsed)


def _in_press(parsed: Name) -> Iterator[ProposedSpelling]:
    """The name in katakana and in Han characters, with a dot inside, where the press has one spelling for each part."""
    if any(part is not Part.NAME for part in parsed.parts):
        return
    for table, dot, why in ((IN_KATAKANA, "・", "common names in katakana"), (IN_HAN, "·", "common names in Chinese")):
        words = [table.get(word) for word in parsed.words]
        if all(words):
            yield ProposedSpelling(dot.join(filter(None, words)), why)


def _hangul(parsed: Name) -> str | None:
    """The name in Hangul, if it is Korean and each syllable can only be one: Kim Kwang-jin."""
    words = parsed.words
    if len(words) != _KOREAN_WORDS or words[0] not in SAID_FIRST or not all(map(is_syllable, words)):
        return None
    given = [_syllables(word) for word in words[1:]]
    family = _by_key(KOREAN_FAMILY_NAMES).get(KOREAN.key(words[0]), ())
    if len(family) != 1 or not all(given):
        return None
    return family[0] + "".join(filter(None, given))


def _syllables(word: str) -> str | None:
    found = _by_key(KOREAN_GIVEN_SYLLABLES).get(KOREAN.key(word), ())
    return found[0] if len(found) == 1 else None


@cache
def _by_key(syllables: str) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for syllable in dict.fromkeys(syllables.split()):
        found[KOREAN.key(latinise(syllable))].append(syllable)
    return found


@cache
def _common(script: Script) -> list[str]:
    words = (word for word in COMMON_NATIVE_NAMES.split() if script_of(word) is script)
    return list({word.translate(_PERSIAN): word for word in words})


@cache
def _common_word(word: str, script: Script) -> str | None:
    """The only common name of that script that sounds like the word."""
    common = _common(script)
    folded = ["".join(fold_words(one)) for one in common]
    distances = sound_distances([word] * len(common), folded, script)
    ranked = sorted(zip(distances.tolist(), common, strict=True))
    if not ranked or ranked[0][0] > _SAME_SOUND:
        return None
    is_only = len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _NEARER
    return ranked[0][1] if is_only else None
