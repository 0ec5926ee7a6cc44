"""A description before a name that is somebody else's: the person of that age acts on the person named."""

from __future__ import annotations

import pytest

from matching.facts.subjects import is_of_subject


@pytest.mark.parametrize(
    ("described", "between"),
    [
        ("78-year-old", " woman identified "),
        ("78-year-old", " nurse saw "),
        ("78-jähriger", " Jäger erkannte "),
        ("de 78 ans", " accuse "),
        ("di 78 anni", " ha riconosciuto "),
        ("78-летний", " сторож задержал "),
        ("78세", " 여성이 "),
        ("78岁的", "女子认出了"),
    ],
)
def test_a_verb_between_makes_it_the_description_of_somebody_else(described, between):
    assert is_of_subject(described, between)


@pytest.mark.parametrize(
    ("described", "between"),
    [
        ("78-year-old", " retired nurse "),
        ("78-year-old", " man named "),
        ("78-jähriger", " pensionierter Jäger "),
        ("de 78 ans", ", "),
        ("de 78 años", " llamado "),
        ("78-летний", " генерал "),
        ("78세", " 화가 "),
        ("78岁的", "退休教师"),
    ],
)
def test_a_noun_between_leaves_it_with_the_name(described, between):
    assert not is_of_subject(described, between)


def test_a_nominative_does_not_go_with_a_name_in_another_case():
    assert is_of_subject("78-летний", " ", oblique=True)
    assert not is_of_subject("78-летнего", " ", oblique=True)
