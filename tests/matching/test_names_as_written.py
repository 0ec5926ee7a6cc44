"""Names as official lists and newspapers write them, each with a text and the band that it should lead to."""

from __future__ import annotations

import json

import pytest

from tests.matching.conftest import matcher_of


def band_of(bands, listed: str, text: str, kind: str = "organisation") -> str | None:
    matcher = matcher_of(f"actors:\n  - id: a\n    name: {json.dumps(listed)}\n    type: {kind}\n")
    return bands(matcher, text).get("a")


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Marlow's Copper Works", "They fined Marlow's Copper Works."),
        ("Marlow's Copper Works", "They fined Marlow’s Copper Works’ owner."),
        ("Marlow's Copper Works", "They fined Marlows Copper Works."),
        ("Veskan Farmers' Union", "They fined Veskan Farmers' Union."),
        ("Limited Liability Company Ugrametal Servis", "They fined Ugrametal Servis."),
        ("Limited Liability Company Ugrametal Servis", "They fined OOO Ugrametal Servis."),
        ("Ugrametal Servis LLC", "They fined Limited Liability Company Ugrametal Servis."),
        ("Tuberias Morelva S.A. de C.V.", "They fined Tuberias Morelva, SA de CV."),
        ("Hormuz Deck Supply W.L.L.", "They fined Hormuz Deck Supply."),
        ("Aydınkaya Makina Ltd. Şti.", "They fined Aydinkaya Makina Limited Sirketi."),
        ("Công ty TNHH Thép Vạn Lộc Phú", "They fined Thep Van Loc Phu."),
        ("The Oakmere Salvage Company", "They fined Oakmere Salvage Company."),
        ("The Oakmere Group", "They fined Oakmere Group."),
        ("Pelmor International Manufacturing Corporation", "They fined Pelmor Int’l Mfg. Corp."),
        ("Holbeck Brothers Shipping", "They fined Holbeck Bros. Shipping."),
        ("Morning Heron 2", "They fined Morning Heron II."),
        ("Morning Heron II", "They fined Morning Heron 2."),
        ("QLRZ Optronics", "They fined Q.L.R.Z. Optronics."),
        ("Q.L.R. Petrogas", "They fined QLR Petrogas."),
        ("Pelmor Baltic Trading Corporation (PBTC)", "They fined Pelmor Baltic Trading."),
    ],
)
def test_an_organisation_is_found_in_every_way_it_is_written(bands, listed, text) -> None:
    assert band_of(bands, listed, text) == "alert"


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Marlow's Copper Works", "Marlow lost the Copper Works."),
        ("Morning Heron II", "They boarded the Morning Heron III."),
        ("Morning Heron II", "They boarded the Morning Heron."),
        ("Unit 51742", "Unit 51724 hacked them."),
        ("Global Future Partners", "Global future partners met in Davos."),
        ("The Oakmere Group", "Oakmere is a village."),
    ],
)
def test_what_only_looks_like_it_is_no_hit(bands, listed, text) -> None:
    assert band_of(bands, listed, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Le juge dit qu’Anselm Corvane est parti.",
        "Le juge parle, lorsqu'Anselm Corvane arrive.",
        "Le parole dell’Anselm Corvane di ieri.",
        "QU'ANSELM CORVANE parle.",
    ],
)
def test_an_elided_word_in_front_is_none_of_the_name(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") == "alert"


@pytest.mark.parametrize(
    "text",
    [
        "They met at Anselm Corvane High School.",
        "They met at Anselm Corvane International Airport.",
        "They met in via Anselm Corvane and in via Roma.",
        "Se vieron en el premio Anselm Corvane.",
        "Встреча прошла в школе Anselm Corvane.",
        "Anselm Corvane III spoke.",
        "Anselm Corvane Neto falou.",
        "Anselm Corvane (hijo) habló.",
    ],
)
def test_what_is_named_after_a_person_or_a_son_is_for_review(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") == "review"


@pytest.mark.parametrize(
    "text",
    [
        "In the list: Jansen (Anselm), Corvane (Piet).",
        "Anselm (Corvane is his town) spoke.",
        "Visser, Anselm\nCorvane, Pieter\n",
        "Anselm\n- Corvane\n- Breda\n",
    ],
)
def test_a_name_does_not_run_across_the_rows_of_a_list(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") is None


def test_a_wrapped_line_does_not_part_a_name(bands) -> None:
    assert band_of(bands, "Anselm Corvane", "The first defendant, Anselm\nCorvane, is 34.", "person") == "alert"


def test_a_son_who_is_listed_beside_his_father(bands) -> None:
    row = "actors:\n  - id: son\n    name: Anselm Corvane Jr.\n"
    alone, both = matcher_of(row), matcher_of(f"{row}  - id: father\n    name: Anselm Corvane\n")
    assert bands(alone, "Anselm Corvane spoke.") == {"son": "review"}
    assert bands(alone, "Anselm Corvane Jr. spoke.") == {"son": "alert"}
    assert bands(both, "Anselm Corvane spoke.") == {"father": "alert"}


def test_ordinary_words_in_a_line_of_capitals_want_a_context(bands) -> None:
    matcher = matcher_of(
        "contexts:\n  sea:\n    - any: [tanker]\n"
        "actors:\n  - id: ship\n    name: Green Wave\n    type: vessel\n    context: sea\n"
    )
    assert bands(matcher, "GREEN WAVE IN ELECTION\n\nThe vote was close.") == {"ship": "review"}
    assert bands(matcher, "GREEN WAVE TANKER SEIZED\n\nThe crew left.") == {"ship": "alert"}


def test_an_acronym_among_the_terms_of_a_rule_may_have_full_stops(bands) -> None:
    matcher = matcher_of("schemes:\n  - id: s\n    label: s\n    match: {all: [DPRK, missile*], within: sentence}\n")
    assert bands(matcher, "The D.P.R.K. tested missiles.") == {"s": "alert"}
