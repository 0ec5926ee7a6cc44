"""How far long work has come, as a progress artifact on Prefect's page of the run."""

from __future__ import annotations

from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact

_SHORT = 80  # items; less is over before anybody looks


class ProgressBar:
    """A bar for `total` items under this key; none for short work."""

    def __init__(self, key: str, what: str, total: int) -> None:
        self._total = total
        self._bar: UUID | None = None
        if total >= _SHORT:
            made = create_progress_artifact(0.0, key=key, description=f"{what}, {total:,} in all")
            self._bar = made if isinstance(made, UUID) else None

    def advance_to(self, done: int) -> None:
        """Shows how many items are done."""
        if self._bar is not None:
            update_progress_artifact(self._bar, progress=round(100 * done / self._total, 1))
