"""Consonant skeletons: coarse keys that a name and the same name in another script have in common.

The consonants of a word by their kind (lips, tongue, palate …), without vowels and doubles; as a letter may stand for
several sounds, a word has several skeletons.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matching.names.sounds.phones import Phones

_KINDS = {
    **dict.fromkeys("pbfv", 1),
    **dict.fromkeys("tdT", 2),
    **dict.fromkeys("kgx", 3),
    **dict.fromkeys("szSZCJcq", 4),
    **dict.fromkeys("lr", 5),
    **dict.fromkeys("mn", 6),
}
_BITS, _LAST = 3, 7
_NO_SOUND = 0
_VOWEL = (_NO_SOUND,)
_MOST_LISTED, _MOST_WRITTEN = 16, 12
_FULL = 1 << 3 * 11  # from here on twelve consonants are there, and no more count
_MOST_REMEMBERED = 16_384  # beginnings of words, some 5 MB
_VOWEL_SOUNDS = frozenset("aeiou")


class _Kinds(dict[str, tuple[int, ...]]):
    """The kinds of consonant that a phone may be, 0 for none; filled as phones are met, of some hundred."""

    def __missing__(self, phone: str) -> tuple[int, ...]:
        kinds = self[phone] = tuple(dict.fromkeys(_KINDS.get(sound, _NO_SOUND) for sound in phone))
        return kinds


_kinds_of = _Kinds()


class _ListedKinds(dict[str, tuple[int, ...]]):
    """The same for phones of a listed name, whose th is written as an s, too."""

    def __missing__(self, phone: str) -> tuple[int, ...]:
        kinds = self[phone] = (*_kinds_of[phone], _KINDS["s"]) if phone[0] == "T" else _kinds_of[phone]
        return kinds


_listed_kinds_of = _ListedKinds()


@lru_cache(maxsize=_MOST_REMEMBERED)
def _longer(found: tuple[int, ...], kinds: tuple[int, ...], most: int) -> tuple[int, ...]:
    """The skeletons with one of these kinds behind them; remembered, since many words begin alike."""
    longer = [
        number if kind == _NO_SOUND or number & _LAST == kind or number >= _FULL else number << _BITS | kind
        for kind in kinds
        for number in found
    ]
    return tuple(longer if len(kinds) == 1 else list(dict.fromkeys(longer))[:most])


def _skeletons(phones: Iterable[tuple[int, ...]], most: int) -> set[int]:
    """The skeletons as numbers, three bits for a consonant; the likeliest `most` of them.

    A consonant that comes twice in a row counts once.
    """
    found: tuple[int, ...] = (0,)
    for kinds in phones:
        if kinds != _VOWEL:
            found = _longer(found, kinds, most)
    return set(found)


def listed_skeletons(phones: Phones, *, syllabic: bool) -> set[int]:
    """The skeletons of a name; in a `syllabic` script an r is silent unless a vowel is behind it."""
    kinds = list(map(_listed_kinds_of.__getitem__, phones))
    if syllabic:
        for place, phone in enumerate(phones):
            if phone[0] == "r" and not (place + 1 < len(phones) and phones[place + 1][0] in _VOWEL_SOUNDS):
                kinds[place] = _KINDS["r"], _NO_SOUND
    return _skeletons(kinds, _MOST_LISTED)


def written_skeletons(phones: Phones) -> set[int]:
    """The skeletons of a word in another script."""
    return _skeletons(map(_kinds_of.__getitem__, phones), _MOST_WRITTEN)
