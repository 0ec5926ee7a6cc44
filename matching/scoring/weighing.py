"""What a mention is worth in its article: contexts, exclusion terms and other actors raise or lower its score."""

from __future__ import annotations

from collections.abc import Iterator

from core.records import Reason
from matching.names.similarity import LEAST_HEARD
from matching.scoring import reasons
from matching.scoring.fact_effects import with_facts
from matching.scoring.model import ArticleContext, EvidenceKind, ScoredMention, WeighedMention
from matching.scoring.scale import Scale

_SPELLING_TO_CHECK = (EvidenceKind.NEAR, EvidenceKind.PARTIAL)


def weigh(mention: ScoredMention, around: ArticleContext, scale: Scale) -> WeighedMention:
    """The mention's worth in this article, with the reasons."""
    named = reasons.name(mention)
    if around.exclusion is not None:
        return WeighedMention(mention, 0, (named, reasons.excluded(around.exclusion)))
    require = mention.variant.require
    if require is not None and require not in around.contexts:
        would_alert = _in_context(mention, scale) >= scale.alert and not mention.variant.weak
        missing = reasons.context_missing(require, would_alert=would_alert)
        return WeighedMention(mention, min(mention.score, scale.below_review), (named, missing))
    score, because = _supported(mention, around, scale)
    if mention.variant.weak and score >= scale.review:
        score = min(score, scale.below_alert)
        because = (*because, reasons.weak_alias(mention.variant.text))
    if around.comparisons:
        score, because = with_facts(mention, score, because, around, scale)
    return WeighedMention(mention, score, (named, *because))


def _supported(mention: ScoredMention, around: ArticleContext, scale: Scale) -> tuple[int, tuple[Reason, ...]]:
    """The score with what the article says for the mention, and the reasons."""
    score = _in_context(mention, scale) if around.contexts else mention.score
    found = [reasons.context_found(context, match) for context, match in around.contexts.items()]
    company = next(_company(mention, around, score, scale), None)
    if company is not None:
        return max(score, scale.supported), (*found, company)
    if score < scale.review:
        found.append(reasons.too_weak(mention))
    elif score < scale.alert and not mention.variant.weak:
        found.append(reasons.support_missing(mention))
    return score, tuple(found)


def _in_context(mention: ScoredMention, scale: Scale) -> int:
    """The worth of a mention whose case-specific context holds; a spelling to check remains one."""
    if mention.score < scale.liftable or mention.kind in _SPELLING_TO_CHECK:
        return min(mention.score + scale.near_context, scale.below_alert)
    return max(scale.in_context, mention.score)


def _company(mention: ScoredMention, around: ArticleContext, score: int, scale: Scale) -> Iterator[Reason]:
    """The other listed actors that lift the mention, if they are named close enough; none lifts a lone word."""
    if mention.variant.is_ordinary_word or mention.variant.family_alone:
        return
    least = scale.liftable if mention.variant.nickname else scale.review
    if mention.kind is EvidenceKind.FOREIGN and not mention.is_heard and around.article and score >= least:
        yield reasons.other_actors(len(around.article), "article")
    elif _is_spelling(mention, scale) and len(around.sentence) >= scale.near_company and score >= scale.review:
        yield reasons.other_actors(len(around.sentence), "sentence")


def _is_spelling(mention: ScoredMention, scale: Scale) -> bool:
    """True for a spelling to check that other actors confirm; in another script each word must sound the same."""
    if mention.alignment is None or not mention.is_heard:
        return mention.kind is EvidenceKind.NEAR
    return mention.alignment.worst.cost <= LEAST_HEARD + scale.heard_same
