from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import FeedSource, FeedState
from extractors.polling.schedule import (
    due_feeds,
    scheduled_after_success,
    scheduled_soon,
    with_adapted_interval,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday
HALF_HOUR = timedelta(minutes=30)
SOURCE = FeedSource("feed", "https://example.org/feed")
ALWAYS = replace(SOURCE, every=timedelta(0))
STATE = FeedState("feed", SOURCE.url, next_due_at=NOW + timedelta(hours=1))


def is_due(source, state, **options):
    return bool(due_feeds([source], {"feed": state} if state else {}, NOW, **options))


# ---------------------------------------------------------------- due feeds


def test_a_feed_is_due_if_it_was_never_polled_or_its_time_has_come():
    assert is_due(SOURCE, None)
    assert not is_due(SOURCE, STATE)
    assert is_due(SOURCE, replace(STATE, next_due_at=NOW))


def test_zero_is_always_due_and_intervals_can_be_ignored():
    assert is_due(ALWAYS, STATE)
    assert is_due(SOURCE, STATE, ignore_intervals=True)


@pytest.mark.parametrize("held", [{"paused": "410 Gone"}, {"retry_after_at": NOW + timedelta(seconds=1)}])
def test_nothing_overrides_a_pause_or_a_retry_after(held):
    assert not is_due(ALWAYS, replace(STATE, **held), ignore_intervals=True)


def test_a_feed_that_is_paused_by_hand_is_never_due():
    assert not is_due(replace(ALWAYS, paused=True), STATE, ignore_intervals=True)


def test_a_retry_after_ends():
    assert is_due(ALWAYS, replace(STATE, retry_after_at=NOW))


def test_another_url_in_feeds_yaml_resets_the_state():
    assert is_due(replace(SOURCE, url="https://example.org/new"), replace(STATE, paused="410 Gone"))


# ---------------------------------------------------------------- the interval


def test_the_interval_adapts_to_the_share_of_known_entries():
    state = replace(STATE, interval=timedelta(hours=1))
    assert with_adapted_interval(state, SOURCE, 0.9).interval == timedelta(minutes=75)
    assert with_adapted_interval(state, SOURCE, 0.5).interval == timedelta(hours=1)
    assert with_adapted_interval(state, SOURCE, 0.1).interval == timedelta(minutes=36)
    assert with_adapted_interval(STATE, SOURCE, 0.5).interval == HALF_HOUR


@given(st.lists(st.floats(0, 1) | st.none(), max_size=60), st.sampled_from([0, 15, 30, 120, 360]))
def test_the_interval_stays_within_its_bounds(shares, minutes):
    source, state = replace(SOURCE, every=timedelta(minutes=minutes)), STATE
    for share in shares:
        state = with_adapted_interval(state, source, share)
        assert max(timedelta(minutes=15), source.every) <= state.interval <= timedelta(hours=6)


def test_a_busy_feed_with_many_entries_is_not_slowed_down():
    state = replace(STATE, usual_gap=timedelta(hours=2))
    for _ in range(30):
        state = with_adapted_interval(state, SOURCE, 0.97)
    assert state.interval == timedelta(hours=1)


def test_the_next_poll_waits_for_the_longest_requested_interval_up_to_a_maximum():
    state = replace(STATE, interval=HALF_HOUR)
    assert HALF_HOUR <= scheduled_after_success(state, NOW).next_due_at - NOW <= 1.1 * HALF_HOUR
    asked = scheduled_after_success(replace(state, wanted_gap=timedelta(hours=2)), NOW).next_due_at - NOW
    assert timedelta(hours=2) <= asked <= timedelta(hours=2.2)
    most = scheduled_after_success(replace(state, wanted_gap=timedelta(days=30)), NOW).next_due_at - NOW
    assert most <= timedelta(hours=6.6)


def test_jitter_differs_between_feeds_and_times():
    states = [replace(STATE, feed_id=f"feed{number}", interval=HALF_HOUR) for number in range(50)]
    assert len({scheduled_after_success(state, NOW).next_due_at for state in states}) > 40


def test_skipped_hours_and_days_are_left_out():
    noon_to_three = 1 << 12 | 1 << 13 | 1 << 14
    assert (
        scheduled_after_success(replace(STATE, interval=HALF_HOUR, skip_hours=noon_to_three), NOW).next_due_at.hour
        == 15
    )
    sundays = scheduled_after_success(replace(STATE, interval=HALF_HOUR, skip_days=1 << 6), NOW).next_due_at
    assert sundays == datetime(2026, 11, 23, tzinfo=UTC)
    never = scheduled_after_success(replace(STATE, interval=HALF_HOUR, skip_days=127), NOW).next_due_at
    assert never - NOW <= timedelta(days=8)


def test_soon_is_after_the_minimum_interval():
    assert timedelta(minutes=15) <= scheduled_soon(STATE, NOW).next_due_at - NOW <= timedelta(minutes=16.5)


# ---------------------------------------------------------------- clocks


def test_a_feed_that_was_polled_by_a_clock_that_was_ahead_is_due():
    year = timedelta(days=365)
    ahead = replace(STATE, last_attempt_at=NOW + year, next_due_at=NOW + year + HALF_HOUR, retry_after_at=NOW + year)
    assert is_due(SOURCE, ahead)
    assert not is_due(SOURCE, replace(ahead, paused="410 Gone"))
    corrected = replace(STATE, last_attempt_at=NOW + timedelta(minutes=2))
    assert not is_due(SOURCE, corrected), "clocks are corrected by minutes all the time"
