"""What makes a naming doubtful: what stands beside it, how it is written, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.records import MatchMethod
from matching.index.name_variants import NameVariant
from matching.mentions.alignment import Alignment
from matching.mentions.surroundings import Surroundings
from matching.names.transliteration import is_syllable
from matching.tables.common_names import COMMON_NAMES
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import CHILD_OF, GENERATIONS, KUNYAS, PARTICLES
from matching.text.passage import Passage, Separator


class ScoreCap(NamedTuple):
    """At most what a naming is worth, and why. What is worth less than 40 is lifted by no context."""

    worth: int
    note: str


_TWO_PEOPLE = ScoreCap(35, "the comma parts two people")  # no context makes them one
_PERHAPS_TWO = ScoreCap(60, "perhaps two people of a list")
_OTHER_GENERATION = ScoreCap(35, "a parent or child of the same name")
_A_GENERATION = ScoreCap(66, "perhaps a parent or child of the same name")
_FIRST_AND_LAST = 2  # words of a name that another first name makes somebody else's: Hafez Bashar al-Assad
_ANOTHER_FIRST_NAME = ScoreCap(66, "behind another first name")
_A_CHILD = ScoreCap(35, "a child of somebody of this name")
_A_PARENT = ScoreCap(60, "perhaps a parent of somebody of this name")
_NAMED_AFTER = ScoreCap(60, "perhaps a place, a ship or an institution that bears the name")
_ORDINARY = COMMON_NAMES | COMMON_WORDS
_ORDINARY_WORDS = ScoreCap(45, "written without a capital, as ordinary words")
_NO_CAPITALS = ScoreCap(60, "perhaps ordinary words of a text without capitals")
_SMALL_AT_FIRST = ScoreCap(66, "its first word is written without a capital, as an ordinary word")
_WITHOUT_KUNYA = ScoreCap(62, "perhaps the child whose parent is listed")
_SENTENCE_START = ScoreCap(60, "perhaps ordinary words at the beginning of a sentence")


class ScoreCaps:
    """The doubts about the namings in one passage."""

    def __init__(self, passage: Passage, surroundings: Surroundings) -> None:
        self.passage, self.surroundings = passage, surroundings

    def of(self, variant: NameVariant, first: int, last: int) -> Iterator[ScoreCap]:
        """What makes it doubtful that the words from `first` to `last` are a name at all, or the listed one."""
        passage = self.passage
        yield from self._beside(variant, first, last)
        if self._reads_as_words(variant, first, last):
            yield _ORDINARY_WORDS if passage.has_capitals else _NO_CAPITALS
        if variant.person:
            return
        if passage.is_small(first, last):
            yield _ORDINARY_WORDS
        elif self._may_begin_sentence(first, last):
            yield _SENTENCE_START
        elif passage.is_small(first, first) and passage.folded.word(first) not in PARTICLES:
            yield _SMALL_AT_FIRST

    def _beside(self, variant: NameVariant, first: int, last: int) -> Iterator[ScoreCap]:
        """What stands beside the words and makes it doubtful that they name the listed person."""
        beside = self.surroundings
        if beside.is_enumerated(first, last):
            yield _TWO_PEOPLE
        if not variant.person:
            return
        if last == first + 1 and beside.stands_in_list(first, last):
            yield _PERHAPS_TWO
        if (generation := beside.generation(last)) and generation not in variant.name.words:
            listed = any(word in GENERATIONS for word in variant.name.words)
            yield _OTHER_GENERATION if listed and _differs(variant, generation) else _A_GENERATION
        before = beside.before(first)
        if before in CHILD_OF:
            yield _A_CHILD
        elif before in KUNYAS:
            yield _A_PARENT
        if beside.is_named_after(first, last):
            yield _NAMED_AFTER
        if variant.name.full == _FIRST_AND_LAST and beside.follows_first_name(first):
            yield _ANOTHER_FIRST_NAME

    def _reads_as_words(self, variant: NameVariant, first: int, last: int) -> bool:
        """True if a name, all of ordinary words, has one without its capital, as in "Will young people vote?".

        Syllables of Korean and Chinese names are often written small. Of a company's name in a text that has capitals
        more is asked.
        """
        words = [variant.name.words[index] for index in variant.name.named]
        if not all(word in _ORDINARY for word in words) or all(map(is_syllable, words)):
            return False
        small = (word for word in range(first, last + 1) if not self.passage.is_capital(word))
        asked = variant.person or not self.passage.has_capitals
        return asked and any(self.passage.folded.word(word) in words for word in small)

    def _may_begin_sentence(self, first: int, last: int) -> bool:
        """True if a capital stands only where every sentence has one, and no quotation mark sets the words apart."""
        if first == last or not self.passage.is_small(first + 1, last):
            return False
        quoted = last + 1 < self.passage.folded.count and self.passage.separator(last) is Separator.QUOTE
        return not quoted and (first in self.passage.sentences or self.passage.separator(first - 1) is Separator.BORDER)

    def within(self, variant: NameVariant, alignment: Alignment) -> Iterator[ScoreCap]:
        """What makes it doubtful that the words that were met are the listed name."""
        met = {index: (some[0], one.method) for indexes, some, one in alignment.links for index in indexes}
        if variant.name.words[0] in KUNYAS and 0 not in met:
            yield _WITHOUT_KUNYA
        words = [met[index][0] for index in variant.name.named if index in met and met[index][1] != MatchMethod.VISUAL]
        if variant.person and self.passage.has_capitals and any(map(self._is_plain, words)):
            yield _ORDINARY_WORDS

    def _is_plain(self, word: int) -> bool:
        """True for a word without a capital, unless a hyphen ties it to the one before; syllables are written so."""
        if self.passage.is_capital(word) or is_syllable(self.passage.folded.word(word)):
            return False
        return word == 0 or self.passage.separator(word - 1) is not Separator.HYPHEN


def _differs(variant: NameVariant, generation: str) -> bool:
    return all(GENERATIONS[generation] != GENERATIONS.get(word) for word in variant.name.words)


def capped(score: int, note: str, caps: Iterable[ScoreCap]) -> tuple[int, str]:
    """The score and its note, or those of the gravest doubt if it leaves less."""
    cap = min(caps, default=None)
    return (cap.worth, cap.note) if cap and cap.worth < score else (score, note)
