"""Compiles the context rules of a watchlist: phrases to look for in a text, and conditions on where they are found.

The scanner finds the atoms of all rules in one pass. A condition is evaluated only if one of its triggers was found,
the rarest group of atoms that it cannot hold without (as in the presearcher of Lucene's Monitor). Evaluation then works
only on the places of atoms, never on the text. The keys of a rule are described in docs/watchlist.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, product, zip_longest

from matching.rules.evaluation import Evaluation
from matching.rules.model import Atom, Condition, Exclusion, Leaf, TermPlace, TextUnits
from matching.text.scripts import has_hangul, has_word_borders, may_continue, starts_without_border
from matching.watchlist.model import Alternatives, Clause, ExclusionTerms, Watchlist

_MAX_COMPOUND = 4  # words of a Hangul term in which each space may be missing: at most eight spellings


@dataclass(frozen=True, slots=True)
class Rules:
    """Every context rule of a watchlist, its schemes, contexts and exclusions by the id of their entry.

    `atoms` go into the scanner; the number of an atom is its index. `schemes_by_trigger` are by the number of an atom.
    """

    atoms: tuple[Atom, ...]
    schemes: Mapping[str, tuple[Condition, ...]]
    contexts: Mapping[str, tuple[Condition, ...]]
    exclusions: Mapping[str, Exclusion]
    schemes_by_trigger: Mapping[int, tuple[str, ...]]

    def evaluate(self, places: Mapping[int, Sequence[TermPlace]], text_units: TextUnits) -> Evaluation:
        """The evaluation for a text; `places` are those of each atom found, ascending."""
        candidates = self._candidate_schemes(places)
        return Evaluation(self.atoms, places, text_units, self.schemes, self.contexts, self.exclusions, candidates)

    def _candidate_schemes(self, places: Mapping[int, Sequence[TermPlace]]) -> tuple[str, ...]:
        """The schemes that have a trigger among the atoms found, in the order of the list."""
        found = {scheme for atom in places for scheme in self.schemes_by_trigger.get(atom, ())}
        return tuple(scheme for scheme in self.schemes if scheme in found) if found else ()


def compile_rules(watchlist: Watchlist) -> Rules:
    """The rules of the enabled entries of a watchlist."""
    compiler = _Compiler()
    contexts = {
        context.id: tuple(compiler.condition(clause, None) for clause in context.match)
        for context in watchlist.contexts
    }
    schemes = {
        scheme.id: tuple(compiler.condition(clause, scheme.none) for clause in scheme.match)
        for scheme in watchlist.active_schemes
    }
    exclusions = {actor.id: compiler.exclusion(actor.none) for actor in watchlist.active_actors if actor.none}
    return Rules(tuple(compiler.numbers), schemes, contexts, exclusions, _schemes_by_trigger(schemes))


def _schemes_by_trigger(schemes: Mapping[str, Iterable[Condition]]) -> dict[int, tuple[str, ...]]:
    """The schemes to evaluate when an atom is found."""
    schemes_by_trigger: dict[int, list[str]] = defaultdict(list)
    for scheme, conditions in schemes.items():
        for atom in {atom for condition in conditions for atom in condition.triggers}:
            schemes_by_trigger[atom].append(scheme)
    return {atom: tuple(names) for atom, names in schemes_by_trigger.items()}


# ---------------------------------------------------------------- compilation


@dataclass(slots=True)
class _Compiler:
    """Numbers the atoms; equal atoms have one number."""

    numbers: dict[Atom, int] = field(default_factory=dict)

    def condition(self, clause: Clause, scheme_exclusion: ExclusionTerms | None) -> Condition:
        near = clause.near
        condition = Condition(
            proximity=_proximity(clause),
            within=clause.within,
            triggers=(),
            any=self._leaves(clause.any),
            all=self._leaves(clause.all),
            choice=self._leaves(clause.at_least.of) if clause.at_least else (),
            count=clause.at_least.count if clause.at_least else 0,
            near=self._leaves(near.terms) if near else (),
            window=near.words if near else 0,
            require=clause.require,
            exclusions=tuple(self.exclusion(one) for one in (clause.none, scheme_exclusion) if one),
        )
        return replace(condition, triggers=self._rarest(condition))

    def exclusion(self, listed: ExclusionTerms) -> Exclusion:
        return Exclusion(tuple(chain.from_iterable(self._leaves(listed.any))), listed.within)

    def _leaves(self, slots: Iterable[Alternatives]) -> tuple[Leaf, ...]:
        return tuple(
            tuple(self.numbers.setdefault(atom, len(self.numbers)) for term in slot for atom in atoms_of(term))
            for slot in slots
        )

    def _rarest(self, condition: Condition) -> Leaf:
        """The least frequent group of atoms without which the condition cannot hold."""
        groups = [*condition.all, *condition.near]
        groups.extend(tuple(chain.from_iterable(leaves)) for leaves in (condition.any, condition.choice) if leaves)
        atoms = tuple(self.numbers)
        return min(groups, key=lambda group: sum(_frequency(atoms[number]) for number in group))


def atoms_of(term: str) -> Iterator[Atom]:
    """The phrases to look for in place of a term.

    Han and kana are written without word borders, so such a term may begin and end anywhere. A Hangul word begins at a
    border and may be followed by particles; compounds are written with and without a space.
    """
    text = term.removesuffix("*").strip()
    open_start, open_end = starts_without_border(text), term.endswith("*") or may_continue(text)
    words = text.split()
    spaces = (" ", "") if has_hangul(text) and len(words) <= _MAX_COMPOUND else (" ",)
    for joints in product(spaces, repeat=len(words) - 1):
        yield Atom("".join(chain.from_iterable(zip_longest(words, joints, fillvalue=""))), open_start, open_end)


def _frequency(atom: Atom) -> float:
    """A rough relative frequency of an atom: the longer, the rarer, Han most of all."""
    weight = 1 if has_word_borders(atom.text) else 4
    return 2.0 ** -min(weight * len(atom.text), 60) * (2 if atom.open_end else 1)


def _proximity(clause: Clause) -> str:
    """How close together the terms must be, in words for a reader; empty if anywhere."""
    near = f"within {clause.near.words} words" if clause.near else ""
    within = "" if clause.within == "document" else f"in one {clause.within}"
    context = f"in the context {clause.require}" if clause.require else ""
    return " ".join(part for part in (near, within, context) if part)
