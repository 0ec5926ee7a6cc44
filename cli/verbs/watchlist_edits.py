"""`watchword watchlist check`, `lint`, `accept`, `changes`, `diff`: what an edit changes, and when it takes effect."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.configured_watchlist import print_line, read_watchlist, today
from cli.times import parse_since
from core.errors import ConfigError
from core.records import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cli.list_check import ListCheck
    from matching.watchlist.diff import Changes
    from matching.watchlist.lint import Risk

_MAX_NAMED = 20  # changed entries named by `check`
_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-", ChangeKind.CHANGED: "~"}


def check(*, watchlist: Path | None = None, json: bool = False) -> int:
    """Say whether the watchlist is valid, what an edit changes, and when that takes effect.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
        json: One JSON object instead of text, also with the mistakes of a list that is not valid.
    """
    from cli.list_check import check_list, problem_rows

    try:
        found = check_list(watchlist)
    except ConfigError as error:
        if not json:
            raise
        printing.write_json([{"valid": False, "problems": problem_rows(error)}])
        return BAD_USAGE
    if json:
        printing.write_json([found.as_row()])
        return BAD_USAGE if found.emptied else DONE
    _print_check(found)
    return DONE


def _print_check(found: ListCheck) -> None:
    """Prints what changes and when; warnings go to standard error. Raises the ConfigError of an emptied list."""
    if found.changes:
        _print_changed(found.changes, found.removed_names)
    if found.emptied:
        raise found.emptied
    if found.removals_wait and found.changes:
        logs.print(
            f"{len(found.changes.removed):,} of {found.in_force:,} entries removed: "
            "they stay in force until `watchword watchlist accept`.",
            style="yellow",
        )
    print_line(_verdict(found))
    for note in found.notes:
        logs.print(note, style="yellow", markup=False)
    if found.risks:
        logs.print(
            f"Risky: {len(found.risks)}, which may alert on others, or never; "
            "`watchword watchlist lint` says which and why."
        )
        _say_ordinary_words(found.risks)


def _verdict(found: ListCheck) -> str:
    """`OK: +1 actor, 1 changed; active at the next cycle; 8,412 stored articles will be read again`."""
    size = f"{_pluralise(found.actors, 'actor')}, {_pluralise(found.schemes, 'scheme')}"
    if found.changes is None:
        return f"OK: {size}; active at the next cycle"
    if not str(found.changes):
        return f"OK: nothing changed ({size})"
    when = "the removals wait, all else is active" if found.removals_wait else "active"
    again = f"; {found.read_again:,} stored articles will be read again" if found.read_again else ""
    return f"OK: {found.changes}; {when} at the next cycle{again}"


def lint(*, watchlist: Path | None = None, json: bool = False) -> int:
    """List entries that may alert on other people, or never.

    Args:
        watchlist: A file or folder (default: the one of the configuration folder).
        json: JSON lines instead of a table.
    """
    from matching.watchlist.lint import risks

    found = risks(read_watchlist(watchlist), today())
    if json:
        printing.write_json(risk._asdict() for risk in found)
    elif found:
        printing.write_table(("entry", "risk", "what", "remedy"), found)
        if common := sum(risk.code == "common_name" for risk in found):
            logs.print(f"Entries with a common name and no facts that tell its bearers apart: {common}.", markup=False)
        _say_ordinary_words(found)
    else:
        logs.print("No risky entries.")
    return DONE


def _say_ordinary_words(found: Sequence[Risk]) -> None:
    """How many names are a single ordinary word, and of which entries; many are cut, as the table of lint has them."""
    entries = [risk.entry for risk in found if risk.code == "ordinary_word"]
    if entries:
        more = f" and {len(entries) - _MAX_NAMED:,} more" if len(entries) > _MAX_NAMED else ""
        named = ", ".join(entries[:_MAX_NAMED])
        message = f"Names that are one ordinary word, for review at most: {len(entries)} ({named}{more})."
        logs.print(message, markup=False)


def accept(kind: Literal["watchlist", "feeds", "alerts"] = "watchlist") -> int:
    """Accept that entries were removed, or that a file was emptied; until then the removed ones stay in force.

    Args:
        kind: Whose entries: watchlist, feeds or alerts.
    """
    from cli.accepting import removed_ids
    from cli.verbs.review import reviewer
    from flows.removals import AcceptedRemovals

    found = settings()
    removed = removed_ids(found, kind)
    if not removed:
        logs.print("Nothing waits to be accepted.")
        return DONE
    AcceptedRemovals(found.paths.last_good).record(kind, removed, reviewer(), datetime.now(UTC))
    for one in removed[:_MAX_NAMED]:
        print_line(f"- {one}")
    if len(removed) > _MAX_NAMED:
        print_line(f"- and {len(removed) - _MAX_NAMED:,} more")
    logs.print(f"Accepted: {len(removed):,} removed; it takes effect at the next cycle.")
    return DONE


def changes(*, since: str = "7d", json: bool = False) -> int:
    """List when which entries were added, changed or removed, oldest first, as digests say it.

    Args:
        since: Since then: 30d, 24h, 2026-11-01.
        json: JSON lines instead of sentences.
    """
    from storage.store import Store

    now = datetime.now(UTC)
    after, store = parse_since(since, now), Store(settings().paths)
    store.require(writing=False)
    found = store.watchlists.changes(after, now)
    if json:
        printing.write_json(asdict(one) | {"sentence": one.sentence} for one in found)
        return DONE
    for one in found:
        print_line(f"{one.changed_at:%Y-%m-%d %H:%M} UTC  {one.sentence} ({one.target_id})")
    if not found:
        logs.print(f"Nothing changed since {after:%Y-%m-%d %H:%M} UTC.", markup=False)
    return DONE


def diff(old: Path, new: Path, *, json: bool = False) -> int:
    """List the differences between two watchlists, entry by entry.

    Args:
        old: A file or folder.
        new: Another one.
        json: JSON lines, one an entry with its differences, instead of text.
    """
    from matching.watchlist.diff import differences

    found = list(differences(read_watchlist(old), read_watchlist(new)))
    if json:
        printing.write_json(map(asdict, found))
        return DONE
    for one in found:
        print_line(f"{_SIGNS[one.change]} {one.entry}")
        for field in one.fields:
            print_line(f"    {field}")
    if not found:
        logs.print("No entry differs.")
    return DONE


def _print_changed(changes: Changes, removed_names: Mapping[str, str]) -> None:
    """The changed entries, one a line, on standard output; many are cut."""
    for sign, entries in (
        ("+", [f"{one.target_id} ({one.name})" for one in changes.added]),
        ("~", [f"{one.target_id} ({one.name})" for one in changes.changed]),
        ("-", [f"{one} ({removed_names.get(one, one)})" for one in changes.removed]),
    ):
        for line in entries[:_MAX_NAMED]:
            print_line(f"{sign} {line}")
        if len(entries) > _MAX_NAMED:
            print_line(f"{sign} and {len(entries) - _MAX_NAMED:,} more")


def _pluralise(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
