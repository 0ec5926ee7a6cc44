"""The words right before and after a name in a text: do they make it longer, or the name of a thing?"""

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
    SAINTS,
    SMALL_GENERATIONS,
)
from matching.tables.namesakes import (
    ABBREVIATED_NAMESAKES,
    ADJECTIVE_ENDINGS,
    ADJECTIVES_OF_NAMESAKES,
    AFTER_POSSESSIVE,
    ALSO_VERBS,
    BEFORE_NAMESAKES,
    BEFORE_VIA,
    CLUBS,
    IN_HAN,
    IN_HANGUL,
    NAMESAKE_ENDINGS,
    NAMESAKES,
    SEVERAL_WORDS,
    SLAVIC_NAMESAKES,
    SMALL_AFTER_POSSESSIVE,
    SMALL_NAMESAKES,
)
from matching.tables.places import PLACES
from matching.text.passage import Passage, Separator
from matching.text.scripts import is_han

_NO_NAMES = FUNCTION_WORDS | HONORIFICS
_BEHIND = 8  # characters behind a name
_LONGEST_CASE_ENDING = 4  # letters
_THE = "the"
_TITLE_OR_SHIP = "ms"  # Ms Roe is a woman, MS Roe a motor ship
_ROW_TO_KIND = 2  # words between a name and the kind of what is named after it
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
_ALSO_ADJECTIVES = ("junior", "senior")  # "Roe, junior minister"; without a comma the son or the father
_RELATIVES = SMALL_GENERATIONS - {"jr", "sr"}  # they are also words: padre, fils
_HEADLINE_WORDS = "is are was were be been has have had will would could should does did said says"
_PLACES = frozenset(name for name in PLACES if name.isascii() and name.isalpha())
_BEFORE_PLACES = frozenset({"in", "at", "from", "near", "outside", "en", "a", "de", "aus", "bei", "bij", "uit", "da"})
_VERBS = frozenset(_HEADLINE_WORDS.split())
"""Function words that have a capital in English headlines."""
_TIED = frozenset({Separator.NOTHING, Separator.HYPHEN})


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

    def _goes_on(self, word: int) -> bool:
        """True if a word behind a comma begins a description: "Roe, padre de dos hijos" is a father, not Roe senior."""
        if self.passage.separator(word - 1) is not Separator.COMMA or word + 1 >= self.passage.folded.count:
            return False
        return self.passage.separator(word) is Separator.NOTHING and not self.passage.is_capital(word + 1)

    def before(self, first: int) -> str:
        """The word before a name, empty if a sign separates them."""
        return self.passage.folded.word(first - 1) if first > 0 and self.passage.separator(first - 1) in _TIED else ""

    def is_named_after(self, first: int, last: int) -> bool:
        """True for "Jane Roe Street", "Jane-Roe-Straße", "rue Jane Roe", "the tanker Jane Roe"."""
        if self._has_kind_behind(first, last) or self._has_law_behind(last):
            return True
        before = self._kind_before(first)
        if before == "via" and self.before(first - 1) in BEFORE_VIA:
            return True
        if before in BEFORE_NAMESAKES or before in SAINTS or _is_slavic_namesake(before):
            return True  # St Jane Roe is a church or a place
        return self._follows_abbreviation(first) or self._is_in_korea_or_china(last)

    def _has_kind_behind(self, first: int, last: int) -> bool:
        """True for "Jane Roe Street", "Jane-Roe-Straße", "Jane Roe utca", "Jane Roe-brug"."""
        passage = self.passage
        if last + 1 >= passage.folded.count or passage.separator(last) not in _TIED:
            return False
        word = passage.folded.word(last + 1) if self._shares_line(last) else ""
        if word in SMALL_NAMESAKES or (word in NAMESAKES and passage.separator(last) is Separator.HYPHEN):
            return True
        if not passage.is_capital(last + 1):
            return False
        if word in NAMESAKES or word.endswith(NAMESAKE_ENDINGS):
            return not (word in ALSO_VERBS and self.in_headline(last + 1))
        behind = passage.folded.word(last + 2) if last + 2 < passage.folded.count else ""
        return (word, behind) in SEVERAL_WORDS or self._goes_on_to_kind(first, last + 1)

    def _goes_on_to_kind(self, first: int, word: int) -> bool:
        """True for the Jane Roe Essay Prize, the Jane Roe Senior Citizens Center: a capitalised row up to the kind.

        In a headline every word has a capital; there the article says it, which no person's name has in English.
        """
        passage = self.passage
        for further in range(word, min(word + _ROW_TO_KIND, passage.folded.count - 1)):
            tied = passage.separator(further) in _TIED and self._shares_line(further)
            if not tied or not passage.is_capital(further + 1) or passage.folded.word(further) in _NO_NAMES:
                return False
            if passage.folded.word(further + 1) in NAMESAKES or passage.folded.word(further + 1) in SMALL_NAMESAKES:
                return self.before(first) == _THE or not self.in_headline(word, 2 * _HEADLINE)
        return False

    def _kind_before(self, first: int) -> str:
        """The word before a name, also before its quotation mark, and before an adjective: aeropuerto internacional."""
        before = self.before(first)
        if not before and first > 0 and self.passage.separator(first - 1) is Separator.QUOTE:
            before = self.passage.folded.word(first - 1)
        is_adjective = before in ADJECTIVES_OF_NAMESAKES or (
            before not in BEFORE_NAMESAKES
            and before.endswith(ADJECTIVE_ENDINGS)
            and not self.passage.is_capital(first - 1)
        )
        if before == _TITLE_OR_SHIP and not self.passage.folded.cased_word(first - 1).isupper():
            return ""
        return self.before(first - 1) if is_adjective else before

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
        _, end = self.passage.folded.span(last, last)
        behind = self.passage.folded.text[end : end + _BEHIND].lstrip(" ")
        if behind[:1].isascii():
            return False
        return behind.startswith(IN_HAN) or any(
            behind.startswith(one) and not behind[len(one) : len(one) + 1].isalpha() for one in IN_HANGUL
        )

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
        if not passage.is_capital(word) or not self._shares_line(last):
            return False
        if written.isupper():
            return folded in CLUBS
        return folded not in _NO_NAMES and not self.in_headline(word)

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
        if all(map(self._shares_line, range(first, last))):
            return False
        return self.follows_name(first) and self._is_name(last + 1) and self._shares_line(last)

    def is_enumerated(self, first: int, last: int) -> bool:
        """True if a comma inside separates two people: "Lee Kim, Kwang Jin Park" names Lee Kim and Kwang Jin Park.

        "Family, Given" has only the family name before its comma, and ends with the given names; in a list of names
        the next one is on the next line.
        """
        if all(self.passage.separator(word) is not Separator.COMMA for word in range(first, last)):
            return False
        goes_on = self.is_embedded(last) and self._shares_line(last)
        return self.follows_name(first) or (goes_on and not self._is_subject(first, last + 1))

    def _is_subject(self, first: int, last: int) -> bool:
        """True for a name that begins a sentence and has a small word behind: "Roe, Jane Maria was", no "and"."""
        passage = self.passage
        if first not in passage.sentences or last + 1 >= passage.folded.count:
            return False
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
        named = self._is_name(first - 1) and self.passage.folded.word(first - 1) not in _NO_NAMES
        return named and self.passage.separator(first - 1) is Separator.NOTHING and self._shares_line(first - 1)

    def follows_first_name(self, first: int) -> bool:
        """True if a common name is right before word `first`; a word that is only listed may be anything."""
        return self.follows_name(first) and self.passage.folded.word(first - 1) in COMMON_NAMES

    def makes_longer(self, word: int) -> bool:
        """True if another capitalised word makes a longer name of this one."""
        before = (
            word > 0 and self.passage.is_capital(word - 1) and self.passage.separator(word - 1) is Separator.NOTHING
        )
        named = before and self.passage.folded.word(word - 1) not in _NO_NAMES
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

    def _shares_line(self, word: int) -> bool:
        """True if no line ends between the word and the next."""
        start, end = self.passage.folded.span(word, word + 1)
        return "\n" not in self.passage.folded.text[start:end]

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


def _is_slavic_namesake(word: str) -> bool:
    """True for a noun like street or school in any grammatical case."""
    if not word.startswith(SLAVIC_NAMESAKES):
        return False
    stem = next(one for one in SLAVIC_NAMESAKES if word.startswith(one))
    return len(word) - len(stem) <= _LONGEST_CASE_ENDING
