"""What the facts of an entry make of a mention: which bearer of the name the article means."""

from __future__ import annotations

from collections.abc import Container, Sequence

from core.records import Reason, ReasonCode
from matching.facts.claims import FactComparison, Weight
from matching.scoring import reasons
from matching.scoring.model import ArticleContext, EvidenceKind, ScoredMention
from matching.scoring.scale import Scale

_WHOLE = (EvidenceKind.FULL, EvidenceKind.FOREIGN)
_NO_LONGER_TRUE = (ReasonCode.SUPPORT_MISSING, ReasonCode.WEAK, ReasonCode.WEAK_ALIAS)


def with_facts(
    mention: ScoredMention, score: int, because: Sequence[Reason], around: ArticleContext, scale: Scale
) -> tuple[int, tuple[Reason, ...]]:
    """The score with what the facts say, and the reasons.

    A contradiction outweighs every support, except where an identifier says that it is the listed person.
    """
    found = tuple(reasons.fact(one) for one in around.comparisons)
    limit = _limit(around.comparisons, scale)
    if limit is not None and not around.identified:
        return min(score, limit), (*_without(_NO_LONGER_TRUE, because), *found)
    lifted = max(score, _lifted(mention, around.comparisons, scale))
    return lifted, (*(_without(_NO_LONGER_TRUE, because) if lifted >= scale.alert else because), *found)


def _without(codes: Container[ReasonCode], because: Sequence[Reason]) -> list[Reason]:
    return [one for one in because if one.code not in codes]


def _limit(comparisons: Sequence[FactComparison], scale: Scale) -> int | None:
    """The highest score that the contradictions leave; None without any."""
    against = [one.weight for one in comparisons if one.contradicts]
    if not against:
        return None
    return scale.below_review if Weight.STRONG in against else scale.below_alert


def _lifted(mention: ScoredMention, comparisons: Sequence[FactComparison], scale: Scale) -> int:
    """The least score that the support gives: an alert for one strong or two weak ones, a review for a weak one."""
    if mention.score < scale.liftable:
        return mention.score
    strong = [one for one in comparisons if one.agrees and one.weight is Weight.STRONG]
    weak = {one.claim.kind for one in comparisons if one.agrees and one.weight is Weight.WEAK}
    if not strong and not weak:
        return mention.score
    is_alert = bool(strong) or len(weak) >= scale.weak_facts
    if is_alert and (mention.kind in _WHOLE or any(map(_names_day, strong))):
        return scale.supported
    if mention.kind in _WHOLE:
        return max(mention.score, scale.review)
    return max(min(mention.score + scale.near_context, scale.below_alert), scale.review)


def _names_day(comparison: FactComparison) -> bool:
    """True for a full date of birth, which a misspelt name rarely shares with somebody else."""
    return any(one.is_day for one in comparison.claim.dates)
