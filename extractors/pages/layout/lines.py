"""The lines of an article's text, each with the block of the page it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from extractors.pages.layout.blocks import Block, Layout, comparison_key

MIN_KEY_LENGTH = 12
"""Letters and digits in the shortest text that identifies itself; shorter ones occur anywhere."""


_BULLET = "- "  # before an item of a list
_MIN_PART = 0.7  # of a line's letters and digits
_JOINERS = ("\u200c", "\u200d")  # which the main text lacks: they spell Persian, Sinhala, Malayalam words
_MIN_COPY_KEY = 40  # letters and digits of a line; a block that contains such a line is a copy of it


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, the number of its block (None if it was not located), and its comparison key.

    `is_confirmed` is True for a line that the page itself confirms: one that the main text lacked, or a labelled lead.
    """

    text: str
    block: int | None
    key: str = field(repr=False)
    is_confirmed: bool = False


class KnownLines:
    """What the text has already: a whole line, what begins one, and a part of one that is no mere heading.

    The words of a short heading also occur within sentences.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._keys = "\n" + "\n".join(line.key for line in lines)
        self._long = [line.key for line in lines if len(line.key) >= _MIN_COPY_KEY]

    def have(self, key: str) -> bool:
        """True for the comparison key of a text that is a copy of a line, a part of one, or contains one."""
        own = key if len(key) >= _MIN_COPY_KEY else f"\n{key}"
        return own in self._keys or any(one in key for one in self._long)


def locate_lines(texts: Sequence[str], layout: Layout) -> tuple[Line, ...]:
    """Each line with its block; the search starts at the block of the previous line."""
    finder = _BlockFinder(layout.blocks)
    whole = _split_joined_line(texts[0], layout.blocks) if len(texts) == 1 else texts
    lines = [Line(text, finder.find(key), key) for text in whole for key in (comparison_key(text),)]
    located = {line.block for line in lines if line.block is not None}
    unjoined = {number: _unjoined(layout.blocks[number].text) for number in located}
    return tuple(_with_joiners(line, layout.blocks, unjoined) for line in lines)


def _unjoined(block: str) -> tuple[str, list[int]]:
    """The block without joiners and non-joiners, and the place of each of its letters; nothing if it has none."""
    if not any(sign in block for sign in _JOINERS):
        return "", []
    letters = [number for number, sign in enumerate(block) if sign not in _JOINERS]
    return "".join(block[number] for number in letters), letters


def _with_joiners(line: Line, blocks: Sequence[Block], unjoined: Mapping[int, tuple[str, list[int]]]) -> Line:
    """The line with the joiners and non-joiners that its block has between the same letters."""
    if line.block is None:
        return line
    plain, letters = unjoined[line.block]
    text = line.text.removeprefix(_BULLET)
    start = plain.find(text) if letters else -1
    if start < 0 or not text:
        return line
    spelled = blocks[line.block].text[letters[start] : letters[start + len(text) - 1] + 1]
    return replace(line, text=line.text[: len(line.text) - len(text)] + spelled)


def _split_joined_line(text: str, blocks: Sequence[Block]) -> Sequence[str]:
    """The texts of the blocks that were joined into this line; the line itself if there was no joining.

    The main text of a short page is often one line: headline, paragraphs and links together.
    """
    rest, pieces = comparison_key(text), []
    for block in blocks:
        if block.key and rest.startswith(block.key):
            rest = rest[len(block.key) :]
            pieces.append(block.text)
    return [text] if rest or not pieces else pieces


class _BlockFinder:
    """Finds the block of a line: by equal key, else by containment, from the last block found onwards."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._numbers: dict[str, list[int]] = {}
        self._at = 0
        for number, block in enumerate(blocks):
            self._numbers.setdefault(block.key, []).append(number)

    def find(self, key: str) -> int | None:
        """The block that equals, contains or begins the text with this key: the next one, else any, else None."""
        equal = self._numbers.get(key, ())
        found = next((number for number in equal if number >= self._at), equal[-1] if equal else None)
        if found is None and len(key) >= MIN_KEY_LENGTH:
            found = self._containing(key)
        self._at = self._at if found is None else found
        return found

    def _containing(self, key: str) -> int | None:
        for number in chain(range(self._at, len(self._blocks)), range(self._at)):
            other = self._blocks[number].key
            if key in other or (len(other) >= MIN_KEY_LENGTH and _makes_up(other, key)):
                return number
            if other and key.startswith(other) and self._is_joined(number, key):
                return number
        return None

    def _is_joined(self, number: int, key: str) -> bool:
        """True for a line made of this block and the next, as the rows of tables are."""
        following = self._blocks[number + 1].key if number + 1 < len(self._blocks) else ""
        joined = self._blocks[number].key + following
        return bool(following) and len(joined) >= MIN_KEY_LENGTH and key.startswith(joined)


def _makes_up(part: str, key: str) -> bool:
    """True if the text begins with this part, or mostly consists of it: the author of a comment may be before it."""
    return key.startswith(part) or (len(part) >= _MIN_PART * len(key) and part in key)
