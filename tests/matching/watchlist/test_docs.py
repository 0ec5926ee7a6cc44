"""Every block of docs/watchlist.md does what the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from core.config import Document, parse_document
from core.errors import ConfigError
from core.records import Band
from matching.engine import compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

PAGE = Path(__file__).parents[3] / "docs" / "watchlist.md"
BANDS = {"alert": {Band.ALERT}, "review": {Band.REVIEW}, "found": {Band.ALERT, Band.REVIEW}}


class Block(NamedTuple):
    line: int
    kind: str
    text: str


def blocks() -> Iterator[Block]:
    page = PAGE.read_text(encoding="utf-8")
    for block in re.finditer(r"^```(\w[\w ]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        yield Block(page[: block.start()].count("\n") + 1, block[1], block[2])


def examples() -> Iterator[tuple[list[Block], Block]]:
    """Each block of text with the YAML blocks before it."""
    lists: list[Block] = []
    for block in blocks():
        if block.kind == "text":
            yield lists, block
            lists = []
        elif block.kind.startswith("yaml"):
            lists.append(block)


def place(part: object) -> str:
    return f"line {part.line}" if isinstance(part, Block) else ""


def documents(lists: list[Block]) -> list[Document]:
    return [parse_document(block.text, f"{block.kind.split()[-1]}.yaml") for block in lists]


@pytest.mark.parametrize(("lists", "text"), list(examples()), ids=place)
def test_an_example_of_the_page(lists, text):
    if lists[0].kind == "yaml refused":
        with pytest.raises(ConfigError) as refused:
            parse_watchlist(documents(lists))
        assert str(refused.value) == text.text.rstrip("\n")
        return
    matcher = compile_watchlist(parse_watchlist(documents(lists)))
    for line in text.text.splitlines():
        expected, _, sentence = line.partition("|")
        words = [word for word in expected.split() if not word[0].isdigit()]
        published = next((date.fromisoformat(word) for word in expected.split() if word[0].isdigit()), None)
        hits = matcher.match(article_of(sentence.strip().replace("\\n", "\n"), published=published))
        found = {hit.target_id: hit.band for hit in hits if hit.band is not Band.SUPPRESSED}
        if words == ["nobody"]:
            assert not found, line
        else:
            band, target = words
            assert found.keys() == {target}, line
            assert found[target] in BANDS[band], line


def test_the_csv_of_the_page_is_read():
    [block] = [block for block in blocks() if block.kind == "csv"]
    watchlist = parse_watchlist([parse_document(block.text, "long.csv")])
    assert [actor.id for actor in watchlist.actors] == ["ofac-1", "ofac-2"]
    assert watchlist.actors[0].aliases[1].text == "J. Q. Roe"
    assert watchlist.actors[1].tags == ("ofac", "dprk")
