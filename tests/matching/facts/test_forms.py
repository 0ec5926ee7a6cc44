"""Facts in forms, posters and tables: behind their labels, up to the next name."""

from __future__ import annotations

import pytest

from matching.facts.claims import FactKind
from matching.facts.excerpts import MentionExcerpt
from matching.facts.forms import countries_stated, is_other_cell, stated_in_form

_NAME = "Orrin Blackthwaite"


def _excerpt(text):
    start = text.index(_NAME)
    return MentionExcerpt(text, start, start + len(_NAME))


def _stated(text):
    return {claim.kind: text[claim.start : claim.end].strip() for claim in stated_in_form(_excerpt(text))}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (f"{_NAME}\nDate(s) of Birth Used: May 20, 1951\nHair: Gray", FactKind.BIRTH, "May 20, 1951"),
        (f"{_NAME}\n\nSex\nMale\n\nHeight\n1.80 m", FactKind.GENDER, "Male"),
        (f"{_NAME}\nSex | Female\nEyes | Brown", FactKind.GENDER, "Female"),
        (f"{_NAME}; DOB 2 Mar 1987; nationality Norway; Gender Male.", FactKind.NATIONALITY, "Norway"),
        (f"{_NAME}\nEdad: 63 años\nNacionalidad: noruega", FactKind.NATIONALITY, "noruega"),
        (f"{_NAME}\nВозраст: 63 года", FactKind.AGE, "63 года"),
        (f"Name | Born | Club\nAda Holm | 1990 | Lyn\n{_NAME} | 1962 | Brann", FactKind.BIRTH, "1962"),
    ],
)
def test_a_label_says_what_its_value_is(text, kind, value):
    assert _stated(text)[kind] == value


@pytest.mark.parametrize(
    "text",
    [
        f"{_NAME}\nAda Holm\nDate of birth: 3 March 1962",
        f"1. {_NAME}\n2. Ada Holm, DOB 3 March 1962",
        f"{_NAME}\nName: Ada Holm\nSex: female",
        f"{_NAME}\nVictim: female, age: 64",
        f"{_NAME}\nDate of offence: 3 March 2022",
        f"{_NAME} and Ada Holm, nationality: Norwegian",
    ],
)
def test_fields_of_the_next_person_and_of_the_victim_are_not_taken(text):
    assert _stated(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        f"Contact: {_NAME}\nAge: 34\nSex: Female",
        f"{_NAME}\nVessel: Ocean Lantern\nAge: 27",
        f"{_NAME}\nThe victim\nSex: Female",
        f"Lawyer | Client | Age\n{_NAME} | Ada Holm | 34",
    ],
)
def test_a_form_about_somebody_or_something_else_says_nothing_of_the_person(text):
    assert not _stated(text)


def test_a_number_under_another_label_of_a_table_is_no_age():
    text = f"Driver | Laps | Age\nAda Holm | 63 | 30\n{_NAME} | 63 | 41"
    assert is_other_cell(_excerpt(text), text.rindex("63"))
    assert not is_other_cell(_excerpt(text), text.rindex("41"))


@pytest.mark.parametrize(
    ("value", "countries"),
    [("NORWAY", ("no",)), ("Norwegian, Swedish", ("no", "se")), ("USA", ("us",)), ("IR", ("ir",)), ("unknown", ())],
)
def test_a_field_names_countries_by_name_code_or_people(value, countries):
    assert countries_stated(value) == countries
