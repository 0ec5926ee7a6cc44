"""Decides which stored articles changed entries may be found in, on their words alone (after Lucene's presearcher).

An index keeps the folded words of each article, and the checksums of the blocking keys of words that may be names
(`index/blocking_keys.py`). An entry can only be found in an article that has all words of one of its phrases, or two of
the identifying words of a name (or its only one) or words similar to them; whatever else the matcher asks for comes on
top. So articles may be read in vain, and none is missed except where a word of the name is divided after its first
letter ("K im").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

import numpy as np

from core.letters import is_small_letter
from core.protocols import ArticleWords, WordKeys, WordQuery, WordRequirement
from core.records import Article, MatchMethod, TextField
from core.source_digest import source_digest
from matching.engine import Matcher, compile_watchlist
from matching.index.arrays import sorted_unique
from matching.index.blocking_keys import listed_keys, written_keys
from matching.index.scanner import Phrase
from matching.index.sounds.sound_keys import listed_sound_keys, written_sound_keys
from matching.index.vocabulary import MAX_NAME_LENGTH
from matching.mentions.dotted_names import dotted_parts
from matching.names.parsing import Part
from matching.names.romanisations import ROMANISATIONS
from matching.text.folding import Folded, fold, fold_words
from matching.text.passage import Passage
from matching.watchlist.model import Actor, Watchlist

_BATCH = 2_000  # words whose keys are computed together: more take no less time, and much memory
_READING_S = 0.001  # to load and match one article of 4 KB
_ASKING_ENTRY_S, _ASKING_PAIR_S = 0.0005, 0.000001  # to ask for an entry, and to compare it with an indexed article
_SHARE_LEFT = 0.02  # of the articles that have the words for one entry; measured with 2,000 names on 300 news pages
_LAST = "\U0010ffff"  # sorts after every letter
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_NAMES = (Part.NAME, Part.PATRONYMIC, Part.INITIAL)
_INDEXED_BY = (
    "core.letters",
    "matching.index",
    "matching.mentions.dotted_names",
    "matching.names",
    "matching.presearch",
    "matching.tables",
    "matching.text",
)


def index_version() -> str:
    """Another one for other source code that decides what the words and the blocking keys of an article are."""
    return source_digest(*_INDEXED_BY)


class FoldedWordIndexer:
    """The matcher's words and blocking keys, for an index of articles (`core.protocols.WordIndexer`)."""

    @property
    def version(self) -> str:
        """The version of the code; an index that other code filled is filled again."""
        return index_version()

    def words(self, article: Article) -> ArticleWords:
        """The distinct folded words of title and text; the likely ones are short, and capitalised somewhere.

        The parts of names that are written in Han characters with a dot are words too, and two words of another script
        that may be one.
        """
        folded = fold(f"{article.title or ''}\n{article.text}")
        cased = set(folded.cased.decode().split())
        likely = frozenset(
            word.casefold() for word in cased if len(word) <= MAX_NAME_LENGTH and not is_small_letter(word[0])
        )
        parts = frozenset((*dotted_parts(folded.text), *_joined_words(folded)))
        return ArticleWords(parts.union(folded.plain.decode().split()), likely | parts)

    def blocking_keys(self, words: Sequence[str]) -> WordKeys:
        """The blocking keys of the words of a text, each pair once; the query asks for those of listed words."""
        pairs = [np.zeros(0, np.uint64)]
        for first in range(0, len(words), _BATCH):
            written = written_keys(words[first : first + _BATCH], ROMANISATIONS, katakana=True)
            pairs.append((written.words + first).astype(np.uint64) << _HALF | written.checksums)
        by_sound, numbers = written_sound_keys(words)
        pairs.append(numbers.astype(np.uint64) << _HALF | by_sound)
        unique = sorted_unique(np.concatenate(pairs))
        return WordKeys((unique & _LOWER).astype(np.uint32), (unique >> _HALF).astype(np.intp))


@dataclass(frozen=True)
class WatchlistPresearch:
    """The presearch for entries of a watchlist (`core.protocols.Presearch`); they are compiled when it is asked."""

    watchlist: Watchlist
    target_ids: frozenset[str]

    @classmethod
    def of(cls, watchlist: Watchlist, target_ids: Collection[str]) -> WatchlistPresearch:
        """The presearch for these entries of a watchlist."""
        return cls(watchlist, frozenset(target_ids))

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of these entries alone."""
        return compile_watchlist(_only(self.watchlist, self.target_ids))

    @property
    def version(self) -> str:
        """The version of `FoldedWordIndexer`."""
        return index_version()

    def is_worth_asking(self, articles: int) -> bool:
        """True if asking the index and reading what it leaves is estimated to cost less than reading every article.

        The index has no sounds of words in Latin letters, which entries need that are listed in other scripts only.
        """
        entries = len(self.target_ids)
        spared = articles * (1 - _SHARE_LEFT) ** entries
        if entries * (_ASKING_ENTRY_S + articles * _ASKING_PAIR_S) >= spared * _READING_S:
            return False
        return not any(_has_no_latin_name(actor) for actor in self.watchlist.actors if actor.id in self.target_ids)

    @property
    def word_query(self) -> WordQuery:
        """The words that may be part of a phrase or of a name."""
        slots = [slot for phrase in self._phrases for slot in _slots(phrase)]
        named = {word for name in self._names for word in name}
        beginnings = {beginning for word in named for beginning in _beginnings(word)}
        listed = sorted(named)
        in_all = dict.fromkeys(ROMANISATIONS, range(len(listed)))
        by_sound = listed_sound_keys((*listed, *self._spelt_as_one))
        blocking_keys = [*listed_keys(listed, in_all).checksums.tolist(), *by_sound] if listed else []
        return WordQuery(
            words=frozenset({slot.text for slot in slots} | named | beginnings | set(self._joined) | self._letters),
            prefixes=frozenset(slot.text for slot in slots if slot.open_end and not slot.open_start),
            suffixes=frozenset(slot.text for slot in slots if slot.open_start and not slot.open_end),
            substrings=frozenset(slot.text for slot in slots if slot.open_start and slot.open_end),
            blocking_keys=frozenset(blocking_keys),
        )

    @cached_property
    def _phrases(self) -> Sequence[Phrase]:
        """The phrases that can lead to a hit: of names, identifiers and rules, not of contexts and exclusions."""
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
        """The identifying words of each name variant that may be written with differences."""
        return [
            tuple(variant.name.words[index] for index in variant.name.named)
            for variant in self.matcher.compiled.lexicon.variants
            if variant.cased is None
        ]

    @cached_property
    def _joined(self) -> dict[str, frozenset[str]]:
        """Every two words of a name written as one, with the two words."""
        pairs = (pair for name in self._names for pair in permutations(name, 2))
        return {"".join(pair): frozenset(pair) for pair in pairs}

    @property
    def _spelt_as_one(self) -> Sequence[str]:
        return self.matcher.compiled.lexicon.vocabulary.sounds.spelt_as_one

    @cached_property
    def _initials(self) -> Sequence[tuple[str, frozenset[str]]]:
        """Each family name of a person, with what may stand for the given names: one initial, or all joined."""
        found = []
        for variant in self.matcher.compiled.lexicon.variants:
            words = [word for word, part in zip(variant.name.words, variant.name.parts, strict=True) if part in _NAMES]
            if variant.person and variant.cased is None and len(words) > 1:
                for family, given in ((words[-1], words[:-1]), (words[0], words[1:])):
                    letters = [word[0] for word in given]
                    found.append((family, frozenset((*letters, "".join(letters)))))
        return found

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(letters for _, initials in self._initials for letters in initials)

    def similar_words(self, article: Article) -> tuple[tuple[tuple[str, frozenset[str]], ...], ...]:
        """For each listed name its identifying words, each with the words of the article that may be it."""
        similar = self._similar(FoldedWordIndexer().words(article).words)
        return tuple(tuple((word, frozenset(similar.get(word, ()))) for word in name) for name in self._names)

    def requirements(self, words: Collection[str]) -> tuple[WordRequirement, ...]:
        """The requirements that articles with only these words can meet."""
        found = dict.fromkeys(
            (*self._phrase_requirements(words), *self._name_requirements(words), *self._initials_requirements(words))
        )
        return tuple(one for one in found if sum(map(bool, one.groups)) >= one.minimum)

    def _phrase_requirements(self, words: Collection[str]) -> Iterator[WordRequirement]:
        """All words of a phrase."""
        phrases = [_slots(phrase) for phrase in self._phrases]
        fitting = _fitting_words({slot for slots in phrases for slot in slots}, words)
        for slots in phrases:
            yield WordRequirement(tuple(fitting[slot] for slot in slots), len(slots))

    def _name_requirements(self, words: Collection[str]) -> Iterator[WordRequirement]:
        """Two words of a name, or its only one; a similar word or the first of two parts counts too."""
        similar = self._similar(words)
        known = frozenset(words)
        for name in self._names:
            groups = tuple(frozenset(similar.get(word, ())) | known.intersection(_beginnings(word)) for word in name)
            yield WordRequirement(groups, min(2, len(groups)))

    def _initials_requirements(self, words: Collection[str]) -> Iterator[WordRequirement]:
        """A family name, or a similar word, and initials."""
        similar, known = self._similar(words), frozenset(words)
        for family, letters in self._initials:
            yield WordRequirement((frozenset(similar.get(family, ())), known & letters), 2)

    def _similar(self, words: Collection[str]) -> dict[str, set[str]]:
        """For each word of a name those of `words` that may be it, or that two words of the name joined may be."""
        similar: dict[str, set[str]] = {}
        vocabulary = self.matcher.compiled.lexicon.vocabulary
        sought = list(words)
        for word, candidates in zip(sought, vocabulary.similar_words(sought), strict=True):
            for number in {number for candidate in candidates for number in candidate.words}:
                similar.setdefault(vocabulary.words[number], set()).add(word)
            for number in {number for run in vocabulary.hangul_runs(word) for number in run}:
                similar.setdefault(vocabulary.words[number], set()).add(word)
            for listed in self._joined.get(word, ()):
                similar.setdefault(listed, set()).add(word)
        return similar


def _joined_words(folded: Folded) -> Iterator[str]:
    """Two words of another script that may be one word of a name."""
    if folded.plain.isascii():
        return
    passage = Passage(TextField.TEXT, folded)
    yield from (folded.two_words(word).decode() for word in range(folded.count) if passage.may_be_divided(word))


class _Slot(NamedTuple):
    """One word of a phrase; at an open end a longer word fits too."""

    text: str
    open_start: bool
    open_end: bool


def _fitting_words(slots: Collection[_Slot], words: Collection[str]) -> dict[_Slot, frozenset[str]]:
    """For each slot those of `words` that may stand in it, found without comparing every slot with every word."""
    known = frozenset(words)
    fitting: dict[_Slot, frozenset[str]] = {}
    if any(slot.open_start != slot.open_end for slot in slots):
        forward, backward = sorted(known), sorted(word[::-1] for word in known)
    for slot in slots:
        if slot.open_start and slot.open_end:
            continue
        if slot.open_end:
            fitting[slot] = frozenset(_beginning_with(slot.text, forward))
        elif slot.open_start:
            fitting[slot] = frozenset(word[::-1] for word in _beginning_with(slot.text[::-1], backward))
        else:
            fitting[slot] = known.intersection((slot.text,))
    inner = {slot.text: slot for slot in slots if slot.open_start and slot.open_end}
    containing = _containing(inner, known)
    return fitting | {slot: frozenset(containing[text]) for text, slot in inner.items()}


def _beginning_with(start: str, ordered: Sequence[str]) -> Sequence[str]:
    """Those of the ordered words that begin so."""
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, f"{start}{_LAST}")]


def _containing(texts: Collection[str], words: Iterable[str]) -> defaultdict[str, set[str]]:
    """For each text the words that contain it; every piece of a word that is as long as a text is looked up."""
    lengths = sorted({len(text) for text in texts})
    containing: defaultdict[str, set[str]] = defaultdict(set)
    for word in words if lengths else ():
        for length in lengths:
            for start in range(len(word) - length + 1):
                if (piece := word[start : start + length]) in texts:
                    containing[piece].add(word)
    return containing


def _slots(phrase: Phrase) -> tuple[_Slot, ...]:
    words = phrase.text.split()
    last = len(words) - 1
    return tuple(
        _Slot(word, phrase.open_start and place == 0, phrase.open_end and place == last)
        for place, word in enumerate(words)
    )


def _has_no_latin_name(actor: Actor) -> bool:
    """True for an entry that is listed in other scripts only."""
    texts = (actor.name, *(alias.text for alias in (*actor.aliases, *actor.native)))
    return not any(word.isascii() for text in texts for word in fold_words(text))


def _only(watchlist: Watchlist, target_ids: frozenset[str]) -> Watchlist:
    """The watchlist with these entries only."""
    return replace(
        watchlist,
        actors=tuple(actor for actor in watchlist.actors if actor.id in target_ids),
        schemes=tuple(scheme for scheme in watchlist.schemes if scheme.id in target_ids),
        hashes=(),
    )


def _beginnings(word: str) -> tuple[str, ...]:
    """The beginnings of two letters and more, which are words where the word is written as two."""
    return tuple(word[:cut] for cut in range(2, len(word)))
