"""The last valid configuration files stay in use until a bad edit is corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from core.config import Document, keep_last_good, read_document
from core.errors import ConfigError

Value = TypeVar("Value")


def read_or_last_good(
    files: Callable[[], Sequence[Path]],
    kept: Path,
    parse: Callable[[Sequence[Document]], Value],
    parse_kept: Callable[[Sequence[Document]], Value],
    *,
    keep: bool = True,
) -> tuple[Value, ConfigError | None]:
    """The parsed files and None; if they are invalid, their last valid version and the error.

    `files` finds them, and may raise ConfigError too; `parse_kept` reads the last valid version.

    Valid files are copied to the folder `kept`, under their names, unless `keep` is False, as for a check, or the disk
    is full. Raises ConfigError if the files are invalid and there is no earlier version.
    """
    try:
        documents = tuple(map(read_document, files()))
        value = parse(documents)
    except ConfigError as error:
        earlier = kept_files(kept)
        if not earlier:
            raise
        return parse_kept(tuple(map(read_document, earlier))), error
    if keep:
        keep_all(documents, kept)
    return value, None


def kept_files(kept: Path) -> tuple[Path, ...]:
    """The files of the last valid version, sorted by name; empty if there is none."""
    return tuple(sorted(path for path in kept.glob("*") if path.is_file() and not path.name.startswith(".")))


def keep_all(documents: Sequence[Document], kept: Path) -> None:
    """Copies valid files to the folder `kept`; an earlier version stays if there is no room."""
    with suppress(OSError):
        for document in documents:
            keep_last_good(document, kept)
        names = {Path(document.name).name for document in documents}
        for path in kept.iterdir():
            if path.name not in names:
                path.unlink()
