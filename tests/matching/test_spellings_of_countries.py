"""Names as the countries of the world spell and romanise them, in the list or in the text."""

from __future__ import annotations

import pytest

from tests.matching.conftest import band_of, matcher_of


@pytest.mark.parametrize("text", ["이정환은 부인했다.", "리 정환은 부인했다.", "리정환은 부인했다."])
def test_a_korean_name_is_found_as_either_state_writes_it(bands, text) -> None:
    matcher = matcher_of("actors:\n  - id: a\n    name: Ri Jong-hwan\n    order: family-first\n    native: [리정환]\n")
    assert bands(matcher, text) == {"a": "review"}


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Badr al-Din Torvaq", "Badreddine Torvaq spoke."),
        ("Badr al-Din Torvaq", "Badruddin Torvaq spoke."),
        ("Badr al-Din Torvaq", "Badr Eddine Torvaq spoke."),
        ("Badr al-Din Torvaq", "Badr ud-Deen Torvaq spoke."),
        ("Badreddine Torvaq", "Badr al-Din Torvaq spoke."),
        ("Badreddine Torvaq", "Badruddin Torvaq spoke."),
        ("Abd al-Wahid Torvaq", "Abdelouahid Torvaq spoke."),
        ("Abd al-Sattar Torvaq", "Abdessattar Torvaq spoke."),
        ("Abdul Karim Torvaq", "Abdelkrim Torvaq spoke."),
        ("Abdelkrim Torvaq", "Abd-ul-Karim Torvaq spoke."),
        ("Abdirahman Torvaq", "Abdul Rahman Torvaq spoke."),
        ("Fadl Allah Torvaq", "Fadlallah Torvaq spoke."),
        ("Fadlullah Torvaq", "Fazlullah Torvaq spoke."),
        ("Hafiz Ullah Torvaq", "Hafizullah Torvaq spoke."),
    ],
)
def test_arabic_compounds_are_found_apart_joined_and_assimilated(bands, listed, text) -> None:
    assert band_of(bands, listed, text, "person") in {"alert", "review"}


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Badr al-Din Torvaq", "Nasreddine Torvaq spoke."),
        ("Abd al-Wahid Torvaq", "Abdelkader Torvaq spoke."),
        ("Abd al-Rahim Torvaq", "Abderrahmane Torvaq spoke."),
        ("Jane Borodin", "Jane Bor al-Din spoke."),
        ("Hassan Torvaq", "Hussein Torvaq spoke."),
        ("Jane Machado", "Jane McHado spoke."),
    ],
)
def test_another_compound_is_another_person(bands, listed, text) -> None:
    assert band_of(bands, listed, text, "person") is None


@pytest.mark.parametrize("written", ["McTorvald", "MacTorvald", "Mc Torvald", "Mac Torvald", "MCTORVALD"])
@pytest.mark.parametrize("listed", ["McTorvald", "MacTorvald", "Mac Torvald"])
def test_mac_is_written_in_four_ways(bands, listed, written) -> None:
    assert band_of(bands, f"Jane {listed}", f"The court heard Jane {written} on Monday.", "person") == "alert"


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Evaristo Quintalba Moredas", "La policía detuvo a Evaristo Quintalba en Lima.", "review"),
        ("QUINTALBA MOREDAS, Evaristo", "Police held Evaristo Quintalba in Lima.", "review"),
        ("Rosa Elena Quintalba Moredas", "Rosa Quintalba negó todo.", "review"),
        ("Juan de la Quintalba Moredas", "Juan de la Quintalba negó todo.", "review"),
        ("João Pedro Quintalba Moredas", "João Moredas negou tudo.", "review"),
        ("Evaristo Quintalba Moredas", "Evaristo Quintalba Moredas negó todo.", "alert"),
        ("Evaristo Quintalba Moredas", "Evaristo Moredas negó todo.", None),
        ("João Pedro Quintalba Moredas", "João Quintalba negou tudo.", None),
        ("Juan Carlos Quintalba", "Juan Carlos negó todo.", None),
    ],
)
def test_an_iberian_name_is_found_by_the_family_name_of_the_father(bands, listed, text, band) -> None:
    assert band_of(bands, listed, text, "person") == band


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Marek Torvalski", "Sąd skazał Marka Torvalskiego."),
        ("Jacek Torvalniak", "Sąd skazał Jacka Torvalniaka."),
        ("Jiří Torvalčák", "Soud poslal Jiřího Torvalčáka do vazby."),
        ("Andris Torvalkalns", "Tiesa notiesāja Andri Torvalkalnu."),
        ("Yury Torvalchuk", "Iouri Torvaltchouk a vendu l’usine."),
        ("Ioannis Ntorvalos", "The court summoned Ioannis Dorvalos."),
    ],
)
def test_short_stems_and_the_spellings_of_other_countries(bands, listed, text) -> None:
    assert band_of(bands, listed, text, "person") in {"alert", "review"}


@pytest.mark.parametrize(
    ("listed", "text", "band"),
    [
        ("Hugo Estrevalle", "Anch'Hugo Estrevalle è partito.", "alert"),  # elision of any small word
        ("Hugo Estrevalle", "Il conto dell'Estrevalle Hugo è vuoto.", "alert"),
        ("Hugo Estrevalle", "Hugo Estrevalle d. J. schweigt.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle mł. milczy.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle le Jeune se tait.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle junior foi detido.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle utca 5. alatt laknak.", "review"),  # streets written small
        ("Hugo Estrevalle", "They treat Hugo Estrevalle disease.", "review"),
        ("Hugo Estrevalle", "Peter Estrevalle\nHugo Berg\nOle Lund", None),
        ("Mike Hallstrander", "Srečal se je z Mikom Hallstranderjem.", "review"),
        ("Mike Hallstrander", "Srečal se je z Mikeom Hallstrandrom.", "review"),
        ("Karel Havranický", "Soud poslal Karla Havranického do vazby.", "review"),
        ("Karel Havranický", "Karla Havranický přišla.", None),
        ("Philip Grammonde", "Mówił o Philipie Grammondzie.", "review"),
        ("Albrecht von und zu Rabenstolz", "Albrecht v. Rabenstolz schweigt.", "alert"),
        ("Hugo Estrevalle", "El aeropuerto internacional Hugo Estrevalle cerró.", "review"),
        ("Hugo Estrevalle", "Die Fregatte „Hugo Estrevalle“ lief aus.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle's Law passed the Senate.", "review"),
        ("Hugo Estrevalle", "De Hugo Estrevalle-brug is dicht.", "review"),
        ("Georgios Kampourelis", "Giorgos Kampourelis was fined.", "review"),
        ("Stuart Landermere", "Stewart Landermere was fined.", "review"),
        ("Samira Oulhadji", "Samira Bensaidi, née Oulhadji, was fined.", "review"),
        ("Hugo Estrevalle", "Hugo Estrevalle™ was fined.", "alert"),
        ("Jaber Murtaz Halimad al-Jalahma", "Jaber Murttaz Halimad al-Jalahma denied it.", "alert"),
        ("Jaber Murtaz Halimad al-Jalahma", "Jaber Murtav Halimad al-Jalahma denied it.", "review"),
        ("Maximilian Graf Thurnegg", "Graf Maximilian Thurnegg schweigt.", "alert"),
        ("Willem van der Kruisbeek", "Willem v/d Kruisbeek zwijgt.", "alert"),
        ("Lü Xiaochuan", "LUE Xiaochuan was fined.", "alert"),
        ("Venkatesan Muthukrishnaraj", "Muthukrishnaraj V. was fined.", "review"),
        ("Ko Htun Aungmyat", "U Htun Aungmyat was fined.", "alert"),
        ("Anton Mirovelski", "Anton and his sister Olga Mirovelski left.", "review"),
        ("Henrik Tallgrensen", "Last Name | Tallgrensen | First Name | Henrik", "alert"),
    ],
)
def test_a_person_is_met_as_each_language_writes_him(bands, listed, text, band) -> None:
    assert band_of(bands, listed, text, "person") == band


@pytest.mark.parametrize(
    ("listed", "text", "kind", "band"),
    [
        ("ООО «Камлестрой»", "They fined Kamlestroy LLC.", "organisation", "review"),
        ("OOO Volgatransmetiz", "Суд оштрафовал ООО «Волгатрансметиз».", "organisation", "review"),
        ("ООО «Дельтаморпром»", "Активы «Дельтаморпрома» арестованы.", "organisation", "review"),
        ("주식회사 백림무역상사", "백림무역상사는 어제 파산했다.", "organisation", "review"),
        ("Qorvani Dış Ticaret Ltd. Şti.", "They fined Qorvani Dış Tic. Ltd. Şti.", "organisation", "alert"),
        ("Tabrizan Kish (Private Joint Stock)", "They fined Tabrizan Kish Co. (PJS).", "organisation", "alert"),
        ("Closed Joint-Stock Company Armtranslogex", "ЗАО «Армтранслогекс» оштрафовано.", "organisation", "review"),
        ("Société Anonyme des Mines Orvelac", "They fined Mines Orvelac SA.", "organisation", "alert"),
        ("Kremnicol Trade s.r.o.", "They fined Kremnicol Trade, spol. s r. o.", "organisation", "alert"),
        ("Ocean Lantern", "The tanker Ocean Lantern 7 left.", "vessel", "review"),
        ("Baltovik Growth Fund II", "Baltovik Growth Fund I was wound up.", "organisation", None),
    ],
)
def test_a_thing_is_met_as_its_country_writes_it(bands, listed, text, kind, band) -> None:
    assert band_of(bands, listed, text, kind) == band


def test_syllables_beside_a_name_in_hangul_are_met_in_every_romanisation_of_korean(bands) -> None:
    matcher = matcher_of("actors: [{id: a, name: Park Myong-hyok, native: [박명혁]}]\n")
    assert bands(matcher, "Pak Myeong Hyeok was fined.") == {"a": "review"}


def test_a_korean_name_is_met_in_other_romanisations_without_its_hangul(bands) -> None:
    listed = "actors:\n  - {id: a, name: Paek Myong-rim, order: family-first}\n"
    matcher = matcher_of(listed)
    assert bands(matcher, "Baek Myung-rim was fined.").get("a") == "review"
    assert bands(matcher, "Baek Myung-sim was fined.").get("a") is None
    oh = matcher_of("actors:\n  - {id: a, name: O Chol-ryong, order: family-first}\n")
    assert bands(oh, "Oh Cheol-ryong was fined.").get("a") == "review"


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Xu Haozheng", "Hsu Hao-cheng"),
        ("Xu Haozheng", "Hao-cheng Hsu"),
        ("Cai Wenxiong", "Ts’ai Wen-hsiung"),
        ("Tsai Wen-hsiung", "Cai Wenxiong"),
    ],
)
def test_a_chinese_name_is_met_in_either_romanisation(bands, listed, written) -> None:
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {listed}, order: family-first}}\n")
    assert bands(matcher, f"{written} denied it.") == {"a": "review"}
