"""Names that are only heard in a script without capitals: a bound that settles most of them before they are aligned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf

from core.lazy_property import lazy_property
from matching.index.candidates import ListedAt
from matching.index.lexicon import Lexicon
from matching.names.similarity import LEAST_HEARD
from matching.names.sounds.scripts import count_consonants
from matching.text.passage import Passage

FarthestHeard = Callable[[int], float]
"""How far the words of a name of so many consonants may be on average from what is written, to be evidence."""
_ROUNDING = 1e-6  # more than what rounding changes


class HeardNames:
    """The runs of words of one passage that are only heard, in which no part of a name may be missing."""

    def __init__(
        self, lexicon: Lexicon, passage: Passage, listed_words: Sequence[ListedAt], farthest: FarthestHeard
    ) -> None:
        self.lexicon, self.passage = lexicon, passage
        self._listed_words, self._farthest = listed_words, farthest
        self._nearest: dict[int, Mapping[int, float]] = {}

    def may_be(self, named: Sequence[int], first: int, last: int) -> bool:
        """False if the words `first` and `last` are only heard, and the identifying words of a name are not near them.

        One that the run has not, or all of them so far from what is written that the name is another one.
        """
        run = self._run_of.get(first, -1)
        if first == last or run < 0 or self._run_of.get(last, -1) < 0:
            return True
        nearest = self._nearest_in(run)
        distance = sum(nearest.get(number, inf) for number in named)
        return distance < inf and distance <= (self._limit(named) + _ROUNDING) * len(named)

    def _limit(self, named: Sequence[int]) -> float:
        words = self.lexicon.vocabulary.words
        return self._farthest(sum(count_consonants(words[number]) for number in named))

    def _nearest_in(self, run: int) -> Mapping[int, float]:
        """For each listed word that a run has, by number, the distance of the nearest word of the run."""
        if run not in self._nearest:
            found: dict[int, float] = {}
            for word in (one.word for one in self._listed_words if one.heard_in == run):
                for number, similarity in self.lexicon.vocabulary.likes(self.passage.as_name(word)).single.items():
                    found[number] = min(found.get(number, inf), max(0.0, similarity.cost - LEAST_HEARD))
            self._nearest[run] = found
        return self._nearest[run]

    @lazy_property
    def _run_of(self) -> dict[int, int]:
        return {one.word: one.heard_in for one in self._listed_words}
