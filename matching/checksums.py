"""CRC-32 of many texts at once, and of what is left of each when one letter is dropped.

A CRC is linear: the checksum of two parts is that of the first, carried over as many zeros as the second is long, xor
that of the second (Mark Adler's `crc32_combine` in zlib). So a dropped letter changes a text's checksum by what the
beginnings before and behind it differ in, carried over the rest; nothing has to be read twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Sums = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
_ALL, _BYTE, _EIGHT = np.uint32(0xFFFFFFFF), np.uint32(0xFF), np.uint32(8)
_BREAK = 10


def _table() -> Sums:
    """What each byte adds (the table of RFC 1952)."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, table >> np.uint32(1) ^ np.uint32(0xEDB88320), table >> np.uint32(1))
    return table


_TABLE = _table()


class _Lines(NamedTuple):
    """Texts as bytes, one a line: text n stands from `starts[n]` to `ends[n]`; `sums[i]` is of its bytes before i."""

    data: npt.NDArray[np.uint8]
    starts: Places
    ends: Places
    sums: Sums


def checksums(texts: Sequence[str]) -> Sums:
    """The CRC-32 of each text in UTF-8; the texts have no line breaks."""
    lines = _lines(texts)
    return lines.sums[lines.ends]


def checksums_without_a_letter(texts: Sequence[str]) -> tuple[Sums, Places]:
    """The CRC-32 of every text without one of its letters, for each letter, and which text that was."""
    lines = _lines(texts)
    borders = np.append(((lines.data & 0xC0) != 0x80).nonzero()[0], len(lines.data))
    letters = lines.data[borders[:-1]] != _BREAK
    before, behind = borders[:-1][letters], borders[1:][letters]
    owners = lines.starts.searchsorted(before, "right") - 1
    ends = lines.ends[owners]
    changes = _carried(lines.sums[before] ^ lines.sums[behind], ends - behind)
    return lines.sums[ends] ^ changes, owners


def _lines(texts: Sequence[str]) -> _Lines:
    data = np.frombuffer("\n".join(texts).encode(), np.uint8)
    breaks = (data == _BREAK).nonzero()[0]
    starts, ends = (np.concatenate(parts) for parts in (([0], breaks + 1), (breaks, [len(data)])))
    sums = np.zeros(len(data) + 1, np.uint32)
    places, left = starts, ends - starts
    while (going := left > 0).any():
        places, left = places[going], left[going]
        state = sums[places] ^ _ALL
        sums[places + 1] = _step(state ^ data[places], state) ^ _ALL
        places, left = places + 1, left - 1
    return _Lines(data, starts, ends, sums)


def _carried(sums: Sums, zeros: Places) -> Sums:
    """Each sum carried over so many zero bytes."""
    places = zeros.nonzero()[0]
    done = 0
    while places.size:
        sums[places] = _step(sums[places], sums[places])
        done += 1
        places = places[zeros[places] > done]
    return sums


def _step(low: Sums, state: Sums) -> Sums:
    stepped: Sums = _TABLE[low & _BYTE] ^ state >> _EIGHT
    return stepped
