"""Spellings in other scripts that are proposed for names in Latin letters; the people are invented."""

from __future__ import annotations

import pytest

from matching.names.proposed_spellings import WhyNone, proposed_spellings


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Ramaza Gochakov", "Рамаза Гочаков"),
        ("Kim Kwang-jin", "김광진"),
        ("Pak Chol-min", "박철민"),
        ("David Cohen", "דוד כהן"),
        ("Ahmad Khalil", "احمد خليل"),
        ("Suresh Patel", "सुरेश पटेल"),
        ("Georgios Kalatzakis", "Γεωργιος Καλατζακης"),
        ("Eleni Vlachopoulou", "Ελενη Βλαχοπουλου"),
        ("Giorgi Beridze", "გიორგი ბერიძე"),
        ("Tigran Sargsyan", "Տիգրան Սարգսյան"),
    ],
)
def test_the_only_possible_spelling_is_proposed(name, spelling):
    proposed = proposed_spellings(name)
    assert not isinstance(proposed, WhyNone)
    assert [one.text for one in proposed] == [spelling]


def test_names_that_the_press_of_japan_and_china_spells_in_one_way():
    proposed = proposed_spellings("John Smith")
    assert not isinstance(proposed, WhyNone)
    assert [(one.text, one.why) for one in proposed] == [
        ("ジョン・スミス", "common names in katakana"),
        ("约翰·史密斯", "common names in Chinese"),
    ]
    (only,) = proposed_spellings("Kevin Turner")  # two spellings of Kevin in katakana
    assert only.text == "凯文·特纳"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Victory", WhyNone.ONE_WORD),
        ("محمد علي", WhyNone.NOT_LATIN),
        ("Jane Roe", WhyNone.AMBIGUOUS),
        ("Kim Jong-un", WhyNone.AMBIGUOUS),  # 정, 종 or 중
        ("Li Wei", WhyNone.AMBIGUOUS),
        ("Georgios Antonopoulos", WhyNone.AMBIGUOUS),  # ο or ω
    ],
)
def test_why_there_is_none(name, why):
    assert proposed_spellings(name) is why
