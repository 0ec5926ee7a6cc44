"""Is a name in a text that of a street, a ship or a prize that is named after a person?"""

from __future__ import annotations

import re

from matching.mentions.surroundings import NO_NAMES, TIED, Surroundings
from matching.tables.name_parts import SAINTS
from matching.tables.namesakes import (
    ABBREVIATED_NAMESAKES,
    ADJECTIVE_ENDINGS,
    ADJECTIVES_OF_NAMESAKES,
    AFTER_POSSESSIVE,
    ALSO_VERBS,
    ANIMALS,
    BEFORE_NAMESAKES,
    BEFORE_VIA,
    BEHIND_NAMED_AFTER,
    CALLED,
    FINNISH_NAMESAKES,
    IN_HAN,
    IN_HANGUL,
    LAST_OF_NAMED_AFTER,
    NAMED_AFTER,
    NAMESAKE_ENDINGS,
    NAMESAKES,
    OF,
    OF_NAMESAKES,
    PAIRS_BEFORE,
    SEVERAL_WORDS,
    SHIPS,
    SLAVIC_NAMESAKES,
    SMALL_AFTER_POSSESSIVE,
    SMALL_NAMESAKES,
    TURKISH_NAMESAKES,
)
from matching.text.passage import Passage, Separator

_NAMED_AFTER = re.compile(rf"(?:^|\s)(?:{NAMED_AFTER})$")
_LONGEST_PHRASE = 5  # words: qui porte le nom de
_BEHIND = 8  # characters behind a name
_LONGEST_CASE_ENDING = 4  # letters
_THE = "the"
_TITLE_OR_SHIP = "ms"  # Ms Roe is a woman, MS Roe a motor ship
_ROW_TO_KIND = 2  # words between a name and the kind of what is named after it
_REACH = 8  # words around one in which a headline shows


class NamesOfThings:
    """What names of people in one passage are the names of."""

    def __init__(self, passage: Passage, surroundings: Surroundings) -> None:
        self.passage, self.surroundings = passage, surroundings

    def names_thing(self, first: int, last: int) -> bool:
        """True for "Jane Roe Street", "Jane-Roe-Straße", "rue Jane Roe", "the tanker Jane Roe"."""
        if self._has_kind_behind(first, last) or self._has_law_behind(last):
            return True
        before = self._kind_before(first)
        if before == "via" and self.surroundings.before(first - 1) in BEFORE_VIA:
            return True
        if before in BEFORE_NAMESAKES or before in ANIMALS or before in SAINTS or _is_slavic_namesake(before):
            return True  # St Jane Roe is a church or a place
        if before and (self._is_of_kind(before, first) or self._is_said_to_be_named_after(before, first)):
            return True
        behind = " ".join(self._words(last + 1, last + 3))
        if behind.startswith(BEHIND_NAMED_AFTER) or self._is_tied_in_finnish(last):
            return True
        return self._follows_abbreviation(first) or self._is_in_korea_or_china(last)

    def _words(self, start: int, end: int) -> list[str]:
        """The folded words from `start` to `end` (exclusive), as far as they are in the passage."""
        return [self.passage.folded.word(word) for word in range(max(0, start), min(end, self.passage.folded.count))]

    def _is_of_kind(self, before: str, first: int) -> bool:
        """True for "calle de Jane Roe", "estádio municipal de Jane Roe", "a ship called Jane Roe"."""
        if (self.surroundings.before(first - 1), before) in PAIRS_BEFORE:
            return True
        if before in CALLED:
            kind = self.surroundings.before(first - 1)
            return kind in SHIPS or kind in ANIMALS
        return before in OF and self._kind_before(first - 1) in OF_NAMESAKES

    def _is_said_to_be_named_after(self, before: str, first: int) -> bool:
        """True for "the bridge named after Jane Roe", "le pont qui porte le nom de Jane Roe"."""
        if before not in LAST_OF_NAMED_AFTER:
            return False
        return _NAMED_AFTER.search(" ".join(self._words(first - _LONGEST_PHRASE, first))) is not None

    def _is_tied_in_finnish(self, last: int) -> bool:
        """True for "Jane Roe -stadionilla": a hyphen behind the space of a name of several words."""
        _, end = self.passage.folded.span(last, last)
        if self.passage.folded.text[end : end + 2] != " -" or last + 1 >= self.passage.folded.count:
            return False
        return self.passage.folded.word(last + 1).startswith(FINNISH_NAMESAKES)

    def _has_kind_behind(self, first: int, last: int) -> bool:
        """True for "Jane Roe Street", "Jane-Roe-Straße", "Jane Roe utca", "Jane Roe-brug"."""
        passage = self.passage
        if last + 1 >= passage.folded.count or passage.separator(last) not in TIED:
            return False
        word = passage.folded.word(last + 1) if self.surroundings.shares_line(last) else ""
        if word in SMALL_NAMESAKES or (word in NAMESAKES and passage.separator(last) is Separator.HYPHEN):
            return True
        if not passage.is_capital(last + 1):
            return False
        if word in NAMESAKES or word.endswith(NAMESAKE_ENDINGS) or word.startswith(TURKISH_NAMESAKES):
            return not (word in ALSO_VERBS and self.surroundings.in_headline(last + 1))
        behind = passage.folded.word(last + 2) if last + 2 < passage.folded.count else ""
        return (word, behind) in SEVERAL_WORDS or self._goes_on_to_kind(first, last + 1)

    def _goes_on_to_kind(self, first: int, word: int) -> bool:
        """True for the Jane Roe Essay Prize, the Jane Roe Senior Citizens Center: a capitalised row up to the kind.

        In a headline every word has a capital; there the article says it, which no person's name has in English.
        """
        passage = self.passage
        for further in range(word, min(word + _ROW_TO_KIND, passage.folded.count - 1)):
            tied = passage.separator(further) in TIED and self.surroundings.shares_line(further)
            if not tied or not passage.is_capital(further + 1) or passage.folded.word(further) in NO_NAMES:
                return False
            if passage.folded.word(further + 1) in NAMESAKES or passage.folded.word(further + 1) in SMALL_NAMESAKES:
                return self.surroundings.before(first) == _THE or not self.surroundings.in_headline(word, _REACH)
        return False

    def _kind_before(self, first: int) -> str:
        """The word before a name, also before its quotation mark, and before an adjective: aeropuerto internacional."""
        before = self.surroundings.before(first)
        if not before and first > 0 and self.passage.separator(first - 1) is Separator.QUOTE:
            before = self.passage.folded.word(first - 1)
        is_adjective = before in ADJECTIVES_OF_NAMESAKES or (
            before not in BEFORE_NAMESAKES
            and before.endswith(ADJECTIVE_ENDINGS)
            and not self.passage.is_capital(first - 1)
        )
        if before == _TITLE_OR_SHIP and not self.passage.folded.cased_word(first - 1).isupper():
            return ""
        return self.surroundings.before(first - 1) if is_adjective else before

    def _has_law_behind(self, last: int) -> bool:
        """True for "Jane Roe's Law", with a capital, and "Jane Roe's disease", which may be anybody's."""
        if last + 1 >= self.passage.folded.count or self.passage.separator(last) is not Separator.POSSESSIVE:
            return False
        word = self.passage.folded.word(last + 1)
        return word in SMALL_AFTER_POSSESSIVE or (self.passage.is_capital(last + 1) and word in AFTER_POSSESSIVE)

    def _follows_abbreviation(self, first: int) -> bool:
        """True behind "ul.", "им.", "av." with its full stop."""
        stopped = first > 0 and self.passage.separator(first - 1) is Separator.STOP
        return stopped and self.passage.folded.word(first - 1) in ABBREVIATED_NAMESAKES

    def _is_in_korea_or_china(self, last: int) -> bool:
        """True for what Korean, Chinese and Japanese name after people, behind the name."""
        if self.passage.folded.plain.isascii():
            return False
        _, end = self.passage.folded.span(last, last)
        behind = self.passage.folded.text[end : end + _BEHIND].lstrip(" ")
        if behind[:1].isascii():
            return False
        return behind.startswith(IN_HAN) or any(
            behind.startswith(one) and not behind[len(one) : len(one) + 1].isalpha() for one in IN_HANGUL
        )


def _is_slavic_namesake(word: str) -> bool:
    """True for a noun like street or school in any grammatical case."""
    if not word.startswith(SLAVIC_NAMESAKES):
        return False
    stem = next(one for one in SLAVIC_NAMESAKES if word.startswith(one))
    return len(word) - len(stem) <= _LONGEST_CASE_ENDING
