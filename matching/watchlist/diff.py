"""What differs between two watchlists, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from core.records import ChangeKind, Target, TargetKind
from matching.watchlist.model import Actor, Defaults, Scheme, Watchlist


@dataclass(frozen=True, slots=True)
class Changes:
    """The entries added and changed, and the ids of those removed."""

    added: tuple[Target, ...]
    changed: tuple[Target, ...]
    removed: tuple[str, ...]

    def __str__(self) -> str:
        """`+1 actor, +2 schemes, 1 changed, 1 removed`; empty if nothing differs."""
        kinds = [
            _pluralise(sum(target.kind is kind for target in self.added), f"+{{}} {kind.value}") for kind in TargetKind
        ]
        counts = (
            *kinds,
            *(f"{len(of)} {word}" for of, word in ((self.changed, "changed"), (self.removed, "removed")) if of),
        )
        return ", ".join(part for part in counts if part)


def _pluralise(number: int, words: str) -> str:
    return words.format(number) + ("s" if number > 1 else "") if number else ""


def compare(old: Mapping[str, str], watchlist: Watchlist) -> Changes:
    """The changes from `old`, the entry hashes of a list by id, to `watchlist`; enabled entries only."""
    new = {target.target_id: target for target in watchlist.targets}
    return Changes(
        added=tuple(target for target in new.values() if target.target_id not in old),
        changed=tuple(
            target for target in new.values() if old.get(target.target_id, target.entry_hash) != target.entry_hash
        ),
        removed=tuple(entry for entry in old if entry not in new),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: an entry's id, `context ID` or `defaults`, with a text for each field that differs."""

    change: ChangeKind
    entry: str
    fields: tuple[str, ...] = ()


def differences(old: Watchlist, new: Watchlist) -> Iterator[Difference]:
    """The differences of two lists: entries removed, added and changed, then the defaults and the contexts."""
    before, after = _entries_by_id(old), _entries_by_id(new)
    yield from (Difference(ChangeKind.REMOVED, entry) for entry in before if entry not in after)
    yield from (Difference(ChangeKind.ADDED, entry) for entry in after if entry not in before)
    for entry in after:
        if entry in before and before[entry] != after[entry]:
            yield Difference(ChangeKind.CHANGED, entry, tuple(_field_differences(before[entry], after[entry])))
    if old.defaults != new.defaults:
        yield Difference(ChangeKind.CHANGED, "defaults", tuple(_field_differences(old.defaults, new.defaults)))
    yield from _context_differences(old, new)


def _context_differences(old: Watchlist, new: Watchlist) -> Iterator[Difference]:
    before = {context.id: context for context in old.contexts}
    after = {context.id: context for context in new.contexts}
    yield from (Difference(ChangeKind.REMOVED, f"context {one}") for one in before if one not in after)
    for name, context in after.items():
        if before.get(name) != context:
            yield Difference(ChangeKind.CHANGED if name in before else ChangeKind.ADDED, f"context {name}")


def _entries_by_id(watchlist: Watchlist) -> dict[str, Actor | Scheme]:
    return {entry.id: entry for entry in watchlist.entries}


def _field_differences(old: Actor | Scheme | Defaults, new: Actor | Scheme | Defaults) -> Iterator[str]:
    if type(old) is not type(new):
        yield f"{type(old).__name__.lower()} -> {type(new).__name__.lower()}"
        return
    for field in fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after:
            continue
        if isinstance(after, tuple):
            yield from (f"{field.name} - {_format(one)}" for one in before if one not in after)
            yield from (f"{field.name} + {_format(one)}" for one in after if one not in before)
        else:
            yield f"{field.name}: {_format(before)} -> {_format(after)}"


def field_lines(entry: Actor | Scheme) -> Iterator[str]:
    """Every field of the entry that has not its default, a line each; lists have a line for each element."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        if value in (field.default, ()):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield f"{field.name}: {_format(one)}"


def _format(value: object) -> str:
    """The value in one line, without fields that have their default."""
    if not is_dataclass(value) or isinstance(value, type):
        return "nothing" if value is None else str(value)
    shown = [(field.name, getattr(value, field.name), field.default) for field in fields(value)]
    return " ".join(f"{name}={_plain(one)}" for name, one, default in shown if one != default)


def _plain(value: object) -> str:
    """A list as its elements, separated by commas."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
