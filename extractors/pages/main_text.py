"""The lines of a page's main text, from trafilatura or, where that finds a fragment, from the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.pages.layout.blocks import Block, Layout, collapse_whitespace, comparison_key
from extractors.pages.layout.markers import role_of
from extractors.pages.layout.tables import find_rows
from extractors.pages.layout.teasers import is_prose
from extractors.pages.layout.writing import extent
from extractors.pages.metadata.html_head import HtmlHead
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.script_body import is_body, read_script_body
from extractors.pages.trafilatura_adapter import Tree, lines_by_own_rules, main_text_lines

_MAX_TRAFILATURA_BLOCKS = 3_000  # trafilatura's run time grows faster than the page; no article is this long
_MIN_MAIN_TEXT = 300  # Latin letters; less is a fragment or a flash
_MIN_MAIN_SHARE = 0.5  # of the page's sentences, and of the main text
_MIN_SHARE_FOUND = 0.8  # of the letters and digits of a box
_NOT_BODY = frozenset({"comment", "author", "caption", "navigation", "promotion", "related"})


def find_text_lines(tree: Tree, layout: Layout, json_ld: JsonLd, head: HtmlHead) -> Sequence[str]:
    """The lines of the main text; of an oversized page, all its blocks that are not mostly links.

    Where the main text is a fragment, such as a notice beside a text in `<aside>` or a page drawn by script: the
    longest of it, the box with headline and most sentences, and the body that the page's scripts carry.
    """
    if len(layout.blocks) > _MAX_TRAFILATURA_BLOCKS:
        return [block.text for block in layout.blocks if 2 * block.linked_chars < len(block.text)]
    found = _trafilatura_lines(tree, layout)
    if sum(map(extent, found)) >= _MIN_MAIN_TEXT:
        return found
    titles = f"{head.title} {head.meta('og:title') or ''}"
    body = json_ld.body if is_body(json_ld.body) else read_script_body(tree, titles)
    scripted = [line for line in map(collapse_whitespace, body.split("\n")) if line]
    return max(found, _headed_box(layout), scripted, key=lambda lines: sum(map(extent, lines)))


def _trafilatura_lines(tree: Tree, layout: Layout) -> Sequence[str]:
    """The lines that trafilatura finds by its own rules, if most of them are the box with most of the sentences.

    Elsewhere they are those of a comparison with two other algorithms, which takes half as long again.
    """
    if box := _main_box(layout):
        labels = set[str]().union(*(one.labels for one in layout.containers))
        page_size = sum(len(block.text) for block in layout.blocks)
        found = lines_by_own_rules(tree, labels, page_size) or main_text_lines(tree, compares=False)
        keys = list(map(comparison_key, found))
        shared = _letters({one.key for one in box}.intersection(keys))
        if shared >= max(_MIN_SHARE_FOUND * _letters(one.key for one in box), _MIN_MAIN_SHARE * _letters(keys)):
            return found
    return main_text_lines(tree)


def _letters(keys: Iterable[str]) -> int:
    return sum(map(len, keys))


def _main_box(layout: Layout) -> Sequence[Block]:
    """The sentences of the box that has most of the page's, with 300 letters or more; empty without one.

    Empty also where it holds a table of data, of which trafilatura's own rules may lose all.
    """
    boxes: dict[int, list[Block]] = {}
    for block in layout.blocks:
        if 2 * block.linked_chars < len(block.text) and is_prose(block.text):
            boxes.setdefault(layout.box_of(block.container), []).append(block)
    sizes = {box: sum(extent(one.text) for one in blocks) for box, blocks in boxes.items()}
    best = max(sizes, key=lambda box: sizes[box], default=None)
    if best is None or sizes[best] < max(_MIN_MAIN_TEXT, _MIN_MAIN_SHARE * sum(sizes.values())):
        return ()
    has_table = any(layout.box_of(row.container) == best for row in find_rows(layout))
    return () if has_table else boxes[best]


def _headed_box(layout: Layout) -> Sequence[str]:
    """The blocks of the box with most sentences below a headline, unless it is labelled as something else.

    Empty without 300 letters of sentences. The headline is in the box or right above it; a box without an `<h1>` may be
    a shop's advice or a notice.
    """
    headings = {layout.box_of(number) for number, one in enumerate(layout.containers) if one.tag == "h1"}
    boxes: dict[int, list[Block]] = {}
    for block in layout.blocks:
        box = layout.box_of(block.container)
        parent = layout.containers[box].parent
        is_headed = box in headings or (parent >= 0 and layout.box_of(parent) in headings)
        if is_headed and 2 * block.linked_chars < len(block.text):
            boxes.setdefault(box, []).append(block)
    sizes = {box: sum(extent(one.text) for one in blocks if is_prose(one.text)) for box, blocks in boxes.items()}
    best = max(sizes, key=lambda box: sizes[box], default=None)
    if best is None or sizes[best] < _MIN_MAIN_TEXT:
        return []
    around = (layout.containers[one] for one in layout.ancestors_or_self(best))
    is_other = any(role_of(one.tag, one.labels) in _NOT_BODY for one in around)
    return [] if is_other else [block.text for block in boxes[best]]
