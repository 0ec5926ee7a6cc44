from __future__ import annotations

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
