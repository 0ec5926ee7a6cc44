"""A compiled watchlist as plain arrays: what the cache keeps, and what the matcher looks up.

It holds no code, and actors and name variants are built on demand: actors are kept as lines of JSON, their variants are
made again when one of their words is found. So a list of a hundred thousand names is ready as soon as its automaton is.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from core.source_digest import source_digest
from matching.index.arrays import Hashes, KeyRows, Numbers, Pairs
from matching.index.phrases import METHODS, PatternTarget
from matching.index.variants.name_variant import NameVariant
from matching.index.variants.name_variants import name_variants
from matching.names.romanisations import ROMANISATIONS, Romanisation
from matching.watchlist.lazy_sequence import LazySequence
from matching.watchlist.model import Actor, Watchlist, adapter_of

_COMPILED_BY = (
    "core.letters",
    "matching.index",
    "matching.names",
    "matching.rules",
    "matching.tables",
    "matching.text",
)
_READ_BY = ("core.config", "matching.watchlist")

END = 2**32 - 1
"""The end of a romanised name, and the actor of patterns that belong to none."""
_TEXTS = {"watchlist_head", "actors", "patterns", "words"}
_WIDE = {"key_table", "pairs", "head_keys", "first_word_keys"}


@dataclass(frozen=True, slots=True)
class WatchlistIndex:
    """The arrays of a compiled watchlist.

    `watchlist_head` is the list, as JSON, with only those actors that have exclusions; `actors` are the enabled ones,
    as JSON, one a line. `patterns` are the scanner's and `words` the vocabulary's, one a line.

    Name variant n is the `variant_place[n]`-th of actor `variant_actor[n]`, and identifier n the
    `identifier_place[n]`-th of actor `identifier_actor[n]`. The targets of pattern n are in `target_method` and
    `target_number` from `target_start[n]` to `target_start[n + 1]`. The identifying words of variant n, by number, are
    in `named` from `named_start[n]` to `named_start[n + 1]`.

    `romanised` lists the names that are romanised in several ways: the number of the romanisation, the words of the
    name, and `END`. `alone` are the words that identify a name
    alone, beside initials. `pairs` are ascending pairs of words, `owners` the variant of each (`word_pairs.py`).
    `head_keys`, `head_phrases` and `first_word_keys` are those of `rolling_hash.PhraseHeads`.
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
    romanised: Numbers
    alone: Numbers
    owners: Numbers
    head_phrases: Numbers
    head_keys: Hashes
    first_word_keys: Hashes
    key_table: KeyRows
    pairs: Pairs

    def to_bytes(self) -> bytes:
        """A line of JSON with the lengths of the arrays in bytes, then the arrays, each padded to a multiple of 8."""
        parts = [part if isinstance(part, bytes) else part.tobytes() for part in self._parts()]
        body = b"".join(map(_padded, parts))
        return _padded(_head(list(map(len, parts)), body)) + body

    def _parts(self) -> Iterator[bytes | npt.NDArray[np.generic]]:
        return (getattr(self, field.name) for field in fields(self))

    @classmethod
    def from_bytes(cls, data: bytes) -> WatchlistIndex:
        """The index that `to_bytes` wrote. Raises ValueError if the bytes are of another format or damaged."""
        end = data.find(b"\n") + 1
        position = end + -end % 8
        lengths = _lengths(data[:end])
        if data[:end] != _head(lengths, memoryview(data)[position:]):
            raise ValueError("not an index of this format, or damaged")
        parts: dict[str, bytes | npt.NDArray[np.generic]] = {}
        for name, length in zip([field.name for field in fields(cls)], lengths, strict=True):
            part = data[position : position + length]
            parts[name] = part if name in _TEXTS else np.frombuffer(part, np.uint64 if name in _WIDE else np.uint32)
            position += length + -length % 8
        return cls(**parts)  # type: ignore[arg-type] # the kinds follow from the names

    @property
    def watchlist(self) -> Watchlist:
        """The list without the actors that have no exclusions."""
        watchlist: Watchlist = adapter_of(Watchlist).validate_json(self.watchlist_head)
        return watchlist

    def lazy_actors(self) -> Sequence[Actor]:
        """The enabled actors, in the order of the list."""
        lines = self.actors.split(b"\n") if self.actors else []
        return LazySequence(len(lines), lambda number: adapter_of(Actor).validate_json(lines[number]))

    def lazy_variants(self, actors: Sequence[Actor]) -> Sequence[NameVariant]:
        """The name variants of all actors."""
        family_alone = self.watchlist.defaults.family_name_alone

        def make(number: int) -> NameVariant:
            actor = int(self.variant_actor[number])
            variants = name_variants(actor, actors[actor], family_alone=family_alone)
            return list(variants)[int(self.variant_place[number])]

        return LazySequence(len(self.variant_actor), make)

    def lazy_pattern_targets(self) -> Sequence[tuple[PatternTarget, ...]]:
        """The targets of each pattern."""

        def make(pattern: int) -> tuple[PatternTarget, ...]:
            chosen = slice(int(self.target_start[pattern]), int(self.target_start[pattern + 1]))
            pairs = zip(self.target_method[chosen].tolist(), self.target_number[chosen].tolist(), strict=True)
            return tuple(PatternTarget(METHODS[method], number) for method, number in pairs)

        return LazySequence(len(self.target_start) - 1, make)

    def romanised_names(self) -> Iterator[tuple[Romanisation, tuple[int, ...]]]:
        """The names that are romanised in several ways: in which language, and their words by number."""
        name: list[int] = []
        for number in self.romanised.tolist():
            if number == END:
                yield ROMANISATIONS[name[0]], tuple(name[1:])
                name = []
            else:
                name.append(number)


def index_format() -> str:
    """What names the way in which lists are compiled and kept: another one for any other source code of it."""
    return f"watchword-index-{source_digest(*_COMPILED_BY, *_READ_BY)}"


def _head(lengths: Sequence[int], body: bytes | memoryview) -> bytes:
    checksum = zlib.crc32(body, zlib.crc32(json.dumps(lengths).encode()))
    return json.dumps({"format": index_format(), "lengths": lengths, "crc32": checksum}).encode() + b"\n"


def _lengths(head: bytes) -> list[int]:
    """The lengths that the head of an index names. Raises ValueError if it is none."""
    match json.loads(head or b"{}"):
        case {"lengths": list(lengths)} if all(isinstance(one, int) for one in lengths):
            return lengths
    raise ValueError("not an index")


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % 8)
