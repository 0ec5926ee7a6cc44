"""What facts do to a hit: the bands, the reasons, and which of two bearers of a name gets it."""

from __future__ import annotations

from datetime import date

import pytest

from core.errors import ConfigError
from core.records import ReasonCode
from matching.examples import article_of
from tests.matching.conftest import matcher_of

DAY = date(2026, 10, 5)
MILLER = "actors: [{id: miller, name: David Miller, facts: {%s}}]"
RARE = "actors: [{id: quill, name: Tobias Quillfeather, facts: {%s}}]"


def hits_of(yaml, text, published=DAY):
    return {hit.target_id: hit for hit in matcher_of(yaml).match(article_of(text, published=published))}


def bands_of(yaml, text, published=DAY):
    return {target: hit.band.value for target, hit in hits_of(yaml, text, published).items()}


def test_an_age_that_agrees_lifts_a_common_name():
    assert bands_of(MILLER % "born: 1987-03-02", "David Miller, 39, paid.") == {"miller": "alert"}
    assert bands_of(MILLER % "born: 1987-03-02", "David Miller paid.") == {"miller": "review"}


def test_an_age_that_is_off_suppresses_even_a_rare_name():
    hit = hits_of(RARE % "born: 1987-03-02", "Tobias Quillfeather, 61, paid.")["quill"]
    assert hit.band == "suppressed"
    assert hit.deciding_reason.code is ReasonCode.FACT_CONTRADICTS
    assert hit.deciding_reason.text == "aged 61 in the article; listed as born 1987-03-02"
    facts = hit.deciding_reason.facts
    assert (facts["fact"], facts["field"], facts["start"], facts["end"]) == ("age", "text", 21, 23)


@pytest.mark.parametrize(("age", "band"), [(38, "review"), (39, "alert"), (40, "review"), (41, "suppressed")])
def test_a_year_of_tolerance(age, band):
    assert bands_of(MILLER % "born: 1987-03-02", f"David Miller, {age}, paid.") == {"miller": band}


@pytest.mark.parametrize("age", [38, 39])
def test_a_bare_year_leaves_two_ages(age):
    assert bands_of(MILLER % "born: 1987", f"David Miller, {age}, paid.") == {"miller": "alert"}


def test_circa_and_ranges_widen_the_tolerance():
    assert bands_of(RARE % "born: 1983", "Tobias Quillfeather, 39, paid.") == {"quill": "suppressed"}
    assert bands_of(RARE % "born: circa 1984", "Tobias Quillfeather, 39, paid.") == {"quill": "alert"}
    assert bands_of(RARE % "born: 1980 to 1990", "Tobias Quillfeather, 39, paid.") == {"quill": "alert"}
    assert bands_of(RARE % "born: [1950, 1987]", "Tobias Quillfeather, 39, paid.") == {"quill": "alert"}


def test_an_identifier_in_the_article_outweighs_a_contradiction():
    yaml = (RARE % "born: 1987").replace("facts:", "identifiers: [{kind: domain, value: bad-host.example}], facts:")
    hit = hits_of(yaml, "Tobias Quillfeather, 61, runs bad-host.example.")["quill"]
    assert hit.band == "alert"
    assert ReasonCode.FACT_CONTRADICTS in {reason.code for reason in hit.reasons}


def test_without_a_date_an_age_says_nothing():
    assert bands_of(RARE % "born: 1950", "Tobias Quillfeather, 15, paid.", None) == {"quill": "alert"}
    assert bands_of(RARE % "born: 1950", "Tobias Quillfeather, born in 1990, paid.", None) == {"quill": "suppressed"}


def test_an_age_may_be_that_of_the_year_in_the_sentence():
    assert bands_of(RARE % "born: 1987", "In 2009 Tobias Quillfeather, 22, left the firm.") == {"quill": "alert"}


@pytest.mark.parametrize(
    "text",
    [
        "The firm of Tobias Quillfeather, 33 years old this spring, closed.",
        "La société de Tobias Quillfeather, vieille de 33 ans, a fermé.",
        "Die Kanzlei von Tobias Quillfeather, 33 Jahre alt, ist insolvent.",
        "The killers of Tobias Quillfeather, 19 and 21, were jailed.",
        "The gunman who shot Tobias Quillfeather is 31.",
        "Tobias Quillfeather, born and bred in Leith, has run the port since 2003.",
        "Governor Tobias Quillfeather (2003–2011) signed it.",
    ],
)
def test_the_age_of_a_firm_and_the_years_of_an_office_hide_nobody(text):
    assert bands_of(RARE % "born: 1951", text) == {"quill": "alert"}


@pytest.mark.parametrize(
    "text",
    [
        "Tobias Quillfeather, the bank's founder, left debts that the court settled on Monday.",
        "The house where Tobias Quillfeather lived was sold on Monday.",
        "It is still unclear who paid Tobias Quillfeather.",
        "The court ruled on Monday that Tobias Quillfeather had paid the minister.",
    ],
)
def test_what_happens_in_another_clause_is_no_act_of_the_dead(text):
    assert bands_of(RARE % "died: 2012", text) == {"quill": "alert"}
    assert bands_of(RARE % "died: 2012", "Tobias Quillfeather will chair it.") == {"quill": "review"}


@pytest.mark.parametrize(
    "text",
    [
        "Tobias Quillfeather, who turned %d in a Turkish jail, speaks five languages.",
        "Tobias Quillfeather, aged %d at the time, left the firm.",
        "Tobias Quillfeather swam the strait at the age of %d.",
    ],
)
def test_an_age_of_an_earlier_time_contradicts_only_if_it_is_higher(text):
    assert bands_of(RARE % "born: 1966", text % 18) == {"quill": "alert"}
    assert bands_of(RARE % "born: 1966", text % 78) == {"quill": "suppressed"}


def test_somebody_new_in_the_sentence_may_be_the_one_of_the_next():
    text = "Tobias Quillfeather entführte eine Schülerin. Die 14-Jährige konnte fliehen."
    assert bands_of(RARE % "born: 1970", text) == {"quill": "alert"}
    text = "Tobias Quillfeather wurde am Montag gewählt. Der 84-Jährige freut sich."
    assert bands_of(RARE % "born: 1970", text) == {"quill": "suppressed"}


def test_who_acts_in_a_sentence_has_his_own_nationality():
    for text in (
        "A polícia espanhola deteve Tobias Quillfeather em Vigo.",
        "Yunan polisi Tobias Quillfeather'ı gözaltına aldı.",
    ):
        assert bands_of(RARE % "nationality: [pt]", text) == {"quill": "alert"}


def test_somebody_who_died_before_the_listed_birth():
    text = "The bust shows Tobias Quillfeather, who built the viaduct and died in 1899."
    assert bands_of(RARE % "born: 1979", text) == {"quill": "suppressed"}


def test_a_bare_number_is_an_age_of_people_only():
    text = "Police reopened the case of Tobias Quillfeather, 31, who vanished."
    assert bands_of(RARE % "born: 1951", text) == {"quill": "suppressed"}


def test_the_years_over_an_obituary():
    text = "TOBIAS QUILLFEATHER 1938-2026\n\nThe organist has died."
    assert bands_of(RARE % "born: 1985", text) == {"quill": "suppressed"}


def test_where_a_namesake_fits_what_may_be_anothers_tells_the_two_apart():
    entry = "{id: %s, name: Emily Davis, facts: {born: %s}}"
    yaml = f"actors: [{entry % ('old', 1974)}, {entry % ('young', 2001)}]"
    text = "Emily Davis was fined. The fund manager, who is 52, will appeal."
    assert bands_of(yaml, text) == {"old": "alert", "young": "suppressed"}


def test_an_agreeing_mention_outweighs_a_namesake_in_the_article():
    text = "David Miller, 39, paid. The painter David Miller, 72, did not."
    assert bands_of(MILLER % "born: 1987-03-02", text) == {"miller": "alert"}
    text = "Tobias Quillfeather paid. Another Tobias Quillfeather, 72, did not."
    assert bands_of(RARE % "born: 1987-03-02", text) == {"quill": "alert"}


def test_a_later_mention_by_family_name_has_the_age():
    text = "Tobias Quillfeather was charged. Quillfeather, 61, denied it."
    assert bands_of(RARE % "born: 1987", text) == {"quill": "suppressed"}


def test_an_age_beside_a_common_family_name_alone_is_of_the_person_named_before():
    text = "David Miller sold boats that did not exist.\n\nMiller, 39, will be tried in spring."
    assert bands_of(MILLER % "born: 1987-03-02", text) == {"miller": "alert"}
    assert bands_of(MILLER % "born: 1951", text) == {"miller": "suppressed"}


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Tobias Quillfeather, who died in 1978, never sold a canvas.", "suppressed"),  # the list saw him alive later
        ("Tobias Quillfeather, who died in 2025, never sold a canvas.", "review"),  # deaths on lists may be wrong
        ("Tobias Quillfeather, who died at 45, founded the firm.", "alert"),  # he was 45 then
    ],
)
def test_another_death_than_the_listed_one(text, band):
    assert bands_of(RARE % "born: 1949, died: 1994", text) == {"quill": band}


def test_the_bearer_whom_the_facts_fit_gets_the_hit():
    yaml = (
        "actors: [{id: a, name: David Miller, facts: {born: 1987}}, {id: b, name: David Miller, facts: {born: 1961}}]"
    )
    assert bands_of(yaml, "David Miller, 39, paid.") == {"a": "alert", "b": "suppressed"}


def test_a_full_date_of_birth_is_enough_for_a_misspelt_name():
    assert bands_of(RARE % "born: 1987-03-02", "Tobias Quilfeather, born 2 March 1987, paid.") == {"quill": "alert"}
    assert bands_of(RARE % "born: 1987-03-02", "Tobias Quilfeather, 39, paid.") == {"quill": "review"}


def test_an_associate_lifts_a_common_name():
    yaml = "actors: [{id: a, name: David Miller, facts: {associates: [b]}}, {id: b, name: James Wilson}]"
    assert bands_of(yaml, "David Miller paid James Wilson.") == {"a": "alert", "b": "review"}


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("born: 1987-13", "actors[0].facts.born: 13 is no month"),
        ("born: [87]", "actors[0].facts.born[0]: '87' is no date"),
        ("nationality: [korea]", "'korea' is no country code of ISO 3166-1"),
        ("gender: m", "actors[0].facts.gender: should be 'male' or 'female'"),
        ("roles: ['**']", "actors[0].facts.roles[0]: holds no letter or digit"),
        ("born: 1987, died: 1950", "actors[0].facts.died: is before the birth"),
        ("age: 34", "actors[0].facts.age: unknown key"),
    ],
)
def test_wrong_facts_are_refused_at_their_place(facts, message):
    with pytest.raises(ConfigError) as refused:
        matcher_of(MILLER % facts)
    assert message in str(refused.value)
