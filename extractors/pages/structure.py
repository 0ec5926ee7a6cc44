"""Where on its page an article stands: the container of its body, and what each container is for.

An article's paragraphs are siblings, or stand in boxes of one shape. What has another shape, or stands elsewhere, is
likely to be something else. Shares are of the characters of the article's lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.blocks import Layout
from extractors.pages.lines import Line
from extractors.pages.markers import role_of

_SHARE_OF_BODY = 0.7
_ARTICLE = 0.25  # share of the text in an `<article>`; the first such is the one, more articles are loaded below it
_SHARE_OF_PAGE = 0.5  # a container with more of the article than this is the page, whatever it is called
# Elements within the flow of a text; all others (div, section, aside, article …) are boxes.
_FLOW_TAGS = "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr td th"
_FLOW = frozenset(_FLOW_TAGS.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class PageStructure:
    """What is known of a page once its article's lines are placed.

    `held` counts for each container the characters of lines in it, `body` is the number of the innermost container
    with most of them, `is_in_body` says which containers are or lie in it, `roles` maps containers to what they hold by
    their tags and labels. `box_paths` numbers for each container the way of boxes to it: two of one kind stand in boxes of
    the same tags and labels, up to the root; `box_depths` is how many boxes those are. `path_shares` gives the share of each
    kind, `box_shares` the share of what stands in a box directly. `article` is the number of the `<article>` element with
    headline and text, None without one.
    """

    layout: Layout
    total: int
    held: tuple[int, ...]
    body: int
    is_in_body: tuple[bool, ...]
    roles: dict[int, str]
    box_paths: tuple[int, ...]
    box_depths: tuple[int, ...]
    path_shares: dict[int, float]
    box_shares: dict[int, float]
    article: int | None

    def share(self, container: int) -> float:
        """How much of the article stands in the container, 0 to 1."""
        return self.held[container] / self.total

    def box_path_share(self, container: int) -> float:
        """How much of the article stands in boxes as those around the container, 0 to 1."""
        return self.path_shares.get(self.box_paths[container], 0.0)

    def depth_in_body(self, container: int) -> int:
        """How many boxes lie between the body and what is directly in the container, which lies in it."""
        return self.box_depths[container] - self.box_depths[self.body]

    def is_in_other_article(self, container: int) -> bool:
        """In an `<article>` element that is neither within nor around the one with the text: another composition."""
        around = self.layout.ancestors_or_self(container)
        own = next((one for one in around if self.layout.containers[one].tag == "article"), None)
        if own is None or self.article is None or self.article in around:
            return False
        return own not in self.layout.ancestors_or_self(self.article)

    def box_of(self, container: int) -> int:
        """The box in which the paragraph with this innermost container stands."""
        containers = self.layout.containers
        while containers[container].tag in _FLOW and containers[container].parent >= 0:
            container = containers[container].parent
        return container


def analyse_structure(layout: Layout, lines: Sequence[Line]) -> PageStructure:
    """The anatomy of the page whose article these lines are."""
    containers = layout.containers
    held = [0] * len(containers)
    for line in lines:
        if line.block is not None:
            for container in layout.ancestors_or_self(layout.blocks[line.block].container):
                held[container] += len(line.text)
    total = max(held, default=0) or 1
    body = max((number for number, chars in enumerate(held) if chars >= _SHARE_OF_BODY * total), default=0)
    is_in_body = [False] * len(containers)
    for number, one in enumerate(containers):
        is_in_body[number] = number == body or (one.parent >= 0 and is_in_body[one.parent])
    box_paths, box_depths = _box_paths(layout)
    article = next((number for number in _articles_with_headline(layout) if held[number] >= _ARTICLE * total), None)
    roles = _roles(layout, held, total)
    structure = PageStructure(
        layout, total, tuple(held), body, tuple(is_in_body), roles, box_paths, box_depths, {}, {}, article
    )
    for line in lines:
        if line.block is not None:
            container = layout.blocks[line.block].container
            part, kind, box = len(line.text) / total, box_paths[container], structure.box_of(container)
            structure.path_shares[kind] = structure.path_shares.get(kind, 0.0) + part
            structure.box_shares[box] = structure.box_shares.get(box, 0.0) + part
    return structure


def _articles_with_headline(layout: Layout) -> list[int]:
    """The `<article>` elements with a heading of the first rank, in order; the updates of a live page have none."""
    containers = layout.containers
    headings = (number for number, one in enumerate(containers) if one.tag == "h1")
    return sorted(
        {one for number in headings for one in layout.ancestors_or_self(number) if containers[one].tag == "article"}
    )


def _box_paths(layout: Layout) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The number of the way of boxes to each container, and its length."""
    numbers: dict[tuple[int, str, frozenset[str]], int] = {}
    box_paths: list[int] = []
    box_depths: list[int] = []
    for one in layout.containers:
        kind, depth = (box_paths[one.parent], box_depths[one.parent]) if one.parent >= 0 else (-1, 0)
        if one.tag not in _FLOW:
            kind = numbers.setdefault((kind, one.tag, one.labels), len(numbers))
            depth += 1
        box_paths.append(kind)
        box_depths.append(depth)
    return tuple(box_paths), tuple(box_depths)


def _roles(layout: Layout, held: Sequence[int], total: int) -> dict[int, str]:
    """The role of each container that has one, its own or that of one around it."""
    roles: dict[int, str] = {}
    for number, container in enumerate(layout.containers):
        own = role_of(container.tag, container.labels)
        role = own if own and held[number] <= _SHARE_OF_PAGE * total else roles.get(container.parent)
        if role:
            roles[number] = role
    return roles
