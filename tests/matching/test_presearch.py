"""The words that are asked of the index, and when it is asked at all."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest

from core.config import parse_document
from matching.presearch import FoldedWordIndexer, WatchlistPresearch
from matching.watchlist.loading import parse_watchlist
from samples import builders

LIST = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, order: family-first, romanisation: korean, native: [김광진]}
  - {id: site, name: Blue Harbour Consulting, type: organisation, identifiers: [{kind: domain, value: blue.example}]}
schemes:
  - {id: farm, label: Laptop farms, match: {any: ["laptop farm*", "해커", "北朝鮮", "hack*"]}}
"""
TEXTS = [
    "Two laptop farms were raided, and the laptop farmer fled.",
    "북한 해커가 체포됐다. 김광진이 달아났다.",
    "今日の北朝鮮の発表について。",
    "Hackers used blue[.]example; Blue Harbour Consulting paid Kim Kwang Jin.",
]


@pytest.fixture(scope="module")
def watchlist():
    return parse_watchlist([parse_document(LIST, "watchlist.yaml")])


def fits(slot, word):
    """Whether a word may stand in a slot, by the definition."""
    if slot.open_start and slot.open_end:
        return slot.text in word
    if slot.open_start:
        return word.endswith(slot.text)
    return word.startswith(slot.text) if slot.open_end else word == slot.text


def test_the_words_of_each_slot_are_those_of_a_comparison_with_every_word(watchlist):
    from matching import presearch

    known = {word for text in TEXTS for word in FoldedWordIndexer().words(builders.article(text)).words}
    chance = random.Random(7)
    known |= {"".join(chance.choices("abk", k=chance.randint(1, 6))) for _ in range(400)}
    asked = {"a", "ab", "ba", "kab", "hack", "해커", "nowhere"}
    kinds = [(start, end) for start in (False, True) for end in (False, True)]
    slots = {presearch._Slot(text, *kind) for text in asked for kind in kinds}
    found = presearch._fitting_words(slots, known)
    assert found == {slot: frozenset(word for word in known if fits(slot, word)) for slot in slots}


NAMED = ({"farm"}, {"kim", "farm"}, {"farm"}, {"kim", "site", "farm"})


@pytest.mark.parametrize(("text", "targets"), list(zip(TEXTS, NAMED, strict=True)))
def test_an_article_meets_a_requirement_of_each_target_in_it(watchlist, text, targets):
    words = FoldedWordIndexer().words(builders.article(text)).words
    for target in targets:
        requirements = WatchlistPresearch.of(watchlist, [target]).requirements(words)
        met = [one for one in requirements if sum(bool(group & words) for group in one.groups) >= one.minimum]
        assert met, target


@pytest.mark.parametrize(
    ("entries", "articles", "is_asked"),
    [
        (1, 0, False),
        (1, 300, True),
        (1, 100_000, True),
        (20, 100_000, True),
        (10_000, 100_000, False),
        (20_000, 300, False),
    ],
)
def test_the_index_is_asked_for_few_entries_and_for_many_every_article_is_read(watchlist, entries, articles, is_asked):
    presearch = WatchlistPresearch.of(watchlist, map(str, range(entries)))
    assert presearch.is_worth_asking(articles) is is_asked


def test_every_word_that_may_be_a_word_of_a_name_has_one_of_the_keys_asked_for(watchlist):
    written = [
        "kim",
        "gim",
        "kwang",
        "gwang",
        "kwamg",
        "jin",
        "chin",
        "김광진",
        "harbor",
        "harbour",
        "barbour",
        "weather",
    ]
    presearch = WatchlistPresearch.of(watchlist, ["kim", "site"])
    keys = FoldedWordIndexer().blocking_keys(written)
    query = presearch.word_query
    asked = [key in query.blocking_keys for key in keys.keys.tolist()]
    found = query.words | {written[word] for word, is_asked in zip(keys.words.tolist(), asked, strict=True) if is_asked}
    similar = {
        word
        for name in presearch.similar_words(builders.article(" ".join(written)))
        for _, words in name
        for word in words
    }
    assert {"gim", "gwang", "chin", "harbor"} <= similar <= found
    assert "weather" not in found


def test_entries_are_compiled_only_when_the_index_is_asked():
    unreadable = SimpleNamespace()  # compiling it would fail
    assert not WatchlistPresearch.of(unreadable, ["kim"]).is_worth_asking(0)


def test_a_word_in_another_script_has_a_key_of_the_name_that_it_sounds_like():
    text = "version: 1\nactors:\n  - {id: v, name: Markus Velten}\n"
    names = WatchlistPresearch.of(parse_watchlist([parse_document(text, "watchlist.yaml")]), {"v"})
    asked = names.word_query.blocking_keys
    for written in ("Вельтеном", "فيلتن", "ולמרקוס", "벨텐에게", "ヴェルテン", "Βέλτεν"):
        words = sorted(FoldedWordIndexer().words(builders.article(f"{written}.")).likely)
        assert asked.intersection(FoldedWordIndexer().blocking_keys(words).keys.tolist()), written


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Markus Velten", "昨天，记者采访了马库斯·韦尔滕。"),
        ("Pak Chol-un", "어제 박철운은 귀국했다."),
        ("Markus Velten", "По словам Маркуса Вельтена, договор готов."),
    ],
)
def test_an_article_in_another_script_meets_a_requirement_of_the_name_in_it(name, text):
    entry = f"version: 1\nactors:\n  - {{id: v, name: {name}}}\n"
    presearch = WatchlistPresearch.of(parse_watchlist([parse_document(entry, "watchlist.yaml")]), {"v"})
    assert [hit.target_id for hit in presearch.matcher.match(builders.article(text))] == ["v"]
    words = FoldedWordIndexer().words(builders.article(text))
    keys = FoldedWordIndexer().blocking_keys(sorted(words.likely))
    asked = presearch.word_query.blocking_keys
    found = {word for key, word in zip(keys.keys.tolist(), keys.words.tolist(), strict=True) if key in asked}
    meant = {sorted(words.likely)[word] for word in found} | (presearch.word_query.words & words.words)
    met = [
        one
        for one in presearch.requirements(meant)
        if sum(bool(group & words.words) for group in one.groups) >= one.minimum
    ]
    assert met


def test_entries_in_other_scripts_only_are_looked_for_in_every_article():
    text = "version: 1\nactors:\n  - {id: a, name: Прохор Журавчин}\n  - {id: b, name: Markus Velten}\n"
    watchlist = parse_watchlist([parse_document(text, "watchlist.yaml")])
    assert not WatchlistPresearch.of(watchlist, {"a"}).is_worth_asking(5000)
    assert WatchlistPresearch.of(watchlist, {"b"}).is_worth_asking(5000)
