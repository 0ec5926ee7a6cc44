"""Appending an actor to watchlist.yaml, with nothing else in the file changed."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from core.config import parse_document, read_text
from core.errors import ConfigError, Problem


def append_actor(
    config: Path, name: str, wanted: str | None, tags: Sequence[str], severity: str | None, kind: str
) -> Path:
    """The file to which the actor was appended. Raises ConfigError if it cannot be, and then changes nothing."""
    from matching.watchlist.loading import parse_watchlist

    file = config / "watchlist.yaml"
    if (config / "watchlist").is_dir():
        file = config / "watchlist" / "watchlist.yaml"
    text = read_text(file) if file.exists() else "version: 1\n"
    before = parse_watchlist([parse_document(text, str(file))]) if text.strip() else None
    taken = {one.id for one in before.entries} if before else set()
    entry = _as_yaml(wanted or _new_id(name, taken), name, tags, severity, kind)
    changed = _with_line_ends_of(text, _with_entry(text.replace("\r\n", "\n"), entry))
    after = parse_watchlist([parse_document(changed, str(file))])
    if len(after.entries) != len(taken) + 1:
        raise ConfigError.of(Problem(str(file), "has no list of actors to append to", remedy="type the entry by hand"))
    building = file.with_name(f".{file.name}.new")
    building.write_text(changed, encoding="utf-8")
    if file.exists():
        shutil.copymode(file, building)
    os.replace(building, file)
    return file


def _with_line_ends_of(text: str, changed: str) -> str:
    return changed.replace("\n", "\r\n") if "\r\n" in text else changed


def _with_entry(text: str, entry: str) -> str:
    """The text with the entry as the first of `actors:`, which is made if there is none."""
    empty = re.search(r"^actors:[ ]*(?:\[[ ]*\])?[ ]*(?:#.*)?$", text, re.MULTILINE)
    if empty:
        return f"{text[: empty.start()]}actors:\n{entry}{text[empty.end() + 1 :]}"
    return f"{text.rstrip()}\nactors:\n{entry}".lstrip()


def _as_yaml(name_id: str, name: str, tags: Sequence[str], severity: str | None, kind: str) -> str:
    fields = {"id": name_id, "name": name}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    if kind != "person":
        lines.append(f"type: {kind}")
    if severity:
        lines.append(f"severity: {severity}")
    if tags:
        lines.append(f"tags: {json.dumps(list(tags), ensure_ascii=False)}")
    return "".join(f"  {'- ' if not number else '  '}{line}\n" for number, line in enumerate(lines))


def _new_id(name: str, taken: set[str]) -> str:
    from matching.text.folding import fold_words

    plain = "-".join(fold_words(name)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "entry"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)
