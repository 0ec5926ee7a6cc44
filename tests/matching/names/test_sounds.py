"""How far words of different scripts are apart by their sounds."""

from __future__ import annotations

import numpy as np
import pytest

from matching.names.sounds.base_forms import base_forms
from matching.names.sounds.distance import ListedPhones, sound_distances
from matching.names.sounds.latin import latin_phones
from matching.names.sounds.scripts import Script, count_consonants, script_of, script_phones
from matching.names.sounds.skeletons import listed_skeletons, written_skeletons
from matching.text.folding import fold_words

SAME = [
    ("Nigel", "Найджъл"),
    ("Jonathan", "Джонатан"),
    ("Schneider", "Шнайдер"),
    ("Boucher", "Буше"),
    ("Chigira", "Тигира"),
    ("Papadopoulos", "Παπαδόπουλος"),
    ("Dimitriadis", "Δημητριάδης"),
    ("Brandt", "براندت"),
    ("Nielsen", "نيلسن"),
    ("Jason", "ג'ייסון"),
    ("Winkler", "וינקלר"),
    ("Johnston", "ジョンストン"),
    ("Baldassare", "バルダッサーレ"),
    ("Christopher", "크리스토퍼"),
    ("Miranda", "미란다"),
    ("Weissman", "魏斯曼"),
    ("Nielsen", "尼爾森"),
    ("Kapanadze", "კაპანაძე"),
    ("Vardanyan", "Վարդանյան"),
    ("Narendra", "नरेन्द्र"),
    ("Somchai", "สมชาย"),
]


def distance(listed: str, written: str) -> float:
    script = script_of(written)
    assert script is not None
    (found,) = sound_distances(["".join(fold_words(listed))], ["".join(fold_words(written))], script)
    return float(found)


@pytest.mark.parametrize(("listed", "written"), SAME)
def test_words_that_sound_the_same_are_near(listed, written):
    assert distance(listed, written) < 0.15


@pytest.mark.parametrize(("listed", "written"), SAME)
def test_they_have_a_skeleton_in_common(listed, written):
    script = script_of(written)
    name, word = latin_phones(listed.casefold()), script_phones("".join(fold_words(written)), script)
    assert listed_skeletons(name, syllabic=script.is_syllabic) & written_skeletons(word)


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Nigel", "Найла"),
        ("Gorchakov", "Горчакова"),  # a woman
        ("Karl", "Кирилл"),
        ("Nielsen", "نيلي"),
        ("Winkler", "וינר"),
        ("Johnston", "ジョンソン"),
        ("Miranda", "밀란"),
        ("Weissman", "魏斯"),
    ],
)
def test_other_words_are_far(listed, written):
    assert distance(listed, written) > 0.15


def test_the_script_is_that_of_the_first_letter():
    assert script_of("йордан") is Script.CYRILLIC
    assert script_of("トランプ") is Script.KATAKANA
    assert script_of("jordan") is None


def test_basic_forms_are_without_prefixes_particles_and_endings():
    assert base_forms("ולמרקוס", Script.HEBREW)[0] == "ולמרקוס"
    assert "מרקוס" in base_forms("ולמרקוס", Script.HEBREW)
    assert "ماركوس" in base_forms("وماركوس", Script.ARABIC)
    assert "트럼프" in base_forms("트럼프에게", Script.HANGUL)
    assert {"венхорст", "венхорста"} <= set(base_forms("венхорсту", Script.CYRILLIC))
    assert base_forms("ольги", Script.CYRILLIC) == ("ольга",)


def test_frequent_words_are_no_names():
    assert base_forms("وفي", Script.ARABIC) == ()
    assert base_forms("신문에", Script.HANGUL) == ()


def test_consonants_are_counted_in_any_script():
    assert count_consonants("nigel") == count_consonants("наиджъл") == 3


def test_names_have_the_same_distances_however_many_are_compared_together():
    names, words = [listed.casefold() for listed, _ in SAME[:6]], [written for _, written in SAME[:5]]
    numbers, written = np.arange(len(names)).repeat(len(words)), np.tile(np.arange(len(words)), len(names))
    together = ListedPhones(names).distances(numbers, words, written, Script.CYRILLIC)
    alone = [sound_distances([name], [word], Script.CYRILLIC)[0] for name in names for word in words]
    assert together.tolist() == alone
