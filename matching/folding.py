"""Text made comparable: case, accents, apostrophes, hyphens, widths and invisible characters no longer count.

The definition is `characters.fold_character`, applied to one code point after another, and the rule of apostrophes:

    Kim Kwang‑jin's  ─►  " kim kwang jin "        each word between single spaces
    Choe Ryo’ng      ─►  " choe ryong "           an apostrophe inside a word is no border,
    l’Asad           ─►  " l asad "               unless French or Italian elides an article before it
    金光进            ─►  " 金 光 进 "               Han and hiragana have no word borders: each character is a word

A text of Western letters is folded as the bytes of Latin-1, other scripts by a table of the basic plane that fills
itself with the characters that are met. A text with what neither holds, such as a ligature, an emoji or a decomposed
Korean syllable, is folded the exact way (`origins.py`), which all must equal. Where a word stood in the original is
computed there too, only for texts in which something was found.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.characters import APOSTROPHES, fold_character
from matching.origins import (
    COMPOSED_WITH_NEIGHBOURS,
    Offsets,
    Units,
    fold_exactly,
    kept,
    must_compose,
    origins,
    settle_apostrophes,
)

_SPACE, _APOSTROPHE = 32, 39
_UNITS = 0x10000
_UNKNOWN, _BEYOND = 0xFFFF, 0xFFFE  # not met yet; not for the table: noncharacters, which nothing folds to
_SURROGATES = slice(0xD800, 0xE000)

_USUAL = {sign: fold_character(sign) for sign in "’‘“”–—…µ"}
"""Signs of Western newspapers that are not in Latin-1, and the one that does not become ASCII."""
_SPELT_OUT = {letter.encode("latin-1"): fold_character(letter).encode() for letter in "æÆßþÞ"}
_FOLDED = "watchword-folded"  # the name of the codec error handler
_MAX_ODD = 0.02  # share of characters of a Western text that are folded one by one
_POSSESSIVE = re.compile(rb"'(?<!'')[sS](?= )")
_BORDER = re.compile(rb"'(?:(?=[ '])|(?<=[ ']')|(?<=[ '][dDlL]'))")  # beside a border, or behind an elided article

_TIED = re.compile(f"[{''.join(APOSTROPHES)}{COMPOSED_WITH_NEIGHBOURS}]")


class _Characters(dict[int, str]):
    """What each character becomes, filled in as they are met; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_characters = _Characters()


def _latin_table() -> tuple[bytes, bytes]:
    """What each character of Latin-1 becomes, and those that become nothing; others have been replaced."""
    folded = [fold_character(chr(code)) for code in range(256)]
    table = bytes(ord(one) if len(one) == 1 and one.isascii() else _SPACE for one in folded)
    return table, bytes(code for code, one in enumerate(folded) if not one)


_LATIN, _UNSEEN = _latin_table()
_UNEVEN = b"".join((_UNSEEN, *_SPELT_OUT))
"""The characters of Latin-1 that do not become one character."""


class _Plane:
    """What the characters of the basic plane become, filled in as they are met.

    `small` is the small letter of each; those that are words by themselves are `alone`.
    """

    def __init__(self) -> None:
        self.values = np.full(_UNITS, _UNKNOWN, np.uint16)
        self.values[_SURROGATES] = _BEYOND
        self.small = np.arange(_UNITS, dtype=np.uint16)
        self.alone = np.zeros(_UNITS, bool)

    def learn(self, units: Units) -> None:
        """Enters characters that are not yet known."""
        for unit in np.unique(units).tolist():
            folded = fold_character(chr(unit))
            single = folded.strip(" ") or folded[:1]
            self.alone[unit] = len(folded) > len(single)
            self.values[unit] = value = _BEYOND if must_compose(chr(unit)) else _value(folded)
            if value != _BEYOND and single:
                self.small[value] = ord(single.casefold())

    def look_up(self, units: Units) -> Units | None:
        """The values of these characters, None if one of them is not for the table."""
        values = self.values.take(units)
        if values.max() == _UNKNOWN:
            self.learn(units[values == _UNKNOWN])
            values = self.values.take(units)
        return None if values.max() >= _BEYOND else values


def _value(folded: str) -> int:
    """The one character that a folded character is, apart from borders beside it; 0 for none."""
    single = folded.strip(" ") or folded[:1]
    if len(single) > 1 or single > "\ufffd" or len(folded) not in {len(single), len(single) + 2}:
        return _BEYOND
    return ord(single) if single else 0


_plane = _Plane()


def _fold_latin(text: str) -> Folded | None:
    """A Western text folded, None for other texts."""
    letters = _latin(text)
    if letters is None:
        return None
    cased = _squeeze(_settle(b"  %b  " % letters.translate(_LATIN, _UNSEEN)))
    return Folded(text, cased, cased.lower())


def _latin(text: str) -> bytes | None:
    """A Western text in Latin-1, odd characters folded; None for other texts and for those with many odd ones."""
    if text.isascii():
        return text.encode()
    for sign, folded in _USUAL.items():
        text = text.replace(sign, folded)
    letters = _encoded_latin(text)
    if letters is None or letters.isascii():
        return letters
    for letter, spelt in _SPELT_OUT.items():
        letters = letters.replace(letter, spelt)
    return letters


def _encoded_latin(text: str) -> bytes | None:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError as error:
        odd = text[error.start]
    if not _characters[ord(odd)].isascii() or _share_of_odd(text) > _MAX_ODD:
        return None
    try:
        return text.encode("latin-1", _FOLDED)
    except UnicodeEncodeError:
        return None


def _share_of_odd(text: str) -> float:
    """The share of characters that are not in Latin-1."""
    return 1 - len(text.encode("latin-1", "ignore")) / len(text)


def _fold_odd(error: UnicodeError) -> tuple[str, int]:
    """What characters that are not in Latin-1 fold to, if that is ASCII. Raises the error if it is not."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    odd = error.object[error.start : error.end]
    folded = odd.translate(_characters)
    if not folded.isascii() or any(map(must_compose, odd)):
        raise error
    return folded, error.end


codecs.register_error(_FOLDED, _fold_odd)


def _settle(letters: bytes) -> bytes:
    """As `origins.settle_apostrophes`, in the bytes; those that are left stand inside words."""
    if b"'" not in letters:
        return letters
    return _BORDER.sub(b" ", _POSSESSIVE.sub(b"  ", letters))


def _squeeze(letters: bytes) -> bytes:
    """The letters without apostrophes and with every run of spaces as one, which begins and ends them."""
    codes = np.frombuffer(letters, np.uint8)
    squeezed: bytes = (codes[1:] * _is_single(codes).view(np.uint8)).tobytes()
    return b" " + squeezed.translate(None, b"\0'")


def _is_single(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """For each letter but the first, False if it is a space behind a space: no other two that are left give 32."""
    single: npt.NDArray[np.bool_] = (codes[1:] | codes[:-1]) != _SPACE
    return single


def _places(text: str) -> Offsets | None:
    """Which characters are left, two spaces before the text counted, where each is one byte of Latin-1; or None."""
    for sign, folded in _USUAL.items():
        text = text.replace(sign, folded)
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    if len(letters.translate(None, _UNEVEN)) < len(letters):
        return None
    codes = np.frombuffer(_settle(b"  %b  " % letters.translate(_LATIN)), np.uint8)
    left = _is_single(codes) & (codes[1:] != _APOSTROPHE)
    return np.append(0, left.nonzero()[0] + 1)


def _fold_plane(text: str) -> Folded | None:
    """A text of the basic plane folded, None if one of its characters is not for the table."""
    units = np.frombuffer(f"  {text}  ".encode("utf-16-le", "surrogatepass"), np.uint16)
    values = _plane.look_up(units)
    if values is None:
        return None
    alone = _plane.alone.take(units)
    if alone.any():
        values = _set_apart(values, alone)
    settle_apostrophes(values)
    letters = values[kept(values)]
    return Folded(text, _encoded(letters), _encoded(_plane.small.take(letters)))


def _set_apart(values: Units, alone: npt.NDArray[np.bool_]) -> Units:
    """The values with a space before and behind those that stand alone, and nothings before the others."""
    spaced = np.zeros((len(values), 2), np.uint16)
    spaced[:, 0] = alone * _SPACE
    spaced[1:, 0] |= spaced[:-1, 0]
    spaced[:, 1] = values
    return spaced.ravel()


def _encoded(letters: Units) -> bytes:
    return letters.tobytes().decode("utf-16-le").encode()


@dataclass(frozen=True)
class Folded:
    """A folded text: words between single spaces, one space at each end, as UTF-8.

    `cased` keeps capitals, `plain` does not; both have the same length. Words are numbered from 0.
    """

    text: str
    cased: bytes
    plain: bytes

    @cached_property
    def borders(self) -> Offsets:
        """The byte offsets of the spaces: word n stands between the n-th and the next."""
        places: Offsets = (np.frombuffer(self.plain, np.uint8) == _SPACE).nonzero()[0]
        return places

    @cached_property
    def _origins(self) -> tuple[Offsets, Offsets]:
        """Start and end in the original of each folded character."""
        places = _places(self.text)
        return origins(self.text) if places is None else (places - 2, places - 1)

    @cached_property
    def _character(self) -> Offsets:
        """The number of the character to which each byte belongs."""
        return np.cumsum((np.frombuffer(self.plain, np.uint8) & 0xC0) != 0x80) - 1

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Where the bytes from `first` to `last` (exclusive) stand in the original, and marks behind them."""
        starts, ends = self._origins
        return int(starts[self._character[first]]), self._with_marks(int(ends[self._character[last - 1]]))

    def _with_marks(self, end: int) -> int:
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    @cached_property
    def spans(self) -> tuple[list[int], list[int]]:
        """Start and end of each word in the original."""
        starts, ends = self._origins
        characters, borders = self._character, self.borders
        return starts[characters[borders[:-1] + 1]].tolist(), ends[characters[borders[1:] - 1]].tolist()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words `first` to `last` (inclusive) stand in the original."""
        starts, ends = self.spans
        return starts[first], self._with_marks(ends[last])

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(self.borders) - 1

    def cased_word(self, number: int) -> bytes:
        """The folded word with this number, in its case."""
        return self.cased[self.borders[number] + 1 : self.borders[number + 1]]

    def word(self, number: int) -> str:
        """The folded word with this number."""
        return self.plain[self.borders[number] + 1 : self.borders[number + 1]].decode()


_EMPTY = Folded("", b" ", b" ")


def fold(text: str) -> Folded:
    """The text folded; unpaired surrogates and control characters are borders."""
    if not text:
        return _EMPTY
    return _fold_latin(text) or _fold_plane(text) or _fold_exactly(text)


def _fold_exactly(text: str) -> Folded:
    letters = fold_exactly(text)
    return Folded(text, letters.encode(), letters.casefold().encode())


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or term, without capitals; by character where no neighbour matters, as in most."""
    if text.isascii() and "'" not in text and "`" not in text:
        return tuple(text.encode().translate(_LATIN).lower().decode().split())
    if not _TIED.search(text):
        return tuple(text.translate(_characters).casefold().split())
    return tuple(fold(text).plain.decode().split())
