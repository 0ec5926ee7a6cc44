"""Actors of long lists as columns: most have only an id, a name and a type, and become objects on access."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import accumulate, chain
from operator import attrgetter
from typing import Literal, overload

from matching.watchlist.model import Actor, Scheme, Watchlist, adapter_of

ActorType = Literal["person", "organisation", "vessel", "asset"]
PLAIN_FIELDS = ("id", "name", "type")
"""The fields of actors in `Roster`'s columns; an actor with others is in `Roster.detailed`."""

_other_fields = attrgetter(*(one.name for one in fields(Actor) if one.name not in PLAIN_FIELDS))
_DEFAULTS = _other_fields(Actor("x", "x"))
_TYPE_JSON = {"person": ""} | {kind: f',"type":"{kind}"' for kind in ("organisation", "vessel", "asset")}
_one_a_line = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":")).encode


@dataclass(frozen=True, slots=True)
class Roster(Sequence[Actor]):
    """A sequence of actors as columns; `detailed` holds those with other fields, by index, ascending."""

    ids: Sequence[str]
    names: Sequence[str]
    types: Sequence[ActorType]
    detailed: Mapping[int, Actor] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Sequence[Actor]) -> Roster:
        """The roster of any sequence of actors."""
        if isinstance(actors, Roster):
            return actors
        detailed = {number: actor for number, actor in enumerate(actors) if _other_fields(actor) != _DEFAULTS}
        return cls(
            [actor.id for actor in actors], [actor.name for actor in actors], [actor.type for actor in actors], detailed
        )

    @classmethod
    def joined(cls, lists: Iterable[Roster]) -> Roster:
        """The concatenation of several rosters."""
        filled = [roster for roster in lists if roster]
        if len(filled) == 1:
            return filled[0]
        starts = accumulate(map(len, filled), initial=0)
        detailed = (
            (start + index, actor)
            for start, roster in zip(starts, filled, strict=False)
            for index, actor in roster.detailed.items()
        )
        return cls(
            [one for roster in filled for one in roster.ids],
            [one for roster in filled for one in roster.names],
            [one for roster in filled for one in roster.types],
            dict(detailed),
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

    def __iter__(self) -> Iterator[Actor]:
        for number, columns in enumerate(zip(self.ids, self.names, self.types, strict=True)):
            yield self.detailed.get(number) or Actor(*columns)

    @property
    def enabled(self) -> Roster:
        """The enabled actors."""
        if all(actor.enabled for actor in self.detailed.values()):
            return self
        return Roster.of([actor for actor in self if actor.enabled])

    def texts(self) -> Iterator[str]:
        """The texts that define the actors, for a hash."""
        return chain(self.ids, self.names, self.types, map(_json, self.detailed.values()))

    def lines(self) -> list[str]:
        """The JSON of each actor, without fields that have their default."""
        quoted = _one_a_line(self.names)[1:-1].split("\n")
        columns = zip(self.ids, quoted, self.types, strict=False)
        lines = [f'{{"id":"{one}","name":{name}{_TYPE_JSON[kind]}}}' for one, name, kind in columns]
        for number, actor in self.detailed.items():
            lines[number] = _json(actor)
        return lines


def ids_of(watchlist: Watchlist) -> tuple[str, ...]:
    """The ids of all entries in their order; of actors without making them."""
    return (*Roster.of(watchlist.actors).ids, *(scheme.id for scheme in watchlist.schemes))


def tags_of(watchlist: Watchlist) -> frozenset[str]:
    """The tags of all entries; actors without any are not made."""
    tagged: tuple[Actor | Scheme, ...] = (*Roster.of(watchlist.actors).detailed.values(), *watchlist.schemes)
    return frozenset(tag for entry in tagged for tag in entry.tags)


def _json(actor: Actor) -> str:
    text: bytes = adapter_of(Actor).dump_json(actor, exclude_defaults=True)
    return text.decode()
