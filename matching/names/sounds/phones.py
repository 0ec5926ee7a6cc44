"""Phones: the sounds that one letter or group of letters may stand for.

A phone is a text of one sign for each possible sound, the likeliest first; `-` says that it may be silent, `~` that
it is silent at the end of some names, as in French.

    p b t d k g f v s z m n l r h w j     as in English, j as in Jörg
    S Z C J c q                           sh, zh, ch, dzh, ts, dz
    x T                                   ch of Bach, th of Smith
    a e i o u                             vowels

Distances between sounds are chosen by their place and manner of articulation, not learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

Phones = tuple[str, ...]

VOWELS = frozenset("aeiou")
SILENT, SILENT_AT_END = "-", "~"
_NO_SOUNDS = frozenset((SILENT, SILENT_AT_END))
_GLIDES = frozenset("wj")
_RARER = 0.04  # what it costs for each sound that is likelier
_DIFFERENT = 1.0
_VOWEL_FOR_CONSONANT = 1.2
_NEAR = {
    0.1: "vw xh tT uw ij",
    0.2: "sT zT JZ cC qJ qz iy ei ou ae ao rZ",
    0.3: "sz SZ CJ fv Ss dT cs CS gh au eo qc dq",
    0.4: "pb td kg xk vb fp fT Zz cz iu ai eu jJ hf CZ",
    0.6: "mn gJ kC ct Ct Jd lr gx wb hk tq jZ gZ wg",
}
_DISTANCES: dict[frozenset[str], float] = {
    frozenset(pair): distance for distance, pairs in _NEAR.items() for pair in pairs.split()
}


def _sound_distance(one: str, other: str) -> float:
    if one == other:
        return 0.0
    near = _DISTANCES.get(frozenset((one, other)))
    if near is not None:
        return near
    if one in VOWELS and other in VOWELS:
        return 0.4
    return _VOWEL_FOR_CONSONANT if (one in VOWELS) != (other in VOWELS) else _DIFFERENT


@lru_cache(maxsize=65_536)
def phone_distance(one: str, other: str) -> float:
    """How different two phones are at best: 0 for the same sound, 1 for two unlike consonants."""
    return min(
        _sound_distance(a, b) + _RARER * (place + where)
        for place, a in enumerate(one)
        for where, b in enumerate(other)
        if a not in _NO_SOUNDS and b not in _NO_SOUNDS
    )


def is_vowel(phone: str) -> bool:
    """True if the likeliest sound is a vowel or a glide, which other scripts may leave out."""
    return phone[0] in VOWELS or phone[0] in _GLIDES


def without_doubles(phones: Sequence[str]) -> Phones:
    """The phones with each that comes twice in a row once."""
    return tuple(phone for place, phone in enumerate(phones) if not place or phone != phones[place - 1])
