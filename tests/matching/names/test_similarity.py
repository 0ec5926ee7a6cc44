from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.parsing import Part, orders, parse_name
from matching.names.romanisations import KOREAN, ROMANISATIONS
from matching.names.similarity import similarity
from matching.names.transliteration import is_syllable, latinise
from matching.watchlist.model import Actor


@pytest.mark.parametrize(
    ("listed", "written", "method"),
    [
        ("kwang", "kwang", "exact"),
        ("il", "ii", "visual"),
        ("chang", "change", "edit:1"),
        ("sok", "sko", "edit:1"),
        ("choe", "chooe", "edit:1"),
        ("husayn", "hussein", "sound"),
        ("barak", "barack", "sound"),
        ("venhorst", "venhurst", "edit:1"),
        ("mohammad", "muhammed", "sound"),
        ("abd", "abdul", "sound"),
        ("william", "bill", "diminutive"),
        ("nikolai", "mykola", "diminutive"),
        ("vladimir", "uladzimir", "diminutive"),
        ("vladimir", "володимир", "transliteration"),
        ("alawi", "alaoui", "sound"),
        ("obama", "обама", "transliteration"),
        ("barack", "バラク", "transliteration"),
        ("barack", "ბარაკ", "transliteration"),
        ("narendra", "narender", "edit:2"),
    ],
)
def test_similar_words(listed, written, method) -> None:
    found = similarity(listed, written)
    assert found is not None
    assert found.method == method


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("prigozhin", "prigoschin"), ("prigozhin", "prigojine"), ("yevgeny", "jewgeni"), ("evgeny", "evgueni"),
        ("yevgeny", "jewgienij"), ("shoigu", "choigou"), ("shoigu", "szojgu"), ("sergei", "siergiej"),
        ("mishustin", "michoustine"), ("shcherbachenko", "schtscherbatschenko"), ("chernenko", "czernienko"),
        ("shcherbachenko", "chtcherbatchenko"), ("shcherbachenko", "szczerbaczenko"), ("yanukovych", "janukowytsch"),
        ("khvichashvili", "chwitschaschwili"), ("bjorgasen", "bjoergaasen"), ("durdevac", "djurdjevac"),
        ("djurdjevac", "durdevac"), ("woldemichael", "woldemikael"), ("jaafar", "jafar"), ("yusuf", "jussuf"),
    ],
)  # fmt: skip
def test_transcriptions_of_other_countries(listed, written) -> None:
    found = similarity(listed, written)
    assert found is not None
    assert found.method in {"sound", "edit:1"}


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("zaluzhsky", "залужская"),
        ("zhang", "shang"),
        ("chang", "zhang"),
        ("chae", "ka"),
        ("jung", "yung"),
        ("rashid", "rajid"),
        ("hashim", "hajim"),
    ],
)
def test_another_sibilant_or_gender_is_another_name(listed, written) -> None:
    assert similarity(listed, written) is None


@pytest.mark.parametrize(
    ("listed", "written"),
    [("jin", "min"), ("il", "ju"), ("song", "son"), ("mohammad", "mahmoud"), ("frank", "frederik"), ("kim", "김")],
)
def test_different_words(listed, written) -> None:
    assert similarity(listed, written) is None


@given(st.text(alphabet="abcdehijklmnouy", min_size=1, max_size=12))
def test_every_word_is_itself(word) -> None:
    assert similarity(word, word) == ("exact", 0.0)


@pytest.mark.parametrize(
    "spellings",
    ["jong jeong jung chong", "kwang gwang", "chang jang", "tae dae", "pong bong", "kwangjin gwangjin", "ju joo"],
)
def test_romanisations_of_one_korean_word_share_a_key(spellings) -> None:
    assert len({KOREAN.key(word) for word in spellings.split()}) == 1


def test_hangul_is_romanised_by_syllable() -> None:
    assert latinise("김광진") == "kimkwangchin"
    assert KOREAN.key(latinise("정봉주")) == KOREAN.key("jongpongju")


def test_syllables() -> None:
    assert all(map(is_syllable, ("kim", "kwang", "zhen", "xing", "il")))
    assert not any(map(is_syllable, ("sko", "change", "cook", "larry")))


def test_a_parsed_name() -> None:
    name = parse_name("AL ZAWAHIRI, Dr. Ayman “Abu Fatima”")
    assert name.words == ("dr", "ayman", "al", "zawahiri")
    assert name.parts == (Part.TITLE, Part.NAME, Part.PARTICLE, Part.NAME)
    assert name.nicknames == ("abu fatima",)
    assert orders(name, "unknown") == ((0, 1, 2, 3), (2, 3, 0, 1))


@pytest.mark.parametrize(
    ("listed", "order", "written"),
    [
        ("Kovács-Magyar Andrea", "family-first", "andrea kovacs magyar"),
        ("Jean-Pierre Dupontel", "given-first", "dupontel jean pierre"),
        ("Đặng Hữu Quyền", "unknown", "quyen huu dang"),
        ("Kim Kwang-jin", "family-first", "kwang jin kim"),
    ],
)
def test_orders_of_a_name(listed, order, written) -> None:
    name = parse_name(listed)
    assert written in {" ".join(name.words[index] for index in one) for one in orders(name, order)}


def test_korean_syllables_are_not_reversed() -> None:
    name = parse_name("Ho Chol Min")
    assert (2, 1, 0) not in orders(name, "unknown")


def test_the_watchlist_offers_every_romanisation_that_there_is():
    (offered, _) = get_args(get_type_hints(Actor)["romanisation"])
    assert set(get_args(offered)) == {one.name for one in ROMANISATIONS}
