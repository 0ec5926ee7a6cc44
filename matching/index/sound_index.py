"""Listed words in Latin letters by how they sound, for words of texts in other scripts.

It is made when the first such word is met, so that texts in Latin letters pay nothing for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from matching.index.arrays import Hashes, Numbers
from matching.names.parsing import EASTERN_FAMILY_NAMES
from matching.names.sounds.base_forms import base_forms
from matching.names.sounds.distance import sound_distance
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import Phones
from matching.names.sounds.scripts import Script, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons

_MOST_COMPARED = 40  # words with a skeleton in common
_MOST_FOUND = 32
_MOST_REMEMBERED = 50_000  # words, some 10 MB
_ROUGH = {"e": "i", "u": "o", "w": "v", "j": "i"}
FARTHEST = 0.2  # distance at which a word may still be the listed one
_OTHER_FORM = 0.03  # what a basic form is farther than the word itself


class HeardWord(NamedTuple):
    """A listed word, by number, that a word sounds like, and how far it is from it."""

    number: int
    distance: float


class Skeletons(NamedTuple):
    """Skeletons, ascending, each with the number of its word."""

    keys: Hashes
    numbers: Numbers

    @classmethod
    def of(cls, keys: array[int], numbers: array[int]) -> Skeletons:
        """The skeletons `keys` of the words `numbers`, sorted."""
        all_keys, all_numbers = np.array(keys, np.uint64), np.array(numbers, np.uint32)
        order = np.argsort(all_keys, kind="stable")
        return cls(all_keys[order], all_numbers[order])

    def find(self, skeletons: Iterable[int]) -> list[int]:
        """The words with one of these skeletons, each once."""
        keys = np.array(sorted(skeletons), np.uint64)
        starts, ends = self.keys.searchsorted(keys, "left"), self.keys.searchsorted(keys, "right")
        found: list[int] = []
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            if start < end:
                found += self.numbers[start:end].tolist()
        return list(dict.fromkeys(found))


class SoundIndex:
    """Finds the listed words that a word of another script may be."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._found: dict[str, list[HeardWord]] = {}

    def find(self, word: str, script: Script) -> list[HeardWord]:
        """The listed words that a folded word may be, in any of its basic forms, the nearest first; remembered."""
        if (found := self._found.get(word)) is None:
            if len(self._found) > _MOST_REMEMBERED:
                self._found.clear()
            found = self._found[word] = self._find(word, script)
        return found

    def _find(self, word: str, script: Script) -> list[HeardWord]:
        nearest: dict[int, float] = {}
        for other, form in enumerate(base_forms(word, script)):
            for number, distance in self._heard(form, script):
                nearest[number] = min(nearest.get(number, 1.0), distance + _OTHER_FORM * (other > 0))
        found = [HeardWord(number, distance) for number, distance in nearest.items() if distance <= FARTHEST]
        return sorted(found, key=lambda one: one.distance)[:_MOST_FOUND]

    def _heard(self, form: str, script: Script) -> Iterator[tuple[int, float]]:
        phones = script_phones(form, script)
        if len(phones) < 2:
            return
        for number in self._compared(phones, self._candidates(phones, script)):
            if script is Script.HANGUL and self._words[number] in EASTERN_FAMILY_NAMES:
                continue  # Hangul spells Korean and Chinese names by other rules than foreign ones
            distance = sound_distance(self._words[number], form, script, FARTHEST)
            if distance <= FARTHEST:
                yield number, distance

    def _candidates(self, phones: Phones, script: Script) -> list[int]:
        """The listed words with a skeleton in common."""
        skeletons = self._syllabic if script.is_syllabic else self._alphabetic
        return skeletons.find(written_skeletons(phones))

    def _compared(self, phones: Phones, candidates: list[int]) -> list[int]:
        """The candidates that are compared sound by sound; of many, those with the most similar likeliest sounds."""
        if len(candidates) <= _MOST_COMPARED:
            return candidates
        listed = {number: _likeliest_of(self._words[number]) for number in candidates}
        ranked = process.extract(_likeliest(phones), listed, scorer=Indel.distance, limit=_MOST_COMPARED)
        return [number for _, _, number in ranked]

    @cached_property
    def _alphabetic(self) -> Skeletons:
        return self._indexed(syllabic=False)

    @cached_property
    def _syllabic(self) -> Skeletons:
        return self._indexed(syllabic=True)

    def _indexed(self, *, syllabic: bool) -> Skeletons:
        keys, numbers = array("Q"), array("I")
        for number, word in enumerate(self._words):
            if len(word) > 1 and word.isascii() and word.isalpha():
                skeletons = listed_skeletons(latin_phones.__wrapped__(word), syllabic=syllabic)
                keys.extend(skeletons)
                numbers.extend([number] * len(skeletons))
        return Skeletons.of(keys, numbers)


def _likeliest(phones: Phones) -> str:
    """The likeliest sound of each phone, rough for vowels."""
    return "".join(_ROUGH.get(phone[0], phone[0]) for phone in phones)


@lru_cache(maxsize=131_072)
def _likeliest_of(listed: str) -> str:
    return _likeliest(latin_phones(listed))
