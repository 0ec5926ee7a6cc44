"""Inflected names that may also be another person's name as it is written, and so are not as good as the listed form.

    Александра Иванова      the case of a man's name, or a woman's name
    Adam Rolands            the case of Roland in some languages, another family name in others
    Иван Петрова            the given name has no ending: perhaps two people, or a slip

Such a mention is for review.
"""

from __future__ import annotations

import re

from core.lazy_property import lazy_property
from core.records import MatchMethod
from matching.index.variants.name_variant import NameVariant
from matching.mentions.agreement import ends_in_case
from matching.mentions.alignment import Alignment
from matching.names.transliteration import latinise
from matching.tables.common_native_names import ALSO_WOMENS
from matching.text.passage import Passage

_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ÖØ-Þ]\w+")
_OF_DECLINING = re.compile("[ąćęłńśźżčďěňřšťůžđėįųūāēģīķļņőűğış]")
_LEAST_SHARE = 0.01  # of the letters of words without a capital; Slovene has 3 in a hundred, Polish 7
_SLAVIC = re.compile("[а-яёіїєґђјљњћџ]|[ąćęłńśźżčďěňřšťůžđ]")
_INDECLINABLE = re.compile("[eiouyеиоуыэюєії]$")
_WOMENS_FAMILY = re.compile("(?:[oe]va|[iy]na|a?ya|aia|ska|cka)$")
_WIFES = re.compile("ov(?:a|e|ou|ej)$")
_AS_WOMAN = "with these endings perhaps the name of a woman"
_ONLY_GIVEN = "only the given name has an ending: perhaps another name"
_ONLY_FAMILY = "only the family name has an ending: perhaps another name"
_NO_CASES = "the text seems to be in a language without cases: perhaps another name"


class CaseReadings:
    """Judges the inflected names of one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    def other(self, variant: NameVariant, alignment: Alignment) -> str | None:
        """Whose name it may be as it is written, in words; None where the endings leave no doubt."""
        words = self._words(alignment)
        is_latin = all(written.isascii() for _, written, _ in words)
        if is_latin and not self._declines and not ends_in_case(alignment, self.passage.folded):
            return _NO_CASES
        if not variant.person or len(words) == 1:
            return None
        (given, written_given, given_method), (family, written_family, family_method) = words[0], words[-1]
        if given_method is MatchMethod.INFLECTION and _may_be_woman(written_given, given, family, written_family):
            return _AS_WOMAN
        if not self._is_slavic or (is_latin and variant.order == "family-first"):
            return None  # only the last word has an ending
        if given_method is not MatchMethod.INFLECTION and not _INDECLINABLE.search(given):
            return (
                None if _WOMENS_FAMILY.search(latinise(family)) else _ONLY_FAMILY
            )  # Kirsten Mehrová: Kirsten Mehrovou
        declinable = not _INDECLINABLE.search(family) and not given.endswith(("a", "а", "я"))
        return _ONLY_GIVEN if family_method is not MatchMethod.INFLECTION and declinable else None

    def _words(self, alignment: Alignment) -> list[tuple[str, str, MatchMethod]]:
        """The identifying words, given name first: as listed, as written, and by which method they were met."""
        found = [
            (
                indexes[-1],
                alignment.name.words[indexes[-1]],
                self.passage.folded.word(words[-1]),
                similarity.method,
            )
            for indexes, words, similarity in alignment.links
            if not set(indexes).isdisjoint(alignment.name.named)
        ]
        return [(listed, written, method) for _, listed, written, method in sorted(found)]

    @lazy_property
    def _declines(self) -> bool:
        """True for a text in Latin letters that is in a Slavic, Baltic, Hungarian or Turkish language."""
        letters = "".join(_SMALL_WORD.findall(self.passage.folded.text))
        return len(_OF_DECLINING.findall(letters)) > _LEAST_SHARE * len(letters)

    @lazy_property
    def _is_slavic(self) -> bool:
        return _SLAVIC.search(self.passage.folded.text.casefold()) is not None


def _may_be_woman(given: str, listed_given: str, family: str, written_family: str) -> bool:
    """True if the written given name is also a woman's, with a family name that a woman may have."""
    is_wifes = _WIFES.search(written_family) is not None and not family.endswith("ov") and not _WIFES.search(family)
    if is_wifes and not _INDECLINABLE.search(listed_given):
        return True  # Danu Kovačovou is no case of Dan Kovač
    latin = latinise(given)
    stem = latin.removesuffix("ya") if latin.endswith("ya") else latin.removesuffix("a")
    if stem == latin or stem not in ALSO_WOMENS:
        return False
    return family == written_family or _WOMENS_FAMILY.search(latinise(written_family)) is not None
