"""The matching engine: a compiled watchlist that reads articles.

    compile_watchlist(watchlist) ─► Matcher ─► match(article) ─► hits, each with mentions, score, band and reasons

An article is folded once (`folding.py`). One pass of the automaton finds every listed phrase word for word, identifiers
and the terms of rules (`scanner.py`); the words with capitals are looked up for names that stand there with differences
(`candidates.py`, `alignment.py`). What was found is settled among the actors (`recognition.py`), weighed with what the
article says around it (`hits.py`), and told with its reasons (`reasons.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.records import Article, Hit
from matching.article_matcher import Reading
from matching.index.building import build_index
from matching.index.candidates import Candidates
from matching.index.compiled import Index
from matching.index.phrases import PatternTarget
from matching.index.rolling_hash import Heads
from matching.index.scanner import Scanner
from matching.index.vocabulary import Vocabulary
from matching.mentions.recognition import Lexicon
from matching.rules.compiling import Rules, compile_rules
from matching.watchlist.model import Actor, Watchlist


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled watchlist. Reading an article changes nothing but what is remembered about words.

    `watchlist_head` is the watchlist without most of its actors; `actors` are all that are enabled.
    """

    index: Index = field(repr=False)
    watchlist_head: Watchlist = field(repr=False)
    actors: Sequence[Actor] = field(repr=False)
    rules: Rules = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    scanner: Scanner = field(repr=False)
    pattern_targets: Sequence[tuple[PatternTarget, ...]] = field(repr=False)

    @classmethod
    def of(cls, index: Index) -> Matcher:
        """The matcher of a compiled watchlist."""
        watchlist_head, actors = index.watchlist, index.lazy_actors()
        words = index.words.decode().split("\n") if index.words else []
        vocabulary = Vocabulary(words, index.korean_names(), index.key_table)
        candidates = Candidates(vocabulary, index.pairs, index.owners, frozenset(index.alone.tolist()))
        return cls(
            index=index,
            watchlist_head=watchlist_head,
            actors=actors,
            rules=compile_rules(watchlist_head),
            lexicon=Lexicon(index, index.lazy_variants(actors), vocabulary, candidates),
            scanner=Scanner(
                index.patterns.split(b"\n") if index.patterns else [], Heads(index.heads, index.headed, index.firsts)
            ),
            pattern_targets=index.lazy_pattern_targets(),
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Matcher:
        """The matcher that was kept. Raises ValueError if the bytes are of another format or damaged."""
        return cls.of(Index.from_bytes(data))

    def to_bytes(self) -> bytes:
        """What to keep of this matcher; it is data, not code."""
        return self.index.to_bytes()

    def match(self, article: Article) -> tuple[Hit, ...]:
        """The hits of one article, actors before schemes, each in the order of the list; never raises."""
        return Reading(self, article).hits()


def compile_watchlist(watchlist: Watchlist) -> Matcher:
    """The watchlist ready to read articles."""
    return Matcher.of(build_index(watchlist))
