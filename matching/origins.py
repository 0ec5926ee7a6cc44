"""The exact way to fold: one array of code points that still stand where they stood, so that each can be traced back.

What is dropped stays a zero and what becomes several characters is written out late. It folds any text, and tells where
each folded character stood; `folding.fold` is several times as fast for most texts and leaves that to be asked for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import starmap

import numpy as np
import numpy.typing as npt

from matching.characters import fold_character

Codes = npt.NDArray[np.uint32]
Units = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.intp]

_DROPPED, _SPACE, _APOSTROPHE = 0, 32, 39
_CODE_POINTS = 0x110000
_TO_COMPOSE = 0x300000  # stands for a character that must be composed with its neighbour first
_UNKNOWN = 0xFFFFFFFF  # not met yet

_POSSESSIVE = 1
_S, _D_OR_L, _BESIDE = frozenset(b"sS"), frozenset(b"dDlL"), frozenset({_SPACE, _APOSTROPHE})
_AROUND = np.array([-2, -1, 1, 2])
COMPOSED_WITH_NEIGHBOURS = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a\uff9e\uff9f"
_UNCOMPOSED = re.compile(f"[{COMPOSED_WITH_NEIGHBOURS}]")
_COMPOSED = re.compile(
    "[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]"
)


def fold_exactly(text: str) -> str:
    """The folded text in its case: words between single spaces, one space at each end."""
    codes = _align(text).codes
    return codes[kept(codes)].tobytes().decode("utf-32-le", "replace")


def origins(text: str) -> tuple[Offsets, Offsets]:
    """Start and end in the text of each character of `fold_exactly(text)`."""
    aligned = _align(text)
    places = kept(aligned.codes)
    return aligned.stretch(places, places)


def must_compose(character: str) -> bool:
    """True for conjoining jamo and separate voicing marks, which become one letter with their neighbours."""
    return _UNCOMPOSED.match(character) is not None


class _Table:
    """What each code point becomes, filled in as characters are met.

    A value below `_CODE_POINTS` is the one character it becomes (0 for none); one above numbers a stretch of `pool`,
    where they stand one behind the other.
    """

    def __init__(self) -> None:
        self.values = np.full(_CODE_POINTS, _UNKNOWN, np.uint32)
        self.pool = np.zeros(0, np.uint32)
        self.lengths = np.zeros(0, np.intp)

    def learn(self, codes: Codes) -> None:
        """Enters the characters that are not yet known."""
        stretches: list[str] = []
        for code in np.unique(codes).tolist():
            folded = fold_character(chr(code))
            if must_compose(chr(code)):
                self.values[code] = _TO_COMPOSE
            elif len(folded) <= 1:
                self.values[code] = ord(folded) if folded else _DROPPED
            else:
                self.values[code] = _CODE_POINTS + len(self.lengths) + len(stretches)
                stretches.append(folded)
        self.pool = np.append(self.pool, np.array(list(map(ord, "".join(stretches))), np.uint32))
        self.lengths = np.append(self.lengths, np.array(list(map(len, stretches)), np.intp))

    def look_up(self, codes: Codes) -> Codes:
        """The values of these code points."""
        values = self.values[codes]
        if values.size and values.max() == _UNKNOWN:
            self.learn(codes[values == _UNKNOWN])
            values = self.values[codes]
        return values

    def expand(self, values: Codes) -> tuple[Codes, Offsets]:
        """The values with every named stretch written out, and how many codes came of each value."""
        wide = (values >= _CODE_POINTS).nonzero()[0]
        names = values[wide] - _CODE_POINTS
        lengths = np.ones(len(values), np.intp)
        lengths[wide] = long = self.lengths[names]
        codes: Codes = np.repeat(values, lengths)
        ends = np.cumsum(long)
        within = np.arange(ends[-1]) - np.repeat(ends - long, long)
        moved = wide + ends - long - np.arange(len(wide))
        starts = (np.cumsum(self.lengths) - self.lengths)[names]
        codes[np.repeat(moved, long) + within] = self.pool[np.repeat(starts, long) + within]
        return codes, lengths


_table = _Table()


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Folded codes that still stand where they stood: 0 where nothing is left, 32 for borders, two before and after.

    `lengths` tells how many codes each code point of the (composed) text became, None if one each. `begins` and `ends`
    are the stretches of the original behind each code point of the composed text, None if nothing was composed.
    """

    codes: Codes
    lengths: Offsets | None = None
    begins: Offsets | None = None
    ends: Offsets | None = None

    def stretch(self, first: Offsets, last: Offsets) -> tuple[Offsets, Offsets]:
        """Where the codes from `first` to `last` (inclusive) stand in the original: starts and ends."""
        if self.lengths is not None:
            origin = np.repeat(np.arange(len(self.lengths)), self.lengths)
            first, last = origin[first], origin[last]
        if self.begins is None or self.ends is None:
            return first - 2, last - 1
        return self.begins[first], self.ends[last]


def _align(text: str) -> _Aligned:
    codes = np.frombuffer(f"  {text}  ".encode("utf-32-le", "surrogatepass"), np.uint32)
    values, lengths = _table.look_up(codes), None
    top = int(values.max())
    if top == _TO_COMPOSE:
        return _align_composed(text)
    if top >= _CODE_POINTS:
        values, lengths = _table.expand(values)
    settle_apostrophes(values)
    return _Aligned(values, lengths)


def _align_composed(text: str) -> _Aligned:
    """As `_align`, for text with conjoining jamo or separate voicing marks: these are composed first."""
    pieces, starts, ends, position = [], [], [], 0
    for match in _COMPOSED.finditer(text):
        gap = text[position : match.start()]
        composed = unicodedata.normalize("NFKC", match.group())
        pieces += [gap, composed]
        starts += [*range(position, match.start()), *[match.start()] * len(composed)]
        ends += [*range(position + 1, match.start() + 1), *[match.end()] * len(composed)]
        position = match.end()
    pieces.append(text[position:])
    starts += range(position, len(text))
    ends += range(position + 1, len(text) + 1)
    aligned = _align(_UNCOMPOSED.sub(" ", "".join(pieces)))
    return _Aligned(aligned.codes, aligned.lengths, _padded(starts, len(text)), _padded(ends, len(text)))


def _padded(positions: list[int], end: int) -> Offsets:
    """The positions with those of the two spaces before and after a text."""
    return np.array([0, 0, *positions, end, end], np.intp)


def settle_apostrophes(codes: Codes | Units) -> None:
    """In place: a possessive 's is cut off, an elided d' or l' is a word, any other inside a word is nothing.

    Characters that do not show stand between no two others. Two borders stand at each end.
    """
    marks = (codes == _APOSTROPHE).nonzero()[0]
    if not marks.size:
        return
    shown = codes.nonzero()[0]
    places = shown.searchsorted(marks)
    around = codes[shown[places[:, np.newaxis] + _AROUND]].tolist()
    becomes = list(starmap(_apostrophe, around))
    codes[marks] = [_DROPPED if one == _DROPPED else _SPACE for one in becomes]
    codes[shown[places[[one == _POSSESSIVE for one in becomes]] + 1]] = _SPACE


def _apostrophe(before_that: int, before: int, after: int, after_that: int) -> int:
    """What an apostrophe among these codes is: nothing, a border, or the beginning of a possessive 's."""
    if after in _S and after_that == _SPACE and before != _APOSTROPHE:
        return _POSSESSIVE
    elided = before in _D_OR_L and before_that in _BESIDE
    return _SPACE if elided or after in _BESIDE or before in _BESIDE else _DROPPED


def kept(codes: Codes | Units) -> Offsets:
    """The indexes of the codes that are left when nothings are dropped and runs of spaces are one."""
    left: Offsets = codes.nonzero()[0]
    spaces = codes[left] == _SPACE
    doubled = np.zeros(len(left), bool)
    doubled[1:] = spaces[1:] & spaces[:-1]
    return left[~doubled]
