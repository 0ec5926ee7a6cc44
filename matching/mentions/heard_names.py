"""Names that are only heard in another script: a bound that settles most of them before they are aligned."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple, Protocol, TypeVar

from core.lazy_property import lazy_property
from matching.index.lexicon import Lexicon
from matching.index.listed_words import ListedAt
from matching.index.vocabulary import Likes
from matching.names.parsing import always_identifies
from matching.names.similarity import LEAST_HEARD, Similarity
from matching.text.folding import fold_words
from matching.text.passage import HYPHENS, Passage, Separator

_ROUNDING = 1e-6  # more than what rounding changes
_MOST_LOOKED_AROUND = 2_000  # pairs of words of one passage; only a page made for it has more
_LEAST_MET = 2  # words of a name of which a part is missing
_Key = TypeVar("_Key")
_BEHIND_HYPHEN = re.compile(rf"[{re.escape(HYPHENS)}](?<!\s.)\s*(\S+)")


class HeardScale(Protocol):
    """How far words may be from what is written, to be evidence."""

    @property
    def heard_same(self) -> float:
        """The distance of a word up to which it sounds the same, as all must where a part of the name is missing."""

    def farthest_heard(self, consonants: int) -> float:
        """How far the words of a whole name of so many consonants may be on average."""


class _RunLikes(NamedTuple):
    """The distances of the listed words that a run has, each that of its nearest: single ones, and those of several.

    `joined` has for each listed word those that are written as one with it, which are several.
    """

    single: Mapping[int, float]
    joined: Mapping[int, Sequence[tuple[frozenset[int], float]]]

    @classmethod
    def of(cls, likes: Iterable[Likes]) -> _RunLikes:
        """Those of the words of a run."""
        single: dict[int, float] = {}
        joined: dict[tuple[int, ...], float] = {}
        for some, several, _ in likes:
            _keep_nearest(single, some)
            _keep_nearest(joined, several)
        by_number: defaultdict[int, list[tuple[frozenset[int], float]]] = defaultdict(list)
        for numbers, distance in joined.items():
            for number in numbers:
                by_number[number].append((frozenset(numbers), distance))
        return cls(single, by_number)


def _keep_nearest(nearest: dict[_Key, float], some: Mapping[_Key, Similarity]) -> None:
    for key, similarity in some.items():
        distance = similarity.cost - LEAST_HEARD
        if distance < nearest.get(key, inf):
            nearest[key] = distance if distance > 0 else 0.0


class HeardNames:
    """The words of one passage that are only heard.

    In a script without capitals they are in runs, in which no part of a name may be missing.
    """

    def __init__(self, lexicon: Lexicon, passage: Passage, listed_words: Sequence[ListedAt], scale: HeardScale) -> None:
        self.lexicon, self.passage = lexicon, passage
        self._listed_words, self._scale = listed_words, scale
        self._looked_around = 0
        self._near_by_run: dict[int, dict[tuple[int, ...], bool]] = {}
        self._likes_by_run: dict[int, _RunLikes] = {}
        self._numbers_by_run: dict[int, frozenset[int]] = {}

    def may_be(self, named: Sequence[int], first: int, last: int, margin: int) -> bool:
        """False if the words `first` and `last` are only heard, and the identifying words of a name are not near them.

        In a run of a script without capitals they are not near if one is missing, or all are so far from what is
        written that the name is another one; in other scripts, where a part may be missing if the others sound the
        same, if that holds for the words up to `margin` from these two.
        """
        run = self._run_of.get(first, -1)
        if first == last and run < 0:
            return True
        if run >= 0 <= self._run_of.get(last, -1):
            return self._is_near_in(tuple(named), run)
        if self.passage.folded.word(first).isascii() or self.passage.folded.word(last).isascii():
            return True
        if not all(self.lexicon.vocabulary.words[number].isalpha() for number in named):
            return True  # figures are not among the listed words of a passage
        words = range(max(0, first - margin), min(self.passage.folded.count, last + margin + 1))
        self._looked_around += 1
        return self._looked_around > _MOST_LOOKED_AROUND or self._is_near_among(named, words)

    def _is_near_among(self, named: Sequence[int], words: range) -> bool:
        """The same for some words of a script with capitals, or of several scripts."""
        nearest = self._nearest_around(named, words)
        if nearest is None or self._is_near(named, nearest):
            return True
        same = sum(distance <= self._scale.heard_same + _ROUNDING for distance in nearest.values())
        return same >= _LEAST_MET or any(map(self._may_be_unlisted_part, words))

    def _is_near_in(self, named: tuple[int, ...], run: int) -> bool:
        """The same for a whole run, which is looked through once for a name."""
        known = self._near_by_run.setdefault(run, {})
        if named not in known:
            are_there = self._numbers_in(run).issuperset(named)
            known[named] = are_there and sum(self._beyond_limit(named, self._likes_in(run))) <= 0
        return known[named]

    def _beyond_limit(self, named: tuple[int, ...], likes: _RunLikes) -> Iterator[float]:
        """By how much each of the listed words `named` is beyond the limit in a run at least; infinite: absent.

        What is written as one is compared once, so that each of its words has a share of that.
        """
        limit = self._limit(named) + _ROUNDING
        for number in named:
            shares = [
                (distance - limit) / len(numbers.intersection(named))
                for numbers, distance in likes.joined.get(number, ())
                if self._may_be_in_name(numbers, named)
            ]
            yield min(likes.single.get(number, inf) - limit, *shares, inf)

    def _may_be_in_name(self, numbers: frozenset[int], named: Sequence[int]) -> bool:
        """False if one of some listed words that are written as one is not in the name with these identifying words."""
        words = self.lexicon.vocabulary.words
        return not any(always_identifies(words[number]) for number in numbers.difference(named))

    def _is_near(self, named: Sequence[int], nearest: Mapping[int, float]) -> bool:
        distance = sum(nearest.get(number, inf) for number in named)
        return distance < inf and distance <= (self._limit(named) + _ROUNDING) * len(named)

    def _limit(self, named: Sequence[int]) -> float:
        return self._scale.farthest_heard(sum(map(self.lexicon.vocabulary.consonants, named)))

    def _likes_in(self, run: int) -> _RunLikes:
        """The listed words that the words of a run may be, alone or written as one with another."""
        if (found := self._likes_by_run.get(run)) is None:
            found = self._likes_by_run[run] = _RunLikes.of(map(self._likes, self._words_of_runs[run]))
        return found

    def _numbers_in(self, run: int) -> frozenset[int]:
        """The numbers of these listed words."""
        if (found := self._numbers_by_run.get(run)) is None:
            numbers = [self._likes(word).numbers for word in self._words_of_runs[run]]
            found = self._numbers_by_run[run] = frozenset().union(*numbers)
        return found

    def _nearest_around(self, named: Sequence[int], words: range) -> Mapping[int, float] | None:
        """For the listed words `named` that are among some words the distance of the nearest; None if one is not heard.

        It may be spelt, or written as one with another.
        """
        found: dict[int, float] = {}
        start, end = (bisect_left(self._places, place) for place in (words.start, words.stop))
        for at in self._listed_words[start:end]:
            single, joined, _ = self._likes(at.word)
            together = {one.number for one in at.listed}.union(*joined).difference(single)
            for number in named:
                similarity = single.get(number)
                if number in together or (similarity is not None and not similarity.is_heard):
                    return None
                if similarity is not None:
                    found[number] = min(found.get(number, inf), similarity.cost - LEAST_HEARD)
        return found

    def _may_be_unlisted_part(self, word: int) -> bool:
        """True for what may be a part of a name without being looked up: an initial, a small letter behind a hyphen.

        Words in Latin letters may be divided, or have other letters in passports.
        """
        written = self.passage.folded.word(word)
        if written.isascii():
            return not written.isdecimal()
        if len(written) == 1:
            return self.passage.is_capital(word)
        return written in self._behind_hyphens and self.passage.separator(word - 1) is Separator.HYPHEN

    @lazy_property
    def _behind_hyphens(self) -> frozenset[str]:
        """The folded words that are behind a hyphen somewhere, and perhaps others."""
        return frozenset(fold_words(" ".join(_BEHIND_HYPHEN.findall(self.passage.folded.text))))

    def _likes(self, word: int) -> Likes:
        return self.lexicon.vocabulary.likes(self.passage.as_name(word))

    @lazy_property
    def _places(self) -> Sequence[int]:
        return [one.word for one in self._listed_words]

    @lazy_property
    def _words_of_runs(self) -> Mapping[int, Sequence[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one in self._listed_words:
            found[one.heard_in].append(one.word)
        return found

    @lazy_property
    def _run_of(self) -> dict[int, int]:
        return {one.word: one.heard_in for one in self._listed_words}
