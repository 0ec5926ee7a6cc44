"""`watchword evidence`: one hit as a dated file for the case folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cli.app import BAD_USAGE, DONE, logs, settings
from cli.verbs.review import reviewer
from core.errors import QueryError
from storage import queries


def evidence(hit: str, /, *, out: Path | None = None) -> int:
    """Write the evidence of a hit as one HTML file: quote, address, times, the text as stored, hashes.

    Args:
        hit: The hit's id, or its first characters.
        out: The file (default: a dated name in the current folder).
    """
    from desk.contents.evidence import evidence_file
    from flows.run_config import machine_zone
    from storage.snapshot_reader import SnapshotReader
    from storage.store import Store

    paths = settings().paths
    try:
        hit_id = str(queries.explain(paths, hit).hit["hit_id"])
    except QueryError as error:
        logs.print(str(error), style="red", markup=False)
        return BAD_USAGE
    reader = SnapshotReader(paths)
    try:
        with reader.reading() as reading:
            made = evidence_file(reading, Store(paths), hit_id, datetime.now(UTC), machine_zone(), reviewer())
    finally:
        reader.close()
    assert made is not None, "the hit was found a moment ago"
    file = out or Path(made.name)
    file.write_text(made.html, encoding="utf-8")
    logs.print(f"{file}", markup=False)
    return DONE
