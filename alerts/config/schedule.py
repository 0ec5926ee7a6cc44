"""When a subscription's digest is due, and which window of findings it covers.

A slot is an instant at which a digest is due. Each local day has exactly one daily slot: a time skipped by daylight
saving is taken with the offset before the change, a time that occurs twice is its first occurrence (PEP 495, fold 0).
A window runs from the end of the last digest to the last slot, so that clock changes, downtime and changed schedules
leave no gap and no overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.config.subscriptions import Subscription, WhenEmpty
from alerts.config.value_types import Schedule

FIRST_WINDOW = timedelta(days=7)
"""How far back a subscription's first digest reaches, however old the database is."""

_QUIET_WEEK = timedelta(days=7) - timedelta(hours=2)  # clock changes make a week of slots up to two hours shorter
_HOUR = timedelta(hours=1)
_CLOCK_SLACK = timedelta(minutes=5)  # by so much, clocks are corrected all the time


@dataclass(frozen=True, slots=True)
class Window:
    """Findings with `start <= found_at < end`, in UTC. `send_if_empty` asks for a digest even if there are none.

    `first` marks the window of a subscription's first digest.
    """

    start: datetime
    end: datetime
    send_if_empty: bool = False
    first: bool = False

    @property
    def key(self) -> str:
        """The window's part of its digest's identity: the end of the last digest.

        So two concurrent ticks compute the same digest, and the store rejects the second.
        """
        return "first" if self.first else self.start.isoformat()


def due(
    subscription: Subscription, last_end: datetime | None, first_complete: datetime | None, now: datetime
) -> Window | None:
    """The window of the digest that is due at `now`, None if none is.

    `last_end` is the end of the subscription's last digest, None before the first; `first_complete` the end of the
    first complete cycle, None before that. A last digest that ends in the future was made while the clock was ahead:
    the window then reaches to the last slot and as far back as a first one, and what was notified is left out of it.
    """
    if first_complete is None:
        return None
    if last_end is None:
        return Window(now - FIRST_WINDOW, now, _sends_if_empty(subscription, first_complete, now), first=True)
    slot = latest_slot(subscription.schedule, subscription.zone, now)
    if last_end > now + _CLOCK_SLACK:
        return Window(slot - FIRST_WINDOW, slot, subscription.when_empty is WhenEmpty.ALWAYS)
    if slot <= last_end:
        return None
    return Window(last_end, slot, _sends_if_empty(subscription, last_end, slot))


def _sends_if_empty(subscription: Subscription, since: datetime, at: datetime) -> bool:
    if subscription.when_empty is WhenEmpty.WEEKLY:
        return at - since >= _QUIET_WEEK
    return subscription.when_empty is WhenEmpty.ALWAYS


def next_at(subscription: Subscription, now: datetime) -> datetime:
    """The first slot after `now`, in UTC."""
    return min(slot for slot in _slots_around(subscription.schedule, subscription.zone, now) if slot > now)


def latest_slot(schedule: Schedule, zone: ZoneInfo, now: datetime) -> datetime:
    """The last slot at or before `now`, in UTC."""
    return max(slot for slot in _slots_around(schedule, zone, now) if slot <= now)


def _slots_around(schedule: Schedule, zone: ZoneInfo, now: datetime) -> Iterator[datetime]:
    """The slots of the days around `now`, which include the last and the next one."""
    if schedule.hourly:
        yield from _hourly_slots(schedule.at.minute, zone, now)
        return
    today = now.astimezone(zone).date()
    reach = 2 if schedule.weekday is None else 9
    for offset in range(-reach, reach + 1):
        day = today + timedelta(days=offset)
        if schedule.weekday in (None, day.weekday()):
            yield datetime.combine(day, schedule.at, tzinfo=zone).astimezone(UTC)


def _hourly_slots(minute: int, zone: ZoneInfo, now: datetime) -> Iterator[datetime]:
    """Every instant within three hours whose local minute is `minute`.

    Since 1972 the offsets of all zones are multiples of 15 minutes, so that four instants an hour are tried.
    """
    start = now.replace(minute=minute % 15, second=0, microsecond=0) - 3 * _HOUR
    for step in range(6 * 4 + 1):
        instant = start + timedelta(minutes=15 * step)
        if instant.astimezone(zone).minute == minute:
            yield instant.astimezone(UTC)
