"""The gaps between the words of a name in a text: may what is in them, or beside them, belong to the name?"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from matching.tables.name_parts import (
    ABBREVIATED_PARTICLES,
    ALIAS_SIGNS,
    ALIAS_WORDS,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    HONORIFICS,
    PARTICLES,
    PARTICLES_OF_TWO_LETTERS,
    SPELT_CONJUNCTIONS,
    SUFFIXES,
)
from matching.text.folding import fold_words
from matching.text.passage import Passage, Separator

_MAX_BETWEEN = 6  # words between two parts of one name
_INITIAL_AND_NICKNAME = 2  # words
_LONGEST_NICKNAME = 5  # words: "the Wolf of Bari"
_LONGEST_ALIAS = 3  # words with the one before it, without quotation marks: detto Rico
_VERSUS = "v"
_SMALL_ANDS = frozenset(word for one in SPELT_CONJUNCTIONS for word in fold_words(one))
CLOSE = {Separator.NOTHING, Separator.HYPHEN, Separator.STOP}
_ASIDE = {Separator.COMMA, Separator.QUOTE}


class GapKind(Enum):
    """What is between two linked words of a name."""

    NOTHING = "nothing"
    COMMA = "comma"
    QUOTED = "quoted"  # a quotation mark, as around a nickname that is linked itself
    NICKNAME = "nickname"
    COORDINATED = "coordinated"  # other given names under the same family name
    PARTICLE = "particle"  # particles, titles and initials
    MIDDLE = "middle"  # one or two further names


class Gap(NamedTuple):
    """What is between two links, and what it costs."""

    kind: GapKind
    cost: float


NOTHING_BETWEEN = Gap(GapKind.NOTHING, 0.0)


_SEAMS = {Separator.COMMA: Gap(GapKind.COMMA, 0.1), Separator.QUOTE: Gap(GapKind.QUOTED, 0.1)}


def _nickname(words: Sequence[str], separators: Sequence[Separator]) -> Gap | None:
    """A name in quotation marks or brackets, or after "known as" between commas; None if it is neither."""
    quoted = separators[0] is Separator.QUOTE and separators[-1] is Separator.QUOTE and len(words) <= _LONGEST_NICKNAME
    if quoted and not CONJUNCTIONS & set(words):
        return Gap(GapKind.NICKNAME, 0.05)
    return Gap(GapKind.NICKNAME, 0.1) if words[0] in ALIAS_WORDS else None


def _in_brackets_or_behind_comma(words: Sequence[str], separators: Sequence[Separator]) -> Gap | None:
    """A nickname, or titles behind the comma of a family name: "Roe, Dr. Jane"; None if it is neither."""
    if separators[0] is Separator.COMMA and not _ASIDE & set(separators[1:]) and HONORIFICS.issuperset(words):
        return _SEAMS[Separator.COMMA]
    if separators[0] in _ASIDE and separators[-1] in _ASIDE:
        return _nickname(words, separators)
    return _nickname_beside_initial(words, separators)


def _nickname_beside_initial(words: Sequence[str], separators: Sequence[Separator]) -> Gap | None:
    """A nickname in quotation marks or brackets before or behind a middle initial: Jane Q. “Jay” Roe."""
    quoted = slice(1, None) if len(words[0]) == 1 else slice(0, -1) if len(words[-1]) == 1 else None
    if quoted is None or len(words) < _INITIAL_AND_NICKNAME:
        return None
    signs = separators[1:] if quoted.start else separators[:-1]
    is_quoted = signs[0] is Separator.QUOTE and signs[-1] is Separator.QUOTE and signs.count(Separator.QUOTE) == 2
    return _nickname(words[quoted], signs) if is_quoted else None


class Gaps:
    """The gaps of one passage; each is judged once."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._known: dict[tuple[int, int], Gap | None] = {}

    def between(self, start: int, end: int) -> Gap | None:
        """The gap of the words from `start` to `end` (exclusive) inside a name, None if they cannot be inside one."""
        if (start, end) not in self._known:
            self._known[start, end] = self._gap(start, end)
        return self._known[start, end]

    def _gap(self, start: int, end: int) -> Gap | None:
        separators = (
            [self.passage.separator(word) for word in range(start - 1, end)]
            if end - start <= _MAX_BETWEEN
            else [Separator.BORDER]
        )
        if Separator.BORDER in separators or Separator.POSSESSIVE in separators:
            return None
        if start == end:
            if separators[0] is Separator.QUOTE and self.passage.ends_quotation(start - 1):
                return None
            return _SEAMS.get(separators[0], NOTHING_BETWEEN)
        words = [self.passage.folded.word(word) for word in range(start, end)]
        if aside := _in_brackets_or_behind_comma(words, separators):
            return aside
        if self._coordinates(words, separators, start):
            return Gap(GapKind.COORDINATED, 0.1)
        return None if _ASIDE & set(separators) else self._inner(words, start)

    def _inner(self, words: Sequence[str], start: int) -> Gap | None:
        """Particles, titles and initials inside a name cost almost nothing, one or two further names more."""
        further = 0
        if tuple(words) in PARTICLES_OF_TWO_LETTERS:
            return Gap(GapKind.PARTICLE, 0.1)
        if words[0] in ALIAS_SIGNS and 1 < len(words) <= _LONGEST_ALIAS and self.passage.is_capital(start + 1):
            return Gap(GapKind.NICKNAME, 0.1)  # Jane alias Rose Roe
        for number, word in enumerate(words, start):
            if word in PARTICLES or word in HONORIFICS or word in SUFFIXES or word in ABBREVIATED_PARTICLES:
                continue
            if not self.passage.is_capital(number):
                return None
            further += len(word) > 1
        if further > 2:
            return None
        return Gap(GapKind.MIDDLE, 0.4 * further) if further else Gap(GapKind.PARTICLE, 0.1)

    def _coordinates(self, words: Sequence[str], separators: Sequence[Separator], start: int) -> bool:
        """True for "and Zhenxing" in "Kejia and Zhenxing Wang": other given names under one family name.

        A name that follows the first without a comma is its own family name: "Kejia Li and Zhenxing Wang".
        """
        joints = [
            place
            for place, word in enumerate(words)
            if (word in CONJUNCTIONS and not self.is_initial(start + place)) or self._is_small_and(start + place)
        ]
        if not joints or joints[-1] == len(words) - 1 or len(words) - joints[-1] > 4:
            return False
        if joints[0] > 0 and separators[0] not in {Separator.COMMA, Separator.QUOTE}:
            return False
        names = [number for number, word in enumerate(words, start) if number - start not in joints]
        return separators[-1] in CLOSE | {Separator.QUOTE} and all(map(self.passage.is_capital, names))

    def _is_small_and(self, word: int) -> bool:
        """True for an "and" that only its accents or small letters tell from other words: és, și, dan."""
        if self.passage.folded.word(word) not in _SMALL_ANDS:
            return False
        start, end = self.passage.folded.span(word, word)
        return self.passage.folded.text[start:end] in SPELT_CONJUNCTIONS

    def is_initial(self, word: int) -> bool:
        """True for a capital letter inside a name: its E., I. or Y. is no "and", its D. no "de".

        In a line of capitals only the full stop says so, of V. not even that: ROE V. DOE.
        """
        folded = self.passage.folded
        before = next((one for one in range(word - 1, -1, -1) if len(folded.word(one)) > 1), None)
        if before is None or len(folded.word(word)) > 1 or not self.passage.is_capital(word):
            return False
        is_stopped = folded.word(word) != _VERSUS and self.passage.separator(word) is Separator.STOP
        return is_stopped or not folded.cased_word(before).isupper()

    def stands_in_longer(self, first: int, last: int) -> bool:
        """True if the text's name continues before word `first` or after word `last`."""
        return self._runs_on(first - 1, first) or self._runs_on(last + 1, last)

    def is_tail(self, word: int) -> bool:
        """True if a hyphen ties the word to the one before it."""
        tied = word > 0 and self.passage.separator(word - 1) is Separator.HYPHEN
        return tied and not self.passage.is_elided(word - 1)

    def _runs_on(self, word: int, neighbour: int) -> bool:
        """True if the text's name continues with this word beside `neighbour`, the last one that was linked."""
        if not 0 <= word < self.passage.folded.count:
            return False
        separator = self.passage.separator(min(word, neighbour))
        if separator is Separator.HYPHEN and not self.passage.is_elided(min(word, neighbour)):
            return True
        text = self.passage.folded.word(word)
        if text in HONORIFICS or text in CONJUNCTIONS or text in FUNCTION_WORDS or not self.passage.is_capital(word):
            return False
        return separator in {Separator.NOTHING, Separator.QUOTE}
