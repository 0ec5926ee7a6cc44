"""Chinese names in Pinyin and Wade-Giles."""

from __future__ import annotations

import pytest

from matching.names.wade_giles import other_romanisations


@pytest.mark.parametrize(
    ("pinyin", "wade_giles"),
    [
        ("mao zedong", "Mao Tse-tung"),
        ("zhou enlai", "Chou En-lai"),
        ("deng xiaoping", "Teng Hsiao-ping"),
        ("jiang jingguo", "Chiang Ching-kuo"),
        ("zhu rongji", "Chu Jung-chi"),
        ("guo cishi", "Kuo Tzu-shih"),
        ("xie jieyong", "Hsieh Chieh-yung"),
    ],
)
def test_pinyin_is_spelt_as_in_newspapers_of_taiwan(pinyin, wade_giles) -> None:
    assert list(other_romanisations(pinyin.split())) == [wade_giles]


def test_a_name_without_apostrophes_has_several_readings() -> None:
    assert list(other_romanisations(["hsieh", "chang", "ting"])) == [
        "Xie Changding",
        "Xie Changting",
        "Xie Zhangding",
        "Xie Zhangting",
    ]


@pytest.mark.parametrize("name", ["kim jong un", "ouyang lishan", "mao", "hou peter"])
def test_other_names_have_none(name) -> None:
    assert list(other_romanisations(name.split())) == []
