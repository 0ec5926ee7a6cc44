"""From the weighed mentions of one target in one article to its hit: score, band and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.identity import hit_id
from core.records import Article, Band, Hit, Mention, Quality, Reason, ReasonCode, TargetKind, TextField, ZoneKind
from matching.rules.evaluation import RuleMatch
from matching.scoring import reasons
from matching.scoring.model import WeighedMention
from matching.scoring.scale import Scale
from matching.watchlist.identifiers import is_shortened
from matching.watchlist.model import Actor, Scheme

_MAX_MENTIONS = 50  # kept of a hit; the count of all is in its reasons
_OF_FACTS = (ReasonCode.FACT_CONTRADICTS, ReasonCode.FACT_AGREES)
_NOT_ARTICLES = (Quality.CONSENT, Quality.NOT_ARTICLE, Quality.EMPTY)


@dataclass(frozen=True, slots=True)
class HitMaker:
    """Makes the hits of one article. `watchlist_version` is recorded in each.

    `not_compared` are the first words of the text whose spelling was not compared, None if all were.
    """

    article: Article
    scale: Scale
    watchlist_version: str
    not_compared: str | None = None

    def actor_hit(
        self,
        actor: Actor,
        weighed: Sequence[WeighedMention],
        identifiers: Sequence[Mention],
        further: Sequence[Mention],
    ) -> Hit:
        """The hit of one actor: its best mention decides, and one in a doubtful zone never alerts.

        An identifier decides over every name, in a doubtful zone or if it is a shortened wallet over every name that is
        worth less there; `further` are mentions by family name alone.
        """
        ranked = sorted(weighed, key=self._rank)
        mentions = [*(one.scored.mention for one in ranked), *further]
        identifiers = sorted(identifiers, key=lambda one: (is_shortened(one.surface), one.zone is not ZoneKind.CORE))
        in_core = bool(identifiers) and identifiers[0].zone is ZoneKind.CORE
        is_certain = in_core and not is_shortened(identifiers[0].surface)
        if is_certain or not ranked or (identifiers and self._worth(ranked[0]) < self.scale.below_alert):
            about = [one for mention in ranked[:1] for one in mention.reasons if one.code in _OF_FACTS]
            because = [reasons.identified(identifiers[0]), *about]
            worth = self.scale.identifier if is_certain else self.scale.below_alert
            score = self._in_zone(worth, because, core=in_core)
            return self._hit(actor.id, TargetKind.ACTOR, score, [*identifiers, *mentions], because)
        best = ranked[0]
        because = list(best.reasons)
        core = best.scored.mention.zone is ZoneKind.CORE
        score = self._in_zone(best.score, because, core=core)
        if core and score >= self.scale.alert:
            score = min(100, score + self._emphasis(best, len(mentions)))
        return self._hit(actor.id, TargetKind.ACTOR, score, [*mentions, *identifiers], because)

    def scheme_hit(
        self, scheme: Scheme, match: RuleMatch, mentions: Sequence[Mention], *, core: bool, exclusions: Sequence[str]
    ) -> Hit:
        """The hit of a scheme whose rule holds, in the core or only with doubtful text.

        With `exclusions`, the terms found that exclude it, it scores 0.
        """
        scale = self.scale
        because = [reasons.rule(match)]
        score = min(100, scale.scheme + scale.scheme_match * min(len(match.matches), scale.scheme_matches))
        if exclusions:
            because.append(reasons.excluded("”, “".join(exclusions)))
            score = 0
        score = self._in_zone(score, because, core=core)
        return self._hit(scheme.id, TargetKind.SCHEME, score, mentions, because)

    def _rank(self, one: WeighedMention) -> tuple[int, bool, bool, int]:
        """The order of mentions, best first: by score, then core, then title, then place."""
        mention = one.scored.mention
        core = mention.zone is ZoneKind.CORE
        return -self._worth(one), not core, mention.field is not TextField.TITLE, mention.start

    def _worth(self, one: WeighedMention) -> int:
        """The score of a mention in its zone."""
        core = one.scored.mention.zone is ZoneKind.CORE
        return one.score if core else min(one.score, self.scale.below_alert)

    def _in_zone(self, score: int, because: list[Reason], *, core: bool) -> int:
        """The score, below an alert where the evidence is only in doubtful text, which is added to the reasons."""
        if core:
            return score
        because.append(reasons.doubtful_zone())
        return min(score, self.scale.below_alert)

    def _emphasis(self, best: WeighedMention, mentions: int) -> int:
        """Points for a name in the headline and for one that comes back."""
        in_title = best.scored.mention.field is TextField.TITLE
        return self.scale.title * in_title + self.scale.repeated * (mentions >= self.scale.repeated_from)

    def _hit(
        self, target: str, kind: TargetKind, score: int, mentions: Sequence[Mention], because: Sequence[Reason]
    ) -> Hit:
        for limit in self._page_limits():
            if score > limit:
                score, because = limit, [*because, reasons.not_an_article(self.article.quality)]
        if self.not_compared is not None:
            because = [*because, reasons.not_compared(self.not_compared)]
        return Hit(
            hit_id=hit_id(self.article.article_id, target),
            article_id=self.article.article_id,
            target_id=target,
            kind=kind,
            band=self._band(score),
            score=score,
            mentions=tuple(mentions[:_MAX_MENTIONS]),
            reasons=(*because, reasons.counted(len(mentions))),
            watchlist_version=self.watchlist_version,
            article_version=self.article.content_hash,
        )

    def _page_limits(self) -> Iterator[int]:
        """The highest score of a hit on a page that is not the whole article."""
        if self.article.quality is Quality.PAYWALL or self._is_announced_list():
            yield self.scale.below_alert
        elif self.article.quality in _NOT_ARTICLES:
            yield self.scale.below_review

    def _is_announced_list(self) -> bool:
        """True for a page that is taken for a list, although a feed announced it as an article: its lead is core."""
        if self.article.quality is not Quality.NOT_ARTICLE:
            return False
        return any(zone.kind is ZoneKind.CORE for zone in self.article.zones)

    def _band(self, score: int) -> Band:
        if score >= self.scale.alert:
            return Band.ALERT
        return Band.REVIEW if score >= self.scale.review else Band.SUPPRESSED
