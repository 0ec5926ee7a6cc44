"""The artifacts of runs: counts and feed ids, and no watched name."""

from core.records import Band, CycleSummary, DeliveryState, Failure, FailureKind, Stage, TickSummary
from flows.markdown_reports import cycle_report, tick_report

FEED = Failure(Stage.FEED, "ledger", FailureKind.TRANSIENT, "timeout", "no answer within 30 s | twice")
PAGE = Failure(Stage.PAGE, "https://x.example/kim-kwang-jin-charged", FailureKind.PERMANENT, "http_status", "404")


def test_a_cycle_reports_counts_and_failing_feeds():
    report = cycle_report(
        CycleSummary(feeds_total=9, feeds_due=8, feeds_read=7, hits=((Band.ALERT, 3),), failures=(FEED, PAGE))
    )
    assert "| Feeds read | 7 |" in report
    assert "| Hits: alert | 3 |" in report
    assert "| ledger | timeout | no answer within 30 s \\| twice |" in report
    assert "1 page(s)" in report


def test_no_name_reaches_an_artifact():
    problem = "watchlist.yaml:3:5: Kim Kwang-jin: unknown key"
    report = cycle_report(CycleSummary(failures=(PAGE,), config_problems=(problem,)))
    assert "kim" not in report.lower()
    assert "1 problem(s) in the configuration" in report


def test_a_busy_lock_is_the_whole_report():
    assert cycle_report(CycleSummary(holder="watchword run (process 7)")).startswith("Nothing done: watchword run")
    assert tick_report(TickSummary(holder="x")).startswith("Nothing done")


def test_a_tick_reports_messages_by_state():
    report = tick_report(TickSummary(digests=1, deliveries=((DeliveryState.SENT, 2),)))
    assert "| Messages sent | 2 |" in report
