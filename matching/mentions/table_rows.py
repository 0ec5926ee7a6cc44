"""Names in the rows of tables: in the columns for their parts, or in two cells beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from matching.mentions.composed_name import CAPITAL, ComposedName, lines_of
from matching.tables.field_labels import KIND_OF_LABEL, LabelKind

_CELL = re.compile(rf"{CAPITAL}(?: {CAPITAL}){{0,2}}")
_CELLS = re.compile(r"[^|;\t]+")
_VALUE = re.compile(r"\s*([^\W\d_][\w'’.-]{0,40}(?: [^\W\d_][\w'’.-]{0,40}){0,3})\s*")
_MOST_SIGNS = 12  # between the cells of a row
_PARTS = (
    (LabelKind.FAMILY, LabelKind.GIVEN),
    (LabelKind.FAMILY, LabelKind.EITHER),
    (LabelKind.EITHER, LabelKind.GIVEN),
)


def names_in_rows(text: str) -> Iterator[ComposedName]:
    """Two neighbouring cells of a row, or those of the columns for the two parts of a name."""
    if "|" not in text and ";" not in text and "\t" not in text:
        return
    yield from _in_columns(text)
    for offset, row in lines_of(text):
        if not 1 <= sum(map(row.count, "|;\t")) <= _MOST_SIGNS:
            continue
        cells = [one for one in _CELLS.finditer(row) if one[0].strip()]
        if "|" not in row and any(len(one[0].split()) > 3 for one in cells):
            continue  # a sentence with a semicolon
        for one, other in pairwise(cells):
            if _CELL.fullmatch(one[0].strip()) and _CELL.fullmatch(other[0].strip()):
                start = offset + one.start() + len(one[0]) - len(one[0].lstrip())
                end = offset + other.start() + len(other[0].rstrip())
                yield ComposedName(f"{one[0].strip()} {other[0].strip()}", start, end, firm=False)


def _in_columns(text: str) -> Iterator[ComposedName]:
    """The names in the rows below one that names a column for the family name and one for the given name."""
    if "|" not in text and "\t" not in text:
        return
    header: _Header | None = None
    for offset, row in lines_of(text):
        if (found := _header(row)) is not None:
            header = found
        elif header is not None and (name := header.name_in(row, offset)) is not None:
            yield name


class _Header(NamedTuple):
    """The first row of a table: what parts its cells, and which of them have the two parts of a name."""

    sign: str
    columns: int
    family: int
    given: int

    def name_in(self, row: str, offset: int) -> ComposedName | None:
        """The name in a row below, None if one of its parts is not there. `offset` is that of the row in the text."""
        cells = row.split(self.sign)
        if len(cells) != self.columns:
            return None
        family, given = (_VALUE.fullmatch(cells[column]) for column in (self.family, self.given))
        if family is None or given is None:
            return None
        places = [
            offset + sum(len(cell) + 1 for cell in cells[:column]) + place
            for column, found in ((self.family, family), (self.given, given))
            for place in found.span(1)
        ]
        return ComposedName(f"{given[1]} {family[1]}", min(places), max(places), firm=True)


def _header(row: str) -> _Header | None:
    """The header that a row is, None if it is none."""
    sign = next((sign for sign in "|\t" if sign in row), None)
    if sign is None or row.count(sign) > _MOST_SIGNS:
        return None
    kinds = [KIND_OF_LABEL.get(cell.strip().removesuffix("(s)").rstrip().casefold()) for cell in row.split(sign)]
    for family, given in _PARTS:
        if family in kinds and given in kinds:
            return _Header(sign, len(kinds), kinds.index(family), kinds.index(given))
    return None
