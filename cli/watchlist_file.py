"""Appending an actor to watchlist.yaml, with nothing else in the file changed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.atomic_files import replace_file
from core.config import parse_document, read_text
from core.errors import ConfigError, Problem
from core.yaml_edits import UneditableError, with_item_behind


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
