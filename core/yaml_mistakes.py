"""What was most likely typed wrong where YAML's parser gave up, which is often many lines earlier, and what to type."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a text, both from 1."""

    line: int
    column: int


class QuotedText(NamedTuple):
    """A text in quotes: the offsets of its opening quote and of the end behind its closing one."""

    start: int
    end: int
    quote: str


class Complaint(NamedTuple):
    """What the parser says, and where; `began` is where it began to read the list, mapping or text, None if unknown."""

    message: str
    at: Position
    began: Position | None
    quoted: Sequence[QuotedText]  # in order


class Mistake(NamedTuple):
    """What is wrong, where, and what to do; `remedy` may be empty."""

    message: str
    at: Position
    remedy: str


def explain(text: str, complaint: Complaint) -> Mistake:
    """The most likely mistake; the parser's own words and place if none of the known ones fits."""
    kinds: tuple[Callable[[str, Complaint], Mistake | None], ...] = (
        _quotes,
        _unclosed_quote,
        _tab,
        _first_character,
        _colons,
        _missing_colon,
        _brackets,
        _backslash,
        _early_end,
        _indentation,
        _unquoted,
    )
    found = (kind(text, complaint) for kind in kinds)
    return next((one for one in found if one), Mistake(complaint.message, complaint.at, ""))


_AFTER_QUOTE = re.compile(r"[ \t]*(?:[,\]}:\r\n]|[ \t]#|$)")


def _quotes(text: str, complaint: Complaint) -> Mistake | None:
    """A quote that is not closed runs to the next one, so that all quotes after it are the wrong way round."""
    for one in complaint.quoted:
        if _AFTER_QUOTE.match(text, one.end):
            continue
        opened, closed = _position_of(text, one.start), _position_of(text, one.end)
        if opened.line != closed.line:
            return Mistake(f"a quote opens here and is not closed before line {closed.line}", opened, "close it")
        if "',' or" not in complaint.message:
            inside = "''" if one.quote == "'" else '\\"'
            remedy = f"write {inside} for a {one.quote} inside the text"
            return Mistake("text follows the closing quote", closed, remedy)
    return None


def _unclosed_quote(_: str, complaint: Complaint) -> Mistake | None:
    if complaint.began and "end of stream" in complaint.message:
        return Mistake("what opens here is never closed", complaint.began, "close the quote or bracket")
    return None


def _tab(text: str, complaint: Complaint) -> Mistake | None:
    if "tab character" not in complaint.message and _character_at(text, complaint.at) != "\t":
        return None
    return Mistake("a tab, and YAML indents by spaces only", complaint.at, "replace it by spaces")


def _first_character(text: str, complaint: Complaint) -> Mistake | None:
    if "cannot start any token" not in complaint.message:
        return _colon_in_braces(complaint)
    return Mistake(f"a value cannot begin with {_character_at(text, complaint.at)}", complaint.at, _QUOTE_IT)


_QUOTE_IT = "put the whole value in quotes"


def _colon_in_braces(complaint: Complaint) -> Mistake | None:
    if "unexpected ':'" not in complaint.message:  # as in {url: https://…} or {born:1972, …}
        return None
    remedy = f"a space after it if it ends a key, else {_QUOTE_IT}"
    return Mistake("a colon in a value between brackets or braces", complaint.at, remedy)


def _colons(text: str, complaint: Complaint) -> Mistake | None:
    """`mapping values are not allowed`: a second colon in a value, or the line before is not what it seems."""
    if "mapping values" not in complaint.message:
        return None
    lines = text.splitlines()
    line = lines[complaint.at.line - 1]
    if re.search(r":\s", line[: complaint.at.column - 1]):
        return Mistake("a second colon in the value", complaint.at, _QUOTE_IT)
    before = _line_before(lines, complaint.at.line)
    if before is None:
        return None
    typed = lines[before.line - 1]
    if re.match(r"\s*-[^\s-]", typed):
        return Mistake("a dash without a space after it", before, "write a space after the dash")
    if not re.search(r":(?:\s|$)", typed):
        return Mistake(_NO_COLON, before, _COLON)
    return _indented(lines, complaint.at.line)


_NO_COLON = "a key without a colon and a space after it"
_COLON = "write `key: value`"


def _missing_colon(_: str, complaint: Complaint) -> Mistake | None:
    if complaint.began and "could not find expected ':'" in complaint.message:
        return Mistake(_NO_COLON, complaint.began, _COLON)
    return None


def _brackets(text: str, complaint: Complaint) -> Mistake | None:
    if complaint.began is None or "',' or" not in complaint.message:
        return None
    if complaint.began.line == complaint.at.line:
        return Mistake("a comma is missing before this, or a bracket", complaint.at, "separate values by commas")
    bracket = _character_at(text, complaint.began)
    message = f"{bracket} opens here and is not closed before line {complaint.at.line}"
    return Mistake(message, complaint.began, f"close it with {'}' if bracket == '{' else ']'}")


def _backslash(_: str, complaint: Complaint) -> Mistake | None:
    if "escape character" not in complaint.message:
        return None
    return Mistake("a backslash between double quotes", complaint.at, "use single quotes, or write it twice")


def _early_end(text: str, complaint: Complaint) -> Mistake | None:
    rest = text.splitlines()[complaint.at.line - 1 :]
    if any(one.strip() for one in rest):
        return None
    return Mistake("the text ends here, and a bracket or quote is still open", complaint.at, "close it")


def _indentation(text: str, complaint: Complaint) -> Mistake | None:
    lines = text.splitlines()
    if "did not find expected" not in complaint.message or complaint.at.line > len(lines):
        return None
    line = lines[complaint.at.line - 1]
    begins = len(line) - len(line.lstrip(" ")) + 1
    return _indented(lines, complaint.at.line) if begins == complaint.at.column else None


def _indented(lines: Sequence[str], number: int) -> Mistake:
    """The line belongs to none of the lists and mappings above; it is probably meant as the nearest of its kind."""
    line = lines[number - 1]
    column = len(line) - len(line.lstrip(" "))
    is_item = line.lstrip(" ").startswith("- ")
    message = f"is indented by {column} space{'s' * (column != 1)}, which fits nothing above it"
    for above in range(number - 1, 0, -1):
        item = re.match(r"( *)- +", lines[above - 1])
        key = re.match(r" *", lines[above - 1])
        wanted = (len(item[1]) if item else None) if is_item else len((item or key or [""])[0])
        if lines[above - 1].strip() and not lines[above - 1].lstrip().startswith("#") and wanted is not None:
            return Mistake(message, Position(number, column + 1), f"indent it by {wanted}, like line {above}")
    return Mistake(message, Position(number, column + 1), "")


def _unquoted(_: str, complaint: Complaint) -> Mistake | None:
    if "did not find expected" not in complaint.message:
        return None
    return Mistake("text that YAML does not expect here", complaint.at, _QUOTE_IT)


def _line_before(lines: Sequence[str], number: int) -> Position | None:
    """The place of the first word of the last line above that is neither blank nor a comment."""
    for above in range(number - 1, 0, -1):
        typed = lines[above - 1].strip()
        if typed and not typed.startswith("#"):
            return Position(above, lines[above - 1].index(typed[0]) + 1)
    return None


def _position_of(text: str, offset: int) -> Position:
    before = text[:offset]
    return Position(before.count("\n") + 1, offset - before.rfind("\n"))


def _character_at(text: str, at: Position) -> str:
    lines = text.splitlines()
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    return line[at.column - 1 : at.column]
