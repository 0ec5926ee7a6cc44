"""The store as the flows use it: feeds and entries, articles and their versions, hits over versions."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from core.errors import StorageDamagedError
from core.identity import entry_article_id
from core.records import (
    ArticleOutcome,
    Band,
    EntryOrigin,
    Failure,
    FailureKind,
    FeedSource,
    PendingEntry,
    PollStatus,
    Quality,
    TextField,
)
from samples import builders
from storage import queries
from storage.database.instance import log_of
from storage.database.live_file import transaction


def failed(entry, kind=FailureKind.TRANSIENT) -> ArticleOutcome:
    return ArticleOutcome(entry, failure=Failure("page", entry.url, kind, "timeout", "no answer in 30 s"))


def test_a_feed_state_is_read_as_it_was_saved(store, make):
    poll = make.poll()
    state = replace(
        poll.state, interval=make.hour, failure_streak=2, failure_points=1.5, last_failure="dns: no such host"
    )
    store.feeds.save_polls("run", [replace(poll, state=state)])
    assert store.feeds.states() == {"wire": state}


def test_the_bytes_of_a_page_come_back_as_they_came(store, make):
    bodies = [b"", b"<html>page</html>" * 5_000, bytes(range(256)), bytes.fromhex("28b52ffd") + b"not compressed by us"]
    outcomes = []
    for number, body in enumerate(bodies):
        entry = make.entry(f"e{number}", url=f"https://news.example/{number}")
        outcomes.append(ArticleOutcome(entry, make.article(entry, f"Text {number}."), make.page(body=body)))
    store.articles.save("run", outcomes, make.noon)
    keys = [(one.article.article_id, one.article.content_hash) for one in outcomes]
    assert [store.articles.page_body(*key) for key in keys] == bodies
    assert store.articles.page_body(keys[0][0], "another version") is None


def test_a_page_of_an_earlier_release_is_read_too(store, paths, make):
    body = bytes.fromhex("28b52ffd") + b"<html>stored as it came</html>"
    one = ArticleOutcome(make.entry(), make.article(make.entry(), "Text."), make.page(body=body))
    store.articles.save("run", [one], make.noon)
    with transaction(paths) as db:
        db.execute("UPDATE pages SET body = ?", [body])
    assert store.articles.page_body(one.article.article_id, one.article.content_hash) == body


def quiet(make, feed_id, at, **state):
    poll = make.poll(feed_id=feed_id, at=at, status=PollStatus.UNCHANGED)
    return replace(poll, state=replace(poll.state, next_due_at=at + make.hour, **state))


def test_deferred_polls_are_stored_in_one_transaction(store, paths, make):
    store.feeds.save_polls("run", [make.poll(make.entry())], may_defer=True)
    written = log_of(paths.live).read_bytes()
    shards = [[quiet(make, f"feed{shard}-{number}", make.noon) for number in range(5)] for shard in range(4)]
    for shard in shards:
        assert store.feeds.save_polls("run", shard, may_defer=True) == 0
    assert store.feeds.save_polls("run", [make.poll(make.entry(), feed_id="wire", at=make.noon)], may_defer=True) == 0
    assert log_of(paths.live).read_bytes() == written
    store.feeds.save_deferred_polls()
    states = store.feeds.states()
    assert all(states[poll.feed_id] == poll.state for shard in shards for poll in shard)
    settled = log_of(paths.live).read_bytes()
    store.feeds.save_deferred_polls()
    assert settled.startswith(written)
    assert log_of(paths.live).read_bytes() == settled


def test_of_two_deferred_polls_of_a_feed_the_later_state_counts(store, make):
    for hours in (0, 1):
        store.feeds.save_polls("run", [quiet(make, "wire", make.noon + hours * make.hour)], may_defer=True)
    store.feeds.save_deferred_polls()
    assert store.feeds.states()["wire"].next_due_at == make.noon + 2 * make.hour


def test_deferred_polls_whose_file_was_left_are_stored_once(store, paths, make):
    store.feeds.save_polls("run", [quiet(make, "wire", make.noon, etag=b"\xff")], may_defer=True)
    waiting = paths.live.parent / "waiting"
    shutil.copytree(waiting, paths.root / "kept")
    store.feeds.save_deferred_polls()
    shutil.copytree(paths.root / "kept", waiting, dirs_exist_ok=True)  # as after a kill before their removal
    store.feeds.save_deferred_polls()
    with transaction(paths) as db:
        assert db.execute("SELECT count(*) FROM polls").fetchall() == [(1,)]
    assert store.feeds.states()["wire"].etag == b"\xff"


def test_deferred_polls_of_another_schema_version_are_removed(store, paths, make):
    store.feeds.save_polls("run", [quiet(make, "wire", make.noon)], may_defer=True)
    (file,) = (paths.live.parent / "waiting").iterdir()
    file.rename(file.with_name("1.0.arrow"))
    store.feeds.save_deferred_polls()
    assert store.feeds.states() == {}
    assert list((paths.live.parent / "waiting").iterdir()) == []


def test_an_entry_is_queued_once(store, make):
    entry = make.entry()
    assert store.feeds.save_polls("run", [make.poll(entry, entry)]) == 1
    assert store.feeds.save_polls("run", [make.poll(entry)]) == 0
    assert store.feeds.pending(10, make.noon) == (PendingEntry(entry, 0),)
    assert store.feeds.known_keys({"wire": ["e1", "e2"], "other": ["e1"]}) == {("wire", "e1")}


def test_the_same_key_in_two_feeds_is_two_entries(store, make):
    polls = [make.poll(make.entry(feed_id=feed), feed_id=feed) for feed in ("wire", "desk")]
    assert store.feeds.save_polls("run", polls) == 2


def test_an_entry_that_changed_is_read_again(store, make):
    entry = make.entry()
    store.feeds.save_polls("run", [make.poll(entry)])
    store.articles.save("run", [make.outcome(entry)], make.noon)
    assert store.feeds.pending(10, make.noon) == ()
    later = replace(entry, title="Headline, corrected", seen_at=make.noon + make.hour)
    assert store.feeds.save_polls("run", [make.poll(later)]) == 1
    assert [one.entry for one in store.feeds.pending(10, later.seen_at)] == [later]


def test_pending_entries_come_newest_first(store, make):
    entries = [make.entry(f"e{age}", seen_at=make.noon - age * make.hour) for age in (2, 0, 1)]
    store.feeds.save_polls("run", [make.poll(*entries)])
    assert [one.entry.entry_key for one in store.feeds.pending(2, make.noon)] == ["e0", "e1"]


def test_a_feed_that_announces_thousands_in_the_future_takes_no_other_feeds_place(store, make):
    flood = [
        make.entry(f"f{number:04}", feed_id="flood", published=make.noon + number * make.hour) for number in range(3000)
    ]
    quiet = make.entry("q", feed_id="quiet", published=make.noon - 20 * make.hour)
    store.feeds.save_polls("run", [make.poll(*flood), make.poll(quiet)])
    chosen = [one.entry.feed_id for one in store.feeds.pending(10, make.noon)]
    assert chosen.count("quiet") == 1, "its only entry"
    assert chosen.count("flood") == 9, "the places that nobody else needs"


def test_a_failed_entry_waits_longer_each_time_and_is_dropped_after_five_attempts(store, make):
    entry, now = make.entry(), make.noon
    store.feeds.save_polls("run", [make.poll(entry)])
    for attempt in range(5):
        assert [one.attempts for one in store.feeds.pending(10, now)] == [attempt]
        store.articles.save("run", [failed(entry)], now)
        assert store.feeds.pending(10, now) == ()
        now += make.hour / 4 * 4**attempt
    assert store.feeds.pending(10, now + 1000 * make.hour) == ()


def test_a_page_replaces_the_article_of_its_headline_and_nothing_is_news_twice(store, make):
    entry = make.entry()
    store.feeds.save_polls("run", [make.poll(entry)])
    headline = make.article(
        entry, text="", title="Kim Kwang Jin charged", article_id=entry_article_id(entry.url, "wire", "e1")
    )
    headline = replace(headline, quality=Quality.PARTIAL)
    mention = builders.mention(headline.title, "Kim Kwang Jin", field=TextField.TITLE)
    first = ArticleOutcome(entry, headline, None, (builders.hit(headline, "kim", mention),), retry=True)
    assert len(store.articles.save("run", [first], make.noon).new_hits) == 1
    (pending,) = store.feeds.pending(10, make.noon + make.hour)
    assert (pending.attempts, pending.article_id) == (1, headline.article_id)
    page = replace(make.article(entry, title=headline.title), article_id=headline.article_id)
    saved = store.articles.save("run", [ArticleOutcome(entry, page, None, (make.hit(page),))], make.noon + make.hour)
    assert (saved.new_articles, saved.new_versions, saved.new_hits) == (0, 1, ())
    assert store.articles.find(headline.article_id).text == page.text
    assert store.feeds.pending(10, make.noon + 1000 * make.hour) == ()
    assert len(store.findings.between(make.noon, make.noon + 2 * make.hour)) == 1


def test_an_entry_knows_the_page_that_it_led_to(store, make):
    entry = make.entry()
    store.feeds.save_polls("run", [make.poll(entry)])
    assert [one.article_id for one in store.feeds.pending(10, make.noon)] == [None]
    outcome = make.outcome(entry)
    store.articles.save("run", [outcome], make.noon)
    other = make.entry("e2", url=entry.url)
    store.feeds.save_polls("run", [make.poll(replace(entry, title="Corrected"), other)])
    found = {one.entry.entry_key: one.article_id for one in store.feeds.pending(10, make.noon)}
    assert found == {"e1": outcome.article.article_id, "e2": None}


def test_the_fiftieth_item_under_one_guid_is_read_at_one_an_hour_but_not_at_each_poll(store, make):
    entry = make.entry()
    store.feeds.save_polls("run", [make.poll(entry)])
    for number in range(1, 50):
        later = replace(entry, title=f"Notice {number}", seen_at=make.noon + number * make.hour)
        assert store.feeds.save_polls("run", [make.poll(later)]) == 1
    hasty = [
        store.feeds.save_polls("run", [make.poll(replace(later, title=f"Rewritten {number}"))]) for number in range(50)
    ]
    assert sum(hasty) == 20


def test_a_correction_of_the_same_length_is_noticed_and_a_counter_is_not(store, make):
    entry = make.entry(summary="Kim Kwang Jin was charged. 12 comments", content="<p>Text</p>")
    store.feeds.save_polls("run", [make.poll(entry)])
    assert store.feeds.save_polls("run", [make.poll(replace(entry, summary=entry.summary.replace("12", "13")))]) == 0
    assert store.feeds.save_polls("run", [make.poll(replace(entry, summary=entry.summary.replace("Jin", "Jon")))]) == 1


def test_a_permanent_failure_is_not_retried(store, make):
    store.feeds.save_polls("run", [make.poll(make.entry())])
    saved = store.articles.save("run", [failed(make.entry(), FailureKind.PERMANENT)], make.noon)
    assert saved.failures[0].cause == "timeout"
    assert store.feeds.pending(10, make.noon + 1000 * make.hour) == ()


def test_saving_outcomes_twice_changes_nothing(store, make):
    outcomes = [make.outcome(make.entry(), "kim")]
    first = store.articles.save("run", outcomes, make.noon)
    second = store.articles.save("run", outcomes, make.noon + make.hour)
    assert (first.new_articles, first.new_versions, len(first.new_hits)) == (1, 1, 1)
    assert (second.new_articles, second.new_versions, second.new_hits) == (0, 0, ())
    assert [one.found_at for one in store.findings.between(make.noon, make.noon + 2 * make.hour)] == [make.noon]


def test_entries_of_two_feeds_with_one_url_are_one_article(store, make):
    wire = make.outcome(make.entry("e1"), "kim")
    desk_entry = make.entry("d1", feed_id="desk", url=wire.entry.url)
    desk = make.outcome(desk_entry, "kim", title=wire.article.title)
    saved = store.articles.save("run", [wire, desk], make.noon)
    assert (saved.new_articles, saved.new_versions, len(saved.new_hits)) == (1, 1, 1)
    assert len(store.stories.window(make.noon)) == 1


def test_an_edit_that_adds_a_name_makes_exactly_one_new_hit(store, make):
    entry, later = make.entry(), make.noon + make.hour
    store.articles.save("run", [make.outcome(entry, "kim")], make.noon)
    edited = make.outcome(entry, "kim", "jong", text="Kim Kwang Jin was charged. So was Jong Pong Ju.")
    saved = store.articles.save("run", [edited], later)
    assert (saved.new_articles, saved.new_versions) == (0, 1)
    assert [hit.target_id for hit in saved.new_hits] == ["jong"]
    assert [one.hit.target_id for one in store.findings.between(later, later + make.hour)] == ["jong"]


def test_a_headline_edit_makes_no_hit(store, make):
    entry = make.entry()
    store.articles.save("run", [make.outcome(entry, "kim")], make.noon)
    saved = store.articles.save("run", [make.outcome(entry, "kim", title="Another headline")], make.noon + make.hour)
    assert (saved.new_versions, saved.new_hits, saved.changed_hits, saved.closed_hits) == (1, (), (), ())
    assert store.findings.between(make.noon, make.noon + make.hour)[0].article.title == "Another headline"


def test_a_rising_band_is_news_and_a_falling_one_is_not(store, make):
    entry = make.entry()
    seen = []
    for number, band in enumerate((Band.REVIEW, Band.ALERT, Band.REVIEW)):
        article = make.article(entry, title=f"Edition {number}")
        outcome = ArticleOutcome(entry, article, None, (make.hit(article, band=band),))
        saved = store.articles.save("run", [outcome], make.noon + number * make.hour)
        seen.append((len(saved.new_hits), len(saved.changed_hits)))
    assert seen == [(1, 0), (1, 0), (0, 1)]
    assert store.findings.between(make.noon, make.noon + 9 * make.hour)[0].found_at == make.noon + make.hour


def test_an_edit_that_removes_the_name_closes_the_hit(store, make):
    entry = make.entry()
    store.articles.save("run", [make.outcome(entry, "kim")], make.noon)
    saved = store.articles.save("run", [make.outcome(entry, text="A man was charged.")], make.noon + make.hour)
    assert [hit.target_id for hit in saved.closed_hits] == ["kim"]
    assert store.findings.between(make.noon, make.noon + make.hour) == ()


def test_a_page_behind_a_paywall_closes_no_hit(store, make):
    entry = make.entry()
    store.articles.save("run", [make.outcome(entry, "kim")], make.noon)
    walled = make.outcome(entry, text="Subscribe to read on.", quality=Quality.PAYWALL)
    assert store.articles.save("run", [walled], make.noon + make.hour).closed_hits == ()
    assert len(store.findings.between(make.noon, make.noon + make.hour)) == 1


def test_a_finding_has_what_a_digest_needs(store, make):
    store.watchlists.save("w1", [make.target()], make.noon)
    outcome = make.outcome(make.entry(), "kim")
    store.articles.save("run", [outcome], make.noon)
    (finding,) = store.findings.between(make.noon, make.noon + make.hour)
    assert finding.hit == outcome.hits[0]
    assert finding.article == outcome.article
    assert finding.target == make.target()
    assert (finding.quote, finding.quote_start) == ("Kim Kwang Jin was charged.", 0)


def test_the_window_of_findings_is_half_open(store, make):
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    assert store.findings.between(make.noon - make.hour, make.noon) == ()
    assert len(store.findings.between(make.noon, make.noon + make.hour)) == 1


@pytest.mark.parametrize("seen", [1, 2])
def test_host_memory_holds_blocks_seen_on_two_pages(store, make, seen):
    for number in range(seen):
        article = make.article(make.entry(f"e{number}"), block_hashes=("footer", f"text {number}", "footer"))
        store.articles.save("run", [ArticleOutcome(make.entry(f"e{number}"), article)], make.noon)
    assert store.articles.host_memory(["news.example"]) == {"news.example": frozenset(["footer"] if seen == 2 else [])}


def test_feeds_no_longer_configured_are_kept_as_inactive(store, make):
    one, two = FeedSource("one", "https://one.example/"), FeedSource("two", "https://two.example/", tags=("primary",))
    store.feeds.sync([one, two])
    store.feeds.sync([two])
    with transaction(store.paths) as db:
        assert db.execute("SELECT feed_id, active FROM feeds ORDER BY feed_id").fetchall() == [
            ("one", False),
            ("two", True),
        ]


def test_a_cycle_with_nothing_new_writes_only_its_polls_and_its_run(store, make):
    sources = [FeedSource("wire", "https://wire.example/feed", title="Wire", tags=("primary",))]
    targets = [make.target()]
    store.feeds.sync(sources)
    store.watchlists.save("w1", targets, make.noon)
    log = log_of(store.paths.live)
    store.publish_snapshot(make.noon, force=True)
    store.feeds.sync(sources)
    store.watchlists.save("w1", targets, make.noon)
    store.feeds.pending(10, make.noon)
    assert not store.publish_snapshot(make.noon)
    assert not log.exists() or log.stat().st_size == 0
    store.feeds.save_polls("run", [make.poll(status=PollStatus.UNCHANGED)])
    assert log.stat().st_size > 0


def test_an_article_that_one_feed_dates_and_another_does_not_is_fresh(store, make):
    undated, dated = make.entry("e1", "old", origin=EntryOrigin.FIRST_LOOK), make.entry("e1", "new")
    outcomes = [make.outcome(entry, "kim") for entry in (undated, dated)]
    same = [replace(one, article=replace(one.article, article_id="a", origin=one.entry.origin),
                    hits=tuple(replace(hit, article_id="a") for hit in one.hits)) for one in outcomes]  # fmt: skip
    store.articles.save("run", same, make.noon)
    store.publish_snapshot(make.noon)
    assert queries.ask(store.paths, "SELECT origin FROM hits").rows == (("fresh",),)


def test_a_database_that_was_removed_is_not_said_to_be_none_yet(store, paths):
    paths.live.unlink()
    with pytest.raises(StorageDamagedError, match="is gone, and its read snapshot is there"):
        store.require(writing=False)
