"""Mentions of several actors over the same words, settled: which of them count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.records import MatchMethod
from matching.mentions.circumstances import Circumstance
from matching.scoring.model import EvidenceKind, ScoredMention, Worth
from matching.scoring.scale import Scale

_WHOLE = (EvidenceKind.FULL, EvidenceKind.FOREIGN)
_IN_PART = (EvidenceKind.NEAR, EvidenceKind.PARTIAL)


def settled(mentions: Sequence[ScoredMention], scale: Scale) -> list[ScoredMention]:
    """The mentions of one passage without those that a better one of the same actor overlaps, best first.

    A mention inside a longer one of another actor is part of that name, and a spelling that differs gives way to a name
    that is met word for word: both keep little of their score.
    """
    if len(mentions) == 1:
        return list(mentions)
    ranked = sorted(mentions, key=lambda one: (-one.score, one.first - one.last, one.first))
    owners: dict[int, list[ScoredMention]] = defaultdict(list)
    kept = []
    for mention in ranked:
        words = range(mention.first, mention.last + 1)
        if any(one.variant.actor == mention.variant.actor for word in words for one in owners[word]):
            continue
        for word in words:
            owners[word].append(mention)
        kept.append(mention)
    return [_yielding(mention, owners, scale) for mention in kept]


def _yielding(mention: ScoredMention, owners: Mapping[int, Sequence[ScoredMention]], scale: Scale) -> ScoredMention:
    """The mention as it is, or with a low score if another actor's name explains it better."""
    length = mention.last - mention.first
    for other in owners[mention.first]:
        covers = other.first <= mention.first <= mention.last <= other.last
        if other.variant.actor == mention.variant.actor or not covers:
            continue
        if other.last - other.first > length and other.kind in _WHOLE and not other.is_shared:
            note = f"part of “{other.mention.surface}”, another name listed"
            return _lowered(mention, scale.part_of_other, note)
        if other.last - other.first == length and mention.note == scale.caps[Circumstance.GENERATION_MISSING].note:
            return _lowered(mention, scale.part_of_other, f"“{other.mention.surface}” is another name listed")
        in_script = mention.mention.method is MatchMethod.TRANSLITERATION
        if (mention.kind in _IN_PART or in_script) and _is_better(other, mention, scale):
            most = scale.other_heard if in_script else scale.other_exact
            lowered = _lowered(mention, most, f"“{other.mention.surface}” is another name listed")
            return replace(lowered, worth=lowered.worth._replace(kind=EvidenceKind.PARTIAL))  # no company lifts it
    return mention


def _is_better(other: ScoredMention, mention: ScoredMention, scale: Scale) -> bool:
    """True if the other name is met whole and to the letter, or sounds clearly nearer where both are only heard."""
    if other.kind is EvidenceKind.FULL:
        return True
    if not (mention.is_heard and other.is_heard and mention.alignment and other.alignment):
        return False
    return other.alignment.words_cost < mention.alignment.words_cost - scale.heard_nearer


def _lowered(mention: ScoredMention, most: int, note: str) -> ScoredMention:
    return replace(mention, worth=Worth(mention.kind, min(mention.score, most), note))
