"""Spellings in Cyrillic letters for names in Latin ones; the people are invented."""

from __future__ import annotations

import pytest

from matching.names.native_spellings import cyrillic_spelling


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Ramaza Gochakov", "Рамаза Гочаков"),
        ("Igor Zhakubov", "Игорь Жакубов"),
        ("Olga Shchukova", "Ольга Щукова"),
        ("Chekhov, Ivan", "Иван Чехов"),
        ("Sergey Kozhukhov", "Сергей Кожухов"),
    ],
)
def test_a_name_with_one_spelling(name, spelling):
    assert cyrillic_spelling(name) == spelling


@pytest.mark.parametrize(
    "name",
    [
        "Jane Roe",
        "Nigel Martin",  # no Russian letters for a j sound, and a soft sign may be missing
        "Eduard Ekimov",  # э or е
        "Igor Tarasenko",  # Russian or Ukrainian
        "Olga",
        "Igor Gelman-Markov",
    ],
)
def test_a_name_with_several_spellings_or_none_has_no_proposal(name):
    assert cyrillic_spelling(name) is None
