"""A bad edit never stops the watch: the last files that were valid stay in force, and the mistake is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from core.config import Document, keep_last_good, read_document
from core.errors import ConfigError

Value = TypeVar("Value")


def read_or_last_good(
    files: Sequence[Path], kept: Path, parse: Callable[[Sequence[Document]], Value]
) -> tuple[Value, ConfigError | None]:
    """What `files` say, or, where they are wrong, what they said when they were last valid, with the error.

    Valid files are kept in the folder `kept`, under their names. Raises ConfigError when the files are wrong and
    nothing valid was ever kept.
    """
    try:
        documents = tuple(map(read_document, files))
        value = parse(documents)
    except ConfigError as error:
        earlier = sorted(path for path in kept.glob("*") if path.is_file())
        if not earlier:
            raise
        return parse(tuple(map(read_document, earlier))), error
    _keep(documents, kept)
    return value, None


def _keep(documents: Sequence[Document], kept: Path) -> None:
    for document in documents:
        keep_last_good(document, kept)
    names = {Path(document.name).name for document in documents}
    for path in kept.iterdir():
        if path.name not in names:
            path.unlink()
