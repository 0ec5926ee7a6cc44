"""How far a word in another script is from a name in Latin letters, by the cheapest alignment of their phones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import SILENT, SILENT_AT_END, VOWELS, Phones, is_vowel, phone_distance
from matching.names.sounds.scripts import Script, script_phones

Distances = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
_SILENT, _SILENT_AT_END, _DOUBLED = 0.05, 0.3, 0.08
_DIGITS = 9  # of a cost; further ones depend on the order of additions
_ROUNDING = 1e-6  # more than what rounding changes
_FEW = 0.7  # share of pairs that are left, from which it pays to go on with these only
_CHUNK = 4_000  # pairs that are compared together
_MOST_PHONES = 512  # of all tables; they have 340


@dataclass(frozen=True, slots=True)
class _Costs:
    """What differences cost in a script, where a wrong consonant costs 1.

    `left_out` is a vowel of the name that the script does not write, `added` a vowel that it writes and the name has
    not, `vowel` the share that another vowel costs, `r` an r that is not before a vowel, `lateral` l for r.
    `outer` is added for a vowel left out at an end, where scripts without vowels write it, and for one added before all
    consonants or behind them: Горчакова is not Gorchakov; not for the vowel `unwritten`, which a consonant has without
    a sign of its own. The less a script writes of a word, the more each difference
    means: `weight` makes distances comparable.
    """

    left_out: float
    added: float
    vowel: float
    r: float = 0.8
    lateral: float = 0.7
    outer: float = 0.0
    unwritten: str = ""
    weight: float = 1.0


_ALPHABETIC = _Costs(left_out=0.4, added=0.3, vowel=0.6, outer=0.8, weight=0.6)
_WITHOUT_VOWELS = _Costs(left_out=0.06, added=0.25, vowel=0.3, outer=0.4, weight=1.5)
_INDIC = _Costs(left_out=0.1, added=0.25, vowel=0.4, outer=0.3, unwritten="a", weight=1.2)
_SYLLABIC = _Costs(left_out=0.35, added=0.1, vowel=0.5, r=0.1, lateral=0.1)
_COSTS: Mapping[Script, _Costs] = {
    Script.CYRILLIC: _ALPHABETIC,
    Script.GREEK: _ALPHABETIC,
    Script.ARMENIAN: _ALPHABETIC,
    Script.GEORGIAN: _ALPHABETIC,
    Script.HEBREW: _WITHOUT_VOWELS,
    Script.ARABIC: _WITHOUT_VOWELS,
    Script.DEVANAGARI: _INDIC,
    Script.BENGALI: _INDIC,
    Script.TAMIL: _INDIC,
    Script.OTHER_INDIC: _INDIC,
    Script.ETHIOPIC: _Costs(left_out=0.2, added=0.2, vowel=0.4),
    Script.THAI: _Costs(left_out=0.15, added=0.15, vowel=0.3, r=0.3, lateral=0.4),
    Script.KATAKANA: _SYLLABIC,
    Script.HANGUL: _SYLLABIC,
    Script.HAN: _Costs(left_out=0.25, added=0.12, vowel=0.4, r=0.1, lateral=0.1),
}


class ListedPhones:
    """The phones of names in Latin letters, by the number of the name: worked out once for many comparisons."""

    def __init__(self, names: Sequence[str]) -> None:
        self._phones = _Numbered.of(list(map(latin_phones, names)))
        self._alone: dict[_Costs, Distances] = {}

    def distances(
        self, numbers: Places, words: Sequence[str], written: Places, script: Script, farthest: float = np.inf
    ) -> Distances:
        """The distance of each of these names from one of the words, whose places are `written`: 0 for the same sound.

        It is the cost of the cheapest alignment of their phones over the square root of the name's length in phones:
        longer words may differ more, but not as much more as they are longer. About 0.1 if a vowel differs, infinite
        for a word without phones and for some that are farther than `farthest`. Many pairs at once take a tenth of the
        time that they take one by one.
        """
        costs = _COSTS[script]
        if costs not in self._alone:
            self._alone[costs] = _left_out(self._phones, costs)
        phones = _Numbered.of([script_phones(word, script) for word in words])
        added = _added(phones, costs)
        some = []
        for first in range(0, len(numbers), _CHUNK):
            chunk = slice(first, first + _CHUNK)
            names = self._phones.aligned(numbers[chunk], self._alone[costs])
            some.append(_distances(names, phones.aligned(written[chunk], added), costs, farthest))
        return np.concatenate(some) if some else np.zeros(0)


def sound_distances(
    listed: Sequence[str], written: Sequence[str], script: Script, farthest: float = np.inf
) -> Distances:
    """The distance of each listed word from the written one at the same place, as `ListedPhones.distances` has it."""
    places = np.arange(len(listed))
    return ListedPhones(listed).distances(places, written, places, script, farthest)


def _distances(names: _Aligned, words: _Aligned, costs: _Costs, farthest: float) -> Distances:
    per_cost = costs.weight / np.sqrt(np.maximum(names.lengths, 1))
    prices = _alignment_costs(names, words, _substitutions(costs), farthest / per_cost + _ROUNDING).round(_DIGITS)
    prices[(names.lengths == 0) | (words.lengths == 0)] = np.inf
    distances: Distances = prices * per_cost
    return distances


class _Substitutions:
    """What each phone of a word costs in place of one phone of a name, by their numbers; filled as they are met."""

    def __init__(self, costs: _Costs) -> None:
        self._costs = costs
        self._prices = np.full(_MOST_PHONES * _MOST_PHONES, np.nan)

    def of(self, names: Places, words: Places) -> Distances:
        """The prices of these phones; both arrays have the same last dimension."""
        pairs = names * _MOST_PHONES + words
        prices: Distances = self._prices.take(pairs)
        if np.isnan(prices.sum()):
            for pair in np.unique(pairs[np.isnan(prices)]).tolist():
                name, word = divmod(pair, _MOST_PHONES)
                self._prices[pair] = self._price(_PHONES.texts[name], _PHONES.texts[word])
            prices = self._prices.take(pairs)
        return prices

    def _price(self, phone: str, sign: str) -> float:
        if not phone or not sign:
            return 0.0
        price = phone_distance(phone, sign)
        if price > self._costs.lateral and {phone[0], sign[0]} == {"l", "r"}:
            return self._costs.lateral
        return price * self._costs.vowel if phone[0] in VOWELS and sign[0] in VOWELS else price


_substitutions = cache(_Substitutions)


class _Phones(dict[str, int]):
    """A number for each phone that is met, from 1; there are some hundred. The arrays say by number what it is.

    `sounds` has a bit for each of its sounds, `likeliest` that of the first one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]
        self.sounds, self.likeliest = np.zeros(_MOST_PHONES, np.uint64), np.zeros(_MOST_PHONES, np.uint64)
        self.is_vowel, self.is_full_vowel = np.zeros(_MOST_PHONES, bool), np.zeros(_MOST_PHONES, bool)
        self._bits: dict[str, np.uint64] = {}

    def __missing__(self, phone: str) -> int:
        number = len(self.texts)
        self.texts.append(phone)
        self.sounds[number] = np.bitwise_or.reduce([self.bit(sound) for sound in phone])
        self.likeliest[number] = self.bit(phone[0])
        self.is_vowel[number], self.is_full_vowel[number] = is_vowel(phone), phone[0] in VOWELS
        self[phone] = number
        return number

    def bit(self, sound: str) -> np.uint64:
        """The bit of a sound, of an empty text one that no phone has."""
        return self._bits.setdefault(sound, np.uint64(1 << len(self._bits)))


_PHONES = _Phones()


class _Aligned(NamedTuple):
    """Several words side by side: a column for each, a row for each phone; shorter ones end with phones of number 0.

    `alone` is what each phone costs that the other word has not.
    """

    phones: Places
    alone: Distances
    lengths: Places

    def at(self, places: Places) -> _Aligned:
        """The words at these places."""
        return _Aligned(self.phones.take(places, axis=1), self.alone.take(places, axis=1), self.lengths.take(places))


class _Numbered(NamedTuple):
    """The phones of words by number, a word behind the other with a 0 before each and behind the last."""

    phones: Places
    starts: Places
    lengths: Places

    @classmethod
    def of(cls, words: Sequence[Phones]) -> _Numbered:
        lengths = np.fromiter(map(len, words), np.intp, len(words))
        starts: Places = (lengths + 1).cumsum() - lengths
        phones = np.zeros(int(lengths.sum()) + len(words) + 1, np.intp)
        is_phone = np.ones(len(phones), bool)
        is_phone[starts - 1] = is_phone[-1] = False
        phones[is_phone] = np.fromiter(map(_PHONES.__getitem__, chain.from_iterable(words)), np.intp)
        return cls(phones, starts, lengths)

    def aligned(self, words: Places, alone: Distances) -> _Aligned:
        """The words with these numbers side by side; `alone` has a cost for each of the phones."""
        lengths = self.lengths.take(words)
        rows = np.arange(lengths.max(initial=0))[:, None]
        places = np.where(rows < lengths, self.starts.take(words) + rows, 0)
        return _Aligned(self.phones.take(places), alone.take(places), lengths)


def _left_out(names: _Numbered, costs: _Costs) -> Distances:
    """What it costs that a phone of a name is not written."""
    phones = names.phones
    sounds, likeliest, is_some_vowel = _PHONES.sounds[phones], _PHONES.likeliest[phones], _PHONES.is_vowel[phones]
    before, behind = np.roll(phones, 1), np.roll(phones, -1)
    is_r, is_unwritten = (likeliest == _PHONES.bit(sound) for sound in ("r", costs.unwritten))
    may_end = (sounds & _PHONES.bit(SILENT_AT_END)) != 0
    alone: Distances = np.select(
        [
            phones == 0,
            (sounds & _PHONES.bit(SILENT)) != 0,
            may_end & is_r,
            may_end,
            is_some_vowel & ((before == 0) | (behind == 0)) & ~is_unwritten,
            is_some_vowel,
            is_r & ~_PHONES.is_full_vowel[behind],
            likeliest == _PHONES.bit("h"),
        ],
        [
            0.0,
            _SILENT,
            min(_SILENT_AT_END, costs.r),
            _SILENT_AT_END,
            costs.left_out + costs.outer,
            costs.left_out,
            costs.r,
            0.3,
        ],
        1.0,
    )
    return alone


def _added(words: _Numbered, costs: _Costs) -> Distances:
    """What it costs that a phone is written that the name has not; doubled consonants are one."""
    phones = words.phones
    sounds, likeliest, is_some_vowel = _PHONES.sounds[phones], _PHONES.likeliest[phones], _PHONES.is_vowel[phones]
    before_sounds, before_likeliest = np.roll(sounds, 1), np.roll(likeliest, 1)
    consonants = ((phones != 0) & ~is_some_vowel).cumsum()
    is_outer = np.zeros(int(consonants[-1]) + 1, bool)  # by the number of consonants up to here: none before or behind
    is_outer[consonants[words.starts - 1]] = is_outer[consonants[words.starts + words.lengths - 1]] = True
    alone: Distances = np.select(
        [
            phones == 0,
            (sounds & _PHONES.bit(SILENT)) != 0,
            is_some_vowel & is_outer[consonants],
            is_some_vowel,
            (likeliest & before_sounds | before_likeliest & sounds) != 0,
        ],
        [0.0, _SILENT, costs.added + costs.outer, costs.added, _DOUBLED],
        1.0,
    )
    return alone


def _alignment_costs(names: _Aligned, words: _Aligned, substitutions: _Substitutions, most: Distances) -> Distances:
    """The cost of the cheapest alignment of each name with the word beside it, all in step, phone by phone.

    A pair that costs more than `most` before its end is left there, with infinite cost: what follows only adds to it.
    """
    costs = np.full(len(names.lengths), np.inf)
    pairs = np.arange(len(costs))
    row = added = np.concatenate((np.zeros((1, len(costs))), words.alone.cumsum(axis=0)))
    for place in range(len(names.phones)):
        above, row = row, row + names.alone[place]
        np.minimum(row[1:], above[:-1] + substitutions.of(names.phones[place], words.phones), out=row[1:])
        row -= added
        np.minimum.accumulate(row, axis=0, out=row)  # what is added is cheapest from one place before it
        row += added
        ended = (names.lengths == place + 1).nonzero()[0]
        costs[pairs[ended]] = row[words.lengths[ended], ended]
        near = ((names.lengths > place + 1) & (row.min(axis=0) <= most)).nonzero()[0]
        if len(near) < _FEW * len(pairs):
            names, words, pairs, most = names.at(near), words.at(near), pairs[near], most[near]
            row, added = row[:, near], added[:, near]
    return costs
