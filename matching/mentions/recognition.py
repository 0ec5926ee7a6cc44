"""Where the listed actors are named in one passage: word for word first, then with differences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from matching.index.candidates import Candidates
from matching.index.compiled import Index
from matching.index.name_variants import Form
from matching.index.scanner import Sighting
from matching.index.vocabulary import Vocabulary
from matching.mentions.alignment import Aligner, Alignment
from matching.mentions.assessment import Kind, Naming, aligned_score, full_score
from matching.mentions.score_caps import Doubts, doubted
from matching.mentions.surroundings import Neighbours
from matching.mentions.tokens import Spots
from matching.names.parsing import SAID_FIRST, Part, is_patronymic
from matching.names.similarity import likeness
from matching.tables.korean_particles import KOREAN_PARTICLES
from matching.tables.name_parts import FUNCTION_WORDS
from matching.text.folding import fold
from matching.text.passage import Gap, Passage
from matching.text.scripts import is_torn

_FATHER = Part.PATRONYMIC
_MARGIN = 4  # words around a pair in which the rest of a name is looked for, beyond those that identify
_MAX_ALIGNED = 500  # names laid over one passage; a longer list of names is read up to here
_MAX_FURTHER = 500  # places of a family name that are looked at


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every form, the words of all of them, and which forms may stand where some words do."""

    index: Index
    forms: Sequence[Form]
    vocabulary: Vocabulary
    candidates: Candidates

    def actor(self, number: int) -> int:
        """The actor of the form with this number."""
        return int(self.index.form_actor[number])

    def named(self, number: int) -> list[int]:
        """The identifying words of the form with this number."""
        start, end = self.index.named_start[number : number + 2].tolist()
        words: list[int] = self.index.named[start:end].tolist()
        return words

    def spellings(self, number: int) -> Iterator[Form]:
        """All forms of the actor of the form with this number; they are numbered in a row."""
        actor = self.actor(number)
        first = last = number
        while first > 0 and self.actor(first - 1) == actor:
            first -= 1
        while last + 1 < len(self.forms) and self.actor(last + 1) == actor:
            last += 1
        return map(self.forms.__getitem__, range(first, last + 1))

    def fathers(self, number: int) -> list[str]:
        """The patronymics in the forms of that actor."""
        names = (form.name for form in self.spellings(number))
        return [word for name in names for word, part in zip(name.words, name.parts, strict=True) if part is _FATHER]


class Recogniser:
    """Finds the namings in one passage."""

    def __init__(self, lexicon: Lexicon, page: Passage) -> None:
        self.lexicon, self.page = lexicon, page

    @cached_property
    def neighbours(self) -> Neighbours:
        """What stands beside the words of the passage."""
        return Neighbours(self.page, self.lexicon.vocabulary.numbers)

    @cached_property
    def doubts(self) -> Doubts:
        """What makes a naming in the passage doubtful."""
        return Doubts(self.page, self.neighbours)

    @cached_property
    def _aligner(self) -> Aligner:
        return Aligner(self.page, Spots(self.page, self.lexicon.vocabulary))

    def exact(self, sightings: Iterable[tuple[Sighting, int, str]]) -> Iterator[Naming]:
        """The namings among the sightings of (phrase, form number, method)."""
        for sighting, number, method in sightings:
            form = self.lexicon.forms[number]
            if not self._agrees(form, sighting) or not (worth := self._worth(number, sighting, method)):
                continue
            mention = self.page.mention(sighting.start, sighting.end, form.text, method)
            kind, score, note = worth
            yield Naming(form, mention, sighting.first, sighting.last, kind, score, None, note)

    def _worth(self, number: int, sighting: Sighting, method: str) -> tuple[Kind, int, str] | None:
        """Kind, score and note of a phrase that stands there word for word; None if it is no name there."""
        form = self.lexicon.forms[number]
        if method == "initial":
            named = self._has_initial(sighting)
            return (Kind.PARTIAL, 58, "initials stand for the given names") if named else None
        if form.nickname and not self._replaces(sighting.first, sighting.last):
            return None
        embedded = self.neighbours.is_embedded(sighting.last) and not self._says_what_it_is(number, sighting.last + 1)
        kind, score, note = full_score(form, embedded=embedded)
        return kind, *doubted(score, note, self.doubts.of(form, sighting.first, sighting.last))

    def _says_what_it_is(self, number: int, word: int) -> bool:
        """True if a company's shorter name goes on with a word of its longer one: the "Ikarion" Research Institute."""
        form = self.lexicon.forms[number]
        written = self.page.folded.word(word)
        return not form.person and any(written in one.name.words for one in self.lexicon.spellings(number))

    def _has_initial(self, sighting: Sighting) -> bool:
        """True for capitals at both ends; a letter that is a word too has its full stop (not "A Tall Man")."""
        first, folded = sighting.first, self.page.folded
        if not (self.page.is_capital(first) and self.page.is_capital(sighting.last)):
            return False
        letter = folded.word(first)
        is_word = (letter in FUNCTION_WORDS or not letter.isascii()) and len(folded.word(first + 1)) > 1
        return not is_word or self.page.gap(first) is Gap.STOP

    def _agrees(self, form: Form, sighting: Sighting) -> bool:
        """False for a phrase that is not this name: wrong case, a border inside, or a piece of a longer word."""
        if form.cased is not None and fold(self._surface(sighting)).cased != fold(form.cased).cased:
            return False
        plain, borders = self.page.folded.plain, self.page.folded.borders
        before = plain[borders[sighting.first] + 1 : sighting.start].decode()
        rest = plain[sighting.end : borders[sighting.last + 1]].decode()
        if is_torn(before, plain[sighting.start : sighting.end].decode(), rest):
            return False
        if "가" <= rest[:1] <= "힣" and rest not in KOREAN_PARTICLES:
            return False
        return all(self._holds(form, word, sighting.first) for word in range(sighting.first, sighting.last))

    def _holds(self, form: Form, word: int, first: int) -> bool:
        """True if the word and the next may stand in one name: a comma only parts a family name that is said first."""
        gap = self.page.gap(word)
        if gap is Gap.COMMA:
            family_first = form.order == "family-first" or form.name.words[0] in SAID_FIRST
            return form.person and family_first and word == first
        return gap is not Gap.BORDER

    def aligned(self, taken: set[tuple[int, int]]) -> Iterator[Naming]:
        """The namings with differences. `taken` holds (actor, word) of what is named word for word."""
        seen: set[tuple[int, int]] = set()
        for number, first, last in self.lexicon.candidates.find(self.page):
            if (number, first) in seen or (self.lexicon.actor(number), first) in taken:
                continue
            named = self.lexicon.named(number)
            aligner = self._aligner
            near = aligner.spots.around(first, last, len(named) + _MARGIN)
            if not aligner.spots.may_be(named, near):
                continue
            seen.add((number, first))
            if len(seen) > _MAX_ALIGNED:
                return
            form = self.lexicon.forms[number]
            alignment = aligner.align(form.name, form.orders, near.words)
            if alignment is None or self._is_another(number, alignment):
                continue
            if naming := self._judged(form, alignment):
                yield naming

    def _is_another(self, number: int, alignment: Alignment) -> bool:
        """True if what stands inside makes it the name of another company or of another father's child."""
        if "coordinated" in alignment.bridges:
            return not self.lexicon.forms[number].person  # "Baltic Bank and Nordic Bank" are two
        if "middle" not in alignment.bridges:
            return False
        inside = map(self.page.folded.word, range(alignment.first, alignment.last + 1))
        fathers = list(filter(is_patronymic, inside))
        listed = self.lexicon.fathers(number) if fathers else ()
        return bool(listed) and not any(likeness(one, other) for one in listed for other in fathers)

    def _judged(self, form: Form, alignment: Alignment) -> Naming | None:
        embedded = self.neighbours.is_embedded(alignment.last)
        judged = aligned_score(form, alignment, embedded=embedded)
        if judged is None:
            return None
        kind, score, method, note = judged
        doubts = (*self.doubts.of(form, alignment.first, alignment.last), *self.doubts.within(form, alignment))
        score, note = doubted(score, note, doubts)
        folded = self.page.folded
        start, end = int(folded.borders[alignment.first]) + 1, int(folded.borders[alignment.last + 1])
        mention = self.page.mention(start, end, form.text, method)
        return Naming(form, mention, alignment.first, alignment.last, kind, score, alignment, note)

    def further(self, form: Form, after: int, taken: Iterable[range]) -> Iterator[Naming]:
        """The family name alone behind word `after`, until somebody else of that name is named: then it may be his."""
        pattern, folded = f" {form.family} ".encode(), self.page.folded
        position = folded.plain.find(pattern, int(folded.borders[after + 1]))
        occupied = {word for words in taken for word in words}
        count = 0
        while position >= 0 and count < _MAX_FURTHER:
            word = int(folded.borders.searchsorted(position))
            count += 1
            if self.page.is_capital(word) and word not in occupied:
                if self.neighbours.makes_longer(word):
                    return
                mention = self.page.mention(position + 1, position + len(pattern) - 1, form.text, "further")
                yield Naming(form, mention, word, word, Kind.FURTHER, 0)
            position = folded.plain.find(pattern, position + 1)

    def _replaces(self, first: int, last: int) -> bool:
        """True if the words are a whole name, in which a nickname is said in the place of the given name.

        A given name before it makes it somebody else's middle name or nickname: "Mei “Danny” Wang".
        """
        if self.page.is_small(first, first) or any(self.page.gap(word) is Gap.COMMA for word in range(first, last)):
            return False
        if first == 0:
            return True
        gap = self.page.gap(first - 1)
        quoted = gap is Gap.QUOTE and self.page.gap(first) is not Gap.NOTHING and self.page.is_capital(first - 1)
        return gap is not Gap.HYPHEN and not quoted and not self.neighbours.follows_name(first)

    def _surface(self, sighting: Sighting) -> str:
        start, end = self.page.folded.stretch(sighting.start, sighting.end)
        return self.page.folded.text[start:end]


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
        if any(one.form.actor == naming.form.actor for word in words for one in owners[word]):
            continue
        for word in words:
            owners[word].append(naming)
        kept[naming.form.actor].append(naming)
        result.append(naming)
    return [_yielding(naming, owners) for naming in result]


def _yielding(naming: Naming, owners: Mapping[int, Sequence[Naming]]) -> Naming:
    """The naming as it is, or worth nothing if another actor's name explains it better."""
    length = naming.last - naming.first
    for other in owners[naming.first]:
        if other.form.actor == naming.form.actor or not other.first <= naming.first <= naming.last <= other.last:
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
