"""One entry of a published list, as every reader returns it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WEBSITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListedParty:
    """Somebody or something on a list, in the list's own words; what is unknown is empty or None.

    `kind` is a type of actor, or empty for what is none (an address, a passport). `born` and `nationality` are as the
    list writes them. `dropped` names, an item each, what the list says and an entry cannot hold.
    """

    party_id: str
    name: str
    kind: str
    names: tuple[str, ...] = ()  # further names
    weak: tuple[str, ...] = ()  # those that the list calls weak or of low quality
    identifiers: tuple[tuple[str, str], ...] = ()  # kind and value
    born: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    gender: str | None = None
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    basis: str | None = None
    source: str | None = None
    severity: str | None = None
    dropped: tuple[str, ...] = ()


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that are not blank, each once, with single spaces."""
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value and value.strip()))


def given_first(name: str) -> str:
    """`KIM, Kwang Jin` as `Kwang Jin KIM`."""
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


def domain_of(website: str) -> str | None:
    """`https://www.firm.example/` as `firm.example`; None for a page of a site, which may be shared by many."""
    found = _WEBSITE.fullmatch(website.strip(" .,"))
    return found[1].lower() if found else None


def joined(*parts: str | None) -> str:
    """The parts that are not blank, with spaces between them."""
    return " ".join(" ".join(part.split()) for part in parts if part and part.strip())


def basis_of(*parts: str | None) -> str:
    """What an entry rests on: the list and its programme."""
    return ", ".join(part.strip() for part in parts if part and part.strip())
