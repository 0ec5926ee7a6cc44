"""The back-test of an edited watchlist: the hits it would find in the stored articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.records import Article, Band, Hit, TextField

if TYPE_CHECKING:
    from matching.engine import Matcher
    from storage.results import StoryMember

_CONTEXT = 60  # characters of a quote on either side of the name


@dataclass(frozen=True, slots=True)
class ArticleComparison:
    """One stored article: its hits as stored, and as the edited watchlist finds them."""

    article: Article
    stored: tuple[Hit, ...]
    found: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Backtest:
    """The comparisons of all stored articles."""

    comparisons: tuple[ArticleComparison, ...]

    @classmethod
    def of(cls, matcher: Matcher, members: Sequence[StoryMember]) -> Backtest:
        """Matches the members' articles again."""
        return cls(tuple(ArticleComparison(one.article, one.hits, matcher.match(one.article)) for one in members))

    def rows(self) -> list[tuple[str | int, ...]]:
        """Rows of target, alerts, hits for review, new hits, and hits that are gone."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for one in self.comparisons:
            stored, found = _visible_hits(one.stored), _visible_hits(one.found)
            for target, hit in found.items():
                counts[target][0 if hit.band is Band.ALERT else 1] += 1
                counts[target][2] += target not in stored
            for target in stored.keys() - found.keys():
                counts[target][3] += 1
        return [(target, *numbers) for target, numbers in sorted(counts.items())]

    def quotes(self, limit: int) -> Iterator[tuple[str, str]]:
        """Target and quote of the new hits, at most `limit` a target."""
        left: dict[str, int] = defaultdict(lambda: limit)
        for one in self.comparisons:
            for target, hit in _visible_hits(one.found).items():
                if target not in _visible_hits(one.stored) and left[target] > 0:
                    left[target] -= 1
                    yield target, _quote(one.article, hit)


def _visible_hits(hits: Sequence[Hit]) -> dict[str, Hit]:
    """The hits that are not suppressed, by target."""
    return {hit.target_id: hit for hit in hits if hit.band is not Band.SUPPRESSED}


def _quote(article: Article, hit: Hit) -> str:
    """The best mention with the text around it, in one line."""
    mention = hit.mentions[0]
    text = (article.title or "") if mention.field is TextField.TITLE else article.text
    before, after = text[max(0, mention.start - _CONTEXT) : mention.start], text[mention.end : mention.end + _CONTEXT]
    return " ".join(f"{hit.band.value} {hit.score}: …{before}[{mention.surface}]{after}…".split())
