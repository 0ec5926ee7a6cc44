"""Folding: text without differences of case, accents, apostrophes, hyphens, width and invisible characters.

The definition is `characters.fold_character`, applied to each code point, and the rule for apostrophes:

    Kim Kwang‑jin's  ─►  " kim kwang jin "        each word between single spaces
    Choe Ryo’ng      ─►  " choe ryong "           an apostrophe inside a word is no border,
    l’Asad           ─►  " l asad "               unless it ends an elided article (French, Italian)
    金光进            ─►  " 金 光 进 "               Han and hiragana have no word borders: each character is a word

Text in Western letters is folded as ASCII bytes, other text by code points (`offsets.py`); both give the same result.
The offsets of words in the original are computed only for texts in which something was found.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lazy_property import lazy_property
from matching.text.characters import APOSTROPHES, fold_character
from matching.text.offsets import (
    BORDERS,
    COMPOSED_WITH_NEIGHBOURS,
    Bytes,
    Codes,
    Offsets,
    code_points,
    fold_codes,
    is_kept,
    is_repeated_space,
    must_compose,
    original_offsets,
    replace_borders,
    text_of,
)

_SPACE = 32
_DROPPED = b"!'"  # doubled spaces and apostrophes
_CODE_POINTS = 0x110000
_UNKNOWN, _FOREIGN = 255, 254  # not seen yet; folds to letters beyond ASCII
_ASCII = bytes(range(128))
_FOLDED_ASCII = "".join(map(fold_character, _ASCII.decode())).encode().ljust(256)  # one byte for each character

_CONTEXTUAL = re.compile(f"[{''.join(APOSTROPHES)}{COMPOSED_WITH_NEIGHBOURS}]")


class _Characters(dict[int, str]):
    """A table for `str.translate`, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_characters = _Characters()
_lines = _Characters({ord("\n"): "\n"})


class _Western:
    """The folded character as one byte, filled as characters are met: a letter, a space or an apostrophe.

    A character that folds to several letters, or to none, gets a byte beyond ASCII while there are any left; `spelt`
    holds its letters.
    """

    def __init__(self) -> None:
        self.values = np.full(_CODE_POINTS, _UNKNOWN, np.uint8)
        self.signs: dict[str, int] = {}
        self.spelt: dict[int, bytes] = {}
        self._unused = iter(range(len(_ASCII), _FOREIGN))

    def look_up(self, codes: Codes) -> bytes | None:
        """The bytes of these code points, None if one is of another script."""
        values = self.values.take(codes, mode="wrap").tobytes()  # all are in the table, and this does not check
        if values.isascii():
            return values
        if _UNKNOWN in values:
            for code in np.unique(codes[np.frombuffer(values, np.uint8) == _UNKNOWN]).tolist():
                self.values[code] = self._value(chr(code))
            return self.look_up(codes)
        return None if _FOREIGN in values else values

    def _value(self, character: str) -> int:
        folded = fold_character(character)
        if not folded.isascii() or must_compose(character):
            return _FOREIGN
        if len(folded) == 1:
            return ord(folded)
        if folded not in self.signs:
            sign = next(self._unused, _FOREIGN)
            self.spelt[sign] = folded.encode()
            self.signs[folded] = sign
        return self.signs[folded]

    def spell_out(self, values: bytes) -> bytes:
        """The bytes with letters in place of those beyond ASCII."""
        for sign in set(values.translate(None, _ASCII)):
            values = values.replace(bytes([sign]), self.spelt[sign])
        return values


_western = _Western()


@dataclass
class Folded:
    """A folded text: words between single spaces, one space at each end, as UTF-8.

    `plain` is in small letters, `cased` as long and in its case. `cased_with_signs` still has the doubled spaces (as
    "!") and the apostrophes that both lack. `one_to_one` has the folded byte of each character of `text`, between two
    spaces at each end, where all fold to one. Words are numbered from 0.
    """

    text: str
    plain: bytes
    cased: bytes
    cased_with_signs: bytes
    one_to_one: bytes | None = None

    @lazy_property
    def borders(self) -> Offsets:
        """The byte offsets of the spaces: word n is between the n-th and the next."""
        places: Offsets = (np.frombuffer(self.plain, np.uint8) == _SPACE).nonzero()[0]
        return places

    @lazy_property
    def edges(self) -> memoryview:
        """The `borders`, for single look-ups, which take a fraction of the time in a memoryview."""
        return self.borders.data

    @lazy_property
    def _span_edges(self) -> tuple[memoryview, memoryview]:
        starts, ends = self.spans
        return starts.data, ends.data

    @lazy_property
    def _with_borders(self) -> Bytes | None:
        """The bytes that are one to one, with spaces for the apostrophes that are borders."""
        return None if self.one_to_one is None else np.frombuffer(replace_borders(self.one_to_one), np.uint8)

    @lazy_property
    def _original_offsets(self) -> tuple[Offsets, Offsets]:
        """Start and end of each folded character in the original, in code points."""
        if self._with_borders is None:
            return original_offsets(self.text)
        places = is_kept(self._with_borders).nonzero()[0]
        return places - 2, places - 1

    @lazy_property
    def _character(self) -> Offsets:
        """The number of the folded character of each byte."""
        if self.plain.isascii():
            return np.arange(len(self.plain))
        return np.cumsum((np.frombuffer(self.plain, np.uint8) & 0xC0) != 0x80) - 1

    def original_span(self, first: int, last: int) -> tuple[int, int]:
        """Start and end in the original, in code points, of the bytes `[first, last)`, with combining marks behind."""
        if self.plain[first - 1] == self.plain[last] == _SPACE:
            edges = self.edges
            return self.span(bisect_left(edges, first) - 1, bisect_left(edges, last) - 1)
        starts, ends = self._original_offsets
        return int(starts[self._character[first]]), self._with_combining(int(ends[self._character[last - 1]]))

    def _with_combining(self, end: int) -> int:
        while not self.text[end : end + 1].isascii() and unicodedata.combining(self.text[end]):
            end += 1
        return end

    @lazy_property
    def spans(self) -> tuple[Offsets, Offsets]:
        """Start and end of each word in the original, in code points."""
        if self._with_borders is not None:
            within = self._with_borders != _SPACE
            turns = (within[2:] != within[1:-1]).nonzero()[0]  # the text is between two spaces at each end
            return turns[::2], turns[1::2]
        starts, ends = self._original_offsets
        characters, borders = self._character, self.borders
        return starts[characters[borders[:-1] + 1]], ends[characters[borders[1:] - 1]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Start and end in the original, in code points, of the words `first` to `last` (inclusive)."""
        starts, ends = self._span_edges
        return starts[first], self._with_combining(ends[last])

    def gap(self, word: int) -> tuple[int, int]:
        """End of a word and start of the next in the original; combining marks behind the word are in between."""
        starts, ends = self._span_edges
        return ends[word], starts[word + 1]

    @lazy_property
    def count(self) -> int:
        """The number of words."""
        return len(self.borders) - 1

    def cased_word(self, number: int) -> bytes:
        """The folded word with this number, in its case."""
        return self.cased[self.edges[number] + 1 : self.edges[number + 1]]

    def word(self, number: int) -> str:
        """The folded word with this number."""
        return self.plain[self.edges[number] + 1 : self.edges[number + 1]].decode()

    def two_words(self, first: int) -> bytes:
        """The folded word with this number and the next, as one."""
        edges = self.edges
        return self.plain[edges[first] + 1 : edges[first + 1]] + self.plain[edges[first + 1] + 1 : edges[first + 2]]


_EMPTY = Folded("", b" ", b" ", b" ")


def fold(text: str) -> Folded:
    """The folded text; unpaired surrogates and control characters become borders."""
    if not text:
        return _EMPTY
    if text.isascii():
        return _fold_western(text, f"  {text}  ".encode().translate(_FOLDED_ASCII))
    codes = code_points(text)
    values = _western.look_up(codes)
    if values is not None:
        return _fold_western(text, values)
    cased, plain = (text_of(one).encode() for one in fold_codes(codes))
    return Folded(text, plain, cased, cased)


def _fold_western(text: str, values: bytes) -> Folded:
    one_to_one = values if values.isascii() else None
    letters = one_to_one or _western.spell_out(values)
    codes = np.frombuffer(BORDERS.sub(b" ", letters), np.uint8)
    row = codes[1:] ^ is_repeated_space(codes).view(np.uint8)  # makes "!" of a doubled space
    row[0] = _SPACE
    cased_with_signs = row.tobytes()
    cased = cased_with_signs.translate(None, _DROPPED)
    small = cased.lower()  # which takes less time than to drop the signs once more
    return Folded(text, small, cased, cased_with_signs, one_to_one)


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or term, in small letters.

    Most texts are folded by character, which is faster; only apostrophes and characters that compose with their
    neighbours need the whole text.
    """
    if text.isascii() and "'" not in text and "`" not in text:
        return tuple(text.encode().translate(_FOLDED_ASCII).lower().decode().split())
    if not _CONTEXTUAL.search(text):
        return tuple(text.translate(_characters).casefold().split())
    return tuple(fold(text).plain.decode().split())


def fold_all(texts: Sequence[str]) -> list[str]:
    """The folded words of each text, joined by spaces; faster than `fold_words` for many. No text has a line break."""
    folded = "\n".join(texts).translate(_lines).casefold().split("\n")
    for number, text in enumerate(texts):
        if _CONTEXTUAL.search(text):
            folded[number] = " ".join(fold_words(text))
    return folded
