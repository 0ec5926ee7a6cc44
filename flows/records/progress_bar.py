"""How far long work has come, as a progress artifact on Prefect's page of the run."""

from __future__ import annotations

from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact

_SHORT = 40  # items; pages of one site are read at one in two seconds


class ProgressBar:
    """A bar under this key once it is known that the work is long; none for short work."""

    def __init__(self, key: str, what: str) -> None:
        self._key, self._what = key, what
        self._bar: UUID | None = None

    def show(self, done: int, total: int) -> None:
        """Shows how many of the items are done."""
        if total < _SHORT:
            return
        share = round(100 * done / total, 1)
        if self._bar is None:
            made = create_progress_artifact(share, key=self._key, description=f"{self._what}, {total:,} in all")
            self._bar = made if isinstance(made, UUID) else None
        else:
            update_progress_artifact(self._bar, progress=share)


def archive_bar() -> ProgressBar:
    """The bar of a re-match."""
    return ProgressBar("archive", "Stored articles that are read again")
