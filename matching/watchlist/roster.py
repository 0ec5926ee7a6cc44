"""Actors of long lists: most are an id, a name and a type, and cost no more than that until somebody asks for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import accumulate, chain
from operator import attrgetter
from typing import Literal, overload

from matching.watchlist.model import Actor, adapter_of

ActorType = Literal["person", "organisation", "vessel", "asset"]
PLAIN_FIELDS = ("id", "name", "type")
"""The fields of an actor of which nothing else is said."""

_rest = attrgetter(*(one.name for one in fields(Actor) if one.name not in PLAIN_FIELDS))
_USUAL = _rest(Actor("x", "x"))
_KINDS = {"person": ""} | {kind: f',"type":"{kind}"' for kind in ("organisation", "vessel", "asset")}
_one_a_line = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":")).encode


@dataclass(frozen=True, slots=True)
class Roster(Sequence[Actor]):
    """A sequence of actors as columns; `detailed` holds those that are not bare, by their place, ascending."""

    ids: Sequence[str]
    names: Sequence[str]
    types: Sequence[ActorType]
    detailed: Mapping[int, Actor] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Sequence[Actor]) -> Roster:
        """The actors of any sequence."""
        if isinstance(actors, Roster):
            return actors
        detailed = {number: actor for number, actor in enumerate(actors) if _rest(actor) != _USUAL}
        return cls(
            [actor.id for actor in actors], [actor.name for actor in actors], [actor.type for actor in actors], detailed
        )

    @classmethod
    def joined(cls, lists: Iterable[Roster]) -> Roster:
        """The actors of several lists, one list after the other."""
        some = [roster for roster in lists if roster]
        if len(some) == 1:
            return some[0]
        starts = accumulate(map(len, some), initial=0)
        placed = (
            (start + place, actor)
            for start, roster in zip(starts, some, strict=False)
            for place, actor in roster.detailed.items()
        )
        return cls(
            [one for roster in some for one in roster.ids],
            [one for roster in some for one in roster.names],
            [one for roster in some for one in roster.types],
            dict(placed),
        )

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Actor: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Actor]: ...
    def __getitem__(self, index: int | slice) -> Actor | Sequence[Actor]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        return self.detailed.get(number) or Actor(self.ids[number], self.names[number], self.types[number])

    @property
    def enabled(self) -> Roster:
        """The actors that take part in matching."""
        if all(actor.enabled for actor in self.detailed.values()):
            return self
        return Roster.of([actor for actor in self if actor.enabled])

    def texts(self) -> Iterator[str]:
        """All that is said of the actors."""
        return chain(self.ids, self.names, self.types, map(_json, self.detailed.values()))

    def lines(self) -> list[str]:
        """The JSON of each actor, without what is as usual."""
        quoted = _one_a_line(self.names)[1:-1].split("\n")
        columns = zip(self.ids, quoted, self.types, strict=False)
        lines = [f'{{"id":"{one}","name":{name}{_KINDS[kind]}}}' for one, name, kind in columns]
        for number, actor in self.detailed.items():
            lines[number] = _json(actor)
        return lines


def _json(actor: Actor) -> str:
    text: bytes = adapter_of(Actor).dump_json(actor, exclude_defaults=True)
    return text.decode()
