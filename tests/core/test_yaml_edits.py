"""Edits of YAML that leave the rest of the text as it is."""

from __future__ import annotations

import pytest

from core.plain_yaml import read_plain
from core.yaml_edits import UneditableError, with_value, without_item, without_key

BLOCK = """# head
feeds:
  - id: a  # why
    url: x
    # of a
    tags: [p, q]   # more
    # also of a

  # of b
  - id: b
    note: |
      two
      lines
  - id: c
"""
FLOW = "feeds: [{id: a, tags: [p]}, {id: b}, {id: c}]  # end\n"


@pytest.mark.parametrize("text", [BLOCK, FLOW])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_an_item_is_removed(text, index):
    before, after = read_plain(text)["feeds"], read_plain(without_item(text, ("feeds", index)))["feeds"]
    assert after == [*before[:index], *before[index + 1 :]]


def test_the_comments_of_an_item_go_with_it_and_those_of_others_stay():
    after = without_item(BLOCK, ("feeds", 0))
    assert after == "# head\nfeeds:\n\n" + BLOCK[BLOCK.index("  # of b") :]


@pytest.mark.parametrize("text", [BLOCK, FLOW])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_key_is_added_changed_and_removed(text, index):
    place = ("feeds", index, "title")
    added = with_value(text, place, '"one"')
    assert read_plain(added)["feeds"][index]["title"] == "one"
    changed = with_value(added, place, '"two: # 2"')
    assert read_plain(changed)["feeds"][index]["title"] == "two: # 2"
    assert without_key(changed, place) == text


def test_what_is_not_there_or_not_known_is_refused():
    for edit in (without_item, without_key):
        with pytest.raises(UneditableError):
            edit(BLOCK, ("feeds", 7))
    with pytest.raises(UneditableError):
        without_item("feeds:\n-\n  id: a\n", ("feeds", 0))
