"""The words of a passage that may be listed, each with the listed words that it may be, kept for all texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations, compress
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from core.records import MatchMethod
from matching.index.arrays import Places
from matching.index.name_partners import HigherPartners, NamePartners
from matching.index.sounds.heard_runs import REACH, lone_words, may_be_inside
from matching.index.unlisted_words import UnlistedWords
from matching.index.vocabulary import MAX_CACHED_WORDS, Vocabulary, WordCandidate
from matching.names.similarity import HANGUL
from matching.tables.joined_words import BEFORE_IN_SCRIPTS, BEHIND_IN_SCRIPTS
from matching.text.passage import Passage
from matching.text.scripts import is_without_capitals

MANY_WORDS = 30
"""Listed words of a passage; among more, two of one name are likely, and so many are kept in any case."""
_MAX_LISTED = 32  # listed words that one word is taken for; a long list has every misspelling of a common name
_MAX_WORDS = 200_000  # capitalised words of a text that are looked up; ten newspapers have fewer
_PLURAL = (b"s", b"S")
_SAME = (MatchMethod.EXACT, MatchMethod.INFLECTION)


_BOUND_WORDS = BEFORE_IN_SCRIPTS | BEHIND_IN_SCRIPTS
_BOUND = frozenset(map(str.encode, _BOUND_WORDS.union(map(str.capitalize, _BOUND_WORDS))))


def pair_of(one: int, other: int) -> int:
    """Two word numbers as one, the smaller in the upper half."""
    return min(one, other) << 32 | max(one, other)


def _beside_bound(words: Sequence[int], written: Sequence[bytes]) -> list[int]:
    """The first of two words, by number, one of which is written as one with the other or apart from it."""
    if _BOUND.isdisjoint(written):  # which takes little, as their hashes are known by now
        return []
    bound = [word for word, one in zip(words, written, strict=True) if one in _BOUND]
    return sorted({place for word in bound for place in (word - 1, word) if place >= 0})


class ListedWord(NamedTuple):
    """The number of a listed word, and its slot in the filter of pairs: that of a pair is the xor of both slots."""

    number: int
    slot: int


class WordMatches(NamedTuple):
    """What a word of a text may be: these listed words, or alone the names with these pairs; their partners.

    If the next word begins with one of the `continuations`, both together may be one listed word. `has_same` is True
    if a listed word is the same, perhaps in another grammatical case; `is_only_heard` if all of them are only heard, in
    a script without capitals. `met` are the partners of those that it is without a spelling to check, also
    without the s of a plural; None for a word in another script.
    """

    words: tuple[ListedWord, ...]
    pairs: tuple[int, ...]
    continuations: frozenset[bytes]
    has_same: bool
    is_only_heard: bool
    partners: NamePartners
    met: NamePartners | None


class ListedAt(NamedTuple):
    """A word of a passage, by number: the listed words that it may be, with the pairs of names it may be alone.

    `has_same` is True if one of these words is the same, perhaps in another grammatical case. `heard_in` is the first
    word of the run that it belongs to if it is only heard in a script without capitals, else -1: in such a run words
    that may be listed follow each other with nothing but particles and titles in between. `met` is as in
    `WordMatches`. `written` is the word, empty where it and the next may be one.
    """

    word: int
    listed: tuple[ListedWord, ...]
    pairs: tuple[int, ...]
    partners: NamePartners
    has_same: bool = True
    heard_in: int = -1
    met: NamePartners | None = None
    written: bytes = b""


def _may_be_between(plain: bytes, edges: Sequence[int], word: int, other: int) -> bool:
    """True if all words between two words of a folded text may be inside a name."""
    return may_be_inside(plain[edges[word + 1] : edges[other]].split())


class ListedWords:
    """Finds the words of passages that may be listed."""

    def __init__(self, vocabulary: Vocabulary, partners: HigherPartners, slots: Places, alone: frozenset[int]) -> None:
        """`slots` are those of listed words in the filter of pairs, `alone` the words that identify a name alone."""
        self.vocabulary, self.partners = vocabulary, partners
        self._slots, self._alone = slots, alone
        self._matches: dict[bytes, WordMatches | None] = {}  # by word as written; None for most
        self._unlisted = UnlistedWords()

    def of(self, passage: Passage) -> list[ListedAt]:
        """The words of the passage that may be listed. Without one, no name is in it but those met word for word."""
        cased = passage.folded.cased if passage.has_capitals else passage.folded.cased.title()
        words, matches, divided = self._looked_up(passage, cased)
        edges, plain = passage.folded.edges, passage.folded.plain
        found: list[ListedAt] = []
        run, last, last_end = 0, -REACH, 0
        for word, match in compress(zip(words, matches, strict=True), matches):
            assert match is not None
            start, end = edges[word] + 1, edges[word + 1]
            listed, pairs, continuations, has_same, is_only_heard, partners, met = match
            as_written = cased[start : edges[word + 2]] if word in divided else cased[start:end]
            if (
                continuations
                and plain[end + 1 : end + 3] in continuations
                and (joined := self._joined_with_next(plain, start, end)) is not None
            ):
                listed, pairs = (*listed, self.listed(joined)), (*pairs, pair_of(joined, joined))
                partners, is_only_heard = self.partners.of([one.number for one in listed]), False
                met, as_written = partners, b""
            if listed or pairs:
                if is_only_heard and (word - last > REACH or not may_be_inside(plain[last_end:start].split())):
                    run = word
                last, last_end = word, end
                heard_in = run if is_only_heard else -1
                found.append(ListedAt(word, listed, pairs, partners, has_same, heard_in, met, as_written))
        return found

    def _looked_up(
        self, passage: Passage, cased: bytes
    ) -> tuple[list[int], list[WordMatches | None], Mapping[int, WordMatches]]:
        """The words of the passage that may be names, by number, and what each may be; third, those with the next."""
        words = self._words_to_look_up(passage, cased)
        edges, plain = passage.folded.edges, passage.folded.plain
        if 2 * len(words) > passage.folded.count > 1:
            written: Sequence[bytes] = itemgetter(*words)(cased[1:-1].split(b" "))
        else:
            written = [cased[edges[word] + 1 : edges[word + 1]] for word in words]
        matches = self._matches_of(written)
        divided: Mapping[int, WordMatches] = {}
        if not plain.isascii() or self.vocabulary.hears_latin:
            divided = self._divided(passage, words, written)
        if divided:
            known = dict(zip(words, zip(written, matches, strict=True), strict=True))
            words = sorted({*words, *divided})
            some = [known.get(word, (b"", None)) for word in words]
            written, matches = [one for one, _ in some], [match for _, match in some]
            self._add_divided(words, matches, divided)
        if len(matches) - matches.count(None) > MANY_WORDS + 1 and not plain.isascii():
            for place in lone_words(words, written, matches, partial(_may_be_between, plain, edges))[MANY_WORDS + 1 :]:
                matches[place] = None
        return words, matches, divided

    def _divided(self, passage: Passage, words: Sequence[int], written: Sequence[bytes]) -> Mapping[int, WordMatches]:
        """What words may be together with the next, by number, where both may be one word of a name."""
        is_latin = passage.folded.plain.isascii()
        places: Iterable[int] = range(passage.folded.count) if is_latin else _beside_bound(words, written)
        places = [word for word in places if passage.may_be_divided(word)]
        if not places:
            return {}
        both = self._matches_of(list(map(passage.as_one_name, places)))
        return {word: match for word, match in zip(places, both, strict=True) if match is not None and match.words}

    def _add_divided(
        self, words: Sequence[int], matches: list[WordMatches | None], divided: Mapping[int, WordMatches]
    ) -> None:
        """Adds what words may be together with the next to what they may be alone."""
        for place, word in enumerate(words):
            if (both := divided.get(word)) is not None:
                alone = matches[place]
                matches[place] = self._either(both, alone) if alone else both._replace(is_only_heard=False)

    def _either(self, both: WordMatches, alone: WordMatches) -> WordMatches:
        """The matches of a word and the next as one, and those of the word alone."""
        listed = tuple(dict.fromkeys((*both.words, *alone.words)))
        return alone._replace(
            words=listed,
            pairs=(*both.pairs, *alone.pairs),
            is_only_heard=False,
            partners=self.partners.of([one.number for one in listed]),
            met=None,
        )

    def _words_to_look_up(self, passage: Passage, cased: bytes) -> list[int]:
        """The words of the passage that may be names, but for those in Latin letters that are known to be unlisted."""
        words = (passage.capital_words if passage.has_capitals else np.arange(passage.folded.count))[:_MAX_WORDS]
        if cased.isascii():
            borders = passage.folded.borders
            words = words.take(self._unlisted.others(cased, borders.take(words), borders[1:].take(words)))
        numbers: list[int] = words.tolist()
        return numbers

    def _matches_of(self, written: Sequence[bytes]) -> list[WordMatches | None]:
        """The matches of each word; those that are not cached are looked up together."""
        matches = self._matches
        try:
            return list(map(matches.__getitem__, written))
        except KeyError:
            matches = self._with(written)
            return list(map(matches.__getitem__, written))

    def _with(self, words: Iterable[bytes]) -> dict[bytes, WordMatches | None]:
        """The cache with these words; another one takes its place when it is full, since other threads may read it."""
        if len(self._matches) > MAX_CACHED_WORDS:
            self._matches = {}
        matches = self._matches
        new = set(words).difference(matches)
        self.vocabulary.look_up(new)
        unlisted: list[bytes] = []
        for word in new:
            candidates = self.vocabulary[word]
            continuations = self.vocabulary.continuations(word.decode().casefold())
            if candidates or continuations:
                matches[word] = self._word_matches(word, candidates, continuations)
            else:
                matches[word] = None
                unlisted.append(word)
        self._unlisted.learn(unlisted)
        return matches

    def _word_matches(
        self, word: bytes, candidates: Sequence[WordCandidate], continuations: frozenset[bytes]
    ) -> WordMatches:
        numbers: list[int] = []
        pairs: list[int] = []
        for words, similarity in candidates[:_MAX_LISTED]:
            if similarity is not HANGUL:  # a whole Korean name, of which no other word is a part
                numbers += words
            if len(words) > 1:
                pairs += [pair_of(one, other) for one, other in combinations(words, 2)]
            elif words[0] in self._alone:
                pairs.append(pair_of(words[0], words[0]))
        has_same = any(similarity.method in _SAME for _, similarity in candidates)
        is_only_heard = all(one.is_heard for _, one in candidates)
        partners = self.partners.of(numbers)
        return WordMatches(
            tuple(map(self.listed, numbers)),
            tuple(pairs),
            continuations,
            has_same,
            is_only_heard and is_without_capitals(word.decode()),
            partners,
            self._met(word, candidates[:_MAX_LISTED], partners),
        )

    def _met(self, word: bytes, candidates: Sequence[WordCandidate], partners: NamePartners) -> NamePartners | None:
        """The partners without those by a spelling to check, as in `WordMatches`."""
        methods = [one.method for _, one in candidates]
        if MatchMethod.TRANSLITERATION in methods:
            return None
        if word.endswith(_PLURAL) or not any(method.is_near for method in methods):
            return partners
        return self.partners.of([number for words, one in candidates if not one.method.is_near for number in words])

    def listed(self, number: int) -> ListedWord:
        """The listed word with this number."""
        return ListedWord(number, int(self._slots[number]))

    def _joined_with_next(self, plain: bytes, start: int, end: int) -> int | None:
        """The listed word that bytes `start` to `end` and the next word make up ("Zhen Xing" for Zhenxing), or None."""
        return self.vocabulary.numbers.get(plain[start:end] + plain[end + 1 : plain.find(b" ", end + 1)])
