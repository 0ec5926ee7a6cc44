"""Candidate generation: which names have two identifying words close together in a passage.

A name is indexed under every pair of its three rarest words (`word_pairs.py`), so that one of three may be missing or
misspelt beyond recognition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, compress
from typing import NamedTuple

import numpy as np

from core.records import MatchMethod
from matching.index.arrays import Hashes, Numbers, Pairs
from matching.index.membership import MembershipFilter
from matching.index.unlisted_words import UnlistedWords
from matching.index.vocabulary import MAX_CACHED_WORDS, Vocabulary, WordCandidate
from matching.tables.name_parts import HONORIFICS, PARTICLES, SUFFIXES
from matching.text.passage import Passage
from matching.text.scripts import has_hangul, is_without_capitals

_REACH = 5  # words from one word of a pair to the other
_MAX_LISTED = 32  # listed words that one word is taken for; a long list has every misspelling of a common name
_SLOTS_PER_PAIR, _MAX_FILTER_BITS = 16, 26
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_MAX_WORDS = 200_000  # capitalised words of a text that are looked up; ten newspapers have fewer
_MAX_PAIRS = 100_000  # looked up at once
_MANY_WORDS = 30  # of a passage, from which two of one name are likely among them
_MOST_PARTNERS = 500  # listed words that are in names with a word of a text, which are kept with it
_MANY = 100  # pairs of the listed words that two words may be, from which an array is faster
_INSIDE = frozenset(word.encode() for word in PARTICLES | HONORIFICS | SUFFIXES)
_LONGEST_LETTER = 4  # bytes
_SAME = (MatchMethod.EXACT, MatchMethod.INFLECTION)


def _word_hashes(count: int) -> Hashes:
    """A hash for each word number up to `count` (after Steele's SplitMix)."""
    mixed = np.arange(1, count + 1, dtype=np.uint64) * _FACTOR
    return (mixed ^ mixed >> _HALF) * _FACTOR


def _pair(one: int, other: int) -> int:
    return min(one, other) << 32 | max(one, other)


class ListedWord(NamedTuple):
    """The number of a listed word, and its slot in the filter of pairs: that of a pair is the xor of both slots."""

    number: int
    slot: int


class NamePartners(NamedTuple):
    """The listed words that a word may be, and those of a higher number that are with one of them in a name.

    Of two words that may belong to one name, one is among the `higher` of the other. None stands for very many.
    """

    numbers: frozenset[int]
    higher: frozenset[int] | None

    def may_share_name(self, other: NamePartners) -> bool:
        """False if no listed word of the one is in a name with one of the other."""
        if self.higher is None or other.higher is None:
            return True
        return not (self.higher.isdisjoint(other.numbers) and other.higher.isdisjoint(self.numbers))


class WordMatches(NamedTuple):
    """What a word of a text may be: these listed words, or alone the names with these pairs; their partners.

    If the next word begins with one of the `continuations`, both together may be one listed word. `has_same` is True
    if a listed word is the same, perhaps in another grammatical case; `is_only_heard` if all of them are only heard, in
    a script without capitals.
    """

    words: tuple[ListedWord, ...]
    pairs: tuple[int, ...]
    continuations: frozenset[bytes]
    has_same: bool
    is_only_heard: bool
    partners: NamePartners


class ListedAt(NamedTuple):
    """A word of a passage, by number: the listed words that it may be, with the pairs of names it may be alone.

    `has_same` is True if one of these words is the same, perhaps in another grammatical case. `heard_in` is the first
    word of the run that it belongs to if it is only heard in a script without capitals, else -1: in such a run words
    that may be listed follow each other with nothing but particles and titles in between.
    """

    word: int
    listed: tuple[ListedWord, ...]
    pairs: tuple[int, ...]
    partners: NamePartners
    has_same: bool = True
    heard_in: int = -1


class _HigherPartners(dict[int, frozenset[int]]):
    """For each listed word those of a higher number that are with it in a name; filled as they are asked for."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self._pairs = pairs

    def __missing__(self, number: int) -> frozenset[int]:
        start, end = self._pairs.searchsorted(np.array([number, number + 1], np.uint64) << _HALF).tolist()
        found = self[number] = frozenset((self._pairs[start:end] & _LOWER).tolist())
        return found


def _is_single_word_without_capitals(word: str) -> bool:
    """True for a word in a script without capitals; one in Hangul may be several words of a name."""
    return is_without_capitals(word) and not has_hangul(word)


def _may_be_inside(words: Sequence[bytes]) -> bool:
    """True if folded words that are not listed may be inside a name: particles, titles and single letters."""
    if _INSIDE.issuperset(words):
        return True
    return min(map(len, words)) <= _LONGEST_LETTER and _INSIDE.issuperset(w for w in words if len(w.decode()) > 1)


class CandidateFinder:
    """Finds the names, by the number of their variant, that have a pair of words in a passage."""

    def __init__(self, vocabulary: Vocabulary, pairs: Pairs, owners: Numbers, alone: frozenset[int]) -> None:
        """`pairs` are ascending, `owners` their names, `alone` the words that identify a name alone."""
        self.vocabulary, self.pairs, self.owners = vocabulary, pairs, owners
        self._alone = alone
        self._matches: dict[bytes, WordMatches | None] = {}  # by word as written; None for most
        self._unlisted = UnlistedWords()
        hashes = _word_hashes(len(vocabulary.words))
        known = hashes[pairs >> _HALF] ^ hashes[pairs & _LOWER]
        pair_filter = MembershipFilter(known, slots_per_hash=_SLOTS_PER_PAIR, max_bits=_MAX_FILTER_BITS)
        self._slots = pair_filter.slots(hashes)
        self._may_be_known = pair_filter.to_bytes()
        self._is_possible = np.frombuffer(self._may_be_known, bool)
        self._higher = _HigherPartners(pairs)

    def find(self, listed_words: Sequence[ListedAt]) -> Iterator[tuple[int, int, int]]:
        """Variant, first word and last word for each pair among the words of a passage, in no particular order."""
        found = self._possible_pairs(listed_words)
        if not found:
            return
        wanted = np.array([pair for pair, _, _ in found], np.uint64)
        starts, ends = self.pairs.searchsorted(wanted, "left"), self.pairs.searchsorted(wanted, "right")
        for hit in (starts < ends).nonzero()[0].tolist():
            _, first, last = found[hit]
            for owner in self.owners[starts[hit] : ends[hit]].tolist():
                yield owner, first, last

    def may_form_name(self, listed_words: Sequence[ListedAt], together: Sequence[range] = ()) -> bool:
        """False if no two of these words are of one name, in whatever order and however far apart they are.

        Two words in one of the ranges `together` do not count.
        """
        if len(listed_words) > _MANY_WORDS:
            return True
        return any(one.pairs for one in listed_words) or any(
            one.partners.may_share_name(two.partners)
            and not any(one.word in words and two.word in words for words in together)
            for one, two in combinations(listed_words, 2)
        )

    def names_with(self, some: Iterable[int], others: Iterable[int]) -> Iterator[int]:
        """The names, by the number of their variant, that have one of these listed words and one of the others."""
        first, second = (
            ListedAt(place, tuple(map(self._listed, words)), (), self._partners_of(words))
            for place, words in enumerate((tuple(some), tuple(others)))
        )
        yield from (variant for variant, _, _ in self.find((first, second)))

    def _possible_pairs(self, listed_words: Sequence[ListedAt]) -> list[tuple[int, int, int]]:
        """Two listed words that are close together and may belong to one name: their pair, first and last word."""
        found: list[tuple[int, int, int]] = []
        recent: list[ListedAt] = []
        may_be_known = self._may_be_known
        runs = Counter([one.heard_in for one in listed_words])
        is_all_heard = -1 not in runs
        if is_all_heard:  # and those that are alone in their run form no name of several words
            listed_words = [one for one in listed_words if runs[one.heard_in] > 1 or one.pairs]
        for at in listed_words:
            word, listed, pairs, partners, _, run = at
            found += [(pair, word, word) for pair in pairs]
            recent = [] if is_all_heard and run == word else [one for one in recent if word - one.word <= _REACH]
            for earlier, others, _, others_partners, _, others_run in recent:
                if others_run >= 0 <= run != others_run or not partners.may_share_name(others_partners):
                    continue
                if len(others) * len(listed) > _MANY:
                    found += [(pair, earlier, word) for pair in self._possible_pairs_of_many(others, listed)]
                    continue
                for other, other_slot in others:
                    for number, slot in listed:
                        if may_be_known[slot ^ other_slot]:
                            found.append((_pair(number, other), earlier, word))
            recent.append(at)
            if len(found) > _MAX_PAIRS:
                break
        return found

    def _possible_pairs_of_many(self, some: Sequence[ListedWord], others: Sequence[ListedWord]) -> Iterator[int]:
        """The pairs of one of some words and one of the others that may belong to one name, all looked up at once."""
        slots, other_slots = (np.array([one.slot for one in words], np.intp) for words in (some, others))
        first, second = self._is_possible[slots[:, None] ^ other_slots].nonzero()
        for one, other in zip(first.tolist(), second.tolist(), strict=True):
            yield _pair(some[one].number, others[other].number)

    def listed_words(self, passage: Passage) -> list[ListedAt]:
        """The words of the passage that may be listed. Without one, no name is in it but those met word for word."""
        cased = passage.folded.cased if passage.has_capitals else passage.folded.cased.title()
        words = self._words_to_look_up(passage, cased)
        edges, plain = passage.folded.edges, passage.folded.plain
        is_each = len(words) == passage.folded.count
        matches = self._matches_of(
            cased[1:-1].split(b" ") if is_each else [cased[edges[word] + 1 : edges[word + 1]] for word in words]
        )
        found: list[ListedAt] = []
        run, last, last_end = 0, -_REACH, 0
        for word, match in compress(zip(words, matches, strict=True), matches):
            assert match is not None
            start, end = edges[word] + 1, edges[word + 1]
            listed, pairs, continuations, has_same, is_only_heard, partners = match
            if (
                continuations
                and plain[end + 1 : end + 3] in continuations
                and (joined := self._joined_with_next(plain, start, end)) is not None
            ):
                listed, pairs = (*listed, self._listed(joined)), (*pairs, _pair(joined, joined))
                partners, is_only_heard = self._partners_of([one.number for one in listed]), False
            if listed:
                if is_only_heard and (word - last > _REACH or not _may_be_inside(plain[last_end:start].split())):
                    run = word
                last, last_end = word, end
                found.append(ListedAt(word, listed, pairs, partners, has_same, run if is_only_heard else -1))
        return found

    def _words_to_look_up(self, passage: Passage, cased: bytes) -> list[int]:
        """The words of the passage that may be names, but for those in Latin letters that are known to be unlisted."""
        words = (passage.capital_words if passage.has_capitals else np.arange(passage.folded.count))[:_MAX_WORDS]
        if cased.isascii():
            borders = passage.folded.borders
            words = words.take(self._unlisted.others(cased, borders.take(words), borders.take(words + 1)))
        numbers: list[int] = words.tolist()
        return numbers

    def _matches_of(self, written: Sequence[bytes]) -> list[WordMatches | None]:
        """The matches of each word; those that are not cached are looked up together."""
        try:
            return list(map(self._matches.__getitem__, written))
        except KeyError:
            self._look_up(written)
            return list(map(self._matches.__getitem__, written))

    def _look_up(self, words: Iterable[bytes]) -> None:
        if len(self._matches) > MAX_CACHED_WORDS:
            self._matches.clear()
        new = set(words).difference(self._matches)
        self.vocabulary.look_up(new)
        for word in new:
            candidates = self.vocabulary[word]
            continuations = self.vocabulary.continuations(word.decode().casefold())
            self._matches[word] = (
                self._word_matches(word, candidates, continuations) if candidates or continuations else None
            )
        self._unlisted.learn(word for word in new if self._matches[word] is None)

    def _word_matches(
        self, word: bytes, candidates: Sequence[WordCandidate], continuations: frozenset[bytes]
    ) -> WordMatches:
        numbers: list[int] = []
        pairs: list[int] = []
        for words, _ in candidates[:_MAX_LISTED]:
            numbers += words
            if len(words) > 1:
                pairs += [_pair(one, other) for one, other in combinations(words, 2)]
            elif words[0] in self._alone:
                pairs.append(_pair(words[0], words[0]))
        has_same = any(similarity.method in _SAME for _, similarity in candidates)
        is_only_heard = all(len(words) == 1 and one.is_heard for words, one in candidates)
        return WordMatches(
            tuple(map(self._listed, numbers)),
            tuple(pairs),
            continuations,
            has_same,
            is_only_heard and _is_single_word_without_capitals(word.decode()),
            self._partners_of(numbers),
        )

    def _partners_of(self, numbers: Sequence[int]) -> NamePartners:
        higher = frozenset().union(*map(self._higher.__getitem__, numbers))
        return NamePartners(frozenset(numbers), higher if len(higher) <= _MOST_PARTNERS else None)

    def _listed(self, number: int) -> ListedWord:
        return ListedWord(number, int(self._slots[number]))

    def _joined_with_next(self, plain: bytes, start: int, end: int) -> int | None:
        """The listed word that bytes `start` to `end` and the next word make up ("Zhen Xing" for Zhenxing), or None."""
        return self.vocabulary.numbers.get(plain[start:end] + plain[end + 1 : plain.find(b" ", end + 1)])
