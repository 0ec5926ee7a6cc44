"""`watchword watchlist list`, `show`, `add`, `remove`: the entries of the watchlist."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.configured_watchlist import print_line, read_watchlist, today
from core.config import read_document
from core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matching.watchlist.lint import Risk
    from matching.watchlist.model import Actor, Scheme


def list_entries(*, tag: str | None = None, json: bool = False) -> int:
    """List the entries of the watchlist.

    Args:
        tag: Only those with this tag.
        json: JSON lines instead of a table.
    """
    listed = read_watchlist(None)
    rows = [_entry_row(one) for one in listed.entries if tag is None or tag in one.tags]
    if json:
        printing.write_json(rows)
    else:
        printing.write_table(("id", "name", "type", "severity", "tags"), [list(row.values()) for row in rows])
    if not rows:
        known = ", ".join(sorted({one for entry in listed.entries for one in entry.tags})) or "none"
        logs.print(f"No entry has the tag {tag}; the tags are {known}." if tag else "No entries.", markup=False)
    return DONE if rows or tag is None else BAD_USAGE


def show(entry: str, *, json: bool = False) -> int:
    """Show everything that the watchlist says of one entry.

    Args:
        entry: Its id.
        json: One JSON object with every field, instead of those that are set.
    """
    from cli.nearness import nearest
    from matching.watchlist.diff import field_lines

    listed = read_watchlist(None)
    found = next((one for one in listed.entries if one.id == entry), None)
    if found is None:
        ids = [one.id for one in listed.entries]
        logs.print(f"Not on the watchlist: {entry}{nearest(entry, ids)}", style="red", markup=False)
        return BAD_USAGE
    if json:
        printing.write_json([asdict(found)])
        return DONE
    for line in field_lines(found):
        print_line(line)
    return DONE


def add(
    name: str,
    *,
    id: str | None = None,  # noqa: A002 - the key in watchlist.yaml
    tag: tuple[str, ...] = (),
    severity: Literal["high", "medium", "low"] | None = None,
    type: Literal["person", "organisation", "vessel", "asset"] | None = None,  # noqa: A002 - as above
) -> int:
    """Append an actor to watchlist.yaml; everything else of an entry is typed into the file.

    Args:
        name: The name, as it is usually written.
        id: Its id (default: made of the name).
        tag: A tag; may be repeated.
        severity: high, medium (default) or low.
        type: person, organisation, vessel or asset (default: person, or organisation if the name has a legal form).
    """
    from cli.watchlist_file import NewActor, append_actor
    from matching.names.legal_forms import has_legal_form

    name = " ".join(name.split())
    if id is None and (twin := _listed_as(name)):
        logs.print(
            f"{name} is on the watchlist already, as {twin}; for another one of that name give an --id.",
            style="red",
            markup=False,
        )
        return BAD_USAGE
    kind = type or ("organisation" if has_legal_form(name) else "person")
    file, new_id = append_actor(settings().config_dir, NewActor(name, id, tag, severity, kind))
    logs.print(f"Added to {file} as {new_id} ({kind}); active at the next cycle.", markup=False)
    _say_risks(new_id)
    return DONE


def remove(entry: str) -> int:
    """Remove an actor or scheme from the watchlist's file. What was found of it stays stored.

    Args:
        entry: Its id.
    """
    from cli.list_check import check_list
    from cli.watchlist_file import remove_entry

    file = remove_entry(settings().config_dir, entry)
    logs.print(f"Removed from {file}: {entry}. What was found of it stays stored.", markup=False)
    found = check_list(None)
    if found.emptied or found.removals_wait:
        logs.print("It stays in force until `watchword watchlist accept`: many entries were removed.", style="yellow")
    for problem in (*_named_in_alerts(), *_named_as_associate(found.risks, entry)):
        logs.print(problem, style="yellow", markup=False)
    return DONE


def _named_in_alerts() -> tuple[str, ...]:
    """What is wrong in alerts.yaml beside the watchlist as it is now: it may ask for the entry that was removed."""
    from alerts.config.alerts_file import parse_alerts
    from flows.run_config import known_entries, machine_zone

    file = settings().config_dir / "alerts.yaml"
    try:
        parse_alerts(read_document(file), machine_zone(), known_entries(read_watchlist(None)))
    except ConfigError as error:
        return tuple(map(str, error.problems)) if file.exists() else ()
    return ()


def _named_as_associate(risks: Iterable[Risk], removed: str) -> tuple[str, ...]:
    """Which entries still name the removed one among their associates."""
    return tuple(
        f"Risky: {one.entry}: {one.message}"
        for one in risks
        if one.code == "unknown_associate" and removed in one.message
    )


def _listed_as(name: str) -> str | None:
    """The id of the actor of this name, whatever its capitals and accents; None if there is none, or no valid list."""
    from matching.text.folding import fold_words

    try:
        actors = read_watchlist(None).actors
    except ConfigError:  # of a list with mistakes, or none yet: appending says what is wrong
        return None
    words = fold_words(name)
    return next((one.id for one in actors if fold_words(one.name) == words), None)


def _say_risks(new_id: str) -> None:
    """Says what is risky in the entry that was added."""
    from matching.watchlist.lint import risks

    for risk in risks(read_watchlist(None), today()):
        if risk.entry == new_id:
            logs.print(f"Risky: {risk.message} ({risk.remedy})", style="yellow", markup=False)


def _entry_row(entry: Actor | Scheme) -> dict[str, object]:
    name = getattr(entry, "name", None) or getattr(entry, "label", "")
    kind = getattr(entry, "type", "scheme")
    return {"id": entry.id, "name": name, "type": kind, "severity": entry.severity.value, "tags": list(entry.tags)}
