"""How the presses of other countries write a name, as the English press would."""

from __future__ import annotations

import pytest

from core.records import MatchMethod
from matching.names.presses import readings
from matching.names.similarity import similarity


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("choroschilow", "khoroschilow"),
        ("szczerbatowicz", "shcherbatovich"),
        ("cholodnickaja", "kholodnitskaya"),
        ("soerjadi", "suryadi"),
        ("yuldoshxonov", "yuldoshkhonov"),
        ("pjatnickis", "pyatnitski"),
        ("cemaldinov", "jemaldinov"),
        ("hajiyev", "gajiyev"),
        ("saiful", "saif"),
        ("berejnovski", "berezhnovski"),
        ("mparmpagiannis", "barbayannis"),
        ("gkolfinos", "golfinos"),
        ("gnatovska", "gnatovskaya"),
        ("khrushchev", "jrushchev"),
        ("djahanchahi", "djahanshahi"),
        ("lisouski", "lisovski"),
        ("zhuravchin", "zuravchin"),
    ],
)
def test_a_name_as_another_press_writes_it(word, reading):
    assert reading in readings(word)


@pytest.mark.parametrize("word", ["vanderbilt", "paul", "raul", "miller"])
def test_most_words_have_one_reading(word):
    assert not list(readings(word))


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("khoroshilov", "choroschilow"),
        ("khoroshilov", "horosilov"),  # Horošilov
        ("kholodnitskaya", "cholodnickaja"),
        ("shcherbatovich", "scherbatowitsch"),
        ("gadzhiyev", "hajiyev"),
        ("tawfiq", "toufik"),
        ("berezhnovsky", "berejnovski"),
        ("myshlyaev", "myschljajew"),
        ("zhuravlyova", "schurawljowa"),
        ("shcherbakhin", "scerbachin"),  # Ščerbachin
        ("khrushchatov", "jrushchatov"),
        ("hnatovska", "gnatovskaya"),
        ("barbagianni", "mparmpagianni"),
    ],
)
def test_they_sound_like_the_listed_name(listed, written):
    found = similarity(listed, written)
    assert found is not None
    assert found.method is MatchMethod.SOUND
