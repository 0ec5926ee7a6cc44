"""Any text folded, code point by code point, so that each folded character can be traced back to where it stood.

What a character becomes is looked up in a table that fills itself as characters are met. Western texts have a shorter
way (`folding.py`), which must equal this one.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

import numpy as np
import numpy.typing as npt

from matching.text.characters import fold_character

Codes = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

_DROPPED, _SPACE, _APOSTROPHE = 0, 32, 39
_LAST_ASCII = 127
_CODE_POINTS = 0x110000
_ALONE = 1 << 21  # added to a character that is a word by itself
_WIDE = 1 << 22  # added to a character that becomes several
_TO_COMPOSE = 1 << 23  # stands for a character that must be composed with its neighbour first
_UNKNOWN = 1 << 24  # not met yet

BORDERS = re.compile(rb"'(?:(?<!'')[sS](?= )|(?=[ '])|(?<=[ ']')|(?<=[ '][dDlL]'))")
"""The apostrophes that are borders of words: that of a possessive s, which goes with it, those beside a border or
another apostrophe, and that of an elided d' or l'. Any other stands inside a word and is nothing."""
COMPOSED_WITH_NEIGHBOURS = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a\uff9e\uff9f"
_UNCOMPOSED = re.compile(f"[{COMPOSED_WITH_NEIGHBOURS}]")
_COMPOSED = re.compile(
    "[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]"
)


def code_points(text: str) -> Codes:
    """The code points of the text between two spaces at each end."""
    return np.array([f"  {text}  "]).view(np.uint32)


def text_of(codes: Codes) -> str:
    """The text of these code points; the last is not 0."""
    text: str = codes.view(f"U{len(codes)}").item()
    return text


def fold_codes(codes: Codes) -> tuple[Codes, Codes]:
    """What the `code_points` of a text fold to, in their case and in small letters: words between single spaces."""
    row = _Row(_look_up(codes)[0])
    _fold(row)
    return row.codes, _table.small.take(row.codes)


def original_offsets(text: str) -> tuple[Offsets, Offsets]:
    """Start and end in the text of each character that `fold_codes` leaves of it."""
    values, stretches = _look_up(code_points(text))
    row = _TracedRow(values)
    _fold(row)
    if stretches is None:
        return row.places - 2, row.places - 1
    return stretches[0][row.places], stretches[1][row.places]


def must_compose(character: str) -> bool:
    """True for conjoining jamo and separate voicing marks, which become one letter with their neighbours."""
    return _UNCOMPOSED.match(character) is not None


class _Table:
    """What each code point becomes, filled in as they are met: one character, nothing (0), or a sign from above.

    `wide` are the characters that become several; `small` is the small letter of each folded character.
    """

    def __init__(self) -> None:
        self.values = np.full(_CODE_POINTS, _UNKNOWN, np.uint32)
        self.small = np.zeros(_CODE_POINTS, np.uint32)
        self.wide: dict[int, list[int]] = {}

    def learn(self, code: int) -> None:
        """Enters a code point; its value last, for others may be looking."""
        folded = fold_character(chr(code))
        letters = list(map(ord, folded))
        self.small[letters] = list(map(ord, folded.casefold()))
        if must_compose(chr(code)):
            self.values[code] = _TO_COMPOSE
        elif len(letters) <= 1:
            self.values[code] = letters[0] if letters else _DROPPED
        elif len(letters) == 3 and folded == f" {folded[1]} ":
            self.values[code] = _ALONE | letters[1]
        else:
            self.wide[_WIDE | code] = letters
            self.values[code] = _WIDE | code


_table = _Table()


def _look_up(codes: Codes) -> tuple[Codes, tuple[Offsets, Offsets] | None]:
    """The values of a text and, if it had to be composed first, where in it each composed character stands."""
    values = _table.values.take(codes)
    top = values.max()
    if top == _UNKNOWN:
        for code in np.unique(codes[values == _UNKNOWN]).tolist():
            _table.learn(code)
        return _look_up(codes)
    if top != _TO_COMPOSE:
        return values, None
    composed, starts, ends = _compose(text_of(codes)[2:-2])
    return _look_up(code_points(composed))[0], (starts, ends)


def _compose(text: str) -> tuple[str, Offsets, Offsets]:
    """The text with jamo and voicing marks composed, and start and end of each character and the spaces around them."""
    pieces, starts, ends, position = [], [0, 0], [0, 0], 0
    for match in _COMPOSED.finditer(text):
        separator = text[position : match.start()]
        composed = unicodedata.normalize("NFKC", match.group())
        pieces += [separator, composed]
        starts += [*range(position, match.start()), *[match.start()] * len(composed)]
        ends += [*range(position + 1, match.start() + 1), *[match.end()] * len(composed)]
        position = match.end()
    pieces.append(text[position:])
    starts += [*range(position, len(text)), len(text), len(text)]
    ends += [*range(position + 1, len(text) + 1), len(text), len(text)]
    return _UNCOMPOSED.sub(" ", "".join(pieces)), np.array(starts), np.array(ends)


class _Row:
    """Values on their way to be folded."""

    def __init__(self, values: Codes) -> None:
        self.codes = values

    def repeat(self, times: Offsets | int) -> None:
        """Each code so many times."""
        self.codes = self.codes.repeat(times)

    def keep(self, mask: Mask) -> None:
        """Only the codes that the mask tells."""
        self.codes = self.codes[mask]


class _TracedRow(_Row):
    """A row that knows which place each of its codes had at first."""

    def __init__(self, values: Codes) -> None:
        super().__init__(values)
        self.places: Offsets = np.arange(len(values))

    def repeat(self, times: Offsets | int) -> None:
        super().repeat(times)
        self.places = self.places.repeat(times)

    def keep(self, mask: Mask) -> None:
        super().keep(mask)
        self.places = self.places[mask]


def _fold(row: _Row) -> None:
    top = int(row.codes.max())
    if top >= _WIDE:
        _write_out(row)
    if not row.codes.all():
        row.keep(row.codes != _DROPPED)
    _settle_apostrophes(row.codes)
    if top >= _ALONE:
        _set_apart(row)
    row.keep(is_kept(row.codes))


def _write_out(row: _Row) -> None:
    """What becomes several characters, as these."""
    wide = row.codes >= _WIDE
    stretches = [_table.wide[code] for code in row.codes[wide].tolist()]
    times = np.ones(len(wide), np.intp)
    times[wide] = list(map(len, stretches))
    row.repeat(times)
    row.codes[row.codes >= _WIDE] = list(chain.from_iterable(stretches))


def _settle_apostrophes(codes: Codes) -> None:
    """Turns into spaces, in place, the apostrophes that are borders; words by themselves have a border on each side."""
    if not (codes == _APOSTROPHE).any():
        return
    signs = np.minimum(codes, _LAST_ASCII).astype(np.uint8)
    signs[codes >= _ALONE] = _SPACE
    codes[signs != np.frombuffer(replace_borders(signs.tobytes()), np.uint8)] = _SPACE


def replace_borders(letters: bytes) -> bytes:
    """The letters with spaces in place of `BORDERS`, as many as before."""
    return BORDERS.sub(lambda match: b" " * len(match[0]), letters)


def _set_apart(row: _Row) -> None:
    """Puts spaces around the words of one character; before any other one an apostrophe, which will not be left."""
    borders = (row.codes >= _ALONE) | (row.codes == _SPACE)
    row.codes &= _ALONE - 1
    row.repeat(2)
    borders[1:] |= borders[:-1]
    row.codes[::2] = np.where(borders, _SPACE, _APOSTROPHE)


def is_kept(codes: Codes | Bytes) -> Mask:
    """False for apostrophes and for each space behind a space."""
    left: Mask = codes != _APOSTROPHE
    left[1:] &= ~is_repeated_space(codes)
    return left


def is_repeated_space(codes: Codes | Bytes) -> Mask:
    """True for each but the first that is a space behind a space: no other two that are left give 32."""
    doubled: Mask = (codes[1:] | codes[:-1]) == _SPACE
    return doubled
