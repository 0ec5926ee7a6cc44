"""A name that a text does not write in one piece, and what the modules that find such names have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

FIRST_LETTER = r"[^\W\d_a-zà-öø-ÿа-яё]"
"""The first letter of a word with a capital, as a pattern."""
CAPITAL = rf"{FIRST_LETTER}[\w'’-]{{1,40}}"
"""A word with a capital, as a pattern."""


class ComposedName(NamedTuple):
    """A name in one piece, and the offsets in the passage from its first part to its last; `firm` in a form.

    `in_handle` is True for one that is written as one word behind @ or #.
    """

    text: str
    start: int
    end: int
    firm: bool
    in_handle: bool = False


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its offset."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
