"""Text made comparable: case, accents, apostrophes, hyphens, widths and invisible characters no longer count.

The definition is `fold_character`, applied to one code point after another, and the rule of apostrophes:

    Kim Kwang‑jin's  ─►  " kim kwang jin "        each word between single spaces
    Choe Ryo’ng      ─►  " choe ryong "           an apostrophe inside a word is no border,
    l’Asad           ─►  " l asad "               unless French or Italian elides an article before it
    金光进            ─►  " 金 光 进 "               Han and hiragana have no word borders: each character is a word

It is computed for a whole text at once on an array of code points, over a table that fills itself with the characters
that are met. Where a word stood in the original is computed only for texts in which something was found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from typing import Literal

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32] | npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.intp]

_DROPPED, _SPACE, _APOSTROPHE = 0, 32, 39
_CODE_POINTS = 0x110000
_TO_COMPOSE = 0x300000  # stands for a character that must be composed with its neighbour first
_UNKNOWN = 0xFFFFFFFF  # not met yet

_POSSESSIVE = 1
_S, _D_OR_L, _BESIDE = frozenset(b"sS"), frozenset(b"dDlL"), frozenset({_SPACE, _APOSTROPHE})
_AROUND = np.array([-2, -1, 1, 2])
_APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽʾʿˈ＇ʹ՚׳ߴߵ‵")
_MERGED = {  # letters whose difference is one of alphabet or keyboard, which Unicode does not decompose
    **dict(zip("øØłŁđĐðÐħĦŧŦıŋŊəƏɨʉ", "oOlLdDdDhHtTinNaAiu", strict=True)),
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "þ": "th",
    "Þ": "Th",
    "ß": "ss",
    "ẞ": "Ss",
    **dict(zip("ىیېئکڪگهةۀؤۃـ", ["ي", "ي", "ي", "ي", "ك", "ك", "ك", "ه", "ه", "ه", "و", "ه", ""], strict=True)),
    "ς": "σ",
}
_UNCOMPOSED = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a\uff9e\uff9f]")
_COMPOSED = re.compile(
    "[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]"
)


def fold_character(character: str) -> str:
    """What one code point becomes: letters in their case, a space for a word border, or nothing; the apostrophe stays.

    Superscript and circled numbers are borders: in news they are footnotes.
    """
    if character in _APOSTROPHES:
        return "'"
    if (merged := _MERGED.get(character)) is not None:
        return merged
    if unicodedata.category(character) in {"No", "Cs"}:
        return " "
    if "가" <= character <= "힣":
        return character
    kana = unicodedata.normalize("NFKC", character)
    form: Literal["NFC", "NFKD"] = (
        "NFC" if "\u3040" <= kana <= "\u30ff" else "NFKD"
    )  # a voicing mark makes another letter, not an accent
    folded = "".join(map(_fold_part, unicodedata.normalize(form, kana)))
    if folded.isspace():
        return " "
    return f" {folded} " if _is_a_word_by_itself(folded) else folded


def _fold_part(character: str) -> str:
    """A decomposed character without its marks; vowel signs of Indian scripts, which combine with nothing, stay."""
    category = unicodedata.category(character)
    if category == "Cf" or unicodedata.combining(character) or "\ufe00" <= character <= "\ufe0f":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category[0] not in "LNM":
        return " "
    merged = _MERGED.get(character, character)
    return merged if len(merged.casefold()) == len(merged) else merged.casefold()


def _is_a_word_by_itself(character: str) -> bool:
    """True for Han ideographs and hiragana, which are written without spaces."""
    return len(character) == 1 and (
        "぀" <= character <= "ゟ"
        or "㐀" <= character <= "䶿"
        or "一" <= character <= "鿿"
        or "豈" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


class _Table:
    """What each code point becomes, filled in as characters are met.

    A value below `_CODE_POINTS` is the one character it becomes (0 for none); one above names a stretch of `pool`.
    """

    def __init__(self) -> None:
        self.values = np.full(_CODE_POINTS, _UNKNOWN, np.uint32)
        self.pool = np.zeros(0, np.uint32)
        self.starts: list[int] = []
        self.lengths: list[int] = []
        self.learn(np.arange(128, dtype=np.uint32))
        self.ascii = self.values[:128].astype(np.uint8).tobytes() + bytes(128)

    def learn(self, codes: Codes) -> None:
        """Enters the characters that are not yet known."""
        stretches: list[Codes] = []
        for code in np.unique(codes).tolist():
            if self.values[code] != _UNKNOWN:
                continue
            character = chr(code)
            folded = fold_character(character)
            if _UNCOMPOSED.match(character):
                self.values[code] = _TO_COMPOSE
            elif len(folded) <= 1:
                self.values[code] = ord(folded) if folded else _DROPPED
            else:
                self.values[code] = _CODE_POINTS + len(self.starts)
                self.starts.append(len(self.pool) + sum(map(len, stretches)))
                self.lengths.append(len(folded))
                stretches.append(np.array(list(map(ord, folded)), np.uint32))
        self.pool = np.concatenate((self.pool, *stretches))

    def look_up(self, codes: Codes) -> npt.NDArray[np.uint32]:
        """The values of these code points."""
        values = self.values[codes]
        if values.size and values.max() == _UNKNOWN:
            self.learn(codes[values == _UNKNOWN])
            values = self.values[codes]
        return values

    def expand(self, values: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32], Offsets]:
        """The values with every named stretch written out, and how many codes came of each value."""
        wide = (values >= _CODE_POINTS).nonzero()[0]
        names = values[wide] - _CODE_POINTS
        lengths = np.ones(len(values), np.intp)
        lengths[wide] = long = np.array(self.lengths)[names]
        codes: npt.NDArray[np.uint32] = np.repeat(values, lengths)
        ends = np.cumsum(long)
        within = np.arange(ends[-1]) - np.repeat(ends - long, long)
        moved = wide + ends - long - np.arange(len(wide))
        codes[np.repeat(moved, long) + within] = self.pool[np.repeat(np.array(self.starts)[names], long) + within]
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
    codes: Codes = np.frombuffer(f"  {text}  ".encode("utf-32-le", "surrogatepass"), np.uint32)
    beyond = (codes > 127).nonzero()[0]
    values = _table.look_up(codes[beyond])
    top = int(values.max()) if values.size else 0
    if top <= 127 and values.all():
        return _align_latin(codes, beyond, values)
    values, lengths = _table.look_up(codes), None
    top = int(values.max())
    if top == _TO_COMPOSE:
        return _align_composed(text)
    if top >= _CODE_POINTS:
        values, lengths = _table.expand(values)
    _settle_apostrophes(values)
    return _Aligned(values, lengths)


def _align_latin(codes: Codes, beyond: Offsets, values: Codes) -> _Aligned:
    """As `_align`, for text whose characters all become one of ASCII; `values` are those of the ones `beyond` it."""
    plain = np.frombuffer(bytearray(codes.astype(np.uint8).tobytes().translate(_table.ascii)), np.uint8)
    plain[beyond] = values
    _settle_apostrophes(plain)
    return _Aligned(plain)


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


def _settle_apostrophes(codes: Codes) -> None:
    """In place: a possessive 's is cut off, an elided d' or l' is a word, any other inside a word is nothing.

    Characters that do not show stand between no two others.
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


def _keep(codes: Codes) -> Offsets:
    """The indexes of the codes that are left when nothings are dropped and runs of spaces are one."""
    left: Offsets = codes.nonzero()[0]
    spaces = codes[left] == _SPACE
    doubled = np.zeros(len(left), bool)
    doubled[1:] = spaces[1:] & spaces[:-1]
    return left[~doubled]


def _squeeze(codes: Codes) -> bytes:
    """What `_keep` leaves of Latin text, in which a nothing only stands between two letters."""
    spaces = codes == _SPACE
    np.putmask(codes[1:], spaces[1:] & spaces[:-1], _DROPPED)
    return codes.tobytes().translate(None, b"\0")


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
        aligned = _align(self.text)
        kept = _keep(aligned.codes)
        return aligned.stretch(kept, kept)

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
    codes = _align(text).codes
    if codes.dtype == np.uint8:
        cased = _squeeze(codes)
        return Folded(text, cased, cased.lower())
    letters = codes[_keep(codes)].tobytes().decode("utf-32-le", "replace")
    return Folded(text, letters.encode(), letters.casefold().encode())


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or term, without capitals."""
    if text.isascii() and "'" not in text and "`" not in text:  # most names, and a list has many
        return tuple(text.encode().translate(_table.ascii).lower().decode().split())
    return tuple(fold(text).plain.decode().split())
