"""Two words of a listed name that the press of another script writes as one.

What is one name to the ear is one word in many scripts, whatever the Latin spelling divides: a compound given name
(محمدجواد, Mohammad Javad; عبدالرحمن, Abd al-Rahman; ジャンバティスト, Jean-Baptiste), and a family name with its suffix
(کریم‌پور, Karim Pour), which Persian joins by a sign without width. `tables/joined_words.py` has the words concerned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from matching.index.arrays import Numbers, Places
from matching.names.compounds import written_apart
from matching.names.parsing import is_common
from matching.names.similarity import is_abd
from matching.tables.joined_words import (
    BEFORE_IN_SCRIPTS,
    BEHIND_IN_SCRIPTS,
    is_joined_before,
    is_joined_behind,
    with_article,
)

_ALLAH = re.compile("[au]?ll?ah?")
_FEWEST = 3  # identifying words of a name, of which two are written as one
_Flags = npt.NDArray[np.bool_]
Run = tuple[int, int]


def joined_names(named: Numbers, named_start: Numbers, words: Sequence[str]) -> dict[Run, tuple[str, ...]]:
    """The pairs of listed words, by number, that may be written as one, with how they are spelt then.

    The identifying words of name n are `named` from `named_start[n]` to `named_start[n + 1]`. Pairs that are listed
    as one word too are left out.
    """
    counts: Places = (named_start[1:] - named_start[:-1]).astype(np.intp)
    owner = np.arange(len(counts)).repeat(counts)
    is_inside = (owner[:-1] == owner[1:]) & (counts[owner[:-1]] >= _FEWEST)
    is_first = np.isin(np.arange(len(is_inside)), named_start)
    first, second = named[:-1], named[1:]
    common, before, behind = (_flags(words, holds) for holds in (is_common, is_joined_before, is_joined_behind))
    is_latin = _flags(words, str.isalpha)
    is_inside &= is_latin[first] & is_latin[second]
    is_one = is_inside & (is_first & common[first] & common[second] | before[first] | behind[second])
    pairs: list[list[int]] = np.unique(np.stack((first[is_one], second[is_one]), axis=1), axis=0).tolist()
    apart = {(parts[0], parts[-1]) for word in words if (parts := written_apart((word,)))}
    known = frozenset(words)
    spelt = {
        (one, other): _as_one(words[one], words[other])
        for one, other in pairs
        if (words[one], words[other]) not in apart
    }
    return {run: spellings for run, spellings in spelt.items() if known.isdisjoint(spellings)}


def joined_in_scripts(
    named: Numbers, named_start: Numbers, words: Sequence[str], among: Collection[int]
) -> dict[Run, tuple[str, ...]]:
    """The same of words in other scripts, of those `among` which they are, for texts in Latin letters."""
    if not among:
        return {}
    starts = set(named_start.tolist())
    inside = (pair for place, pair in enumerate(pairwise(named.tolist()), 1) if place not in starts)
    return {
        (one, other): (words[one] + words[other],)
        for one, other in inside
        if one in among and (words[one] in BEFORE_IN_SCRIPTS or words[other] in BEHIND_IN_SCRIPTS)
    }


def _flags(words: Sequence[str], holds: Callable[[str], bool]) -> _Flags:
    return np.fromiter((len(word) > 1 and word.isascii() and holds(word) for word in words), bool, len(words))


def _as_one(one: str, other: str) -> tuple[str, ...]:
    if is_abd(one) and _ALLAH.fullmatch(other):
        return ("abdullah",)  # which has its article in it
    if is_abd(one):
        return f"abdal{other}", f"abdu{other}"  # the l of the article is written, and not said before some consonants
    return (f"{one}{other}", f"{one}{article}") if (article := with_article(other)) else (f"{one}{other}",)
