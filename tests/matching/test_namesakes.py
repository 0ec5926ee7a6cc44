"""Edits that are proposed to hold namesakes back, from what was confirmed and dismissed."""

from __future__ import annotations

from datetime import date

import pytest

from core.config import Document
from core.records import Band
from matching.examples import article_of
from matching.namesakes.contrasting_terms import contrasting_terms, terms_of
from matching.namesakes.proposing import EditedKey, JudgedArticles, proposed_edits
from matching.single_entry import band_of, matcher_of_entry
from matching.watchlist.loading import parse_watchlist

LIST = """
contexts:
  banking: {any: [bank, banker, ledger]}
  weather: {any: [storm]}
actors:
  - {id: norbury, name: Desmond Quillfeather}
schemes:
  - {id: farm, label: Laptop farms, match: {any: [laptop farm]}}
"""
CONFIRMED = [
    "Desmond Quillfeather, 39, a Canadian banker, was charged on Monday over a false ledger.",
    "The Canadian banker Desmond Quillfeather, 39, denies that he forged the ledger of a bank.",
]
DISMISSED = [
    "The midfielder Desmond Quillfeather, a Scottish international, scored twice for Harbour Rovers.",
    "Harbour Rovers extended the contract of Desmond Quillfeather, 22, until next summer.",
    "Coach praised Desmond Quillfeather after the goal for Harbour Rovers in the cup.",
]


def watchlist(text: str = LIST):
    from core.plain_yaml import read_plain

    return parse_watchlist([Document("list.yaml", text, read_plain(text))])


def articles(texts):
    return [article_of(text, None, date(2026, 10, 5)) for text in texts]


def edits_of(listed, target="norbury", confirmed=CONFIRMED, dismissed=DISMISSED):
    entry = next(one for one in listed.entries if one.id == target)
    return {
        one.key: one for one in proposed_edits(listed, entry, JudgedArticles(articles(confirmed), articles(dismissed)))
    }


@pytest.mark.parametrize("key", list(EditedKey))
def test_what_is_proposed_keeps_every_confirmed_hit_and_holds_dismissed_ones_back(key):
    listed = watchlist()
    edit = edits_of(listed)[key]
    matcher = matcher_of_entry(listed, edit.entry)
    assert [band_of(matcher, "norbury", one) for one in articles(CONFIRMED)] == [Band.ALERT, Band.ALERT]
    bands = [band_of(matcher, "norbury", one) for one in articles(DISMISSED)]
    assert Band.ALERT not in bands if key is not EditedKey.FACTS else bands.count(Band.ALERT) == 1


def test_each_key_says_what_it_found():
    edits = edits_of(watchlist())
    assert edits[EditedKey.NONE].value == ["Harbour Rovers"]
    assert edits[EditedKey.REQUIRE].value == "banking"
    assert edits[EditedKey.FACTS].value == {"born": ["1986 to 1987"], "nationality": ["ca"]} | {
        key: value for key, value in edits[EditedKey.FACTS].value.items() if key == "gender"
    }


def test_a_context_is_made_of_words_beside_confirmed_mentions_where_the_list_has_none_that_serves():
    listed = watchlist(LIST.replace("any: [bank, banker, ledger]", "any: [cricket]"))
    edit = edits_of(listed)[EditedKey.REQUIRE]
    assert edit.value == edit.context.id == "about-norbury"
    assert edit.context_value == {"any": ["ledger", "banker"], "within": "paragraph"}
    assert "beside confirmed mentions and beside no dismissed one: ledger, banker" in edit.because
    matcher = matcher_of_entry(edit.applied_to(listed), edit.entry)
    assert [band_of(matcher, "norbury", one) for one in articles(CONFIRMED)] == [Band.ALERT, Band.ALERT]
    assert Band.ALERT not in [band_of(matcher, "norbury", one) for one in articles(DISMISSED)]


def test_one_confirmed_article_makes_no_context():
    listed = watchlist(LIST.replace("any: [bank, banker, ledger]", "any: [cricket]"))
    assert EditedKey.REQUIRE not in edits_of(listed, confirmed=CONFIRMED[:1])


def test_a_new_context_takes_no_id_of_the_list():
    taken = LIST.replace("banking: {any: [bank, banker, ledger]}", "about-norbury: {any: [cricket]}")
    assert edits_of(watchlist(taken))[EditedKey.REQUIRE].value == "about-norbury-2"


def test_names_of_other_entries_are_no_exclusion_terms():
    listed = watchlist()
    judged = JudgedArticles(articles(CONFIRMED), articles(DISMISSED), ["Harbour Rovers"])
    found = {one.key: one for one in proposed_edits(listed, listed.entries[0], judged)}
    assert "Rovers" not in str(found[EditedKey.NONE].value)


def test_without_a_dismissed_hit_nothing_is_proposed():
    assert edits_of(watchlist(), dismissed=[]) == {}


def test_what_looks_the_same_is_not_proposed():
    same = ["Desmond Quillfeather spoke.", "Desmond Quillfeather was here."]
    assert edits_of(watchlist(), confirmed=same[:1], dismissed=same[1:]) == {}


def test_an_entry_with_exclusion_terms_keeps_them_and_their_scope():
    listed = watchlist(LIST.replace("Quillfeather}", "Quillfeather, none: {any: [chef], within: paragraph}}"))
    assert edits_of(listed)[EditedKey.NONE].value == {"any": ["chef", "Harbour Rovers"], "within": "paragraph"}


def test_a_scheme_gets_exclusion_terms_only():
    found = edits_of(
        watchlist(), "farm", ["A laptop farm was raided."], ["The laptop farm sells refurbished notebooks for schools."]
    )
    assert list(found) == [EditedKey.NONE]


def test_terms_are_words_that_identify_as_they_are_written():
    assert terms_of("In Löwenstein the midfielder of Harbour Rovers said on Monday 12\nno") == {
        "lowenstein": "Löwenstein",
        "midfielder": "midfielder",
        "rovers": "Rovers",
        "harbour rovers": "Harbour Rovers",
    }


def test_scripts_without_spaces_give_no_terms():
    assert contrasting_terms(["金光珍"], [], [[]]) == ()
    assert terms_of("足球運動員在比賽中進球") == {}
