"""What every part of the store has: the data folder."""

from __future__ import annotations

from core.settings import DataPaths


class StorePart:
    """Some tables of the database in a data folder. Nothing stays open between calls."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths
