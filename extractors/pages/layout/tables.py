"""Tables of data: rows of short cells, each row a line, as the main text writes those that it has.

Tables that arrange a page have paragraphs or boxes in their cells, or a single cell in a row; they are no data.
"""

from __future__ import annotations

from typing import NamedTuple

from extractors.pages.layout.blocks import Layout

_MIN_ROWS, _MIN_CELLS = 2, 2
_MAX_CELL = 300  # code points
_MAX_DEPTH_OF_TEXT = 2  # containers from the text up to its cell
_MAX_LINK_SHARE = 0.5
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})


class Row(NamedTuple):
    """A row with its text, the numbers of its blocks in order, and the number of its container."""

    text: str
    blocks: tuple[int, ...]
    container: int


def find_rows(layout: Layout) -> tuple[Row, ...]:
    """The rows of the page's tables of data, in order."""
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for number, block in enumerate(layout.blocks):
        cell = _cell_of(layout, block.container)
        if cell is not None:
            row = layout.containers[cell].parent
            table = layout.containers[row].parent
            if table >= 0 and layout.containers[table].tag in _GROUPS:
                table = layout.containers[table].parent
            tables.setdefault(table, {}).setdefault(row, {}).setdefault(cell, []).append(number)
    return tuple(row for rows in tables.values() if _is_data(layout, rows) for row in _rows(layout, rows))


def _cell_of(layout: Layout, container: int) -> int | None:
    """The cell that the text is in, with at most a paragraph around it; None elsewhere."""
    for _ in range(_MAX_DEPTH_OF_TEXT):
        if container < 0:
            break
        one = layout.containers[container]
        if one.tag in _CELLS:
            return container
        container = one.parent
    return None


def _is_data(layout: Layout, rows: dict[int, dict[int, list[int]]]) -> bool:
    blocks = [layout.blocks[number] for cells in rows.values() for part in cells.values() for number in part]
    is_wide = sum(len(cells) >= _MIN_CELLS for cells in rows.values()) >= _MIN_ROWS
    is_short = all(len(block.text) <= _MAX_CELL for block in blocks)
    linked, size = (sum(sizes) for sizes in zip(*((one.linked_chars, len(one.text)) for one in blocks), strict=True))
    return is_wide and is_short and linked <= _MAX_LINK_SHARE * size


def _rows(layout: Layout, rows: dict[int, dict[int, list[int]]]) -> list[Row]:
    return [
        Row(
            f"| {' | '.join(' '.join(layout.blocks[number].text for number in part) for part in cells.values())} |",
            tuple(number for part in cells.values() for number in part),
            row,
        )
        for row, cells in rows.items()
    ]
