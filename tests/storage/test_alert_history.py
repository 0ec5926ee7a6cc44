"""What the store keeps for digests: messages, notifications, stories, verdicts and coverage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.config import parse_document
from core.errors import QueryError
from core.identity import article_id, hit_id
from core.records import (
    PAUSED_BY_HAND,
    ArticleOutcome,
    Coverage,
    Delivery,
    DeliveryState,
    Digest,
    DigestKind,
    Failure,
    FailureKind,
    FeedSource,
    LinkKind,
    Notification,
    PollStatus,
    Quality,
    Reason,
    ReasonCode,
    ReviewVerdict,
    Section,
    Severity,
    Story,
    StoryLink,
    Suppression,
)
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from storage import integrity, queries
from storage.results import SaveResult


def digest(make, number=1, kind=DigestKind.DIGEST, subscription="desk") -> Digest:
    end = make.noon + number * make.hour
    return Digest(f"digest{number}", subscription, end - make.hour, end, end, (), Coverage(1, 1), kind=kind)


def delivery(make, number=1, **changes) -> Delivery:
    made = Delivery(
        f"delivery{number}", f"digest{number}", "desk", "desk@example.org", f"m{number}@x", "News", b"body", make.noon
    )
    return replace(made, **changes)


def notification(make, hit="hit1", story="story1", number=1) -> Notification:
    return Notification(
        "desk", hit, story, "a1", "v1", "kim", Severity.HIGH, Section.CARD, f"digest{number}", make.noon + make.hour
    )


def test_a_digest_is_queued_once_with_its_messages_and_notifications(store, make):
    assert store.outbox.enqueue(digest(make), [delivery(make)], [notification(make)])
    assert not store.outbox.enqueue(digest(make), [delivery(make, 2)], [notification(make, "hit2")])
    assert store.outbox.due(make.noon) == (delivery(make),)
    assert store.outbox.notifications("desk") == (notification(make),)
    assert store.outbox.notifications("other") == ()


def test_only_scheduled_digests_move_the_window_and_trouble_messages_have_their_own(store, make):
    assert store.outbox.last_digest("desk") is None
    store.outbox.enqueue(digest(make, 1), [], [])
    store.outbox.enqueue(digest(make, 2, DigestKind.IMMEDIATE), [], [])
    store.outbox.enqueue(digest(make, 3, DigestKind.TROUBLE, "trouble:dns"), [], [])
    assert store.outbox.last_digest("desk") == make.noon + make.hour
    assert store.outbox.last_digest("trouble:dns") == make.noon + 3 * make.hour
    assert store.outbox.immediate_since("desk", make.noon) == 1


def test_a_message_is_due_at_its_next_attempt_and_not_after_it_was_sent(store, make):
    store.outbox.enqueue(digest(make), [delivery(make)], [])
    later = make.noon + make.hour
    store.outbox.record(delivery(make, attempts=1, next_attempt_at=later, last_error="451 try later"))
    assert store.outbox.due(make.noon) == ()
    assert [one.attempts for one in store.outbox.due(later)] == [1]
    store.outbox.record(delivery(make, state=DeliveryState.SENT, finished_at=later))
    assert store.outbox.due(later) == ()
    assert [one.state for one in store.outbox.newest()] == [DeliveryState.SENT]
    assert store.outbox.newest(DeliveryState.QUEUED) == ()


def test_a_message_is_found_by_a_prefix_of_its_id(store, make):
    store.outbox.enqueue(digest(make), [delivery(make, 11), delivery(make, 12)], [])
    assert store.outbox.find("delivery11") == delivery(make, 11)
    assert store.outbox.find("delivery1") is None
    assert store.outbox.find("") is None


def test_a_finding_has_its_first_notification_and_the_latest_verdict(store, make):
    outcome = make.outcome(make.entry(), "kim")
    store.articles.save("run", [outcome], make.noon)
    hit = outcome.hits[0].hit_id
    store.outbox.enqueue(digest(make), [], [notification(make, hit)])
    assert store.reviews.save([hit[:12]], ReviewVerdict.CONFIRMED, make.noon) == (hit,)
    store.reviews.save([hit], ReviewVerdict.DISMISSED, make.noon + make.hour, note="a namesake", reviewer="kim")
    (finding,) = store.findings.between(make.noon, make.noon + make.hour)
    assert (finding.told_at, finding.verdict) == (make.noon + make.hour, "dismissed")
    with pytest.raises(QueryError, match="0000 means no single hit"):
        store.reviews.save(["0000"], ReviewVerdict.CONFIRMED, make.noon)
    store.reviews.save([hit], ReviewVerdict.OPEN, make.noon + 2 * make.hour)
    (finding,) = store.findings.between(make.noon, make.noon + make.hour)
    assert finding.verdict is None, "taken back"


@pytest.fixture
def three(store, make):
    """The ids of three stored articles."""
    entries = [make.entry(f"e{number}") for number in range(3)]
    store.articles.save("run", [make.outcome(entry, "kim") for entry in entries], make.noon)
    return tuple(article_id(entry.url, "wire", entry.entry_key) for entry in entries)


def test_a_story_replaces_those_merged_into_it(store, make, three):
    first = Story("s1", three[:1], (), Severity.HIGH, make.noon, make.noon, "One")
    second = Story("s2", three[1:2], (), None, make.noon, make.noon, "Two")
    store.stories.save([first, second], make.noon)
    store.outbox.enqueue(digest(make), [], [notification(make, story="s2")])
    assert store.stories.of_articles(three) == (first, second)
    link = StoryLink(three[1], three[0], LinkKind.SAME_EVENT, "both name the same man")
    merged = Story("s1", three, (link,), Severity.HIGH, make.noon, make.noon + make.hour, "One", ("s2",))
    store.stories.save([merged], make.noon)
    assert store.stories.of_articles(three) == (merged,)
    assert {one.article_id for one in store.stories.articles(["s1"])["s1"]} == set(three)
    assert [one.story_id for one in store.outbox.notifications("desk")] == ["s1"]
    assert {member.story_id for member in store.stories.window(make.noon)} == {"s1"}
    assert integrity.violations(store.paths) == ()


def test_a_message_about_a_story_is_made_without_the_articles_of_which_nothing_is_reported(store, make, three):
    story = Story("s1", three, (), Severity.HIGH, make.noon, make.noon, "One")
    store.stories.save([story], make.noon)
    for article, verdict in zip(three, (ReviewVerdict.CONFIRMED, ReviewVerdict.SUPPRESSED), strict=False):
        store.reviews.save([hit_id(article, "kim")], verdict, make.noon)

    def shown():
        return {one.article_id for one in store.stories.articles(["s1"])["s1"]}

    assert shown() == {three[0], three[2]}
    store.reviews.save([hit_id(three[1], "kim")], ReviewVerdict.OPEN, make.noon + make.hour)
    assert shown() == set(three), "the verdict was taken back"


def test_new_hits_that_a_suppression_holds_back_are_named_by_what_stored_them(store, make):
    store.reviews.suppress(Suppression("s" * 20, "kim", make.noon))
    saved = store.articles.save("run", [make.outcome(make.entry(), "kim", "jong")], make.noon)
    assert [one.target_id for one in saved.new_hits] == ["kim", "jong"]
    assert [one.target_id for one in saved.held_hits] == ["kim"]
    assert SaveResult.joined([saved, saved]).held_hits == saved.held_hits * 2
    again = store.articles.save("run", [make.outcome(make.entry(), "kim", "jong")], make.noon + make.hour)
    assert again.held_hits == (), "counted once"


def test_the_story_window_has_articles_new_or_changed_since(store, make, three):
    later = make.noon + make.hour
    store.articles.save("run", [make.outcome(make.entry("e1"), "kim", title="Corrected")], later)
    members = store.stories.window(later)
    assert [(one.article.title, len(one.hits), one.story_id) for one in members] == [("Corrected", 1, None)]


WATCHLIST = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, require: case}
  - {id: roe, name: Janet Ambrose Roe}
  - {id: garcia, name: Juan Garcia}
contexts: {case: {any: [IT worker]}}
"""


def test_hits_that_facts_ruled_out_are_counted_by_fact_with_what_article_and_list_say(store, make):
    listed = parse_document("actors: [{id: roe, name: Janet Ambrose Roe, facts: {born: 1987}}]", "watchlist.yaml")
    outcome = make.outcome(make.entry(), text="Janet Ambrose Roe, who was born in 1951, retired.")
    hits = tuple(compile_watchlist(parse_watchlist([listed])).match(outcome.article))
    store.articles.save("run", [replace(outcome, hits=hits)], make.noon)
    said = "fact_contradicts, birth: born 1951 in the article; listed as born 1987"
    assert store.findings.suppressed(make.noon, make.noon + make.hour) == ((said, 1),)
    rows = queries_after_snapshot(store, make, "SELECT fact, agrees, said, listed FROM hit_facts")
    assert rows == [("birth", False, "born 1951", "born 1987")]


def queries_after_snapshot(store, make, sql):
    store.publish_snapshot(make.noon)
    return [tuple(row) for row in queries.ask(store.paths, sql).rows]


def test_the_deciding_reason_is_the_same_in_the_digest_the_views_and_the_hit(store, make):
    matcher = compile_watchlist(parse_watchlist([parse_document(WATCHLIST, "watchlist.yaml")]))
    outcome = make.outcome(make.entry(), text="Kim Kwang-jin, Juan Garcia and Janet Ambrose Roe met.")
    hits = {hit.target_id: hit for hit in matcher.match(outcome.article)}
    codes = {target: hit.deciding_reason.code for target, hit in hits.items()}
    assert codes == {"kim": "context_missing", "roe": "name", "garcia": "company"}
    store.articles.save("run", [replace(outcome, hits=tuple(hits.values()))], make.noon)
    assert store.findings.suppressed(make.noon, make.noon + make.hour) == (("context_missing", 1),)
    store.publish_snapshot(make.noon)
    rows = queries.ask(store.paths, "SELECT target_id, deciding_reason FROM hits_all").rows
    assert dict(rows) == codes


def test_coverage_has_what_was_read_and_what_was_not(store, make):
    sources = [FeedSource(name, f"https://{name}.example/feed") for name in ("good", "bad", "silent", "never")]
    good = make.poll(feed_id="good")
    failure = Failure("feed", "bad", FailureKind.TRANSIENT, "dns", "no such host")
    bad = make.poll(feed_id="bad", status=PollStatus.FAILED, failure=failure)
    bad = replace(bad, state=replace(bad.state, failure_streak=3, last_failure="dns: no such host"))
    silent = make.poll(feed_id="silent")
    silent = replace(silent, state=replace(silent.state, last_new_entry_at=make.noon - 72 * make.hour))
    store.feeds.save_polls("run", [good, bad, silent])
    walled = make.outcome(make.entry("e1"), quality=Quality.PAYWALL)
    gone = ArticleOutcome(
        make.entry("e2"), failure=Failure("page", "u", FailureKind.PERMANENT, "http_status", "404 Not Found")
    )
    store.articles.save("run", [walled, gone], make.noon)
    run_id = store.runs.begin("poll", make.noon)
    store.runs.end(run_id, make.noon, {"articles": 1})
    found = store.feeds.coverage(make.noon, sources)
    assert (found.feeds_total, found.feeds_read) == (4, 2)
    assert [(one.feed_id, one.cause, one.message) for one in found.failing] == [("bad", "dns", "no such host")]
    assert [one.feed_id for one in found.silent] == ["silent"]
    assert (found.walled, found.unread) == ((("news.example", 1),), (("http_status", 1),))
    assert found.last_complete_cycle == make.noon


def test_a_paused_feed_is_named_in_the_coverage_and_can_be_resumed(store, make):
    gone = make.poll(feed_id="gone")
    store.feeds.save_polls("run", [replace(gone, state=replace(gone.state, paused="410 Gone on 2026-11-01"))])
    by_hand = FeedSource("by-hand", "https://by-hand.example/feed", paused=True)
    sources = [FeedSource("gone", "https://gone.example/feed"), by_hand]
    store.feeds.sync(sources)
    store.publish_snapshot(make.noon, force=True)
    assert [(one.feed_id, one.cause) for one in store.feeds.coverage(make.noon, sources).failing] == [
        ("gone", "paused"),
        ("by-hand", PAUSED_BY_HAND),
    ]
    paused = queries.ask(store.paths, "SELECT feed_id, paused FROM feed_health ORDER BY ALL").rows
    assert paused == (("by-hand", "by hand"), ("gone", "410 Gone on 2026-11-01"))
    store.feeds.resume("gone")
    store.feeds.sync([sources[0], replace(by_hand, paused=False)])
    store.publish_snapshot(make.noon, force=True)
    assert queries.ask(store.paths, "FROM feed_health WHERE paused IS NOT NULL").rows == ()


def test_an_edit_of_the_feeds_is_published_at_once(store, make):
    sources = [FeedSource("one", "https://one.example/feed"), FeedSource("two", "https://two.example/feed")]
    store.feeds.sync(sources)
    assert store.publish_snapshot(make.noon)
    store.feeds.sync(sources)
    assert not store.publish_snapshot(make.noon)
    store.feeds.sync(sources[:1])
    assert store.publish_snapshot(make.noon)
    assert queries.ask(store.paths, "SELECT feed_id FROM feed_health WHERE active").rows == (("one",),)
    assert queries.ask(store.paths, "FROM feed_health WHERE NOT active AND next_due_at IS NOT NULL").rows == ()


def test_runs_that_were_killed_are_not_complete(store, make):
    store.runs.begin("poll", make.noon)
    assert store.runs.last_complete() is None
    done = store.runs.begin("poll", make.noon)
    store.runs.end(done, make.noon + make.hour, {})
    failed = store.runs.begin("poll", make.noon)
    store.runs.end(failed, make.noon + 2 * make.hour, {}, complete=False)
    assert store.runs.first_complete() == store.runs.last_complete() == make.noon + make.hour


def story_of(three, make, count=None):
    return Story("s1", three[:count], (), Severity.HIGH, make.noon, make.noon, "One")


def verdicts(store, make):
    found = store.findings.between(make.noon, make.noon + make.hour)
    return {one.article.entry_key: one.verdict for one in found}


def test_a_verdict_holds_for_later_copies_of_the_story(store, make, three):
    store.stories.save([story_of(three, make, 2)], make.noon)
    assert len(store.reviews.save(["s1"], ReviewVerdict.DISMISSED, make.noon, target_id="kim")) == 2
    assert verdicts(store, make) == {"e0": "dismissed", "e1": "dismissed", "e2": None}
    store.stories.save([story_of(three, make)], make.noon + make.hour)
    assert verdicts(store, make) == dict.fromkeys(("e0", "e1", "e2"), "dismissed")
    ids = [one.hit.hit_id for one in store.findings.between(make.noon, make.noon + make.hour)]
    assert store.reviews.refused([*ids, "another"]) == set(ids)
    store.publish_snapshot(make.noon, force=True)
    sql = "SELECT note, carried_from IS NOT NULL FROM reviews WHERE verdict = 'dismissed' ORDER BY ALL"
    assert [row[1] for row in queries.ask(store.paths, sql).rows] == [False, False, True]


def test_new_evidence_is_not_dismissed_with_the_rest(store, make):
    entries = [make.entry(f"e{number}") for number in range(2)]
    plain, with_company = (make.outcome(entry, "kim") for entry in entries)
    stronger = replace(
        with_company.hits[0], reasons=(*with_company.hits[0].reasons, Reason(ReasonCode.COMPANY, "another listed man"))
    )
    store.articles.save("run", [plain, replace(with_company, hits=(stronger,))], make.noon)
    ids = tuple(article_id(entry.url, "wire", entry.entry_key) for entry in entries)
    store.reviews.save([plain.hits[0].hit_id], ReviewVerdict.DISMISSED, make.noon)
    store.stories.save([story_of(ids, make)], make.noon + make.hour)
    assert verdicts(store, make) == {"e0": "dismissed", "e1": None}


def test_of_several_ids_none_is_stored_if_one_is_unknown(store, make, three):
    (first, *_) = store.findings.between(make.noon, make.noon + make.hour)
    with pytest.raises(QueryError):
        store.reviews.save([first.hit.hit_id, "0000"], ReviewVerdict.DISMISSED, make.noon)
    assert set(verdicts(store, make).values()) == {None}
