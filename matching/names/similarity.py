"""Similarity of two words: whether one is the other misspelt, misread or transcribed by another system.

`similarity` decides. The keys by which similar words are found in a list are in `blocking_keys.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import product, starmap
from typing import NamedTuple

from rapidfuzz.distance import OSA

from core.records import MatchMethod
from matching.names.inflection import (
    is_case_of_common,
    is_inflected,
    listed_stem_texts,
    nominatives,
    possible_nominatives,
    respelt_nominatives,
    written_stem_texts,
)
from matching.names.presses import replace_each
from matching.names.romanisations import Romanisation
from matching.names.transliteration import (
    is_hangul,
    is_kana,
    is_syllable,
    latinise,
    other_readings,
)
from matching.tables.abbreviations import ABBREVIATIONS
from matching.tables.diminutives import DIMINUTIVES
from matching.tables.numerals import is_numeral

LEAST_HEARD = 0.4  # what a word costs that only sounds like the listed one


class Similarity(NamedTuple):
    """The method by which a written word is a listed one, and its cost: 0 for the same word, 1 for a wrong letter."""

    method: MatchMethod
    cost: float

    @property
    def is_heard(self) -> bool:
        """True for a word of another script that only sounds like the listed one."""
        return self.method is MatchMethod.TRANSLITERATION and self.cost >= LEAST_HEARD


EXACT = Similarity(MatchMethod.EXACT, 0.0)
JOINED = Similarity(MatchMethod.JOINED, 0.1)
ROMANISED = Similarity(MatchMethod.ROMANISATION, 0.2)
PARTICLE = Similarity(MatchMethod.PARTICLE, 0.05)
INITIAL = Similarity(MatchMethod.INITIAL, 0.4)
ABBREVIATED = Similarity(MatchMethod.PARTICLE, 0.05)
GLUED = Similarity(MatchMethod.VISUAL, 0.5)
DIVIDED = Similarity(MatchMethod.JOINED, 0.3)
INFLECTED = Similarity(MatchMethod.INFLECTION, 0.3)
INFLECTED_IN_SCRIPT = Similarity(MatchMethod.TRANSLITERATION, 0.3)
HANGUL = Similarity(MatchMethod.TRANSLITERATION, LEAST_HEARD + 0.04)  # several names are written with one syllable
_ONE_VOWEL = 0.9  # words of one sound but for a vowel
SAME_SOUND = Similarity(MatchMethod.SOUND, 0.6)
_EDITS = frozenset({MatchMethod.EDIT_1, MatchMethod.EDIT_2})
_OTHER_FORM = Similarity(MatchMethod.DIMINUTIVE, 0.6)
_DIFFERENT = 1.1  # from this cost on more than one letter differs
SHORT = 3  # letters: in words up to this length one letter makes another word
_MOST_SOUNDS = 200_000  # words whose sounds are kept, about 40 MB
LONG = 8  # letters: from this length on two slips are likelier than two different words

_DOUBLED = re.compile(r"(.)\1+")
_SKELETON = (("rn", "m"), ("vv", "w"), ("cl", "d"))
VOWELS = "aeiouy"
_MERGED = (("e", "i"), ("o", "u"))
_NO_VOWELS = tuple((vowel, "") for vowel in VOWELS)
_JAPANESE = (("l", "r"), ("v", "b"))  # kana write l as r and v as b
ABD = "abd"
_ABD = re.compile(ABD + r"(?:[aeou][lrnsdtz]{1,2}|)")  # the article of Abd al-, Abdul, Abdel, Abdur …
_LOOKALIKE = (("1", "l"), ("|", "l"), ("i", "l"), ("0", "o"))
_SOUNDS = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"ph", "f"),
        (r"s(?:chts|ht|zc|ts|t)ch|chtch|szcz", "shch"),  # Щ in the German, Swedish, French and Polish press
        (r"st?sj(?=[aeo])|sjtsj", "shch"),  # the Dutch press, as the next two
        (r"tsj", "ch"),
        (r"sj(?=[aeiou])", "sh"),
        (r"(?<!t)(?<!sh)ch(?=[a-z]*ou)", "sh"),  # French, as the ou shows
        (r"^nt(?=[aeiou])", "d"),  # Greek, as the next two
        (r"^mp(?=[aeiou])", "b"),
        (r"^gk(?=[aeiou])", "g"),
        (r"shch", "sh"),  # of the sound of Щ some write the first part alone: Scherbakov, Sherbakov
        (r"tch|tsch|tj|cz", "ch"),
        (r"(?<=[aeiou])j(?![aeiouj])", "i"),  # of German, Polish, Czech …
        (r"dj|dzh?(?=[aeu])|ds(?=e$)|dzh|dsch|zh", "j"),
        (r"sch|sz", "sh"),
        (r"^j(?=[aeou])", "i"),  # the same at the start; jamal and djamal
        (r"gu(?=[eiy])", "g"),  # French and Spanish
        (r"ch(?=[bdglmnrvw]|ae)", "k"),
        (r"^h(?=[lnr])", "g"),  # г before a consonant: Hnatiuk, Gnatyuk
        (r"(?<=[aou])e|(?<=a)a", ""),  # ae, oe, ue and aa for ä, ø, ü and å
        (r"tz|ts", "z"),
        (r"ck|kh|q|gh", "k"),
        (r"g(?=[adou])|c(?=[aou])", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"(?<=[bdfghjklmnqrstz])[ae][uw](?=[bdfghjklmnqrstz])", "u"),  # Arabic: Tawfiq, Toufik, Tewfik
        (r"w", "v"),
        (r"(?<=[aei])ou(?=[aei])", "v"),  # Alaoui is Alawi in the French of the Maghreb
        (r"ou|oo", "u"),
        (r"ei|ey|ay|ai", "ai"),
        (r"y", "i"),
        (r"ee|ii|ij|ie$", "i"),
        (r"[oe]u?v(?=a?$)", "ov"),
        (r"([bcdfgjklmnpqrstvxz])\1", r"\1"),
        (r"(?<=.{3})[eh]$", ""),
        (r"(?<=[bdfgklmnprstvz])i(?=e.|ai)", ""),  # Polish
    )
)


def skeleton(word: str) -> str:
    """The word with look-alike letters as one: l, i and 1; o and 0; m and rn. People and scanners confuse them."""
    return replace_each(word, (*_SKELETON, *_LOOKALIKE))


_skeleton_of = lru_cache(maxsize=65_536)(skeleton)


def as_heard(words: str) -> str:
    """Words, one a line, with their consonants spelt by sound."""
    for pattern, replacement in _SOUNDS:
        words = pattern.sub(replacement, words)
    return words


def rough_vowels(heard: str) -> str:
    """Words spelt by sound, with i for e and u for o."""
    return replace_each(heard, _MERGED)


class _Sounds(dict[str, tuple[str, ...]]):
    """The sounds of each word, also of its `other_readings`: rough spellings in which transcriptions agree."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        self.learn([word])
        return self[word]

    def learn(self, words: Iterable[str]) -> None:
        """Enters the words that are not yet known; ten times as fast for many together."""
        if len(self) > _MOST_SOUNDS:
            self.clear()
        new = {word for word in words if word not in self}
        readings = [(word, reading) for word in new for reading in (word, *other_readings(word))]
        heard = as_heard("\n".join(reading for _, reading in readings)).split("\n") if readings else []
        for (word, _), one in zip(readings, heard, strict=True):
            sound = rough_vowels(one) if len(one) > 4 else one
            self[word] = tuple(dict.fromkeys((*self.get(word, ()), sound)))


SOUNDS = _Sounds()


def consonants(heard: str) -> str:
    """A word spelt by sound without its vowels."""
    return replace_each(heard, _NO_VOWELS)


@lru_cache(maxsize=65_536)
def _consonants_of(word: str) -> str:
    return as_japanese(consonants(as_heard(word)))


def undoubled(word: str) -> str:
    """The word with every doubled letter as one."""
    return _DOUBLED.sub(r"\1", word)


def _with_i(word: str) -> str:
    return word.replace("y", "i")


def as_japanese(consonants: str) -> str:
    """The consonants as kana write them."""
    return replace_each(consonants, _JAPANESE)


def is_abd(word: str) -> bool:
    """True for Abd, alone or with its article: Abdul, Abdel, Abdur."""
    return _ABD.fullmatch(word) is not None


def heard(distance: float) -> Similarity:
    """The similarity of words of two scripts that are so far from each other by their sounds."""
    return Similarity(MatchMethod.TRANSLITERATION, round(LEAST_HEARD + distance, 2))


def similarity(listed: str, written: str, romanisations: Collection[Romanisation] = ()) -> Similarity | None:
    """How `written` is the word `listed`, None if it is another word.

    `romanisations` are the languages of the names that have the listed word, if they are romanised in several ways.
    """
    if listed == written:
        return EXACT
    if any(one.key(latinise(listed)) == one.key(latinise(written)) for one in romanisations):
        return ROMANISED
    if is_numeral(listed) or is_numeral(written) or _has_other_figures(listed, written):
        return None if is_numeral(listed) == is_numeral(written) or listed.isdecimal() else _same_name(listed, written)
    if is_inflected(listed, written):
        return INFLECTED if listed.isascii() == written.isascii() else INFLECTED_IN_SCRIPT
    if (written, listed) in ABBREVIATIONS or (not is_syllable(listed) and (listed, written) in ABBREVIATIONS):
        return ABBREVIATED
    if listed.isascii() != written.isascii():
        found = _transliterated(listed, written)
    else:
        found = _same_name(listed, written) or _misspelt(listed, written)
        if (found is None or found.method in _EDITS) and _are_forms(listed, written):
            found = _OTHER_FORM
        if found is None and is_case_of_common(listed, written):
            found = INFLECTED
        if (found is None or found.cost >= _DIFFERENT) and written.isascii():
            found = _other_form_inflected(listed, written) or found
    differs = found is not None and found.cost >= _DIFFERENT and not written.isascii()
    return None if differs and _is_declined_otherwise(listed, written) else found


def _has_other_figures(listed: str, written: str) -> bool:
    """True if both have figures, and not the same ones in the same order: Su-27 is no Su-25."""
    figures = [sign for sign in listed if sign.isdecimal()]
    return bool(figures) and figures != [sign for sign in written if sign.isdecimal()]


def _are_forms(listed: str, written: str) -> bool:
    return (written, listed) in DIMINUTIVES or (listed, written) in DIMINUTIVES


def _is_declined_otherwise(listed: str, written: str) -> bool:
    """True for words of one stem in different declensions: an inflected woman's name is no slip in a man's."""
    stems = {*written_stem_texts(written), *listed_stem_texts(written)}  # "Zaluzhskaya" is a nominative too
    return not stems.isdisjoint(listed_stem_texts(listed))


def _same_name(listed: str, written: str) -> Similarity | None:
    """The similarity of two forms of Abd, or of two words that look alike; None for others."""
    if is_abd(listed) and is_abd(written):
        return Similarity(MatchMethod.SOUND, 0.2)
    return Similarity(MatchMethod.VISUAL, 0.5) if _skeleton_of(listed) == _skeleton_of(written) else None


def _transliterated(listed: str, written: str) -> Similarity | None:
    """The similarity of words of two scripts, compared in Latin letters; None where a script is not covered.

    Kana add vowels and lack some consonants, so only consonants are compared.
    """
    if is_hangul(listed) or is_hangul(written):
        return None  # Hangul spells Korean words; it is compared only where the listed name is Korean
    one, other = latinise(listed), latinise(written)
    if not (one.isascii() and other.isascii()):
        return None
    if is_kana(listed) or is_kana(written):
        same = _consonants_of(one) == _consonants_of(other)
        return Similarity(MatchMethod.TRANSLITERATION, 0.4) if same else None
    if found := _nearest(product((one, *other_readings(listed)), (other, *other_readings(written)))):
        return Similarity(MatchMethod.TRANSLITERATION, 0.1 + found.cost / 2)
    found = _nearest((one, name) for name in nominatives(written))
    return found and Similarity(MatchMethod.TRANSLITERATION, INFLECTED.cost + found.cost / 2)


def _other_form_inflected(listed: str, written: str) -> Similarity | None:
    """The similarity of a case of another form or spelling of the name: Piotra for Petr, Siergieja for Sergey."""
    if any(_are_forms(listed, form) for form in possible_nominatives(written)):
        return Similarity(MatchMethod.INFLECTION, INFLECTED.cost + _OTHER_FORM.cost)
    found = _nearest((listed, base) for base in respelt_nominatives(written))
    most = _DIFFERENT if min(len(listed), len(written)) > LONG else _ONE_VOWEL
    if found is None or found.cost > most:
        return None
    return Similarity(MatchMethod.INFLECTION, round(INFLECTED.cost + found.cost, 2))


def _nearest(pairs: Iterable[tuple[str, str]]) -> Similarity | None:
    """The least costly similarity among pairs of a listed and a written word."""
    found = [similarity(listed, written) for listed, written in pairs]
    return min(filter(None, found), key=lambda one: one.cost, default=None)


def _misspelt(listed: str, written: str) -> Similarity | None:
    distance = OSA.distance(listed, written, score_cutoff=2)
    shorter = min(len(listed), len(written))
    if distance == 1 and _is_slip(listed, written):
        return _slip(listed, written)
    if shorter > 3 and (heard := _sounds_alike(listed, written)):
        return heard
    if distance == 2 and shorter >= LONG:
        return Similarity(MatchMethod.EDIT_2, 2.0)
    return None


def _slip(listed: str, written: str) -> Similarity:
    """The similarity of words that differ in one letter: another spelling of a sound costs less than a wrong letter."""
    shorter = min(len(listed), len(written))
    doubled = undoubled(listed) == undoubled(written)
    if shorter > 2 and (doubled or sorted(listed) == sorted(written)):
        return Similarity(MatchMethod.EDIT_1, 0.5 if doubled else 0.7)
    if _with_i(listed) == _with_i(written):
        return SAME_SOUND
    other_consonants = consonants(listed) != consonants(written) and listed[:shorter] != written[:shorter]
    spelt_out = len(listed) != len(written) and not is_syllable(listed)  # ou for u, ah for a: no wrong letter
    if shorter > SHORT and (other_consonants or spelt_out) and _sounds_alike(listed, written) == SAME_SOUND:
        return SAME_SOUND
    return Similarity(MatchMethod.EDIT_1, 1.0 if shorter > SHORT else 1.2)


def _sounds_alike(listed: str, written: str) -> Similarity | None:
    """The similarity of two words with a reading of one sound; None for syllables of Korean and Chinese.

    These differ by less than the sounds here.
    """
    if is_syllable(listed) and is_syllable(written):
        return None
    return next(filter(None, starmap(_heard, product(SOUNDS[listed], SOUNDS[written]))), None)


def _heard(listed: str, written: str) -> Similarity | None:
    """The similarity of two sounds; in longer words one vowel may differ or be missing, as short ones are in Arabic."""
    if listed == written:
        return SAME_SOUND
    if (
        min(len(listed), len(written)) > 4
        and OSA.distance(listed, written) == 1
        and consonants(listed) == consonants(written)
    ):
        return Similarity(MatchMethod.SOUND, _ONE_VOWEL)
    return None


def _is_slip(listed: str, written: str) -> bool:
    """False where one letter makes another word: in syllables of Korean and Chinese, and in short words.

    Exchanged and doubled letters are slips at any length.
    """
    if is_syllable(listed) and is_syllable(written):
        return False
    if min(len(listed), len(written)) > SHORT:
        return True
    return sorted(listed) == sorted(written) or undoubled(listed) == undoubled(written)
