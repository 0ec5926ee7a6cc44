from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import TextField
from matching.text.passage import Passage, Separator, passage_of


def read(text: str) -> Passage:
    return passage_of(TextField.TEXT, text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aZé É1'’-. \nßøŁğжЖёЁςΣάΆաԱऩกაقק金あアー가"))
def test_words_with_a_capital_are_those_that_begin_neither_small_nor_with_a_digit(text: str) -> None:
    passage = read(text)
    assert passage.capital_words.tolist() == list(filter(passage.is_capital, range(passage.folded.count)))


@pytest.mark.parametrize("text", ["der kanzler in berlin", "канцлер в берлине", "ο καγκελάριος στο βερολίνο"])
def test_a_text_without_capitals_is_recognised_in_every_script_that_has_them(text: str) -> None:
    assert not read(text).has_capitals
    assert read(text.title()).has_capitals


def test_sentences_and_paragraphs_begin_at_words():
    passage = read("Gen. Kim left. He fled.\nPak, of the U.S.\nstayed")
    assert passage.sentences == [0, 3, 5, 10]
    assert passage.paragraphs == [0, 5, 10]
    assert [passage.sentence(word) for word in (0, 2, 3, 9, 10)] == [1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Kwang jin", Separator.NOTHING),
        ("Kwang\njin", Separator.NOTHING),
        ("Kwang-jin", Separator.HYPHEN),
        ("Kim, Kwang", Separator.COMMA),
        ("Sen. Kim", Separator.STOP),
        ("J.\nKim", Separator.STOP),
        ("Kwang?jin", Separator.NOTHING),
        ("“Danny” Wang", Separator.QUOTE),
        ("Kim. Kwang", Separator.BORDER),
        ("Kim.“ Kwang", Separator.BORDER),
        ("kim? kwang", Separator.BORDER),
        ("said no. Kim", Separator.BORDER),
        ("Kim,\nKwang", Separator.BORDER),
        ("Kim\n\nKwang", Separator.BORDER),
    ],
)
def test_separators_of_words(text, separator):
    passage = read(text)
    assert passage.separator(passage.folded.count - 2) is separator


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Kim, Kwang", True), ("Kim. Kwang", True), ("Sen. Kwang", False), ("Kim\nKwang", False), ("1,000", False)],
)
def test_ends_of_clauses(text, ends):
    assert read(text).ends_clause(0, len(text)) is ends
