"""How far a word in another script is from a name in Latin letters, by the cheapest alignment of their phones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from matching.names.sounds.latin import latin_phones
from matching.names.sounds.phones import SILENT, SILENT_AT_END, VOWELS, Phones, is_outer, is_vowel, phone_distance
from matching.names.sounds.scripts import Script, script_phones

_SILENT, _SILENT_AT_END, _DOUBLED = 0.05, 0.3, 0.08


@dataclass(frozen=True, slots=True)
class _Costs:
    """What differences cost in a script, where a wrong consonant costs 1.

    `left_out` is a vowel of the name that the script does not write, `added` a vowel that it writes and the name has
    not, `vowel` the share that another vowel costs, `r` an r that is not before a vowel, `lateral` l for r.
    `outer` is added for a vowel left out at an end, where scripts without vowels write it, and for one added before all
    consonants or behind them: Горчакова is not Gorchakov. The less a script writes of a word, the more each difference
    means: `weight` makes distances comparable.
    """

    left_out: float
    added: float
    vowel: float
    r: float = 0.8
    lateral: float = 0.7
    outer: float = 0.0
    weight: float = 1.0


_ALPHABETIC = _Costs(left_out=0.4, added=0.3, vowel=0.6, outer=0.8, weight=0.6)
_WITHOUT_VOWELS = _Costs(left_out=0.06, added=0.25, vowel=0.3, outer=0.4, weight=1.5)
_SYLLABIC = _Costs(left_out=0.35, added=0.1, vowel=0.5, r=0.1, lateral=0.1)
_COSTS: Mapping[Script, _Costs] = {
    Script.CYRILLIC: _ALPHABETIC,
    Script.GREEK: _ALPHABETIC,
    Script.ARMENIAN: _ALPHABETIC,
    Script.GEORGIAN: _ALPHABETIC,
    Script.HEBREW: _WITHOUT_VOWELS,
    Script.ARABIC: _WITHOUT_VOWELS,
    Script.DEVANAGARI: _Costs(left_out=0.1, added=0.25, vowel=0.4, weight=1.2),
    Script.THAI: _Costs(left_out=0.15, added=0.15, vowel=0.3, r=0.3, lateral=0.4),
    Script.KATAKANA: _SYLLABIC,
    Script.HANGUL: _SYLLABIC,
    Script.HAN: _Costs(left_out=0.25, added=0.12, vowel=0.4, r=0.1, lateral=0.1),
}


def sound_distance(listed: str, written: str, script: Script, most: float = 9.0) -> float:
    """The distance of two words, 0 if they sound the same, about 0.1 if a vowel differs; above `most` it is not exact.

    It is the cost of the cheapest alignment of their phones over the square root of the name's length in phones: longer
    words may differ more, but not as much more as they are longer.
    """
    name, word = _priced_name(listed, script), _priced_word(written, script)
    if not name.phones or not word.phones:
        return most + 1.0
    share = _COSTS[script].weight / sqrt(len(name.phones))
    return _alignment_cost(name, word, most / share) * share


class _Substitutions(dict[str, float]):
    """What each phone of a word costs in place of one phone of a name; filled as they are met."""

    def __init__(self, phone: str, costs: _Costs) -> None:
        super().__init__()
        self._phone, self._costs = phone, costs

    def __missing__(self, sign: str) -> float:
        phone, costs = self._phone, self._costs
        price = phone_distance(phone, sign)
        if price > costs.lateral and {phone[0], sign[0]} == {"l", "r"}:
            price = costs.lateral
        elif phone[0] in VOWELS and sign[0] in VOWELS:
            price *= costs.vowel
        self[sign] = price
        return price


class _PricedName(NamedTuple):
    """The phones of a name, what it costs to put others in their place, and to leave each out."""

    phones: Phones
    substitutions: tuple[_Substitutions, ...]
    left_out: tuple[float, ...]


class _PricedWord(NamedTuple):
    """The phones of a word, and what it costs that each is not in the name."""

    phones: Phones
    added: tuple[float, ...]


@lru_cache(maxsize=131_072)
def _priced_name(listed: str, script: Script) -> _PricedName:
    phones, costs = latin_phones(listed), _COSTS[script]
    left_out = tuple(_left_out(phones, place, costs) for place in range(len(phones)))
    return _PricedName(phones, tuple(_substitutions(phone, costs) for phone in phones), left_out)


@lru_cache(maxsize=16_384)
def _priced_word(written: str, script: Script) -> _PricedWord:
    phones, costs = script_phones(written, script), _COSTS[script]
    return _PricedWord(phones, tuple(_added(phones, place, costs) for place in range(len(phones))))


@lru_cache(maxsize=4096)
def _substitutions(phone: str, costs: _Costs) -> _Substitutions:
    return _Substitutions(phone, costs)


def _alignment_cost(name: _PricedName, word: _PricedWord, most: float) -> float:
    """The cost of the cheapest alignment; more than `most`, but not exact, if all are that costly."""
    row = list(accumulate(word.added, initial=0.0))
    signs, added = word.phones, word.added
    for substitutions, price in zip(name.substitutions, name.left_out, strict=True):
        above, row = row, [row[0] + price]
        before = row[0]
        for where, sign in enumerate(signs):
            cost = above[where] + substitutions[sign]
            if (other := above[where + 1] + price) < cost:
                cost = other
            if (other := before + added[where]) < cost:
                cost = other
            row.append(cost)
            before = cost
        if min(row) > most:
            return min(row)
    return row[-1]


def _left_out(names: Phones, place: int, costs: _Costs) -> float:
    """What it costs that a phone of the name is not written."""
    phone = names[place]
    if SILENT in phone:
        return _SILENT
    if SILENT_AT_END in phone:
        return min(_SILENT_AT_END, costs.r) if phone[0] == "r" else _SILENT_AT_END
    if is_vowel(phone):
        return costs.left_out + costs.outer * (place in (0, len(names) - 1))
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
