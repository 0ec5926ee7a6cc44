"""alerts.yaml: what a user may write, and where errors are located."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from alerts.config.alerts_file import alerts_schema, parse_alerts
from alerts.config.subscriptions import Immediate, SubjectStyle, WhenEmpty
from alerts.config.value_types import QuietHours, Schedule
from core.config import parse_document, read_document
from core.errors import ConfigError
from core.records import Band, Severity

ROOT = Path(__file__).parents[2]
SEOUL = ZoneInfo("Asia/Seoul")


def parse(text: str):
    return parse_alerts(parse_document(text, "alerts.yaml"), SEOUL)


def test_the_bundled_file_works_as_it_is():
    config = parse_alerts(read_document(ROOT / "config" / "alerts.yaml"), SEOUL)
    assert config.mail.host is None
    (desk,) = config.subscriptions
    assert (desk.schedule, desk.zone, desk.min_band) == (Schedule(time(8, 0)), SEOUL, Band.REVIEW)
    assert desk.when_empty is WhenEmpty.WEEKLY


def test_every_key_is_read():
    config = parse(
        """
        mail: {host: smtp.example.org, port: 465, security: tls, username: desk, from: "Watchword <watch@example.org>"}
        subscriptions:
          - id: desk
            to: [desk@example.org, DESK@example.org, desk@example.org]
            tags: [dprk]
            targets: [kim-kwang-jin]
            min_band: alert
            digest: {weekly: "Mon 08:00"}
            timezone: Europe/London
            immediate: {severity: medium, cap: 3 a day}
            quiet_hours: "22:00-07:00"
            when_empty: never
            subject: counts
            tlp: AMBER
        channels: [{id: room, kind: slack, subscription: desk, url_env: DESK_SLACK}]
        public_url: https://watch.example.org/
        """
    )
    (desk,) = config.subscriptions
    assert desk.to == ("desk@example.org", "DESK@example.org")
    assert desk.schedule == Schedule(time(8, 0), weekday=0)
    assert desk.immediate == Immediate(Severity.MEDIUM, 3)
    assert desk.quiet_hours == QuietHours(time(22, 0), time(7, 0))
    assert (desk.subject, desk.tlp) == (SubjectStyle.COUNTS, "AMBER")
    assert config.channels[0].url_env == "DESK_SLACK"
    assert config.public_url == "https://watch.example.org"
    assert config.trouble_recipients == ("desk@example.org", "DESK@example.org")


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ("to: [you@example.org]\n    digest: {daily: 8}", 5, "time like"),
        ("to: [you@example.org]\n    digest: {daily: '24:00'}", 5, "time like"),
        ("to: [you@example.org]\n    digest: {weekly: 'fun 08:00'}", 5, "a day and a time"),
        ("to: [you@example.org]\n    digest: {}", 5, "needs one of daily"),
        ("to: [you@example.org]\n    digest: {daily: '08:00', hourly: 5}", 5, "needs one of daily"),
        ("to: [you@example.org]\n    timezone: Mars/Olympus", 5, "no time zone"),
        ("to: [you@example.org]\n    timezone: ../../etc/passwd", 5, "no time zone"),
        ("to: [you@example.org]\n    quiet_hours: night", 5, "span of time"),
        ("to: [you@example.org]\n    immediate: {cap: many}", 5, "number of mails"),
        ("to: [you@example.org]\n    subjekt: names", 5, "unknown key"),
        ('to: ["you@example.org\\nBcc: x@example.org"]', 4, "address like"),
        ("to: [you at example.org]", 4, "address like"),
        ("to: []", 3, "reaches nobody"),
    ],
)
def test_a_mistake_is_located(entry, line, words):
    with pytest.raises(ConfigError) as caught:
        parse(f"mail:\nsubscriptions:\n  - id: desk\n    {entry}\n")
    (problem,) = caught.value.problems
    assert problem.line == line
    assert words in f"{problem.message} {problem.remedy}"


def test_all_errors_across_entries_are_reported_together():
    with pytest.raises(ConfigError) as caught:
        parse(
            "subscriptions:\n"
            "  - {id: desk, to: [a@example.org]}\n"
            "  - {id: desk, to: [b@example.org]}\n"
            "channels:\n"
            "  - {id: room, kind: slack, subscription: nobody, url: 'https://hooks.example.org/x'}\n"
        )
    assert [(one.line, one.field) for one in caught.value.problems] == [
        (3, "subscriptions[1].id"),
        (5, "channels[0].subscription"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "mail: {host: smtp.example.org}",
        'mail: {host: smtp.example.org, from: "Watch <watch@example.org>\\nBcc: <x@example.org>"}',
        "channels: [{id: a, kind: webhook, subscription: desk, url: 'https://x.example'}]",
        "channels: [{id: a, kind: slack, subscription: desk}]",
        "public_url: javascript:alert(1)",
    ],
)
def test_unusable_values_are_refused(text):
    with pytest.raises(ConfigError):
        parse(f"{text}\nsubscriptions: [{{id: desk, to: [a@example.org]}}]\n")


def test_off_may_be_a_string_or_false():
    for word in ("off", "false"):
        config = parse(f"subscriptions: [{{id: desk, to: [a@example.org], immediate: {word}}}]")
        assert config.subscriptions[0].immediate is None


@pytest.mark.parametrize(
    ("span", "clock", "held"),
    [
        ((22, 7), 23, True),
        ((22, 7), 3, True),
        ((22, 7), 7, False),
        ((22, 7), 12, False),
        ((12, 13), 12, True),
        ((12, 13), 13, False),
    ],
)
def test_quiet_hours_may_span_midnight(span, clock, held):
    assert QuietHours(time(span[0]), time(span[1])).hold(time(clock)) is held


def test_the_schema_file_is_generated_from_the_model():
    written = json.loads((ROOT / "config" / "alerts.schema.json").read_text(encoding="utf-8"))
    assert written == alerts_schema()
