"""Trouble of the watch itself: what counts as trouble; notices at once, and once a day for each cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from zoneinfo import ZoneInfo

import pytest

from alerts.delivering.outbox import mail_deliveries
from alerts.delivering.trouble import Health, notice_of, troubles_of
from alerts.rendering.message import Sender
from core.records import PAUSED_BY_HAND, DigestKind, FeedTrouble

SENDER = Sender("Watchword <watch@example.org>")
HOUR = timedelta(hours=1)


@pytest.fixture
def health(make):
    def of(waiting=(), **coverage):
        whole = replace(make.coverage, last_complete_cycle=make.now - timedelta(minutes=20), **coverage)
        return Health(whole, waiting, make.now - timedelta(days=30), make.now, ZoneInfo("Europe/London"))

    return of


def feeds(make, count, *, hours, primary=False):
    since = make.now - timedelta(hours=hours)
    return tuple(
        FeedTrouble(f"feed-{number}", "https://x.example", "timeout", "no answer", since, primary=primary)
        for number in range(count)
    )


def causes(health):
    return [one.cause for one in troubles_of(health)]


def test_a_healthy_watch_has_none(health):
    assert causes(health()) == []


def test_a_broken_file_is_named_with_its_place(health):
    (trouble,) = troubles_of(health(config_problems=("config/watchlist.yaml:4:3: unknown key",)))
    assert trouble.cause == "configuration"
    assert "config/watchlist.yaml:4:3: unknown key" in trouble.lines


@pytest.mark.parametrize(("minutes", "expected"), [(119, []), (120, ["cycle"])])
def test_no_complete_cycle_for_two_hours(make, health, minutes, expected):
    found = health()
    coverage = replace(found.coverage, last_complete_cycle=make.now - timedelta(minutes=minutes))
    assert causes(replace(found, coverage=coverage)) == expected


@pytest.mark.parametrize(
    ("count", "hours", "primary", "expected"),
    [(6, 7, False, []), (7, 7, False, ["feeds"]), (7, 5, False, []), (1, 7, True, ["feeds"]), (1, 5, True, [])],
)
def test_a_quarter_of_the_feeds_or_an_official_one_for_six_hours(make, health, count, hours, primary, expected):
    assert causes(health(failing=feeds(make, count, hours=hours, primary=primary))) == expected


def test_an_official_source_not_read_for_a_day_has_a_notice_of_its_own(make, health):
    day, hours = feeds(make, 8, hours=25, primary=True), feeds(make, 1, hours=7, primary=True)
    (alone,) = troubles_of(health(failing=day[:1]))
    assert (alone.cause, alone.title) == ("feed-feed-0", "Official source feed-0 not read for a day")
    assert "watchword feeds check https://x.example" in alone.lines[2]
    assert causes(health(failing=(*day[:1], replace(hours[0], feed_id="new")))) == ["feeds", "feed-feed-0"]
    assert causes(health(failing=day)) == ["feeds", *(f"feed-feed-{number}" for number in range(5))]
    assert causes(health(failing=feeds(make, 1, hours=25))) == [], "not official"


def test_a_feed_that_is_paused_by_hand_is_no_trouble(make, health):
    (down,) = feeds(make, 1, hours=7, primary=True)
    assert causes(health(failing=(replace(down, cause=PAUSED_BY_HAND),))) == []


def test_a_feed_never_read_counts_from_the_first_cycle(make, health):
    never = FeedTrouble("official", "https://x.example", "dns", "no such host", None, primary=True)
    assert causes(health(failing=(never,))) == ["feed-official"]
    young = replace(health(failing=(never,)), first_complete=make.now - HOUR)
    assert causes(young) == []
    assert causes(replace(young, first_complete=None)) == []


def test_a_stuck_outbox_names_its_error(make, health):
    digest = make.digest(at=make.now)
    (one,) = mail_deliveries(digest, [("desk@example.org", "x", b"")], SENDER, make.now - HOUR)
    stuck = replace(one, last_error="signing in as desk: 535 no")
    (trouble,) = troubles_of(health(waiting=[stuck]))
    assert (trouble.cause, trouble.lines[0]) == ("outbox", "signing in as desk: 535 no")
    assert causes(health(waiting=[replace(one, created_at=make.now)])) == []


def test_each_cause_is_notified_at_once_and_once_a_day(make, health):
    broken, last, sent = health(config_problems=("config/feeds.yaml:1:1: no",)), None, []
    for tick in range(3 * 24 * 12):
        now = make.now + tick * timedelta(minutes=5)
        current = replace(broken, now=now)
        (trouble,) = [one for one in troubles_of(current) if one.cause == "configuration"]
        notice = notice_of(trouble, last, current, ["ops@example.org"], SENDER)
        if notice:
            last = notice[0].window_end
            sent.append(now)
    assert [at - make.now for at in sent] == [timedelta(days=day) for day in range(3)]


def test_the_mail_says_what_and_what_to_do(make, health):
    broken = health(config_problems=("config/watchlist.yaml:4:3: <b>unknown</b>\r\nBcc: x@example.org",))
    (trouble,) = troubles_of(broken)
    digest, (one, two) = notice_of(trouble, None, broken, ["ops@example.org", "desk@example.org"], SENDER)
    assert (digest.kind, digest.subscription_id) == (DigestKind.TROUBLE, "trouble:configuration")
    again, _ = notice_of(trouble, None, replace(broken, now=make.now + HOUR), ["ops@example.org"], SENDER)
    assert again.digest_id == digest.digest_id, "two ticks write one mail"
    parsed = message_from_bytes(one.body, policy=default)
    assert parsed["Subject"] == "[Watchword] TROUBLE · Your last edit is not fully in force"
    assert parsed["X-Watchword-Reason"] == "trouble"
    assert parsed["Bcc"] is None
    assert "<b>unknown</b>" in parsed.get_body(("plain",)).get_content()
    assert "<b>unknown" not in parsed.get_body(("html",)).get_content()
    assert one.message_id != two.message_id
