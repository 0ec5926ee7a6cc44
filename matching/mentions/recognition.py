"""Where the listed actors are named in one passage: word for word first, then with differences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.records import MatchMethod
from matching.index.candidates import Candidates
from matching.index.compiled import Index
from matching.index.name_variants import NameVariant
from matching.index.scanner import Occurrence
from matching.index.vocabulary import Vocabulary
from matching.mentions.alignment import Aligner, Alignment
from matching.mentions.assessment import Kind, Naming, aligned_score, full_score
from matching.mentions.gaps import GapKind
from matching.mentions.score_caps import ScoreCaps, capped
from matching.mentions.surroundings import Surroundings
from matching.mentions.tokens import Tokens
from matching.names.parsing import SAID_FIRST, Part, is_patronymic
from matching.names.similarity import similarity
from matching.tables.korean_particles import KOREAN_PARTICLES
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.folding import fold
from matching.text.passage import Passage, Separator
from matching.text.scripts import is_word_fragment

_FATHER = Part.PATRONYMIC
_MARGIN = 4  # words around a pair in which the rest of a name is looked for, beyond those that identify
_MAX_ALIGNED = 500  # names laid over one passage; a longer list of names is read up to here
_MAX_FURTHER = 500  # places of a family name that are looked at


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every form, the words of all of them, and which forms may stand where some words do."""

    index: Index
    name_variants: Sequence[NameVariant]
    vocabulary: Vocabulary
    candidates: Candidates

    def actor(self, number: int) -> int:
        """The actor of the form with this number."""
        return int(self.index.variant_actor[number])

    def named(self, number: int) -> list[int]:
        """The identifying words of the form with this number."""
        start, end = self.index.named_start[number : number + 2].tolist()
        words: list[int] = self.index.named[start:end].tolist()
        return words

    def spellings(self, number: int) -> Iterator[NameVariant]:
        """All forms of the actor of the form with this number; they are numbered in a row."""
        actor = self.actor(number)
        first = last = number
        while first > 0 and self.actor(first - 1) == actor:
            first -= 1
        while last + 1 < len(self.name_variants) and self.actor(last + 1) == actor:
            last += 1
        return map(self.name_variants.__getitem__, range(first, last + 1))

    def fathers(self, number: int) -> list[str]:
        """The patronymics in the forms of that actor."""
        names = (variant.name for variant in self.spellings(number))
        return [word for name in names for word, part in zip(name.words, name.parts, strict=True) if part is _FATHER]


class Recogniser:
    """Finds the namings in one passage."""

    def __init__(self, lexicon: Lexicon, passage: Passage) -> None:
        self.lexicon, self.passage = lexicon, passage

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands beside the words of the passage."""
        return Surroundings(self.passage, self.lexicon.vocabulary.numbers)

    @cached_property
    def caps(self) -> ScoreCaps:
        """What makes a naming in the passage doubtful."""
        return ScoreCaps(self.passage, self.surroundings)

    @cached_property
    def _aligner(self) -> Aligner:
        return Aligner(self.passage, Tokens(self.passage, self.lexicon.vocabulary))

    def exact(self, occurrences: Iterable[tuple[Occurrence, int, MatchMethod]]) -> Iterator[Naming]:
        """The namings among the sightings of (phrase, form number, method)."""
        for occurrence, number, method in occurrences:
            variant = self.lexicon.name_variants[number]
            if not self._agrees(variant, occurrence) or not (worth := self._worth(number, occurrence, method)):
                continue
            mention = self.passage.mention(occurrence.start, occurrence.end, variant.text, method)
            kind, score, note = worth
            yield Naming(variant, mention, occurrence.first, occurrence.last, kind, score, None, note)

    def _worth(self, number: int, occurrence: Occurrence, method: MatchMethod) -> tuple[Kind, int, str] | None:
        """Kind, score and note of a phrase that stands there word for word; None if it is no name there."""
        variant = self.lexicon.name_variants[number]
        if method == MatchMethod.INITIAL:
            named = self._has_initial(occurrence)
            return (Kind.PARTIAL, 58, "initials stand for the given names") if named else None
        if variant.nickname and not self._replaces(occurrence.first, occurrence.last):
            return None
        embedded = self.surroundings.is_embedded(occurrence.last) and not self._says_what_it_is(
            number, occurrence.last + 1
        )
        kind, score, note = full_score(variant, embedded=embedded)
        return kind, *capped(score, note, self.caps.of(variant, occurrence.first, occurrence.last))

    def _says_what_it_is(self, number: int, word: int) -> bool:
        """True if a company's shorter name goes on with a word of its longer one: the "Ikarion" Research Institute."""
        variant = self.lexicon.name_variants[number]
        written = self.passage.folded.word(word)
        return not variant.person and any(written in one.name.words for one in self.lexicon.spellings(number))

    def _has_initial(self, occurrence: Occurrence) -> bool:
        """True for capitals at both ends; a letter that is a word too has its full stop (not "A Tall Man")."""
        first, folded = occurrence.first, self.passage.folded
        if not (self.passage.is_capital(first) and self.passage.is_capital(occurrence.last)):
            return False
        letter = folded.word(first)
        is_word = (letter in FUNCTION_WORDS or not letter.isascii()) and len(folded.word(first + 1)) > 1
        return not is_word or self.passage.separator(first) is Separator.STOP

    def _agrees(self, variant: NameVariant, occurrence: Occurrence) -> bool:
        """False for a phrase that is not this name: wrong case, a border inside, or a piece of a longer word."""
        if variant.cased is not None and fold(self._surface(occurrence)).cased != fold(variant.cased).cased:
            return False
        plain, borders = self.passage.folded.plain, self.passage.folded.borders
        before = plain[borders[occurrence.first] + 1 : occurrence.start].decode()
        rest = plain[occurrence.end : borders[occurrence.last + 1]].decode()
        if is_word_fragment(before, plain[occurrence.start : occurrence.end].decode(), rest):
            return False
        if "가" <= rest[:1] <= "힣" and rest not in KOREAN_PARTICLES:
            return False
        return all(self._holds(variant, word, occurrence.first) for word in range(occurrence.first, occurrence.last))

    def _holds(self, variant: NameVariant, word: int, first: int) -> bool:
        """True if the word and the next may stand in one name: a comma only parts a family name that is said first."""
        separator = self.passage.separator(word)
        if separator is Separator.COMMA:
            family_first = variant.order == "family-first" or variant.name.words[0] in SAID_FIRST
            return variant.person and family_first and word == first
        return separator is not Separator.BORDER

    def aligned(self, taken: set[tuple[int, int]]) -> Iterator[Naming]:
        """The namings with differences. `taken` holds (actor, word) of what is named word for word."""
        seen: set[tuple[int, int]] = set()
        for number, first, last in self.lexicon.candidates.find(self.passage):
            if (number, first) in seen or (self.lexicon.actor(number), first) in taken:
                continue
            named = self.lexicon.named(number)
            aligner = self._aligner
            near = aligner.tokens.around(first, last, len(named) + _MARGIN)
            if not aligner.tokens.may_be(named, near):
                continue
            seen.add((number, first))
            if len(seen) > _MAX_ALIGNED:
                return
            variant = self.lexicon.name_variants[number]
            alignment = aligner.align(variant.name, variant.orders, near.words)
            if alignment is None or self._is_another(number, alignment):
                continue
            if naming := self._judged(variant, alignment):
                yield naming

    def _is_another(self, number: int, alignment: Alignment) -> bool:
        """True if what stands inside makes it the name of another company or of another father's child."""
        if GapKind.COORDINATED in alignment.gaps:
            return not self.lexicon.name_variants[number].person  # "Baltic Bank and Nordic Bank" are two
        if GapKind.MIDDLE not in alignment.gaps:
            return False
        inside = map(self.passage.folded.word, range(alignment.first, alignment.last + 1))
        fathers = list(filter(is_patronymic, inside))
        listed = self.lexicon.fathers(number) if fathers else ()
        return bool(listed) and not any(similarity(one, other) for one in listed for other in fathers)

    def _judged(self, variant: NameVariant, alignment: Alignment) -> Naming | None:
        embedded = self.surroundings.is_embedded(alignment.last)
        judged = aligned_score(variant, alignment, embedded=embedded)
        if judged is None:
            return None
        kind, score, method, note = judged
        caps = (*self.caps.of(variant, alignment.first, alignment.last), *self.caps.within(variant, alignment))
        score, note = capped(score, note, caps)
        folded = self.passage.folded
        start, end = int(folded.borders[alignment.first]) + 1, int(folded.borders[alignment.last + 1])
        mention = self.passage.mention(start, end, variant.text, method)
        return Naming(variant, mention, alignment.first, alignment.last, kind, score, alignment, note)

    def further(self, variant: NameVariant, after: int, taken: Iterable[range]) -> Iterator[Naming]:
        """The family name alone behind word `after`, until somebody else of that name is named: then it may be his."""
        pattern, folded = f" {variant.family} ".encode(), self.passage.folded
        position = folded.plain.find(pattern, int(folded.borders[after + 1]))
        occupied = {word for words in taken for word in words}
        count = 0
        while position >= 0 and count < _MAX_FURTHER:
            word = int(folded.borders.searchsorted(position))
            count += 1
            if self.passage.is_capital(word) and word not in occupied:
                if self.surroundings.makes_longer(word):
                    return
                mention = self.passage.mention(
                    position + 1, position + len(pattern) - 1, variant.text, MatchMethod.FURTHER
                )
                yield Naming(variant, mention, word, word, Kind.FURTHER, 0)
            position = folded.plain.find(pattern, position + 1)

    def _replaces(self, first: int, last: int) -> bool:
        """True if the words are a whole name, in which a nickname is said in the place of the given name.

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
        )
        return separator is not Separator.HYPHEN and not quoted and not self.surroundings.follows_name(first)

    def _surface(self, occurrence: Occurrence) -> str:
        start, end = self.passage.folded.original_span(occurrence.start, occurrence.end)
        return self.passage.folded.text[start:end]


def settled(namings: Sequence[Naming]) -> list[Naming]:
    """The namings of one passage without those that a better one stands over.

    Of one actor's overlapping namings the best is kept. A naming inside a longer one of another actor is part of that
    name, and a spelling that differs gives way to a name that stands there word for word.
    """
    ranked = sorted(namings, key=lambda one: (-one.score, one.first - one.last, one.first))
    kept: dict[int, list[Naming]] = defaultdict(list)
    owners: dict[int, list[Naming]] = defaultdict(list)
    result = []
    for naming in ranked:
        words = range(naming.first, naming.last + 1)
        if any(one.variant.actor == naming.variant.actor for word in words for one in owners[word]):
            continue
        for word in words:
            owners[word].append(naming)
        kept[naming.variant.actor].append(naming)
        result.append(naming)
    return [_yielding(naming, owners) for naming in result]


def _yielding(naming: Naming, owners: Mapping[int, Sequence[Naming]]) -> Naming:
    """The naming as it is, or worth nothing if another actor's name explains it better."""
    length = naming.last - naming.first
    for other in owners[naming.first]:
        if other.variant.actor == naming.variant.actor or not other.first <= naming.first <= naming.last <= other.last:
            continue
        if other.last - other.first > length and other.kind in {Kind.FULL, Kind.FOREIGN} and not other.is_shared:
            return replace(
                naming, score=min(naming.score, 40), note=f"part of “{other.mention.surface}”, another name listed"
            )
        if naming.kind in {Kind.NEAR, Kind.PARTIAL} and other.kind is Kind.FULL:
            return replace(
                naming, score=min(naming.score, 60), note=f"“{other.mention.surface}” is another name listed"
            )
    return naming
