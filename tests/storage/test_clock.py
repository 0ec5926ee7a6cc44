"""What was reckoned while the clock was a year ahead does not wait for a year."""

from datetime import timedelta

from core.records import ArticleOutcome, Delivery, Failure, FailureKind, Stage
from samples import builders

YEAR = timedelta(days=365)


def keys(pending):
    return {one.entry.entry_key for one in pending}


def test_entries_that_were_seen_or_tried_then_are_pending_now(store, make):
    seen_then, tried_then, tried_now = (
        make.entry("seen", seen_at=make.noon + YEAR),
        make.entry("then"),
        make.entry("now"),
    )
    store.feeds.save_polls("run", [make.poll(seen_then, tried_then, tried_now)])
    failure = Failure(Stage.EXTRACT, "page", FailureKind.TRANSIENT, "timeout", "no answer")
    store.articles.save("run", [ArticleOutcome(tried_then, failure=failure)], make.noon + YEAR)
    store.articles.save("run", [ArticleOutcome(tried_now, failure=failure)], make.noon)
    assert keys(store.feeds.pending(10, make.noon)) == {"seen", "then"}
    assert keys(store.feeds.pending(10, make.noon + make.hour)) == {"seen", "then", "now"}


def test_a_message_that_was_postponed_then_is_due_now_and_one_of_today_waits(store, make):
    def message(name, after):
        key = (name, "d" * 20, "desk", "desk@example.org", f"{name}@x", "News", b"body", make.noon)
        return Delivery(*key, next_attempt_at=make.noon + after)

    store.outbox.enqueue(builders.digest(), [message("then", YEAR), message("today", make.hour)], [])
    assert [one.delivery_id for one in store.outbox.due(make.noon)] == ["then"]
    for name, is_due in (("then", True), ("today", False)):
        with store.outbox.claimed(name, make.noon) as claimed:
            assert (claimed is not None) == is_due
