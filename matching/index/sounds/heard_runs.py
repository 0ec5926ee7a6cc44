"""Words of a script without capitals that are only heard, in the runs in which they follow each other.

One word in four of such a text sounds like a listed one, and hardly any is beside another word of the same name. The
others are left out before anything else is made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import compress
from typing import Protocol, Self

from matching.tables.name_parts import HONORIFICS, PARTICLES, SUFFIXES

REACH = 5  # words from one word of a pair to the other
_FAR = -1_000_000
_INSIDE = frozenset(word.encode() for word in PARTICLES | HONORIFICS | SUFFIXES)
_LONGEST_LETTER = 4  # bytes
_LONGEST_RUN = 100  # words that are compared with each other; only a page made for it has longer ones


class _Partners(Protocol):
    def may_share_name(self, other: Self, /) -> bool: ...


class _Matches(Protocol):
    """What a word of a text may be, as `listed_words.WordMatches` has it."""

    @property
    def words(self) -> Collection[object]: ...
    @property
    def pairs(self) -> Collection[object]: ...
    @property
    def continuations(self) -> Collection[object]: ...
    @property
    def is_only_heard(self) -> bool: ...
    @property
    def partners(self) -> _Partners: ...


def may_be_inside(words: Sequence[bytes]) -> bool:
    """True if folded words that are not listed may be inside a name: particles, titles and single letters."""
    if _INSIDE.issuperset(words):
        return True
    return min(map(len, words)) <= _LONGEST_LETTER and _INSIDE.issuperset(w for w in words if len(w.decode()) > 1)


def lone_words(
    words: Sequence[int],
    written: Sequence[bytes],
    matches: Sequence[_Matches | None],
    may_be_between: Callable[[int, int], bool],
) -> list[int]:
    """The places of words that are only heard in runs in which no two may be of one name, far from all other words.

    `words` are the numbers of some words of a passage, `written` these words, `matches` what each may be.
    `may_be_between` says whether all words between two, by number, may be inside a name.
    """
    lone: list[int] = []
    run: list[int] = []  # places
    partners: list[_Partners] = []
    is_kept, last, other = False, -REACH, _FAR
    for place in compress(range(len(matches)), matches):
        match, word = matches[place], words[place]
        assert match is not None
        if not match.is_only_heard or match.continuations:
            is_kept = is_kept or word - last <= REACH
            last, other = word if match.words else last, word
            continue
        gap, own = word - last, match.partners
        before = written[place - 1]
        if gap > 1 and (
            gap > REACH
            or (len(before) > _LONGEST_LETTER and before.lower() not in _INSIDE)
            or not may_be_between(last, word)
        ):
            if not is_kept:
                lone += run
            run, partners, is_kept = [place], [own], False
        else:
            is_kept = is_kept or len(run) >= _LONGEST_RUN or any(map(own.may_share_name, partners))
            run.append(place)
            partners.append(own)
        is_kept = is_kept or word - other <= REACH or match.pairs != ()
        last = word
    return lone if is_kept else lone + run
