"""Blocking keys by sound, for an index of articles: a name in Latin letters and a word in another script share one.

They are to `sound_index.py` what `blocking_keys.py` is to the key table: whatever the one finds, the other must.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np

from matching.index.arrays import Checksums, Places
from matching.index.sounds.hangul_names import pieces
from matching.names.romanisations import KOREAN
from matching.names.sounds.base_forms import base_forms
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.scripts import Script, script_of, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons
from matching.names.transliteration import latinise

_FACTOR = 0x9E3779B1  # 2**32 over the golden ratio
_LOWER = 0xFFFFFFFF


def _key(skeleton: int, *, syllabic: bool) -> int:
    mixed = (skeleton * 2 + syllabic + 1) * _FACTOR
    return (mixed ^ mixed >> 32) & _LOWER


def _korean_key(latin: str) -> int:
    return crc32(f"#{KOREAN.key(latin)}".encode())


def listed_sound_keys(words: Iterable[str]) -> set[int]:
    """The keys of listed words in Latin letters."""
    latin = [word for word in words if word.isascii()]
    return {_korean_key(word) for word in latin} | {
        _key(skeleton, syllabic=syllabic)
        for word in latin
        for syllabic in (False, True)
        for skeleton in listed_skeletons(latin_phones(word), syllabic=syllabic)
    }


def written_sound_keys(words: Sequence[str]) -> tuple[Checksums, Places]:
    """The keys of those words of a text that are in other scripts, each with the number of its word."""
    keys, numbers = array("I"), array("I")
    for number, word in enumerate(words):
        script = script_of(word)
        if script is None:
            continue
        skeletons = {
            _key(skeleton, syllabic=script.is_syllabic)
            for form in base_forms(word, script)
            for skeleton in written_skeletons(script_phones(form, script))
        }
        if script is Script.HANGUL:
            skeletons |= {_korean_key(latinise(piece)) for form in base_forms(word, script) for piece in pieces(form)}
        keys.extend(skeletons)
        numbers.extend([number] * len(skeletons))
    return np.array(keys, np.uint32), np.array(numbers, np.intp)
