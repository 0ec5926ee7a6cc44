"""A run's log has counts, failures and warnings, and no watched name."""

from __future__ import annotations

import logging

from core.records import Band, CycleSummary, Failure, FailureKind, Stage, TickSummary
from flows.records.markdown_reports import cycle_report
from flows.records.run_log import log_cycle, log_tick

PROBLEM = "config/watchlist.yaml:7:5: actors[1].id: id 'leila-haddad' is given twice (keep one of them)"
FEED = Failure(Stage.FEED, "wire-nine", FailureKind.TRANSIENT, "http_status", "The server answered 500.")
PAGE = Failure(Stage.PAGE, "https://x.example/leila-haddad-sought", FailureKind.TRANSIENT, "timeout", "timeout")


def test_a_degraded_cycle_warns_and_names_nobody(caplog):
    caplog.set_level(logging.INFO)
    summary = CycleSummary(
        feeds_due=2, feeds_read=1, hits=((Band.ALERT, 3),), failures=(FEED, PAGE), config_problems=(PROBLEM,)
    )
    log_cycle(summary)
    warnings = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert any("wire-nine" in line and "500" in line for line in warnings)
    assert any("1 x page failed: timeout" in line for line in warnings)
    assert any("config/watchlist.yaml:7:5" in line for line in warnings)
    assert "3 alert" in caplog.text
    assert "leila" not in caplog.text
    report = cycle_report(summary)
    assert "config/watchlist.yaml:7:5" in report
    assert "leila" not in report
    assert "See the run's log" not in report


def test_a_tick_with_a_dead_message_warns(caplog):
    caplog.set_level(logging.INFO)
    dead = Failure(Stage.DELIVER, "recipients", FailureKind.PERMANENT, "refused", "1 message(s) refused for good")
    log_tick(TickSummary(digests=1, failures=(dead,)))
    assert any(
        "deliver failed: refused" in one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING
    )
