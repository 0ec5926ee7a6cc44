from __future__ import annotations

import re

import pytest

from matching.index.scanner import Scanner
from matching.mentions.composed import SIGNS_IN_PLAIN, composed_names
from matching.text.folding import fold

TEXTS = [
    "VENHORST (surname), Aldric (given name)",
    "Venhorst (Фамилия), Aldric (имя)",
    "the Zavarei brothers, Hamid and Karim",
    "The Zavarei-Brüder: Hamid und Karim",
    "los hermanos Zavarei, Hamid y Karim",
    "Hamid (41) and Karim (39) Zavarei were held",
    "Hamid, 41, und Karim Zavarei",
    "вчера Hamid (41) и Karim (39) Zavarei",
    "Hamid along with Karim Zavarei came",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_with_labels_behind_names_or_families_has_a_sign(text: str) -> None:
    folded = fold(text)
    assert list(composed_names(folded))
    assert Scanner([], signs=SIGNS_IN_PLAIN).scan(folded).has_sign


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("No. | Last name | First name | DOB", "1 | VENHORST | Aldric | 2 May 1961"),
        ("Given names | Date of birth | Surname", "Aldric | 2 May 1961 | Venhorst"),
        ("Nachname\tVorname\tOrt", "Venhorst\tAldric\tGent"),
        ("Name | Prénom", "Venhorst | Aldric"),
    ],
)
def test_the_columns_of_a_table_for_the_parts_of_a_name_are_a_form(header: str, row: str) -> None:
    text = f"They are listed:\n{header}\n{row}\nHaverkest | Piet"
    found = [one for one in composed_names(fold(text)) if one.firm and one.text.title() == "Aldric Venhorst"]
    assert {"aldric", "venhorst"} <= set(re.findall(r"\w+", text[found[0].start : found[0].end].casefold()))


@pytest.mark.parametrize(
    "text",
    [
        "Last name | First name | DOB\nVenhorst | Aldric",  # another table
        "Club | City\nVenhorst | Aldric",
        "Last name | First name\n1 | 2\nVenhorst | ",
    ],
)
def test_cells_below_other_columns_are_no_form(text: str) -> None:
    assert not any(one.firm and "Venhorst" in one.text for one in composed_names(fold(text)))
