"""A compiled watchlist as plain arrays: what is kept in the cache, and what the matcher looks things up in.

Nothing in it is code, and nothing is built before it is asked for: actors are kept as lines of JSON, their forms are
made anew when one of their words was met. So a list of a hundred thousand names is ready as soon as its automaton is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from matching.index.name_variants import NameVariant, name_variants
from matching.index.phrases import METHODS, PatternTarget
from matching.watchlist.lazy import Lazy
from matching.watchlist.model import Actor, Watchlist, adapter_of

FORMAT = "watchword-index-12"
"""Raised whenever what is compiled from a list, or how it is kept, changes."""

END = 2**32 - 1
_TEXTS = {"watchlist_head", "actors", "patterns", "words"}
_WIDE = {"key_table", "pairs", "head_keys", "first_word_keys"}
Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class WatchlistIndex:
    """The arrays of a compiled watchlist.

    `watchlist_head` is the list, as JSON, with only those actors that have vetoes of their own; `actors` are the
    enabled ones, one a line. Name variant n is the `variant_place[n]`-th of actor `variant_actor[n]`. `patterns` are
    the scanner's and `words` the vocabulary's, one a line. The targets of pattern n are those from `target_start[n]` to
    `target_start[n + 1]`. The identifying words of variant n, by number, are those of `named` from `named_start[n]` to
    `named_start[n + 1]`.
    `head_keys` and `first_word_keys` are of patterns found by checksums, `head_phrases` their numbers (`rolling_hash.py`).
    `korean` lists the words of Korean names, each name ended by 2**32 - 1.
    """

    watchlist_head: bytes
    actors: bytes
    patterns: bytes
    words: bytes
    variant_actor: Numbers
    variant_place: Numbers
    target_start: Numbers
    target_method: Numbers
    target_number: Numbers
    identifier_actor: Numbers
    identifier_place: Numbers
    named: Numbers
    named_start: Numbers
    korean: Numbers
    alone: Numbers
    owners: Numbers
    head_phrases: Numbers
    head_keys: npt.NDArray[np.uint64]
    first_word_keys: npt.NDArray[np.uint64]
    key_table: npt.NDArray[np.uint64]
    pairs: npt.NDArray[np.uint64]

    def to_bytes(self) -> bytes:
        """The arrays one after the other, each at a multiple of eight, behind a line that tells their lengths."""
        parts = [np.frombuffer(part, np.uint8) if isinstance(part, bytes) else part for part in self._parts()]
        head = json.dumps({"format": FORMAT, "lengths": [part.nbytes for part in parts]}).encode()
        return b"".join(_padded(part) for part in (head + b"\n", *(part.tobytes() for part in parts)))

    def _parts(self) -> Iterator[bytes | npt.NDArray[np.generic]]:
        return (getattr(self, one.name) for one in fields(self))

    @classmethod
    def from_bytes(cls, data: bytes) -> WatchlistIndex:
        """The index that was kept. Raises ValueError if the bytes are of another format or damaged."""
        end = data.find(b"\n") + 1
        head = json.loads(data[:end] or b"{}")
        names = [one.name for one in fields(cls)]
        if head.get("format") != FORMAT or len(head["lengths"]) != len(names):
            raise ValueError("not an index of this format")
        parts: dict[str, bytes | npt.NDArray[np.generic]] = {}
        position = end + -end % 8
        for name, length in zip(names, head["lengths"], strict=True):
            part = data[position : position + length]
            if len(part) != length:
                raise ValueError("the index is cut off")
            parts[name] = part if name in _TEXTS else np.frombuffer(part, np.uint64 if name in _WIDE else np.uint32)
            position += length + -length % 8
        return cls(**parts)  # type: ignore[arg-type] # the kinds follow from the names

    @property
    def watchlist(self) -> Watchlist:
        """The list without the actors that have no vetoes of their own."""
        watchlist: Watchlist = adapter_of(Watchlist).validate_json(self.watchlist_head)
        return watchlist

    def lazy_actors(self) -> Sequence[Actor]:
        """The enabled actors, in the order of the list."""
        lines = self.actors.split(b"\n") if self.actors else []
        return Lazy(len(lines), lambda number: adapter_of(Actor).validate_json(lines[number]))

    def lazy_variants(self, actors: Sequence[Actor]) -> Sequence[NameVariant]:
        """The forms of all actors."""

        def make(number: int) -> NameVariant:
            actor = int(self.variant_actor[number])
            return list(name_variants(actor, actors[actor]))[int(self.variant_place[number])]

        return Lazy(len(self.variant_actor), make)

    def lazy_pattern_targets(self) -> Sequence[tuple[PatternTarget, ...]]:
        """What each pattern stands for."""

        def make(pattern: int) -> tuple[PatternTarget, ...]:
            chosen = slice(int(self.target_start[pattern]), int(self.target_start[pattern + 1]))
            pairs = zip(self.target_method[chosen].tolist(), self.target_number[chosen].tolist(), strict=True)
            return tuple(PatternTarget(METHODS[method], number) for method, number in pairs)

        return Lazy(len(self.target_start) - 1, make)

    def korean_names(self) -> Iterator[tuple[int, ...]]:
        """The words of each Korean name, by number."""
        name: list[int] = []
        for number in self.korean.tolist():
            if number == END:
                yield tuple(name)
                name = []
            else:
                name.append(number)


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % 8)
