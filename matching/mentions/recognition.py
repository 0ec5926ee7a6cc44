"""Where the listed actors are named in one passage: word for word, with differences, by family name alone.

Recognition finds; what a mention is worth is for `matching/scoring` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.lazy_property import lazy_property
from core.records import MatchMethod, Mention
from matching.index.lexicon import Lexicon
from matching.index.listed_words import ListedAt
from matching.index.scanner import Occurrence
from matching.index.variants.name_variant import NameVariant
from matching.mentions.agreement import in_one_case
from matching.mentions.alignment import Aligner, Alignment
from matching.mentions.circumstances import Circumstances
from matching.mentions.dotted_names import DottedNames
from matching.mentions.gaps import GapKind
from matching.mentions.heard_names import HeardNames, HeardScale
from matching.mentions.initials import InitialsFinder
from matching.mentions.model import NameMention
from matching.mentions.script_runs import is_another_in_script
from matching.mentions.surroundings import Surroundings
from matching.mentions.tokens import Tokens
from matching.names.parsing import SAID_FIRST, is_patronymic
from matching.names.similarity import similarity
from matching.tables.common_names import COMMON_NAMES
from matching.tables.korean_particles import KOREAN_PARTICLES
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.characters import APOSTROPHES
from matching.text.folding import fold
from matching.text.passage import Passage, Separator
from matching.text.scripts import is_word_fragment

_POSSESSIVE = re.compile(rf"[{''.join(APOSTROPHES)}][sS]\b")
_MARGIN = 4  # words around a pair in which the rest of a name is looked for, beyond those that identify
_MAX_ALIGNED = 8_000  # comparisons in one passage: two seconds, or a list of some 3,000 names in other spellings
_FEW = 3  # words of a name that one wrong letter makes another person's
_MAX_FURTHER = 500  # places of a family name that are looked at


def _letters(text: str) -> bytes:
    """The folded letters in their case, without spaces: B.M.T.C. is BMTC."""
    return fold(text).cased.replace(b" ", b"")


class Recogniser:
    """Finds the names in one passage."""

    def __init__(self, lexicon: Lexicon, passage: Passage, scale: HeardScale) -> None:
        self.lexicon, self.passage, self._scale = lexicon, passage, scale
        self.not_compared: int | None = None  # the word from which on `aligned` gave up; None if it came to the end

    @lazy_property
    def listed_words(self) -> list[ListedAt]:
        """The words of the passage that may be listed; without one only names met word for word are in it."""
        return self.lexicon.candidates.listed_words(self.passage)

    @lazy_property
    def surroundings(self) -> Surroundings:
        """What is beside the words of the passage."""
        return Surroundings(self.passage, self.lexicon.vocabulary.numbers)

    @lazy_property
    def circumstances(self) -> Circumstances:
        """What speaks against a mention in the passage."""
        return Circumstances(self.passage, self.surroundings)

    @lazy_property
    def _aligner(self) -> Aligner:
        return Aligner(self.passage, Tokens(self.passage, self.lexicon.vocabulary))

    @lazy_property
    def _heard(self) -> HeardNames:
        return HeardNames(self.lexicon, self.passage, self.listed_words, self._scale)

    # ---------------------------------------------------------------- word for word

    def exact(self, occurrences: Iterable[tuple[Occurrence, int, MatchMethod]]) -> Iterator[NameMention]:
        """The mentions among the occurrences of (phrase, variant number, method)."""
        for occurrence, number, method in occurrences:
            variant, first, last = self.lexicon.variants[number], occurrence.first, occurrence.last
            if not self._agrees(variant, occurrence):
                continue
            if variant.nickname and not self._replaces(first, last):
                continue
            embedded = self.surroundings.is_embedded(last) and not self._says_what_it_is(number, last + 1)
            yield NameMention(variant, method, first, last, occurrence.start, occurrence.end, embedded)

    def _says_what_it_is(self, number: int, word: int) -> bool:
        """True if a company's shorter name goes on with a word of its longer one: the "Ikarion" Research Institute."""
        variant = self.lexicon.variants[number]
        written = self.passage.folded.word(word)
        return not variant.person and any(written in one.name.words for one in self.lexicon.variants_of_actor(number))

    def _agrees(self, variant: NameVariant, occurrence: Occurrence) -> bool:
        """False for a phrase that is not this name: wrong case, a border inside, or a piece of a longer word."""
        if variant.cased is not None and _letters(self._surface(occurrence)) != _letters(variant.cased):
            return False
        plain, borders = self.passage.folded.plain, self.passage.folded.borders
        before = plain[borders[occurrence.first] + 1 : occurrence.start].decode()
        rest = plain[occurrence.end : borders[occurrence.last + 1]].decode()
        if is_word_fragment(before, plain[occurrence.start : occurrence.end].decode(), rest):
            return False
        if "가" <= rest[:1] <= "힣" and rest not in KOREAN_PARTICLES:
            return False
        return all(
            self._holds(variant, word, occurrence.first, occurrence.last)
            for word in range(occurrence.first, occurrence.last)
        )

    def _opens_remark(self, word: int, last: int) -> bool:
        """True if a bracket opens behind the word and closes neither inside the name nor right behind it.

        So "Aldric (Venhorst is his town)" names a town, "Kim (Jong-un)" a man.
        """
        text, folded = self.passage.folded.text, self.passage.folded
        _, end = folded.span(word, word)
        between = text[end : folded.spans[0][word + 1]]
        closing = ")" if "(" in between else "]"
        if "(" not in between and "[" not in between:
            return False
        _, stop = folded.span(last, last)
        return closing not in text[end : stop + 1]

    def _holds(self, variant: NameVariant, word: int, first: int, last: int) -> bool:
        """True if the word and the next may be in one name: a comma may only follow a family name that comes first.

        The s of a possessive parts two names, unless it is listed: "Tim's Foods".
        """
        separator = self.passage.separator(word)
        if separator is Separator.POSSESSIVE:
            return _POSSESSIVE.search(variant.text) is not None
        if separator is Separator.QUOTE and (self._opens_remark(word, last) or self.passage.ends_quotation(word)):
            return False
        if separator is Separator.COMMA:
            family_first = variant.order == "family-first" or variant.name.words[0] in SAID_FIRST
            return variant.person and family_first and word == first
        return separator is not Separator.BORDER or self._is_listed_so(variant, word, first, last)

    def _is_listed_so(self, variant: NameVariant, word: int, first: int, last: int) -> bool:
        """True for a thing's name whose signs are those of the list, capitals aside: Jump! Talent Agency.

        A stroke is a matter of style: Import/Export.
        """
        if not variant.person and self.passage.parts_with_stroke(word):
            return True
        start, end = self.passage.folded.span(first, last)[0], self.passage.folded.span(last, last)[1]
        return not variant.person and self.passage.folded.text[start:end].casefold() in variant.text.casefold()

    def _replaces(self, first: int, last: int) -> bool:
        """True if the words are a whole name, with a nickname in place of the given name.

        A given name before it makes it somebody else's middle name or nickname: "Mei “Danny” Wang".
        """
        if self.passage.is_small(first, first) or any(
            self.passage.separator(word) is Separator.COMMA for word in range(first, last)
        ):
            return False
        if first == 0:
            return True
        separator = self.passage.separator(first - 1)
        quoted = (
            separator is Separator.QUOTE
            and self.passage.separator(first) is not Separator.NOTHING
            and self.passage.is_capital(first - 1)
            and self.passage.folded.word(first - 1) not in FUNCTION_WORDS
        )
        return separator is not Separator.HYPHEN and not quoted and not self.surroundings.follows_name(first)

    def _surface(self, occurrence: Occurrence) -> str:
        start, end = self.passage.folded.original_span(occurrence.start, occurrence.end)
        return self.passage.folded.text[start:end]

    # ---------------------------------------------------------------- with differences

    def aligned(self, taken: set[tuple[int, int]], exact: Sequence[NameMention] = ()) -> Iterator[NameMention]:
        """The mentions with differences. `taken` holds (actor, first word) of what is named word for word.

        The further words of an `exact` mention are not aligned with the same name again. What is beyond the bound of
        one passage is not compared (`not_compared`).
        """
        seen: set[tuple[int, int]] = set()
        for number, first, last in self.lexicon.candidates.find(self.listed_words):
            if (number, first) in seen or (self.lexicon.actor(number), first) in taken:
                continue
            if exact and self._is_within(exact, number, first, last):
                continue
            identifying = self.lexicon.identifying_words(number)
            margin = len(identifying) + _MARGIN
            if not self._heard.may_be(identifying, first, last, margin):
                continue
            tokens = self._aligner.tokens
            near = tokens.around(first, last, margin)
            if not tokens.may_be(identifying, near, first, last):
                continue
            seen.add((number, first))
            if len(seen) > _MAX_ALIGNED:
                self.not_compared = first
                return
            variant = self.lexicon.variants[number]
            alignment = self._aligner.align(variant.name, variant.orders, near)
            if alignment is not None and not self._is_another(number, alignment):
                yield self._mention_of(variant, in_one_case(variant, alignment, self.passage.folded))

    def _is_within(self, exact: Sequence[NameMention], number: int, first: int, last: int) -> bool:
        """True if the words are inside a mention of this variant to the letter."""
        around = [one for one in exact if one.first <= first and last <= one.last and not one.variant.nickname]
        return any(one.method is MatchMethod.EXACT and one.variant is self.lexicon.variants[number] for one in around)

    def _is_another(self, number: int, alignment: Alignment) -> bool:
        """True if the words inside make it the name of another company or of another father's child."""
        variant = self.lexicon.variants[number]
        if alignment.is_heard and (
            variant.latin_only
            or (variant.weak and alignment.turned)  # Лора Хабер is not the shorter form of Javier Lira Soto
            or is_another_in_script(self.passage, alignment)
        ):
            return True
        if variant.person and (self._is_common_beside_nominative(alignment) or self._is_common_in_part(alignment)):
            return True
        if GapKind.COORDINATED in alignment.gaps:
            return not variant.person  # "Baltic Bank and Nordic Bank" are two
        written = [word for word in self._inside_and_behind(alignment) if is_patronymic(word)]
        listed = self.lexicon.patronymics(number) if written else ()
        return bool(listed) and not any(similarity(one, other) for one in listed for other in written)

    def _is_common_beside_nominative(self, alignment: Alignment) -> bool:
        """True for a common name that would be a case of the listed one, beside a family name without an ending.

        Karla Havránková is a woman; Karla Havránka is Karel in another case.
        """
        inflected = [
            (indexes[-1], self.passage.folded.word(words[-1]))
            for indexes, words, one in alignment.links
            if one.method is MatchMethod.INFLECTION
        ]
        last = max(index for indexes, _, _ in alignment.links for index in indexes)
        common = any(word in COMMON_NAMES and index != last for index, word in inflected)
        return common and all(index != last for index, _ in inflected)

    def _is_common_in_part(self, alignment: Alignment) -> bool:
        """True for a common name in place of one like it, where a part is missing too: Ferreira, Ferreiro."""
        few = bool(alignment.omitted) and len(alignment.met) <= _FEW
        return few and any(
            one.method is MatchMethod.EDIT_1 and self.passage.folded.word(words[0]) in COMMON_NAMES
            for _, words, one in alignment.links
        )

    def _inside_and_behind(self, alignment: Alignment) -> Iterator[str]:
        """The further words inside the name, and the one behind it: "Petrov Ivan Sergeyevich"."""
        linked = {word for _, words, _ in alignment.links for word in words}
        ends = alignment.last + 1
        if ends < self.passage.folded.count and self.passage.separator(alignment.last) is Separator.NOTHING:
            yield self.passage.folded.word(ends)
        for word in range(alignment.first, ends):
            if word not in linked:
                yield self.passage.folded.word(word)

    def _mention_of(self, variant: NameVariant, alignment: Alignment) -> NameMention:
        first, last, borders = alignment.first, alignment.last, self.passage.folded.borders
        start, end = int(borders[first]) + 1, int(borders[last + 1])
        embedded = self.surroundings.is_embedded(last)
        return NameMention(variant, alignment.method, first, last, start, end, embedded, alignment)

    # ---------------------------------------------------------------- by initials

    def initialled(self, taken: set[tuple[int, int]]) -> Iterator[NameMention]:
        """The family names with initials for all given names; `taken` holds what is named word for word."""
        listed = [one.word for one in self.listed_words if one.has_same]
        if not listed:
            return
        borders = self.passage.folded.borders
        for number, first, last in InitialsFinder(self.lexicon, self.passage, listed).find():
            if (self.lexicon.actor(number), first) not in taken:
                start, end = int(borders[first]) + 1, int(borders[last + 1])
                yield NameMention(self.lexicon.variants[number], MatchMethod.INITIAL, first, last, start, end)

    # ---------------------------------------------------------------- in Han characters

    def dotted(self) -> Iterator[NameMention]:
        """The names in Latin letters that are written in Han characters, with a dot between their parts."""
        if self.passage.folded.plain.isascii():
            return iter(())
        return DottedNames(self.lexicon, self.passage).find()

    # ---------------------------------------------------------------- by family name

    def further(self, variant: NameVariant, after: int, taken: Iterable[range]) -> Iterator[Mention]:
        """The family name alone after word `after`, up to where somebody else of that name is named."""
        pattern, folded = f" {variant.family} ".encode(), self.passage.folded
        position = folded.plain.find(pattern, folded.edges[after + 1])
        if position < 0:
            return
        occupied = {word for words in taken for word in words}
        count = 0
        while position >= 0 and count < _MAX_FURTHER:
            word = int(folded.borders.searchsorted(position))
            count += 1
            if self.passage.is_capital(word) and word not in occupied:
                if self.surroundings.makes_longer(word):
                    return
                start, end = position + 1, position + len(pattern) - 1
                yield self.passage.mention(start, end, variant.text, MatchMethod.FURTHER)
            position = folded.plain.find(pattern, position + 1)
