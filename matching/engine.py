"""The matching engine: a compiled watchlist that reads articles.

    compile_watchlist(watchlist) ─► Matcher ─► match(article) ─► hits, each with mentions, score, band and reasons

What happens to an article, package by package:

1. `text`      folds title and text once, so that spellings can be compared;
2. `index`     finds every listed phrase word for word in one pass, with identifiers and the terms of rules, and looks
               up which other names the text's words may be;
3. `mentions`  aligns those names with the text, and finds what speaks against each mention;
4. `scoring`   says what each mention is worth, alone and in its article, and makes the hit with its reasons;
5. `rules`     evaluates the context rules of names and schemes;
6. `facts`     reads what the article says of a mentioned person, and compares it with the facts of the entry.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.records import Article, Hit
from matching.article_matcher import ArticleMatcher
from matching.compiled_watchlist import CompiledWatchlist
from matching.index.building import build_index
from matching.index.compiled import WatchlistIndex
from matching.watchlist.model import Watchlist


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled watchlist that reads articles."""

    compiled: CompiledWatchlist

    @classmethod
    def from_bytes(cls, data: bytes) -> Matcher:
        """The matcher that was kept. Raises ValueError if the bytes are of another format or damaged."""
        return cls(CompiledWatchlist.of(WatchlistIndex.from_bytes(data)))

    def to_bytes(self) -> bytes:
        """What to keep of this matcher; it is data, not code."""
        return self.compiled.index.to_bytes()

    def match(self, article: Article) -> tuple[Hit, ...]:
        """The hits of one article, actors before schemes, each in the order of the list."""
        return ArticleMatcher(self.compiled, article).hits()


def compile_watchlist(watchlist: Watchlist) -> Matcher:
    """The watchlist ready to read articles."""
    return Matcher(CompiledWatchlist.of(build_index(watchlist)))
