"""Dates of birth and death as articles and notices write them beside a name."""

from __future__ import annotations

from datetime import date

import pytest

from matching.facts.births import births_and_deaths
from matching.facts.claims import FactKind
from matching.facts.excerpts import MentionExcerpt
from matching.facts.written_dates import written_dates

DAY = date(1987, 3, 2)
BORN = [
    ("Marta Quill, born on March 2, 1987, in Riga, was charged.", "Marta Quill"),
    ("Marta Quill, born in Riga on 2 March 1987, was charged.", "Marta Quill"),
    ("Marta Quill (DOB 2 March 1987) is under a travel ban.", "Marta Quill"),
    ("Marta Quill (date of birth: 1987-03-02).", "Marta Quill"),
    ("Marta Quill was charged. She was born on 2 March 1987.", "Marta Quill"),
    ("Marta Quill, geboren am 2. März 1987, wurde verhaftet.", "Marta Quill"),
    ("Marta Quill, née le 2 mars 1987 à Lyon, a été arrêtée.", "Marta Quill"),
    ("Marta Quill, nacida el 2 de marzo de 1987, fue detenida.", "Marta Quill"),
    ("Marta Quill, nata a Bari il 2 marzo 1987, è indagata.", "Marta Quill"),
    ("Marta Quill, nascida a 2 de março de 1987, foi detida.", "Marta Quill"),
    ("Marta Quill, geboren op 2 maart 1987, is aangehouden.", "Marta Quill"),
    ("Marta Quill, ur. 2 marca 1987 w Tychach, jest poszukiwana.", "Marta Quill"),
    ("Марта Квилл, родившаяся 2 марта 1987 года, задержана.", "Марта Квилл"),
    ("Марта Квілл, 2 березня 1987 року народження.", "Марта Квілл"),
    ("2 Mart 1987 doğumlu Marta Quill aranıyor.", "Marta Quill"),
    ("مارتا كويل، من مواليد 2 مارس 1987.", "مارتا كويل"),
    ("1987년 3월 2일생 김하늘바다 씨.", "김하늘바다"),
    ("九条院光（1987年3月2日生まれ）が就任した。", "九条院光"),
    ("欧阳慕云，1987年3月2日出生。", "欧阳慕云"),
    ("Name: Marta Quill\nDOB: 1987-03-02", "Marta Quill"),
    ("Marta Quill kam am 2. März 1987 in Gera zur Welt.", "Marta Quill"),
    ("Marta Quill wurde am 2. März 1987 in Gera geboren.", "Marta Quill"),
    ("ولدت مارتا كويل في 2 مارس 1987 في حلب.", "مارتا كويل"),
]
NOT_BORN = [
    ("Marta Quill met a woman born on 2 March 1987.", "Marta Quill"),
    ("Marta Quill and Ada Voss, born on 2 March 1987, were charged.", "Marta Quill"),
    ("Marta Quill has run the firm since 1987.", "Marta Quill"),
    ("Marta Quill married in 1987.", "Marta Quill"),
    ("Born in 1987 in Riga. The firm of Marta Quill is new.", "Marta Quill"),
]


def read(text: str, name: str) -> list[tuple[FactKind, date]]:
    start = text.index(name)
    return [(one.kind, one.dates[0].first) for one in births_and_deaths(MentionExcerpt(text, start, start + len(name)))]


@pytest.mark.parametrize(("text", "name"), BORN)
def test_a_date_of_birth_beside_the_name(text, name):
    assert read(text, name) == [(FactKind.BIRTH, DAY)]


@pytest.mark.parametrize(("text", "name"), NOT_BORN)
def test_other_dates(text, name):
    assert read(text, name) == []


def test_the_dates_of_a_life():
    assert read("Marta Quill (1921–1987) was a painter.", "Marta Quill") == [
        (FactKind.BIRTH, date(1921, 1, 1)),
        (FactKind.DEATH, date(1987, 1, 1)),
    ]


def test_a_date_of_figures_may_be_two_days():
    [written] = written_dates("on 02/03/1987 in Riga")
    assert {one.first for one in written.dates} == {date(1987, 3, 2), date(1987, 2, 3)}


def test_about_a_year_and_from_one_to_another():
    about, span = written_dates("circa 1962, or 1960 to 1965")
    assert about.dates[0].slack > 0
    assert (span.dates[0].first, span.dates[0].last) == (date(1960, 1, 1), date(1965, 12, 31))
