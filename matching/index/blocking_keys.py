"""Blocking keys of words: two words that `names.similarity.similarity` takes for one have a key in common.

    farouk        the word itself, and in Latin letters if it is in another alphabet
    farok, …      the word without one of its letters: a letter too many, too few, wrong, or two exchanged
    .lee :le /eel a short word itself, without doubled letters, and its letters sorted: it has no other slips
    !farouk       its look-alike skeleton (l for I, m for rn)
    ~faruk        its sound, whole and without one of its vowels
    _mhmd         the consonants of a long word, in which two vowels may differ
    ^brk  *brk    the consonants as katakana write them: ^ of any listed word and of a word of the text in katakana,
                  * of a listed word in katakana and of any word of the text
    =farou        its stems, to which case endings are added
    @robert %abd  the full words that a diminutive or an abbreviation stands for, and the servant names (Abd, Abdul)
    #korean pak   its key in a romanisation

Only the checksum of a key is kept. Keys are computed for many words together, on a text with one word a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from matching.index.arrays import Checksums, Flags, Octets, Places
from matching.index.checksums import Lines
from matching.names.inflection import (
    any_stem_texts,
    listed_stem_texts,
    nominatives,
    possible_nominatives,
    respelt_nominatives,
)
from matching.names.romanisations import Romanisation
from matching.names.similarity import (
    ABD,
    LONG,
    SHORT,
    VOWELS,
    as_heard,
    as_japanese,
    consonants,
    is_abd,
    rough_vowels,
    skeleton,
    undoubled,
)
from matching.names.transliteration import is_hangul, is_kana, latinise, other_readings
from matching.tables.abbreviations import ABBREVIATIONS
from matching.tables.diminutives import DIMINUTIVES

_MIN_SOUND = 5  # letters of a sound from which on a vowel may differ; a key has its `~` besides
_VOWELS = np.frombuffer(VOWELS.encode(), np.uint8)
_FULL_NAMES: dict[str, list[str]] = {}  # of diminutives, and of the full names themselves
for _short, _name in (*sorted(DIMINUTIVES), *sorted(ABBREVIATIONS)):
    _FULL_NAMES.setdefault(_short, []).append(_name)
    _FULL_NAMES.setdefault(_name, []).append(_name)
_Numbered = Iterable[tuple[int, str]]  # texts, each with the number of its word


class BlockingKeys(NamedTuple):
    """The checksum of each key, the number of its word, and the place of the deleted letter, from 1.

    The place is 0 for a key without a deletion, and for a deletion from a long word, which may have another slip.
    """

    checksums: Checksums
    words: Places
    places: Places


def listed_keys(words: Sequence[str], romanised: Mapping[Romanisation, Sequence[int]]) -> BlockingKeys:
    """The keys of listed words. `romanised` are the numbers of those that are romanised in several ways."""
    spellings = _Spellings(words, inflected=False)
    return spellings.blocking_keys(
        ((n, f"={stem}") for n, word in enumerate(words) for stem in listed_stem_texts(word)),
        ((n, f"^{letters}") for n, letters in spellings.kana()),
        ((n, f"*{letters}") for n, letters in spellings.kana(only=True)),
        *(spellings.romanised(language, numbers) for language, numbers in romanised.items()),
    )


def written_keys(words: Sequence[str], romanisations: Iterable[Romanisation], *, katakana: bool) -> BlockingKeys:
    """The keys of the words of a text.

    `romanisations` are those of listed words; `katakana` says whether any listed word is written in it.
    """
    spellings = _Spellings(words, inflected=True)
    return spellings.blocking_keys(
        ((n, f"={stem}") for n, word in enumerate(words) for stem in any_stem_texts(word)),
        ((n, f"^{letters}") for n, letters in spellings.kana(only=True)),
        ((n, f"*{letters}") for n, letters in (spellings.kana() if katakana else ())),
        *(spellings.romanised(language, range(len(words))) for language in romanisations),
    )


class _Spellings:
    """Words as they are written, in Latin letters, and by their sound, with other readings and nominatives of some.

    Words in Hangul have no sound: they are compared with Korean names only, by their keys in that romanisation.
    """

    def __init__(self, words: Sequence[str], *, inflected: bool) -> None:
        """`inflected` if the words may be in any grammatical case."""
        self.words, self.latin, self._inflected = words, list(words), inflected
        other = [(number, word) for number, word in enumerate(words) if not word.isascii()]
        for number, word in other:
            self.latin[number] = latinise(word)
        hangul = {number for number, word in other if is_hangul(word)}
        self._katakana = {number for number, word in other if is_kana(word)}
        self._other_scripts = [(number, word) for number, word in other if number not in hangul]
        written = enumerate(words if inflected else ())
        self._respelt = [(number, base) for number, word in written for base in respelt_nominatives(word)]
        spoken = [*enumerate(self.latin), *self._readings(inflected=inflected), *self._respelt]
        self._spoken = [(n, name) for n, name in spoken if len(name) > SHORT and n not in hangul]
        self._heard = as_heard("\n".join(name for _, name in self._spoken))

    def _readings(self, *, inflected: bool) -> _Numbered:
        for number, word in enumerate(self.words):
            yield from ((number, reading) for reading in other_readings(word))
        for number, word in self._other_scripts if inflected else ():
            yield from ((number, name) for name in nominatives(word))

    def romanised(self, language: Romanisation, numbers: Sequence[int]) -> _Numbered:
        """The keys in which all romanisations of these words agree."""
        keys = language.keys([self.latin[number] for number in numbers])
        return ((number, f"#{language.name} {key}") for number, key in zip(numbers, keys, strict=True))

    def blocking_keys(self, *more: _Numbered) -> BlockingKeys:
        """The keys that are made in the same way for listed words and words of a text, and `more`."""
        spelt = [*enumerate(self.words), *((number, self.latin[number]) for number, _ in self._other_scripts)]
        spelt += self._respelt
        single = undoubled("\n".join(word for _, word in spelt)).split("\n")
        short = [(n, word) for n, word in spelt if len(word) <= SHORT]
        whole = chain(
            ((n, f".{word}") for n, word in short),
            ((n, f":{word}") for (n, _), word in zip(spelt, single, strict=True) if len(word) <= SHORT),
            ((n, f"/{''.join(sorted(word))}") for n, word in short),
            enumerate(f"!{seen}" for seen in skeleton("\n".join(self.words)).split("\n")),
            ((n, f"_{letters}") for n, name, letters in self._by_sound(consonants(self._heard)) if len(name) >= LONG),
            self._by_custom(),
            *more,
        )
        sounds = [(n, f"~{sound}") for n, _, sound in self._by_sound(rough_vowels(self._heard))]
        return _blocking_keys([(n, word) for n, word in spelt if len(word) > SHORT], sounds, whole)

    def kana(self, *, only: bool = False) -> _Numbered:
        """The consonants as katakana write them: of all words, or `only` of those in katakana."""
        if only and not self._katakana:
            return ()
        by_sound = self._by_sound(as_japanese(consonants(self._heard)))
        return ((n, letters) for n, _, letters in by_sound if n in self._katakana or not only)

    def _by_sound(self, lines: str) -> Iterable[tuple[int, str, str]]:
        """For each spoken form: the word's number, the form, and its line of `lines`."""
        return ((n, name, line) for (n, name), line in zip(self._spoken, lines.split("\n"), strict=False))

    def _nominatives(self) -> _Numbered:
        for number, word in enumerate(self.words if self._inflected else ()):
            yield from ((number, form) for form in possible_nominatives(word))

    def _by_custom(self) -> _Numbered:
        for number, word in (*enumerate(self.latin), *self._respelt, *self._nominatives()):
            if word in _FULL_NAMES:
                yield from ((number, f"@{full}") for full in _FULL_NAMES[word])
            if word.startswith(ABD) and is_abd(word):
                yield number, f"%{ABD}"


def _blocking_keys(
    spelt: Sequence[tuple[int, str]], sounds: Sequence[tuple[int, str]], whole: _Numbered
) -> BlockingKeys:
    """The keys of all these texts, of `spelt` also without each letter, of `sounds` also without each vowel."""
    pairs = [*spelt, *sounds, *whole]
    numbers, texts = np.array([number for number, _ in pairs]), [text for _, text in pairs]
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    lines = Lines(texts)
    deletions = lines.deletions(len(spelt) + len(sounds))
    is_spelt, length = deletions.texts < len(spelt), lengths[deletions.texts]
    has_slips = is_spelt | (_is_vowel(deletions.first_bytes) & (length > _MIN_SOUND))
    owners, places = deletions.texts[has_slips], deletions.places[has_slips] + 1
    places[length[has_slips] >= LONG] = 0
    return BlockingKeys(
        np.concatenate((lines.checksums(), deletions.checksums[has_slips])),
        np.concatenate((numbers, numbers[owners])),
        np.concatenate((np.zeros(len(texts), np.intp), places)),
    )


def _is_vowel(letters: Octets) -> Flags:
    vowels: Flags = (letters[:, None] == _VOWELS).any(axis=1)
    return vowels
