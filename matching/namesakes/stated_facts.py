"""Facts that confirmed articles state of the listed person, where dismissed ones state others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matching.facts.ages import ages
from matching.facts.claims import Claim, FactKind
from matching.facts.gender import genders
from matching.facts.nationality import nationalities
from matching.facts.reading import is_other_bearer
from matching.namesakes.judged_mentions import JudgedMention
from matching.watchlist.facts import Facts
from matching.watchlist.partial_dates import born_at_age


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """The entry's facts with those that are new; `because` says which and why."""

    facts: Facts
    because: str


def stated_facts(
    known: Facts, confirmed: Sequence[JudgedMention], dismissed: Sequence[JudgedMention]
) -> StatedFacts | None:
    """What could be listed beside the known facts; None if confirmed articles say nothing that tells others apart."""
    of_person, of_others = _claims(confirmed), _claims(dismissed)
    facts, said = known, []
    nations, others = _values(of_person[FactKind.NATIONALITY]), _values(of_others[FactKind.NATIONALITY])
    if nations and others - nations and not known.nationality:
        facts = replace(facts, nationality=tuple(sorted(nations)))
        said.append(f"nationality {' or '.join(sorted(nations))}, of others {' or '.join(sorted(others - nations))}")
    gender, others = _values(of_person[FactKind.GENDER]), _values(of_others[FactKind.GENDER])
    if len(gender) == 1 and others - gender and known.gender is None:
        facts = replace(facts, gender="male" if "male" in gender else "female")
        said.append(f"{facts.gender}, which others are not")
    born = _years_of_birth(confirmed)
    if born and of_others[FactKind.AGE] and not known.born:
        facts = replace(facts, born=(born,))
        said.append(f"born {born}, by age")
    return StatedFacts(facts, f"confirmed articles say: {'; '.join(said)}") if said else None


def _values(claims: Sequence[Claim]) -> set[str]:
    return {value for one in claims for value in one.values}


def _claims(mentions: Sequence[JudgedMention]) -> Mapping[FactKind, list[Claim]]:
    """The firm claims about the bearer, by what they are about."""
    found: defaultdict[FactKind, list[Claim]] = defaultdict(list)
    for one in mentions:
        if is_other_bearer(one.excerpt):
            continue
        for claim in (*nationalities(one.excerpt), *genders(one.excerpt), *ages(one.excerpt)):
            if claim.firm:
                found[claim.kind].append(claim)
    return found


def _years_of_birth(mentions: Sequence[JudgedMention]) -> str | None:
    """`1986 to 1987` by ages on the days of the articles; None without any, or if no date fits all."""
    spans = [
        born_at_age(*claim.ages, one.day)
        for one in mentions
        if one.day and not is_other_bearer(one.excerpt)
        for claim in ages(one.excerpt)
        if claim.firm and claim.ages
    ]
    first, last = max((one.first for one in spans), default=None), min((one.last for one in spans), default=None)
    if first is None or last is None or first > last:
        return None
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
