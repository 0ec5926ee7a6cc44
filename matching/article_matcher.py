"""One article while it is read: what was found in its title and its text, and the hits that come of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from core.records import Article, Hit, MatchMethod, Mention, TextField, ZoneKind
from matching.index.phrases import PatternTarget
from matching.index.scanner import Occurrence
from matching.mentions.assessment import Kind, Naming
from matching.mentions.recognition import Recogniser, settled
from matching.rules.evaluation import ConditionMatch, Evaluation, RuleMatch, TermEvidence
from matching.rules.model import TermPlace, TextUnits
from matching.scoring import hits
from matching.scoring.hits import ArticleContext, Weighed
from matching.text.passage import Passage, passage_of
from matching.watchlist.identifiers import is_identifier_at

if TYPE_CHECKING:
    from matching.engine import Matcher

_MAX_SEEN = 200  # places of one phrase that are looked at; further ones are only counted
_MAX_WEIGHED = 200  # namings of one actor that are weighed
Placed = tuple[int, Naming]  # with the number of the field, 0 for the title


class Reading:
    """What one article holds. Words are numbered through title and text for the rules."""

    def __init__(self, matcher: Matcher, article: Article) -> None:
        self.matcher, self.article = matcher, article
        title = passage_of(TextField.TITLE, article.title or "")
        self.passages = (title, passage_of(TextField.TEXT, article.text, article.zones))
        self.offsets = (0, title.folded.count)
        self.namings: list[Placed] = []
        self.identifiers: dict[int, list[Mention]] = defaultdict(list)
        self.terms: list[Mention] = []
        self.places: dict[int, list[TermPlace]] = defaultdict(list)

    def hits(self) -> tuple[Hit, ...]:
        """The hits, actors before schemes, each in the order of the list."""
        for number in range(len(self.passages)):
            self._read(number)
        return (*self._actor_hits(), *self._scheme_hits())

    # ---------------------------------------------------------------- finding

    def _read(self, number: int) -> None:
        passage = self.passages[number]
        if not passage.folded.count:
            return
        recogniser = Recogniser(self.matcher.lexicon, passage)
        named = []
        taken: set[tuple[int, int]] = set()
        seen: Counter[int] = Counter()
        for occurrence in self.matcher.scanner.find(passage.folded):
            seen[occurrence.phrase] += 1
            for target in self.matcher.pattern_targets[occurrence.phrase]:
                if target.method is MatchMethod.EXACT or target.method is MatchMethod.NATIVE:
                    taken.add((int(self.matcher.index.variant_actor[target.number]), occurrence.first))
                if seen[occurrence.phrase] <= _MAX_SEEN:
                    named += self._noted(number, occurrence, target)
        if found := [*recogniser.exact(named), *recogniser.aligned(taken)]:
            self.namings += [(number, one) for one in settled(found)]

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
        """Keeps a term. The words of a phrase belong together: they do not stand in two clauses or sentences."""
        passage, offset = self.passages[number], self.offsets[number]
        text = self.matcher.rules.atoms[atom].text
        mention = passage.mention(occurrence.start, occurrence.end, text, MatchMethod.TERM)
        if occurrence.first < occurrence.last and is_plain(text) and passage.ends_clause(mention.start, mention.end):
            return
        self.places[atom].append(TermPlace(occurrence.first + offset, occurrence.last + offset, len(self.terms)))
        self.terms.append(mention)

    def _note_identifier(self, passage: Passage, occurrence: Occurrence, number: int) -> None:
        index = self.matcher.index
        actor = int(index.identified_actor[number])
        identifier = self.matcher.actors[actor].identifiers[index.identified_place[number]]
        mention = passage.mention(occurrence.start, occurrence.end, identifier.value, MatchMethod.IDENTIFIER)
        if is_identifier_at(identifier, passage.folded.text, mention.start, mention.end):
            self.identifiers[actor].append(mention)

    # ---------------------------------------------------------------- rules

    @cached_property
    def evaluation(self) -> Evaluation:
        """The rules over the terms of the core."""
        core = {
            atom: [place for place in places if self.terms[place.hit].zone is ZoneKind.CORE]
            for atom, places in self.places.items()
        }
        return self.matcher.rules.evaluate(
            {atom: places for atom, places in core.items() if places}, self._units_of_text
        )

    @cached_property
    def everywhere(self) -> Evaluation:
        """The rules over all terms, those of doubtful zones too."""
        return self.matcher.rules.evaluate(self.places, self._units_of_text)

    @cached_property
    def _units_of_text(self) -> TextUnits:
        text = self.passages[1]
        offset = self.offsets[1]
        begin = [0] if offset else []
        return TextUnits(
            [*begin, *(word + offset for word in text.sentences)],
            [*begin, *(word + offset for word in text.paragraphs)],
        )

    # ---------------------------------------------------------------- actors

    def _actor_hits(self) -> Iterator[Hit]:
        if not (self.namings or self.identifiers):
            return
        found: dict[int, list[Placed]] = defaultdict(list)
        for number, naming in self.namings:
            found[naming.variant.actor].append((number, naming))
        certain = self._certain()
        matcher = self.matcher
        for actor in sorted(found.keys() | self.identifiers.keys()):
            placed = found.get(actor, [])
            weighed = [self._weigh(number, naming, certain) for number, naming in placed[:_MAX_WEIGHED]]
            yield hits.actor_hit(
                self.article,
                matcher.actors[actor],
                weighed,
                self.identifiers.get(actor, ()),
                list(self._further(placed)),
                matcher.watchlist_head,
            )

    def _certain(self) -> dict[int, list[Placed]]:
        """The actors that are named for certain, and where."""
        certain: dict[int, list[Placed]] = defaultdict(list)
        alert = self.matcher.watchlist_head.defaults.alert
        for number, naming in self.namings:
            if naming.kind is Kind.FULL and naming.score >= alert and self._counts(number, naming):
                certain[naming.variant.actor].append((number, naming))
        return certain

    def _weigh(self, number: int, naming: Naming, certain: Mapping[int, Sequence[Placed]]) -> Weighed:
        variant, word = naming.variant, naming.first + self.offsets[number]
        actor = self.matcher.actors[variant.actor]
        held = {context: match for context in variant.contexts if (match := self._supports(context, naming, word))}
        veto = self._veto(actor.id, word)
        others = [other for other in certain if other != variant.actor]
        around = ArticleContext(
            contexts=held,
            veto=veto,
            sentence=[other for other in others if self._shares_sentence((number, naming), certain[other])],
            article=others,
        )
        return hits.weigh(naming, around, self.matcher.watchlist_head.defaults)

    def _shares_sentence(self, placed: Placed, others: Sequence[Placed]) -> bool:
        """True if one of the others stands in the same sentence; where sentences end is looked for only here."""
        number, naming = placed
        sentence = self.passages[number].sentence
        return any(sentence(naming.first) == sentence(other.first) for where, other in others if where == number)

    def _counts(self, number: int, naming: Naming) -> bool:
        """False if a mark of another person stands there, or a context that the form requires does not hold."""
        word, variant = naming.first + self.offsets[number], naming.variant
        if self._veto(self.matcher.actors[variant.actor].id, word) is not None:
            return False
        return variant.require is None or self._supports(variant.require, naming, word) is not None

    def _veto(self, actor: str, word: int) -> str | None:
        """The mark of another person that stands where the word stands."""
        found = self.everywhere.veto(actor, word) if self.places else None
        return self.terms[found.place.hit].surface if found else None

    def _supports(self, context: str, naming: Naming, word: int) -> ConditionMatch | None:
        """The evidence that a context holds where the naming stands; doubtful text supports only doubtful text."""
        if not self.places:
            return None
        core = naming.mention.zone is ZoneKind.CORE
        return (self.evaluation if core else self.everywhere).supports(context, word)

    def _further(self, placed: Sequence[Placed]) -> Iterator[Mention]:
        """Mentions by family name alone, behind the first full one, unless two actors found here share that name."""
        full = [(number, naming) for number, naming in placed if naming.kind is Kind.FULL and naming.variant.person]
        if not full or naming_is_shared(full[0][1], self.namings):
            return
        for number, passage in enumerate(self.passages):
            earlier = [naming for where, naming in full if where <= number]
            if not earlier:
                continue
            first = min((naming.last for where, naming in full if where == number), default=-1)
            taken = [range(one.first, one.last + 1) for where, one in self.namings if where == number]
            for naming in Recogniser(self.matcher.lexicon, passage).further(earlier[0].variant, first, taken):
                yield naming.mention

    # ---------------------------------------------------------------- schemes

    def _scheme_hits(self) -> Iterator[Hit]:
        if not self.places:
            return
        core = {rule_match.scheme_id: rule_match for rule_match in self.evaluation.schemes()}
        anywhere = {rule_match.scheme_id: rule_match for rule_match in self.everywhere.schemes()}
        for scheme in self.matcher.watchlist_head.active_schemes:
            rule_match = _stronger(core.get(scheme.id), anywhere.get(scheme.id))
            if rule_match is not None:
                yield hits.scheme_hit(
                    self.article,
                    scheme,
                    rule_match,
                    self._mentions(evidence for match in rule_match.matches for evidence in match.evidence),
                    self.matcher.watchlist_head,
                    core=rule_match is core.get(scheme.id),
                    marks=[mention.surface for mention in self._mentions(rule_match.vetoed_by)],
                )

    def _mentions(self, evidence: Iterable[TermEvidence]) -> list[Mention]:
        hits = dict.fromkeys(one.place.hit for one in evidence)
        return [self.terms[hit] for hit in hits]


def is_plain(term: str) -> bool:
    """False for a term that is listed with a sign which could end a clause: "Rason, North Korea"."""
    return not any(sign in term for sign in ",;:!?…，、；：。！？—")


def naming_is_shared(naming: Naming, namings: Sequence[Placed]) -> bool:
    """True if another actor found here has the same family name."""
    family = naming.variant.family
    return any(
        other.variant.actor != naming.variant.actor and family in other.variant.name.words for _, other in namings
    )


def _stronger(core: RuleMatch | None, anywhere: RuleMatch | None) -> RuleMatch | None:
    """The firing that counts: one of the core before one with doubtful text, one that holds before a vetoed one."""
    fired = [rule_match for rule_match in (core, anywhere) if rule_match is not None]
    return min(fired, key=lambda rule_match: bool(rule_match.vetoed_by), default=None)
