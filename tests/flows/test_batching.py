"""All requests to one site are in one task, and one site does not take a whole cycle."""

from datetime import UTC, datetime

from core.records import FeedEntry, FeedSource, PendingEntry
from core.urls import site_of
from flows.batching import ARTICLES_PER_SITE, ARTICLES_PER_TASK, FEEDS_PER_TASK, batches, shards

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def entry(url, key):
    return PendingEntry(FeedEntry("feed", key, url, "title", None, None, None, NOW))


def test_feeds_of_one_site_stay_together():
    sources = [FeedSource(f"f{i}", f"https://www{i % 3}.site{i % 70}.example/feed{i}") for i in range(210)]
    groups = shards(sources)
    assert sorted(one.feed_id for group in groups for one in group) == sorted(one.feed_id for one in sources)
    homes = [{site_of(one.url) for one in group} for group in groups]
    assert sum(map(len, homes)) == len(set().union(*homes))
    assert max(map(len, groups)) <= FEEDS_PER_TASK


def test_one_site_cannot_take_the_whole_cycle():
    flood = [entry(f"https://big.example/{i}", f"b{i}") for i in range(500)]
    others = [entry(f"https://site{i}.example/a", f"o{i}") for i in range(90)]
    groups = batches(flood + others)
    taken = [pending for group in groups for pending in group]
    assert sum("big.example" in pending.entry.url for pending in taken) == ARTICLES_PER_SITE
    assert len(taken) == ARTICLES_PER_SITE + len(others)
    assert [one.entry.entry_key for one in groups[0]][:3] == ["b0", "b1", "b2"]
    assert max(map(len, groups[1:])) <= ARTICLES_PER_TASK


def test_entries_without_a_url_are_grouped_by_feed():
    assert len(batches([entry(None, "a"), entry(None, "b")])) == 1


def test_nothing_pending_means_no_task():
    assert batches([]) == ()
