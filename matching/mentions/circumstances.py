"""What in a passage speaks against a mention: what is beside it, how it is written, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from core.lazy_property import lazy_property
from core.records import MatchMethod
from matching.index.variants.name_variant import NameVariant
from matching.mentions.alignment import Alignment
from matching.mentions.case_readings import CaseReadings
from matching.mentions.model import NameMention
from matching.mentions.namesake_remarks import says_other_bearer
from matching.mentions.surroundings import Surroundings
from matching.mentions.things_named_after import NamesOfThings
from matching.names.transliteration import is_syllable
from matching.tables.common_names import COMMON_NAMES
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import (
    CHILD_OF,
    FUNCTION_WORDS,
    GENERATIONS,
    HONORIFICS,
    KUNYAS,
    PARTICLES,
    QUALIFIERS,
    TITLES_AND_NAMES,
)
from matching.tables.namesakes import SHIPS
from matching.tables.numerals import ARABIC_OF, ROMAN_OF
from matching.tables.ordinary_words import ORDINARY_WORDS
from matching.text.passage import Passage, Separator


class Circumstance(Enum):
    """One fact that makes it doubtful whether a mention is the listed name, or a name at all."""

    TWO_PEOPLE = "two people"  # a comma inside parts them
    PERHAPS_TWO_PEOPLE = "perhaps two people"  # one of a list of single names
    OTHER_GENERATION = "other generation"  # Jr. where Sr. is listed
    PERHAPS_OTHER_GENERATION = "perhaps other generation"  # Jr. where nothing is listed
    GENERATION_MISSING = "generation missing"  # Jr. is listed, and nothing says son
    OTHER_FIRST_NAME = "other first name"  # Hafez Bashar al-Assad
    FAMILY_NAME_OF_ANOTHER = "family name of another"  # Elena Noorullah, where Haji Noorullah is listed
    CHILD = "child"  # "son of …"
    PARENT = "parent"  # "Abu …"
    NAMED_AFTER = "named after"  # a street, a ship
    OTHER_BEARER = "other bearer"  # no relation to …
    LONGER_IN_SCRIPT = "longer in script"  # 大江健三 in 大江健三郎; an Arabic name behind two others
    ORDINARY_WORDS = "ordinary words"  # without a capital where the text uses them
    NO_CAPITALS = "no capitals"  # ordinary words in a text that uses none
    SMALL_FIRST_WORD = "small first word"
    KUNYA_MISSING = "kunya missing"  # "Abu …" is listed and not met
    LINE_OF_CAPITALS = "line of capitals"  # ordinary words where every letter is one
    SENTENCE_START = "sentence start"  # the only capital is the sentence's
    SOMEBODY_ELSES_FAMILY = "somebody else's family"  # the family name alone, which another given name introduces
    NO_CAPITAL = "no capital"  # the family name alone, without one
    FURTHER_NUMBER = "further number"  # Ocean Lantern 7 where Ocean Lantern is listed
    LONGER_NAME = "longer name"  # Grace Star Ivanova where the ship Grace Star is listed
    LONE_ORDINARY_WORD = "lone ordinary word"  # the whole name is one, and no capital says that it is a name


_ORDINARY = COMMON_NAMES | COMMON_WORDS
_LATER = ("younger", "later", "third", "fourth")
_MAX_SAME = 50  # places of a family name at which another given name is looked for
_FIGURES = 2  # of the numeral in a ship's name
_PAIR = 2  # words of a name that another first name makes somebody else's: Hafez Bashar al-Assad


class Circumstances:
    """Finds the circumstances of the mentions in one passage."""

    def __init__(self, passage: Passage, surroundings: Surroundings) -> None:
        self.passage, self.surroundings = passage, surroundings

    def of(self, found: NameMention) -> Iterator[Circumstance]:
        """What speaks against this mention."""
        yield from self._of_words(found.variant, found.first, found.last)
        if found.alignment is not None:
            yield from self._of_alignment(found.variant, found.alignment)

    def other_reading(self, variant: NameVariant, alignment: Alignment) -> str | None:
        """Whose name an inflected one may also be as it is written, in words; None if nobody's."""
        return self._case_readings.other(variant, alignment) if alignment.method is MatchMethod.INFLECTION else None

    @lazy_property
    def _things(self) -> NamesOfThings:
        return NamesOfThings(self.passage, self.surroundings)

    @lazy_property
    def _case_readings(self) -> CaseReadings:
        return CaseReadings(self.passage)

    def _of_words(self, variant: NameVariant, first: int, last: int) -> Iterator[Circumstance]:
        """What makes it doubtful that the words from `first` to `last` are a name at all, or the listed one."""
        passage = self.passage
        yield from self._beside(variant, first, last)
        if variant.person and self._goes_on(variant, last):
            yield Circumstance.LONGER_IN_SCRIPT
        if self._reads_as_words(variant, first, last):
            yield Circumstance.ORDINARY_WORDS if passage.has_capitals else Circumstance.NO_CAPITALS
        if variant.family_alone:
            yield from self._of_family_name(first)
        if variant.is_ordinary_word and first == last and not self._is_written_as_name(variant, first):
            yield Circumstance.LONE_ORDINARY_WORD
        if variant.person:
            return
        if self._has_further_number(variant, last):
            yield Circumstance.FURTHER_NUMBER
        elif self._is_of_longer_name(variant, first, last):
            yield Circumstance.LONGER_NAME
        yield from self._of_capitals(variant, first, last)

    def _is_of_longer_name(self, variant: NameVariant, first: int, last: int) -> bool:
        """True for a ship's name that goes on or has a title, and for one word behind a common given name.

        So is one of which only the first word has a capital there, "an Elizabeth Arden group photo", and one behind a
        word such as Central.
        """
        if variant.vessel and (
            self.surroundings.goes_on_with_name(last) or self.surroundings.before(first) in HONORIFICS
        ):
            return True
        if self.surroundings.before(first) in QUALIFIERS and self.passage.is_capital(first - 1):
            return True
        is_one = first == last or self.passage.is_small(first + 1, last)
        return is_one and self.surroundings.follows_first_name(first)

    def _of_capitals(self, variant: NameVariant, first: int, last: int) -> Iterator[Circumstance]:
        """What the capitals of a thing's name, or their absence, say against it."""
        passage = self.passage
        if passage.is_small(first, last):
            if not (self._is_handle(variant, first) if first == last else _is_listed_as_address(variant)):
                yield Circumstance.ORDINARY_WORDS
        elif self._may_begin_sentence(first, last):
            ordinary = _is_ordinary(variant) and variant.name.full > 1
            yield Circumstance.ORDINARY_WORDS if ordinary else Circumstance.SENTENCE_START
        elif _may_be_ordinary(variant) and passage.is_shouted(first, last):
            yield Circumstance.LINE_OF_CAPITALS
        elif passage.is_small(first, first) and _has_capital_in_names(passage.folded.word(first)):
            yield Circumstance.SMALL_FIRST_WORD

    def _is_handle(self, variant: NameVariant, word: int) -> bool:
        """True for one word behind @, or one that is listed in small letters and is no ordinary one."""
        start, _ = self.passage.folded.span(word, word)
        is_small = variant.text.islower() and not variant.is_ordinary_word
        return is_small or self.passage.folded.text[start - 1 : start] == "@"

    def _has_further_number(self, variant: NameVariant, last: int) -> bool:
        """True if a numeral behind a thing's name makes it another: Ocean Lantern 7 is a sister ship.

        A figure behind a company's name may count anything; a Roman numeral does not.
        """
        passage = self.passage
        if last + 1 >= passage.folded.count or variant.name.words[-1] in ROMAN_OF or variant.cased is not None:
            return False
        written = passage.folded.cased_word(last + 1).decode()
        roman = written.isupper() and written.casefold() in ARABIC_OF and len(written) > 1
        counted = roman or (variant.vessel and written.isdecimal() and len(written) <= _FIGURES)
        return counted and passage.separator(last) in (Separator.NOTHING, Separator.HYPHEN)

    def _of_family_name(self, word: int) -> Iterator[Circumstance]:
        """What makes a family name alone somebody else's: a newspaper gives the whole name first."""
        if not self.passage.has_capitals or not self.passage.is_capital(word):
            yield Circumstance.NO_CAPITAL
        folded = self.passage.folded
        pattern = f" {folded.word(word)} ".encode()
        position, count = folded.plain.find(pattern), 0
        while position >= 0 and count < _MAX_SAME:
            if self.surroundings.has_given_name(int(folded.borders.searchsorted(position))):
                yield Circumstance.SOMEBODY_ELSES_FAMILY
                return
            position, count = folded.plain.find(pattern, position + 1), count + 1

    def says_what_it_is(self, variant: NameVariant, first: int, last: int) -> bool:
        """True for an ordinary word with its legal form or prefix, and for a ship behind the word for its kind.

        So "Crown Ltd", "MV Victory" and "the tanker Victory" are names.
        """
        if variant.person or not self.passage.is_capital(last) or self.passage.is_shouted(first, last):
            return False
        return first < last or (variant.vessel and self.surroundings.before(first) in SHIPS)

    def _is_written_as_name(self, variant: NameVariant, word: int) -> bool:
        """True if the capital of an ordinary word says that it is a name.

        That of a sentence's first word, of a headline or of a line in capitals does not, except behind "the tanker".
        """
        passage = self.passage
        if self.says_what_it_is(variant, word, word):
            return True
        if not passage.is_capital(word) or not passage.has_capitals or passage.is_shouted(word, word):
            return False
        written = passage.folded.cased_word(word).decode()
        if len(written) > 1 and written.isupper():
            return True
        quoted = word + 1 < passage.folded.count and passage.separator(word) is Separator.QUOTE
        starts = word in passage.sentences or passage.separator(word - 1) is Separator.BORDER
        return quoted or not (starts or self.surroundings.in_headline(word))

    def _beside(self, variant: NameVariant, first: int, last: int) -> Iterator[Circumstance]:
        """What is beside the words and makes it doubtful that they name the listed person."""
        beside = self.surroundings
        if beside.is_enumerated(first, last) or beside.is_in_two_lines(first, last):
            yield Circumstance.TWO_PEOPLE
        if not variant.person:
            return
        if last == first + 1 and beside.stands_in_list(first, last):
            yield Circumstance.PERHAPS_TWO_PEOPLE
        generation = beside.generation(last) or beside.generation_before(first)
        if generation and generation not in variant.name.words:
            is_other = _lists_other_generation(variant, generation)
            yield Circumstance.OTHER_GENERATION if is_other else Circumstance.PERHAPS_OTHER_GENERATION
        elif generation is None and self._lacks_generation(variant, first, last):
            yield Circumstance.GENERATION_MISSING
        before = beside.before(first)
        if before in CHILD_OF:
            yield Circumstance.CHILD
        elif before in KUNYAS:
            yield Circumstance.PARENT
        yield from self._of_bearers(first, last)
        if variant.name.full == _PAIR:
            yield from self._of_another(variant, first, last)

    def _of_bearers(self, first: int, last: int) -> Iterator[Circumstance]:
        """Whether a thing or, as the text says, somebody else bears the name."""
        if self._things.names_thing(first, last):
            yield Circumstance.NAMED_AFTER
        if says_other_bearer(self.passage, first, last):
            yield Circumstance.OTHER_BEARER

    def _of_another(self, variant: NameVariant, first: int, last: int) -> Iterator[Circumstance]:
        """Whether a further first name makes two parts of a name somebody else's; one word is an Arabic compound."""
        if first == last and self.surroundings.has_given_name(first):
            yield Circumstance.FAMILY_NAME_OF_ANOTHER
        elif self.surroundings.follows_first_name(first) and not self._follows_title(variant, first):
            yield Circumstance.OTHER_FIRST_NAME

    def _follows_title(self, variant: NameVariant, first: int) -> bool:
        """True behind a title that is a name elsewhere: Pak is Mr in Indonesia, and a family name in Korea."""
        is_title = self.surroundings.before(first) in TITLES_AND_NAMES
        return is_title and not any(is_syllable(variant.name.words[index]) for index in variant.name.named)

    def _goes_on(self, variant: NameVariant, last: int) -> bool:
        """True if a name in Han or Arabic script is a longer one there."""
        if self.passage.folded.plain.isascii():
            return False
        beside = self.surroundings
        return beside.goes_on_in_han(last) or (variant.name.full == _PAIR and beside.goes_on_in_arabic(last))

    def _lacks_generation(self, variant: NameVariant, first: int, last: int) -> bool:
        """True if the name is listed as that of a son or grandson, which nothing in the words says."""
        listed = [word for word in variant.name.words[1:] if GENERATIONS.get(word) in _LATER]
        return bool(listed) and GENERATIONS.keys().isdisjoint(map(self.passage.folded.word, range(first, last + 1)))

    def _reads_as_words(self, variant: NameVariant, first: int, last: int) -> bool:
        """True if a name of ordinary words only has one without its capital, as in "Will young people vote?".

        Syllables of Korean and Chinese names are often written without one. Organisations are judged by other rules in
        a text that uses capitals.
        """
        words = [variant.name.words[index] for index in variant.name.named]
        if not all(word in _ORDINARY for word in words) or all(map(is_syllable, words)):
            return False
        small = (word for word in range(first, last + 1) if not self.passage.is_capital(word))
        applies = variant.person or not self.passage.has_capitals
        return applies and any(self.passage.folded.word(word) in words and not self._is_article(word) for word in small)

    def _is_article(self, word: int) -> bool:
        """True for a word of grammar before a capital, as in "the Carpenter", an alias."""
        behind = word + 1
        has_capital = behind < self.passage.folded.count and self.passage.is_capital(behind)
        return has_capital and self.passage.folded.word(word) in FUNCTION_WORDS

    def _may_begin_sentence(self, first: int, last: int) -> bool:
        """True if only the first word has a capital, as every sentence does, and no quotation marks are around."""
        if first == last or not self.passage.is_small(first + 1, last):
            return False
        quoted = last + 1 < self.passage.folded.count and self.passage.separator(last) is Separator.QUOTE
        return not quoted and (first in self.passage.sentences or self.passage.separator(first - 1) is Separator.BORDER)

    def _of_alignment(self, variant: NameVariant, alignment: Alignment) -> Iterator[Circumstance]:
        """What makes it doubtful that the words that were met are the listed name."""
        is_capital = self.passage.is_capital
        links = ((indexes, max(some, key=is_capital), one) for indexes, some, one in alignment.links)
        met = {index: (word, one.method) for indexes, word, one in links for index in indexes}
        if variant.name.words[0] in KUNYAS and 0 not in met:
            yield Circumstance.KUNYA_MISSING
        words = [met[index][0] for index in variant.name.named if index in met and met[index][1] != MatchMethod.VISUAL]
        if variant.person and self.passage.has_capitals and any(map(self._is_plain, words)):
            yield Circumstance.ORDINARY_WORDS

    def _is_plain(self, word: int) -> bool:
        """True for a word without a capital, unless a hyphen ties it to the one before; syllables are written so."""
        if self.passage.is_capital(word) or is_syllable(self.passage.folded.word(word)):
            return False
        return word == 0 or self.passage.separator(word - 1) is not Separator.HYPHEN


def _is_listed_as_address(variant: NameVariant) -> bool:
    """True for a name that is listed in small letters without a space, as a domain: wexbay.example."""
    return variant.text.islower() and not any(map(str.isspace, variant.text))


def _has_capital_in_names(word: str) -> bool:
    """False for a folded particle, and for what begins with a figure, as the 14th Brigade."""
    return word not in PARTICLES and not word[0].isdigit()


def _is_ordinary(variant: NameVariant) -> bool:
    """True for the name of a thing that is ordinary words only: Green Wave, Future Bank."""
    return all(_is_common_word(variant.name.words[index]) for index in variant.name.named)


def _is_common_word(word: str) -> bool:
    """True for an ordinary word, also in the plural or with the s of a verb: Apex Ventures."""
    return word in ORDINARY_WORDS or (word.endswith("s") and word[:-1] in ORDINARY_WORDS)


def _may_be_ordinary(variant: NameVariant) -> bool:
    """True for a thing's name of ordinary words, or of two words one of which is: no capital says that it is a name."""
    return _is_ordinary(variant) or (
        variant.name.full <= _PAIR and any(_is_common_word(variant.name.words[index]) for index in variant.name.named)
    )


def _lists_other_generation(variant: NameVariant, generation: str) -> bool:
    """True if the name is listed with a generation, and with another one: Sr., not Jr."""
    listed = {GENERATIONS[word] for word in variant.name.words if word in GENERATIONS}
    return bool(listed) and GENERATIONS[generation] not in listed
