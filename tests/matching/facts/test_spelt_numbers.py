"""Ages in words of several words."""

from __future__ import annotations

import re

import pytest

from matching.tables.spelt_numbers import SPELT_NUMBER, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thirty-four", 34),
        ("sixty one", 61),
        ("vierunddreißig", 34),
        ("vierendertig", 34),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-sept", 97),
        ("vingt et un", 21),
        ("treinta y cuatro", 34),
        ("veintitrés", 23),
        ("trentaquattro", 34),
        ("ventuno", 21),
        ("trinta e quatro", 34),
        ("trzydzieści cztery", 34),
        ("тридцати четырёх", 34),
        ("тридцять чотири", 34),
        ("otuz dört", 34),
        ("أربعة وثلاثين", 34),
        ("서른네", 34),
        ("三十四", 34),
        ("61", 61),
    ],
)
def test_a_number_in_words_has_its_value(text, value):
    assert text.isdecimal() or re.fullmatch(SPELT_NUMBER, text.capitalize(), re.IGNORECASE)
    assert value_of(text.capitalize()) == value


@pytest.mark.parametrize("word", ["tender", "tension", "elfter", "Fiftyish", "onward"])
def test_a_word_that_begins_like_one_is_no_number(word):
    assert not re.search(SPELT_NUMBER, word, re.IGNORECASE)
