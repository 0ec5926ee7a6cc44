"""Letters that passports spell out are the same letters, in the list and in the text (ICAO Doc 9303)."""

from __future__ import annotations

import json
import re

import pytest

from matching.names.passport_letters import as_in_passports, has_passport_letters
from tests.matching.conftest import article, matcher_of

PAIRS = [
    ("Jürgen Kößler-Brandt", "Juergen Koessler-Brandt"),
    ("Rüdiger Müller-Hartz", "Ruediger Mueller-Hartz"),
    ("Håkon Ødegård-Strøm", "Haakon Oedegaard-Stroem"),
    ("Ægir Þorláksson", "Aegir Thorlaksson"),
    ("Íñigo Muñoz Zabaleta", "Inigo Munoz Zabaleta"),
    ("Władysław Łąkowski", "Wladyslaw Lakowski"),
]


def found(listed: str, text: str):
    matcher = matcher_of(f"actors:\n  - {{id: a, name: {json.dumps(listed)}}}\n")
    return next(iter(matcher.match(article(text))), None)


@pytest.mark.parametrize(("letters", "spelt"), PAIRS)
@pytest.mark.parametrize("is_spelt_in_list", [False, True])
def test_both_spellings_are_the_same_name(letters, spelt, is_spelt_in_list):
    listed, written = (spelt, letters) if is_spelt_in_list else (letters, spelt)
    hit = found(listed, f"Police in Graz arrested {written} on Monday.")
    assert (hit.band, hit.mentions[0].surface) == ("alert", written)
    assert hit.mentions[0].method == "exact", "no letter is wrong, and no particle, title or punctuation differs"
    assert hit.score >= (95 if len(re.split(r"[ -]", letters)) > 2 else 90)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Jürgen Koessler-Brandt.",
        "Police arrested Jurgen Kossler-Brandt.",
        "Police arrested Kößler-Brandt, Juergen.",
        "Police arrested Ju\u0308rgen Ko\u0308ßler-Brandt.",
        "Police arrested JUERGEN KOESSLER-BRANDT.",
    ],
)
def test_a_name_may_be_spelt_out_in_part_and_in_any_order(text):
    assert found("Jürgen Kößler-Brandt", text).band == "alert"


@pytest.mark.parametrize(
    ("listed", "written"), [("Michael Bauernfeindt", "Michal Baurnfeindt"), ("Samuel Noelkens", "Samul Nolkens")]
)
def test_an_e_behind_a_vowel_is_no_such_letter_where_nobody_wrote_one(listed, written):
    hit = found(listed, f"Police arrested {written} on Monday.")
    assert hit is None or hit.band != "alert"


def test_a_company_is_spelt_out_too():
    matcher = matcher_of("actors:\n  - {id: a, name: Süderörtje Käserei GmbH, type: organisation}\n")
    (hit,) = matcher.match(article("They fined Suederoertje Kaeserei."))
    assert hit.band == "alert"


def test_letters_are_spelt_out_composed_or_not():
    assert as_in_passports("Mu\u0308ller Åse") == "Mueller Aase"
    assert has_passport_letters("Mu\u0308ller")
    assert not has_passport_letters("Noël Muñoz")
