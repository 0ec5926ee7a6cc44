"""The structure of a page around its article: the container of the body, and what each container is for.

The paragraphs of an article are siblings, or lie in boxes that are nested and named alike. What is nested otherwise, or
lies elsewhere, is probably something else. Shares are shares of the characters of the article's lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.layout.blocks import FLOW, Layout
from extractors.pages.layout.lines import Line
from extractors.pages.layout.markers import role_of

_MIN_BODY_SHARE = 0.7
_MIN_ARTICLE_SHARE = 0.25  # the first `<article>` with this share counts; others are loaded below it
_SPEAKERS = frozenset({"figcaption", "footer", "cite"})
_MAX_ROLE_SHARE = 0.5  # a container with more of the article has no role, whatever its labels say


@dataclass(frozen=True, slots=True)
class PageStructure:
    """What is known about a page once the lines of its article are located.

    By container number: `chars` counts the characters of lines in the container, `is_in_body` is True for the body and
    what is in it, `roles` says what a container holds by its tags and labels (only for those with a role). `box_paths`
    numbers the paths of boxes from the root: two containers with one number lie in boxes of the same tags and labels;
    `box_depths` is the length of that path.

    `body` is the innermost container with most of the text. `path_shares` gives the share of the text by box path,
    `box_shares` by innermost box. `own_roles` are those of tags and labels alone, `quotations` the block quotations and
    the figures around them. `article` is the `<article>` element with headline and text, None without one.
    """

    layout: Layout
    total: int
    chars: tuple[int, ...]
    body: int
    is_in_body: tuple[bool, ...]
    roles: dict[int, str]
    box_paths: tuple[int, ...]
    box_depths: tuple[int, ...]
    path_shares: dict[int, float]
    box_shares: dict[int, float]
    article: int | None
    own_roles: tuple[str | None, ...]
    quotations: frozenset[int]

    def box_path_share(self, container: int) -> float:
        """The share of the article, 0 to 1, in boxes nested and named like those around the container."""
        return self.path_shares.get(self.box_paths[container], 0.0)

    def depth_in_body(self, container: int) -> int:
        """The number of boxes from the body down to the container, which must lie in the body."""
        return self.box_depths[container] - self.box_depths[self.body]

    def is_in_other_article(self, container: int) -> bool:
        """True in an `<article>` element that is neither inside nor around the one with the text."""
        if self.article is None:
            return False
        ancestors = self.layout.ancestors_or_self(container)
        own = next((one for one in ancestors if self.layout.containers[one].tag == "article"), None)
        if own is None or self.article in ancestors:
            return False
        return own not in self.layout.ancestors_or_self(self.article)


def analyse_structure(layout: Layout, lines: Sequence[Line], earlier: PageStructure | None = None) -> PageStructure:
    """The structure of the page whose article consists of these lines.

    An `earlier` analysis of the same page with other lines saves what does not depend on them.
    """
    containers = layout.containers
    chars = [0] * len(containers)
    for line in lines:
        if line.block is not None:
            chars[layout.blocks[line.block].container] += len(line.text)
    for number in range(len(containers) - 1, 0, -1):  # children come behind their parents
        parent = containers[number].parent
        if parent >= 0:
            chars[parent] += chars[number]
    total = max(chars, default=0) or 1
    body = max((number for number, count in enumerate(chars) if count >= _MIN_BODY_SHARE * total), default=0)
    is_in_body = [False] * len(containers)
    for number, one in enumerate(containers):
        is_in_body[number] = number == body or (one.parent >= 0 and is_in_body[one.parent])
    box_paths, box_depths = (earlier.box_paths, earlier.box_depths) if earlier else _box_paths(layout)
    article = next(
        (number for number in _articles_with_headline(layout) if chars[number] >= _MIN_ARTICLE_SHARE * total), None
    )
    quotations = earlier.quotations if earlier else _find_quotations(layout)
    own_roles = earlier.own_roles if earlier else _own_roles(layout, quotations)
    roles = _roles(layout, own_roles, chars, total)
    structure = PageStructure(
        layout,
        total,
        tuple(chars),
        body,
        tuple(is_in_body),
        roles,
        box_paths,
        box_depths,
        {},
        {},
        article,
        own_roles,
        quotations,
    )
    for line in lines:
        if line.block is not None:
            container = layout.blocks[line.block].container
            share, path, box = len(line.text) / total, box_paths[container], layout.box_of(container)
            structure.path_shares[path] = structure.path_shares.get(path, 0.0) + share
            structure.box_shares[box] = structure.box_shares.get(box, 0.0) + share
    return structure


def _articles_with_headline(layout: Layout) -> list[int]:
    """The `<article>` elements with an `<h1>`, in order; the updates of a live page have none."""
    containers = layout.containers
    headings = (number for number, one in enumerate(containers) if one.tag == "h1")
    return sorted(
        {one for number in headings for one in layout.ancestors_or_self(number) if containers[one].tag == "article"}
    )


def _box_paths(layout: Layout) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For each container the number of its box path, and the length of that path."""
    numbers: dict[tuple[int, str, frozenset[str]], int] = {}
    box_paths: list[int] = []
    box_depths: list[int] = []
    for one in layout.containers:
        path, depth = (box_paths[one.parent], box_depths[one.parent]) if one.parent >= 0 else (-1, 0)
        if one.tag not in FLOW:
            path = numbers.setdefault((path, one.tag, one.labels), len(numbers))
            depth += 1
        box_paths.append(path)
        box_depths.append(depth)
    return tuple(box_paths), tuple(box_depths)


def _own_roles(layout: Layout, quotations: frozenset[int]) -> tuple[str | None, ...]:
    """For each container the role that its tag and labels give it; none to what names the speaker of a quotation."""
    roles = [role_of(one.tag, one.labels) for one in layout.containers]
    for number, role in enumerate(roles) if quotations else ():
        is_label = role == "caption" or layout.containers[number].tag == "footer"
        if is_label and is_speaker(layout, number, quotations):
            roles[number] = None
    return tuple(roles)


def _roles(layout: Layout, own_roles: Sequence[str | None], chars: Sequence[int], total: int) -> dict[int, str]:
    """The role of each container that has one: its own, else that of its parent."""
    roles: dict[int, str] = {}
    limit = _MAX_ROLE_SHARE * total
    for number, own in enumerate(own_roles):
        role = own if own and chars[number] <= limit else roles.get(layout.containers[number].parent)
        if role:
            roles[number] = role
    return roles


def _find_quotations(layout: Layout) -> frozenset[int]:
    """The numbers of block quotations and of the figures that hold one."""
    quoted = [number for number, one in enumerate(layout.containers) if one.tag == "blockquote"]
    around = (one for number in quoted for one in layout.ancestors_or_self(number))
    return frozenset(quoted).union(one for one in around if layout.containers[one].tag == "figure")


def is_speaker(layout: Layout, container: int, quotations: frozenset[int]) -> bool:
    """True in the caption or footer of a quotation: who said it, as the HTML standard has it."""
    around = layout.ancestors_or_self(container)
    tags = (layout.containers[one].tag for one in around)
    return any(tag in _SPEAKERS for tag in tags) and not quotations.isdisjoint(around)


def are_in_one_quotation(layout: Layout, one: int, other: int, quotations: frozenset[int]) -> bool:
    """True for two containers in one block quotation, or in one figure around it."""
    if not quotations:
        return False
    around = quotations.intersection(layout.ancestors_or_self(one))
    return not around.isdisjoint(layout.ancestors_or_self(other))
