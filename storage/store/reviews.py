"""Verdicts on hits, and suppressions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from core.errors import QueryError
from core.records import Review, ReviewVerdict, Suppression, VerdictReason
from storage.database.live_file import transaction
from storage.store.store_part import StorePart
from storage.tables import reviews, runs, stories, suppressions


class Reviews(StorePart):
    """Verdicts on hits, and suppressions."""

    def save(
        self,
        identities: Sequence[str],
        verdict: ReviewVerdict,
        at: datetime,
        *,
        target_id: str | None = None,
        note: str | None = None,
        reviewer: str | None = None,
        reason: VerdictReason | None = None,
        until: datetime | None = None,
    ) -> tuple[str, ...]:
        """Stores a verdict on the hits with these ids or prefixes, or on a target's hits in these stories.

        `until` is when a snoozed hit is open again.

        Returns the ids of the hits. Raises QueryError, and stores nothing, if an id does not mean one thing.
        """
        with transaction(self.paths) as db:
            found: dict[str, None] = {}
            for identity in identities:
                hit_ids = reviews.find(db, identity, target_id)
                if not hit_ids and (now_in := stories.current_id(db, identity)):
                    hit_ids = reviews.find(db, now_in, target_id)
                if not hit_ids:
                    raise QueryError(_why_nothing(identity, reviews.targets_in(db, identity)))
                found.update(dict.fromkeys(hit_ids))
            given = Review("", verdict, at, note, reviewer, reason=reason, until=until)
            reviews.save(db, [replace(given, hit_id=one) for one in found])
            runs.touch(db)
            return tuple(found)

    def mute_story(
        self, story_id: str, at: datetime, *, note: str | None = None, reviewer: str | None = None
    ) -> tuple[str, ...]:
        """Stores that nothing of a story that is open is wanted; carried to later articles. Returns the hits' ids."""
        with transaction(self.paths) as db:
            found = reviews.in_story(db, story_id) or reviews.in_story(db, stories.current_id(db, story_id) or "")
            given = Review("", ReviewVerdict.SUPPRESSED, at, note, reviewer, reason=VerdictReason.STORY_MUTED)
            reviews.save(db, [replace(given, hit_id=one) for one in found])
            runs.touch(db)
            return tuple(found)

    def refused(self, hit_ids: Collection[str]) -> frozenset[str]:
        """Those of these hits whose latest verdict is that they are not wanted: dismissed or suppressed."""
        with transaction(self.paths) as db:
            given = reviews.latest_of(db, hit_ids)
        unwanted = (ReviewVerdict.DISMISSED, ReviewVerdict.SUPPRESSED)
        return frozenset(hit_id for hit_id, review in given.items() if review.verdict in unwanted)

    def suppress(self, wanted: Suppression) -> int:
        """Stores a suppression, which acts at once on open hits without a verdict; returns on how many."""
        with transaction(self.paths) as db:
            held = suppressions.add(db, wanted)
            runs.touch(db)
            return held

    def end_suppression(self, suppression_id: str, at: datetime) -> bool:
        """Ends a suppression by its id or first characters; False unless that is one in force."""
        with transaction(self.paths) as db:
            ended = suppressions.end(db, suppression_id, at)
            runs.touch(db)
            return ended

    def suppressions(self, now: datetime) -> tuple[Suppression, ...]:
        """The suppressions in force, those that expire first before the others."""
        with transaction(self.paths) as db:
            return suppressions.in_force(db, now)

    def suppressions_of(self, ids: Collection[str]) -> tuple[Suppression, ...]:
        """These suppressions, also expired and ended ones."""
        with transaction(self.paths) as db:
            return suppressions.by_ids(db, ids)


def _why_nothing(identity: str, targets: Sequence[str]) -> str:
    """Why an id means no hits on which there can be one verdict; `targets` are those of the story that has it."""
    if targets:
        return f"{identity} is a story with {', '.join(targets)}: say which one with --target ID"
    return f"{identity} means no single hit, and no story with one target"
