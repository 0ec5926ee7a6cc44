"""What could not be read can be found: in the view and in the coverage, until it is read."""

from __future__ import annotations

from dataclasses import replace

from core.records import ArticleOutcome, Failure, FailureKind, Quality, Stage
from storage import queries

COLUMNS = "url, headline, cause, attempts, next_try_at IS NOT NULL"


def unread(store, make):
    store.publish_snapshot(make.noon, force=True)
    return queries.ask(store.paths, f"SELECT {COLUMNS} FROM unread_pages").rows


def failed(entry, kind):
    return ArticleOutcome(
        entry, failure=Failure(Stage.PAGE, entry.url, kind, "http_status", "The server answered 503.")
    )


def test_a_page_that_failed_is_listed_until_it_is_read(store, make):
    entry = make.entry("e1", title="Bank head sought")
    store.feeds.save_polls("run", [make.poll(entry)])
    store.articles.save("run", [failed(entry, FailureKind.TRANSIENT)], make.noon)
    assert unread(store, make) == ((entry.url, "Bank head sought", "http_status", 1, True),)
    (page,) = store.feeds.coverage(make.noon, []).unread_pages
    assert (page.url, page.headline, page.cause) == (entry.url, "Bank head sought", "http_status")
    store.articles.save("run", [make.outcome(entry, "kim")], make.noon + make.hour)
    assert unread(store, make) == ()
    assert store.feeds.coverage(make.noon + make.hour, []).unread_pages == ()


def test_a_page_that_is_given_up_stays_listed(store, make):
    entry = make.entry("e1")
    store.feeds.save_polls("run", [make.poll(entry)])
    store.articles.save("run", [failed(entry, FailureKind.PERMANENT)], make.noon)
    assert [(row[0], row[4]) for row in unread(store, make)] == [(entry.url, False)]


def test_a_walled_page_is_listed_with_its_headline(store, make):
    outcome = make.outcome(make.entry("e1"))
    walled = replace(outcome, article=replace(outcome.article, quality=Quality.PAYWALL, title="Members only"))
    store.articles.save("run", [walled], make.noon)
    assert [row[1:3] for row in unread(store, make)] == [("Members only", "paywall")]
    (page,) = store.feeds.coverage(make.noon, []).unread_pages
    assert (page.headline, page.cause) == ("Members only", "paywall")
