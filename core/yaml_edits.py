"""Edits of a YAML text that leave everything else in it as it is, comments and blank lines included."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.plain_yaml import Location, Places, Span


class UneditableError(Exception):
    """The text is written in a way that these edits do not know; it must be edited by hand."""


def without_item(text: str, location: Location) -> str:
    """The text without one item of a list. Raises UneditableError."""
    span = _span(text, location)
    if _in_flow(text, location[:-1]):
        return _without_flow_part(text, span)
    start = text.rfind("\n", 0, span.start) + 1
    if not re.fullmatch(r"[ ]*-[ ]+", text[start : span.start]):
        raise UneditableError("the item does not begin a line")
    return text[:start] + text[_end_of_comments(text, span.end, text.index("-", start) - start) :]


def with_item_behind(text: str, location: Location, lines: Sequence[str]) -> str:
    """The text with a further item, a mapping of these lines, behind one of a list. Raises UneditableError."""
    span = _span(text, location)
    start = text.rfind("\n", 0, span.start) + 1
    if _in_flow(text, location[:-1]) or not re.fullmatch(r"[ ]*-[ ]+", text[start : span.start]):
        raise UneditableError("the item before does not begin a line")
    indent = " " * (text.index("-", start) - start)
    item = "".join(f"{indent}{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))
    end = _end_of_comments(text, span.end, len(indent))
    newline = "" if text[:end].endswith("\n") else "\n"
    return f"{text[:end]}{newline}{item}{text[end:]}"


def with_value(text: str, location: Location, value: str) -> str:
    """The text with the key at the end of `location` set to `value`, YAML on one line. Raises UneditableError."""
    *parent, key = location
    if old := Places(text).span(location):
        return f"{text[: old.start]}{value}{text[old.end :]}"
    mapping = _span(text, tuple(parent))
    if mapping.is_flow:
        return f"{text[: mapping.end - 1]}, {key}: {value}{text[mapping.end - 1 :]}"
    column = mapping.start - (text.rfind("\n", 0, mapping.start) + 1)
    end = _line_end(text, mapping.end)
    newline = "" if text[:end].endswith("\n") else "\n"
    return f"{text[:end]}{newline}{' ' * column}{key}: {value}\n{text[end:]}"


def without_key(text: str, location: Location) -> str:
    """The text without the key at the end of `location` and its value. Raises UneditableError."""
    value, start = _span(text, location), Places(text).key_start(location)
    if start is None:
        raise UneditableError("there is no such key")
    if _in_flow(text, location[:-1]):
        return _without_flow_part(text, Span(start, value.end, is_flow=True))
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        raise UneditableError("the key does not begin a line")
    return text[:line] + text[_line_end(text, value.end) :]


def _span(text: str, location: Location) -> Span:
    found = Places(text).span(location)
    if found is None:
        raise UneditableError("it is not there")
    return found


def _in_flow(text: str, location: Location) -> bool:
    return _span(text, location).is_flow


def _without_flow_part(text: str, part: Span) -> str:
    """The text without a part of a list in brackets or a mapping in braces, and without one comma beside it."""
    behind = re.match(r"\s*,\s*", text[part.end :])
    if behind:
        return text[: part.start] + text[part.end + behind.end() :]
    before = text[: part.start].rstrip()
    return before.removesuffix(",") + text[part.end :]


def _line_end(text: str, offset: int) -> int:
    """The start of the line after the one that `offset` is in, or that it ends."""
    if offset and text[offset - 1] == "\n":  # a block scalar ends with its line
        return offset
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _end_of_comments(text: str, offset: int, column: int) -> int:
    """The end of the item's line and of the comment lines after it that are further to the right than its dash."""
    end = _line_end(text, offset)
    while comment := re.match(r"([ ]*)#[^\n]*(?:\n|$)", text[end:]):
        if len(comment[1]) <= column:
            break
        end += comment.end()
    return end
