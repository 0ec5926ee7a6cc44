"""Evaluates context rules on the places of their atoms in a text, in time linear in the number of places."""

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
_MAX_PLACES = 5  # of a leaf in one match, except those of `near`


class TermEvidence(NamedTuple):
    """An atom, by number, and its place in the text."""

    atom: int
    place: TermPlace


class ConditionMatch(NamedTuple):
    """The evidence that a condition holds in one unit or window of the text, in order, and a sentence part about it."""

    evidence: tuple[TermEvidence, ...]
    text: str


class RuleMatch(NamedTuple):
    """A scheme and the matches of its conditions; if `excluded_by` is not empty, these terms exclude all of them."""

    scheme_id: str
    matches: tuple[ConditionMatch, ...]
    excluded_by: tuple[TermEvidence, ...] = ()


class _Event(NamedTuple):
    """Evidence for the leaf with this index of a condition, and its first and last word."""

    first: int
    last: int
    leaf: int
    evidence: TermEvidence


@dataclass(slots=True)
class Evaluation:
    """What holds in one text. Every result is computed on demand, and at most once."""

    atoms: Sequence[Atom]
    places: Mapping[int, Sequence[TermPlace]]
    text_units: TextUnits
    conditions: Mapping[str, tuple[Condition, ...]]
    contexts: Mapping[str, tuple[Condition, ...]]
    exclusions: Mapping[str, Exclusion]
    candidate_schemes: tuple[str, ...]
    _context_matches: dict[str, list[tuple[Condition, dict[int, ConditionMatch]]]] = field(default_factory=dict)
    _excluded_units: dict[str, dict[int, TermEvidence]] = field(default_factory=dict)

    def rule_matches(self) -> tuple[RuleMatch, ...]:
        """A match for every scheme that holds, or would hold if its exclusion terms were not there."""
        return tuple(rule_match for scheme in self.candidate_schemes if (rule_match := self._rule_match(scheme)))

    def context_match(self, context: str, word: int) -> ConditionMatch | None:
        """The evidence that the context holds in the unit of this word; None if it does not."""
        for condition, matches in self._matches_of_context(context):
            if match := matches.get(self.text_units.unit(word, condition.within)):
                return match
        return None

    def exclusion_term(self, actor: str, word: int) -> TermEvidence | None:
        """The exclusion term of the actor that is in the unit of this word; None if there is none."""
        exclusion = self.exclusions.get(actor)
        if exclusion is None:
            return None
        if actor not in self._excluded_units:
            self._excluded_units[actor] = {self._unit(term, exclusion): term for term in self._evidence(exclusion.leaf)}
        return self._excluded_units[actor].get(self.text_units.unit(word, exclusion.within))

    def _rule_match(self, scheme: str) -> RuleMatch | None:
        conditions = self.conditions[scheme]
        matches = tuple(match for one in conditions for match in self._matches(one))[:_MAX_MATCHES]
        if matches:
            return RuleMatch(scheme, matches)
        terms = tuple(
            term for one in conditions for exclusion in one.exclusions for term in self._evidence(exclusion.leaf)
        )
        if not terms:
            return None
        excluded = tuple(match for one in conditions for match in self._matches(one, exclude=False))[:_MAX_MATCHES]
        return RuleMatch(scheme, excluded, terms[:_MAX_PLACES]) if excluded else None

    def _matches_of_context(self, context: str) -> list[tuple[Condition, dict[int, ConditionMatch]]]:
        """Each condition of the context with its first match in each unit in which it holds."""
        if context not in self._context_matches:
            self._context_matches[context] = [
                (condition, {unit: matches[0] for unit, matches in self._units(condition)})
                for condition in self.contexts[context]
            ]
        return self._context_matches[context]

    def _matches(self, condition: Condition, *, exclude: bool = True) -> Iterator[ConditionMatch]:
        return (match for _, matches in self._units(condition, exclude=exclude) for match in matches)

    def _units(self, condition: Condition, *, exclude: bool = True) -> Iterator[tuple[int, list[ConditionMatch]]]:
        """The units in which the condition holds, ascending, each with its matches."""
        if not any(self.places.get(atom) for atom in condition.triggers):
            return
        leaves = (*condition.near, *condition.all, *condition.any, *condition.choice)
        units: dict[int, list[_Event]] = defaultdict(list)
        for event in self._events(leaves, condition, exclude=exclude):
            units[self.text_units.unit(event.first, condition.within)].append(event)
        for unit, events in sorted(units.items()):
            if found := list(islice(_match(condition, events), _MAX_MATCHES)):
                yield unit, [self._build(condition, evidence) for evidence in found]

    def _events(self, leaves: Sequence[Leaf], condition: Condition, *, exclude: bool) -> Iterator[_Event]:
        """The evidence for each leaf, without excluded units and units outside the required context."""
        excluded = self._excluded(condition) if exclude else []
        for index, leaf in enumerate(leaves):
            for one in self._evidence(leaf):
                word = one.place.first
                if excluded and any(self.text_units.unit(word, scope) in units for scope, units in excluded):
                    continue
                if condition.require is None or self.context_match(condition.require, word):
                    yield _Event(word, one.place.last, index, one)

    def _excluded(self, condition: Condition) -> list[tuple[Scope, set[int]]]:
        """The units that contain an exclusion term, by scope."""
        by_exclusion = (
            (exclusion, {self._unit(term, exclusion) for term in self._evidence(exclusion.leaf)})
            for exclusion in condition.exclusions
        )
        return [(exclusion.within, units) for exclusion, units in by_exclusion if units]

    def _build(self, condition: Condition, found: Iterable[TermEvidence]) -> ConditionMatch:
        evidence = tuple(sorted(set(found), key=lambda one: one.place))
        terms = dict.fromkeys(self.atoms[one.atom].text for one in evidence)
        return ConditionMatch(evidence, " ".join((f"“{'”, “'.join(terms)}”", condition.proximity)).strip())

    def _evidence(self, leaf: Leaf) -> Iterator[TermEvidence]:
        return (TermEvidence(atom, place) for atom in leaf for place in self.places.get(atom, ()))

    def _unit(self, evidence: TermEvidence, exclusion: Exclusion) -> int:
        return self.text_units.unit(evidence.place.first, exclusion.within)


def _match(condition: Condition, events: Sequence[_Event]) -> Iterator[tuple[TermEvidence, ...]]:
    """The evidence of each match of a condition in one unit, given its events; nothing if it does not hold there."""
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
        windows = _windows([event for event in events if event.leaf < near], near, condition.window)
        yield from ((*window, *others) for window in windows)
    else:
        yield tuple(others)


def _windows(events: Sequence[_Event], leaves: int, size: int) -> Iterator[tuple[TermEvidence, ...]]:
    """Windows of at most `size` words that contain every leaf, without overlap, in one sweep by the events' ends.

    Of the events of a leaf that have ended, the one that began last is the best for every window still to come.
    """
    best: dict[int, _Event] = {}
    for event in sorted(events, key=attrgetter("last", "first")):
        if event.leaf not in best or event.first >= best[event.leaf].first:
            best[event.leaf] = event
        if len(best) == leaves and event.last - min(one.first for one in best.values()) < size:
            yield tuple(one.evidence for one in best.values())
            best = {}
