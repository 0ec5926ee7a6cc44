"""Sovereigns, popes and saints in the forms that their names have in other languages."""

from __future__ import annotations

import pytest

from matching.names.rulers import ruler_spellings
from tests.matching.conftest import article, matcher_of

LIST = """
actors:
  - {id: queen, name: Queen Elizabeth II}
  - {id: benedict, name: Benedict XVI}
  - {id: john-paul, name: John Paul II}
  - {id: prince, name: Prince William}
"""


@pytest.fixture(scope="module")
def matcher():
    return matcher_of(LIST)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Królowa przyjęła gości, a Elżbietę II powitał tłum.", "queen"),
        ("Рано утром Елизавета II приехала.", "queen"),
        ("Елизабет Втора пристигна вчера.", "queen"),
        ("Setkání s papežem Benediktem XVI. se konalo.", "benedict"),
        ("Папа Бенедикт ХVІ каза това.", "benedict"),
        ("Spotkanie z Janem Pawłem II odbyło się w Rzymie.", "john-paul"),
        ("Принца Уильяма встретили в аэропорту.", "prince"),
        ("Rozmowa z księciem Williamem trwała godzinę.", "prince"),
    ],
)
def test_a_ruler_is_met_in_the_forms_of_other_languages_for_review(matcher, text, target):
    assert [(hit.target_id, hit.band) for hit in matcher.match(article(text))] == [(target, "review")]


@pytest.mark.parametrize("text", ["Elżbieta III była tam.", "Benedykt poszedł do domu.", "Papież Franciszek mówił."])
def test_another_ruler_or_a_given_name_alone_is_nobody(matcher, text):
    assert not list(matcher.match(article(text)))


def test_a_name_without_a_numeral_or_a_title_has_no_such_forms():
    assert not list(ruler_spellings("Elizabeth Marsh"))
    assert not list(ruler_spellings("Elizabeth"))
    assert not list(ruler_spellings("John Smith II"))
