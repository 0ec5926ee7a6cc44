"""Folding by code points, for text in any script, with the offset of each folded character in the original.

Folded characters are looked up in a table that is filled as characters are met. `folding.py` has a faster way for
Western text, with the same result.
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
_SPACE_BYTE = np.uint8(_SPACE)  # which NumPy compares faster than an int
_LAST_ASCII = 127
_CODE_POINTS = 0x110000
_SINGLE_WORD = 1 << 21  # added to a character that is a word of its own
_SEVERAL = 1 << 22  # added to a character that folds to several
_TO_COMPOSE = 1 << 23  # a character that must be composed with its neighbour first
_UNKNOWN = 1 << 24  # not met yet

_ELIDED = (
    rb"(?<=[ '][dDlL]')|(?=[A-Zaeiouyh])(?:"  # most apostrophes have another small letter behind them: don't
    rb"(?:(?<= [a-z]{2}')|(?<= [a-z]{3}')|(?<= [a-z]{4}')|(?<= [a-z]{5}')|(?<= [a-z]{6}'))(?=[A-Z])"
    rb"|(?:(?<= [A-Z][a-z]{3}')|(?<= [A-Z][a-z]{4}')|(?<= [A-Z][a-z]{5}'))(?=[A-Z])"
    rb"|(?:(?<=[ '][nN]')|(?<=[ '][qQ][uU]')|(?<=[sSzZ][qQ][uU]')|(?<=[iI][qQ][uU]')|%s)(?=[aAeEiIoOuUyYhH]))"
)
_ITALIAN = rb"|".join(
    rb"(?<=[ '']%s')" % rb"".join(rb"[%c%c]" % (letter, letter - 32) for letter in word)
    for word in (b"dell", b"all", b"nell", b"dall", b"sull", b"coll", b"quell", b"un", b"c")
)
BORDERS = re.compile(rb"'(?:(?<!'')[sS](?= )|(?=[ '])|(?<=[ ']')|" + _ELIDED % _ITALIAN + rb")")
"""The apostrophes that are word borders: between a small word and a capital (anch'Enrico); of a possessive s, together
with the s; beside a border or another apostrophe; of an elided d' or l'; and before a vowel or h, where French, Italian
and Catalan elide, of qu' (lorsqu', puisqu', jusqu', quoiqu'), n', dell', all', nell', dall', sull', coll', quell', un'
and c'. All others are inside words and are dropped: Qur'an, M'Bala, O'Neil."""
COMPOSED_WITH_NEIGHBOURS = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a\uff9e\uff9f"
_UNCOMPOSED = re.compile(f"[{COMPOSED_WITH_NEIGHBOURS}]")
_COMPOSED = re.compile(
    "[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]"
)


def code_points(text: str) -> Codes:
    """The code points of the text, with two spaces added at each end."""
    return np.array([f"  {text}  "]).view(np.uint32)


def text_of(codes: Codes) -> str:
    """The text of these code points, the last of which is not 0."""
    text: str = codes.view(f"U{len(codes)}").item()
    return text


def fold_codes(codes: Codes) -> tuple[Codes, Codes]:
    """The folded `code_points` of a text, in their case and in small letters: words between single spaces."""
    row = _Row(_look_up(codes)[0])
    _fold(row)
    return row.codes, _table.small.take(row.codes)


def original_offsets(text: str) -> tuple[Offsets, Offsets]:
    """Start and end in the text of each character that `fold_codes` returns."""
    values, stretches = _look_up(code_points(text))
    row = _TracedRow(values)
    _fold(row)
    if stretches is None:
        return row.places - 2, row.places - 1
    return stretches[0][row.places], stretches[1][row.places]


def must_compose(character: str) -> bool:
    """True for conjoining jamo and separate voicing marks, which compose with their neighbours to one letter."""
    return _UNCOMPOSED.match(character) is not None


class _Table:
    """The folded value of each code point, filled as they are met: one character, 0 for none, or a constant from above.

    `several` holds the letters of characters that fold to several; `small` the small letter of each folded character.
    """

    def __init__(self) -> None:
        self.values = np.full(_CODE_POINTS, _UNKNOWN, np.uint32)
        self.small = np.zeros(_CODE_POINTS, np.uint32)
        self.several: dict[int, list[int]] = {}

    def learn(self, code: int) -> None:
        """Enters a code point. Its value comes last, because other threads may be reading the table."""
        folded = fold_character(chr(code))
        letters = list(map(ord, folded))
        self.small[letters] = list(map(ord, folded.casefold()))
        if must_compose(chr(code)):
            self.values[code] = _TO_COMPOSE
        elif len(letters) <= 1:
            self.values[code] = letters[0] if letters else _DROPPED
        elif len(letters) == 3 and folded == f" {folded[1]} ":
            self.values[code] = _SINGLE_WORD | letters[1]
        else:
            self.several[_SEVERAL | code] = letters
            self.values[code] = _SEVERAL | code


_table = _Table()


def _look_up(codes: Codes) -> tuple[Codes, tuple[Offsets, Offsets] | None]:
    """The values of a text and, if it had to be composed first, start and end of each composed character in it."""
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
    """The values of a text while it is folded."""

    def __init__(self, values: Codes) -> None:
        self.codes = values

    def repeat(self, times: Offsets | int) -> None:
        """Repeats each code, `times` times."""
        self.codes = self.codes.repeat(times)

    def keep(self, mask: Mask) -> None:
        """Keeps the codes where the mask is true."""
        self.codes = self.codes[mask]


class _TracedRow(_Row):
    """A row that also keeps the original index of each code."""

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
    if top >= _SEVERAL:
        _expand(row)
    if not row.codes.all():
        row.keep(row.codes != _DROPPED)
    _replace_apostrophes(row.codes)
    if top >= _SINGLE_WORD:
        _separate_single_words(row)
    row.keep(is_kept(row.codes))


def _expand(row: _Row) -> None:
    """Replaces each character that folds to several by these."""
    wide = row.codes >= _SEVERAL
    stretches = [_table.several[code] for code in row.codes[wide].tolist()]
    times = np.ones(len(wide), np.intp)
    times[wide] = list(map(len, stretches))
    row.repeat(times)
    row.codes[row.codes >= _SEVERAL] = list(chain.from_iterable(stretches))


def _replace_apostrophes(codes: Codes) -> None:
    """Replaces, in place, apostrophes that are borders by spaces; single-word characters count as borders."""
    if not (codes == _APOSTROPHE).any():
        return
    signs = np.minimum(codes, _LAST_ASCII).astype(np.uint8)
    signs[codes >= _SINGLE_WORD] = _SPACE
    codes[signs != np.frombuffer(replace_borders(signs.tobytes()), np.uint8)] = _SPACE


def replace_borders(letters: bytes) -> bytes:
    """The letters with spaces in place of `BORDERS`; the length stays."""
    return BORDERS.sub(lambda match: b" " * len(match[0]), letters)


def _separate_single_words(row: _Row) -> None:
    """Puts a space on each side of single-word characters, and an apostrophe, dropped later, before all others."""
    borders = (row.codes >= _SINGLE_WORD) | (row.codes == _SPACE)
    row.codes &= _SINGLE_WORD - 1
    row.repeat(2)
    borders[1:] |= borders[:-1]
    row.codes[::2] = np.where(borders, _SPACE, _APOSTROPHE)


def is_kept(codes: Codes | Bytes) -> Mask:
    """False for apostrophes and for each space that follows a space."""
    left: Mask = codes != _APOSTROPHE
    left[1:] &= ~is_repeated_space(codes)
    return left


def is_repeated_space(codes: Codes | Bytes) -> Mask:
    """For each code but the first, whether it and the one before are spaces: no other two codes in use give 32."""
    doubled: Mask = (codes[1:] | codes[:-1]) == _SPACE_BYTE
    return doubled
