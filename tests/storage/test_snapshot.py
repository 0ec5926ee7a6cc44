"""The read snapshot: always complete, with the views and columns of the public contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import duckdb
import pytest

from core.errors import QueryError
from core.records import ArticleOutcome, FeedSource, Published, Reason, ReasonCode
from storage import queries
from storage.queries import Filters
from storage.store import Store

CONTRACT = {
    "hit_id",
    "target_id",
    "target_name",
    "kind",
    "severity",
    "tags",
    "band",
    "score",
    "article_id",
    "story_id",
    "feed_id",
    "url",
    "title",
    "source",
    "language",
    "published_at",
    "first_seen_at",
    "found_at",
    "retroactive",
    "zone",
    "method",
    "surface",
    "quote",
    "reasons",
    "watchlist_version",
    "verdict",
    "told_at",
}


@pytest.fixture
def filled(store, make):
    store.watchlists.save("w1", [make.target(tags=("dprk",))], make.noon)
    store.articles.save("run", [make.outcome(make.entry(), "kim"), make.outcome(make.entry("e2"))], make.noon)
    store.publish_snapshot(make.noon)
    return store


def rows(paths, sql):
    return queries.ask(paths, sql).rows


def test_an_empty_store_has_a_snapshot(store, paths):
    assert queries.hits(paths, Filters()).rows == ()


def test_a_query_without_a_snapshot_says_what_to_do(paths):
    with pytest.raises(QueryError, match="watchword demo"):
        queries.hits(paths, Filters())


def test_the_view_hits_has_the_columns_of_the_contract(filled, paths):
    answer = queries.hits(paths, Filters())
    assert set(answer.names) >= CONTRACT
    (row,) = answer.dicts()
    wanted = {"target_name": "Kim Kwang-jin", "tags": ["dprk"], "score": 95, "zone": "core", "method": "exact"}
    assert row | wanted == row
    assert row["quote"] == "Kim Kwang Jin was charged."


@pytest.mark.parametrize(
    "view",
    [
        "hits",
        "hits_all",
        "mentions",
        "articles",
        "stories",
        "feed_health",
        "deliveries",
        "hits_by_target_day",
        "hit_facts",
        "runs",
    ],
)
def test_every_view_can_be_queried(filled, paths, view):
    queries.ask(paths, f"FROM {view}")


def test_only_articles_with_a_hit_have_their_text(filled, paths):
    assert [count for (count,) in rows(paths, "SELECT count(text) FROM articles")] == [1]


def test_mentions_have_offsets_into_the_text(filled, paths):
    sql = """
        SELECT surface, text[start_offset + 1:end_offset] FROM mentions JOIN articles USING (article_id)
    """
    assert rows(paths, sql) == (("Kim Kwang Jin", "Kim Kwang Jin"),)


def test_the_facts_of_a_hit_are_rows(store, paths, make):
    outcome = make.outcome(make.entry(), "kim")
    facts = {
        "fact": "age",
        "agrees": True,
        "weight": "strong",
        "said": "aged 34",
        "listed": "born 1991",
        "start": 7,
        "end": 9,
    }
    reason = Reason(ReasonCode.FACT_AGREES, "aged 34 in the article; listed as born 1991", facts)
    [hit] = outcome.hits
    store.articles.save("run", [replace(outcome, hits=(replace(hit, reasons=(*hit.reasons, reason)),))], make.noon)
    store.publish_snapshot(make.noon)
    sql = "SELECT target_id, fact, agrees, said, listed, start_offset, end_offset FROM hit_facts"
    assert rows(paths, sql) == (("kim", "age", True, "aged 34", "born 1991", 7, 9),)


@pytest.mark.parametrize(
    ("published", "utc"),
    [("2026-11-20", "2026-11-20 00:00:00"), ("2026-11-20T23:30:00-05:00", "2026-11-21 04:30:00")],
)
def test_published_at_is_in_utc_whatever_the_publishers_offset(store, paths, make, published, utc):
    at = date.fromisoformat(published) if len(published) == 10 else datetime.fromisoformat(published)
    article = make.article(make.entry(), published=Published(at, "meta"))
    store.articles.save("run", [ArticleOutcome(make.entry(), article)], make.noon)
    store.publish_snapshot(make.noon)
    assert rows(paths, "SELECT published_at::VARCHAR, published FROM articles") == ((utc, published),)


def test_a_snapshot_is_published_after_a_change_and_hourly(filled, make):
    assert not filled.publish_snapshot(make.noon)
    assert filled.publish_snapshot(make.noon + make.hour)
    filled.articles.save("run", [make.outcome(make.entry("e3"))], make.noon + make.hour)
    assert filled.publish_snapshot(make.noon + make.hour)


def test_an_open_reader_keeps_its_version(filled, paths, make):
    with duckdb.connect(str(paths.snapshot), read_only=True) as reader:
        before = reader.execute("SELECT count(*) FROM articles").fetchall()
        filled.articles.save("run", [make.outcome(make.entry("e3"))], make.noon)
        filled.publish_snapshot(make.noon)
        assert reader.execute("SELECT count(*) FROM articles").fetchall() == before
    assert rows(paths, "SELECT count(*) FROM articles") == ((3,),)


def test_a_query_can_neither_write_nor_read_other_files(filled, paths, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for sql in ("DROP TABLE hits_all", f"FROM '{tmp_path}/secret.csv'", f"COPY hits TO '{tmp_path}/out.csv'"):
        with pytest.raises(QueryError):
            queries.ask(paths, sql)


def test_explain_accepts_a_prefix_and_refuses_bad_ones(filled, paths):
    hit_id = rows(paths, "SELECT hit_id FROM hits")[0][0]
    found = queries.explain(paths, hit_id[:6])
    assert (found.hit["hit_id"], found.mentions[0]["surface"]) == (hit_id, "Kim Kwang Jin")
    assert found.reasons[0]["facts"] == {"tokens": ["kim", "kwang", "jin"]}
    for prefix, complaint in (("zzzz", "no hit"), ("ab", "too short")):
        with pytest.raises(QueryError, match=complaint):
            queries.explain(paths, prefix)


def test_article_versions_show_what_each_version_changed(store, paths, make):
    entry, other = make.entry(), make.entry("e2")
    moved = {"published": Published(make.noon + make.hour, "json-ld")}
    versions = [
        make.outcome(entry),
        make.outcome(entry, title="Another headline"),
        make.outcome(entry, title="Another headline", text="The text is new.", **moved),
    ]
    for number, outcome in enumerate([*versions, make.outcome(other)]):
        store.articles.save("run", [outcome], make.noon + number * make.hour)
    store.publish_snapshot(make.noon)
    shown = rows(paths, "SELECT version, changed, is_current, title FROM article_versions ORDER BY version")
    assert shown == (
        (1, [], False, "Headline e1"),
        (2, ["title"], False, "Another headline"),
        (3, ["text", "date"], True, "Another headline"),
    )


@pytest.mark.parametrize(("group_reads", "mode"), [(False, 0o600), (True, 0o640)])
def test_the_snapshot_is_private_unless_a_group_may_read_it(store, make, group_reads, mode):
    shared = Store(replace(store.paths, group_reads=group_reads))
    shared.publish_snapshot(make.noon, force=True)
    assert store.paths.snapshot.stat().st_mode & 0o777 == mode


def test_a_feed_is_due_no_earlier_than_its_server_allows(store, paths, make):
    store.feeds.sync([FeedSource("wire", "https://wire.example/feed")])
    poll = make.poll(make.entry())
    later = make.noon + timedelta(hours=2)
    state = replace(poll.state, next_due_at=make.noon + timedelta(minutes=30), retry_after_at=later)
    store.feeds.save_polls("run", [replace(poll, state=state)])
    store.publish_snapshot(make.noon, force=True)
    assert rows(paths, "SELECT next_due_at FROM feed_health") == ((later.replace(tzinfo=None),),)
