"""Actors of long lists: most are an id, a name and a type, and cost no more than that until somebody asks for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import accumulate
from operator import attrgetter
from typing import Literal, NamedTuple, overload

from matching.entries import Actor, adapter_of

ActorType = Literal["person", "organisation", "vessel", "asset"]
_quoted = json.JSONEncoder(ensure_ascii=False).encode


class Bare(NamedTuple):
    """An actor of which nothing else is said."""

    id: str
    name: str
    type: ActorType = "person"

    def actor(self) -> Actor:
        """The same as an actor."""
        return Actor(self.id, self.name, self.type)

    def json(self) -> str:
        """The JSON of the actor, without what is as usual."""
        kind = "" if self.type == "person" else f',"type":"{self.type}"'
        return f'{{"id":"{self.id}","name":{_quoted(self.name)}{kind}}}'


_rest = attrgetter(*(one.name for one in fields(Actor) if one.name not in Bare._fields))
_USUAL = _rest(Actor("x", "x"))


@dataclass(frozen=True, slots=True)
class Roster(Sequence[Actor]):
    """A sequence of actors as columns; `others` holds those that say more, by their place."""

    ids: Sequence[str]
    names: Sequence[str]
    types: Sequence[ActorType]
    others: Mapping[int, Actor] = field(default_factory=dict)

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
        return self.others.get(number) or self._bare(number).actor()

    def _bare(self, number: int) -> Bare:
        return Bare(self.ids[number], self.names[number], self.types[number])

    def rows(self) -> Iterator[Bare | Actor]:
        """The actors, the bare ones as such."""
        bare = map(Bare, self.ids, self.names, self.types)
        return (self.others.get(number, row) for number, row in enumerate(bare)) if self.others else bare


def rows_of(actors: Sequence[Actor]) -> Iterator[Bare | Actor]:
    """The actors of any sequence, the bare ones as such."""
    if isinstance(actors, Roster):
        return actors.rows()
    return (Bare(one.id, one.name, one.type) if _rest(one) == _USUAL else one for one in actors)


def joined(lists: Iterable[Sequence[Actor]]) -> Sequence[Actor]:
    """The actors of several lists, one list after the other."""
    some = [actors for actors in lists if actors]
    if len(some) < 2:
        return some[0] if some else ()
    rosters = [actors if isinstance(actors, Roster) else _roster_of(actors) for actors in some]
    starts = accumulate(map(len, rosters), initial=0)
    shifted = zip(starts, rosters, strict=False)
    placed = ((start + place, one) for start, roster in shifted for place, one in roster.others.items())
    return Roster(
        [one for roster in rosters for one in roster.ids],
        [one for roster in rosters for one in roster.names],
        [one for roster in rosters for one in roster.types],
        dict(placed),
    )


def _roster_of(actors: Sequence[Actor]) -> Roster:
    rows = list(rows_of(actors))
    others = {number: row for number, row in enumerate(rows) if isinstance(row, Actor)}
    return Roster([row.id for row in rows], [row.name for row in rows], [row.type for row in rows], others)


def as_json(row: Bare | Actor) -> str:
    """The JSON of the actor, without what is as usual."""
    if isinstance(row, Bare):
        return row.json()
    text: bytes = adapter_of(Actor).dump_json(row, exclude_defaults=True)
    return text.decode()
