"""Runs of any kind: when they began and ended, and how."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.records import RunKind
from storage.database.live_file import transaction
from storage.store.store_part import StorePart
from storage.tables import runs


class Runs(StorePart):
    """Runs of any kind: when they began and ended, and how."""

    def begin(self, kind: RunKind, at: datetime) -> str:
        """Records the start of a run of this kind. Returns its id."""
        with transaction(self.paths) as db:
            return runs.begin(db, kind, at)

    def end(self, run_id: str, at: datetime, summary: Mapping[str, Any], *, complete: bool = True) -> None:
        """Records the end of a run. The summary contains counts, never a target's name."""
        with transaction(self.paths) as db:
            runs.end(db, run_id, at, summary, complete=complete)

    def first_complete(self) -> datetime | None:
        """When the first complete cycle ended; None if there is none."""
        with transaction(self.paths) as db:
            return runs.first_complete(db)

    def last_complete(self) -> datetime | None:
        """When the last complete cycle ended; None if there is none."""
        with transaction(self.paths) as db:
            return runs.last_complete(db)
