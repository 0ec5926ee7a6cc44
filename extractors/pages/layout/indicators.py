"""Technical indicators in reports on attacks: addresses that nobody shall click on, hashes, wallets.

Such a report ends with lists, tables and boxes of them, which are no sentences and often below its last
paragraph. Writers break ("defang") an address on purpose, and only in a text about it: menus and teasers do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.pages.layout.blocks import Block
from extractors.pages.layout.structure import PageStructure

_DEFANGED = re.compile(
    r"\bh(?:xx|\*\*|__)ps?\b|\bhttps?\[:|\[://\]|\w ?[\[({](?:\.|dot|at|@)[\])}] ?\w|\w\[\.\w|\w\.\]\w", re.IGNORECASE
)
_SIGNS = ("[", "]", "(", "{", "xx", "XX", "**", "__")  # of which every defanged address has one
_MIN_LONG_WORD = 26  # characters
_LONG_WORD = re.compile(
    rf"(?<![\w/=.-])[A-Za-z0-9]{{{_MIN_LONG_WORD},128}}(?![\w/=-])"
)  # a hash, a wallet; not a part of an address
_DIGIT, _LETTER = re.compile("[0-9]"), re.compile("[A-Za-z]")
_MAX_CHARS = 2_000  # of a block; a longer one is looked at up to there


def bears_indicator(text: str) -> bool:
    """True for a text with a defanged address, or with a hash or a wallet as a word of its own."""
    start = text[:_MAX_CHARS]
    if any(sign in start for sign in _SIGNS) and _DEFANGED.search(start):
        return True
    if max(map(len, start.split()), default=0) < _MIN_LONG_WORD:  # nearly all texts: the search is slow
        return False
    return any(_DIGIT.search(one) and _LETTER.search(one) for one in _LONG_WORD.findall(start))


def is_indicator_of_article(block: Block, structure: PageStructure) -> bool:
    """True for a block with an indicator, and no link to another page, in the box of the article."""
    return not block.linked_chars and _is_in_article(block, structure) and bears_indicator(block.text)


def find_indicator_lists(structure: PageStructure, first: int) -> set[int]:
    """The numbers of the lists in the box of the article, from its first paragraph on, that hold an indicator.

    A list with a link to another page in each item is none.
    """
    items: dict[int, list[Block]] = {}
    for block in structure.layout.blocks[first:]:
        own = structure.layout.list_around(block.container)
        if own is not None and _is_in_article(block, structure):
            items.setdefault(own, []).append(block)
    return {own for own, found in items.items() if _is_of_indicators(found)}


def _is_in_article(block: Block, structure: PageStructure) -> bool:
    """True in the innermost box around the body, which of a short report is a single paragraph, in no other role."""
    if block.container in structure.roles:
        return False
    layout = structure.layout
    return structure.is_in_body[block.container] or layout.box_of(structure.body) in layout.ancestors_or_self(
        block.container
    )


def _is_of_indicators(items: Sequence[Block]) -> bool:
    return any(bears_indicator(one.text) for one in items) and not all(one.linked_chars for one in items)
