"""Consonant skeletons: coarse keys that a name and the same name in another script have in common.

The consonants of a word by their kind (lips, tongue, palate …), without vowels and doubles; as a letter may stand for
several sounds, a word has several skeletons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matching.names.sounds.phones import Phones

_KINDS = {
    **dict.fromkeys("pbfv", 1),
    **dict.fromkeys("tdT", 2),
    **dict.fromkeys("kgx", 3),
    **dict.fromkeys("szSZCJcq", 4),
    **dict.fromkeys("lr", 5),
    **dict.fromkeys("mn", 6),
}
_BITS = 3
_NO_SOUND = 0
_MOST_LISTED, _MOST_WRITTEN = 16, 12
_LONGEST = 12  # consonants that count
_VOWEL_SOUNDS = frozenset("aeiou")


def _kinds(phone: str) -> tuple[int, ...]:
    """The kinds of consonant that a phone may be, 0 for none."""
    return tuple(dict.fromkeys(_KINDS.get(sound, _NO_SOUND) for sound in phone))


def _skeletons(phones: Iterable[Sequence[int]], most: int) -> set[int]:
    """The skeletons as numbers, three bits for a consonant; the likeliest `most` of them."""
    found: dict[tuple[int, ...], None] = {(): None}
    for kinds in phones:
        longer: dict[tuple[int, ...], None] = {}
        for kind in kinds:
            for one in found:
                same = kind == _NO_SOUND or one[-1:] == (kind,)
                longer[one if same else (*one, kind)] = None
        found = dict.fromkeys(list(longer)[:most])
    return {_number(one[:_LONGEST]) for one in found}


def _number(kinds: Iterable[int]) -> int:
    number = 0
    for kind in kinds:
        number = number << _BITS | kind
    return number


def listed_skeletons(phones: Phones, *, syllabic: bool) -> set[int]:
    """The skeletons of a name; in a `syllabic` script an r is silent unless a vowel is behind it."""
    return _skeletons((_listed_kinds(phones, place, syllabic=syllabic) for place in range(len(phones))), _MOST_LISTED)


def _listed_kinds(phones: Phones, place: int, *, syllabic: bool) -> tuple[int, ...]:
    phone = phones[place]
    if syllabic and phone[0] == "r" and not (place + 1 < len(phones) and phones[place + 1][0] in _VOWEL_SOUNDS):
        return _KINDS["r"], _NO_SOUND
    return (*_kinds(phone), _KINDS["s"]) if phone[0] == "T" else _kinds(phone)


def written_skeletons(phones: Phones) -> set[int]:
    """The skeletons of a word in another script."""
    return _skeletons(map(_kinds, phones), _MOST_WRITTEN)
