"""What is beside a name or inside it, and how it is written: does that make it doubtful or somebody else's?."""

from __future__ import annotations

import pytest

from matching.names.similarity import similarity
from matching.scoring.reasons import _METHODS
from tests.matching.conftest import article, matcher_for, matcher_of


def note(matcher, text: str) -> str:
    (hit,) = matcher.match(article(text))
    return hit.reasons[0].text


@pytest.fixture(scope="module")
def pell():
    return matcher_for("Aurelius Pellgrave")


@pytest.mark.parametrize(
    "text",
    [
        "Aurelius Pellgrave Street is closed.", "He studied at Aurelius Pellgrave University.",
        "Die Aurelius-Pellgrave-Straße ist gesperrt.", "Une école de la rue Aurelius Pellgrave.",
        "The trawler Aurelius Pellgrave sank.", "Дом на улице Aurelius Pellgrave.",
    ],
)  # fmt: skip
def test_a_thing_named_after_a_person_goes_to_review(pell, bands, text) -> None:
    assert bands(pell, text) == {"n0": "review"}
    assert "bears the name" in note(pell, text)


@pytest.mark.parametrize(
    "text",
    [
        "Aurelius Pellgrave walked down the street.",
        "On the ship, Aurelius Pellgrave ate.",
        "Aurelius Pellgrave\nFoundation chief",
    ],
)
def test_words_that_are_only_near_change_nothing(pell, bands, text) -> None:
    assert bands(pell, text) == {"n0": "alert"}


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Aurelius Pellgrave-Smythe sang.", "review"),
        ("AURELIUS PELLGRAVE-LINKED FIRM RAIDED", "alert"),
        ("Aurelius Pellgrave-the heir-sang.", "alert"),
        ("AURELIUS PELLGRAVE'S YACHT SEIZED", "alert"),
    ],
)
def test_a_hyphen_adds_another_family_name(pell, bands, text, band) -> None:
    assert bands(pell, text) == {"n0": band}


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Simon Aurelius Pellgrave paid.", "review"),
        ("President Aurelius Pellgrave paid.", "alert"),
        ("Bishop Aurelius Pellgrave paid.", "alert"),
        ("Director Aurelius Pellgrave paid.", "alert"),
        ("Simon, Aurelius Pellgrave and Paul paid.", "alert"),
        ("It was paid for by Simon.\nAurelius Pellgrave left.", "alert"),
    ],
)
def test_another_first_name_before_it_makes_a_longer_name(pell, bands, text, band) -> None:
    assert bands(pell, text) == {"n0": band}


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Aurelius Pellgrave Jr.", "Aurelius Pellgrave, Jr., paid.", "alert"),
        ("Aurelius Pellgrave Jr.", "Aurelius Pellgrave II paid.", "review"),
        ("Aurelius Pellgrave Jr.", "Aurelius Pellgrave Sr. paid.", None),
        ("Aurelius Pellgrave", "Aurelius Pellgrave, Jr., paid.", "review"),
        ("Aurelius Pellgrave", "Aurelius Pellgrave paid.", "alert"),
    ],
)
def test_father_and_son_are_two(bands, listed, text, band) -> None:
    assert bands(matcher_for(listed), text).get("n0") == band


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Will Young", "On Monday will young people vote?", None),
        ("Will Young", "Will young people vote in Leeds?", None),
        ("Will Young", "Will Young voted.", "review"),
        ("Mark Hope Long", "In Leeds we mark hope long lost.", None),
        ("Mark Hope Long", "Mark Hope Long voted.", "alert"),
        ("Aurelius Pellgrave", "In Leeds aurelius pellgrave voted.", "alert"),
        ("Kim Kwang-jin", "In Seoul Kim Kwang jin voted.", "alert"),
    ],
)
def test_ordinary_words_without_capitals_are_no_name(bands, listed, text, band) -> None:
    assert bands(matcher_for(listed), text).get("n0") == band


def test_a_patronymic_in_another_spelling_counts(bands) -> None:
    actors = "actors:\n  - {id: a, name: Oleg Viktorovich Tarasenkov, native: [Олег Тарасенков]}\n"
    matcher = matcher_of(actors)
    assert bands(matcher, "Oleg Tarasenkov paid.") == {"a": "alert"}
    assert bands(matcher, "Oleg Borisovich Tarasenkov paid.") == {}
    assert bands(matcher, "Олег Борисович Тарасенков заплатил.") == {}
    assert bands(matcher, "Олег Викторович Тарасенков заплатил.") != {}


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Bank Meridian Vostok", "Bank Meridian and Bank Vostok merged."),
        ("Meridian Ferrant Battalion", "The Meridian Battalion marched."),
        ("Northgate Ferrant Marine Lines", "Northgate Marine Lines sailed."),
    ],
)
def test_a_company_without_a_word_inside_is_another(bands, listed, text) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {listed}, type: organisation}}\n")
    assert bands(matcher, text) == {}
    assert bands(matcher, f"The {listed} was fined.") == {"a": "alert"}


def test_a_longer_name_keeps_one_of_its_ends(bands) -> None:
    matcher = matcher_for("Mirela Ioana Ottilie Castellane")
    assert bands(matcher, "Mirela Castellane paid.") == {"n0": "review"}
    assert bands(matcher, "Ioana Ottilie paid.") == {}


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("robert", "bob"),
        ("aldric", "aldrik"),
        ("venhorst", "venhrost"),
        ("muhammad", "mohamed"),
        ("kovalev", "ковалев"),
    ],
)
def test_every_method_has_words_for_the_reader(listed, written) -> None:
    found = similarity(listed, written)
    assert found is not None
    assert found.method in _METHODS


def test_what_would_alert_is_true(only_hit) -> None:
    doubtful = matcher_of("actors:\n  - {id: a, name: Grant Field, aliases: [{text: GFX9, weak: true}]}\n")
    texts = [reason.text for reason in only_hit(doubtful, article("The group GFX9 paid.")).reasons]
    assert not any("would alert" in text for text in texts)
    assert any("weak" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Chelsea: Petrovic, James, Pellgrave, Aurelius, Silva.", "review"),
        ("The list names Pellgrave, Aurelius, born 1971.", "alert"),
        ("They met Jones, Aurelius Pellgrave, Silva.", "alert"),
    ],
)
def test_in_a_row_of_commas_two_words_may_be_two_people(pell, bands, text, band) -> None:
    assert bands(pell, text) == {"n0": band}


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Abu Varouk al-Zawbai", "Abou Varouk al-Zawbai paid.", "alert"),
        ("Abu Varouk al-Zawbai", "Varouk al-Zawbai paid.", "review"),
        ("Varouk al-Zawbai", "Abu Varouk al-Zawbai paid.", "review"),
        ("Varouk al-Zawbai", "Khalid bin Varouk al-Zawbai paid.", None),
    ],
)
def test_a_father_is_not_his_child(bands, listed, text, band) -> None:
    assert bands(matcher_for(listed), text).get("n0") == band


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Li Wen", "Li Wen won.", "review"),
        ("Li Wenzhao", "Li Wenzhao won.", "alert"),
        ("Hernán Darío Mercado Buitrago", "En Cali el mercado Buitrago abrió.", None),
        ("Hernán Darío Mercado Buitrago", "En Cali Hernán Mercado Buitrago habló.", "review"),
        ("Wout Van de Bergeyck", "In Gent Wout Vandebergeyck sprak.", "alert"),
        ("Odile Saint-Amarante", "In Lyon Odile St. Amarante spoke.", "alert"),
        ("Gerrit-Jan van den Oosterkamp", "In Gent zweeg G.J. van den Oosterkamp.", "review"),
        ("Jean-Baptiste Delacourcelle", "À Lyon J.-B. Delacourcelle parla.", "review"),
        ("Aurelius Pellgrave", "\u2066Aurelius\u2069 \u2067Pellgrave\u2069 paid.", "alert"),
        ("Aurelius Pellgrave", "Aurelius\x00 Pellgrave paid.", "alert"),
    ],
)
def test_how_much_of_a_name_is_there(bands, listed, text, band) -> None:
    assert bands(matcher_for(listed), text).get("n0") == band


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Fratelli Bonaventura S.p.A.", "Ieri i fratelli Bonaventura giocavano.", "review"),
        ("Fratelli Bonaventura S.p.A.", "Ieri Fratelli Bonaventura vendeva.", "alert"),
        ("Research Institute “Ikarion”", "The Ikarion Research Institute paid.", "review"),
        ("Research Institute “Ikarion”", "The Ikarion Bicycle Club paid.", "review"),
        ("Research Institute “Ikarion”", "The Ikarion Hassan paid.", None),
    ],
)
def test_a_company_in_other_company(bands, listed, text, band) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {listed}, type: organisation}}\n")
    assert bands(matcher, text).get("a") == band


@pytest.mark.parametrize(
    ("extra", "text"),
    [("", "a context of its case (none is listed)"), (", context: tolls", "the context tolls")],
)
def test_the_context_that_is_missing_is_named(only_hit, extra, text) -> None:
    contexts = "contexts:\n  tolls: {any: [toll]}\n"
    matcher = matcher_of(f"{contexts}actors:\n  - {{id: a, name: Grant Field{extra}}}\n")
    texts = [reason.text for reason in only_hit(matcher, article("Grant Field left.")).reasons]
    assert f"it would alert with another listed actor in the article, or with {text}" in texts


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("OJSC Uralvektorstroy", "In Perm Uralvektorstroy built it.", "review"),
        ("OJSC Uralvektorstroy", "In Perm JSC Uralvektorstroy built it.", "review"),
        ("OJSC Uralvektorstroy", "In Perm OJSC Uralvektorstroy built it.", "alert"),
        ("PT Samudra Perkasajaya", "In Medan Samudra Perkasajaya built it.", "alert"),
    ],
)
def test_a_legal_form_in_front_need_not_be_there(bands, listed, text, band) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {listed}, type: organisation}}\n")
    assert bands(matcher, text).get("a") == band


@pytest.mark.parametrize("text", ["at the first credit bank of the village", "the first credit bank is closed"])
def test_ordinary_words_of_a_text_without_capitals_go_to_review(bands, text) -> None:
    matcher = matcher_of("actors:\n  - {id: a, name: First Credit Bank, type: organisation}\n")
    assert bands(matcher, text) == {"a": "review"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They bribed a judge. Dockworkers struck.", {}),
        ("They bribed the minister. Dockworkers struck.", {}),
        ("They bribed, says Dr. Dockworkers, all.", {"a": "alert"}),
        ("They bribed St. Dockworkers.", {"a": "alert"}),
    ],
)
def test_a_title_written_in_full_ends_a_sentence(bands, text, expected) -> None:
    matcher = matcher_of("schemes:\n  - {id: a, label: A, match: {all: [bribe*, dockworker*], within: sentence}}\n")
    assert bands(matcher, text) == expected


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Pour Mohsenizad Karim", "In Yazd Pourmohsenizad Karim left."),
        ("Pourmohsenizad Karim", "In Yazd Pour Mohsenizad Karim left."),
        ("Ouyang Zhenhai", "In Wuhan Ou-yang Zhen-hai left."),
        ("Gintaras Paulauskevičius", "Gintaro Paulauskevičiaus namai."),
    ],
)
def test_function_words_and_endings_in_names(bands, listed, text) -> None:
    assert "n0" in bands(matcher_for(listed), text)


def test_a_korean_family_name_may_be_a_function_word(bands) -> None:
    matcher = matcher_of("actors:\n  - {id: a, name: Rim Chun-gil, order: family-first, romanisation: korean}\n")
    assert bands(matcher, "In Beijing Im Chun-gil spoke.") == {"a": "review"}
    assert bands(matcher, "Im Chungking spoke.") == {}


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Anton Balderov Told Reporters He Was Innocent.", "alert"),
        ("Court Frees Anton Balderov Said To Be Ill.", "alert"),
        ("Oligarch Anton Balderov Buys Bank In Capital.", "alert"),
        ("ANTON BALDEROV TOLD REPORTERS OF HIS BANK", "alert"),
        ("Yesterday Anton Balderov Ryskov was seen by them.", "review"),
        ("Oligarch Anton Balderov Smith Buys Bank In Capital.", "review"),
    ],
)
def test_ordinary_words_of_a_headline_make_no_name_longer_even_if_listed(bands, text: str, band: str) -> None:
    matcher = matcher_for("Anton Balderov", "Told Reporters", "Frees Buys", "Dell Ryskov")
    assert bands(matcher, text)["n0"] == band
