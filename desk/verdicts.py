"""Verdicts given on the desk: stored like those of `watchword review`, and shown at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.errors import QueryError, WatchwordError
from core.records import VERDICT_OF_WORD, Review, ReviewVerdict, VerdictReason
from storage.snapshot_reader import SnapshotReader
from storage.store import Store

log = logging.getLogger("watchword.desk")

REASONS: Mapping[str, VerdictReason] = {
    "another person of that name": VerdictReason.NAMESAKE,
    "another word": VerdictReason.OTHER_WORD,
    "not in the article itself": VerdictReason.NOT_ARTICLE,
    "known already": VerdictReason.KNOWN,
    "not relevant": VerdictReason.IRRELEVANT,
    "checked with another source": VerdictReason.CHECKED,
}
"""The short list, in words: a note that begins with one of these has that reason."""

SNOOZE_DAYS = 7
_LONGEST_SNOOZE = 366
_QUIET_S = 3.0  # without a further verdict, until a snapshot is published
_LONGEST_S = 30.0  # from the first verdict on

NOTE = 2_000
"""The most characters of a note."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a form says: a verdict on a target in a story or, with `hit`, on one hit."""

    verdict: ReviewVerdict
    item: str = ""  # a story's id; an article's, if it is in no story
    target: str = ""
    hit: str = ""
    note: str | None = None
    reason: VerdictReason | None = None
    days: int = SNOOZE_DAYS  # of a snooze

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Judgement:
        """The judgement in a form. Raises QueryError for a form that the desk did not make."""
        verdict = VERDICT_OF_WORD.get(form.get("verdict", ""))
        item, target, hit = form.get("item", ""), form.get("target", ""), form.get("hit", "")
        if verdict is None or not (hit or (item and target)):
            raise QueryError("this form has no verdict, or nothing to give it to")
        reason, note = reason_and_note(note_in(form))
        days = form.get("days", "")
        length = int(days) if days.isascii() and days.isdigit() and 0 < int(days) <= _LONGEST_SNOOZE else SNOOZE_DAYS
        return cls(verdict, item, target, hit, note, reason, length)


def note_in(form: Mapping[str, str]) -> str:
    """The note of a form, empty without one. Raises QueryError for one that is too long, instead of cutting it."""
    note = form.get("note", "").strip()
    if len(note) > NOTE:
        raise QueryError(f"the note has {len(note):,} characters, and {NOTE:,} are the most")
    return note


def reason_and_note(text: str) -> tuple[VerdictReason | None, str | None]:
    """The reason with which a note begins, and what follows it; None for what is not there."""
    for words, reason in REASONS.items():
        if text.casefold().startswith(words):
            return reason, text[len(words) :].strip(" .,:;-") or None
    return None, text or None


_ONE_HIT = "SELECT hit_id FROM hits_all WHERE hit_id = $hit"
_IN_ARTICLE = """
    SELECT hit_id FROM hits WHERE story_id IS NULL AND article_id = $item AND target_id = $target
"""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Stores verdicts in the database, in the transaction that `watchword review` uses."""

    store: Store
    reader: SnapshotReader
    publisher: Publisher

    def save(self, judgement: Judgement, person: str | None, now: datetime) -> tuple[str, ...]:
        """Stores the verdict; returns the ids of its hits. Raises QueryError if there are none any more."""
        is_snooze = judgement.verdict is ReviewVerdict.SNOOZED
        given = Review(
            "",
            judgement.verdict,
            now,
            judgement.note,
            person,
            reason=judgement.reason,
            until=now + timedelta(days=judgement.days) if is_snooze else None,
        )
        try:
            found = self.store.reviews.save(
                self._identities(judgement),
                given.verdict,
                now,
                target_id=judgement.target or None,
                note=given.note,
                reviewer=person,
                reason=given.reason,
                until=given.until,
            )
        except QueryError as error:
            raise QueryError("what this verdict is for is no longer there; load the page again") from error
        self._show(given, found)
        return found

    def mute(self, item: str, note: str | None, person: str | None, now: datetime) -> tuple[str, ...]:
        """Stores that nothing of a story that is open is wanted; returns the ids of its hits."""
        found = self.store.reviews.mute_story(item, now, note=note, reviewer=person)
        given = Review("", ReviewVerdict.SUPPRESSED, now, note, person, reason=VerdictReason.STORY_MUTED)
        self._show(given, found)
        return found

    def _show(self, given: Review, found: Sequence[str]) -> None:
        self.reader.show([replace(given, hit_id=one) for one in found])
        self.publisher.request()

    def _identities(self, judgement: Judgement) -> tuple[str, ...]:
        """What the store is asked for: the story or, of an article in none, its hits."""
        with self.reader.reading() as reading:
            if judgement.hit:
                rows = reading.ask(_ONE_HIT, {"hit": judgement.hit})
            else:
                rows = reading.ask(_IN_ARTICLE, {"item": judgement.item, "target": judgement.target})
        if judgement.hit and not rows:
            raise QueryError("no hit has this id")
        return tuple(row["hit_id"] for row in rows) or (judgement.item,)


class Publisher:
    """Publishes the snapshot in the background, some seconds after verdicts, for other readers of it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._requested = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="desk-publisher", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def request(self) -> None:
        """Asks for a publication."""
        self._requested.set()

    def end(self) -> None:
        """Publishes what was asked for and ends the thread."""
        self._ended.set()
        self._requested.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._requested.wait()
            waited = 0.0
            while not self._ended.is_set() and waited < _LONGEST_S:
                self._requested.clear()
                waited += _QUIET_S
                self._ended.wait(_QUIET_S)
                if not self._requested.is_set():
                    break
            self._requested.clear()
            self.publish()

    def publish(self) -> None:
        """Publishes the snapshot now, if it would change.

        A failure loses nothing: verdicts are in the database, and the next cycle publishes them.
        """
        try:
            self._store.publish_snapshot(self._clock())
        except (WatchwordError, OSError) as error:
            log.warning("The snapshot could not be published: %s", error)
