"""The phrases by which listed names are found word for word."""

from __future__ import annotations

import pytest

from matching.index.phrases import variant_phrases
from matching.index.variants.name_variants import name_variants
from matching.watchlist.model import Actor


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Fahrenholz & Söhne GmbH & Co. KG", "fahrenholz und sohne"),
        ("Fahrenholz & Söhne GmbH & Co. KG", "fahrenholz und sohne gmbh und co kg"),
        ("Marks & Levinson", "marks and levinson"),
        ("Marks and Levinson", "marks levinson"),
        ("Brandt & Co", "brandt and co"),
    ],
)
def test_a_company_is_found_with_another_sign_for_and(listed: str, written: str) -> None:
    [variant, *_] = name_variants(0, Actor("a", listed, "organisation"))
    assert written in [phrase.text for phrase, _ in variant_phrases(variant)]
