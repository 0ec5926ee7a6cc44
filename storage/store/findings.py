"""Open hits with their articles and stories, as digests use them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from core.records import Band, Finding
from storage.database.live_file import transaction
from storage.store.store_part import StorePart
from storage.tables import findings


class Findings(StorePart):
    """Open hits with their articles and stories, as digests use them."""

    def between(
        self, start: datetime, end: datetime, *, bands: Collection[Band] = (Band.REVIEW, Band.ALERT)
    ) -> tuple[Finding, ...]:
        """Open hits of these bands found in `[start, end)`, highest score first."""
        with transaction(self.paths) as db:
            return findings.between(db, start, end, bands)

    def edited(self, start: datetime, end: datetime) -> tuple[Finding, ...]:
        """Open hits found before their article got a new version, which may be a correction, in `[start, end)`."""
        with transaction(self.paths) as db:
            return findings.edited(db, start, end)

    def suppressed(self, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
        """How many suppressed hits were found in `[start, end)`, by the code of their deciding reason."""
        with transaction(self.paths) as db:
            return findings.suppressed(db, start, end)

    def of_hits(self, hit_ids: Collection[str]) -> tuple[Finding, ...]:
        """Those of these hits that are open and of the bands alert and review, highest score first."""
        with transaction(self.paths) as db:
            return findings.by_ids(db, hit_ids)
