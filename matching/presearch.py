"""Which stored articles a changed entry may be found in, decided on their words alone (Lucene's presearcher, reversed).

An index keeps the folded words of each article, and for words that may be names the checksums of their marks
(`blocking_keys.py`). An entry is found only where all words of one of its phrases stand, or two of a name's words or
words like them: whatever else the matcher asks for comes on top. So the index may offer an article in vain, but the
one article that it hides is one in which a name's word is divided after its first letter ("K im").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from core.protocols import ArticleWords, WordQuery, WordRequirement
from core.records import Article, MatchMethod
from matching.engine import Matcher, compile_watchlist
from matching.index.blocking_keys import listed_keys, written_keys
from matching.index.scanner import Phrase
from matching.text.folding import fold
from matching.text.scripts import is_small_letter
from matching.watchlist.model import Watchlist

RULES = "3"
"""Raised whenever folding, marks or the words of an article change."""


class FoldedWordIndexer:
    """Words and marks by the rules of this matcher (`core.protocols.WordIndexer`)."""

    version = RULES

    def words(self, article: Article) -> ArticleWords:
        """The distinct folded words of title and text; likely are those that ever begin with no small letter."""
        folded = fold(f"{article.title or ''}\n{article.text}")
        cased = set(folded.cased.decode().split())
        likely = frozenset(word.casefold() for word in cased if not is_small_letter(word[0]))
        return ArticleWords(frozenset(folded.plain.decode().split()), likely)

    def blocking_keys(self, word: str) -> frozenset[int]:
        """Checksums of the word's marks."""
        both = listed_keys([word], [0]), written_keys([word], korean=True, katakana=True)
        return frozenset(checksum for blocking_keys in both for checksum in blocking_keys.checksums.tolist())


@dataclass(frozen=True)
class WatchlistPresearch:
    """The question of a matcher to the words of articles (`core.protocols.Presearch`)."""

    matcher: Matcher

    @classmethod
    def of(cls, watchlist: Watchlist, target_ids: Collection[str]) -> WatchlistPresearch:
        """The question for these entries of a watchlist."""
        return cls(compile_watchlist(_only(watchlist, frozenset(target_ids))))

    @property
    def version(self) -> str:
        """The rules by which the words were made."""
        return RULES

    @property
    def word_query(self) -> WordQuery:
        """The words that may be part of a phrase or of a name."""
        slots = [slot for phrase in self._phrases for slot in _slots(phrase)]
        named = {word for name in self._names for word in name}
        heads = {head for word in named for head in _heads(word)}
        indexer = FoldedWordIndexer()
        return WordQuery(
            words=frozenset({slot.text for slot in slots} | named | heads | set(self._joined)),
            prefixes=frozenset(slot.text for slot in slots if slot.open_end and not slot.open_start),
            suffixes=frozenset(slot.text for slot in slots if slot.open_start and not slot.open_end),
            substrings=frozenset(slot.text for slot in slots if slot.open_start and slot.open_end),
            blocking_keys=frozenset(blocking_key for word in named for blocking_key in indexer.blocking_keys(word)),
        )

    @cached_property
    def _phrases(self) -> Sequence[Phrase]:
        """The phrases of names, identifiers and rules that can bring a hit; terms of contexts and vetoes cannot."""
        triggers = self.matcher.compiled.rules.schemes_by_trigger
        return [
            phrase
            for phrase, pattern_targets in zip(
                self.matcher.compiled.scanner.phrases, self.matcher.compiled.pattern_targets, strict=True
            )
            if any(target.method is not MatchMethod.TERM or target.number in triggers for target in pattern_targets)
        ]

    @cached_property
    def _names(self) -> Sequence[tuple[str, ...]]:
        """The identifying words of each form that may be met with differences."""
        return [
            tuple(variant.name.words[index] for index in variant.name.named)
            for variant in self.matcher.compiled.lexicon.variants
            if variant.cased is None
        ]

    @cached_property
    def _joined(self) -> dict[str, frozenset[str]]:
        """Two words of a name written as one, and the two."""
        pairs = (pair for name in self._names for pair in permutations(name, 2))
        return {"".join(pair): frozenset(pair) for pair in pairs}

    def similar_words(self, article: Article) -> tuple[tuple[tuple[str, frozenset[str]], ...], ...]:
        """For each listed name its identifying words, each with the words of the article that may be it."""
        like = self._like(FoldedWordIndexer().words(article).words)
        return tuple(tuple((word, frozenset(like.get(word, ()))) for word in name) for name in self._names)

    def requirements(self, words: Collection[str]) -> tuple[WordRequirement, ...]:
        """The ways that these words of the index leave open."""
        found = dict.fromkeys((*self._worded(words), *self._alike(words)))
        return tuple(way for way in found if sum(map(bool, way.groups)) >= way.minimum)

    def _worded(self, words: Collection[str]) -> Iterator[WordRequirement]:
        """All words of a phrase."""
        for phrase in self._phrases:
            groups = tuple(frozenset(filter(slot.fits, words)) for slot in _slots(phrase))
            yield WordRequirement(groups, len(groups))

    def _alike(self, words: Collection[str]) -> Iterator[WordRequirement]:
        """Two words of a name or words like them, or its one word."""
        like = self._like(words)
        known = frozenset(words)
        for name in self._names:
            groups = tuple(frozenset(like.get(word, ())) | known.intersection(_heads(word)) for word in name)
            yield WordRequirement(groups, min(2, len(groups)))

    def _like(self, words: Collection[str]) -> dict[str, set[str]]:
        """For each word of a name the words that may be it, whole or as a part of two joined."""
        like: dict[str, set[str]] = {}
        vocabulary = self.matcher.compiled.lexicon.vocabulary
        sought = list(words)
        for word, candidates in zip(sought, vocabulary.similar_words(sought), strict=True):
            for candidate in candidates:
                like.setdefault(vocabulary.words[candidate.words[0]], set()).add(word)
            for listed in self._joined.get(word, ()):
                like.setdefault(listed, set()).add(word)
        return like


class _Slot(NamedTuple):
    """One word of a phrase; at an open end a longer word will do."""

    text: str
    open_start: bool
    open_end: bool

    def fits(self, word: str) -> bool:
        """True if the word of a text may be this one."""
        if self.open_start and self.open_end:
            return self.text in word
        if self.open_start:
            return word.endswith(self.text)
        return word.startswith(self.text) if self.open_end else word == self.text


def _slots(phrase: Phrase) -> tuple[_Slot, ...]:
    words = phrase.text.split()
    last = len(words) - 1
    return tuple(
        _Slot(word, phrase.open_start and place == 0, phrase.open_end and place == last)
        for place, word in enumerate(words)
    )


def _only(watchlist: Watchlist, target_ids: frozenset[str]) -> Watchlist:
    """The list with these entries alone."""
    return replace(
        watchlist,
        actors=tuple(actor for actor in watchlist.actors if actor.id in target_ids),
        schemes=tuple(scheme for scheme in watchlist.schemes if scheme.id in target_ids),
        hashes=(),
    )


def _heads(word: str) -> tuple[str, ...]:
    """What may stand before a space inside the word: its beginnings of two letters and more."""
    return tuple(word[:cut] for cut in range(2, len(word)))
