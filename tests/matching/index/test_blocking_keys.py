"""Words that `similarity` takes for one must share a blocking key, or they are never compared."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matching.index.blocking_keys import written_keys
from matching.index.key_table import KeyTable, build_key_table
from matching.names.romanisations import KOREAN
from matching.names.similarity import similarity

TWO_SLIPS = 2.0
WORDS = st.text("abdehiklmnorstuvy", min_size=2, max_size=11)


def found(listed: list[str], written: list[str], *, korean: bool = False) -> set[tuple[str, str]]:
    key_table = KeyTable(build_key_table(listed, [(KOREAN, range(len(listed)))] if korean else ()))
    pairs = key_table.find(written_keys(written, [KOREAN] if korean else (), katakana=True))
    return {(listed[number], written[word]) for word, number in zip(*(side.tolist() for side in pairs), strict=True)}


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and the same with a slip or two."""
    word = draw(WORDS)
    wrong = word
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(wrong) - 1))
        letter = draw(st.sampled_from("aeiouylmrnhk"))
        other = [wrong[:at] + letter + wrong[at + 1 :], wrong[:at] + letter + wrong[at:], wrong[:at] + wrong[at + 1 :]]
        swapped = wrong[:at] + wrong[at : at + 2][::-1] + wrong[at + 2 :]
        doubled = wrong[:at] + wrong[at] + wrong[at:]
        wrong = draw(st.sampled_from([*other, swapped, doubled])) or word
    return word, wrong


@given(slips())
def test_words_with_a_tolerated_slip_are_found(pair: tuple[str, str]) -> None:
    listed, written = pair
    judged = similarity(listed, written)
    assume(judged is not None and judged.cost < TWO_SLIPS)
    assert pair in found([listed], [written])


FEW = st.lists(st.text("abel", min_size=1, max_size=9), min_size=1, max_size=4, unique=True)


@given(FEW, FEW)
def test_words_looked_up_together_find_what_each_finds_alone(listed: list[str], written: list[str]) -> None:
    one_by_one = {pair for one in listed for other in written for pair in found([one], [other])}
    assert found(listed, written) == one_by_one


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("kwang", "kwang"),
        ("il", "ii"),
        ("chang", "change"),
        ("sok", "sko"),
        ("bob", "bobb"),
        ("obb", "ob"),
        ("choe", "chooe"),
        ("husayn", "hussein"),
        ("mohammad", "muhammed"),
        ("abdelrahman", "abdulrahmen"),
        ("karimov", "karimow"),
        ("narendra", "narender"),
        ("abd", "abdul"),
        ("william", "bill"),
        ("bill", "william"),
        ("obama", "обама"),
        ("обама", "obama"),
        ("barack", "バラク"),
        ("バラク", "barack"),
        ("barack", "ბარაკ"),
        ("hamid", "гамид"),
        ("gorchakov", "gorchakovem"),
        ("gorchakov", "горчаковым"),
        ("сергей", "сергій"),
    ],
)
def test_similar_words_share_a_blocking_key(listed: str, written: str) -> None:
    assert similarity(listed, written) is not None
    assert (listed, written) in found([listed, "nobody"], ["somebody", written])


@pytest.mark.parametrize(("listed", "written"), [("jong", "jeong"), ("kwang", "gwang"), ("pak", "박"), ("ri", "yi")])
def test_romanisations_of_a_korean_name_share_a_blocking_key(listed: str, written: str) -> None:
    assert (listed, written) in found([listed], [written], korean=True)
    assert KOREAN.key("jong") == KOREAN.key("jeong")


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("wen", "wed"),  # a letter of three
        ("marine", "arline"),  # two letters, at two places
        ("bela", "bel"),
        ("ali", "일이"),  # Hangul is compared with Korean names only
    ],
)
def test_words_that_nobody_would_take_for_one_are_not_compared(listed: str, written: str) -> None:
    assert not found([listed], [written])


@pytest.mark.parametrize(
    "pair",
    [
        ("prigozhin", "prigoschin"), ("prigozhin", "prigojine"), ("yevgeny", "jewgeni"), ("evgeny", "evgueni"),
        ("shoigu", "choigou"), ("shoigu", "szojgu"), ("mishustin", "michoustine"), ("chernenko", "czernienko"),
        ("shcherbachenko", "schtscherbatschenko"), ("khvichashvili", "chwitschaschwili"), ("durdevac", "djurdjevac"),
        ("shcherbakhin", "schtscherbachin"), ("shcherbakhin", "szczerbachin"), ("zhuravchin", "schurawtschin"),
        ("djurdjevac", "durdevac"), ("bjorgasen", "bjoergaasen"), ("zeljko", "жељко"),
    ],
)  # fmt: skip
def test_the_spelling_of_another_press_is_found(pair) -> None:
    assert pair in found([pair[0]], [pair[1]])
