"""Entries appended to watchlist.yaml and removed from it, with nothing else in the file changed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.nearness import nearest
from core.atomic_files import replace_file
from core.config import Document, parse_document, read_document, read_text
from core.errors import ConfigError, Problem
from core.plain_yaml import Location
from core.yaml_edits import UneditableError, with_item_behind, without_item


@dataclass(frozen=True, slots=True)
class NewActor:
    """An actor to append; `wanted_id` None makes an id of the name."""

    name: str
    wanted_id: str | None
    tags: Sequence[str]
    severity: str | None
    kind: str


def append_actor(config: Path, actor: NewActor) -> tuple[Path, str]:
    """The file to which the actor was appended, and its id. Raises ConfigError if it cannot be, and changes nothing."""
    from matching.watchlist.loading import parse_watchlist

    file = config / "watchlist.yaml"
    if (config / "watchlist").is_dir():
        file = config / "watchlist" / "watchlist.yaml"
    text = read_text(file) if file.exists() else "version: 1\n"
    before = parse_watchlist([parse_document(text, str(file))]) if text.strip() else None
    taken = {one.id for one in before.entries} if before else set()
    new_id = actor.wanted_id or _new_id(actor.name, taken)
    unix, lines = text.replace("\r\n", "\n"), _lines_of(new_id, actor)
    changed = _with_line_ends_of(text, _with_entry(unix, lines, len(before.actors) if before else 0))
    after = parse_watchlist([parse_document(changed, str(file))])
    if len(after.entries) != len(taken) + 1:
        raise ConfigError.of(Problem(str(file), "has no list of actors to append to", remedy="type the entry by hand"))
    replace_file(file.resolve(), changed.encode())
    return file, new_id


def remove_entry(config: Path, entry_id: str) -> Path:
    """The file from which the actor or scheme was removed, with the comments in it; those above it stay.

    Raises ConfigError if no file lists it, or it is written in a way that only a person can edit, and changes nothing.
    """
    from flows.run_config import config_files
    from matching.watchlist.loading import parse_watchlist

    documents = [read_document(file) for file in config_files(config, "watchlist")]
    before = [one.id for one in parse_watchlist(documents).entries]
    if entry_id not in before:
        problem = Problem("watchlist", f"no entry has the id {entry_id!r}{nearest(entry_id, before)}")
        raise ConfigError.of(problem)
    document, place = next(found for one in documents if (found := _place_in(one, entry_id)))
    by_hand = ConfigError.of(
        Problem(document.name, f"the entry {entry_id!r} is written in a way that only you can edit")
    )
    try:
        changed = parse_document(without_item(document.text, place), document.name)
        after = parse_watchlist([changed if one is document else one for one in documents])
    except (UneditableError, ConfigError) as error:
        raise by_hand from error
    if [one.id for one in after.entries] != [one for one in before if one != entry_id]:
        raise by_hand
    file = Path(document.name)
    replace_file(file.resolve(), changed.text.encode())
    return file


def _place_in(document: Document, entry_id: str) -> tuple[Document, Location] | None:
    """Where a file lists the entry; None if it does not. Raises ConfigError for a line of a published list."""
    from matching.watchlist.tabular import is_tabular, line_of, parse_tabular

    if is_tabular(document):
        ids = parse_tabular(document).ids
        if entry_id not in ids:
            return None
        line = line_of(document, list(ids).index(entry_id))
        raise ConfigError.of(Problem(document.name, f"lists {entry_id}", line, remedy="delete its line by hand"))
    for key in ("actors", "schemes"):
        for index, item in enumerate((document.data or {}).get(key) or ()):
            if item["id"] == entry_id:
                return document, (key, index)
    return None


def _with_line_ends_of(text: str, changed: str) -> str:
    return changed.replace("\n", "\r\n") if "\r\n" in text else changed


def _with_entry(text: str, lines: Sequence[str], actors: int) -> str:
    """The text with the entry behind the last of its actors; `actors:` is made if there is none."""
    if actors:
        try:
            return with_item_behind(text, ("actors", actors - 1), lines)
        except UneditableError:
            return text
    entry = "".join(f"  {'- ' if not number else '  '}{line}\n" for number, line in enumerate(lines))
    empty = re.search(r"^actors:[ ]*(?:\[[ ]*\])?[ ]*(?:#.*)?$", text, re.MULTILINE)
    if empty:
        return f"{text[: empty.start()]}actors:\n{entry}{text[empty.end() + 1 :]}"
    return f"{text.rstrip()}\nactors:\n{entry}".lstrip()


def _lines_of(new_id: str, actor: NewActor) -> list[str]:
    """The lines of the entry in YAML, without indentation."""
    fields = {"id": new_id, "name": actor.name}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    if actor.kind != "person":
        lines.append(f"type: {actor.kind}")
    if actor.severity:
        lines.append(f"severity: {actor.severity}")
    if actor.tags:
        lines.append(f"tags: {json.dumps(list(actor.tags), ensure_ascii=False)}")
    return lines


def _new_id(name: str, taken: set[str]) -> str:
    from matching.text.folding import fold_words

    plain = "-".join(fold_words(name)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "entry"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)
