"""What a full name in its own script is worth, to the letter and in grammatical cases; the people are invented."""

from __future__ import annotations

import pytest

from tests.matching.conftest import article, matcher_of

LIST = """
actors:
  - {id: gorchakov, name: Ramzan Gorchakov, native: ["Рамзан Горчаков"]}
  - {id: velmarov, name: Anton Velmarov, native: ["Антон Сергеевич Вельмаров", "Антон Вельмаров"]}
  - {id: zhuravin, name: Alexander Zhuravin, native: ["Александр Журавин"]}
  - {id: petrov, name: Ivan Petrov, native: ["Иван Петров"]}
  - {id: one-word, name: Zyrkova, native: ["Зыркова"]}
  - {id: oe, name: Oe Kenzo, native: ["大江健三"]}
  - {id: chen, name: Chen Weiguang, native: ["陈伟光"]}
  - {id: velten, name: Markus Velten, native: ["마르쿠스 벨텐"]}
  - {id: pak, name: Pak Chol-un, native: ["박철운"]}
  - {id: venhorst, name: Aldric Venhorst, native: ["アルドリック・フェンホルスト"]}
  - {id: qandilov, name: Yasir Qandilov, native: ["ياسر قنديلوف"]}
"""


@pytest.fixture(scope="module")
def matcher():
    return matcher_of(LIST)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Рамзан Горчаков прибыл в Ригу.", "gorchakov"),
        ("Суд допросил Рамзана Горчакова.", "gorchakov"),
        ("Антон Сергеевич Вельмаров подал жалобу.", "velmarov"),
        ("Дело Антона Сергеевича Вельмарова закрыто.", "velmarov"),
        ("Александром Журавиным заинтересовались.", "zhuravin"),
        ("作家の大江健三氏は昨日帰国した。", "oe"),
        ("마르쿠스 벨텐은 어제 귀국했다.", "velten"),
        ("アルドリック・フェンホルスト氏が語った。", "venhorst"),
        ("قال ياسر قنديلوف إن الشركة أغلقت.", "qandilov"),
    ],
)
def test_a_full_native_name_alerts(matcher, text, target):
    (hit,) = matcher.match(article(text))
    assert (hit.target_id, hit.band.value) == (target, "alert")


@pytest.mark.parametrize(
    ("text", "target", "why"),
    [
        ("Иван Петров пришёл домой.", "petrov", "a common name"),
        ("Зыркова пришла домой.", "one-word", "few characters, or one word: others bear it too"),
        ("昨天陈伟光回国了。", "chen", "few characters, or one word: others bear it too"),
        ("박철운은 어제 귀국했다.", "pak", "few characters, or one word: others bear it too"),
        ("Рамзан Горчаков младший прибыл.", "gorchakov", "perhaps a parent or child of the same name"),
        ("Рамзан Горчаков-Орлов прибыл.", "gorchakov", "inside a longer name"),
        ("作家の大江健三郎氏は昨日帰国した。", "oe", "perhaps a part of a longer name"),
        ("قال ياسر قنديلوف الطرابلسي إن الشركة أغلقت.", "qandilov", "perhaps a part of a longer name"),
        ("Александра Журавина пришла домой.", "zhuravin", "with these endings perhaps the name of a woman"),
        ("Рамзан Горчакова пришла.", "gorchakov", "only the family name has an ending: perhaps another name"),
        ("Рамзану Горчаков ответил.", "gorchakov", "only the given name has an ending: perhaps another name"),
        ("Adam was replaced by Ramzana Gorchakova.", "gorchakov", "in a language without cases"),
    ],
)
def test_a_native_name_that_others_may_bear_needs_its_context(matcher, text, target, why):
    (hit,) = matcher.match(article(text))
    assert (hit.target_id, hit.band.value) == (target, "review")
    assert why in hit.reasons[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Антон Борисович Вельмаров подал жалобу.",
        "Дело Антона Борисовича Вельмарова закрыто.",
        "Вельмаров Антон Борисович подал жалобу.",
        "アルドリック・フェンホルストソン氏が語った。",
    ],
)
def test_another_patronymic_or_a_longer_word_is_another_person(matcher, text):
    assert [hit for hit in matcher.match(article(text)) if hit.band != "suppressed"] == []


def test_a_listed_ruler_in_another_language_is_no_weak_form_of_his_english_name():
    listed = matcher_of("actors: [{id: a, name: Benedict XVI, native: [Benedykt XVI]}]")
    (hit,) = listed.match(article("Wczoraj Benedykt XVI przemówił do wiernych."))
    assert hit.band == "alert"
