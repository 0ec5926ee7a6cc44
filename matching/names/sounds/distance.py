"""How far a word in another script is from a name in Latin letters, by the cheapest alignment of their phones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import SILENT, SILENT_AT_END, VOWELS, Phones, is_outer, is_vowel, phone_distance
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


def sound_distances(
    listed: Sequence[str], written: Sequence[str], script: Script, farthest: float = np.inf
) -> Distances:
    """The distance of each listed word from the written one at the same place: 0 if they sound the same.

    It is the cost of the cheapest alignment of their phones over the square root of the name's length in phones: longer
    words may differ more, but not as much more as they are longer. About 0.1 if a vowel differs, infinite for a word
    without phones and for some that are farther than `farthest`. Many pairs at once take a tenth of the time that they
    take one by one.
    """
    chunks = (slice(first, first + _CHUNK) for first in range(0, len(listed), _CHUNK))
    some = [_distances(listed[chunk], written[chunk], script, farthest) for chunk in chunks]
    return np.concatenate(some) if some else np.zeros(0)


def _distances(listed: Sequence[str], written: Sequence[str], script: Script, farthest: float) -> Distances:
    names = _aligned(listed, _priced_name, script)
    words = _aligned(written, _priced_word, script)
    per_cost = _COSTS[script].weight / np.sqrt(np.maximum(names.lengths, 1))
    costs = _alignment_costs(names, words, _substitutions(_COSTS[script]), farthest / per_cost + _ROUNDING)
    costs = costs.round(_DIGITS)
    costs[(names.lengths == 0) | (words.lengths == 0)] = np.inf
    distances: Distances = costs * per_cost
    return distances


class _Substitutions:
    """What each phone of a word costs in place of one phone of a name, by their numbers; filled as they are met."""

    def __init__(self, costs: _Costs) -> None:
        self._costs = costs
        self._prices = np.full((_MOST_PHONES, _MOST_PHONES), np.nan)

    def of(self, names: Places, words: Places) -> Distances:
        """The prices of these phones; both arrays have the same last dimension."""
        prices: Distances = self._prices[names, words]
        missing = np.isnan(prices)
        if missing.any():
            pairs = zip(np.broadcast_to(names, prices.shape)[missing].tolist(), words[missing].tolist(), strict=True)
            for name, word in set(pairs):
                self._prices[name, word] = self._price(_PHONES[name], _PHONES[word])
            prices = self._prices[names, words]
        return prices

    def _price(self, phone: str, sign: str) -> float:
        if not phone or not sign:
            return 0.0
        price = phone_distance(phone, sign)
        if price > self._costs.lateral and {phone[0], sign[0]} == {"l", "r"}:
            return self._costs.lateral
        return price * self._costs.vowel if phone[0] in VOWELS and sign[0] in VOWELS else price


_substitutions = cache(_Substitutions)


class _Priced(NamedTuple):
    """The phones of a word, by number, and what each costs that the other word has not."""

    phones: Places
    alone: Distances


class _Aligned(NamedTuple):
    """Several words side by side: a column for each, a row for each phone; shorter ones end with phones of number 0."""

    phones: Places
    alone: Distances
    lengths: Places

    @classmethod
    def of(cls, words: Sequence[_Priced]) -> _Aligned:
        lengths = np.array([len(word.phones) for word in words], np.intp)
        is_phone = np.arange(lengths.max(initial=0)) < lengths[:, None]
        phones, alone = np.zeros(is_phone.shape, np.intp), np.zeros(is_phone.shape)
        phones[is_phone] = np.concatenate([word.phones for word in words])
        alone[is_phone] = np.concatenate([word.alone for word in words])
        return cls(phones.T.copy(), alone.T.copy(), lengths)

    def at(self, places: Sequence[int] | Places) -> _Aligned:
        """The words at these places, which may come several times."""
        return _Aligned(self.phones.take(places, axis=1), self.alone.take(places, axis=1), self.lengths.take(places))


def _aligned(words: Sequence[str], priced: Callable[[str, Script], _Priced], script: Script) -> _Aligned:
    """The words side by side; each is looked up once, however often it comes."""
    places = {word: place for place, word in enumerate(dict.fromkeys(words))}
    return _Aligned.of([priced(word, script) for word in places]).at(list(map(places.__getitem__, words)))


@lru_cache(maxsize=131_072)
def _priced_name(listed: str, script: Script) -> _Priced:
    phones, costs = latin_phones(listed), _COSTS[script]
    return _priced(phones, [_left_out(phones, place, costs) for place in range(len(phones))])


@lru_cache(maxsize=16_384)
def _priced_word(written: str, script: Script) -> _Priced:
    phones, costs = script_phones(written, script), _COSTS[script]
    return _priced(phones, [_added(phones, place, costs) for place in range(len(phones))])


def _priced(phones: Phones, alone: Sequence[float]) -> _Priced:
    return _Priced(np.array([_NUMBERS[phone] for phone in phones], np.intp), np.array(alone, float))


class _Numbers(dict[str, int]):
    """A number for each phone that is met; there are some hundred."""

    def __missing__(self, phone: str) -> int:
        self[phone] = number = len(_PHONES)
        _PHONES.append(phone)
        return number


_PHONES = [""]
_NUMBERS = _Numbers()


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
        row = np.minimum.accumulate(row - added, axis=0) + added  # what is added is cheapest from one place before it
        ended = (names.lengths == place + 1).nonzero()[0]
        costs[pairs[ended]] = row[words.lengths[ended], ended]
        near = ((names.lengths > place + 1) & (row.min(axis=0) <= most)).nonzero()[0]
        if len(near) < _FEW * len(pairs):
            names, words, pairs, most = names.at(near), words.at(near), pairs[near], most[near]
            row, added = row[:, near], added[:, near]
    return costs


def _left_out(names: Phones, place: int, costs: _Costs) -> float:
    """What it costs that a phone of the name is not written."""
    phone = names[place]
    if SILENT in phone:
        return _SILENT
    if SILENT_AT_END in phone:
        return min(_SILENT_AT_END, costs.r) if phone[0] == "r" else _SILENT_AT_END
    if is_vowel(phone):
        return costs.left_out + costs.outer * (place in (0, len(names) - 1) and phone[0] != costs.unwritten)
    if phone[0] == "r" and (place + 1 == len(names) or names[place + 1][0] not in VOWELS):
        return costs.r
    return 0.3 if phone[0] == "h" else 1.0


def _added(signs: Phones, where: int, costs: _Costs) -> float:
    """What it costs that a phone is written that the name has not; doubled consonants are one."""
    sign = signs[where]
    if SILENT in sign:
        return _SILENT
    if is_vowel(sign):
        return costs.added + costs.outer * is_outer(signs, where)
    doubled = where > 0 and (sign[0] in signs[where - 1] or signs[where - 1][0] in sign)
    return _DOUBLED if doubled else 1.0
