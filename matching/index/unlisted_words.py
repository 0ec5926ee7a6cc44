"""The words that are known to be like no listed word, nine in ten of a text, left out in one pass for all of them.

A word of up to sixteen bytes is its first eight and its last eight bytes, which are two numbers, with its length. What
is kept of it is one number made of these, in the slot that its upper bits select; another word of that slot takes its
place.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence

import numpy as np

from matching.index.arrays import Hashes, Places

_WINDOW = 8  # bytes of a number
_LONGEST = 2 * _WINDOW
_SPACE = ord(" ")
_PADDING = b" " * _WINDOW
_TOGETHER = 100  # words, as entering those of each article would be a fiftieth of its first reading
_BITS = 17  # of a slot: a megabyte of numbers
_SHIFT = np.uint64(64 - _BITS)
_FACTOR = np.uint64(secrets.randbits(64) | 1)  # else a page could have words that hide a listed one
_HALF = np.uint64(32)
_FOR_LENGTH = np.uint64(0xD6E8FEB86659FD93)
_LENGTHS = np.arange(-1, _LONGEST + 2)  # by the bytes from border to border; longer words count as the last
_CUT = (8 * (_WINDOW - np.clip(_LENGTHS, 1, _WINDOW))).astype(np.uint64)
"""Bits of a window that belong to a neighbour, by length."""
_BY_LENGTH = _LENGTHS.astype(np.uint64) * _FOR_LENGTH


class UnlistedWords:
    """Remembers words, folded and in their case, that are no listed words. Each can be forgotten at any time."""

    def __init__(self, together: int = _TOGETHER) -> None:
        """`together` words are entered at once."""
        self._kept = np.zeros(1 << _BITS, np.uint64)
        self._new: list[bytes] = []  # not entered yet
        self._together = together

    def learn(self, words: Iterable[bytes]) -> None:
        """Remembers those of these words that are short and in Latin letters, once they are enough."""
        self._new += words
        if len(self._new) >= self._together:
            self._enter([word for word in self._new if 0 < len(word) <= _LONGEST and word.isascii()])
            self._new = []

    def _enter(self, words: Sequence[bytes]) -> None:
        if words:
            text = b" %b " % b" ".join(words)
            borders = (np.frombuffer(text, np.uint8) == _SPACE).nonzero()[0]
            hashes = _hashes(text, borders[:-1], borders[1:])
            self._kept[_slots(hashes)] = hashes

    def others(self, cased: bytes, starts: Places, ends: Places) -> Places:
        """Which of the words between these borders of a folded text are not remembered, by place, ascending."""
        hashes = _hashes(cased, starts, ends)
        others: Places = (self._kept.take(_slots(hashes)) != hashes).nonzero()[0]
        return others


def _hashes(cased: bytes, starts: Places, ends: Places) -> Hashes:
    """A number for each word between two borders, which two words share only by an accident of 64 bits."""
    padded = b"%b%b%b" % (_PADDING, cased, _PADDING)
    windows = np.ndarray(len(cased) + _WINDOW, np.dtype("<u8"), padded, 0, (1,))  # from each byte on
    lengths = ends - starts
    cut = _CUT.take(lengths, mode="clip")
    hashes = windows[_WINDOW + 1 :][starts]  # `take` would copy all windows
    hashes <<= cut
    hashes *= _FACTOR
    hashes ^= hashes >> _HALF  # without it, a few words that differ in two letters would share a number
    last = windows[ends]
    last >>= cut
    hashes += last
    hashes *= _FACTOR
    hashes += _BY_LENGTH.take(lengths, mode="clip")
    return hashes


def _slots(hashes: Hashes) -> Places:
    return (hashes >> _SHIFT).view(np.int64)
