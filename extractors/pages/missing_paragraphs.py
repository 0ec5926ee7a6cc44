"""Paragraphs of an article that its main text lacks: the lead in its header, and siblings of what was taken.

Only what the page itself vouches for is put back: by its description, its JSON-LD body, the name it gives to its lead,
or a place among the article's own paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.pages.blocks import Block
from extractors.pages.lines import MIN_KEY_LENGTH, Line
from extractors.pages.markers import LEAD_WORDS
from extractors.pages.structure import HEADINGS, PageStructure
from extractors.pages.teasers import is_prose

_LONG = 100  # characters of a line that is surely running text
_MOST_LINKED, _TOLD_LINKED = 0.4, 0.6  # shares of a block in links: of any, of one that tells something
_PARAGRAPHS = frozenset({"p", "div", "blockquote"})
_FEW = 4  # words; fewer prove nothing
_SIBLINGS = 0.1  # share of the article in the box whose other paragraphs belong to it as well
_OF_KIND = 0.3  # the same of one kind of boxes
_COPIED = 40  # letters and digits of a line; a block that holds one is a copy of what is there
_DESCRIBED = 40  # letters and digits of a description that a lead must begin with


def add_missing_paragraphs(
    lines: Sequence[Line], structure: PageStructure, descriptions: Sequence[str], body: str
) -> tuple[Line, ...]:
    """The lines with those that were missing, in the order of the page.

    Args:
        lines: The main text's lines, in order.
        anatomy: The page around them.
        descriptions: Keys of what the page gives as its description.
        body: Key of the article's body in structured data; empty if there is none to trust.
    """
    blocks = structure.layout.blocks
    running = [line.block for line in lines if line.block is not None and len(line.text) > _LONG]
    if not running:
        return tuple(lines)
    finder = _MissingParagraphs(structure, min(running), max(running), descriptions, body)
    known = "\n".join(line.key for line in lines)
    long = [line.key for line in lines if len(line.key) >= _COPIED]
    found: dict[str, Line] = {}
    for number in finder.missing({line.block for line in lines}):
        key = blocks[number].key
        if key not in found and key not in known and not any(one in key for one in long):
            found[key] = Line(blocks[number].text, number, key, is_recovered=True)
    return _merged(lines, tuple(found.values()))


def _merged(lines: Sequence[Line], found: Sequence[Line]) -> tuple[Line, ...]:
    """Each found line before the first line that comes from a later block."""
    merged: list[Line] = []
    waiting = list(reversed(found))
    for line in lines:
        while waiting and line.block is not None and (waiting[-1].block or 0) < line.block:
            merged.append(waiting.pop())
        merged.append(line)
    return (*merged, *reversed(waiting))


class _MissingParagraphs:
    """Judges the blocks that are not in the text; `first` and `last` are the blocks of its running text."""

    def __init__(self, structure: PageStructure, first: int, last: int, descriptions: Sequence[str], body: str) -> None:
        self._structure = structure
        self._blocks = structure.layout.blocks
        self._first = first
        self._last = last
        self._descriptions = [one for one in descriptions if len(one) >= MIN_KEY_LENGTH]
        self._body = body
        self._heading = self._last_heading()

    def missing(self, taken: set[int | None]) -> Iterator[int]:
        """The numbers of blocks that belong to the article, in order."""
        for number, block in enumerate(self._blocks):
            if number not in taken and self._is_text(block) and self._belongs(number, block):
                yield number

    def _last_heading(self) -> int | None:
        """The `<h1>` nearest before the text."""
        containers = self._structure.layout.containers
        before = [n for n in range(self._first + 1) if containers[self._blocks[n].container].tag == "h1"]
        return before[-1] if before else None

    def _is_text(self, block: Block) -> bool:
        tag = self._structure.layout.containers[block.container].tag
        linked = block.linked_chars / len(block.text)
        is_free = linked <= _MOST_LINKED or (linked <= _TOLD_LINKED and is_prose(block.text))
        return len(block.key) >= MIN_KEY_LENGTH and tag != "h1" and is_free

    def _belongs(self, number: int, block: Block) -> bool:
        if self._is_above_text(number) and self._is_described(block):
            return True
        if block.container in self._structure.roles:
            return False
        if self._body and block.key in self._body and len(block.text.split()) >= _FEW:
            return True
        if self._is_above_text(number) and self._is_called_lead(block):
            return True
        return self._is_sibling(number, block)

    def _is_above_text(self, number: int) -> bool:
        return (self._heading or 0) <= number < self._first

    def _is_described(self, block: Block) -> bool:
        """It begins as what the page gives as its description, whatever the box around it is called."""
        return any(block.key[:_DESCRIBED] == one[:_DESCRIBED] for one in self._descriptions)

    def _is_called_lead(self, block: Block) -> bool:
        around = self._structure.layout.ancestors_or_self(block.container)[:3]
        labels = frozenset().union(*(self._structure.layout.containers[one].labels for one in around))
        return self._heading is not None and len(block.text.split()) > _FEW and not LEAD_WORDS.isdisjoint(labels)

    def _is_sibling(self, number: int, block: Block) -> bool:
        """In the box of a good part of the article, or a paragraph in boxes as that part has them.

        Pages set an article in chunks, with advertisements between them: what stands in boxes of another chunk that
        are called the same belongs to it, on to its end.
        """
        structure, is_amid, is_prose_block = self._structure, self._first < number < self._last, is_prose(block.text)
        tag = structure.layout.containers[block.container].tag
        if number < self._last and structure.box_shares.get(structure.box_of(block.container), 0.0) >= _SIBLINGS:
            return is_amid or is_prose_block
        is_below_heading = number >= (self._heading or 0)
        is_fit = (is_prose_block and (is_amid or tag in _PARAGRAPHS)) or (is_amid and tag in HEADINGS)
        return is_below_heading and is_fit and structure.box_path_share(block.container) >= _OF_KIND
