"""Charts as SVG in a page, drawn by pygal: coloured by the desk's style sheet, without scripts and inline styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

WIDTH, HEIGHT = 840, 180
"""The drawing's units; the page scales it."""

_LINES = 3  # the most above the base line
_UNWANTED = frozenset({"defs", "desc", "script", "style", "title"})
_FOR_SCRIPTS = frozenset({"titles", "plot overlay", "plot text-overlay", "plot tooltip-overlay"})  # classes of pygal's


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A bar: its values from the base line up, its tooltip, and the word below it, often empty.

    The word stays on a narrow screen if it is `major`.
    """

    values: tuple[int, ...]
    label: str
    word: str = ""
    major: bool = False


def stacked_bars(columns: Sequence[ChartColumn], label: str) -> Markup:
    """The chart, named `label`. The rectangles of the first values have the class `serie-0`, and so on."""
    import pygal

    chart: Any = pygal.StackedBar(
        js=[],
        css=[],
        no_prefix=True,
        disable_xml_declaration=True,
        show_legend=False,
        truncate_label=-1,
        width=WIDTH,
        height=HEIGHT,
        margin=4,
        margin_top=12,
        margin_bottom=10,
    )
    chart.x_labels = [one.word for one in columns]
    chart.x_labels_major = [one.word for one in columns if one.major]
    chart.y_labels = scale(max((sum(one.values) for one in columns), default=0))
    for number, values in enumerate(zip(*(one.values for one in columns), strict=True)):
        bars = [{"value": value, "label": one.label} for value, one in zip(values, columns, strict=True)]
        chart.add(str(number), bars)
    chart.add_xml_filter(lambda tree: _plain(tree, label))
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - numbers, and words that pygal escapes


def scale(highest: int) -> list[int]:
    """The values with a line: 0 and at most three round ones above it, the last not below `highest`."""
    steps = (factor * 10**power for power in range(20) for factor in (1, 2, 5))
    step = next(one for one in steps if one * _LINES >= highest)
    return list(range(0, max(-(-highest // step), 1) * step + 1, step))


def _plain(tree: Any, label: str) -> Any:  # noqa: ANN401 - an element of lxml, or of the standard library
    """The drawing without what only pygal's script and styles use; each bar's label becomes its title."""
    for name in ("id", "class"):
        tree.attrib.pop(name, None)
    tree.set("class", "chart")
    tree.set("role", "img")
    tree.set("aria-label", label)
    _trim(tree)
    return tree


def _trim(element: Any) -> None:  # noqa: ANN401 - as above
    titles = [one.text for one in element if one.tag == "desc" and one.get("class") == "label"]
    for child in list(element):
        if _is_unwanted(child):
            element.remove(child)
        else:
            _trim(child)
    for text in titles:
        title = element.makeelement("title", {})
        title.text = text
        element.append(title)


def _is_unwanted(element: Any) -> bool:  # noqa: ANN401 - as above
    """True for comments, what a script would use, lines without a word, and bars without height."""
    if not isinstance(element.tag, str) or element.tag in _UNWANTED or element.get("class") in _FOR_SCRIPTS:
        return True
    if element.get("class") == "guides":
        return not any(one.text for one in element if one.tag == "text")
    return any(one.tag == "rect" and float(one.get("height")) == 0 for one in element)
