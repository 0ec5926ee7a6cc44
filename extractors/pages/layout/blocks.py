"""The visible text of a page as blocks, each with its enclosing containers: the input of zones and quality rules.

A block is the text between two block-level tags. Containers are the block-level elements, numbered in document order;
each has its parent's number, so that ancestors can be followed without the tree.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

# Phrasing content of the HTML standard (https://html.spec.whatwg.org/#phrasing-content-2): it does not end a block.
_INLINE_TAGS = """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q s samp small span
    strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_OPAQUE_TAGS = "script style noscript template iframe object embed svg math canvas select option textarea"
_OPAQUE = frozenset(_OPAQUE_TAGS.split())
_WORDS_OF_LABEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Soft hyphen, zero-width space, word joiner, byte order mark: invisible hints on where a word may break.
_BREAK = re.compile("[\u00ad\u200b\u2060\ufeff]")
_INVISIBLE = "\u200c\u200d\u200e\u200f \u2028\u2029"  # joiners and marks of direction: no text without a letter
_ADDRESS = ("http://", "https://", "www.")
_MIN_SLUG = 12  # letters of the last part of an address that is an article's own, not `index.html`
NOT_DISPLAYED = "display:none"
"""The label of elements that a style hides until a script shows them, if one does."""
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NO_LABELS: frozenset[str] = frozenset()
_NOT_WORD = re.compile(r"[\W_]+")
_ASCII_NOT_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
# Elements of running text; all others (div, section, aside, article …) are boxes.
_FLOW_TAGS = "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr td th"
FLOW = frozenset(_FLOW_TAGS.split())
_LISTS = frozenset({"ul", "ol", "dl"})
_MAX_DEPTH_OF_ITEM = 5  # containers between the text of an item and its list
_FULL_LINK_SHARE = 0.95  # the rest is an arrow or a bracket
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Container(NamedTuple):
    """A block-level element: its parent's number (-1 for the root), and the words of its class, id and role."""

    parent: int
    tag: str
    labels: frozenset[str]


class Block(NamedTuple):
    """Text with white space collapsed, the number of its innermost container, and its characters in links elsewhere.

    `key` is the comparison key of the text (see `comparison_key`). `bold_chars` and `italic_chars` count characters in
    bold and italic type.
    """

    text: str
    container: int
    linked_chars: int
    bold_chars: int
    italic_chars: int
    key: str

    @property
    def is_link(self) -> bool:
        """True if it is a link to another page, but for an arrow or a bracket."""
        return self.linked_chars >= _FULL_LINK_SHARE * len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a page and their containers, both in document order.

    `pictures` are the numbers of the boxes with a picture of their own, `pictured` those of other elements with one.
    """

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]
    pictures: frozenset[int] = frozenset()
    pictured: frozenset[int] = frozenset()

    def ancestors_or_self(self, container: int) -> list[int]:
        """The numbers of the container and its ancestors, innermost first."""
        numbers = []
        containers = self.containers
        while container >= 0:
            numbers.append(container)
            container = containers[container].parent
        return numbers

    def nearest(self, container: int, count: int) -> list[Container]:
        """The container and those around it, innermost first, at most `count`."""
        found: list[Container] = []
        containers = self.containers
        while container >= 0 and len(found) < count:
            one = containers[container]
            found.append(one)
            container = one.parent
        return found

    def box_of(self, container: int) -> int:
        """The innermost box around the container, or the container itself if it is a box."""
        containers = self.containers
        one = containers[container]
        while one.tag in FLOW and one.parent >= 0:
            container = one.parent
            one = containers[container]
        return container

    def list_around(self, container: int) -> int | None:
        """The list that the container is an item of, or is within an item of; None without one."""
        containers = self.containers
        for _ in range(_MAX_DEPTH_OF_ITEM):
            if container < 0:
                break
            one = containers[container]
            if one.tag in _LISTS:
                return container
            container = one.parent
        return None

    def blocks_in(self, chosen: Collection[int]) -> set[int]:
        """The numbers of the blocks in these containers, at any depth."""
        is_in: list[bool] = []
        for number, one in enumerate(self.containers):
            is_in.append(number in chosen or (one.parent >= 0 and is_in[one.parent]))
        return {number for number, block in enumerate(self.blocks) if is_in[block.container]}


def collapse_whitespace(text: str) -> str:
    """The text as displayed: every run of white space as one space, without invisible break characters."""
    if not text.isascii() and _BREAK.search(text):
        text = _BREAK.sub("", text)
    return " ".join(text.split())


def comparison_key(text: str) -> str:
    """The key by which texts are compared: letters and digits only, in lower case."""
    if text.isascii():  # the same, faster
        return text.encode("ascii").translate(None, _ASCII_NOT_WORD).decode("ascii").lower()
    return _NOT_WORD.sub("", text).lower()


@lru_cache(maxsize=4096)
def label_words(label: str) -> frozenset[str]:
    """The words of a class or id in lower case: `RelatedArticles-list` gives related, articles, list."""
    return frozenset(map(str.lower, _WORDS_OF_LABEL.findall(label[:500])))


def _labels_of(tag: str, element: Any) -> frozenset[str]:  # noqa: ANN401 - lxml ships no types
    """The words of class, id and role. The id of a heading is made of its text, so that links can lead there."""
    get = element.get
    names, own_id, role, style = get("class"), get("id"), get("role"), get("style")
    if tag in HEADINGS:
        own_id = None
    labels = label_words(f"{names or ''} {own_id or ''} {role or ''}") if names or own_id or role else _NO_LABELS
    is_hidden = (style and _NOT_DISPLAYED.search(style)) or (tag[:4] == "amp-" and get("layout") == "nodisplay")
    return labels | {NOT_DISPLAYED} if is_hidden else labels


def build_layout(tree: Any, max_blocks: int, url: str | None = None) -> Layout:  # noqa: ANN401 - lxml ships no types
    """The page's first `max_blocks` blocks and the containers opened up to there.

    `url` is the address of the page, by which links to its own parts are known.
    """
    builder = _LayoutBuilder(url)
    blocks = builder.blocks
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            builder.leave(tag, element)
        elif tag in _OPAQUE or not isinstance(tag, str):
            walker.skip_subtree()
            builder.skipped = True
        else:
            builder.enter(tag, element)
            if len(blocks) >= max_blocks:
                break
    builder.end_block()
    layout = Layout(tuple(blocks[:max_blocks]), tuple(builder.containers))
    pictured = (one for one in builder.pictures if builder.containers[one].tag in FLOW)
    return replace(layout, pictures=frozenset(map(layout.box_of, builder.pictures)), pictured=frozenset(pictured))


class _LayoutBuilder:
    """The open elements and collected blocks while a tree is read from its first to its last tag."""

    def __init__(self, url: str | None) -> None:
        self._own_parts = ("#", f"{url.rstrip('/')}#", f"{url.rstrip('/')}/#") if url else ("#",)
        slug = url.rstrip("/").rpartition("/")[2] if url else ""
        self._own_slug = f"/{slug}#" if len(slug) >= _MIN_SLUG else "#"
        self.blocks: list[Block] = []
        self.containers: list[Container] = []
        self.pictures: set[int] = set()  # containers
        self.skipped = False
        self._open: list[int] = []
        self._pieces: list[str] = []
        self._links = self._bold = self._italic = 0  # number of open elements
        self._is_broken = False  # by a line break right before
        self._leads: list[bool] = []  # for each open `<a>`, whether it leads elsewhere
        self._linked = self._in_bold = self._in_italic = 0  # characters in the current block

    def enter(self, tag: str, element: Any) -> None:  # noqa: ANN401 - lxml ships no types
        if tag in _INLINE:
            if tag == "a":
                self._leads.append(self._leads_elsewhere(element))
                self._links += self._leads[-1]
            elif tag in _BOLD:
                self._bold += 1
            elif tag in _ITALIC:
                self._italic += 1
            elif tag == "br":
                self._break_line()
            elif tag == "img" and self._open:
                self._place_picture()
        else:
            if self._pieces:
                self.end_block()
            labels = _labels_of(tag, element)
            parent = self._open[-1] if self._open else -1
            self.containers.append(Container(parent, tag, labels))
            self._open.append(len(self.containers) - 1)
        text = element.text
        if text and (self._pieces or not text.isspace()):  # most text between tags is white space between blocks
            self._take(text)

    def _leads_elsewhere(self, element: Any) -> bool:  # noqa: ANN401 - lxml ships no types
        """True for a link, unless it leads to a place on the same page, as tables of contents and footnotes do.

        A page that has moved is still the same under its own last part. A link that shows its address cites a source.
        """
        if (element.text or "").lstrip().startswith(_ADDRESS):
            return False
        address = element.get("href") or ""
        if len(address) > 1 and address.startswith(self._own_parts):
            return False
        return len(self._own_slug) == 1 or self._own_slug not in address

    def _break_line(self) -> None:
        """Two line breaks without a word in between divide paragraphs."""
        if self._is_broken:
            self.end_block()
        else:
            self._pieces.append("\n")
            self._is_broken = True

    def _place_picture(self) -> None:
        around = self._open[-1]
        self.pictures.add(self.containers[around].parent if self.containers[around].tag == "picture" else around)

    def leave(self, tag: Any, element: Any) -> None:  # noqa: ANN401 - lxml ships no types
        if self.skipped:
            self.skipped = False
        elif tag in _INLINE:
            if tag == "a":
                self._links -= self._leads.pop()
            elif tag in _BOLD:
                self._bold -= 1
            elif tag in _ITALIC:
                self._italic -= 1
        else:
            if self._pieces:
                self.end_block()
            self._open.pop()
        text = element.tail
        if text and (self._pieces or not text.isspace()):
            self._take(text)

    def _take(self, text: str) -> None:
        self._pieces.append(text)
        if self._is_broken and not text.isspace():
            self._is_broken = False
        if self._links or self._bold or self._italic:
            length = len(text.strip())
            self._linked += length if self._links else 0
            self._in_bold += length if self._bold else 0
            self._in_italic += length if self._italic else 0

    def end_block(self) -> None:
        self._is_broken = False
        if not self._pieces:
            return
        text = collapse_whitespace("".join(self._pieces))
        if text.strip(_INVISIBLE) and self._open:
            linked = min(self._linked, len(text))
            self.blocks.append(
                Block(text, self._open[-1], linked, self._in_bold, self._in_italic, comparison_key(text))
            )
        self._pieces = []
        self._linked = self._in_bold = self._in_italic = 0
