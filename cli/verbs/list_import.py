"""`watchword watchlist import`: published lists as files of the watchlist, first and again."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from cli import printing
from cli.app import BAD_USAGE, DONE, FAILED, logs
from core.atomic_files import replace_file
from core.config import MAX_LIST_BYTES, parse_document, read_any_encoding, read_text

if TYPE_CHECKING:
    from matching.watchlist.importers import ImportedList
    from matching.watchlist.updating import UpdatedList

_MAX_LINES = 40  # of the differences
_MAX_KINDS = 40  # of items that were left out


def import_published_list(
    source: Path,
    *,
    output: Path | None = None,
    update: bool = False,
    tag: tuple[str, ...] = (),
    severity: Literal["high", "medium", "low"] | None = None,
    columns: Annotated[tuple[str, ...], Parameter(name="--map")] = (),
) -> int:
    """Turn a published list into a JSON-lines watchlist, and say what was taken and what was not.

    Formats: the consolidated lists of the UN (XML), the EU and the UK (CSV and XML), OFAC's sdn.csv with alt.csv and
    add.csv beside it, sdn.xml and sdn_advanced.xml, OpenSanctions' targets.simple.csv, names.txt and
    FollowTheMoney JSON lines, and any CSV with names.

    Args:
        source: The list, as downloaded.
        output: The file to write, such as config/watchlist/sdn.jsonl (default: standard output).
        update: The file is there: take over what the list changed, keep what you added, and show the differences.
        tag: A tag for every entry; may be repeated.
        severity: Of every entry to which the list gives none: immediate mail asks for it.
        columns: Of a CSV: which column holds what, as name="Full name"; may be repeated, also for one thing that is in
            several columns: a given and a family name, aliases.
    """
    if output and output.exists() and not update:
        logs.print(f"{output} is there already; --update keeps what you added to it.", style="red", markup=False)
        return BAD_USAGE
    if output and not output.absolute().parent.is_dir():
        logs.print(
            f"{output.parent}: there is no such folder; {_how_to_make(output.parent)}", style="red", markup=False
        )
        return BAD_USAGE
    imported = _imported(source, tag, severity, columns)
    if output is None:
        from matching.watchlist.importers import as_json_lines

        sys.stdout.write(as_json_lines(imported.rows))
    else:
        _write(output, imported)
    _print_counts(imported)
    return DONE if imported.rows else FAILED


def _how_to_make(folder: Path) -> str:
    """The command that makes the folder; the watchlist's file moves into it, since both at once are an error."""
    file = folder.with_suffix(".yaml")
    moved = f" && mv {file} {folder}/" if folder.name == "watchlist" and file.exists() else ""
    return f"make it with `mkdir -p {folder}{moved}`"


def _imported(source: Path, tags: Sequence[str], severity: str | None, columns: Sequence[str]) -> ImportedList:
    from matching.watchlist.importers import import_list

    mapped: dict[str, list[str]] = {}
    for what, _, column in (one.partition("=") for one in columns):
        mapped.setdefault(what.strip(), []).append(column)
    text = _text(source)
    imported = import_list(text, str(source), further=_beside(source), columns=mapped)
    _give_to_all(imported, tags, severity)
    return imported


def _give_to_all(imported: ImportedList, tags: Sequence[str], severity: str | None) -> None:
    """Adds the tags to every row, and the severity to those without one."""
    if tags:
        imported.rows = [row | {"tags": [*row.get("tags", ()), *tags]} for row in imported.rows]
    if severity:
        imported.rows = [{"severity": severity} | row for row in imported.rows]


def _options(given: Mapping[str, Any]) -> str:
    severity = [f"--severity {given['severity']}"] if "severity" in given else []
    return " ".join([*(f"--tag {tag}" for tag in given.get("tags", ())), *severity])


def _beside(source: Path) -> dict[str, str]:
    """The texts of OFAC's further files beside its list, whatever their capitals, by their names in small letters."""
    from matching.watchlist.importers import FURTHER_FILES

    if source.name.lower() != "sdn.csv":
        return {}
    found = (path for path in source.absolute().parent.iterdir() if path.name.lower() in FURTHER_FILES)
    return {path.name.lower(): _text(path) for path in found}


def _text(path: Path) -> str:
    """The text of a list, in the encoding that it is in: lists are saved by many programs. Raises ConfigError."""
    text, encoding = read_any_encoding(path, max_bytes=MAX_LIST_BYTES)
    if encoding == "cp1252":  # nothing in the file says so
        said = f"{path} is not UTF-8 and was read as Windows-1252: look at a few names with é or ü."
        logs.print(said, style="yellow", markup=False)
    return text


# ---------------------------------------------------------------- the file


def _write(output: Path, imported: ImportedList) -> None:
    """Writes the rows, and beside them, for the next update, what the list itself says."""
    from matching.watchlist.importers import as_json_lines
    from matching.watchlist.updating import given_to_all, updated

    pristine = output.with_name(f".{output.name}.imported")
    mine, rows = _rows(output), imported.rows
    if output.exists():
        before = _rows(pristine)
        if given := given_to_all(before, imported.rows):
            _give_to_all(imported, given.get("tags", ()), given.get("severity"))
            logs.print(f"As at the last import, for every entry: {_options(given)}.", markup=False)
        result = updated(before, mine, imported.rows)
        rows = result.rows
        _print_differences(output.name, mine, result)
    for path, content in ((output, rows), (pristine, imported.rows)):
        replace_file(path.resolve(), as_json_lines(content).encode())
    _say_if_beside_the_file(output)


def _rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file; none if there is no file. Raises ConfigError."""
    if not path.exists():
        return []
    text = read_text(path, max_bytes=MAX_LIST_BYTES)
    _validate(text, str(path))
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _validate(text: str, name: str) -> None:
    from matching.watchlist.loading import parse_watchlist

    parse_watchlist([parse_document(text, name if name.endswith(".jsonl") else f"{name}.jsonl")])


def _say_if_beside_the_file(output: Path) -> None:
    """Says that a list in the folder `watchlist/` and the file watchlist.yaml cannot both count."""
    file = output.absolute().parent.with_suffix(".yaml")
    if output.absolute().parent.name == "watchlist" and file.exists():
        logs.print(
            f"{file} is there too, and a folder and a file cannot both be the watchlist: `mv {file} {output.parent}/`",
            style="red",
            markup=False,
        )


# ---------------------------------------------------------------- printing


def _print_differences(name: str, before: Sequence[dict[str, Any]], result: UpdatedList) -> None:
    """What the update changes in the file, on standard output; many lines are cut."""
    lines = list(_differences({one["id"]: one for one in before}, {one["id"]: one for one in result.rows}))
    for line in lines[:_MAX_LINES]:
        sys.stdout.write(printing.printable(line) + "\n")
    if len(lines) > _MAX_LINES:
        sys.stdout.write(f"and {len(lines) - _MAX_LINES:,} more lines\n")
    logs.print(f"{name}: {len(lines):,} differences; kept of yours: ", end="", markup=False)
    logs.print(f"changes to {len(result.changed_by_hand):,} entries, {len(result.only_yours):,} entries of your own")


def _differences(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield from (f"- {one} ({row['name']})" for one, row in before.items() if one not in after)
    yield from (f"+ {one} ({row['name']})" for one, row in after.items() if one not in before)
    for one, row in after.items():
        earlier = before.get(one, row)
        if changed := [key for key in {**earlier, **row} if earlier.get(key) != row.get(key)]:
            yield f"~ {one} ({row['name']}): {', '.join(changed)}"


def _print_counts(imported: ImportedList) -> None:
    """A table of what was taken, kept as a note, and left out, on standard error."""
    number = len(imported.rows)
    logs.print(f"{number:,} actor{'s' * (number != 1)} taken")
    kinds: tuple[tuple[str, Counter[str]], ...] = (
        ("taken", imported.taken),
        ("note", imported.noted),
        ("left out", imported.left_out),
    )
    for fate, counts in kinds:
        for what, count in counts.most_common(_MAX_KINDS):
            logs.print(f"  {fate:<8} {count:>9,} x {what}", markup=False)
        if len(counts) > _MAX_KINDS:
            logs.print(f"  {fate:<8} and {len(counts) - _MAX_KINDS:,} more kinds of items", markup=False)
