"""The marks of words: two words that `similarity.likeness` takes for one have a mark in common.

    farouk        the word itself, and in Latin letters if it is in another alphabet
    farok, …      the word without one of its letters: a letter too many, too few, wrong, or two exchanged
    .lee :le /eel a short word itself, without a letter doubled, and its letters in any order: it has no other slips
    !farouk       what a careless eye sees (l for I, m for rn)
    ~faruk        its sound, whole and without one of its vowels
    _mhmd         the consonants of a long word, in which two vowels may differ
    ^brk  *brk    the consonants that katakana write: of a listed word and of katakana; of katakana listed and any word
    =farou        its stems, to which the endings of cases are added
    @robert %abd  what custom calls by other names
    #pak          its key, if it is Korean

A mark is kept as its checksum. All is done for many words together, on a text with one word a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.index.checksums import Lines, Places, Sums
from matching.names.inflection import listed_stem_texts, nominatives, written_stem_texts
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
from matching.names.transliteration import is_hangul, is_kana, korean_keys, latinise, other_reading
from matching.tables.diminutives import DIMINUTIVES

_SOUND_WITH_SLIPS = 5  # letters of a sound from which on a vowel may differ
_VOWELS = np.frombuffer(VOWELS.encode(), np.uint8)
_FULL: dict[str, list[str]] = {}
for _short, _name in DIMINUTIVES:
    _FULL.setdefault(_short, []).append(_name)
    _FULL.setdefault(_name, []).append(_name)
_Numbered = Iterable[tuple[int, str]]  # texts, each with the number of its word


class BlockingKeys(NamedTuple):
    """Checksums of marks, the numbers of their words, and the place of the letter that was dropped, from 1.

    The place is 0 for a whole mark and where a long word lacks a letter: it may have another slip.
    """

    sums: Sums
    words: Places
    places: Places


def listed_keys(words: Sequence[str], korean: Collection[int]) -> BlockingKeys:
    """The marks of listed words, of which some, by number, are Korean."""
    chosen = _Words(words, inflected=False)
    keys = zip(korean, korean_keys([chosen.latin[number] for number in korean]), strict=True)
    return chosen.blocking_keys(
        ((n, f"={stem}") for n, word in enumerate(words) for stem in listed_stem_texts(word)),
        ((n, f"^{letters}") for n, letters in chosen.kana()),
        ((n, f"*{letters}") for n, letters in chosen.kana(only=True)),
        ((n, f"#{key}") for n, key in keys),
    )


def written_keys(words: Sequence[str], *, korean: bool, katakana: bool) -> BlockingKeys:
    """The marks of the words of a text; `korean` if a listed word is Korean, `katakana` if one is written so."""
    chosen = _Words(words, inflected=True)
    return chosen.blocking_keys(
        ((n, f"={stem}") for n, word in enumerate(words) for stem in written_stem_texts(word)),
        ((n, f"^{letters}") for n, letters in chosen.kana(only=True)),
        ((n, f"*{letters}") for n, letters in (chosen.kana() if katakana else ())),
        enumerate(f"#{key}" for key in korean_keys(chosen.latin if korean else ())),
    )


class _Words:
    """Words as they are written, in Latin letters, and as they are heard; some have other readings, or are inflected.

    Hangul is compared with Korean names only, by their keys.
    """

    def __init__(self, words: Sequence[str], *, inflected: bool) -> None:
        self.words, self.latin = words, list(words)
        other = [(number, word) for number, word in enumerate(words) if not word.isascii()]
        for number, word in other:
            self.latin[number] = latinise(word)
        hangul = {number for number, word in other if is_hangul(word)}
        self._katakana = {number for number, word in other if is_kana(word)}
        self._other = [(number, word) for number, word in other if number not in hangul]
        spoken = [*enumerate(self.latin), *self._readings(inflected=inflected)]
        self._spoken = [(n, name) for n, name in spoken if len(name) > SHORT and n not in hangul]
        self._heard = as_heard("\n".join(name for _, name in self._spoken))

    def _readings(self, *, inflected: bool) -> _Numbered:
        for number, word in enumerate(self.words):
            if reading := other_reading(word):
                yield number, reading
        for number, word in self._other if inflected else ():
            yield from ((number, name) for name in nominatives(word))

    def blocking_keys(self, *more: _Numbered) -> BlockingKeys:
        """The marks that any word has, and some more."""
        spelt = [*enumerate(self.words), *((number, self.latin[number]) for number, _ in self._other)]
        single = undoubled("\n".join(word for _, word in spelt)).split("\n")
        short = [(n, word) for n, word in spelt if len(word) <= SHORT]
        whole = chain(
            ((n, f".{word}") for n, word in short),
            ((n, f":{word}") for (n, _), word in zip(spelt, single, strict=True) if len(word) <= SHORT),
            ((n, f"/{''.join(sorted(word))}") for n, word in short),
            enumerate(f"!{seen}" for seen in skeleton("\n".join(self.words)).split("\n")),
            ((n, f"_{letters}") for n, name, letters in self._spoken_as(consonants(self._heard)) if len(name) >= LONG),
            self._by_custom(),
            *more,
        )
        sounds = [(n, f"~{sound}") for n, _, sound in self._spoken_as(rough_vowels(self._heard))]
        return _blocking_keys([(n, word) for n, word in spelt if len(word) > SHORT], sounds, whole)

    def kana(self, *, only: bool = False) -> _Numbered:
        """The consonants as katakana write them, of all words or of those in katakana `only`."""
        if only and not self._katakana:
            return ()
        spoken = self._spoken_as(as_japanese(consonants(self._heard)))
        return ((n, letters) for n, _, letters in spoken if n in self._katakana or not only)

    def _spoken_as(self, lines: str) -> Iterable[tuple[int, str, str]]:
        """The numbers of the words, what is spoken, and the line that is made of it."""
        return ((n, name, line) for (n, name), line in zip(self._spoken, lines.split("\n"), strict=False))

    def _by_custom(self) -> _Numbered:
        for number, word in enumerate(self.latin):
            if word in _FULL:
                yield from ((number, f"@{full}") for full in _FULL[word])
            if word.startswith(ABD) and is_abd(word):
                yield number, f"%{ABD}"


def _blocking_keys(
    spelt: Sequence[tuple[int, str]], sounds: Sequence[tuple[int, str]], whole: _Numbered
) -> BlockingKeys:
    """All texts, those that are spelt also without each of their letters, sounds without each of their vowels."""
    pairs = [*spelt, *sounds, *whole]
    numbers, texts = np.array([number for number, _ in pairs]), [text for _, text in pairs]
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    lines = Lines(texts)
    dropped = lines.without_a_letter(len(spelt) + len(sounds))
    is_spelt, length = dropped.texts < len(spelt), lengths[dropped.texts]
    has_slips = is_spelt | (_is_vowel(dropped.letters) & (length > _SOUND_WITH_SLIPS))
    owners, places = dropped.texts[has_slips], dropped.places[has_slips] + 1
    places[length[has_slips] >= LONG] = 0
    return BlockingKeys(
        np.concatenate((lines.checksums(), dropped.sums[has_slips])),
        np.concatenate((numbers, numbers[owners])),
        np.concatenate((np.zeros(len(texts), np.intp), places)),
    )


def _is_vowel(letters: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    vowels: npt.NDArray[np.bool_] = (letters[:, None] == _VOWELS).any(axis=1)
    return vowels
