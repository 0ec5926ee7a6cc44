"""A compiled watchlist as plain arrays: what is kept in the cache, and what the matcher looks things up in.

Nothing in it is code, and nothing is built before it is asked for: actors are kept as lines of JSON, their forms are
made anew when one of their words was met. So a list of a hundred thousand names is ready as soon as its automaton is.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TypeVar, overload

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from matching.candidates import index_pairs
from matching.entries import Actor, Watchlist
from matching.forms import Form, forms
from matching.identifiers import phrases
from matching.phrases import METHODS, Use, form_phrases
from matching.rules import compile_rules
from matching.scan import Phrase
from matching.vocabulary import probe_table

FORMAT = "watchword-index-5"
"""Raised whenever what is compiled from a list, or how it is kept, changes."""

_ACTOR, _WATCHLIST = TypeAdapter(Actor), TypeAdapter(Watchlist)
_WITH_INITIALS = 5_000  # actors up to which initials are looked for; among more they fit too many people
_REMEMBERED = 10_000  # actors and forms that are kept once made
_END = 2**32 - 1
_TEXTS = {"frame", "actors", "patterns", "words"}
_WIDE = {"probes", "pairs"}
Item = TypeVar("Item")
Numbers = npt.NDArray[np.uint32]


class Lazy(Sequence[Item]):
    """A sequence whose items are made when they are asked for."""

    def __init__(self, length: int, make: Callable[[int], Item]) -> None:
        self._length, self._make = length, lru_cache(_REMEMBERED)(make)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self._make(number) for number in range(*index.indices(self._length))]
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self._make(index)


@dataclass(frozen=True, slots=True)
class Index:
    """The arrays of a compiled watchlist.

    `frame` is the list, as JSON, with only those actors that have vetoes of their own; `actors` are the enabled ones,
    one a line. Form n is the `form_place[n]`-th of actor `form_actor[n]`. `patterns` are the scanner's and `words` the
    vocabulary's, one a line. The uses of pattern n are those from `use_start[n]` to `use_start[n + 1]`.
    `korean` lists the words of Korean names, each name ended by 2**32 - 1.
    """

    frame: bytes
    actors: bytes
    patterns: bytes
    words: bytes
    form_actor: Numbers
    form_place: Numbers
    use_start: Numbers
    use_method: Numbers
    use_number: Numbers
    identified_actor: Numbers
    identified_place: Numbers
    korean: Numbers
    alone: Numbers
    owners: Numbers
    probes: npt.NDArray[np.uint64]
    pairs: npt.NDArray[np.uint64]

    def to_bytes(self) -> bytes:
        """The arrays one after the other, each at a multiple of eight, behind a line that tells their lengths."""
        parts = [np.frombuffer(part, np.uint8) if isinstance(part, bytes) else part for part in self._parts()]
        head = json.dumps({"format": FORMAT, "lengths": [part.nbytes for part in parts]}).encode()
        return b"".join(_padded(part) for part in (head + b"\n", *(part.tobytes() for part in parts)))

    def _parts(self) -> Iterator[bytes | npt.NDArray[np.generic]]:
        return (getattr(self, one.name) for one in fields(self))

    @classmethod
    def from_bytes(cls, data: bytes) -> Index:
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
        return _WATCHLIST.validate_json(self.frame)

    def lazy_actors(self) -> Sequence[Actor]:
        """The enabled actors, in the order of the list."""
        lines = self.actors.split(b"\n") if self.actors else []
        return Lazy(len(lines), lambda number: _ACTOR.validate_json(lines[number]))

    def lazy_forms(self, actors: Sequence[Actor]) -> Sequence[Form]:
        """The forms of all actors."""

        def make(number: int) -> Form:
            actor = int(self.form_actor[number])
            return list(forms(actor, actors[actor]))[int(self.form_place[number])]

        return Lazy(len(self.form_actor), make)

    def lazy_uses(self) -> Sequence[tuple[Use, ...]]:
        """What each pattern stands for."""

        def make(pattern: int) -> tuple[Use, ...]:
            chosen = slice(int(self.use_start[pattern]), int(self.use_start[pattern + 1]))
            pairs = zip(self.use_method[chosen].tolist(), self.use_number[chosen].tolist(), strict=True)
            return tuple(Use(METHODS[method], number) for method, number in pairs)

        return Lazy(len(self.use_start) - 1, make)

    def korean_names(self) -> Iterator[tuple[int, ...]]:
        """The words of each Korean name, by number."""
        name: list[int] = []
        for number in self.korean.tolist():
            if number == _END:
                yield tuple(name)
                name = []
            else:
                name.append(number)


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % 8)


def build_index(watchlist: Watchlist) -> Index:
    """The watchlist compiled."""
    enabled = [actor for actor in watchlist.actors if actor.enabled]
    frame = replace(watchlist, actors=tuple(actor for actor in enabled if actor.none), hashes=())
    builder = _Builder(initials=len(enabled) <= _WITH_INITIALS)
    for number, actor in enumerate(enabled):
        builder.add_actor(number, actor)
    for number, atom in enumerate(compile_rules(frame).atoms):
        builder.add_phrase(Phrase.of(atom.text, open_start=atom.open_start, open_end=atom.open_end), "term", number)
    return builder.build(
        _WATCHLIST.dump_json(frame), [_ACTOR.dump_json(actor, exclude_defaults=True) for actor in enabled]
    )


class _Builder:
    """Collects what is in a list, one actor after the other."""

    def __init__(self, *, initials: bool) -> None:
        self.initials = initials
        self.numbers: dict[str, int] = {}
        self.patterns: dict[bytes, int] = {}
        self.uses = (array("I"), array("I"), array("I"))  # pattern, method, number
        self.form_actor, self.form_place = array("I"), array("I")
        self.identified_actor, self.identified_place = array("I"), array("I")
        self.named: list[tuple[int, ...]] = []
        self.korean: list[int] = []
        self.alone: set[int] = set()

    def add_actor(self, number: int, actor: Actor) -> None:
        for place, form in enumerate(forms(number, actor)):
            self._add_form(form, number, place)
        for place, identifier in enumerate(actor.identifiers):
            for text in phrases(identifier):
                self.add_phrase(Phrase.of(text), "identifier", len(self.identified_actor))
            self.identified_actor.append(number)
            self.identified_place.append(place)

    def _add_form(self, form: Form, actor: int, place: int) -> None:
        for phrase, method in form_phrases(form, initials=self.initials):
            self.add_phrase(phrase, method, len(self.form_actor))
        words = [self.numbers.setdefault(word, len(self.numbers)) for word in form.name.words]
        named = tuple(words[index] for index in form.name.named) if form.is_alphabetic else ()
        if len(named) == 1 and form.name.initials:
            self.alone.update(named)
        if form.korean:
            self.korean += [*words, _END]
        self.named.append(named)
        self.form_actor.append(actor)
        self.form_place.append(place)

    def add_phrase(self, phrase: Phrase, method: str, number: int) -> None:
        if phrase.text:
            row = (self.patterns.setdefault(phrase.pattern, len(self.patterns)), METHODS.index(method), number)
            for column, value in zip(self.uses, row, strict=True):
                column.append(value)

    def build(self, frame: bytes, actors: Iterable[bytes]) -> Index:
        words = list(self.numbers)
        pattern, method, number = (np.array(column, np.uint32) for column in self.uses)
        order = np.argsort(pattern, kind="stable")
        pairs, owners = index_pairs(self.named, words)
        korean = frozenset(self.korean) - {_END}
        return Index(
            frame=frame,
            actors=b"\n".join(actors),
            patterns=b"\n".join(self.patterns),
            words="\n".join(words).encode(),
            form_actor=np.array(self.form_actor, np.uint32),
            form_place=np.array(self.form_place, np.uint32),
            use_start=np.searchsorted(pattern[order], np.arange(len(self.patterns) + 1)).astype(np.uint32),
            use_method=method[order],
            use_number=number[order],
            identified_actor=np.array(self.identified_actor, np.uint32),
            identified_place=np.array(self.identified_place, np.uint32),
            korean=np.array(self.korean, np.uint32),
            alone=np.array(sorted(self.alone), np.uint32),
            owners=owners,
            probes=probe_table(words, korean),
            pairs=pairs,
        )
