"""The words right before and after a name in a text: do they make it longer, or two people's?"""

from __future__ import annotations

from collections.abc import Container

from matching.names.parsing import is_common
from matching.tables.common_names import COMMON_NAMES
from matching.tables.common_words import COMMON_WORDS
from matching.tables.longer_names import (
    ARABIC_ARTICLE,
    GIVEN_NAMES_END,
    GIVEN_NAMES_END_IN_TWO,
    GIVEN_NAMES_MAY_END,
    NO_ARABIC_NAMES,
)
from matching.tables.name_parts import (
    CONJUNCTIONS,
    FUNCTION_WORDS,
    GENERATIONS,
    HONORIFICS,
    ORGANISATION_TYPES,
    SMALL_GENERATIONS,
)
from matching.tables.namesakes import CLUBS
from matching.tables.places import PLACES
from matching.text.passage import Passage, Separator
from matching.text.scripts import is_han

NO_NAMES = FUNCTION_WORDS | HONORIFICS
_HEADLINE = 4  # words around one in which a headline shows
_BEFORE_GENERATION = (Separator.NOTHING, Separator.COMMA, Separator.QUOTE, Separator.HYPHEN)
_TWO_WORDS = {
    **dict.fromkeys(
        ("the younger", "der jungere", "dem jungeren", "den jungeren", "d j", "le jeune", "el joven", "il giovane",
         "o jovem", "den yngre", "d y", "de jongere", "de jonge", "ang bata"),
        "jr",
    ),
    **dict.fromkeys(
        ("the elder", "der altere", "dem alteren", "den alteren", "d a", "le vieux", "l ancien", "el viejo",
         "il vecchio", "o velho", "den aldre", "den eldre", "den aeldre", "de oudere", "de oude"),
        "sr",
    ),
}  # fmt: skip
"""Behind a name: Pliny the Younger, Lucas Cranach d. J."""
_HUNGARIAN_GENERATIONS = {"ifj": "ifj", "ifjabb": "ifj", "idosb": "idosb"}
_ALSO_ADJECTIVES = ("junior", "senior")  # "Roe, junior minister"; without a comma the son or the father
_RELATIVES = SMALL_GENERATIONS - {"jr", "sr"}  # they are also words: padre, fils
_HEADLINE_WORDS = "is are was were be been has have had will would could should does did said says"
_PLACES = frozenset(name for name in PLACES if name.isascii() and name.isalpha())
_BEFORE_PLACES = frozenset({"in", "at", "from", "near", "outside", "en", "a", "de", "aus", "bei", "bij", "uit", "da"})
_VERBS = frozenset(_HEADLINE_WORDS.split())
"""Function words that have a capital in English headlines."""
TIED = frozenset({Separator.NOTHING, Separator.HYPHEN})


class Surroundings:
    """The words beside the names in one passage. `known` are the listed words, folded."""

    def __init__(self, passage: Passage, known: Container[bytes]) -> None:
        self.passage, self.known = passage, known

    def generation(self, last: int) -> str | None:
        """The generation after the name (Jr., Sr., II), with or without a comma; None if there is none."""
        if last + 1 >= self.passage.folded.count or self.passage.separator(last) not in _BEFORE_GENERATION:
            return None
        word = self.passage.folded.word(last + 1)
        if last + 2 < self.passage.folded.count:
            generation = _TWO_WORDS.get(f"{word} {self.passage.folded.word(last + 2)}")
            if generation is not None:
                return generation
        if word not in GENERATIONS or (word in _RELATIVES and self._goes_on(last + 1)):
            return None
        tied = word in _ALSO_ADJECTIVES and self.passage.separator(last) is Separator.NOTHING
        return word if self.passage.is_capital(last + 1) or word in SMALL_GENERATIONS or tied else None

    def has_form_behind(self, last: int) -> bool:
        """True if a legal form or the like is behind a company's name: Al-Roe Company."""
        behind = last + 1
        if behind >= self.passage.folded.count or self.passage.separator(last) is Separator.BORDER:
            return False
        return self.passage.folded.word(behind) in ORGANISATION_TYPES

    def generation_before(self, first: int) -> str | None:
        """The generation in front of a Hungarian name, in full or to its first letters: ifj. Roe; None without one."""
        return _HUNGARIAN_GENERATIONS.get(self.passage.folded.word(first - 1)) if first else None

    def _goes_on(self, word: int) -> bool:
        """True if a word behind a comma begins a description: "Roe, padre de dos hijos" is a father, not Roe senior."""
        if self.passage.separator(word - 1) is not Separator.COMMA or word + 1 >= self.passage.folded.count:
            return False
        return self.passage.separator(word) is Separator.NOTHING and not self.passage.is_capital(word + 1)

    def before(self, first: int) -> str:
        """The word before a name, empty if a sign separates them."""
        return self.passage.folded.word(first - 1) if first > 0 and self.passage.separator(first - 1) in TIED else ""

    def is_embedded(self, last: int) -> bool:
        """True if the name continues after word `last`: with a name, or a hyphen and another family name."""
        if self._is_name(last + 1) and self.passage.separator(last) is Separator.NOTHING:
            return True
        return (
            last + 1 < self.passage.folded.count
            and self.passage.separator(last) is Separator.HYPHEN
            and self._is_tied_name(last + 1)
        )

    def goes_on_with_name(self, last: int) -> bool:
        """True if a capitalised word that is no title follows, outside a headline: the Lady Grace Hotel.

        Of words in capitals only the abbreviations of sports clubs: Lady Grace FC.
        """
        passage, word = self.passage, last + 1
        if word >= passage.folded.count or passage.separator(last) is not Separator.NOTHING:
            return False
        folded, written = passage.folded.word(word), passage.folded.cased_word(word)
        if not passage.is_capital(word) or not self.shares_line(last):
            return False
        if written.isupper():
            return folded in CLUBS
        return folded not in NO_NAMES and not self.in_headline(word)

    def _is_tied_name(self, word: int) -> bool:
        """True for a capitalised word after a hyphen (not an apostrophe) that is no ordinary word."""
        _, end = self.passage.folded.span(word - 1, word - 1)
        folded = self.passage.folded.word(word)
        ordinary = folded in COMMON_WORDS or folded in FUNCTION_WORDS
        return (
            self.passage.folded.text[end] in "-‐‑"
            and self.passage.is_capital(word)
            and len(folded) > 2
            and not ordinary
        )

    def goes_on_in_han(self, last: int) -> bool:
        """True if a Han name is followed by a character with which longer given names end: 健三, 健三郎."""
        word = self.passage.folded.word
        if not is_han(word(last)) or not self._is_tied_to_next(last):
            return False
        begins_word = self._is_tied_to_next(last + 1) and is_han(word(last + 2))
        if begins_word and word(last + 1) + word(last + 2) in GIVEN_NAMES_END_IN_TWO:
            return True
        return word(last + 1) in GIVEN_NAMES_END or (word(last + 1) in GIVEN_NAMES_MAY_END and not begins_word)

    def goes_on_in_arabic(self, last: int) -> bool:
        """True if a word with the Arabic article is behind the name, as many family names are: أحمد علي المصري."""
        if last + 1 >= self.passage.folded.count or self.passage.separator(last) is not Separator.NOTHING:
            return False
        behind = self.passage.folded.word(last + 1)
        return behind.startswith(ARABIC_ARTICLE) and behind not in NO_ARABIC_NAMES

    def _is_tied_to_next(self, word: int) -> bool:
        """True if nothing is between the word and the next in the text."""
        starts, ends = self.passage.folded.spans
        return word + 1 < self.passage.folded.count and int(ends[word]) == int(starts[word + 1])

    def is_in_two_lines(self, first: int, last: int) -> bool:
        """True if a line ends inside, and both its names go on: "Peter Roe" above "Jane Doe" is no Roe Jane."""
        if all(map(self.shares_line, range(first, last))):
            return False
        return self.follows_name(first) and self._is_name(last + 1) and self.shares_line(last)

    def is_enumerated(self, first: int, last: int) -> bool:
        """True if a comma inside separates two people: "Lee Kim, Kwang Jin Park" names Lee Kim and Kwang Jin Park.

        "Family, Given" has only the family name before its comma, and ends with the given names; in a list of names
        the next one is on the next line.
        """
        if all(self.passage.separator(word) is not Separator.COMMA for word in range(first, last)):
            return False
        if last == first + 1 and self._is_between_names(first, last):
            return True
        goes_on = self.is_embedded(last) and self.shares_line(last)
        return self.follows_name(first) or (goes_on and not self._is_subject(first, last + 1))

    def _is_between_names(self, first: int, last: int) -> bool:
        """True where all is "Name Name, Name Name" from the start of a sentence or a comma to the end or a comma."""
        passage, before, behind = self.passage, first - 1, last + 1
        if before < 0 or behind >= passage.folded.count or passage.folded.word(before) in NO_NAMES:
            return False
        if not passage.is_capital(before) or not passage.is_capital(behind):
            return False
        tied = passage.separator(before) is passage.separator(last) is Separator.NOTHING and self.shares_line(last)
        begins = before in passage.sentences or passage.separator(before - 1) is Separator.COMMA
        ends = behind + 1 >= passage.folded.count or passage.separator(behind) in (Separator.COMMA, Separator.BORDER)
        return tied and begins and ends

    def _is_subject(self, first: int, last: int) -> bool:
        """True for a name that begins a sentence and ends it or has a small word behind: "Roe, Jane Maria was"."""
        passage = self.passage
        if first not in passage.sentences:
            return False
        if last + 1 >= passage.folded.count or passage.separator(last) is Separator.BORDER:
            return True
        is_small = not passage.is_capital(last + 1) and passage.folded.word(last + 1) not in CONJUNCTIONS
        return is_small and passage.separator(last) is Separator.NOTHING

    def stands_in_list(self, first: int, last: int) -> bool:
        """True where commas separate all the words and their neighbours: "James, Silva, Pedro, Tanaka"."""
        passage = self.passage
        if first == 0 or last + 1 >= passage.folded.count:
            return False
        commas = all(passage.separator(word) is Separator.COMMA for word in (first - 1, first, last))
        return commas and passage.is_capital(first - 1) and passage.is_capital(last + 1)

    def follows_name(self, first: int) -> bool:
        """True if a name is right before word `first`; titles and function words are none."""
        named = self._is_name(first - 1) and self.passage.folded.word(first - 1) not in NO_NAMES
        return named and self.passage.separator(first - 1) is Separator.NOTHING and self.shares_line(first - 1)

    def follows_first_name(self, first: int) -> bool:
        """True if a common name is right before word `first`; a word that is only listed may be anything."""
        return self.follows_name(first) and self.passage.folded.word(first - 1) in COMMON_NAMES

    def makes_longer(self, word: int) -> bool:
        """True if another capitalised word makes a longer name of this one."""
        before = (
            word > 0 and self.passage.is_capital(word - 1) and self.passage.separator(word - 1) is Separator.NOTHING
        )
        named = before and self.passage.folded.word(word - 1) not in NO_NAMES
        return named or self.is_embedded(word)

    def has_given_name(self, word: int) -> bool:
        """True if a word that may be a given name is before this family name, or one behind makes it longer.

        The first word of a sentence has its capital in any case, so there only a common name is one.
        """
        if not self.makes_longer(word) or self._follows_place(word):
            return False
        before = self.passage.folded.word(word - 1) if word else ""
        may_be_any_word = before in COMMON_WORDS or word - 1 in self.passage.sentences
        return before in COMMON_NAMES or not may_be_any_word or self.is_embedded(word)

    def _follows_place(self, word: int) -> bool:
        """True behind "in Kabul" or "from Kabul", where a place and no given name is before a family name."""
        folded = self.passage.folded
        return word > 1 and folded.word(word - 1) in _PLACES and folded.word(word - 2) in _BEFORE_PLACES

    def shares_line(self, word: int) -> bool:
        """True if no line ends between the word and the next."""
        end, start = self.passage.folded.gap(word)
        return "\n" not in self.passage.folded.text[end:start]

    def _is_name(self, word: int) -> bool:
        """True for a capitalised word that is a known name.

        A long list knows half the words of a language: an ordinary one of them is no name, and in a headline that
        capitalises every word (“Jane Roe Buys Bank”) only a common name is one.
        """
        if not 0 <= word < self.passage.folded.count or not self.passage.is_capital(word):
            return False
        folded = self.passage.folded.word(word)
        ordinary = folded in COMMON_WORDS or folded in FUNCTION_WORDS
        if is_common(folded):
            return not (ordinary and self.in_headline(word))
        if folded in ORGANISATION_TYPES or (len(folded) == 1 and folded.isascii()):
            return False  # "Roe Co." and "Roe S.A." are Roe, although the list has some Co. and S.A.
        return folded.encode() in self.known and not ordinary and not self.in_headline(word)

    def in_headline(self, word: int, reach: int = _HEADLINE) -> bool:
        """True if all words around have a capital, except function words that are no verbs, and figures."""
        folded = self.passage.folded
        around = [one for one in self.passage.around(word, word, reach) if folded.word(one)[0].isalpha()]
        content = [one for one in around if folded.word(one) not in FUNCTION_WORDS or folded.word(one) in _VERBS]
        return len(content) >= _HEADLINE and all(map(self.passage.is_capital, content))
