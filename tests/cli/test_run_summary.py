"""What a run says at its end: messages that wait, feeds that are paused, each reason once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alerts.delivering.outbox import DrainSummary
from cli.printed_failures import printed_before
from cli.run_summary import Amount, print_summary, summary_row
from core.records import Band, CycleSummary, DeliveryState, Failure, FailureKind, FeedSource, Stage, TickSummary
from core.settings import DataPaths
from samples import builders
from storage.store import Store


def said(capsys, cycle, tick, amount=Amount.ALL) -> str:
    print_summary(cycle, tick, amount)
    return capsys.readouterr().err


def test_messages_that_wait_are_said_at_each_run_and_quietly_only_when_one_failed_again(capsys):
    tick, cycle = TickSummary(waiting=2), CycleSummary(feeds_total=1)
    assert "Messages: 2 waiting for their next attempt; `watchword outbox`" in said(capsys, cycle, tick)
    assert said(capsys, cycle, tick, Amount.PROBLEMS) == ""
    tried = TickSummary(waiting=2, deliveries=((DeliveryState.QUEUED, 1), (DeliveryState.SENT, 3)))
    assert said(capsys, cycle, tried, Amount.PROBLEMS).startswith("Messages: 2 waiting")
    assert "Messages: 3 sent" in said(capsys, CycleSummary(), tried)


def test_a_paused_feed_is_not_one_that_is_not_due(capsys):
    text = said(capsys, CycleSummary(feeds_total=5, feeds_due=2, feeds_read=2, feeds_paused=1), TickSummary())
    assert "Feeds: 2 read, 0 not read, 1 paused (`watchword feeds health` says why), 2 not due, of 5" in text


def test_what_feeds_left_or_could_not_read_in_whole_is_said(capsys):
    cycle = CycleSummary(feeds_total=1, feeds_due=1, feeds_read=1, feed_warnings=(("wire", "4,500 more new entries."),))
    assert "  wire: 4,500 more new entries.\n" in said(capsys, cycle, TickSummary())
    assert "wire" not in said(capsys, cycle, TickSummary(), Amount.PROBLEMS)


def test_hits_that_a_suppression_holds_back_are_counted_apart_from_those_to_alert(capsys):
    held = CycleSummary(feeds_total=1, hits=((Band.ALERT, 1),), hits_held_back=2)
    line = "Hits: 1 to alert, 0 to check, 0 suppressed; 2 held back by your suppressions (`watchword suppressions`)\n"
    assert line in said(capsys, held, TickSummary())
    row = summary_row(held, TickSummary())
    assert (row["hits"], row["hits_held_back"]) == ({"alert": 1, "review": 0, "suppressed": 0}, 2)
    assert "held back" not in said(capsys, CycleSummary(feeds_total=1), TickSummary())
    dismissed = CycleSummary(feeds_total=1, hits_dismissed=1)
    assert "0 suppressed; 1 dismissed before in their story\n" in said(capsys, dismissed, TickSummary())


def test_of_feeds_that_failed_before_a_quiet_run_says_nothing(capsys):
    failures = tuple(failed(key) for key in ("old", "new"))
    cycle = CycleSummary(feeds_total=2, feeds_due=2, failures=failures)

    def quietly(*printed):
        print_summary(cycle, TickSummary(), Amount.PROBLEMS, printed)
        return capsys.readouterr().err

    assert "not read old" not in quietly("old")
    assert "not read new" in quietly("old")
    assert "No feed could be read" in quietly("old")
    assert quietly("old", "new") == ""
    print_summary(cycle, TickSummary(), printed=("old", "new"))
    assert "not read old" in capsys.readouterr().err, "a run that is not quiet says all"


def failed(key, cause="timeout") -> Failure:
    return Failure(Stage.FEED, key, FailureKind.TRANSIENT, cause, "no answer in time")


def test_a_failure_is_printed_when_it_begins_changes_and_comes_back_and_once_a_day(tmp_path):
    paths, store = DataPaths(tmp_path, tmp_path), Store(DataPaths(tmp_path, tmp_path))
    store.prepare()

    def known(hours, *failures):
        return set(printed_before(paths, failures, builders.NOON + timedelta(hours=hours)))

    assert known(0, failed("a")) == set()
    assert known(1, failed("a"), failed("b")) == {"a"}
    assert known(2) == set()
    assert known(3, failed("a", "http_status"), failed("b")) == {"b"}
    assert known(24, failed("a", "http_status")) == {"a"}
    assert known(27, failed("a", "http_status")) == set(), "a day later"
    store.feeds.sync([FeedSource("a", "https://wire.example/feed")])
    read = builders.poll(feed_id="a", at=builders.NOON + timedelta(hours=28))
    store.feeds.save_polls("run", [replace(read, state=replace(read.state, last_success_at=read.polled_at))])
    store.publish_snapshot(read.polled_at)
    assert known(29, failed("a", "http_status")) == set(), "it was read since"
    assert known(30, failed("a", "http_status")) == {"a"}
    for damaged in ("[", "[]", '{"a": 1}', '{"a": {"cause": "x", "at": "2026-11-30"}}'):
        paths.printed_failures.write_text(damaged)
        assert known(31, failed("a", "http_status")) == set()


def test_two_drains_that_stop_at_the_same_channel_say_it_once():
    both = DrainSummary(stopped="room: X is not set; cases: Y is not set") + DrainSummary(stopped="cases: Y is not set")
    assert both.stopped == "room: X is not set; cases: Y is not set"
    assert (DrainSummary() + DrainSummary()).stopped is None


def test_a_subscription_that_everybody_left_is_said(capsys):
    text = said(capsys, CycleSummary(), TickSummary(left=("desk",)))
    assert "Nobody reads desk: what it asks for waits for a reader (`watchword readers`)" in text


def test_a_run_without_feeds_says_how_to_add_one_also_quietly(capsys):
    assert "No feed is listed in feeds.yaml: `watchword feeds add URL`" in said(
        capsys, CycleSummary(), TickSummary(), Amount.PROBLEMS
    )


def test_pages_that_were_not_read_are_counted_in_words_with_the_command_that_names_them(capsys):
    failures = tuple(
        Failure(Stage.PAGE, f"https://news.example/{number}", FailureKind.TRANSIENT, cause, "no")
        for number, cause in enumerate(("http_status", "robots_unread", "http_status"))
    )
    text = said(capsys, CycleSummary(feeds_total=1, failures=failures), TickSummary())
    assert "not read: 2 (error answer), 1 (robots.txt cannot be read); `watchword articles --unread` names them" in text


def test_a_file_that_was_spoilt_during_the_cycle_is_said_once_with_the_exit_code_that_it_explains(capsys):
    tick = TickSummary(config_problems=("watchlist.yaml:4:1: the text ends here",))
    for cycle in (CycleSummary(), CycleSummary(config_problems=tick.config_problems)):
        assert said(capsys, cycle, tick, Amount.PROBLEMS).count("not in force: watchlist.yaml:4:1") == 1
