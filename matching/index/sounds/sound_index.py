"""Listed words in Latin letters by how they sound, for words of texts in other scripts.

It is made when the first such word is met, so that texts in Latin letters pay nothing for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, starmap
from typing import NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from matching.index.arrays import Hashes, Numbers
from matching.index.sounds.joined_names import Run
from matching.names.parsing import EASTERN_FAMILY_NAMES
from matching.names.sounds.base_forms import base_forms
from matching.names.sounds.distance import ListedPhones
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import Phones
from matching.names.sounds.scripts import Script, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons

_MOST_COMPARED = 40  # words with a skeleton in common
_MOST_FOUND = 32
_MOST_REMEMBERED = 50_000  # words, some 10 MB
_ROUGH = {"e": "i", "u": "o", "w": "v", "j": "i"}
FARTHEST = 0.2  # distance at which a word may still be the listed one
_FARTHEST_AS_ONE = 0.17  # the same of two words that are written as one
_OTHER_FORM = 0.03  # what a basic form is farther than the word itself


class HeardWord(NamedTuple):
    """The listed words, by number, that a word sounds like, one or two that are written as one, and how far it is."""

    numbers: tuple[int, ...]
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
        return self.find_each([skeletons])[0]

    def find_each(self, some: Sequence[Iterable[int]]) -> list[list[int]]:
        """For each of some sets of skeletons the words with one of them, each once; all are looked up together."""
        keys = list(map(sorted, some))
        asked = np.fromiter(chain.from_iterable(keys), np.uint64)
        starts, ends = self.keys.searchsorted(asked, "left").tolist(), self.keys.searchsorted(asked, "right").tolist()
        known = [(start, end) if start < end else None for start, end in zip(starts, ends, strict=True)]
        bounds = iter(known)
        return [self._of_words(list(filter(None, islice(bounds, count)))) for count in map(len, keys)]

    def _of_words(self, bounds: Sequence[tuple[int, int]]) -> list[int]:
        """The words with the skeletons between these bounds, each once."""
        found = [self.numbers[start:end].tolist() for start, end in bounds]
        return found[0] if len(found) == 1 else list(dict.fromkeys(chain.from_iterable(found)))


class SoundIndex:
    """Finds the listed words that a word of another script may be."""

    def __init__(self, words: Sequence[str], joined: Callable[[], Mapping[Run, Sequence[str]]]) -> None:
        """`joined` gives the pairs of words, by number, that may be written as one, each with its spellings."""
        self._listed, self._join = words, joined
        self._found: dict[str, list[HeardWord]] = {}

    def find(self, word: str, script: Script) -> list[HeardWord]:
        """The listed words that a folded word may be, in any of its basic forms, the nearest first; remembered."""
        if word not in self._found:
            self.learn([word], script)
        return self._found[word]

    def learn(self, words: Iterable[str], script: Script) -> None:
        """Finds them for several words of a script, which takes much less time than for one by one."""
        if len(self._found) > _MOST_REMEMBERED:
            self._found.clear()
        forms = {word: base_forms(word, script) for word in words if word not in self._found}
        near = self._near(list(dict.fromkeys(chain.from_iterable(forms.values()))), script)
        for word, some in forms.items():
            nearest: dict[tuple[int, ...], float] = {}
            for form in some:
                for numbers, distance in near.get(form, ()):
                    farther = distance + _OTHER_FORM * (form != word)
                    if farther <= nearest.get(numbers, FARTHEST):
                        nearest[numbers] = farther
            found = starmap(HeardWord, nearest.items())
            self._found[word] = sorted(found, key=lambda one: one.distance)[:_MOST_FOUND]

    def _near(self, forms: Sequence[str], script: Script) -> dict[str, list[HeardWord]]:
        """For basic forms the listed words that are near enough; forms without one are left out."""
        compared = self._compared(forms, script)
        numbers = np.fromiter(chain.from_iterable(compared), np.intp)
        written = np.arange(len(forms)).repeat(list(map(len, compared)))
        distances = self._phones.distances(numbers, forms, written, script, FARTHEST)
        pairs = (distances <= np.where(numbers < len(self._listed), FARTHEST, _FARTHEST_AS_ONE)).nonzero()[0]
        near: dict[str, list[HeardWord]] = {}
        for place, number, distance in zip(
            written[pairs].tolist(), numbers[pairs].tolist(), distances[pairs].tolist(), strict=True
        ):
            near.setdefault(forms[place], []).append(HeardWord(self._numbers(number), distance))
        return near

    def _compared(self, forms: Sequence[str], script: Script) -> list[list[int]]:
        """For each basic form the listed words that it is compared with, sound by sound: with a skeleton in common."""
        skeletons = self._syllabic if script.is_syllabic else self._alphabetic
        phones = [script_phones(form, script) for form in forms]
        found = skeletons.find_each([written_skeletons(one) if len(one) > 1 else () for one in phones])
        return [self._likeliest_among(numbers, one, script) for numbers, one in zip(found, phones, strict=True)]

    def _likeliest_among(self, found: list[int], phones: Phones, script: Script) -> list[int]:
        """Of many listed words those with the most similar likeliest sounds."""
        if len(found) > _MOST_COMPARED:
            listed = list(map(self._likeliest.__getitem__, found))
            ranked = process.extract(_likeliest(phones), listed, scorer=Indel.distance, limit=_MOST_COMPARED)
            found = [found[place] for _, _, place in ranked]
        if script is Script.HANGUL:  # which spells Korean and Chinese names by other rules than foreign ones
            found = [number for number in found if self._words[number] not in EASTERN_FAMILY_NAMES]
        return found

    def _numbers(self, place: int) -> tuple[int, ...]:
        """The listed words that the spelling at this place is of."""
        count = len(self._listed)
        return (place,) if place < count else self._runs[place - count]

    @cached_property
    def _joined(self) -> Mapping[Run, Sequence[str]]:
        return self._join()

    @cached_property
    def _runs(self) -> Sequence[Run]:
        return [run for run, spellings in self._joined.items() for _ in spellings]

    @cached_property
    def spelt_as_one(self) -> Sequence[str]:
        """Two words of names as other scripts may write them as one, in Latin letters."""
        return [spelling for spellings in self._joined.values() for spelling in spellings]

    @cached_property
    def _words(self) -> Sequence[str]:
        """The listed words, and behind them those that are written as one."""
        return (*self._listed, *self.spelt_as_one)

    @cached_property
    def _likeliest(self) -> _LikeliestSounds:
        return _LikeliestSounds(self._words)

    @cached_property
    def _phones(self) -> ListedPhones:
        return ListedPhones([word if _is_spoken(word) else "" for word in self._words])

    @cached_property
    def _alphabetic(self) -> Skeletons:
        return self._indexed(syllabic=False)

    @cached_property
    def _syllabic(self) -> Skeletons:
        return self._indexed(syllabic=True)

    def _indexed(self, *, syllabic: bool) -> Skeletons:
        keys, numbers = array("Q"), array("I")
        for number, word in enumerate(self._words):
            if _is_spoken(word):
                skeletons = listed_skeletons(latin_phones(word), syllabic=syllabic)
                keys.extend(skeletons)
                numbers.extend([number] * len(skeletons))
        return Skeletons.of(keys, numbers)


def _is_spoken(word: str) -> bool:
    """True for a listed word in Latin letters that is no initial."""
    return len(word) > 1 and word.isascii() and word.isalpha()


def _likeliest(phones: Phones) -> str:
    """The likeliest sound of each phone, rough for vowels."""
    return "".join(_ROUGH.get(phone[0], phone[0]) for phone in phones)


class _LikeliestSounds(dict[int, str]):
    """The likeliest sounds of listed words in Latin letters, by number; filled as they are asked for."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, number: int) -> str:
        found = self[number] = _likeliest(latin_phones(self._words[number]))
        return found
