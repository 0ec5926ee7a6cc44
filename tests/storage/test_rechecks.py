"""Pages with a hit are read again on a decaying schedule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.records import FeedSource, Recheck
from storage.tables.rechecks import AFTER


def pending(store, now):
    return [one.entry for one in store.pending(100, now)]


def read(store, outcome, at):
    store.save_outcomes("run", [outcome], at)


def test_a_page_with_a_hit_is_queued_again_after_hours_and_days_and_then_left_alone(store, make):
    outcome = make.outcome(make.entry(), "kim")
    read(store, outcome, make.noon)
    assert store.queue_rechecks(make.noon + AFTER[0] - timedelta(minutes=1)) == 0
    for after in AFTER:
        now = make.noon + after
        assert store.queue_rechecks(now) == 1
        assert pending(store, now) == [outcome.entry], "as the feed gave it: an unchanged page gives the same article"
        assert store.queue_rechecks(now) == 0
        read(store, outcome, now)
        assert pending(store, now) == []
    assert store.queue_rechecks(make.noon + timedelta(days=400)) == 0


def test_checks_missed_while_nothing_ran_are_made_up_by_one(store, make):
    read(store, make.outcome(make.entry(), "kim"), make.noon)
    assert store.queue_rechecks(make.noon + timedelta(days=3)) == 1
    assert store.queue_rechecks(make.noon + timedelta(days=4)) == 0
    assert store.queue_rechecks(make.noon + AFTER[-1]) == 0, "still queued"


@pytest.mark.parametrize(
    ("recheck", "queued"), [(Recheck.HITS, ["e1"]), (Recheck.ALL, ["e1", "e2"]), (Recheck.OFF, [])]
)
def test_a_feed_says_which_of_its_pages_are_read_again(store, make, recheck, queued):
    store.sync_feeds([FeedSource(make.entry().feed_id, "https://wire.example/feed", recheck=recheck)])
    read(store, make.outcome(make.entry("e1"), "kim"), make.noon)
    read(store, make.outcome(make.entry("e2")), make.noon)
    now = make.noon + AFTER[0]
    assert store.queue_rechecks(now) == len(queued)
    assert sorted(one.entry_key for one in pending(store, now)) == queued


def test_a_name_added_by_a_silent_edit_is_found_and_an_article_without_a_hit_is_not_asked_for(store, make):
    read(store, make.outcome(make.entry("e1"), "kim"), make.noon)
    read(store, make.outcome(make.entry("e2")), make.noon)
    now = make.noon + AFTER[0]
    assert store.queue_rechecks(now) == 1
    edited = make.outcome(make.entry("e1"), "kim", "jong", text="Kim Kwang Jin was charged. So was Jong Pong-ju.")
    saved = store.save_outcomes("run", [edited], now)
    assert [hit.target_id for hit in saved.new_hits] == ["jong"]
    assert saved.new_versions == 1
