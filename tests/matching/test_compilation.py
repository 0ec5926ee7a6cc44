"""What is computed for a long list at once must be what the definitions say of each word and name."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.folding import fold_words
from matching.forms import Form
from matching.inflection import listed_stem_texts, listed_stems, written_stem_texts, written_stems
from matching.names import parse_name
from matching.pairs import index_pairs
from matching.phrases import form_phrases
from matching.shapes import Shapes

_PIECES = """
    Kim Kwang-jin Jong-un Dr. Ayman al Al-Zawahiri bin Abdul Rahman Jr. O'Neill d'Angelo J. R. JR KJ van der Berg
    Ivan Ivanovich Petrov Иван Петрович Иванов محمد علي 金光进 김광진 キム MV M/T TSS Trading Bank of & and LLC Co.,
    Ltd. d.o.o. GmbH José Müller Łukasz İbrahim Σταύρος Li Wu A « » "Danny" (Abu 'Max' , - 2nd XII x² Ⅻ Ꙗ
"""
PIECES = _PIECES.split()
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
LISTED = sorted({word for piece in PIECES for word in fold_words(piece)})
WORDS = st.lists(st.sampled_from(LISTED) | st.text("abdeiklmnor", min_size=1), min_size=1, unique=True)


@given(text=NAMES, person=st.booleans())
def test_a_shape_says_what_taking_the_name_apart_says(*, text: str, person: bool) -> None:
    shapes = Shapes()
    words = shapes.words(text, person=person)
    if not words:
        return
    name = parse_name(text, person=person)
    shape = shapes.shape(words, person=person)
    assert (tuple(words), shape.named, shape.initials) == (name.words, name.named, name.initials)
    chosen = [words, *([words[index] for index in indexes] for indexes in shape.phrases)]
    told = list(form_phrases(Form(0, text, name, person=person), initials=False))
    assert [(f" {' '.join(some)} ".encode(), "exact") for some in chosen] == [(one.pattern, how) for one, how in told]


@pytest.mark.parametrize("text", ["Kim Kwang-jin", "Dr. Ayman Al Zawahiri", "José Müller", "Иван Петрович Иванов"])
def test_usual_names_have_a_shape(text: str) -> None:
    assert Shapes().words(text, person=True)


@given(WORDS)
def test_stems_in_short_are_the_texts_of_stems(words: list[str]) -> None:
    for word in words:
        assert set(listed_stem_texts(word)) == {stem.text for stem in listed_stems(word)}
        assert set(written_stem_texts(word)) == {stem.text for stem in written_stems(word)}


@given(st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=20))
def test_a_name_is_kept_under_the_pairs_of_its_rarest_words(names: list[list[int]]) -> None:
    words = [f"w{'x' * (number % 3)}{number}" for number in range(10)]
    frequency = Counter(word for name in names for word in name)
    expected = set()
    for number, name in enumerate(names):
        rarest = sorted(name, key=lambda word: (frequency[word], -len(words[word]), word))[:3]
        pairs = {(min(pair), max(pair)) for pair in combinations(rarest, 2)} or {(word, word) for word in rarest}
        expected |= {(one << 32 | other, number) for one, other in pairs}
    named = np.array([word for name in names for word in name], np.uint32)
    keys, owners = index_pairs(named, np.array(list(map(len, names)), np.uint32), words)
    assert list(zip(keys.tolist(), owners.tolist(), strict=True)) == sorted(expected)
