from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import TextField
from matching.text.passage import Passage, passage_of


def read(text: str) -> Passage:
    return passage_of(TextField.TEXT, text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aZé É1'’-. \nßøŁğжЖёЁςΣάΆաԱऩกაقק金あアー가"))
def test_words_with_a_capital_are_those_that_begin_neither_small_nor_with_a_digit(text: str) -> None:
    page = read(text)
    assert page.capital_words.tolist() == list(filter(page.is_capital, range(page.folded.count)))


@pytest.mark.parametrize("text", ["der kanzler in berlin", "канцлер в берлине", "ο καγκελάριος στο βερολίνο"])
def test_a_text_without_capitals_is_known_in_every_script_that_has_them(text: str) -> None:
    assert not read(text).has_capitals
    assert read(text.title()).has_capitals
