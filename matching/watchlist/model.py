"""The watchlist's data model: the content of watchlist.yaml.

The dataclasses are their own schema: pydantic validates plain YAML values straight into them (`loading.py`). The
descriptions that editors show of each field are in `json_schema.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter

from core.records import Severity, Target, TargetKind
from matching.watchlist.facts import Facts
from matching.watchlist.field_types import STRICT, Id, Name, Text, as_list, as_text

Scope = Literal["sentence", "paragraph", "document"]


def _as_alias(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _as_exclusion(value: object) -> object:
    return value if isinstance(value, Mapping) else {"any": value}


Alternatives = Annotated[
    tuple[Name, ...], Field(min_length=1), BeforeValidator(as_list, json_schema_input_type=Name | list[Name])
]
"""A term of a rule, or several of which any satisfies it."""

TermGroups = Annotated[
    tuple[Alternatives, ...], BeforeValidator(as_list, json_schema_input_type=Name | list[Name | list[Name]])
]


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a type expression such as tuple[Actor, ...] has no type
    """Pydantic's adapter for a type, built on first use: building all takes longer than reading a short list."""
    return TypeAdapter(kind)


# ---------------------------------------------------------------- rules


@dataclass(frozen=True, slots=True)
class Near:
    """All `terms` (of an inner list, any term) within `words` words."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    terms: Annotated[tuple[Alternatives, ...], Field(min_length=2, max_length=20)]
    words: Annotated[int, Field(ge=2, le=1000)]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` different terms of `of` (of an inner list, any term)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    count: Annotated[int, Field(ge=1)]
    of: Annotated[tuple[Alternatives, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class ExclusionTerms:
    """Exclusion terms: the sentence, paragraph or document (`within`) that contains one of them is ignored."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    any: TermGroups
    within: Scope = "sentence"


OptionalExclusion = Annotated[
    ExclusionTerms | None,
    BeforeValidator(
        lambda value: None if value is None else _as_exclusion(value),
        json_schema_input_type=TermGroups | ExclusionTerms | None,
    ),
]


@dataclass(frozen=True, slots=True)
class Clause:
    """Conditions that must all hold `within` one sentence, paragraph or document (the default)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    any: TermGroups = ()
    all: TermGroups = ()
    near: Near | None = None
    at_least: AtLeast | None = None
    require: Id | None = None
    none: OptionalExclusion = None
    within: Scope = "document"


Clauses = Annotated[
    tuple[Clause, ...], Field(min_length=1), BeforeValidator(as_list, json_schema_input_type=Clause | list[Clause])
]


@dataclass(frozen=True, slots=True)
class Context:
    """What a text must be about for a name to count; one of the clauses is enough."""

    id: str
    match: tuple[Clause, ...]


# ---------------------------------------------------------------- actors


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name. `require` is a context's id; a `weak` alias alone goes to review at most."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    text: Name
    require: Id | None = None
    case: Literal["exact"] | None = None
    weak: bool = False


AliasText = Annotated[Alias, BeforeValidator(_as_alias, json_schema_input_type=Name | Alias)]


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or address that belongs to the actor alone."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: Literal["imo", "wallet", "domain", "email", "handle", "lei"]
    value: Annotated[Name, BeforeValidator(as_text, json_schema_input_type=Name | int)]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, vessel or asset to watch for; `id` and `name` are enough.

    `context` and `require` are ids of contexts: where `context` holds, a common name or another spelling is trusted;
    where `require` does not hold, the name is somebody else's.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Id
    name: Name
    type: Literal["person", "organisation", "vessel", "asset"] = "person"
    severity: Severity = Severity.MEDIUM
    order: Literal["family-first", "given-first", "unknown"] = "unknown"
    romanisation: Literal["korean", "arabic"] | None = None
    nicknames: tuple[Name, ...] = ()
    family_name_alone: bool | None = None
    aliases: tuple[AliasText, ...] = ()
    native: tuple[AliasText, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    facts: Facts | None = None
    context: Id | None = None
    require: Id | None = None
    none: OptionalExclusion = None
    tags: tuple[Name, ...] = ()
    basis: Text | None = None
    source: Text | None = None
    review_by: date | None = None
    enabled: bool = True
    examples: tuple[Text, ...] = ()
    counterexamples: tuple[Text, ...] = ()


# ---------------------------------------------------------------- schemes


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of event to watch for, recognised by its terms; one of the `match` clauses is enough."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Id
    label: Name
    match: Clauses
    severity: Severity = Severity.MEDIUM
    none: OptionalExclusion = None
    tags: tuple[Name, ...] = ()
    basis: Text | None = None
    source: Text | None = None
    review_by: date | None = None
    enabled: bool = True
    examples: tuple[Text, ...] = ()
    counterexamples: tuple[Text, ...] = ()


# ---------------------------------------------------------------- the list


@dataclass(frozen=True, slots=True)
class Defaults:
    """The lowest scores of the bands alert and review, 0 to 100; below review a hit is suppressed.

    `family_name_alone` holds for the entries that do not say themselves whether their family name counts alone.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    alert: Annotated[int, Field(ge=0, le=100)] = 80
    review: Annotated[int, Field(ge=0, le=100)] = 55
    family_name_alone: bool = False


@dataclass(frozen=True, slots=True)
class Watchlist:
    """Everything to watch for. `hashes` are the content hashes of the actors, then of the schemes, in order.

    `version` changes when anything in the list does. Entries that are not `enabled` are in the list but are not
    matched.
    """

    version: str
    actors: Sequence[Actor] = ()
    schemes: tuple[Scheme, ...] = ()
    contexts: tuple[Context, ...] = ()
    defaults: Defaults = Defaults()
    hashes: Sequence[str] = ()

    @property
    def entries(self) -> tuple[Actor | Scheme, ...]:
        """Actors and schemes, in the order of `hashes`."""
        return (*self.actors, *self.schemes)

    @property
    def active_actors(self) -> tuple[Actor, ...]:
        """The enabled actors."""
        return tuple(actor for actor in self.actors if actor.enabled)

    @property
    def active_schemes(self) -> tuple[Scheme, ...]:
        """The enabled schemes."""
        return tuple(scheme for scheme in self.schemes if scheme.enabled)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The enabled entries as the rest of the system sees them."""
        hashed = zip(self.entries, self.hashes, strict=True)
        return tuple(target_of(entry, entry_hash) for entry, entry_hash in hashed if entry.enabled)


def target_of(entry: Actor | Scheme, entry_hash: str) -> Target:
    """The entry as the rest of the system sees it."""
    actor = isinstance(entry, Actor)
    return Target(
        target_id=entry.id,
        name=entry.name if isinstance(entry, Actor) else entry.label,
        kind=TargetKind.ACTOR if actor else TargetKind.SCHEME,
        severity=entry.severity,
        tags=entry.tags,
        basis=entry.basis,
        source=entry.source,
        entry_hash=entry_hash,
    )
