"""Configuration documents to a `Watchlist`: validated, merged, and hashed entry by entry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, NamedTuple

from pydantic import ConfigDict

from core.config import Document, located_error, parse_as
from core.errors import ConfigError, Problem
from core.identity import digest_of
from core.plain_yaml import Location
from matching.watchlist.field_types import Id
from matching.watchlist.lazy_sequence import LazySequence
from matching.watchlist.model import Actor, Clauses, Context, Defaults, Scheme, Watchlist, adapter_of
from matching.watchlist.roster import Roster
from matching.watchlist.tabular import is_tabular, line_of, parse_tabular
from matching.watchlist.validation import (
    Refusal,
    names_to_check,
    refuse_actor,
    refuse_context,
    refuse_defaults,
    refuse_scheme,
)

_MAX_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class WatchlistFile:
    """Who and what to watch for in the news."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    defaults: Defaults | None = None
    contexts: dict[Id, Clauses] = field(default_factory=dict)
    actors: tuple[Actor, ...] = ()
    schemes: tuple[Scheme, ...] = ()


class _Part(NamedTuple):
    """One document and its content; `actors` are those of `file`, or of the lines of a list."""

    document: Document
    file: WatchlistFile
    actors: Roster


def parse_watchlist(documents: Sequence[Document]) -> Watchlist:
    """All documents as one watchlist. Raises ConfigError with the located problems of all documents."""
    parts: list[_Part] = []
    problems: list[Problem] = []
    for document in documents:
        try:
            parts.append(_parse(document))
        except ConfigError as error:
            problems.extend(error.problems)
    contexts = {name for part in parts for name in part.file.contexts}
    complete = not problems  # a context may be defined in a file that could not be read
    for part in parts:
        problems.extend(_as_problems(part.document, list(_refusals(part, contexts))) if complete else ())
    problems.extend(_duplicates(parts))
    if problems:
        raise ConfigError(tuple(problems[:_MAX_PROBLEMS]))
    return _merge(parts)


def _parse(document: Document) -> _Part:
    if is_tabular(document):
        return _Part(document, WatchlistFile(), parse_tabular(document))
    if isinstance(document.data, dict):  # a key whose entries are all commented out
        document = replace(document, data={key: value for key, value in document.data.items() if value is not None})
    file: WatchlistFile = parse_as(document, adapter_of(WatchlistFile))
    return _Part(document, file, Roster.of(file.actors))


# ---------------------------------------------------------------- problems


def _refusals(part: _Part, contexts: set[str]) -> Iterator[Refusal]:
    """The refusals of one file, located from its root."""
    file = part.file
    if file.defaults:
        yield from _prefixed(("defaults",), refuse_defaults(file.defaults))
    for name, clauses in file.contexts.items():
        yield from _prefixed(("contexts", name), refuse_context(clauses))
    for index in sorted({*part.actors.detailed, *names_to_check(part.actors.names)}):
        yield from _prefixed(("actors", index), refuse_actor(part.actors[index], contexts))
    for index, scheme in enumerate(file.schemes):
        yield from _prefixed(("schemes", index), refuse_scheme(scheme, contexts))


def _prefixed(start: Location, refusals: Iterator[Refusal]) -> Iterator[Refusal]:
    for refusal in refusals:
        yield refusal._replace(location=(*start, *refusal.location))


def _duplicates(parts: Sequence[_Part]) -> Iterator[Problem]:
    """Ids, context names and defaults given more than once, in one file or several: a problem at each but the first."""
    ids = [one for part in parts for one in (*part.actors.ids, *(scheme.id for scheme in part.file.schemes))]
    if len(parts) == 1 and len(set(ids)) == len(ids):
        return
    first: dict[tuple[str, str], tuple[_Part, Location]] = {}
    for part in parts:
        repeated = []
        for kind, name, location in _unique_names(part):
            if (kind, name) in first:
                repeated.append((kind, name, location))
            first.setdefault((kind, name), (part, location))
        yield from _as_problems(part.document, [_repeated(*one, first) for one in repeated[:_MAX_PROBLEMS]])


def _repeated(
    kind: str, name: str, location: Location, first: Mapping[tuple[str, str], tuple[_Part, Location]]
) -> Refusal:
    message = f"{kind} {name!r} is given twice, first in {_place(*first[kind, name])}".replace(" ''", "")
    return Refusal(location, message, "keep one of them")


def _place(part: _Part, location: Location) -> str:
    """The file, and the line in it."""
    (found,) = _as_problems(part.document, [Refusal(location, "")])
    return f"{found.file}:{found.line}" if found.line else found.file


def _unique_names(part: _Part) -> Iterator[tuple[str, str, Location]]:
    """The names that may be given only once: kind, name and location."""
    file = part.file
    if file.defaults:
        yield "defaults", "", ("defaults",)
    for name in file.contexts:
        yield "context", name, ("contexts", name)
    for index, name in enumerate(part.actors.ids):
        yield "id", name, ("actors", index, "id")
    for index, scheme in enumerate(file.schemes):
        yield "id", scheme.id, ("schemes", index, "id")


def _as_problems(document: Document, refusals: Sequence[Refusal]) -> tuple[Problem, ...]:
    """The refusals as problems with line and column."""
    refusals = refusals[:_MAX_PROBLEMS]
    if not refusals:
        return ()
    if not is_tabular(document):
        return located_error(document, [(path, message, remedy) for path, message, remedy in refusals]).problems
    return tuple(
        Problem(document.name, message, line_of(document, int(path[1])), 1, ".".join(map(str, path[2:])), remedy)
        for path, message, remedy in refusals
    )


# ---------------------------------------------------------------- merging and hashing


def _merge(parts: Sequence[_Part]) -> Watchlist:
    files = [part.file for part in parts]
    actors = Roster.joined(part.actors for part in parts)
    schemes = tuple(scheme for file in files for scheme in file.schemes)
    contexts = tuple(Context(name, clauses) for file in files for name, clauses in file.contexts.items())
    defaults = next((file.defaults for file in files if file.defaults), Defaults())
    bands = f"{defaults.alert} {defaults.review}{' family' * defaults.family_name_alone}"
    context_json = {context.id: adapter_of(Context).dump_json(context).decode() for context in contexts}

    def hash_of(number: int) -> str:
        """A hash of all that decides about an entry's hits: its content, the contexts it names, and the thresholds."""
        entry = actors[number] if number < len(actors) else schemes[number - len(actors)]
        return digest_of(bands, _json(entry), *_context_contents(entry, context_json))

    version = digest_of(bands, *context_json.values(), *actors.texts(), *map(_json, schemes))
    return Watchlist(version, actors, schemes, contexts, defaults, LazySequence(len(actors) + len(schemes), hash_of))


def with_entries_of(watchlist: Watchlist, earlier: Watchlist, ids: Collection[str]) -> Watchlist:
    """The watchlist, and those entries of an earlier one with their contexts, as if they still stood in it."""
    actors = [actor for actor in earlier.actors if actor.id in ids]
    schemes = tuple(scheme for scheme in earlier.schemes if scheme.id in ids)
    own = {context.id: context.match for context in watchlist.contexts}
    entries: tuple[Actor | Scheme, ...] = (*actors, *schemes)
    named = {name for entry in entries for name in _context_ids(entry)} - own.keys()
    kept = {context.id: context.match for context in earlier.contexts if context.id in named}
    nowhere = Document("", "", None)
    file = WatchlistFile(defaults=watchlist.defaults, contexts=own, schemes=watchlist.schemes)
    again = WatchlistFile(contexts=kept, schemes=schemes)
    return _merge((_Part(nowhere, file, Roster.of(watchlist.actors)), _Part(nowhere, again, Roster.of(actors))))


def _json(entry: Actor | Scheme) -> str:
    adapter = adapter_of(Actor if isinstance(entry, Actor) else Scheme)
    return adapter.dump_json(entry, exclude_defaults=True).decode()


def _context_contents(entry: Actor | Scheme, contexts: Mapping[str, str]) -> Iterator[str]:
    """The content of the contexts that an entry names, from all contexts by id."""
    return (contexts[name] for name in (sorted(_context_ids(entry)) if contexts else ()))


def _context_ids(entry: Actor | Scheme) -> set[str]:
    """The ids of the contexts that an entry names, also in its aliases."""
    if isinstance(entry, Scheme):
        return {clause.require for clause in entry.match if clause.require}
    named = {entry.context, entry.require}
    if entry.aliases or entry.native:
        named.update(alias.require for alias in (*entry.aliases, *entry.native))
    return {context for context in named if context}
