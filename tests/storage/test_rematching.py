"""Re-matching of stored articles: only those worth it, newest first, resumable, with retroactive hits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.config import parse_document
from core.records import ArticleOutcome, Suppression
from flows.archive import index_words, reread_archive
from matching.engine import compile_watchlist
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.loading import parse_watchlist

ACTORS = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, order: family-first, romanisation: korean, native: [김광진]}
  - {id: chang, name: Chang Nam-il, order: family-first}
  - {id: wang, name: Zhenxing Wang, nicknames: [Danny]}
  - {id: site, name: Blue Harbour Consulting, type: organisation, identifiers: [{kind: domain, value: blue.example}]}
schemes:
  - {id: farm, label: Laptop farms, match: {any: ["laptop farm*", "해커"]}}
"""
NAMED = {
    "kim": [
        "Kim Kwang Jin fled.",
        "Mr. Gim Gwang-jin fled.",
        "KWANGJIN KIM fled.",
        "Kim Kwangjin fled.",
        "김광진이 달아났다.",
    ],
    "chang": ["Change Nam II was named.", "Chang Nam II was named.", "Nam-il Chang was named."],
    "wang": [
        "Kejia and Zhenxing Wang were charged.",
        "Zhenxing “Danny” Wang was charged.",
        "Wang, Zhenxing, was there.",
    ],
    "site": ["They used blue[.]example for it.", "Blue Harbour Consulting paid them."],
    "farm": ["Two laptop farms were raided.", "북한 해커가 체포됐다."],
}
OTHERS = ["The weather stays fine in the north.", "Jin ordered tea.", "A farm was sold.", "Mr. Wang bought it."]


@pytest.fixture(scope="module")
def watchlist():
    return parse_watchlist([parse_document(ACTORS, "watchlist.yaml")])


def stored(store, make, texts, hits=lambda article: ()):
    outcomes = []
    for number, text in enumerate(texts):
        entry = make.entry(f"e{number}", seen_at=make.noon - number * make.hour)
        article = make.article(entry, text, title="Report")
        outcomes.append(ArticleOutcome(entry, article, None, hits(article)))
    store.articles.save("run", outcomes, make.noon)


def planned(store, make, watchlist, target, presearch=None):
    job = store.watchlists.add_rematch_job(
        [target], watchlist.version, make.noon - 2000 * make.hour, make.noon + make.hour
    )
    return [article.text for article in store.watchlists.rematch_batch(job, 1000, presearch)]


@pytest.mark.parametrize("target", NAMED)
def test_the_index_hides_no_article_in_which_the_matcher_finds_the_target(store, make, watchlist, target):
    texts = [text for named in NAMED.values() for text in named] + OTHERS
    stored(store, make, texts)
    while store.articles.index_words(FoldedWordIndexer(), 5)[0]:
        pass
    matcher = compile_watchlist(watchlist)
    found = planned(store, make, watchlist, target, WatchlistPresearch.of(watchlist, [target]))
    named = [
        text
        for text in texts
        if any(hit.target_id == target for hit in matcher.match(make.article(make.entry(), text, title="Report")))
    ]
    assert set(NAMED[target]) <= set(named) <= set(found)
    assert len(found) < len(texts) / 2


def test_articles_without_words_are_read_in_any_case(store, make, watchlist):
    stored(store, make, OTHERS)
    assert planned(store, make, watchlist, "kim", WatchlistPresearch.of(watchlist, ["kim"])) == OTHERS


def test_an_index_of_another_version_is_not_used_and_filled_again(store, make, watchlist):
    class Older(FoldedWordIndexer):
        @property
        def version(self) -> str:
            return "0"

    stored(store, make, OTHERS)
    assert store.articles.index_words(Older()) == (len(OTHERS), ())
    presearch = WatchlistPresearch.of(watchlist, ["kim"])
    assert planned(store, make, watchlist, "kim", presearch) == OTHERS
    assert store.articles.index_words(FoldedWordIndexer()) == (len(OTHERS), ())
    assert planned(store, make, watchlist, "chang", presearch) == []


def test_after_an_update_the_index_is_filled_again_in_parts(store, make, watchlist):
    stored(store, make, OTHERS * 60)
    assert index_words(store, most=150) == ()
    presearch = WatchlistPresearch.of(watchlist, ["chang"])
    assert len(planned(store, make, watchlist, "chang", presearch)) == 40, "two hundred of 240 are indexed"


def rematch(store, make, matcher, job, limit):
    """One batch of a job; what was saved."""
    articles = store.watchlists.rematch_batch(job, limit)
    hits = {article.article_id: matcher.match(article) for article in articles}
    return store.watchlists.save_rematch(job, articles, hits, make.noon + 2 * make.hour)


def test_what_a_suppression_holds_back_is_not_counted_as_found(edited, make, watchlist):
    edited.reviews.suppress(Suppression("s" * 20, "chang", make.noon))
    found = reread_archive(edited, watchlist, compile_watchlist(watchlist), most=100)
    assert (found.found, found.held_back) == (0, len(NAMED["chang"]))


@pytest.fixture
def edited(store, make, watchlist):
    """A store in which Chang Nam-il was listed only after his articles were stored."""
    old = [target for target in watchlist.targets if target.target_id != "chang"]
    store.watchlists.save("v1", old, make.noon)
    stored(store, make, NAMED["chang"] + OTHERS)
    change = store.watchlists.save(
        "v2", watchlist.targets, make.noon + make.hour, rematch_since=make.noon - 90 * make.hour
    )
    assert change.target_ids == ("chang",)
    return store


def test_a_new_entry_is_found_in_the_archive_with_retroactive_hits(edited, make, watchlist):
    (job,) = edited.watchlists.rematch_jobs()
    saved = rematch(edited, make, compile_watchlist(watchlist), job, 1000)
    assert len(saved.new_hits) == 3
    findings = edited.findings.between(make.noon, make.noon + 3 * make.hour)
    assert all(one.hit.retroactive for one in findings)
    assert edited.watchlists.rematch_jobs() == ()


def test_a_job_continues_where_it_was_stopped_newest_first(edited, make, watchlist):
    matcher, seen = compile_watchlist(watchlist), []
    while edited.watchlists.rematch_jobs():
        (job,) = edited.watchlists.rematch_jobs()
        seen += [article.text for article in edited.watchlists.rematch_batch(job, 2)]
        rematch(edited, make, matcher, job, 2)
    assert seen == NAMED["chang"] + OTHERS


def test_a_hit_that_a_changed_entry_no_longer_covers_is_closed(store, make, watchlist):
    stored(store, make, ["Kim Kwang Jin fled."], lambda article: (make.hit(article, "kim"),))
    store.watchlists.save("v1", [make.target("kim")], make.noon)
    changed = [make.target("kim", "Somebody Else")]
    store.watchlists.save("v2", changed, make.noon + make.hour, rematch_since=make.noon + 90 * make.hour)
    (job,) = store.watchlists.rematch_jobs()
    articles = store.watchlists.rematch_batch(job, 10)
    assert [article.text for article in articles] == ["Kim Kwang Jin fled."], (
        "an article with an open hit is read whatever its age"
    )
    saved = store.watchlists.save_rematch(job, articles, {articles[0].article_id: ()}, make.noon + 2 * make.hour)
    assert [hit.target_id for hit in saved.closed_hits] == ["kim"]


def test_an_article_that_cannot_be_matched_keeps_its_hits(store, make):
    stored(store, make, ["Kim Kwang Jin fled."], lambda article: (make.hit(article, "kim"),))
    store.watchlists.save("v1", [make.target("kim")], make.noon)
    changed = [make.target("kim", "Somebody Else")]
    store.watchlists.save("v2", changed, make.noon + make.hour, rematch_since=make.noon - 90 * make.hour)
    (job,) = store.watchlists.rematch_jobs()
    articles = store.watchlists.rematch_batch(job, 10)
    assert store.watchlists.save_rematch(job, articles, {}, make.noon + 2 * make.hour).closed_hits == ()
    assert store.watchlists.rematch_jobs() == (), "it was taken from the queue"


def test_hits_of_a_removed_entry_are_closed_and_opened_when_it_comes_back(store, make):
    store.watchlists.save("v1", [make.target("kim"), make.target("jong", "Jong Pong-ju")], make.noon)
    store.articles.save("run", [make.outcome(make.entry(), "kim")], make.noon)
    change = store.watchlists.save("v2", [make.target("jong", "Jong Pong-ju")], make.noon + make.hour)
    assert [target.target_id for target in change.removed] == ["kim"]
    assert store.findings.between(make.noon, make.noon + make.hour) == ()
    since = make.noon - make.hour
    store.watchlists.save("v3", [make.target("kim")], make.noon + 2 * make.hour, rematch_since=since)
    (job,) = store.watchlists.rematch_jobs()
    articles = store.watchlists.rematch_batch(job, 10)
    saved = store.watchlists.save_rematch(
        job, articles, {articles[0].article_id: (make.hit(articles[0], "kim"),)}, make.noon + 3 * make.hour
    )
    assert [hit.target_id for hit in saved.new_hits] == ["kim"]


def test_the_same_watchlist_changes_nothing(store, make):
    targets = [make.target("kim")]
    assert store.watchlists.save("v1", targets, make.noon).added == tuple(targets)
    assert store.watchlists.save("v1", targets, make.noon + make.hour).target_ids == ()
    assert store.watchlists.changes(make.noon, make.noon + make.hour) == ()


def test_changes_of_the_watchlist_are_described_in_sentences(store, make):
    store.watchlists.save("v1", [make.target("kim"), make.target("jong", "Jong Pong-ju")], make.noon)
    later = [replace(make.target("kim"), entry_hash="other"), make.target("chang", "Chang Nam-il")]
    store.watchlists.save("v2", later, make.noon + make.hour)
    changes = store.watchlists.changes(make.noon, make.noon + 2 * make.hour)
    assert tuple(one.sentence for one in changes) == (
        "Chang Nam-il was added",
        "Jong Pong-ju was removed",
        "Kim Kwang-jin was changed",
    )
