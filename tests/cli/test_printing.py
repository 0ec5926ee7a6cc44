"""Tables: whole words at any width, columns left out by importance, wide rows as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.printing import fitted
from core.printable import printable

COLUMNS = ("hit", "found (UTC)", "band", "score", "target", "source", "headline")
ROWS = [
    (
        "1e952d63",
        "2026-11-29 19:49",
        "alert",
        "95",
        "Leila Haddad-Morrow",
        "brightwater.example",
        "Bank head sought",
    ),
    (
        "aa11bb22",
        "2026-11-29 19:52",
        "review",
        "67",
        "Anton Velmar-Szabo",
        "harbour-times.example",
        "Ship 창남일 found",
    ),
]


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_no_word_is_broken_and_no_line_is_too_wide(width):
    text = fitted(COLUMNS, ROWS, width, least=("score", "found (UTC)"), vertical=False)
    assert max(map(cell_len, text.splitlines())) <= width
    for word in ("Haddad-Morrow", "Velmar-Szabo", "1e952d63"):
        assert word in text


def test_the_least_important_columns_go_first_and_that_is_said():
    text = fitted(COLUMNS, ROWS, 80, least=("score", "found (UTC)"), vertical=False)
    assert "score" not in text
    assert "headline" in text
    assert "7 columns, " in text
    assert "columns" not in fitted(COLUMNS, ROWS, 200, least=("score",), vertical=False)


def test_wide_rows_become_blocks_without_empty_lines():
    columns = tuple(f"column_{number}" for number in range(33))
    rows = [tuple("value" if number % 2 else "" for number in range(33))]
    text = fitted(columns, rows, 80, vertical=True)
    assert len(text.splitlines()) == 16
    assert all(line.split()[1] == "value" for line in text.splitlines())


@given(
    st.lists(st.lists(st.text("ab 한", max_size=30), min_size=4, max_size=4), min_size=1, max_size=4),
    st.integers(30, 120),
)
def test_every_shown_word_is_whole_whatever_the_cells(rows, width):
    names = ("first", "second", "third", "fourth")
    text = fitted(names, rows, width, vertical=False)
    assert max(map(cell_len, text.splitlines())) <= width
    header = text.splitlines()[0]
    words = set(text.split())
    for place, name in enumerate(names):
        if name in header:
            shown = {word for row in rows for word in row[place].split() if cell_len(word) <= 22}
            assert shown <= words


def test_joiners_of_words_and_emoji_stay_and_what_steers_a_terminal_does_not():
    assert printable("می\u200cخواهد 👩\u200d👧") == "می\u200cخواهد 👩\u200d👧"
    assert printable("a\x1b[31m\u202eb") == "a [31m b"
