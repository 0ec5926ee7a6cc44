"""Names in the captions of pictures: of "Anna (left) and Jane Roe" the first shares the family name of the second."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.mentions.composed_name import CAPITAL, ComposedName
from matching.tables.field_labels import AS_WELL_AS, SIDES

_CAPTION = re.compile(
    rf"(?<!\w)({CAPITAL}) \((?:\w+[. ]+){{0,2}}(?:{'|'.join(SIDES)})\),? (?:{AS_WELL_AS})"
    rf" {CAPITAL}(?: \([^()]{{1,30}}\))? ({CAPITAL})"
)
_BEFORE = 100  # characters before the end of a bracket in which a given name and its side are
_BEHIND = 160
_MOST = 200  # brackets of one text that are looked at


def names_in_captions(text: str) -> Iterator[ComposedName]:
    """The given names before a side in brackets, with the family name of the next person; not firm."""
    at, count = text.find(") "), 0
    while at >= 0 and count < _MOST:
        if text.endswith(SIDES, max(0, at - _BEFORE), at):
            for found in _CAPTION.finditer(text, max(0, at - _BEFORE), at + _BEHIND):
                yield ComposedName(f"{found[1]} {found[2]}", found.start(1), found.end(2), firm=False)
        at, count = text.find(") ", at + 1), count + 1
