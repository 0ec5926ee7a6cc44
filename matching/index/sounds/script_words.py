"""Listed words of other scripts by how they sound, for texts in Latin letters.

Only names of entries that are listed in no Latin letters at all need them: others are met by their Latin names.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from matching.index.arrays import Numbers, Places
from matching.index.sounds.sound_index import FARTHEST, HeardWord, Skeletons
from matching.names.sounds.distance import sound_distances
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.scripts import Script, script_of, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons


class ScriptWords:
    """Finds the listed words of other scripts that a word in Latin letters may be."""

    def __init__(self, words: Sequence[str], numbers: Sequence[int]) -> None:
        """`numbers` are those of the words that are looked for."""
        self._words = words
        self._scripts: dict[int, Script] = {}
        keys, of_word = array("Q"), array("I")
        for number in numbers:
            script = script_of(words[number])
            if script is not None and script is not Script.HAN:
                self._scripts[number] = script
                skeletons = written_skeletons(script_phones(words[number], script))
                keys.extend(skeletons)
                of_word.extend([number] * len(skeletons))
        self._skeletons = Skeletons.of(keys, of_word)

    def __bool__(self) -> bool:
        return len(self._skeletons.keys) > 0

    def find(self, word: str) -> list[HeardWord]:
        """The listed words that a folded word in Latin letters sounds like."""
        if not self or len(phones := latin_phones(word)) < 2:
            return []
        keys = listed_skeletons(phones, syllabic=False) | listed_skeletons(phones, syllabic=True)
        by_script: dict[Script, list[int]] = {}
        for number in self._skeletons.find(keys):
            by_script.setdefault(self._scripts[number], []).append(number)
        return [found for script, numbers in by_script.items() for found in self._near(word, script, numbers)]

    def _near(self, word: str, script: Script, numbers: Sequence[int]) -> Iterator[HeardWord]:
        distances = sound_distances(
            [word] * len(numbers), [self._words[number] for number in numbers], script, FARTHEST
        )
        for number, distance in zip(numbers, distances.tolist(), strict=True):
            if distance <= FARTHEST:
                yield HeardWord(number, distance)


def words_without_latin(
    named: Numbers, named_start: Numbers, variant_actor: Numbers, words: Sequence[str]
) -> list[int]:
    """The identifying words of the entries that have no name in Latin letters.

    The words of variant n are `named` from `named_start[n]` to `named_start[n + 1]`, by number.
    """
    is_latin = np.fromiter((word.isascii() for word in words), bool, len(words))
    counts: Places = (named_start[1:] - named_start[:-1]).astype(np.intp)
    owner = variant_actor.repeat(counts)
    with_latin = np.zeros(int(variant_actor.max(initial=0)) + 1, bool)
    with_latin[owner[is_latin[named]]] = True
    numbers: list[int] = np.unique(named[~with_latin[owner]]).tolist()
    return numbers
