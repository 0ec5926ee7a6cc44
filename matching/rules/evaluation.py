"""Evaluation of context rules over the places where their atoms stand: linear in the number of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from matching.rules.model import Atom, Condition, Exclusion, Leaf, TermPlace, TextUnits
from matching.watchlist.model import Scope

_MAX_MATCHES = 50  # of a scheme in one text: enough for any quotation
_MAX_PLACES = 5  # of a leaf in one match, nearness apart


class TermEvidence(NamedTuple):
    """An atom and where it stands."""

    atom: int
    place: TermPlace


class ConditionMatch(NamedTuple):
    """One stretch of text that satisfies a condition: what stands where, in order, and the same in words."""

    evidence: tuple[TermEvidence, ...]
    text: str


class RuleMatch(NamedTuple):
    """A scheme and the stretches that satisfy it; where `excluded_by` is not empty, all of them are vetoed by it."""

    scheme_id: str
    matches: tuple[ConditionMatch, ...]
    excluded_by: tuple[TermEvidence, ...] = ()


class _Event(NamedTuple):
    """A place that satisfies the leaf with this index."""

    first: int
    last: int
    leaf: int
    evidence: TermEvidence


@dataclass(slots=True)
class Evaluation:
    """What holds in one text. Nothing is worked out before it is asked for, and nothing twice."""

    atoms: Sequence[Atom]
    places: Mapping[int, Sequence[TermPlace]]
    text_units: TextUnits
    conditions: Mapping[str, tuple[Condition, ...]]
    contexts: Mapping[str, tuple[Condition, ...]]
    exclusions: Mapping[str, Exclusion]
    candidates: tuple[str, ...]
    _held: dict[str, list[tuple[Condition, dict[int, ConditionMatch]]]] = field(default_factory=dict)
    _marked: dict[str, dict[int, TermEvidence]] = field(default_factory=dict)

    def rule_matches(self) -> tuple[RuleMatch, ...]:
        """Every scheme that fires, or that would but for a veto."""
        return tuple(rule_match for scheme in self.candidates if (rule_match := self._fire(scheme)))

    def context_match(self, context: str, word: int) -> ConditionMatch | None:
        """The evidence that the context holds where the word stands, None if it does not."""
        for condition, held in self._context(context):
            if match := held.get(self.text_units.unit(word, condition.within)):
                return match
        return None

    def exclusion_term(self, actor: str, word: int) -> TermEvidence | None:
        """The mark of another person that stands where the word stands, None if none does."""
        exclusion = self.exclusions.get(actor)
        if exclusion is None:
            return None
        if actor not in self._marked:
            self._marked[actor] = {self._unit(mark, exclusion): mark for mark in self._evidence(exclusion.leaf)}
        return self._marked[actor].get(self.text_units.unit(word, exclusion.within))

    def _fire(self, scheme: str) -> RuleMatch | None:
        conditions = self.conditions[scheme]
        matches = tuple(match for one in conditions for match in self._matches(one))[:_MAX_MATCHES]
        if matches:
            return RuleMatch(scheme, matches)
        marks = tuple(mark for one in conditions for veto in one.exclusions for mark in self._evidence(veto.leaf))
        if not marks:
            return None
        unvetoed = tuple(match for one in conditions for match in self._matches(one, vetoes=False))[:_MAX_MATCHES]
        return RuleMatch(scheme, unvetoed, marks[:_MAX_PLACES]) if unvetoed else None

    def _context(self, context: str) -> list[tuple[Condition, dict[int, ConditionMatch]]]:
        """Each condition of the context with the units in which it holds."""
        if context not in self._held:
            self._held[context] = [
                (condition, {unit: matches[0] for unit, matches in self._units(condition)})
                for condition in self.contexts[context]
            ]
        return self._held[context]

    def _matches(self, condition: Condition, *, vetoes: bool = True) -> Iterator[ConditionMatch]:
        return (match for _, matches in self._units(condition, vetoes=vetoes) for match in matches)

    def _units(self, condition: Condition, *, vetoes: bool = True) -> Iterator[tuple[int, list[ConditionMatch]]]:
        """The units in which the condition holds, ascending, with its matches there."""
        if not any(self.places.get(atom) for atom in condition.triggers):
            return
        leaves = (*condition.near, *condition.all, *condition.any, *condition.choice)
        units: dict[int, list[_Event]] = defaultdict(list)
        for event in self._events(leaves, condition, vetoes=vetoes):
            units[self.text_units.unit(event.first, condition.within)].append(event)
        for unit, events in sorted(units.items()):
            if found := list(islice(_match(condition, events), _MAX_MATCHES)):
                yield unit, [self._build(condition, evidence) for evidence in found]

    def _events(self, leaves: Sequence[Leaf], condition: Condition, *, vetoes: bool) -> Iterator[_Event]:
        """The places of the leaves that count: outside of excluded stretches, inside of the required context."""
        excluded = self._excluded(condition) if vetoes else []
        for index, leaf in enumerate(leaves):
            for one in self._evidence(leaf):
                word = one.place.first
                if excluded and any(self.text_units.unit(word, scope) in units for scope, units in excluded):
                    continue
                if condition.require is None or self.context_match(condition.require, word):
                    yield _Event(word, one.place.last, index, one)

    def _excluded(self, condition: Condition) -> list[tuple[Scope, set[int]]]:
        """The units that hold a veto, by scope."""
        marked = (
            (veto, {self._unit(mark, veto) for mark in self._evidence(veto.leaf)}) for veto in condition.exclusions
        )
        return [(veto.within, units) for veto, units in marked if units]

    def _build(self, condition: Condition, found: Iterable[TermEvidence]) -> ConditionMatch:
        evidence = tuple(sorted(set(found), key=lambda one: one.place))
        terms = dict.fromkeys(self.atoms[one.atom].text for one in evidence)
        return ConditionMatch(evidence, " ".join((f"“{'”, “'.join(terms)}”", condition.text)).strip())

    def _evidence(self, leaf: Leaf) -> Iterator[TermEvidence]:
        return (TermEvidence(atom, place) for atom in leaf for place in self.places.get(atom, ()))

    def _unit(self, evidence: TermEvidence, exclusion: Exclusion) -> int:
        return self.text_units.unit(evidence.place.first, exclusion.within)


def _match(condition: Condition, events: Sequence[_Event]) -> Iterator[tuple[TermEvidence, ...]]:
    """The evidence of each match of a condition among the events of one unit; nothing if it does not hold there."""
    by_leaf: dict[int, list[TermEvidence]] = defaultdict(list)
    for event in events:
        by_leaf[event.leaf].append(event.evidence)
    near, needed = len(condition.near), len(condition.near) + len(condition.all)
    either = needed + len(condition.any)
    if any(leaf not in by_leaf for leaf in range(needed)):
        return
    if condition.any and not any(leaf in by_leaf for leaf in range(needed, either)):
        return
    if sum(leaf >= either for leaf in by_leaf) < condition.count:
        return
    others = [one for leaf, found in by_leaf.items() if leaf >= near for one in found[:_MAX_PLACES]]
    if condition.near:
        windows = _windows([event for event in events if event.leaf < near], near, condition.words)
        yield from ((*window, *others) for window in windows)
    else:
        yield tuple(others)


def _windows(events: Sequence[_Event], leaves: int, words: int) -> Iterator[tuple[TermEvidence, ...]]:
    """Stretches of at most `words` words that hold every leaf, without overlap, in one sweep by the places' ends.

    Of the places of a leaf that have ended, the one that began last is the best for every stretch still to come.
    """
    best: dict[int, _Event] = {}
    for event in sorted(events, key=attrgetter("last", "first")):
        if event.leaf not in best or event.first >= best[event.leaf].first:
            best[event.leaf] = event
        if len(best) == leaves and event.last - min(one.first for one in best.values()) < words:
            yield tuple(one.evidence for one in best.values())
            best = {}
