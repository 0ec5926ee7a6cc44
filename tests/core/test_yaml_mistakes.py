"""Mistakes in YAML are reported where they were made, with what to do."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from core.config import parse_document, parse_model
from core.errors import ConfigError
from core.plain_yaml import PlainYamlError, read_plain
from matching.watchlist.model import Id

MISTAKES = {
    "a quote that is not closed, and others after it": (
        """actors:\n  - name: "Jane Roe\n    tags: [x]\n  - name: "John Poe"\n    basis: "2025"\n""",
        (2, 11, "not closed before line 4"),
    ),
    "a quote that is not closed": ("""a:\n  - name: "Jane Roe\n    tags: [x]\n""", (2, 11, "close the quote")),
    "a text in quotes of several lines before it": (
        """a: "one\n  two"\nb: "three\nc: "four"\n""",
        (3, 4, "not closed before line 4"),
    ),
    "an apostrophe": ("a:\n  name: 'Tim's Foods'\n", (2, 14, "write '' for a '")),
    "an item too far right": ("a:\n  - id: a\n    b: 1\n   - id: b\n", (4, 4, "indent it by 2, like line 2")),
    "a key too far right": ("a:\n  - id: a\n    b: 1\n     c: 2\n", (4, 6, "indent it by 4, like line 3")),
    "a key too far left": ("a:\n  - id: a\n   b: 1\n", (3, 4, "indent it by 4, like line 2")),
    "an item too far left": ("a:\n  - id: a\n - id: b\n", (3, 2, "indent it by 2, like line 2")),
    "a tab": ("a:\n\t- id: a\n", (2, 1, "replace it by spaces")),
    "a second colon": ("a:\n  b: Indicted: 2025\n", (2, 14, "put the whole value in quotes")),
    "a key without a colon": ("a:\n  b: 1\n  c 2\n  d: 3\n", (3, 3, "write `key: value`")),
    "a colon without a space": ("a:\n  - id:a\n    name: A\n", (2, 3, "write `key: value`")),
    "a dash without a space": ("a:\n  -id: a\n   name: A\n", (2, 3, "a space after the dash")),
    "an open bracket": ("a:\n  b: [x, y\n  c: 1\n", (2, 6, "close it with ]")),
    "an open brace": ("a:\n  - {b: 1\n  - {b: 2}\n", (2, 5, "close it with }")),
    "a comma": ("a: {b: x c: y}\n", (1, 11, "separate values by commas")),
    "an address in braces": ("a: {url: http://x.example/}\n", (1, 14, "put the whole value in quotes")),
    "a sign": ("a: @x\n", (1, 4, "put the whole value in quotes")),
    "a backslash": ('a: "C:\\d"\n', (1, 7, "single quotes")),
    "a star": ("a: * b\n", (1, 5, "put the whole value in quotes")),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_where_it_was_made(name):
    text, (line, column, words) = MISTAKES[name]
    with pytest.raises(PlainYamlError) as refused:
        read_plain(text)
    assert (refused.value.line, refused.value.column) == (line, column), refused.value
    assert words in f"{refused.value.message} ({refused.value.remedy})"


class Named(BaseModel):
    id: Id


def test_an_id_says_which_characters_it_may_hold():
    with pytest.raises(ConfigError, match=r"id: may hold A-Z a-z 0-9 \. _ : - only \(such as jane-roe\)"):
        parse_model(parse_document("id: Jane Roe\n", "x.yaml"), Named)
