"""Which entries of a feed are new, and the origin of each: news, a first look, a replayed archive or a flood."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.records import EntryOrigin, FeedEntry, FeedSource, FeedState, FirstPoll

MAX_NEW_PER_POLL = 500
"""New entries taken from one poll; the next polls read the same body again and take the rest."""

_MAX_KNOWN_KEPT = 500  # known entries are kept because their text may have changed
_MAX_NEWS_AGE = timedelta(hours=72)
_MIN_REPLAY_ENTRIES = 10  # fewer old ones are corrections or late additions
_MIN_FLOOD_ENTRIES = 20  # fewer are a busy day
_FLOOD_FACTOR = 5
_LATEST_WEIGHT = 0.3  # of the latest poll in a moving average


@dataclass(frozen=True, slots=True)
class ClassifiedEntries:
    """The entries of one poll, new ones first: `new` counts those taken, `deferred` those left for the next poll.

    `known_share` is the share of entries that were stored already, None if unknown.
    """

    entries: tuple[FeedEntry, ...]
    new: int
    deferred: int
    known_share: float | None


def classify_entries(
    entries: Sequence[FeedEntry], known: Collection[str] | None, state: FeedState, source: FeedSource, now: datetime
) -> ClassifiedEntries:
    """The entries with their origins. `known` holds the keys that are already stored, None if that is unknown."""
    new = [entry for entry in entries if known is None or entry.entry_key not in known]
    old = [entry for entry in entries if known is not None and entry.entry_key in known]
    if known is not None or state.first_polled_at is None:
        new = _with_origins(new, state, source, now)
    taken = new if known is None else new[:MAX_NEW_PER_POLL]
    share = None if known is None else len(old) / max(1, len(entries))
    return ClassifiedEntries((*taken, *old[:_MAX_KNOWN_KEPT]), len(taken), len(new) - len(taken), share)


def _with_origins(new: list[FeedEntry], state: FeedState, source: FeedSource, now: datetime) -> list[FeedEntry]:
    if state.first_polled_at is None:
        return [_first_look(entry, now) for entry in new] if source.first_poll is FirstPoll.BASELINE else new
    if _is_flood(len(new), state, now):
        new = [replace(entry, origin=EntryOrigin.FLOOD) for entry in new]
    return _with_replays(new, state)


def _first_look(entry: FeedEntry, now: datetime) -> FeedEntry:
    is_recent = entry.published is not None and entry.published >= now - _MAX_NEWS_AGE
    return entry if is_recent else replace(entry, origin=EntryOrigin.FIRST_LOOK)


def _with_replays(new: list[FeedEntry], state: FeedState) -> list[FeedEntry]:
    """The entries, as replays where many that were already old at the last poll were not in it."""
    before = state.last_success_at or state.first_polled_at
    if before is None:
        return new
    old = [entry for entry in new if entry.published is not None and entry.published < before - _MAX_NEWS_AGE]
    if len(old) < _MIN_REPLAY_ENTRIES or len(old) * 2 < len(new):
        return new
    replayed = {entry.entry_key for entry in old}
    return [replace(entry, origin=EntryOrigin.REPLAY) if entry.entry_key in replayed else entry for entry in new]


def _is_flood(count: int, state: FeedState, now: datetime) -> bool:
    """True for more than five times the usual number of new entries in the time since the last success."""
    if count < _MIN_FLOOD_ENTRIES or state.usual_new_entries is None:
        return False
    away = now - state.last_success_at if state.last_success_at else timedelta(0)
    usual = max(state.usual_new_entries, away / state.usual_gap if state.usual_gap else 0.0)
    return count > _FLOOD_FACTOR * usual


def with_publishing_rate(state: FeedState, classified: ClassifiedEntries, now: datetime) -> FeedState:
    """The state with its moving averages (entries a poll, time between entries) after any poll but the first."""
    fresh = sum(entry.origin is EntryOrigin.FRESH for entry in classified.entries[: classified.new])
    if not fresh:
        return state
    gap = (now - state.last_new_entry_at) / fresh if state.last_new_entry_at else None
    return replace(
        state,
        usual_new_entries=_moving_average(state.usual_new_entries, float(fresh)),
        usual_gap=timedelta(seconds=_moving_average(_seconds(state.usual_gap), gap.total_seconds())) if gap else None,
        last_new_entry_at=now,
    )


def with_initial_publishing_rate(state: FeedState, entries: Sequence[FeedEntry], now: datetime) -> FeedState:
    """The state after the first poll, with the time between entries estimated from their dates."""
    dates = sorted(entry.published for entry in entries if entry.published is not None)
    gap = (dates[-1] - dates[0]) / (len(dates) - 1) if len(dates) > 1 else None
    return replace(state, usual_gap=gap or None, last_new_entry_at=min(dates[-1], now) if dates else now)


def _moving_average(before: float | None, latest: float) -> float:
    return latest if before is None else (1 - _LATEST_WEIGHT) * before + _LATEST_WEIGHT * latest


def _seconds(span: timedelta | None) -> float | None:
    return span.total_seconds() if span is not None else None
