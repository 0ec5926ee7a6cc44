"""Text of fixed width: notices of exchanges, registers and courts are filed so in `<pre>`, their lines broken by hand.

Read as it is, each of its lines would be a paragraph, and a name at the end of a line would be cut in two. Paragraphs
are divided by empty lines, or begin with an indentation. Code is also in `<pre>`, but it is no sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from extractors.pages.layout.indicators import bears_indicator
from extractors.pages.layout.teasers import is_prose

_INLINE = frozenset(("a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"))
_MAX_PIECES = 20  # of text within an inline element
_MIN_LINES = 3
_MAX_WIDTH = 100  # code points of a line that was broken by hand
_MIN_FULL_WIDTH = 45  # of a line that could not take the next word
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")  # cells of a table, a label and its value
_SIGNS_OF_CODE = re.compile(r"[{}=<>_*+|\\#$&^~@`]")
_MAX_SIGNS_SHARE = 0.02  # of code points; prose has hardly any, code twice as many
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCES_SHARE = 0.4  # of its letters, in paragraphs of sentences


def unfold_preformatted(tree: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Turns each `<pre>` of running text into a `div` of paragraphs."""
    for element in list(tree.iter("pre")):
        lines = "".join(element.itertext()).splitlines()
        if len(lines) < _MIN_LINES or max(map(len, lines)) > _MAX_WIDTH or element.find(".//code") is not None:
            continue
        paragraphs = [one for one in _paragraphs(lines) if _LETTER.search(one)]  # without lines drawn of signs
        sentences = sum(len(one) for one in paragraphs if is_prose(one) and not _is_code(one))
        if sentences >= _SENTENCES_SHARE * sum(map(len, paragraphs)):
            _replace(element, paragraphs)


def unfold_text_areas(tree: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Turns each `<textarea>` with indicators into `<pre>`: reports offer them so, to be copied.

    Others are for what a reader types, or hold the markup of an embedded player.
    """
    for element in list(tree.iter("textarea")):
        text = element.text or ""
        if "<" not in text and any(map(bears_indicator, text.splitlines())):
            tail = element.tail
            element.clear(keep_tail=True)
            element.tag, element.text, element.tail = "pre", text, tail
            for form in element.iterancestors("form"):  # else no text of its own
                form.tag = "div"


def _is_code(text: str) -> bool:
    return len(_SIGNS_OF_CODE.findall(text)) > _MAX_SIGNS_SHARE * len(text)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The lines joined to paragraphs; a line that is short, indented or has columns is not continued."""
    joined: list[str] = []
    is_open = False  # the line above may go on
    for line in lines:
        text, indent = line.strip(), len(line) - len(line.lstrip())
        goes_on = is_open and bool(text) and not _COLUMNS.search(text) and (not joined or indent <= 1)
        if joined and not goes_on:
            yield " ".join(joined)
            joined = []
        if text:
            joined.append(text)
        is_open = len(line.rstrip()) >= _MIN_FULL_WIDTH and not _COLUMNS.search(text)
    if joined:
        yield " ".join(joined)


def _replace(element: Any, paragraphs: list[str]) -> None:  # noqa: ANN401 - lxml ships no types
    tail = element.tail
    element.clear(keep_tail=True)
    element.tag, element.tail = "div", tail
    for text in paragraphs:
        etree.SubElement(element, "p").text = text


def join_broken_lines(tree: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Empties of meaning the `<br>` elements by which running text was broken by hand at a fixed width.

    Such text goes on in lower case behind most breaks, which lists and addresses do not.
    """
    for element in dict.fromkeys(one.getparent() for one in tree.iter("br")):
        lines, breaks = _lines_of(element)
        within = [n for n in range(len(breaks)) if len(lines[n]) >= _MIN_FULL_WIDTH and lines[n + 1]]
        lower = sum(lines[number + 1][0].islower() for number in within)
        if len(within) >= _MIN_LINES and 2 * lower >= len(within) and max(map(len, lines)) <= _MAX_WIDTH:
            element.text = (element.text or "").replace("\n", " ")
            for child in element:
                child.tail = (child.tail or "").replace("\n", " ")
            for number in within:
                breaks[number].tail = f" {breaks[number].tail}"
                breaks[number].tag = "span"  # joining the texts around each would copy what was joined before


def _lines_of(element: Any) -> tuple[list[str], list[Any]]:  # noqa: ANN401 - lxml ships no types
    """The lines of an element's text and the `<br>` between them; neither, if it has other blocks or long pieces."""
    lines, breaks, line = [], [], element.text or ""
    for child in element:
        if child.tag == "br":
            lines.append(line.strip())
            breaks.append(child)
            line = child.tail or ""
        elif child.tag in _INLINE and len(line) <= _MAX_WIDTH:
            line += "".join(islice(child.itertext(), _MAX_PIECES)) + (child.tail or "")
        else:
            return [""], []
    return [*lines, line.strip()], breaks
