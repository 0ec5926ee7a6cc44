from __future__ import annotations

import pytest

from matching.names.transliteration import has_latin, latinise


@pytest.mark.parametrize("word", ["anna", "анна", "ъ", "ήλιος", "김", "アン", "ー", "მამა", "بن", "כהן", "प", "中"])
def test_a_word_has_latin_letters_if_one_is_left_of_it(word: str) -> None:
    assert has_latin(word) is any(map(str.isascii, latinise(word)))
