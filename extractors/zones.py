"""Which lines of an article's text belong to it for certain, and why the others may not.

Nothing is deleted: a name in a doubtful line is found and shown, but it never alerts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.identity import digest_of
from core.records import Zone, ZoneKind
from extractors.blocks import Block, Layout, key_of
from extractors.markers import is_marker, role_of
from extractors.structured import Structured

_SHORTEST_KEY = 12  # letters and digits; shorter ones occur anywhere
_SHARE_OF_PAGE = 0.5  # an element with more of the text than this is the page, whatever it is called


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text and the page's blocks it came from (their numbers; empty if it was not found)."""

    text: str
    blocks: tuple[int, ...]
    key: str = field(repr=False)


def place_lines(texts: Sequence[str], layout: Layout) -> tuple[Line, ...]:
    """Each line with the blocks it stands in, looked for onwards from the line before."""
    numbers: dict[str, list[int]] = {}
    for number, block in enumerate(layout.blocks):
        numbers.setdefault(block.key, []).append(number)
    lines, at = [], 0
    for text in texts:
        key = key_of(text)
        found = _after(numbers.get(key, ()), at)
        if found is None and len(key) >= _SHORTEST_KEY:
            found = _containing(layout.blocks, key, at)
        lines.append(Line(text, () if found is None else (found,), key))
        at = at if found is None else found
    return tuple(lines)


def _after(numbers: Sequence[int], at: int) -> int | None:
    return next((number for number in numbers if number >= at), numbers[-1] if numbers else None)


def _containing(blocks: Sequence[Block], key: str, at: int) -> int | None:
    """The block that holds the line, or that begins it where the line joins several blocks."""
    order = [*range(at, len(blocks)), *range(at)]
    for number in order:
        other = blocks[number].key
        if key in other or (len(other) >= _SHORTEST_KEY and key.startswith(other)):
            return number
    return None


def block_hash(key: str) -> str:
    """The identity of a block's text on its host."""
    return digest_of("block", key)


def reasons_of(
    lines: Sequence[Line], layout: Layout, structured: Structured, host_memory: frozenset[str]
) -> tuple[str, ...]:
    """For each line why it is doubtful; an empty string for core."""
    roles = _roles(layout, lines)
    body = key_of(structured.body)
    confirmed = _is_complete(body, lines)
    reasons, marked = [], False
    for line in lines:
        marked = marked or is_marker(line.text)
        block = layout.blocks[line.blocks[0]] if line.blocks else None
        role = roles.get(block.container) if block else None
        if confirmed and line.key and line.key in body:
            reason, marked = "", False
        elif block_hash(line.key) in host_memory:
            reason = "repeated"
        elif marked:
            reason = "after_marker"
        elif role:
            reason = role
        elif block and block.linked > 0.8 * len(block.text):
            reason = "link_dense"
        elif confirmed:
            reason = "not_in_structured_body"
        else:
            reason = ""
        reasons.append(reason)
    return tuple(reasons)


def _roles(layout: Layout, lines: Sequence[Line]) -> dict[int, str]:
    """The role of each container that has one, its own or that of one around it, unless it holds most of the text."""
    held = [0] * len(layout.containers)
    total = 0
    for line in lines:
        total += len(line.text)
        if line.blocks:
            for container in layout.around(layout.blocks[line.blocks[0]].container):
                held[container] += len(line.text)
    roles: dict[int, str] = {}
    for number, container in enumerate(layout.containers):
        role = roles.get(container.parent) or role_of(container.tag, container.labels)
        if role and held[number] <= _SHARE_OF_PAGE * total:
            roles[number] = role
    return roles


def _is_complete(body: str, lines: Sequence[Line]) -> bool:
    """True if the structured body is long enough to judge the text by."""
    shared = sum(len(line.key) for line in lines if line.key in body)
    return len(body) >= 500 and shared >= 0.5 * sum(len(line.key) for line in lines)


def cover(lines: Sequence[Line], reasons: Sequence[str]) -> tuple[Zone, ...]:
    """Zones over the lines joined by newlines: without gap or overlap, neighbours of one reason together."""
    zones: list[Zone] = []
    start = 0
    for number, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        end = start + len(line.text) + (number < len(lines) - 1)
        kind = ZoneKind.DOUBTFUL if reason else ZoneKind.CORE
        if zones and zones[-1].reason == reason:
            zones[-1] = Zone(zones[-1].start, end, kind, reason)
        else:
            zones.append(Zone(start, end, kind, reason))
        start = end
    return tuple(zones)
