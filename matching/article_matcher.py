"""One article matched with a compiled watchlist: what is found in its title and text, and the hits that come of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from core.lazy_property import lazy_property
from core.records import Article, Hit, MatchMethod, Mention, TextField, ZoneKind
from matching.compiled_watchlist import CompiledWatchlist
from matching.facts.claims import FactComparison
from matching.index.phrases import PatternTarget
from matching.index.scanner import Occurrence
from matching.mentions.captions import names_in_captions
from matching.mentions.composed import MOST_COMPOSED, composed_names
from matching.mentions.composed_name import ComposedName
from matching.mentions.handles import names_in_handles
from matching.mentions.hyphenation import divided_occurrences
from matching.mentions.model import NameMention
from matching.mentions.recognition import Recogniser
from matching.rules.evaluation import ConditionMatch, Evaluation, RuleMatch, TermEvidence
from matching.rules.model import TermPlace, TextUnits
from matching.scoring.assessing import Assessor, composed_mention
from matching.scoring.bearers import NamedActor, Placed, comparisons_by_actor
from matching.scoring.hits import HitMaker
from matching.scoring.model import ArticleContext, EvidenceKind, ScoredMention, WeighedMention
from matching.scoring.settling import settled
from matching.scoring.weighing import weigh
from matching.text.passage import Passage, passage_of
from matching.watchlist.identifiers import is_identifier_at, is_shortened

_MAX_SEEN = 200  # places of one phrase that are looked at; further ones are only counted
_MAX_WEIGHED = 200  # mentions of one actor that are weighed
_PAIR = 2  # listed words that a composed name has at least


class ArticleMatcher:
    """Matches one article. For the rules, words are numbered through title and text."""

    def __init__(self, compiled: CompiledWatchlist, article: Article) -> None:
        self.compiled, self.article = compiled, article
        title = passage_of(TextField.TITLE, article.title or "")
        self.passages = (title, passage_of(TextField.TEXT, article.text, article.zones))
        self.offsets = (0, title.folded.count)
        self.names: list[Placed] = []
        self.not_compared: str | None = None  # the first words whose spelling was not compared; None if all were
        self.identifiers: dict[int, list[Mention]] = defaultdict(list)
        self.terms: list[Mention] = []
        self.term_places: dict[int, list[TermPlace]] = defaultdict(list)

    def hits(self) -> tuple[Hit, ...]:
        """The hits, actors before schemes, each in the order of the list."""
        for number in range(len(self.passages)):
            self._read(number)
        return (*self._actor_hits(), *self._scheme_hits())

    # ---------------------------------------------------------------- comparison

    def _read(self, number: int) -> None:
        passage = self.passages[number]
        if not passage.folded.count:
            return
        named, taken, has_sign = self._scan(number)
        recogniser = Recogniser(self.compiled.lexicon, passage, self.compiled.scale)
        exact = list(recogniser.exact(named))
        found = [
            *exact,
            *recogniser.aligned(taken, exact),
            *recogniser.initialled(taken),
            *recogniser.dotted(),
        ]
        if recogniser.not_compared is not None:
            self.not_compared = self.not_compared or _words_at(passage, recogniser.not_compared)
        scored = [*self._scored(recogniser, found), *self._composed(recogniser, exact, has_sign=has_sign)]
        if scored:
            self.names += [(number, one) for one in settled(scored, self.compiled.scale)]

    def _scored(self, recogniser: Recogniser, found: Sequence[NameMention]) -> Iterator[ScoredMention]:
        if found:
            assessor = Assessor(self.compiled.scale, recogniser.passage, recogniser.circumstances)
            yield from filter(None, map(assessor.scored, found))

    def _composed(self, around: Recogniser, exact: Sequence[NameMention], *, has_sign: bool) -> Iterator[ScoredMention]:
        """The names that the passage has in fields, cells, families and handles, each at the place of its parts."""
        passage = around.passage
        for count, name in enumerate(self._names_apart(around, exact, has_sign=has_sign), 1):
            if count == MOST_COMPOSED:
                self.not_compared = self.not_compared or name.text
            piece = passage_of(passage.field, name.text)
            named, taken = self._names_in(piece)
            recogniser = Recogniser(self.compiled.lexicon, piece, self.compiled.scale)
            assessor = Assessor(self.compiled.scale, piece, recogniser.circumstances)
            for found in (*recogniser.exact(named), *recogniser.aligned(taken)):
                if (found.method.is_near or found.method is MatchMethod.INFLECTION) and not name.firm:
                    continue  # a spelling to check on top of parts that are apart
                if (scored := assessor.scored(found)) is not None:
                    yield composed_mention(scored, name, passage, self.compiled.scale)

    def _names_apart(
        self, around: Recogniser, exact: Sequence[NameMention], *, has_sign: bool
    ) -> Iterator[ComposedName]:
        """Names that are not written as such; the words of one of the `exact` mentions are together already."""
        yield from names_in_handles(around.passage.folded.text, self.compiled.lexicon.vocabulary)
        if len(around.listed_words) < _PAIR:
            return
        together = [range(one.first, one.last + 1) for one in exact]
        has_pair = self.compiled.lexicon.candidates.may_form_name(around.listed_words, together)
        yield from composed_names(around.passage.folded, has_sign=has_sign, has_pair=has_pair)
        if has_pair:
            yield from names_in_captions(around.passage.folded.text)

    def _names_in(self, piece: Passage) -> tuple[list[tuple[Occurrence, int, MatchMethod]], set[tuple[int, int]]]:
        """The names met word for word in a name, and at which (actor, first word) they are."""
        named: list[tuple[Occurrence, int, MatchMethod]] = [
            (occurrence, target.number, target.method)
            for occurrence in self.compiled.scanner.find(piece.folded)
            for target in self.compiled.pattern_targets[occurrence.phrase]
            if target.method is not MatchMethod.TERM and target.method is not MatchMethod.IDENTIFIER
        ]
        return named, {(self.compiled.lexicon.actor(number), one.first) for one, number, _ in named}

    def _scan(self, number: int) -> tuple[list[tuple[Occurrence, int, MatchMethod]], set[tuple[int, int]], bool]:
        """The names met word for word, and at which (actor, first word) they are; terms and identifiers are kept.

        Third, whether the passage has a sign of composed names.
        """
        named: list[tuple[Occurrence, int, MatchMethod]] = []
        taken: set[tuple[int, int]] = set()
        seen: dict[int, int] = defaultdict(int)
        passage, scanner = self.passages[number], self.compiled.scanner
        found, has_sign = scanner.scan(passage.folded)
        for occurrence in chain(found, divided_occurrences(passage, scanner)):
            seen[occurrence.phrase] += 1
            for target in self.compiled.pattern_targets[occurrence.phrase]:
                if target.method is MatchMethod.EXACT or target.method is MatchMethod.NATIVE:
                    taken.add((self.compiled.lexicon.actor(target.number), occurrence.first))
                if seen[occurrence.phrase] <= _MAX_SEEN:
                    named += self._noted(number, occurrence, target)
        return named, taken, has_sign

    def _noted(
        self, number: int, occurrence: Occurrence, target: PatternTarget
    ) -> list[tuple[Occurrence, int, MatchMethod]]:
        """The occurrence if it is one of a name; terms and identifiers are kept here."""
        if target.method is MatchMethod.TERM:
            self._note_term(number, occurrence, target.number)
        elif target.method is MatchMethod.IDENTIFIER:
            self._note_identifier(self.passages[number], occurrence, target.number)
        else:
            return [(occurrence, target.number, target.method)]
        return []

    def _note_term(self, number: int, occurrence: Occurrence, atom: int) -> None:
        """Keeps a term. The words of a phrase belong together: they are not in two clauses or sentences."""
        passage, offset = self.passages[number], self.offsets[number]
        text = self.compiled.rules.atoms[atom].text
        mention = passage.mention(occurrence.start, occurrence.end, text, MatchMethod.TERM)
        several = occurrence.first < occurrence.last
        if several and not _has_clause_end(text) and passage.ends_clause(mention.start, mention.end):
            return
        place = TermPlace(occurrence.first + offset, occurrence.last + offset, len(self.terms))
        self.term_places[atom].append(place)
        self.terms.append(mention)

    def _note_identifier(self, passage: Passage, occurrence: Occurrence, number: int) -> None:
        index = self.compiled.index
        actor = int(index.identifier_actor[number])
        identifier = self.compiled.actors[actor].identifiers[index.identifier_place[number]]
        mention = passage.mention(occurrence.start, occurrence.end, identifier.value, MatchMethod.IDENTIFIER)
        if is_identifier_at(identifier, passage.folded.text, mention.start, mention.end):
            self.identifiers[actor].append(mention)

    # ---------------------------------------------------------------- rules

    @lazy_property
    def _in_core(self) -> Evaluation:
        """The rules over the terms of the core."""
        core = {
            atom: [place for place in places if self.terms[place.mention_number].zone is ZoneKind.CORE]
            for atom, places in self.term_places.items()
        }
        return self.compiled.rules.evaluate({atom: places for atom, places in core.items() if places}, self._units)

    @lazy_property
    def _anywhere(self) -> Evaluation:
        """The rules over all terms, those of doubtful zones too."""
        return self.compiled.rules.evaluate(self.term_places, self._units)

    @lazy_property
    def _units(self) -> TextUnits:
        """Where sentences and paragraphs begin, in words of title and text."""
        text = self.passages[1]
        offset = self.offsets[1]
        begin = [0] if offset else []
        return TextUnits(
            [*begin, *(word + offset for word in text.sentences)],
            [*begin, *(word + offset for word in text.paragraphs)],
        )

    # ---------------------------------------------------------------- actors

    @lazy_property
    def _hit_maker(self) -> HitMaker:
        return HitMaker(self.article, self.compiled.scale, self.compiled.head.version, self.not_compared)

    def _actor_hits(self) -> Iterator[Hit]:
        if not (self.names or self.identifiers):
            return
        found: dict[int, list[Placed]] = defaultdict(list)
        for number, name in self.names:
            found[name.variant.actor].append((number, name))
        certain = self._certain() if len(found) > 1 else {}  # which support each other
        named = {
            actor: NamedActor(self.compiled.actors[actor], placed, list(self._further(placed)))
            for actor in sorted(found.keys() | self.identifiers.keys())
            for placed in (found.get(actor, []),)
        }
        comparisons = comparisons_by_actor(named, self.passages, self.article, self.compiled.scale)
        for actor, one in named.items():
            weighed = [
                self._weigh(number, name, certain, comparisons.get(actor, ()))
                for number, name in one.placed[:_MAX_WEIGHED]
            ]
            yield self._hit_maker.actor_hit(one.actor, weighed, self.identifiers.get(actor, ()), one.further)

    def _certain(self) -> dict[int, list[Placed]]:
        """The actors that are named for certain, and where."""
        certain: dict[int, list[Placed]] = defaultdict(list)
        for number, name in self.names:
            is_certain = name.kind is EvidenceKind.FULL and name.score >= self.compiled.scale.alert
            if is_certain and self._counts(number, name):
                certain[name.variant.actor].append((number, name))
        return certain

    def _weigh(
        self,
        number: int,
        name: ScoredMention,
        certain: Mapping[int, Sequence[Placed]],
        comparisons: Sequence[FactComparison],
    ) -> WeighedMention:
        variant, word = name.variant, name.first + self.offsets[number]
        others = [other for other in certain if other != variant.actor]
        around = ArticleContext(
            contexts={context: match for context in variant.contexts if (match := self._support(context, name, word))},
            exclusion=self._exclusion(self.compiled.actors[variant.actor].id, word),
            sentence=[other for other in others if self._shares_sentence((number, name), certain[other])],
            article=others,
            comparisons=comparisons,
            identified=any(not is_shortened(one.surface) for one in self.identifiers.get(variant.actor, ())),
        )
        return weigh(name, around, self.compiled.scale)

    def _shares_sentence(self, placed: Placed, others: Sequence[Placed]) -> bool:
        """True if one of the others is in the same sentence; where sentences end is looked for only here."""
        number, name = placed
        sentence = self.passages[number].sentence
        return any(sentence(name.first) == sentence(other.first) for where, other in others if where == number)

    def _counts(self, number: int, name: ScoredMention) -> bool:
        """False if an exclusion term is there, or a context that the variant requires does not hold."""
        word, variant = name.first + self.offsets[number], name.variant
        if self._exclusion(self.compiled.actors[variant.actor].id, word) is not None:
            return False
        return variant.require is None or self._support(variant.require, name, word) is not None

    def _exclusion(self, actor: str, word: int) -> str | None:
        """The exclusion term of the actor that is found where the word is, None if there is none."""
        found = self._anywhere.exclusion_term(actor, word) if self.term_places else None
        return self.terms[found.place.mention_number].surface if found else None

    def _support(self, context: str, name: ScoredMention, word: int) -> ConditionMatch | None:
        """The evidence that a context holds where the mention is; doubtful text supports only doubtful text."""
        if not self.term_places:
            return None
        in_core = name.mention.zone is ZoneKind.CORE
        return (self._in_core if in_core else self._anywhere).context_match(context, word)

    def _further(self, placed: Sequence[Placed]) -> Iterator[Mention]:
        """Mentions by family name alone, behind the first full one, unless two actors found here share that name."""
        full = [(number, name) for number, name in placed if name.variant.person and self._is_whole(name)]
        if not full or _is_family_name_shared(full[0][1], self.names):
            return
        for number, passage in enumerate(self.passages):
            earlier = [name for where, name in full if where <= number]
            if not (earlier and passage.folded.count):
                continue
            first = min((name.last for where, name in full if where == number), default=-1)
            taken = [range(one.first, one.last + 1) for where, one in self.names if where == number]
            recogniser = Recogniser(self.compiled.lexicon, passage, self.compiled.scale)
            yield from recogniser.further(earlier[0].variant, first, taken)

    def _is_whole(self, name: ScoredMention) -> bool:
        """True for the whole name; a common one counts if there are facts, which may be said of the family name."""
        if name.kind is EvidenceKind.FULL:
            return True
        has_facts = self.compiled.actors[name.variant.actor].facts is not None
        return has_facts and name.kind is EvidenceKind.FOREIGN and name.mention.method is MatchMethod.EXACT

    # ---------------------------------------------------------------- schemes

    def _scheme_hits(self) -> Iterator[Hit]:
        if not self.term_places:
            return
        core = {match.scheme_id: match for match in self._in_core.rule_matches()}
        anywhere = {match.scheme_id: match for match in self._anywhere.rule_matches()}
        for scheme in self.compiled.head.active_schemes:
            match = _stronger(core.get(scheme.id), anywhere.get(scheme.id))
            if match is not None:
                yield self._hit_maker.scheme_hit(
                    scheme,
                    match,
                    self._mentions(evidence for one in match.matches for evidence in one.evidence),
                    core=match is core.get(scheme.id),
                    exclusions=[mention.surface for mention in self._mentions(match.excluded_by)],
                )

    def _mentions(self, evidence: Iterable[TermEvidence]) -> list[Mention]:
        """The mentions of the terms, each once."""
        return [self.terms[number] for number in dict.fromkeys(one.place.mention_number for one in evidence)]


def _words_at(passage: Passage, word: int) -> str:
    """Up to three words as written, from this one on."""
    start, end = passage.folded.span(word, min(word + 2, passage.folded.count - 1))
    return passage.folded.text[start:end]


def _has_clause_end(term: str) -> bool:
    """True for a term that is listed with a sign which could end a clause: "Rason, North Korea"."""
    return any(sign in term for sign in ",;:!?…，、；：。！？—")


def _is_family_name_shared(name: ScoredMention, names: Sequence[Placed]) -> bool:
    """True if another actor found here has the same family name."""
    actor, family = name.variant.actor, name.variant.family
    return any(other.variant.actor != actor and family in other.variant.name.words for _, other in names)


def _stronger(core: RuleMatch | None, anywhere: RuleMatch | None) -> RuleMatch | None:
    """The rule match that counts: one of the core before one with doubtful text, a valid one before an excluded one."""
    found = [match for match in (core, anywhere) if match is not None]
    return min(found, key=lambda match: bool(match.excluded_by), default=None)
