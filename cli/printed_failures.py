"""Which failing feeds `run --quiet` has printed: one that lasts is printed once a day, for cron mails each line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from alerts.delivering.trouble import REPEAT_AFTER
from core.atomic_files import replace_file
from core.errors import WatchwordError
from core.records import Failure, Stage
from core.settings import DataPaths


def printed_before(paths: DataPaths, failures: Sequence[Failure], now: datetime) -> frozenset[str]:
    """The feeds whose failure was printed within a day, is of the same cause and had no success between; notes all.

    Without a note, or if it cannot be written, none: then everything is printed.
    """
    feeds = {one.key: one.cause for one in failures if one.stage is Stage.FEED}
    if not feeds:
        return frozenset()
    notes = _read(paths)
    read_at = _last_successes(paths) if notes else {}
    known = {key for key, cause in feeds.items() if _is_known(notes.get(key), cause, read_at.get(key), now)}
    fresh = {key: {"cause": cause, "at": now.isoformat()} for key, cause in feeds.items() if key not in known}
    kept = {key: note for key, note in notes.items() if timedelta(0) <= now - _time(note) < REPEAT_AFTER}
    try:
        replace_file(paths.printed_failures, json.dumps(kept | fresh).encode())
    except OSError:
        return frozenset()
    return frozenset(known)


def _is_known(note: Mapping[str, str] | None, cause: str, read_at: datetime | None, now: datetime) -> bool:
    if note is None or note["cause"] != cause:
        return False
    printed_at = _time(note)
    return timedelta(0) <= now - printed_at < REPEAT_AFTER and (read_at is None or read_at <= printed_at)


def _time(note: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(note["at"])


def _read(paths: DataPaths) -> dict[str, dict[str, str]]:
    try:
        notes: dict[str, dict[str, str]] = json.loads(paths.printed_failures.read_text("utf-8"))
        return {key: note for key, note in notes.items() if note["cause"] and _time(note).tzinfo}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _last_successes(paths: DataPaths) -> dict[str, datetime]:
    """When each feed was last read; without those that never were."""
    from storage import queries

    sql = "SELECT feed_id, last_success_at FROM feed_health WHERE last_success_at IS NOT NULL"
    try:
        rows: Sequence[tuple[Any, ...]] = queries.ask(paths, sql).rows
    except WatchwordError:  # no snapshot yet
        return {}
    return {feed_id: at.replace(tzinfo=UTC) for feed_id, at in rows}
