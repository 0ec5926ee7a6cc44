"""Names as official lists and newspapers write them, each with a text and the band that it should lead to."""

from __future__ import annotations

import pytest

from tests.matching.conftest import article, band_of, matcher_for, matcher_of


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
        ("The Oakmere Group Holdings PLC", "They fined Oakmere Group."),
        ("Grupo Almendrix, S.A.P.I. de C.V.", "They fined Almendrix Group."),
        ("Prestolina di Carlo Bianchetti S.n.c.", "They fined Prestolina di Carlo Bianchetti."),
        ("Pelaro Tekstil San. ve Tic. Ltd. Şti.", "They fined Pelaro Tekstil."),
        ("Krungthara Steel Public Company Limited", "They fined Krungthara Steel PCL."),
        ("Inversiones Pueblomar C.A.", "They fined Inv. Pueblomar."),
        ("Bank Rostalvik", "They fined Rostalvik Bank."),
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
        ("Grupo Almendrix", "Almendrix is a village."),
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


@pytest.mark.parametrize(
    "text",
    [
        "Surname: Corvane\nFirst name: Anselm\nBorn: 1961",
        "Vorname: Anselm, Nachname: Corvane",
        "Name: Anselm\nSurname: CORVANE",
        "Name 6: CORVANE 1: ANSELM 2: n/a",
        "1: ANSELM 2: na 3: CORVANE 4: na",
        "CORVANE (surname), Anselm (given name)",
    ],
)
def test_the_fields_of_a_form_make_one_name(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", f"Annex to the order\n\n{text}\n", "person") == "alert"


@pytest.mark.parametrize(
    "text",
    [
        "| Corvane | Anselm | 1961 |",
        "Corvane;Anselm;1961",
        "The Corvane brothers, Piet and Anselm, left.",
        "Anselm (41) and Piet (39) Corvane left.",
        "Anselm as well as Piet Corvane left.",
        "Police seek Messrs. Anselm/Piet Corvane.",
        "The Corvanes, Anselm and Piet, left.",
    ],
)
def test_cells_and_families_are_for_review(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", f"Annex\n\n{text}\n", "person") == "review"


@pytest.mark.parametrize(
    "text",
    [
        "Surname: Visser\nFirst name: Anselm\n\nSurname: Corvane\nFirst name: Piet\n",
        "Visser;Anselm\nCorvane;Pieter\n",
        "1: ANSELM 2: VISSER\n1: PIET 2: CORVANE\n",
        "The Corvane sisters, Piet and Anselma, left.",
        "Anselm v Corvane was heard.",
    ],
)
def test_the_fields_of_two_people_make_no_third(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") is None


def test_a_family_is_found_beside_another_name_that_is_met_to_the_letter(bands) -> None:
    matcher = matcher_for("Anselm Corvane", "Piet Corvane", "Ludo Haverkest")
    text = "Ludo Haverkest met the Corvane brothers, Piet and Anselm. Haverkest left."
    assert bands(matcher, text) == {"n0": "review", "n1": "review", "n2": "alert"}


def test_the_place_of_a_composed_name_is_that_of_its_parts() -> None:
    [hit] = matcher_for("Anselm Corvane").match(article("Nom : CORVANE\nPrénom : Anselm\n"))
    [mention] = hit.mentions
    assert (mention.surface, mention.start, mention.end) == ("CORVANE\nPrénom : Anselm", 6, 29)


@pytest.mark.parametrize("more", [0, 5_200])
@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Anselm Edward Corvane", "T. and A. E. Corvane signed."),
        ("Anselm Edward Corvane", "Corvane, A. E. signed."),
        ("Anselm Corvane", "A. J. Corvane signed."),
        ("Jean-Pierre Corvane", "J.-P. Corvane signed."),
        ("Marie-Thérèse Corvane", "Marie-Th. Corvane signed."),
        ("Marie-Thérèse Corvane", "M.-Th. Corvane signed."),
        ("Anselm Corvane", "Messrs. A. and T. Corvane signed."),
        ("Кирилл Андреевич Ворсунов", "Задержали К. А. Ворсунова."),
        ("Pieter van der Corvane", "P. v. d. Corvane signed."),
    ],
)
def test_initials_are_found_in_a_list_of_any_length(bands, listed, text, more) -> None:
    others = (f"Tolvar{number} Grend{number}" for number in range(more))
    assert bands(matcher_for(listed, *others), text) == {"n0": "review"}


def test_initials_of_another_person_are_none(bands) -> None:
    matcher = matcher_for("Anselm Edward Corvane", "Piet Miller")
    assert bands(matcher, "B. E. Corvane and P. Miller signed. A Corvane signed.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Spotkanie przy ul. Jane Torvald.",
        "Rozmawiali w szkole im. Jane Torvald.",
        "Они встретились в парке Jane Torvald.",
        "Турнир памяти Jane Torvald начался.",
        "Концерт прошёл в театре им. Jane Torvald.",
        "Vive en la avda. Jane Torvald.",
        "Setkání na náměstí Jane Torvald.",
    ],
)
def test_a_thing_with_a_slavic_or_abbreviated_word_before_the_name_is_for_review(bands, text) -> None:
    assert band_of(bands, "Jane Torvald", text, "person") == "review"


def test_a_word_that_a_line_break_divides_is_one_word(bands) -> None:
    schemes = "schemes:\n  - {id: f, label: f, match: {any: ['money launder*', 'sanctions evasion']}}\n"
    for text in ("Money laun-\ndering grew.", "They are sanc-\n  tions evasion experts.", "Sanctions-\nevasion grew."):
        assert bands(matcher_of(schemes), text) == {"f": "alert"}, text
    assert band_of(bands, "Aldric Torvaldsen", "The court heard Aldric Torvald-\nsen.", "person") == "alert"
    assert bands(matcher_of(schemes), "Money laun-\n\ndering grew.") == {}


def test_the_place_of_a_divided_word_is_in_the_text() -> None:
    text = "A team.\nMoney laun-\ndering grew, and money laun-\nched it."
    schemes = "schemes:\n  - {id: f, label: f, match: {any: ['money laundering']}}\n"
    [hit] = matcher_of(schemes).match(article(text))
    assert [text[one.start : one.end] for one in hit.mentions] == ["Money laun-\ndering"]


@pytest.mark.parametrize(
    ("kind", "text", "band"),
    [
        ("vessel", "The tanker Victory left Busan.", "alert"),
        ("vessel", "Le pétrolier Victory a quitté Busan.", "alert"),
        ("vessel", "On Monday the Victory left Busan.", "review"),
        ("organisation", "On Monday Victory Ltd was ours.", "review"),
        ("organisation", "On Monday the tanker Victory left Busan.", "review"),
        ("vessel", "On Monday the victory was ours.", None),
        ("vessel", "Victory was ours.", None),
        ("vessel", "VICTORY FOR LABOUR IN THE POLL", None),
        ("vessel", "Labour Hopes For Victory In Poll", None),
    ],
)
def test_a_lone_ordinary_word_is_a_name_where_its_capital_says_so(bands, kind, text, band) -> None:
    assert band_of(bands, "Victory", text, kind) == band


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Zhabotinsky said that he had left.", "review"),
        ("Sąd skazał Zhabotinskiego.", "review"),
        ("The zhabotinsky effect is slow. It was found in Moscow.", None),
        ("Zhabolensky said that he had left.", None),
        ("Anna Zhabotinsky dances. On Monday Zhabotinsky was there.", None),
        ("Viktor Zhabotinsky left. On Monday Zhabotinsky was there.", "alert"),
        ("Ingrid Olafsborg met Zhabotinsky.", "review"),
    ],
)
@pytest.mark.parametrize("where", ["entry", "defaults"])
def test_a_rare_family_name_alone_is_for_review_where_the_list_asks_for_it(bands, where, text, band) -> None:
    in_defaults, in_entry = ("true", "") if where == "defaults" else ("false", ", family_name_alone: true")
    matcher = matcher_of(
        f"defaults: {{family_name_alone: {in_defaults}}}\n"
        f"actors: [{{id: a, name: Viktor Zhabotinsky{in_entry}}}, {{id: b, name: Ingrid Olafsborg}}]\n"
    )
    assert bands(matcher, text).get("a") == band


def test_a_common_family_name_is_never_met_alone(bands) -> None:
    matcher = matcher_of("defaults: {family_name_alone: true}\nactors: [{id: a, name: Viktor Miller}]\n")
    assert not bands(matcher, "On Monday Miller said that he had left.")


def test_an_acronym_that_is_an_ordinary_word_needs_its_capitals(bands) -> None:
    matcher = matcher_of("actors: [{id: a, name: Western Action Vanguard, type: organisation, aliases: [WAVE]}]\n")
    assert bands(matcher, "Fighters of WAVE claimed it.") == {"a": "review"}
    assert not bands(matcher, "Fighters of the Wave claimed it.")
    assert not bands(matcher, "HEAT WAVE HITS PORTS")


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("On Monday Haji Noorullah came.", "alert"),
        ("On Monday Commander Noorullah came.", "review"),
        ("On Monday Noorullah came.", "review"),
        ("On Monday Elena Noorullah came.", None),
        ("On Monday Sher Noorullah came.", None),
        ("On Monday Noorullah Khan came.", None),
    ],
)
def test_one_word_behind_another_first_name_is_somebody_elses_family_name(bands, text, band):
    """An Arabic compound is two parts of a name, though newspapers write it as one word."""
    matcher = matcher_of(
        "actors:\n  - {id: a, name: Haji Noorullah}\n  - {id: b, name: Veskan Torbalov}\n"
        "  - {id: c, name: Ormund Pelmarsh}\n"
    )
    assert bands(matcher, text).get("a") == band
    company = f"{text} Veskan Torbalov and Ormund Pelmarsh came too."
    assert bands(matcher, company).get("a") == (band and "alert")


@pytest.mark.parametrize(
    ("listed", "text", "kind"),
    [
        ("Christian Albrecht Vandermorre", "They fined Chr. Vandermorre.", "person"),
        ("William Thackenridge", "They fined Wm. Thackenridge.", "person"),
        ("Adelheid Korvinsky-Brandt", "They fined Adelheid Brandt-Korvinsky.", "person"),
        ("Yasmin Torossian", "They fined Yasmin Petrossov, formerly Torossian.", "person"),
        ("MT Liberty", "The tanker Liberty sailed.", "vessel"),
        ("Factory 47", "They fined Factory No. 47.", "organisation"),
        ("Compañía Minera Quebrachales S.A.A.", "They fined Minera Quebrachales.", "organisation"),
    ],
)
def test_cut_turned_and_short_forms_are_met(bands, listed, text, kind) -> None:
    assert band_of(bands, listed, text, kind) in ("review", "alert")


@pytest.mark.parametrize(
    ("listed", "text", "kind"),
    [
        ("Tobias Wexlermann", "“Ask Tobias,” Wexlermann said.", "person"),
        ("Kim Kwang-jin", "Kim Jin-kwang runs a bakery.", "person"),
        ("Aaron A. Wendt", "They fined Josh A. Wendt.", "person"),
        ("Lady Verena", "They fined Lady Verena Hartnell.", "vessel"),
    ],
)
def test_forms_of_somebody_else_do_not_alert(bands, listed, text, kind) -> None:
    assert band_of(bands, listed, text, kind) in (None, "review")


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Abu Bakr Doumbiani", "Aboubacar Doumbiani left."),
        ("Boubacar Doumbiani", "Abu Bakr Doumbiani left."),
        ("Leopold Haverstrom", "HAVERSTROM, Dr. Leopold, left."),
        ("Archibald Penhalliger", "Archie Penhalliger left."),
        ("Gottfried Annenbergen", "Gottfr. Annenbergen left."),
        ("María del Pilar Arizmendieta Goicoa", "Pilar Arizmendieta left."),
        ("José Antonio Villagrande Ormazabal", "José A. Villagrande left."),
        ("Luis Alberto Romero Villacampa", "Luis Alberto Romero left."),
        ("Yehoshua Ben-Tzviel", "Joshua Ben Zviel left."),
        ("Matilde Arrietano", "Gustavo Arrietano and his wife, Matilde, left."),
        ("Ilqar Əhmədzadə", "Ilgar Akhmedzade left."),
        ("The Hon. Cuthbert Ravensbourne", "Lord Cuthbert Ravensbourne left."),
        ("Kiprop Chelimoringo", "Kiprop arap Chelimoringo left."),
    ],
)
def test_a_person_is_found_in_other_ways(bands, listed, text) -> None:
    assert band_of(bands, listed, text, "person") in {"alert", "review"}


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Luis Alberto Romero Villacampa", "Luis Romero won the race."),
        ("Luis Alberto Romero Villacampa", "Luis Alberto Romera won the race."),
        ("José Ángel Ferreiro Quintana", "José Ángel Ferreira won the race."),
        ("Matilde Arrietano", "Gustavo Arrietano and his wife Matilde Ruiz left."),
    ],
)
def test_another_person_is_no_hit(bands, listed, text) -> None:
    assert band_of(bands, listed, text, "person") is None


def test_a_hotel_that_bears_a_ships_name_is_not_the_ship(bands) -> None:
    assert band_of(bands, "Pacific Harrier", "The Pacific Harrier Hotel burnt.", "vessel") == "review"


def test_a_title_makes_a_ships_name_a_persons(bands) -> None:
    assert band_of(bands, "Ivory Gull", "Captain Ivory Gull sang.", "vessel") == "review"
    assert band_of(bands, "Zorinex", "Anna Zorinex sang.") == "review"


def test_a_lone_word_of_a_larger_dictionary_is_an_ordinary_one(bands) -> None:
    assert band_of(bands, "Sovereign", "SOVEREIGN WEALTH FUND BUYS PORT", "vessel") is None
    assert band_of(bands, "Sovereign", "The tanker Sovereign was boarded.", "vessel") == "alert"


def test_half_of_a_double_family_name_is_for_review_if_it_is_rare(bands) -> None:
    assert band_of(bands, "Lotte Kammerhuber-Miller", "Lotte Kammerhuber resigned.", "person") == "review"
    assert band_of(bands, "Lotte Miller-Kammerhuber", "Lotte Miller resigned.", "person") is None


def test_a_handle_is_met_in_small_letters(bands) -> None:
    matcher = matcher_of("actors:\n  - {id: a, name: Dark Ferret, type: organisation, aliases: [dferretcrew]}\n")
    assert bands(matcher, "On Telegram @dferretcrew claimed the hack.") == {"a": "alert"}


def test_a_name_in_a_hashtag_is_for_review_and_says_so() -> None:
    (hit,) = matcher_for("Anselm Corvane").match(article("All of them wrote #anselmcorvane."))
    assert hit.band.value == "review"
    assert any(one.text.endswith("(one word behind @ or #)") for one in hit.reasons)


@pytest.mark.parametrize("text", ["The Blue Ridge Mountains are high.", "The coach of Blue Ridge FC left."])
def test_a_ships_name_that_goes_on_is_no_alert(bands, text) -> None:
    assert band_of(bands, "Blue Ridge", text, "vessel") != "alert"


@pytest.mark.parametrize(
    ("listed", "text", "kind", "band"),
    [
        ("Anselm Corvane", "She won the Anselm Corvane Essay Prize.", "person", "review"),
        ("Anselm Corvane", "Nos vemos en el polideportivo Anselm Corvane.", "person", "review"),
        ("Cornelius Edgar Corvane", "It was signed by CE Corvane.", "person", "review"),
        ("Yevgeny Shchukarin", "Evgueni Chtchoukarine a vendu.", "person", "review"),
        ("Haji Noorullah", "In Kabul Noorullah spoke.", "person", "review"),
        ("Salah al-Din Qarmuti", "Saladin Qarmuti spoke.", "person", "review"),
        ("Thamir Dhu al-Fiqar", "Thamer Zulfikar spoke.", "person", "review"),
        ("Theodoros Ampelakiotis", "Theodoros Abelakiotis spoke.", "person", "review"),
        ("Wertheimlich & Co. Privatbank AG", "They fined Wertheimlich Privatbank.", "organisation", "review"),
        ("Hangzhou Tianruixing Import & Export Co.", "Tianruixing Import and Export left.", "organisation", "review"),
        ("Anselm Corvane", "Author: Anselm\nCorvane: rain", "person", None),
        ("Anselm Corvane", "L’EHPAD Anselm-Corvane est plein.", "person", "review"),
        ("Anselm Corvane", "Corvane, Anselm Maria was named.", "person", "review"),
        ("A. K. Venkatram & Sons Pvt Ltd", "They fined AK Venkatram and Sons.", "organisation", "alert"),
        ("Rasheed & Brothers Trading Est.", "They fined Rasheed and Bros Trading.", "organisation", "alert"),
        ("OOO Stroytekhmontazh-Vostok", "ООО «Стройтехмонтаж-Восток» закрыто.", "organisation", "review"),
        ("Firma Handlowa Borowiczex Sp. z o.o.", "Firma Borowiczex zamknięta.", "organisation", "review"),
        ("Chr. Ulfsgaarden", "Christian Ulfsgaarden left.", "person", "review"),
        ("Mohd. Iskandar Zulrahmatin", "Iskandar Zulrahmatin left.", "person", "alert"),
        ("Dzmitry Kavalchanka", "Dmitry Kovalchenko left.", "person", "review"),
        ("Bayview Electrical Engineering", "They fined Bayview Elec. Eng. on Monday.", "organisation", "alert"),
        ("Anselm Corvane", "Bakker, Anselm - Corvane, Piet", "person", None),
        ("Anselm Corvane", "Anselm - Corvane left.", "person", "alert"),
        ("LLC Torgovy Dom Sibtekhresurs", "ООО «Сибтехресурс» закрыто.", "organisation", "review"),
        ("Piet van 't Hoogerwerf", "Piet van’t Hoogerwerf vertrok.", "person", "alert"),
        ("Piet van 't Hoogerwerf", "Piet van het Hoogerwerf vertrok.", "person", "alert"),
        ("Ghiyath al-Din Makkouki", "Ghiasuddin Makkouki left.", "person", "review"),
        ("Umm Kulthum Zaynabi", "Oum Kalthoum Zeinabi left.", "person", "review"),
        ("Navid Farzanehkhah", "Omid Farzanehkhah, his brother Navid and others fled.", "person", "review"),
        ("St. Olave's Marrowby Trust", "They fined Saint Olave’s Marrowby Trust.", "organisation", "alert"),
        ("Anselm Corvane", "They met at the Anselm Corvane Cricket Ground.", "person", "review"),
        ("Rosalind Achterhuis", "Rosalind E. Achterhuis left.", "person", "alert"),
        ("Rosalind Achterhuis", "We met Rosalind B.D. Achterhuis.", "person", "alert"),
        ("Rosalind Achterhuis", "ROSALIND E. ACHTERHUIS LEFT", "person", "alert"),
        ("Rosalind Achterhuis", "ROSALIND V. ACHTERHUIS", "person", None),
        ("Rosalind Achterhuis", "We met Rosalind y Achterhuis.", "person", None),
        ("Rosalind E. Achterhuis", "We met Rosalind M. Achterhuis.", "person", None),
        ("E. Rosalind Achterhuis", "We met Rosalind Achterhuis.", "person", "alert"),
        ("Rosalind Achterhuis", "We met Rosalind J. “Rosie” Achterhuis.", "person", "alert"),
        ("Rosalind Achterhuis", "We met Rosalind “Rosie” J. Achterhuis.", "person", "alert"),
        ("Rosalind Achterhuis", "The Rosalind Achterhuis Quartet played.", "person", "review"),
        ("Rosalind Achterhuis", "The character Rosalind Achterhuis is a thief.", "person", "review"),
        ("Rosalind Achterhuis", "Rosalind-e Achterhuis left.", "person", "alert"),
        ("Rosalind Achterhuis", "We met Ms Rosalind Achterhuis.", "person", "alert"),
        ("Rosalind Achterhuis", "We met the MS Rosalind Achterhuis.", "person", "review"),
        ("Rosalind Achterhuis", "Achterhuis R. B. was named.", "person", "review"),
        ("Rosalind Achterhuis", "Achterhuis R. B. Miller was named.", "person", None),
        ("Rosalind Edda Beate Achterhuis", "They met R. E. Achterhuis.", "person", "review"),
        ("Rosalind Edda Beate Achterhuis", "They met R. B. Achterhuis.", "person", None),
        ("J & P Tilworth Ltd", "They fined J. & P. Tilworth Ltd.", "organisation", "alert"),
        ("14th Zarovian Guards Brigade", "The Fourteenth Zarovian Guards Brigade left.", "organisation", "alert"),
        ("Twenty-Third Zarovian Brigade", "They saw the 23d Zarovian Brigade.", "organisation", "alert"),
        ("2 Brothers Haulage Varnholt GmbH", "Two Brothers Haulage Varnholt was fined.", "organisation", "alert"),
        ("No. 4 Tarkhov Machine Plant", "They fined Tarkhov Machine Plant No. 4.", "organisation", "alert"),
        ("Tovarystvo z Obmezhenoyu Vidpovidalnistyu Dniprokorm", "ТОВ «Дніпрокорм»", "organisation", "review"),
        ("Abdirahman Mohamud Faarahow", "Cabdiraxmaan Maxamuud Faarahow left.", "person", "review"),
        ("Ahmad Zulfadhli bin Haji Rosmanuddin", "Ahmad Zulfadhli Hj. Rosmanuddin left.", "person", "review"),
        ("Igor Shevchuchenko", "Ígor Xevtxutxenko ho va negar.", "person", "review"),
    ],
)
def test_a_name_is_met_in_further_forms(bands, listed, text, kind, band) -> None:
    assert band_of(bands, listed, text, kind) == band


def test_a_letter_behind_a_company_makes_no_longer_name_of_it(bands) -> None:
    matcher = matcher_of(
        "actors:\n"
        "  - {id: a, name: Spółka Akcyjna Wiślanex, type: organisation}\n"
        "  - {id: b, name: Tekinsoy Gıda A.Ş., type: organisation}\n"
    )
    assert bands(matcher, "They fined Wiślanex S.A. on Monday.") == {"a": "review"}


def test_a_given_name_before_half_of_a_companys_name_makes_it_a_persons(bands) -> None:
    assert band_of(bands, "Arden Group", "They took an Elizabeth Arden group photo.") != "alert"
    assert band_of(bands, "Arden Group", "They fined the Arden group.") == "alert"


@pytest.mark.parametrize(
    "text",
    [
        "Anselm Corvane52 spoke.",
        "By Anselm CorvanePublished on Monday",
        "Read @anselmcorvane for more on Monday.",
        "The bridge named after Anselm Corvane is closed.",
        "La calle de Anselm Corvane está cortada.",
        "Yangın Anselm Corvane Kütüphanesi'nde çıktı.",
        "Ifj. Anselm Corvane lett az igazgató.",
        "A horse called Anselm Corvane won.",
    ],
)
def test_glued_handled_and_named_after_is_for_review(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") == "review"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was named after Anselm Corvane.",
        "Anselm alias Rosa Corvane spoke.",
        "Pak Anselm Corvane ditahan.",
    ],
)
def test_a_title_or_an_alias_or_an_honour_leaves_the_name(bands, text) -> None:
    assert band_of(bands, "Anselm Corvane", text, "person") == "alert"


def test_figures_at_the_end_of_a_things_name_make_another(bands) -> None:
    assert band_of(bands, "Corvane Lantern", "They fined Corvane Lantern7.", "organisation") in (None, "review")
    assert band_of(bands, "7Corvane Shipping", "They fined 7 Corvane Shipping.", "organisation") == "alert"


def test_an_article_and_a_word_without_the_legal_form_are_for_review(bands) -> None:
    assert band_of(bands, "Al-Corvane Group", "Al-Corvane opened a school.", "organisation") == "review"
    assert band_of(bands, "Al-Corvane Group", "Al-Corvane Company opened a school.", "organisation") == "alert"


def test_a_family_name_behind_a_patronymic_is_none_even_if_it_ends_as_one(bands) -> None:
    listed = "Natallia Uladzimirauna Petkevich"
    assert band_of(bands, listed, "Natallia Uladzimirauna Dedov left.", "person") is None
    assert band_of(bands, listed, "Petkevich Natallia Uladzimirauna left.", "person") == "alert"
    assert band_of(bands, "Zheltoukhov Grigory Anatolyevich", "Grigory Zheltoukhov left.", "person") == "alert"
