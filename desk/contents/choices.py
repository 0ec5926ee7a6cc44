"""What forms offer to choose from."""

from __future__ import annotations

from typing import Any

from storage.snapshot_reader import SnapshotReading

MOST = 300
"""The most entries offered; others can be typed."""

_ENTRIES = f"SELECT target_id, name FROM targets WHERE until IS NULL ORDER BY name, target_id LIMIT {MOST}"


def entry_choices(reading: SnapshotReading) -> list[dict[str, Any]]:
    """The entries of the list in force by name, with `target_id` and `name`."""
    return reading.ask(_ENTRIES)
