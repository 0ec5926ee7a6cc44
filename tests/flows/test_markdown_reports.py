"""The artifacts of runs: counts and feed ids, and no watched name."""

from dataclasses import replace

from core.records import Band, CycleSummary, DeliveryState, Failure, FailureKind, Stage, TickSummary
from flows.records.markdown_reports import cycle_report, tick_report

FEED = Failure(Stage.FEED, "ledger", FailureKind.TRANSIENT, "timeout", "no answer within 30 s | twice")
PAGE = Failure(Stage.PAGE, "https://x.example/kim-kwang-jin-charged", FailureKind.PERMANENT, "http_status", "404")


def test_a_cycle_reports_counts_and_failing_feeds():
    report = cycle_report(
        CycleSummary(feeds_total=9, feeds_due=8, feeds_read=7, hits=((Band.ALERT, 3),), failures=(FEED, PAGE))
    )
    assert "| Feeds read | 7 |" in report
    assert "| Hits: alert | 3 |" in report
    assert "| `ledger` | timeout | `no answer within 30 s \\| twice` |" in report
    assert "1 page or message failed" in report


def test_a_cycle_reports_how_long_it_took_and_how_busy_the_workers_were():
    report = cycle_report(CycleSummary(durations=(("feeds", 1.24), ("articles", 9.0)), workers_busy=0.873))
    assert "| Seconds: feeds | 1.2 |" in report
    assert "| Workers at work while articles were read | 87% |" in report
    assert "Workers" not in cycle_report(CycleSummary())


def test_nothing_that_a_server_says_is_markup():
    said = "see [here](https://evil.example) ![x](https://evil.example/p.png) <img> https://evil.example `|` \x1b"
    report = cycle_report(CycleSummary(failures=(replace(FEED, message=said),)))
    (row,) = [line for line in report.split("\n") if "evil" in line]
    assert row.count("`") == 4, "all of it is one code span beside the feed's id"
    assert row.index("`", 12) < row.index("[here]") < row.index("https://evil.example '") < row.rindex("`")
    assert report.isprintable() or (set(report) - {"\n"} and all(one.isprintable() for one in report if one != "\n"))


def test_no_name_reaches_an_artifact():
    problem = "watchlist.yaml:3:5: Kim Kwang-jin: unknown key"
    report = cycle_report(CycleSummary(failures=(PAGE,), config_problems=(problem,)))
    assert "kim" not in report.lower()
    assert "1 problem in the configuration" in report


def test_a_busy_lock_is_the_whole_report():
    assert cycle_report(CycleSummary(holder="watchword run (process 7)")).startswith("Nothing done: watchword run")
    assert tick_report(TickSummary(holder="x")).startswith("Nothing done")


def test_a_tick_reports_messages_by_state():
    report = tick_report(TickSummary(digests=1, deliveries=((DeliveryState.SENT, 2),)))
    assert "| Messages sent | 2 |" in report
