"""Korean names in Latin letters, for texts that write the whole name as one Hangul word: 박철운, Pak Chol-un.

The syllables are compared in the key in which all romanisations agree (`names/romanisations.py`). Two syllables are too
little to know a person by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from matching.names.parsing import EASTERN_FAMILY_NAMES
from matching.names.romanisations import KOREAN
from matching.names.sounds.base_forms import base_forms
from matching.names.sounds.scripts import Script
from matching.names.transliteration import latinise

_SYLLABLES = (3, 4)
_MOST = 50  # runs of one word


class HangulNames:
    """Finds the listed words that make up a whole name; the keys are made when the first Hangul word is met."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def runs(self, word: str) -> list[tuple[int, ...]]:
        """The family name and the given name, of one word or two, that a Hangul word may be, by number."""
        found = [run for form in base_forms(word, Script.HANGUL) if len(form) in _SYLLABLES for run in self._runs(form)]
        return found[:_MOST]

    def _runs(self, form: str) -> Iterator[tuple[int, ...]]:
        families = [number for number in self._written_as(form[:1]) if self._words[number] in EASTERN_FAMILY_NAMES]
        given = form[1:]
        for family in families:
            for whole in self._written_as(given):
                yield family, whole
            for cut in range(1, len(given)):
                for first in self._written_as(given[:cut]):
                    yield from ((family, first, second) for second in self._written_as(given[cut:]))

    def _written_as(self, syllables: str) -> Sequence[int]:
        return self._by_key.get(KOREAN.key(latinise(syllables)), ())

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[int]]:
        by_key: defaultdict[str, list[int]] = defaultdict(list)
        latin = [number for number, word in enumerate(self._words) if word.isascii() and word.isalpha()]
        for number, key in zip(latin, KOREAN.keys([self._words[number] for number in latin]), strict=True):
            by_key[key].append(number)
        return by_key


def pieces(form: str) -> set[str]:
    """The syllables of a whole name that may be words of it: the first, the rest, and the rest divided."""
    if len(form) not in _SYLLABLES:
        return set()
    return {
        form[:1],
        form[1:],
        *(form[1:cut] for cut in range(2, len(form))),
        *(form[cut:] for cut in range(2, len(form))),
    }
