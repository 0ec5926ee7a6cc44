"""`watchword watchlist list`, `show`, `add`: the entries of the watchlist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.configured_watchlist import print_line, read_watchlist

if TYPE_CHECKING:
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


def show(entry: str) -> int:
    """Show everything that the watchlist says of one entry.

    Args:
        entry: Its id.
    """
    from cli.nearness import nearest
    from matching.watchlist.diff import field_lines

    listed = read_watchlist(None)
    found = next((one for one in listed.entries if one.id == entry), None)
    if found is None:
        ids = [one.id for one in listed.entries]
        logs.print(f"Not on the watchlist: {entry}{nearest(entry, ids)}", style="red", markup=False)
        return BAD_USAGE
    for line in field_lines(found):
        print_line(line)
    return DONE


def add(
    name: str,
    *,
    id: str | None = None,  # noqa: A002 - the key in watchlist.yaml
    tag: tuple[str, ...] = (),
    severity: Literal["high", "medium", "low"] | None = None,
    type: Literal["person", "organisation", "vessel", "asset"] = "person",  # noqa: A002 - as above
) -> int:
    """Append an actor to watchlist.yaml; everything else of an entry is typed into the file.

    Args:
        name: The name, as it is usually written.
        id: Its id (default: made of the name).
        tag: A tag; may be repeated.
        severity: high, medium (default) or low.
        type: person (default), organisation, vessel or asset.
    """
    from cli.appending import append_actor

    file = append_actor(settings().config_dir, name, id, tag, severity, type)
    logs.print(f"Added to {file}; active at the next cycle. `watchword watchlist check` says what that means.")
    return DONE


def _entry_row(entry: Actor | Scheme) -> dict[str, object]:
    name = getattr(entry, "name", None) or getattr(entry, "label", "")
    kind = getattr(entry, "type", "scheme")
    return {"id": entry.id, "name": name, "type": kind, "severity": entry.severity.value, "tags": list(entry.tags)}
