"""YAML as plain values, in one pass over the parser's events, and the line and column of any value.

This is the only module that uses the YAML library. It builds the values from libyaml's events, six times faster than
the safe loader, and refuses, with line and column, what is unsafe or ambiguous: tags (which can run code), anchors
(which can expand without limit), deep nesting, and duplicate keys (one of the values would be lost silently).

Plain scalars follow the core schema of YAML 1.2, except that dates and `0x…` stay text: the model decides what is a
date, and `0x…` is a wallet address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple, NoReturn

import ruamel.yaml
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.tokens import ScalarToken

from core.yaml_mistakes import Complaint, Position, QuotedText, explain

_MAX_DEPTH = 50
_INTEGER = re.compile(r"[-+]?[0-9]+")
_MAX_DIGITS = 100  # longer numbers stay text
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_WORDS: dict[str, bool | None] = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

Location = tuple[str | int, ...]


class Place(NamedTuple):
    """Where a value is in a text."""

    line: int | None  # from 1; None in an empty text
    column: int | None  # from 1; None in an empty text
    path: str  # such as `actors[3].name`


class Span(NamedTuple):
    """Where a value's own characters are in a text: `[start, end)`, without comments after it."""

    start: int
    end: int
    is_flow: bool  # a list or mapping in brackets or braces


class PlainYamlError(Exception):
    """The text is not plain YAML. `line` and `column` count from 1, None if unknown; `remedy` may be empty."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None, remedy: str = "") -> None:
        self.message, self.line, self.column, self.remedy = message, line, column, remedy
        super().__init__(message)


def read_plain(text: str) -> Any:  # noqa: ANN401 - plain values of any type
    """The document as dicts, lists and scalars; None for an empty text. Raises PlainYamlError."""
    try:
        return _read(ruamel.yaml.YAML(typ="safe").parse(text))
    except MarkedYAMLError as error:
        raise _explained(text, error) from error
    except YAMLError as error:
        raise PlainYamlError(str(error).split("\n")[0], *_position(text, error)) from error


def _explained(text: str, error: MarkedYAMLError) -> PlainYamlError:
    """The error with the place where the mistake probably is, and its remedy."""
    place = error.problem_mark or error.context_mark
    message = (error.problem or error.context or "malformed YAML").split("\n")[0]
    if place is None:
        return PlainYamlError(message)
    began = error.context_mark and Position(error.context_mark.line + 1, error.context_mark.column + 1)
    complaint = Complaint(message, Position(place.line + 1, place.column + 1), began, tuple(_quoted(text)))
    mistake = explain(text, complaint)
    return PlainYamlError(mistake.message, *mistake.at, mistake.remedy)


def _quoted(text: str) -> Iterator[QuotedText]:
    """The texts in quotes, as far as the scanner comes."""
    with suppress(YAMLError):
        for token in ruamel.yaml.YAML(typ="safe").scan(text):
            if isinstance(token, ScalarToken) and token.style in ("'", '"'):
                yield QuotedText(token.start_mark.index, token.end_mark.index, token.style)


def _position(text: str, error: YAMLError) -> tuple[int, int] | tuple[()]:
    """Line and column of a character that YAML does not allow, from 1; empty if unknown."""
    offset = getattr(error, "position", None)
    if offset is None:
        return ()
    before = text[:offset]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _read(events: Iterator[Event]) -> Any:  # noqa: ANN401 - as above
    value, documents = None, 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                _refuse(event, "a second document", "put it into a file of its own")
        elif isinstance(event, NodeEvent):
            value = _value(event, events, 0)
    return value


def _value(event: Event, events: Iterator[Event], depth: int) -> Any:  # noqa: ANN401 - as above
    """The value that starts with this event; the rest of it is consumed from `events`."""
    _refuse_tags_and_anchors(event)
    if isinstance(event, ScalarEvent):
        return _scalar(event)
    if depth >= _MAX_DEPTH:
        _refuse(event, f"nesting deeper than {_MAX_DEPTH}", "")
    if isinstance(event, SequenceStartEvent):
        return _sequence(events, depth)
    return _mapping(events, depth)


def _sequence(events: Iterator[Event], depth: int) -> list[Any]:
    values = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        values.append(_value(event, events, depth + 1))
    return values


def _mapping(events: Iterator[Event], depth: int) -> dict[Any, Any]:
    values: dict[Any, Any] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        _refuse_tags_and_anchors(event)
        if not isinstance(event, ScalarEvent):
            _refuse(event, "a list or mapping as a key", "put the key in quotes")
        key = _scalar(event)
        if key in values:
            _refuse(event, f"the key {key!r} a second time (a duplicate)", "keep one of them")
        values[key] = _value(next(events), events, depth + 1)
    return values


def _scalar(event: ScalarEvent) -> Any:  # noqa: ANN401 - a scalar of any type
    text: str = event.value
    if not event.implicit[0]:  # quoted, or a block scalar
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _MAX_DIGITS or not (text[0].isdigit() or text[0] in "+-."):
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text.replace(".inf", "inf").replace(".nan", "nan")) if _FLOAT.fullmatch(text) else text


def _refuse_tags_and_anchors(event: Event) -> None:
    if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
        _refuse(event, "a YAML anchor or alias", "put text in quotes")
    if getattr(event, "tag", None):
        _refuse(event, "a YAML tag", "put text in quotes")


def _refuse(event: Event, what: str, remedy: str) -> NoReturn:
    start = event.start_mark
    raise PlainYamlError(f"{what} is not allowed here", start.line + 1, start.column + 1, remedy)


# ---------------------------------------------------------------- places


class Places:
    """Finds values in a text that `read_plain` has accepted."""

    def __init__(self, text: str) -> None:
        self._root: Node | None = ruamel.yaml.YAML(typ="safe").compose(text)

    def place(self, location: Location) -> Place:
        """The place of the deepest part of `location`, a path of keys and indices, that exists in the text.

        Steps that are no key or index are pydantic's names for the branches of a union; they are skipped.
        """
        node, path = self._root, ""
        start = node.start_mark if node else None
        for step in location:
            child = _child(node, step)
            if child is None:
                if isinstance(node, MappingNode) and isinstance(step, str) and step == location[-1]:
                    path = f"{path}.{step}" if path else step  # a missing key: the mapping that lacks it
                continue
            node, start = child
            path = f"{path}[{step}]" if isinstance(step, int) else (f"{path}.{step}" if path else str(step))
        return Place(start.line + 1, start.column + 1, path) if start else Place(None, None, path)

    def span(self, location: Location) -> Span | None:
        """The span of the value at exactly this location, a path of keys and indices; None if there is none."""
        node = self._root
        for step in location:
            child = _child(node, step)
            if child is None:
                return None
            node, _ = child
        return _span(node) if node else None

    def key_start(self, location: Location) -> int | None:
        """The offset of the key at this location; None if the last step is no key or nothing is there."""
        *parent, key = location
        node = self._root
        for step in parent:
            child = _child(node, step)
            node = child[0] if child else None
        found = _child(node, key) if isinstance(node, MappingNode) else None
        return int(found[1].index) if found else None


def _span(node: Node) -> Span:
    """A block list or mapping ends where its last value does: the parser's end is behind the comments that follow."""
    last = node
    while isinstance(last, SequenceNode | MappingNode) and not last.flow_style and last.value:
        last = last.value[-1] if isinstance(last, SequenceNode) else last.value[-1][1]
    return Span(node.start_mark.index, last.end_mark.index, bool(getattr(node, "flow_style", False)))


def _child(node: Node | None, step: str | int) -> tuple[Node, Any] | None:
    """The child at a key or index, with its start (for a key, that of the key); None if there is none."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if str(key.value) == str(step):
                return value, key.start_mark
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark
    return None
