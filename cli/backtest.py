"""What an edited watchlist would make of the articles that are stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.records import Article, Band, Hit, TextField

if TYPE_CHECKING:
    from matching.engine import Matcher
    from storage.results import StoryMember

_AROUND = 60  # characters of a quote on either side of the name


@dataclass(frozen=True, slots=True)
class Tried:
    """One stored article: its hits as stored, and as they would be."""

    article: Article
    stored: tuple[Hit, ...]
    found: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Backtest:
    """All stored articles, tried."""

    tried: tuple[Tried, ...]

    @classmethod
    def of(cls, matcher: Matcher, members: Sequence[StoryMember]) -> Backtest:
        """The members' articles matched anew."""
        return cls(tuple(Tried(one.article, one.hits, matcher.match(one.article)) for one in members))

    def rows(self) -> list[tuple[str | int, ...]]:
        """For each target: alerts, checks, hits that would be new, and hits that would be gone."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for one in self.tried:
            stored, found = _told(one.stored), _told(one.found)
            for target, hit in found.items():
                counts[target][0 if hit.band is Band.ALERT else 1] += 1
                counts[target][2] += target not in stored
            for target in stored.keys() - found.keys():
                counts[target][3] += 1
        return [(target, *numbers) for target, numbers in sorted(counts.items())]

    def quotes(self, most: int) -> Iterator[tuple[str, str]]:
        """Target and quote of the hits that would be new, at most so many a target."""
        left: dict[str, int] = defaultdict(lambda: most)
        for one in self.tried:
            for target, hit in _told(one.found).items():
                if target not in _told(one.stored) and left[target] > 0:
                    left[target] -= 1
                    yield target, _quote(one.article, hit)


def _told(hits: Sequence[Hit]) -> dict[str, Hit]:
    """The hits that somebody would be told of, by target."""
    return {hit.target_id: hit for hit in hits if hit.band is not Band.SUPPRESSED}


def _quote(article: Article, hit: Hit) -> str:
    """The best mention with some words around it, in one line."""
    mention = hit.mentions[0]
    text = (article.title or "") if mention.field is TextField.TITLE else article.text
    before, after = text[max(0, mention.start - _AROUND) : mention.start], text[mention.end : mention.end + _AROUND]
    return " ".join(f"{hit.band.value} {hit.score}: …{before}[{mention.surface}]{after}…".split())
