"""Foreign names in Han characters, whose parts a dot separates: 唐纳德·特朗普.

Little shows where such a name begins and ends, so that the ends of what is before the dot are tried, and the beginnings
of what is behind it; the nearest in sound to a listed name is taken. The order is always that of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.records import MatchMethod
from matching.index.lexicon import Lexicon
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.mentions.model import NameMention
from matching.names.similarity import heard
from matching.names.sounds.scripts import Script
from matching.text.folding import fold_words
from matching.text.passage import Passage

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_DOTS = "·・‧•∙･"
_DOTTED = re.compile(rf"([{_HAN}]{{1,7}})[{_DOTS}](?=([{_HAN}]{{1,7}}))")
_ONLY_IN_NAMES = re.compile("[斯尔爾姆茨兹茲娃娜妮蒂莎恩伯莱萊鲁魯丁娅婭珀赫廷汀兰蘭逊遜森姬黛芬]")
"""Characters of foreign names that hardly a word of the text behind one begins with."""
_SHORT = 4  # characters of a given name, and of few phrases before a name
_MOST = 200  # dots of a passage


def dotted_parts(text: str) -> Iterator[str]:
    """Every stretch of Han characters that may be a part of a dotted name in the text, folded."""
    for found in _DOTTED.finditer(text):
        before, behind = ("".join(fold_words(part)) for part in found.groups())
        yield from (before[cut:] for cut in range(len(before)))
        yield from (behind[:cut] for cut in range(1, len(behind) + 1))


class _DottedPart(NamedTuple):
    """A stretch of characters, by their words in the passage, with the listed words that it sounds like."""

    words: tuple[int, ...]
    heard: Mapping[int, float]


class DottedNames:
    """Finds the listed names of two parts in one passage."""

    def __init__(self, lexicon: Lexicon, passage: Passage) -> None:
        self.lexicon, self.passage = lexicon, passage

    def find(self) -> Iterator[NameMention]:
        """The nearest place of each listed name at each dot."""
        if self.passage.folded.plain.isascii() or not any(dot in self.passage.folded.text for dot in _DOTS):
            return  # no Han characters or no dot, which is seen fast
        for number, found in enumerate(_DOTTED.finditer(self.passage.folded.text)):
            if number >= _MOST:
                return
            yield from self._at(found)

    def _at(self, found: re.Match[str]) -> Iterator[NameMention]:
        starts = self.passage.folded.spans[0]
        behind = int(starts.searchsorted(found.start(2)))
        before = range(behind - len(found[1]), behind)
        after = range(behind, behind + len(found[2]))
        cuts = range(1 if self._is_whole(found) else len(before))
        left = list(filter(None, (self._part(before[cut:]) for cut in cuts)))
        ends = (cut for cut in range(1, len(after) + 1) if not _ONLY_IN_NAMES.match(found[2], cut))
        right = list(filter(None, (self._part(after[:cut]) for cut in ends)))
        given = {number for part in left for number in part.heard}
        family = {number for part in right for number in part.heard}
        for owner in sorted(set(self.lexicon.candidates.names_with(given, family))):
            variant = self.lexicon.variants[owner]
            if variant.person and variant.name.full == 2 and (best := self._nearest(variant, left, right)):
                yield best

    def _is_whole(self, found: re.Match[str]) -> bool:
        """True if what is before the dot is short and stands behind a sign: then it is the name's first part."""
        before = self.passage.folded.text[: found.start(1)][-1:]
        return len(found[1]) <= _SHORT and before != "" and not before.isalnum()

    def _part(self, words: range) -> _DottedPart | None:
        text = "".join(map(self.passage.folded.word, words))
        listed = self.lexicon.vocabulary.sounds.find(text, Script.HAN)
        single = {one.numbers[0]: one.distance for one in listed if len(one.numbers) == 1}
        return _DottedPart(tuple(words), single) if single else None

    def _nearest(self, variant: NameVariant, left: list[_DottedPart], right: list[_DottedPart]) -> NameMention | None:
        """The mention of a name by the two parts whose distances are least in all."""
        words = self.lexicon.vocabulary.numbers
        given, family = (words[variant.name.words[index].encode()] for index in variant.name.named)
        pairs = [(one, other) for one in left if given in one.heard for other in right if family in other.heard]
        if not pairs:
            return None
        before, behind = min(pairs, key=lambda pair: pair[0].heard[given] + pair[1].heard[family])
        links = tuple(
            ((index,), part.words, heard(part.heard[number]))
            for index, part, number in zip(variant.name.named, (before, behind), (given, family), strict=True)
        )
        first, last, borders = before.words[0], behind.words[-1], self.passage.folded.borders
        cost = before.heard[given] + behind.heard[family]
        alignment = Alignment(variant.name, first, last, links, (), (), turned=False, longer=False, cost=cost)
        start, end = int(borders[first]) + 1, int(borders[last + 1])
        return NameMention(variant, MatchMethod.TRANSLITERATION, first, last, start, end, alignment=alignment)
