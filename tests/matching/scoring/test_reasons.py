"""Reasons in words."""

from __future__ import annotations

import pytest

from core.config import parse_document
from matching.engine import compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

LIST = "actors: [{id: a, name: Mohammed Ahmed}, {id: c, name: Tiberius Ostrander-Nagy}]"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mohamed Ahmad spoke.", "one letter wrong, and another form of a given name"),
        ("Tiberios Ostrander-Nagy spoke.", "one letter wrong"),
        ("Tiberios Ostrandar-Naga spoke.", "three letters wrong"),
    ],
)
def test_wrong_letters_are_counted_over_all_words(text, count):
    matcher = compile_watchlist(parse_watchlist([parse_document(LIST, "w.yaml")]))
    (hit,) = matcher.match(article_of(text))
    assert any(count in reason.text for reason in hit.reasons)
