"""Every way in which an actor is listed, ready for the matcher: the name, its aliases and its native spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.entries import Actor, Alias
from matching.names import Name, family_index, orders, parse_name
from matching.scripts import starts_anywhere


@dataclass(frozen=True, slots=True)
class Form:
    """One listed spelling of one actor, by number.

    `require` is the context without which it is no evidence; any of `contexts` supports it. `cased` is the text that it
    must have, None if any case will do. `weak` forms, `native` spellings and a `nickname` for the given names never
    alert alone.
    """

    actor: int
    text: str
    name: Name
    order: str = "unknown"
    person: bool = True
    korean: bool = False
    require: str | None = None
    contexts: tuple[str, ...] = ()
    cased: str | None = None
    weak: bool = False
    native: bool = False
    nickname: bool = False

    @property
    def orders(self) -> tuple[tuple[int, ...], ...]:
        """The orders of the name's words in which it is written."""
        if not self.person or self.cased is not None:
            return (tuple(range(len(self.name.words))),)
        return orders(self.name, self.order)

    @property
    def is_alphabetic(self) -> bool:
        """True if the name may be met with differences: not nicknames; Han characters differ by being others."""
        return (
            not self.nickname
            and self.cased is None
            and not all(starts_anywhere(word) and len(word) == 1 for word in self.name.words)
        )

    @property
    def family(self) -> str:
        """The folded word that stands for the person in later sentences."""
        return self.name.words[family_index(self.name, self.order)]


def forms(number: int, actor: Actor) -> Iterator[Form]:
    """The forms of the actor with this number."""
    person = actor.type == "person"
    listed = (Alias(actor.name, actor.require), *actor.aliases)
    for native, alias in (*((False, one) for one in listed), *((True, one) for one in actor.native)):
        require = alias.require or actor.require
        yield Form(
            actor=number,
            text=alias.text,
            name=parse_name(alias.text, person=person),
            order=actor.order,
            person=person,
            korean=actor.romanisation == "korean" and not native,
            require=require,
            contexts=tuple(dict.fromkeys(filter(None, (require, actor.require, actor.context)))),
            cased=alias.text if alias.case == "exact" else None,
            weak=alias.weak,
            native=native,
        )
    if person:
        yield from _nicknamed(number, actor)


def _nicknamed(number: int, actor: Actor) -> Iterator[Form]:
    """The nicknames as they stand for the given names, before the family name in every language: "Danny Wang"."""
    name = parse_name(actor.name)
    family = name.words[family_index(name, actor.order)]
    for nickname in actor.nicknames if name.full > 1 else ():
        yield Form(
            actor=number,
            text=f"{nickname} {family.title()}",
            name=parse_name(f"{nickname} {family}"),
            order="given-first",
            require=actor.require,
            contexts=tuple(filter(None, (actor.require, actor.context))),
            nickname=True,
        )
