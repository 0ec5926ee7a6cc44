"""One article while it is read: what was found in its title and its text, and the hits that come of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from core.records import Article, Hit, Mention, TextField, ZoneKind
from matching.index.phrases import Use
from matching.index.scanner import Sighting
from matching.mentions.assessment import Kind, Naming
from matching.mentions.recognition import Recogniser, settled
from matching.rules.evaluation import Evaluation, Evidence, Firing, Match
from matching.rules.model import Layout, Place
from matching.scoring import hits
from matching.scoring.hits import Surroundings, Weighed
from matching.text.passage import Passage, passage
from matching.watchlist.identifiers import is_written

if TYPE_CHECKING:
    from matching.engine import Matcher

_MAX_SEEN = 200  # places of one phrase that are looked at; further ones are only counted
_MAX_WEIGHED = 200  # namings of one actor that are weighed
Placed = tuple[int, Naming]  # with the number of the field, 0 for the title


class Reading:
    """What one article holds. Words are numbered through title and text for the rules."""

    def __init__(self, matcher: Matcher, article: Article) -> None:
        self.matcher, self.article = matcher, article
        title = passage(TextField.TITLE, article.title or "")
        self.pages = (title, passage(TextField.TEXT, article.text, article.zones))
        self.offsets = (0, title.folded.count)
        self.namings: list[Placed] = []
        self.identifiers: dict[int, list[Mention]] = defaultdict(list)
        self.terms: list[Mention] = []
        self.places: dict[int, list[Place]] = defaultdict(list)

    def hits(self) -> tuple[Hit, ...]:
        """The hits, actors before schemes, each in the order of the list."""
        for number in range(len(self.pages)):
            self._read(number)
        return (*self._actor_hits(), *self._scheme_hits())

    # ---------------------------------------------------------------- finding

    def _read(self, number: int) -> None:
        page = self.pages[number]
        if not page.folded.count:
            return
        recogniser = Recogniser(self.matcher.lexicon, page)
        named = []
        taken: set[tuple[int, int]] = set()
        seen: Counter[int] = Counter()
        for sighting in self.matcher.scanner.find(page.folded):
            seen[sighting.phrase] += 1
            for use in self.matcher.uses[sighting.phrase]:
                if use.method in {"exact", "native"}:
                    taken.add((int(self.matcher.index.form_actor[use.number]), sighting.first))
                if seen[sighting.phrase] <= _MAX_SEEN:
                    named += self._noted(number, sighting, use)
        if found := [*recogniser.exact(named), *recogniser.aligned(taken)]:
            self.namings += [(number, one) for one in settled(found)]

    def _noted(self, number: int, sighting: Sighting, use: Use) -> list[tuple[Sighting, int, str]]:
        """The sighting if it is one of a name; terms and identifiers are kept here."""
        if use.kind == "form":
            return [(sighting, use.number, use.method)]
        if use.kind == "atom":
            self._note_term(number, sighting, use.number)
        else:
            self._note_identifier(self.pages[number], sighting, use.number)
        return []

    def _note_term(self, number: int, sighting: Sighting, atom: int) -> None:
        """Keeps a term. The words of a phrase belong together: they do not stand in two clauses or sentences."""
        page, offset = self.pages[number], self.offsets[number]
        text = self.matcher.rules.atoms[atom].text
        mention = page.mention(sighting.start, sighting.end, text, "term")
        if sighting.first < sighting.last and is_plain(text) and page.ends_clause(mention.start, mention.end):
            return
        self.places[atom].append(Place(sighting.first + offset, sighting.last + offset, len(self.terms)))
        self.terms.append(mention)

    def _note_identifier(self, page: Passage, sighting: Sighting, number: int) -> None:
        index = self.matcher.index
        actor = int(index.identified_actor[number])
        identifier = self.matcher.actors[actor].identifiers[index.identified_place[number]]
        mention = page.mention(sighting.start, sighting.end, identifier.value, "identifier")
        if is_written(identifier, page.folded.text, mention.start, mention.end):
            self.identifiers[actor].append(mention)

    # ---------------------------------------------------------------- rules

    @cached_property
    def evaluation(self) -> Evaluation:
        """The rules over the terms of the core."""
        core = {
            atom: [place for place in places if self.terms[place.hit].zone is ZoneKind.CORE]
            for atom, places in self.places.items()
        }
        return self.matcher.rules.evaluate({atom: places for atom, places in core.items() if places}, self._layout)

    @cached_property
    def everywhere(self) -> Evaluation:
        """The rules over all terms, those of doubtful zones too."""
        return self.matcher.rules.evaluate(self.places, self._layout)

    @cached_property
    def _layout(self) -> Layout:
        text = self.pages[1]
        offset = self.offsets[1]
        begin = [0] if offset else []
        return Layout(
            [*begin, *(word + offset for word in text.sentences)],
            [*begin, *(word + offset for word in text.paragraphs)],
        )

    # ---------------------------------------------------------------- actors

    def _actor_hits(self) -> Iterator[Hit]:
        if not (self.namings or self.identifiers):
            return
        found: dict[int, list[Placed]] = defaultdict(list)
        for number, naming in self.namings:
            found[naming.form.actor].append((number, naming))
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
                matcher.frame,
            )

    def _certain(self) -> dict[int, list[Placed]]:
        """The actors that are named for certain, and where."""
        certain: dict[int, list[Placed]] = defaultdict(list)
        alert = self.matcher.frame.defaults.alert
        for number, naming in self.namings:
            if naming.kind is Kind.FULL and naming.score >= alert and self._counts(number, naming):
                certain[naming.form.actor].append((number, naming))
        return certain

    def _weigh(self, number: int, naming: Naming, certain: Mapping[int, Sequence[Placed]]) -> Weighed:
        form, word = naming.form, naming.first + self.offsets[number]
        actor = self.matcher.actors[form.actor]
        held = {context: match for context in form.contexts if (match := self._supports(context, naming, word))}
        veto = self._veto(actor.id, word)
        others = [other for other in certain if other != form.actor]
        around = Surroundings(
            contexts=held,
            veto=veto,
            sentence=[other for other in others if self._shares_sentence((number, naming), certain[other])],
            article=others,
        )
        return hits.weigh(naming, around, self.matcher.frame.defaults)

    def _shares_sentence(self, placed: Placed, others: Sequence[Placed]) -> bool:
        """True if one of the others stands in the same sentence; where sentences end is looked for only here."""
        number, naming = placed
        sentence = self.pages[number].sentence
        return any(sentence(naming.first) == sentence(other.first) for where, other in others if where == number)

    def _counts(self, number: int, naming: Naming) -> bool:
        """False if a mark of another person stands there, or a context that the form requires does not hold."""
        word, form = naming.first + self.offsets[number], naming.form
        if self._veto(self.matcher.actors[form.actor].id, word) is not None:
            return False
        return form.require is None or self._supports(form.require, naming, word) is not None

    def _veto(self, actor: str, word: int) -> str | None:
        """The mark of another person that stands where the word stands."""
        found = self.everywhere.veto(actor, word) if self.places else None
        return self.terms[found.place.hit].surface if found else None

    def _supports(self, context: str, naming: Naming, word: int) -> Match | None:
        """The evidence that a context holds where the naming stands; doubtful text supports only doubtful text."""
        if not self.places:
            return None
        core = naming.mention.zone is ZoneKind.CORE
        return (self.evaluation if core else self.everywhere).supports(context, word)

    def _further(self, placed: Sequence[Placed]) -> Iterator[Mention]:
        """Mentions by family name alone, behind the first full one, unless two actors found here share that name."""
        full = [(number, naming) for number, naming in placed if naming.kind is Kind.FULL and naming.form.person]
        if not full or naming_is_shared(full[0][1], self.namings):
            return
        for number, page in enumerate(self.pages):
            earlier = [naming for where, naming in full if where <= number]
            if not earlier:
                continue
            first = min((naming.last for where, naming in full if where == number), default=-1)
            taken = [range(one.first, one.last + 1) for where, one in self.namings if where == number]
            for naming in Recogniser(self.matcher.lexicon, page).further(earlier[0].form, first, taken):
                yield naming.mention

    # ---------------------------------------------------------------- schemes

    def _scheme_hits(self) -> Iterator[Hit]:
        if not self.places:
            return
        core = {firing.scheme_id: firing for firing in self.evaluation.schemes()}
        anywhere = {firing.scheme_id: firing for firing in self.everywhere.schemes()}
        for scheme in self.matcher.frame.active_schemes:
            firing = _stronger(core.get(scheme.id), anywhere.get(scheme.id))
            if firing is not None:
                yield hits.scheme_hit(
                    self.article,
                    scheme,
                    firing,
                    self._mentions(evidence for match in firing.matches for evidence in match.evidence),
                    self.matcher.frame,
                    core=firing is core.get(scheme.id),
                    marks=[mention.surface for mention in self._mentions(firing.vetoed_by)],
                )

    def _mentions(self, evidence: Iterable[Evidence]) -> list[Mention]:
        hits = dict.fromkeys(one.place.hit for one in evidence)
        return [self.terms[hit] for hit in hits]


def is_plain(term: str) -> bool:
    """False for a term that is listed with a sign which could end a clause: "Rason, North Korea"."""
    return not any(sign in term for sign in ",;:!?…，、；：。！？—")


def naming_is_shared(naming: Naming, namings: Sequence[Placed]) -> bool:
    """True if another actor found here has the same family name."""
    family = naming.form.family
    return any(other.form.actor != naming.form.actor and family in other.form.name.words for _, other in namings)


def _stronger(core: Firing | None, anywhere: Firing | None) -> Firing | None:
    """The firing that counts: one of the core before one with doubtful text, one that holds before a vetoed one."""
    fired = [firing for firing in (core, anywhere) if firing is not None]
    return min(fired, key=lambda firing: bool(firing.vetoed_by), default=None)
