"""Where an entry is in the watchlist's YAML files, and what an edit of it would change there."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ConfigError
from core.plain_yaml import Places, PlainYamlError, read_plain
from core.yaml_edits import UneditableError, with_value
from flows.run_config import config_files

_CONTEXT = 3  # lines of a difference around what changes


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry at `[start, end)` of a file's text; `path` are its keys there, such as `("actors", 3)`."""

    file: Path
    content: str
    path: tuple[str | int, ...]
    start: int
    end: int

    @property
    def line(self) -> int:
        """The number of its first line, from 1."""
        return self.content.count("\n", 0, self.start) + 1

    @property
    def text(self) -> str:
        """Its lines."""
        return self.content[self.start : self.end].rstrip()

    def difference(self, key: str, value: Any, contexts: Mapping[str, Any] | None = None) -> str:  # noqa: ANN401 - any plain value
        """The unified difference of the file with this value of the key; empty if it cannot be written there.

        `contexts` are added to those of the file, by id.
        """
        edited = self._with(key, value, contexts or {})
        if edited is None:
            return ""
        before, after = self.content.splitlines(), edited.splitlines()
        lines = difflib.unified_diff(before, after, f"a/{self.file.name}", f"b/{self.file.name}", "", "", _CONTEXT, "")
        return "\n".join(lines)

    def _with(self, key: str, value: Any, contexts: Mapping[str, Any]) -> str | None:  # noqa: ANN401 - as above
        """The file's text with the value and contexts, if reading it gives exactly that; None otherwise."""
        expected = read_plain(self.content)
        entry = expected
        for step in self.path:
            entry = entry[step]
        entry[key] = value
        listed = expected.get("contexts")
        try:
            edited = with_value(self.content, (*self.path, key), in_yaml(value))
            if contexts and not listed:
                edited = with_value(edited, ("contexts",), in_yaml(contexts))
            else:
                for name, context in contexts.items():
                    edited = with_value(edited, ("contexts", name), in_yaml(context))
        except UneditableError:
            return None
        if contexts:
            expected["contexts"] = {**(listed or {}), **contexts}
        return edited if _reads_as(edited, expected) else None


def in_yaml(value: Any) -> str:  # noqa: ANN401 - as above
    """A plain value on one line of YAML, every text in quotes."""
    return json.dumps(value, ensure_ascii=False)


def _reads_as(text: str, expected: Any) -> bool:  # noqa: ANN401 - as above
    """True for a text with exactly this content."""
    try:
        return bool(read_plain(text) == expected)
    except PlainYamlError:
        return False


def listed_entry(config_dir: Path, target_id: str) -> ListedEntry | None:
    """The entry in a YAML file of the watchlist; None if it is in none, as one of a published list in CSV."""
    try:
        files = config_files(config_dir, "watchlist")
    except ConfigError:
        return None
    for file in files:
        if file.suffix.lower() in (".yaml", ".yml"):
            found = _entry_in(file, file.read_text("utf-8", errors="replace"), target_id)
            if found:
                return found
    return None


def _entry_in(file: Path, text: str, target_id: str) -> ListedEntry | None:
    """The entry in a file; None if it is not there or the file is no plain YAML, as while it is being edited."""
    if target_id not in text:
        return None
    try:
        content = read_plain(text)
    except PlainYamlError:
        return None
    for section in ("actors", "schemes"):
        entries = content.get(section) if isinstance(content, dict) else None
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and entry.get("id") == target_id:
                span = Places(text).span((section, index))
                start = text.rfind("\n", 0, span.start) + 1 if span else 0
                return ListedEntry(file, text, (section, index), start, span.end) if span else None
    return None
