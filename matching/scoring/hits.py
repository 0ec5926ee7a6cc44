"""From the namings of one actor in one article to a hit: what supports it, what speaks against it, its band."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from core.identity import hit_id
from core.records import Article, Band, Hit, Mention, Quality, Reason, TargetKind, ZoneKind
from matching.mentions.assessment import Kind, Naming
from matching.rules.evaluation import ConditionMatch, RuleMatch
from matching.scoring import reasons
from matching.watchlist.model import Actor, Defaults, Scheme, Watchlist

_MAX_MENTIONS = 50  # kept of a hit; the count of all is in its reasons
_NOT_ARTICLES = {Quality.CONSENT, Quality.NOT_ARTICLE, Quality.EMPTY}
_SUPPRESSED, _CEILING, _SUPPORTED = 40, 79, 84


@dataclass(frozen=True, slots=True)
class Weighed:
    """A naming with its worth in this article and what was said for and against it."""

    naming: Naming
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What the rest of the article says about a naming.

    `contexts` are the contexts of its form that hold where it stands, with their evidence; `veto` is the mark of
    another person there; `sentence` and `article` are the other actors named for certain in the same
    sentence and article.
    """

    contexts: Mapping[str, ConditionMatch] = field(default_factory=dict)
    veto: str | None = None
    sentence: Collection[int] = ()
    article: Collection[int] = ()


def weigh(naming: Naming, around: ArticleContext, thresholds: Defaults) -> Weighed:
    """The naming's worth in this article."""
    told = [reasons.naming(naming)]
    if around.veto is not None:
        return Weighed(naming, 0, (*told, reasons.vetoed(around.veto)))
    require = naming.variant.require
    if require is not None and require not in around.contexts:
        would_alert = _with_context(naming) >= thresholds.alert and not naming.variant.weak
        told.append(reasons.context_missing(require, would_alert=would_alert))
        return Weighed(naming, min(naming.score, _SUPPRESSED), tuple(told))
    score = naming.score
    if around.contexts:
        score = _with_context(naming)
        told += [reasons.context_found(context, match) for context, match in around.contexts.items()]
    least = _SUPPRESSED if naming.variant.nickname else thresholds.review
    if naming.kind is Kind.FOREIGN and around.article and score >= least:
        score = max(score, _SUPPORTED)
        told.append(reasons.other_actors(len(around.article), "article"))
    elif naming.kind is Kind.NEAR and len(around.sentence) >= 2 and score >= thresholds.review:
        score = max(score, _SUPPORTED)
        told.append(reasons.other_actors(len(around.sentence), "sentence"))
    elif score < thresholds.review:
        told.append(reasons.too_weak(naming))
    elif score < thresholds.alert and not naming.variant.weak:
        told.append(reasons.support_missing(naming))
    if naming.variant.weak and score >= thresholds.review:
        score = min(score, _CEILING)
        told.append(reasons.weak_alias(naming.variant.text))
    return Weighed(naming, score, tuple(told))


def _with_context(naming: Naming) -> int:
    """The worth of a naming whose case-specific context holds; a spelling to check stays one."""
    if naming.score < _SUPPRESSED or naming.kind in {Kind.NEAR, Kind.PARTIAL}:
        return min(naming.score + 5, _CEILING)
    return max(95, naming.score)


def actor_hit(
    article: Article,
    actor: Actor,
    weighed: Sequence[Weighed],
    identifiers: Sequence[Mention],
    further: Sequence[Mention],
    watchlist: Watchlist,
) -> Hit:
    """The hit of one actor; the best of its mentions in the core decides, one in a doubtful zone is review at most."""
    thresholds = watchlist.defaults
    ranked = sorted(weighed, key=_rank)
    mentions = [*(one.naming.mention for one in ranked), *further]
    core = next((mention for mention in identifiers if mention.zone is ZoneKind.CORE), None)
    if core or not ranked:
        told = [reasons.identified(identifiers[0])]
        score = 99
        if core is None:
            score = min(score, _CEILING)
            told.append(reasons.doubtful())
        return _hit(article, actor.id, TargetKind.ACTOR, score, [*identifiers, *mentions], told, watchlist)
    best = ranked[0]
    told = list(best.reasons)
    score = best.score
    if best.naming.mention.zone is ZoneKind.DOUBTFUL:
        score = min(score, _CEILING)
        told.append(reasons.doubtful())
    elif score >= thresholds.alert:
        score = min(100, score + _emphasis(best, len(weighed) + len(further)))
    return _hit(article, actor.id, TargetKind.ACTOR, score, [*mentions, *identifiers], told, watchlist)


def _rank(one: Weighed) -> tuple[int, int, int, int]:
    mention = one.naming.mention
    core = mention.zone is ZoneKind.CORE
    capped = one.score if core else min(one.score, _CEILING)
    return -capped, not core, mention.field != "title", mention.start


def _emphasis(best: Weighed, mentions: int) -> int:
    """Points for a name in the headline and for one that comes back."""
    return 3 * (best.naming.mention.field == "title") + 2 * (mentions > 2)


def scheme_hit(
    article: Article,
    scheme: Scheme,
    rule_match: RuleMatch,
    mentions: Sequence[Mention],
    watchlist: Watchlist,
    *,
    core: bool,
    marks: Sequence[str],
) -> Hit:
    """The hit of a scheme: its rule holds, in the core or only with doubtful text, or would but for the `marks`."""
    told, score = [reasons.rule(rule_match)], min(100, 90 + 3 * min(len(rule_match.matches), 3))
    if marks:
        told.append(reasons.vetoed("”, “".join(marks)))
        score = 0
    if not core:
        score = min(score, _CEILING)
        told.append(reasons.doubtful())
    return _hit(article, scheme.id, TargetKind.SCHEME, score, mentions, told, watchlist)


def _hit(
    article: Article,
    target: str,
    kind: TargetKind,
    score: int,
    mentions: Sequence[Mention],
    told: Sequence[Reason],
    watchlist: Watchlist,
) -> Hit:
    for caps, limit, reason in _page_caps(article):
        if caps and score > limit:
            score, told = limit, [*told, reason()]
    return Hit(
        hit_id=hit_id(article.article_id, target),
        article_id=article.article_id,
        target_id=target,
        kind=kind,
        band=band(score, watchlist.defaults),
        score=score,
        mentions=tuple(mentions[:_MAX_MENTIONS]),
        reasons=(*told, reasons.counted(len(mentions))),
        watchlist_version=watchlist.version,
        article_version=article.content_hash,
    )


def _page_caps(article: Article) -> tuple[tuple[bool, int, Callable[[], Reason]], ...]:
    return (
        (article.quality in _NOT_ARTICLES, _SUPPRESSED, lambda: reasons.not_an_article(article.quality)),
        (article.quality is Quality.PAYWALL, _CEILING, lambda: reasons.not_an_article(article.quality)),
    )


def band(score: int, thresholds: Defaults) -> Band:
    """The band of a score."""
    if score >= thresholds.alert:
        return Band.ALERT
    return Band.REVIEW if score >= thresholds.review else Band.SUPPRESSED
