"""Which bearers of their names an article means: the facts of each entry that is named, compared with the article.

All that an article says of one name is read together, for a person is introduced once and then only named. Where the
article agrees with the list in a mention, what contradicts it in another is said of somebody else of that name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.records import Article, MatchMethod, Mention, TextField, ZoneKind
from matching.facts.claims import Claim, FactComparison, FactKind, Weight
from matching.facts.comparing import comparisons
from matching.facts.excerpts import MentionExcerpt, with_usual_digits
from matching.facts.reading import claims
from matching.scoring.model import EvidenceKind, ScoredMention
from matching.scoring.scale import Scale
from matching.text.passage import Passage
from matching.watchlist.facts import Facts
from matching.watchlist.model import Actor

_MAX_READ = 20  # mentions of one actor around which facts are looked for
_WHOLE = (EvidenceKind.FULL, EvidenceKind.FOREIGN)
_OF_BIRTH = (FactKind.AGE, FactKind.BIRTH)
Placed = tuple[int, ScoredMention]  # with the number of its passage


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor that an article names: its mentions, and those by family name alone."""

    actor: Actor
    placed: Sequence[Placed]
    further: Sequence[Mention] = ()


def comparisons_by_actor(
    named: Mapping[int, NamedActor], passages: Sequence[Passage], article: Article, scale: Scale
) -> dict[int, tuple[FactComparison, ...]]:
    """The comparisons for each actor that has facts, by its number; those without a comparison are left out."""
    if all(one.actor.facts is None for one in named.values()):
        return {}
    when = _date_of(article)
    ids = {one.actor.id: one for one in named.values()}
    found: dict[int, tuple[FactComparison, ...]] = {}
    for number, one in named.items():
        if one.actor.facts is None:
            continue
        read = [*_of_mentions(one, one.actor.facts, passages, when, scale), *_of_associates(one, ids, scale)]
        if kept := _of_one_person(read):
            found[number] = kept
    return _without_namesakes(found, named)


def _date_of(article: Article) -> date | None:
    """The day on which the article appeared, as its publisher says; None if unknown."""
    at = article.published.at if article.published else None
    return at.date() if isinstance(at, datetime) else at


def _of_mentions(
    one: NamedActor, facts: Facts, passages: Sequence[Passage], when: date | None, scale: Scale
) -> Iterator[FactComparison]:
    """The comparisons around the mentions; those of the article itself, if there are any, before those of teasers."""
    mentions = [(number, scored.mention) for number, scored in one.placed if scored.score >= scale.liftable]
    mentions += [(int(mention.field is TextField.TEXT), mention) for mention in one.further]
    core = [placed for placed in mentions if placed[1].zone is ZoneKind.CORE]
    for number, mention in (core or mentions)[:_MAX_READ]:
        passage = passages[number]
        oblique = mention.method is MatchMethod.INFLECTION
        text = with_usual_digits(passage.folded.text)
        excerpt = MentionExcerpt(text, mention.start, mention.end, oblique)
        yield from comparisons(claims(excerpt, facts), facts, passage, when)


def _of_associates(one: NamedActor, ids: Mapping[str, NamedActor], scale: Scale) -> Iterator[FactComparison]:
    """The associates of the actor whose whole name is in the article."""
    for associate in one.actor.facts.associates if one.actor.facts else ():
        placed = ids[associate].placed if associate in ids and associate != one.actor.id else ()
        whole = [scored.mention for _, scored in placed if scored.kind in _WHOLE and scored.score >= scale.liftable]
        if whole:
            mention = whole[0]
            said = f"“{mention.surface}” is named"
            claim = Claim(FactKind.ASSOCIATE, mention.start, mention.end, said, values=(associate,))
            listed = f"an associate of {ids[associate].actor.name}"
            yield FactComparison(
                claim, mention.field, mention.surface, agrees=True, weight=Weight.STRONG, listed=listed
            )


def _of_one_person(read: Iterable[FactComparison]) -> tuple[FactComparison, ...]:
    """The comparisons without repetitions, and without contradictions where the same fact agrees elsewhere."""
    distinct = {(_group(one), one.agrees, one.claim.said): one for one in reversed(list(read))}
    kept = tuple(reversed(distinct.values()))
    agreeing = {_group(one) for one in kept if one.agrees}
    return tuple(one for one in kept if one.agrees or _group(one) not in agreeing)


def _group(comparison: FactComparison) -> FactKind:
    """The kind of fact; an age is one of birth."""
    return FactKind.BIRTH if comparison.claim.kind in _OF_BIRTH else comparison.claim.kind


def _without_namesakes(
    found: Mapping[int, tuple[FactComparison, ...]], named: Mapping[int, NamedActor]
) -> dict[int, tuple[FactComparison, ...]]:
    """The comparisons; where another entry of the same name fits, every contradiction is decisive.

    Elsewhere those that may be about somebody else are left out.
    """
    owners: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, one in named.items():
        for place, scored in one.placed:
            owners[place, scored.first].add(number)
    fitting = {number for number, some in found.items() if all(one.agrees for one in some)}
    result = dict(found)
    for number in found.keys() - fitting:
        others = set().union(*(owners[place, scored.first] for place, scored in named[number].placed)) - {number}
        if others & fitting:
            result[number] = tuple(one if one.agrees else replace(one, weight=Weight.STRONG) for one in found[number])
        else:
            result[number] = tuple(one for one in found[number] if one.agrees or one.weight is not Weight.NONE)
    return {number: some for number, some in result.items() if some}
