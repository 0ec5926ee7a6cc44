"""Pages with a hit are read again on a decaying schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.records import ArticleOutcome, Band, FeedSource, Quality, Recheck, StoredPage
from core.urls import site_of
from storage import integrity
from storage.tables.rechecks import AFTER


def pending(store, now):
    return [one.entry for one in store.feeds.pending(100, now)]


def read(store, outcome, at):
    store.articles.save("run", [outcome], at)


def test_a_page_with_a_hit_is_queued_again_after_hours_and_days_and_then_left_alone(store, make):
    outcome = make.outcome(make.entry(), "kim")
    read(store, outcome, make.noon)
    assert store.articles.queue_rechecks(make.noon + AFTER[0] - timedelta(minutes=1)) == 0
    for after in AFTER:
        now = make.noon + after
        assert store.articles.queue_rechecks(now) == 1
        assert pending(store, now) == [outcome.entry], "as the feed gave it: an unchanged page gives the same article"
        assert store.articles.queue_rechecks(now) == 0
        read(store, outcome, now)
        assert pending(store, now) == []
    assert store.articles.queue_rechecks(make.noon + timedelta(days=400)) == 0


def test_checks_missed_while_nothing_ran_are_made_up_by_one(store, make):
    read(store, make.outcome(make.entry(), "kim"), make.noon)
    assert store.articles.queue_rechecks(make.noon + timedelta(days=3)) == 1
    assert store.articles.queue_rechecks(make.noon + timedelta(days=4)) == 0
    assert store.articles.queue_rechecks(make.noon + AFTER[-1]) == 0, "still queued"


def test_a_site_that_asked_for_a_pause_is_not_asked_before_it_is_over(store, make):
    busy = ArticleOutcome(make.entry(), pause=timedelta(hours=1))
    for_ever = ArticleOutcome(make.entry("e2", url="https://other.example/2"), pause=timedelta(days=40))
    for outcome in (busy, for_ever, make.outcome(make.entry("e3", url="https://third.example/3"))):
        read(store, outcome, make.noon)
    site = site_of(make.entry().url)
    assert store.articles.paused_sites(make.noon + timedelta(minutes=59)) == {site, "other.example"}
    assert store.articles.paused_sites(make.noon + timedelta(minutes=60)) == {"other.example"}
    assert store.articles.paused_sites(make.noon + timedelta(hours=24)) == frozenset(), "a day at most"
    assert store.articles.paused_sites(make.noon - timedelta(days=2)) == frozenset(), "a clock was ahead"
    read(store, busy, make.noon + timedelta(hours=2))
    assert site in store.articles.paused_sites(make.noon + timedelta(hours=2, minutes=59))
    assert integrity.violations(store.paths) == ()


@pytest.mark.parametrize(
    ("recheck", "queued"), [(Recheck.HITS, ["e1"]), (Recheck.ALL, ["e1", "e2"]), (Recheck.OFF, [])]
)
def test_a_feed_says_which_of_its_pages_are_read_again(store, make, recheck, queued):
    store.feeds.sync([FeedSource(make.entry().feed_id, "https://wire.example/feed", recheck=recheck)])
    read(store, make.outcome(make.entry("e1"), "kim"), make.noon)
    read(store, make.outcome(make.entry("e2")), make.noon)
    now = make.noon + AFTER[0]
    assert store.articles.queue_rechecks(now) == len(queued)
    assert sorted(one.entry_key for one in pending(store, now)) == queued


def test_a_name_added_by_a_silent_edit_is_found_and_an_article_without_a_hit_is_not_asked_for(store, make):
    read(store, make.outcome(make.entry("e1"), "kim"), make.noon)
    read(store, make.outcome(make.entry("e2")), make.noon)
    now = make.noon + AFTER[0]
    assert store.articles.queue_rechecks(now) == 1
    edited = make.outcome(make.entry("e1"), "kim", "jong", text="Kim Kwang Jin was charged. So was Jong Pong-ju.")
    saved = store.articles.save("run", [edited], now)
    assert [hit.target_id for hit in saved.new_hits] == ["jong"]
    assert saved.new_versions == 1


def rematched(store, make, targets, at):
    """Matches all stored articles against an entry that was listed at `at`; each has these hits."""
    job = store.watchlists.add_rematch_job(list(targets), "w2", make.noon - timedelta(days=90), at)
    read = store.watchlists.rematch_batch(job, 100)
    hits = [make.hit(one, target, band=band) for one in read for target, band in targets.items()]
    store.watchlists.save_rematch(job, read, {one.article_id: tuple(hits) for one in read}, at)


def test_a_page_in_which_a_later_entry_is_found_is_read_again_when_its_next_check_is_due(store, make):
    read(store, make.outcome(make.entry()), make.noon)
    listed = make.noon + timedelta(hours=4)
    rematched(store, make, {"kim": Band.ALERT}, listed)
    assert store.articles.queue_rechecks(listed) == 1, "that after three hours, which nobody knew to be wanted"
    (entry,) = pending(store, listed)
    assert (entry.url, entry.title, entry.seen_at) == (make.entry().url, make.entry().title, make.noon)
    read(store, make.outcome(make.entry(), "kim"), listed)
    for after in AFTER[1:]:
        assert store.articles.queue_rechecks(make.noon + after) == 1
        read(store, make.outcome(make.entry(), "kim"), make.noon + after)
    assert store.articles.queue_rechecks(make.noon + timedelta(days=400)) == 0


def test_a_page_that_is_past_its_checks_is_read_again_once_when_a_later_entry_is_found(store, make):
    for key in ("e1", "e2"):
        read(store, make.outcome(make.entry(key), *(["kim"] if key == "e1" else [])), make.noon)
    for after in AFTER:
        store.articles.queue_rechecks(make.noon + after)
        read(store, make.outcome(make.entry("e1"), "kim"), make.noon + after)
    listed = make.noon + timedelta(days=60)
    assert store.articles.queue_rechecks(listed) == 0
    rematched(store, make, {"jong": Band.REVIEW}, listed)
    assert store.articles.queue_rechecks(listed) == 2
    assert sorted(one.entry_key for one in pending(store, listed)) == ["e1", "e2"]
    read(store, make.outcome(make.entry("e1"), "kim"), listed)
    read(store, make.outcome(make.entry("e2"), "jong"), listed)
    assert store.articles.queue_rechecks(listed + timedelta(days=400)) == 0


@pytest.mark.parametrize(("recheck", "band"), [(Recheck.OFF, Band.ALERT), (Recheck.HITS, Band.SUPPRESSED)])
def test_a_later_find_that_nobody_is_shown_or_whose_feed_says_never_asks_for_no_page(store, make, recheck, band):
    store.feeds.sync([FeedSource(make.entry().feed_id, "https://wire.example/feed", recheck=recheck)])
    read(store, make.outcome(make.entry()), make.noon)
    rematched(store, make, {"kim": band}, make.noon + AFTER[0])
    assert store.articles.queue_rechecks(make.noon + AFTER[1]) == 0


def stored(store, now):
    (waiting,) = store.feeds.pending(100, now)
    return waiting.stored


def with_headers(outcome, *headers, **changes):
    return replace(outcome, page=replace(outcome.page, headers=headers, **changes))


def test_a_page_is_asked_for_with_what_its_server_said_of_it_except_the_last_time(store, make):
    said = (("etag", 'W/"7"'), ("last-modified", "Mon, 02 Mar 2026 12:00:00 GMT"))
    outcome = with_headers(make.outcome(make.entry(), "kim"), *said)
    read(store, outcome, make.noon)
    for number, after in enumerate(AFTER):
        now = make.noon + after
        store.articles.queue_rechecks(now)
        asked = stored(store, now)
        if number < len(AFTER) - 1:
            assert asked == StoredPage(True, b'W/"7"', b"Mon, 02 Mar 2026 12:00:00 GMT")
        else:
            assert asked == StoredPage(True), "some servers keep the validators of a page that was edited"
        read(store, replace(outcome, article=None, page=None, hits=()), now)
        assert store.feeds.pending(100, now) == ()


@pytest.mark.parametrize(
    ("headers", "final_url"),
    [
        ((), "https://news.example/e1"),
        ((("etag", "\u201c7\u201d"),), "https://news.example/e1"),
        ((("etag", '"7"'),), "https://elsewhere.example/e1"),
    ],
)
def test_validators_that_are_missing_unclear_or_of_another_site_are_not_sent(store, make, headers, final_url):
    read(store, with_headers(make.outcome(make.entry(), "kim"), *headers, final_url=final_url), make.noon)
    now = make.noon + AFTER[0]
    store.articles.queue_rechecks(now)
    assert stored(store, now) == StoredPage(True)


def test_what_the_feed_announces_is_asked_for_as_a_whole_page(store, make):
    store.feeds.sync([FeedSource(make.entry().feed_id, "https://wire.example/feed")])
    store.feeds.save_polls("run", [make.poll(make.entry())])
    assert stored(store, make.noon) is None
    read(store, with_headers(make.outcome(make.entry(), "kim"), ("etag", '"7"')), make.noon)
    now = make.noon + AFTER[0]
    store.articles.queue_rechecks(now)
    assert stored(store, now).etag == b'"7"'
    store.feeds.save_polls("run", [make.poll(make.entry(title="Another headline", seen_at=now), at=now)])
    assert stored(store, now) is None, "the entry has changed: its words are read with the page"


def test_less_than_the_whole_is_stored_of_some_pages(store, make):
    outcome = make.outcome(make.entry(), "kim", quality=Quality.PAYWALL)
    read(store, outcome, make.noon)
    now = make.noon + AFTER[0]
    store.articles.queue_rechecks(now)
    assert stored(store, now) == StoredPage(False)
