"""Tables that arrange a page, as content management systems wrote until about 2005: their cells are boxes, not data.

A cell that holds half of the page's text is no cell of data. Read as a table, its row would be one line, with the menu
in the first cell and the article in the second.
"""

from __future__ import annotations

from typing import Any

_ROWS = ("tr", "tbody", "thead", "tfoot")
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "noscript"})
_MIN_TEXT = 300  # code points of a cell
_MAX_CELLS = 2_000  # a page with more is data


def unfold_layout_tables(tree: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Turns the tables around a cell with half of the page's text into `div` elements."""
    cells = list(tree.iter("td"))
    if not cells or len(cells) > _MAX_CELLS:
        return
    total = sum(_own_text(element) for element in tree.iter())
    for cell in cells:
        size = sum(_own_text(element) for element in cell.iter())
        if size >= _MIN_TEXT and 2 * size > total and cell.tag in _CELLS:
            _unfold(next(cell.iterancestors("table"), None))


def _own_text(element: Any) -> int:  # noqa: ANN401 - lxml ships no types
    own = 0 if element.tag in _UNSEEN else len((element.text or "").strip())
    return own + len((element.tail or "").strip())


def _unfold(table: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """The table, its rows and their cells become `div` elements; tables within cells stay."""
    if table is None:
        return
    parts = [table]
    for element in parts:
        parts += [one for one in element if one.tag in _ROWS or (one.tag in _CELLS and element.tag == "tr")]
    for element in parts:
        element.tag = "div"
