"""Readers' comments, found by their structure in any language: a list of author, time and text, or a heading above it.

Comments are not the article, whoever they name. Their items are siblings, each with the name of another author and a
time, without a heading or a linked headline: that distinguishes them from cards, and from the posts of a live page,
which have few authors.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.pages.layout.ages import find_age
from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.markers import is_comments_heading, may_head_comments
from extractors.pages.layout.teasers import is_prose
from extractors.pages.layout.writing import count_words, ends_sentence

_STAMP = re.compile(
    r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.h]\d\d(?![\d.])")
# A name with a time in brackets and a colon, or with a time between comma and colon.
_SIGNED = re.compile(
    rf"(?P<author>[^\d(\[:,]{{2,40}}\d{{0,4}})\s?[(\[,–-]\s?(?:{_STAMP.pattern})[^:]{{0,12}}(?::\d\d)?[)\]]?\s?:\s",
    re.IGNORECASE,
)
# A name before a day with its time, and behind it what the person says.
_DATED = re.compile(
    r"\W{0,3}(?P<author>[^\d(\[:,]{2,40}\d{0,4})[\s,|·–-]{1,4}\(?"
    r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\W{1,3}\d{1,2}[:.h]\d\d(?![\d.])(?=\W{1,4}\w)",
)
_MAX_STAMP_LENGTH = 80  # code points of a line with author and time
_MAX_STAMP_WORDS, _MAX_AUTHOR_WORDS, _MAX_INITIALED_WORDS = 10, 6, 2
_REACH = 4  # blocks below the time in which the comment begins
_MIN_TEXT_WORDS = 3
_MIN_ITEMS = 3
_MAX_HEADINGS = 5  # a page has one or two
_MIN_AUTHORS_SHARE = 0.6  # distinct authors by item
_MAX_DISTANCE = 6  # blocks from the heading to the time of the first comment
_SMALL_AREA = 300  # characters below a heading, such as an invitation to comment
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"table", "tbody", "dl"})  # whose items have no box of their own
_NOT_NAME = re.compile(r"[\d\W_]+")


@dataclass(frozen=True, slots=True)
class _Item:
    """A possible comment: the block with its time, the container of time and text, the author in lower case.

    `has_time` is False for a day alone, which may be a date of birth in a list of persons.
    """

    stamp: int
    container: int
    author: str
    has_time: bool


def find_comment_blocks(layout: Layout) -> frozenset[int]:
    """The numbers of the blocks that are readers' comments; empty without any, and where nothing is above them."""
    blocks = layout.blocks
    text = next((number for number, block in enumerate(blocks) if is_prose(block.text)), len(blocks))
    stamped = (number for number in range(text + 1, len(blocks)) if len(blocks[number].text) <= _MAX_STAMP_LENGTH)
    items = [item for number in stamped if (item := _item_at(number, layout))]
    items += [item for number in range(text, len(blocks)) if (item := _item_of_one_block(number, layout))]
    found = _listed_comments(items, layout)
    headings = _comments_headings(text + 1, layout)
    for number in islice(headings, _MAX_HEADINGS):
        if number not in found:
            found |= _comments_below(number, items, layout)
    return frozenset(found)


def _comments_headings(begin: int, layout: Layout) -> Iterator[int]:
    """The numbers of the blocks from `begin` on that announce comments."""
    texts = [block.text for block in layout.blocks[begin:]]
    if may_head_comments(texts):
        yield from (begin + number for number, text in enumerate(texts) if is_comments_heading(text))


def _item_at(number: int, layout: Layout) -> _Item | None:
    """The comment whose time this block is; None if it is no time, or no text of a reader follows it."""
    block = layout.blocks[number]
    if len(block.text.split()) > _MAX_STAMP_WORDS:
        return None
    stamp = _STAMP.search(block.text) or find_age(block.text)
    if stamp is None:
        return None
    text = _text_at(number, layout)
    if text is None:
        return None
    container = _common_container(layout, block.container, layout.blocks[text].container)
    if layout.containers[container].tag in _CELLS:  # beside that of the author
        container = layout.containers[container].parent
    around = layout.blocks[max(0, number - 2) : max(text, number + 1)]
    inside = [one for one in around if container in layout.ancestors_or_self(one.container)]
    if any(_is_headline(one, layout) for one in inside):
        return None
    beside = _NOT_NAME.sub(" ", block.text[: stamp.start()] + " " + block.text[stamp.end() :]).split()
    names = [" ".join(beside)] if beside else [one.text for one in inside if one is not block]
    author = next(filter(_may_be_author, names), "")
    return _Item(number, container, author.lower(), _has_time(block.text)) if author else None


def _may_be_author(name: str) -> bool:
    """True for a few words that are no sentence; the full stop of one or two is that of an initial."""
    words = len(name.split())
    return 0 < words <= _MAX_AUTHOR_WORDS and (words <= _MAX_INITIALED_WORDS or not ends_sentence(name))


def _text_at(number: int, layout: Layout) -> int | None:
    """The block with the text of the comment whose time is in this block: right above if they are closer, or below."""
    blocks = layout.blocks
    below = (n for n in range(number + 1, min(number + 1 + _REACH, len(blocks))) if _is_text(blocks[n]))
    text = next(below, None)
    if not (number and _is_text(blocks[number - 1])):
        return text
    above = _common_container(layout, blocks[number].container, blocks[number - 1].container)
    own = text is not None and _common_container(layout, blocks[number].container, blocks[text].container)
    is_closer = own is False or (own != above and own in layout.ancestors_or_self(above))
    return number - 1 if is_closer else text


def _item_of_one_block(number: int, layout: Layout) -> _Item | None:
    """The comment that begins with its author and time, in the same block; None for any other text."""
    block = layout.blocks[number]
    begin = block.text[: 2 * _MAX_STAMP_LENGTH]
    found = (_SIGNED.match(begin) or _DATED.match(begin)) if ":" in begin else None
    if found is None or len(found["author"].split()) > _MAX_AUTHOR_WORDS:
        return None
    return _Item(number, block.container, found["author"].strip().lower(), _has_time(found[0]))


def _has_time(stamp: str) -> bool:
    return _TIME_OF_DAY.search(stamp) is not None or find_age(stamp) is not None


def _is_text(block: Block) -> bool:
    return count_words(block.text) >= _MIN_TEXT_WORDS and 2 * block.linked_chars < len(block.text)


def _is_headline(block: Block, layout: Layout) -> bool:
    is_linked = block.linked_chars > 0.8 * len(block.text) and count_words(block.text) > _MAX_AUTHOR_WORDS
    return layout.containers[block.container].tag in _HEADINGS or is_linked


def _common_container(layout: Layout, one: int, other: int) -> int:
    around = set(layout.ancestors_or_self(one))
    return next((number for number in layout.ancestors_or_self(other) if number in around), 0)


def _listed_comments(items: list[_Item], layout: Layout) -> set[int]:
    """The blocks of items that are siblings of one tag, or rows of one table, at least three of different authors."""
    containers = layout.containers
    siblings: dict[tuple[int, str], list[_Item]] = defaultdict(list)
    rows: dict[int, list[_Item]] = defaultdict(list)
    for item in items:
        siblings[containers[item.container].parent, containers[item.container].tag].append(item)
        if containers[item.container].tag in _ROWS:
            rows[item.container].append(item)
    boxes = [{item.container for item in group} for group in siblings.values() if _are_of_many(group)]
    chosen = set().union(*(group for group in boxes if len(group) >= _MIN_ITEMS))
    found = layout.blocks_in(chosen) if chosen else set()
    for table, group in rows.items():
        if _are_of_many(group):
            found |= {number for number in layout.blocks_in({table}) if number >= group[0].stamp - 1}
    return found


def _are_of_many(items: list[_Item]) -> bool:
    """True for items of different authors, most with a time of day or an age."""
    if 2 * sum(item.has_time for item in items) < len(items):
        return False
    authors = {item.author for item in items}
    return len(authors) >= max(_MIN_ITEMS, _MIN_AUTHORS_SHARE * len(items))


def _comments_below(heading: int, items: list[_Item], layout: Layout) -> set[int]:
    """The blocks below a heading of comments in the box that it heads; empty if they look like something else."""
    blocks = layout.blocks
    if heading + 1 >= len(blocks):
        return set()
    area = _common_container(layout, blocks[heading].container, blocks[heading + 1].container)
    inside = sorted(layout.blocks_in({area}))
    below = {number for number in inside if number >= heading}
    is_own_box = not any(is_prose(blocks[number].text) for number in inside if number < heading)
    has_items = any(item.stamp in below and item.stamp <= heading + _MAX_DISTANCE for item in items)
    is_counted = any(sign.isdigit() for sign in blocks[heading].text)
    size, above = (sum(len(blocks[n].text) for n in part) for part in (below, range(heading)))
    is_minor = size <= _SMALL_AREA or (is_counted and size < above)
    return below if has_items or (is_own_box and is_minor) else set()
