"""Chinese and Korean names as the press in Czech and Polish spells them; the people are invented, or statesmen."""

from __future__ import annotations

import pytest

from matching.names.czech_and_polish import chinese_in_czech, korean_in_czech_and_polish
from tests.matching.conftest import article, matcher_of


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("deng xiaoping", "Teng Siao-pching"),
        ("xi jinping", "Si Ťin-pching"),
        ("hu jintao", "Chu Ťin-tchao"),
        ("li keqiang", "Li Kche-čchiang"),
        ("zhu rongji", "Ču Žung-ťi"),
        ("jiang zemin", "Ťiang Ce-min"),
        ("liu yuanshi", "Liou Jüan-š’"),
        ("sun wuyou", "Sun Wu-jou"),
    ],
)
def test_pinyin_in_the_czech_transcription(name, spelt):
    assert list(chinese_in_czech(name.split())) == [spelt]


@pytest.mark.parametrize("name", ["wang min", "li na", "kim kwang jin", "wang", "li mang min wang"])
def test_names_without_another_spelling_in_czech(name):
    assert list(chinese_in_czech(name.split())) == []


def test_korean_names():
    assert list(korean_in_czech_and_polish(["kim", "yong", "chol"])) == [
        "Kim Jong-čol",
        "Kim Jong-čchol",
        "Kim Jong-czol",
    ]
    assert list(korean_in_czech_and_polish(["kim", "yong", "nam"])) == []  # Kim Jong-nam is somebody else


@pytest.mark.parametrize(
    ("name", "text", "band"),
    [
        ("Zhang Weiqing", "Čang Wej-čching byl zatčen v Praze.", "review"),
        ("Zhang Weiqing", "Policie o tom v úterý řekla Čang Wej-čchingovi.", "review"),
        ("Kim Yong-chol", "Kim Jong Czol przyjechał do Warszawy.", "review"),
        ("Zhang Weiqing", "Čang Wej-min byl zatčen v Praze.", None),
        ("Kim Yong-chol", "Kim Jong-nam přijel do Prahy.", None),
    ],
)
def test_they_are_shown_for_review(name, text, band):
    hits = matcher_of(f"actors: [{{id: a, name: {name}}}]").match(article(text))
    assert [hit.band.value for hit in hits] == ([band] if band else [])
