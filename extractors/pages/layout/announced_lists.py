"""Lists that the article announces, "The following persons are designated:", and lists of its main points.

The main text often lacks them, since their items are short or linked. The colon at the end of the line above says that
they are the article's, in any language.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.structure import PageStructure
from extractors.pages.layout.writing import count_words

_COLONS = (":", "：")
_MIN_POINT_WORDS = 5  # days, bylines and topics have fewer
_MIN_ANNOUNCING_WORDS = 4  # of the line with the colon; labels above links to other articles have fewer


def find_announced_lists(structure: PageStructure, first: int, last: int, taken: Container[int | None]) -> set[int]:
    """The numbers of the lists right below a line of the text with a colon, unless the list leads to other pages.

    Args:
        structure: The page around its article.
        first: The number of the block with the article's first paragraph.
        last: The same for its last paragraph.
        taken: The numbers of the blocks that are in the text.
    """
    layout, blocks = structure.layout, structure.layout.blocks
    items: dict[int, list[Block]] = {}
    for number in range(first, last):
        if number in taken and blocks[number].text.endswith(_COLONS):
            below = blocks[number + 1].container
            own = layout.list_around(below)
            is_own_list = own is not None and own != layout.list_around(blocks[number].container)
            is_article = structure.is_in_body[below] and below not in structure.roles
            if is_own_list and is_article and count_words(blocks[number].text) >= _MIN_ANNOUNCING_WORDS:
                items[own or 0] = []
    for block in blocks[first : last + 1] if items else ():
        own = layout.list_around(block.container)
        if own in items:
            items[own].append(block)
    return {own for own, found in items.items() if not _leads_elsewhere(found)}


def _leads_elsewhere(items: Sequence[Block]) -> bool:
    """True for a list with a link in each item, or with nothing but a link in half of them."""
    return all(one.linked_chars for one in items) or 2 * sum(one.is_link for one in items) >= len(items)


def find_lists_of_points(layout: Layout, begin: int, end: int) -> frozenset[int]:
    """The numbers of the lists in these blocks with at least two items, each some words without a link.

    Between headline and text they are the article's main points.
    """
    items: dict[int, list[bool]] = {}
    for block in layout.blocks[begin:end]:
        own = layout.list_around(block.container)
        if own is not None:
            is_said = not block.linked_chars and count_words(block.text) >= _MIN_POINT_WORDS
            items.setdefault(own, []).append(is_said)
    return frozenset(own for own, are_said in items.items() if len(are_said) > 1 and all(are_said))
