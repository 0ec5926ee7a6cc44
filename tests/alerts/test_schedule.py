"""Windows have no gap and no overlap across clock changes; after downtime there is one digest."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.config.schedule import FIRST_WINDOW, due, latest_slot, next_at
from alerts.config.subscriptions import WhenEmpty
from alerts.config.value_types import Schedule

# Clock changes in both hemispheres, by half an hour, at midnight, around Ramadan; offsets of 15 and 45 minutes.
ZONES = (
    "Europe/London",
    "America/New_York",
    "America/Santiago",
    "Asia/Seoul",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Chatham",
    "Africa/Cairo",
    "America/St_Johns",
)
LONG_AGO = datetime(2023, 1, 1, tzinfo=UTC)
TICK = timedelta(minutes=5)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(8, 0), time(1, 30), time(0, 0)])
def test_three_years_of_daily_windows_without_gap_or_overlap(make, zone, at):
    desk = make.subscription(schedule=Schedule(at), zone=ZoneInfo(zone))
    last, now, days = LONG_AGO, LONG_AGO, []
    while now < LONG_AGO + timedelta(days=3 * 365):
        now = next_at(desk, now)
        assert due(desk, last, LONG_AGO, now - timedelta(seconds=1)) is None or not days
        window = due(desk, last, LONG_AGO, now + TICK)
        assert window is not None
        assert (window.start, window.end) == (last, now)
        last = window.end
        days.append(now.astimezone(ZoneInfo(zone)))
    dates = [day.date() for day in days]
    assert dates == [dates[0] + timedelta(days=offset) for offset in range(len(dates))]
    late = [day for day in days if day.time() != at]
    assert len(late) <= 6, "only where the clock skips the hour, at most twice a year"
    assert all(timedelta(0) < _since_midnight(day) - _since_midnight_of(at) <= timedelta(hours=1) for day in late)


def _since_midnight(day: datetime) -> timedelta:
    return _since_midnight_of(day.time())


def _since_midnight_of(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


@pytest.mark.parametrize("zone", ["Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_hourly_windows_join_over_a_change_of_the_clock(make, zone):
    desk = make.subscription(schedule=Schedule(time(0, 15), hourly=True), zone=ZoneInfo(zone))
    for start in (
        datetime(2026, 3, 28, tzinfo=UTC),
        datetime(2026, 4, 4, tzinfo=UTC),
        datetime(2026, 10, 24, tzinfo=UTC),
    ):
        last = now = latest_slot(desk.schedule, desk.zone, start)
        for _ in range(50):
            now = next_at(desk, now)
            window = due(desk, last, LONG_AGO, now)
            assert window is not None
            assert window.start == last
            assert now.astimezone(desk.zone).minute == 15
            assert timedelta(minutes=30) <= now - last <= timedelta(minutes=90)
            last = now


def test_weekly_slots_fall_on_their_day(make):
    desk = make.subscription(schedule=Schedule(time(8, 0), weekday=0), zone=ZoneInfo("Asia/Seoul"))
    first = next_at(desk, datetime(2026, 11, 22, tzinfo=UTC))
    assert first == datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    assert next_at(desk, first) == first + timedelta(days=7)
    assert first.astimezone(desk.zone).date() == date(2026, 11, 23)


def test_london_and_seoul_both_leave_on_time(make):
    london = make.subscription(schedule=Schedule(time(9, 30)), zone=ZoneInfo("Europe/London"))
    seoul = make.subscription(schedule=Schedule(time(17, 0)), zone=ZoneInfo("Asia/Seoul"))
    morning = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    assert next_at(london, morning) == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert next_at(seoul, morning) == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert next_at(london, datetime(2026, 7, 1, tzinfo=UTC)) == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)


def test_downtime_ends_with_one_digest(make):
    desk = make.subscription()
    last = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
    now = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
    window = due(desk, last, LONG_AGO, now)
    assert window is not None
    assert (window.start, window.end) == (last, datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    assert due(desk, window.end, LONG_AGO, now) is None


def test_the_first_digest_waits_for_a_complete_cycle_only(make):
    desk, now = make.subscription(), datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
    assert due(desk, None, None, now) is None
    window = due(desk, None, now - TICK, now)
    assert window is not None
    assert (window.start, window.end, window.first) == (now - FIRST_WINDOW, now, True)
    later = due(desk, None, now - TICK, now + TICK)
    assert later is not None
    assert later.key == window.key, "two ticks compute the same digest"


def test_a_schedule_that_changes_leaves_no_gap(make):
    daily, weekly = make.subscription(), make.subscription(schedule=Schedule(time(8, 0), weekday=4))
    last = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)
    window = due(weekly, last, LONG_AGO, datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert window is not None
    assert window.start == last
    again = due(daily, window.end, LONG_AGO, datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    assert again is not None
    assert again.start == window.end


@pytest.mark.parametrize(
    ("when_empty", "days", "sends"),
    [
        (WhenEmpty.WEEKLY, 1, False),
        (WhenEmpty.WEEKLY, 7, True),
        (WhenEmpty.ALWAYS, 1, True),
        (WhenEmpty.NEVER, 30, False),
    ],
)
def test_an_empty_digest_is_sent_as_configured(make, when_empty, days, sends):
    desk = make.subscription(when_empty=when_empty)
    now = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    window = due(desk, now - timedelta(days=days), LONG_AGO, now)
    assert window is not None
    assert window.send_if_empty is sends


def test_a_week_with_a_short_day_is_a_week(make):
    desk = make.subscription()
    sunday_of_change = datetime(2026, 3, 29, 7, 0, tzinfo=UTC)
    window = due(desk, datetime(2026, 3, 22, 8, 0, tzinfo=UTC), LONG_AGO, sunday_of_change)
    assert window is not None
    assert window.send_if_empty


def test_a_digest_of_a_clock_that_was_ahead_does_not_hold_back_the_next_ones(make):
    desk = make.subscription(schedule=Schedule(time(8)), zone=ZoneInfo("UTC"))
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    slot = now.replace(hour=8)
    ahead = now + timedelta(days=365)
    window = due(desk, ahead, LONG_AGO, now)
    assert (window.start, window.end) == (slot - FIRST_WINDOW, slot)
    assert due(desk, ahead, LONG_AGO, now + TICK).key == window.key, "the store takes it once"
    assert due(desk, ahead, LONG_AGO, now + timedelta(days=1)).key != window.key
    assert due(desk, slot, LONG_AGO, now) is None
