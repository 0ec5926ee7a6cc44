"""Listed words of other scripts by how they sound, for texts in Latin letters.

Only names of entries that are listed in no Latin letters at all need them: others are met by their Latin names.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from matching.index.arrays import Numbers, Places
from matching.index.sounds.joined_names import joined_in_scripts
from matching.index.sounds.sound_index import FARTHEST, HeardWord, Skeletons
from matching.names.sounds.distance import sound_distances
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.scripts import Script, script_of, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons


class ScriptWords:
    """Finds the listed words of other scripts that a word in Latin letters may be."""

    def __init__(self, spelt: Mapping[tuple[int, ...], Sequence[str]]) -> None:
        """`spelt` are the spellings that are looked for, by the numbers of the listed words that they are of."""
        self._listed: list[tuple[tuple[int, ...], str, Script]] = []
        keys, places = array("Q"), array("I")
        for numbers, spellings in spelt.items():
            for spelling in spellings:
                script = script_of(spelling)
                if script is not None and script is not Script.HAN:
                    skeletons = written_skeletons(script_phones(spelling, script))
                    keys.extend(skeletons)
                    places.extend([len(self._listed)] * len(skeletons))
                    self._listed.append((numbers, spelling, script))
        self._skeletons = Skeletons.of(keys, places)

    def __bool__(self) -> bool:
        return len(self._skeletons.keys) > 0

    def find(self, word: str) -> list[HeardWord]:
        """The listed words that a folded word in Latin letters sounds like."""
        if not self or len(phones := latin_phones(word)) < 2:
            return []
        keys = listed_skeletons(phones, syllabic=False) | listed_skeletons(phones, syllabic=True)
        by_script: dict[Script, list[int]] = {}
        for place in self._skeletons.find(keys):
            by_script.setdefault(self._listed[place][2], []).append(place)
        return [found for script, places in by_script.items() for found in self._near(word, script, places)]

    def _near(self, word: str, script: Script, places: Sequence[int]) -> Iterator[HeardWord]:
        listed = [self._listed[place] for place in places]
        distances = sound_distances([word] * len(places), [spelling for _, spelling, _ in listed], script, FARTHEST)
        for (numbers, _, _), distance in zip(listed, distances.tolist(), strict=True):
            if distance <= FARTHEST:
                yield HeardWord(numbers, distance)


def spelt_without_latin(
    named: Numbers, named_start: Numbers, variant_actor: Numbers, words: Sequence[str]
) -> dict[tuple[int, ...], tuple[str, ...]]:
    """The spellings of the identifying words, by number, of the entries that have no name in Latin letters.

    The words of variant n are `named` from `named_start[n]` to `named_start[n + 1]`, by number.
    """
    numbers = _words_without_latin(named, named_start, variant_actor, words)
    joined = joined_in_scripts(named, named_start, words, frozenset(numbers)).items()
    return dict(chain((((number,), (words[number],)) for number in numbers), joined))


def _words_without_latin(
    named: Numbers, named_start: Numbers, variant_actor: Numbers, words: Sequence[str]
) -> list[int]:
    is_latin = np.fromiter((word.isascii() for word in words), bool, len(words))
    counts: Places = (named_start[1:] - named_start[:-1]).astype(np.intp)
    owner = variant_actor.repeat(counts)
    with_latin = np.zeros(int(variant_actor.max(initial=0)) + 1, bool)
    with_latin[owner[is_latin[named]]] = True
    numbers: list[int] = np.unique(named[~with_latin[owner]]).tolist()
    return numbers
