"""An article's text in pieces for a page: where the mentions are, and which stretches may not belong to the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from alerts.text.emphasis import Emphasis
from core.records import Zone, ZoneKind

PART = 60_000
"""The most code points of a text on one page."""


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A mention at `[start, end)` of a title or text."""

    start: int
    end: int
    emphasis: Emphasis
    label: str  # the target's name and how it was matched
    target_id: str


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of text with one emphasis. `anchor` is the target's id at its first mention, else empty."""

    text: str
    emphasis: Emphasis = Emphasis.NONE
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ZoneBlock:
    """A zone of the text by paragraphs; `reason` says why it is doubtful, and is empty for one that is core."""

    paragraphs: tuple[tuple[TextPiece, ...], ...]
    is_doubtful: bool = False
    reason: str = ""


def pieces_of(text: str, spans: Iterable[MentionSpan], start: int = 0, end: int | None = None) -> tuple[TextPiece, ...]:
    """The text in `[start, end)`, cut wherever the mentions in force change."""
    end = len(text) if end is None else end
    inside = sorted((one for one in spans if one.start < end and one.end > start), key=lambda one: one.start)
    edges = sorted({start, end, *(min(max(at, start), end) for one in inside for at in (one.start, one.end))})
    pieces: list[TextPiece] = []
    seen: set[str] = set()
    active: list[MentionSpan] = []
    following = 0
    for left, right in pairwise(edges):
        while following < len(inside) and inside[following].start <= left:
            active.append(inside[following])
            following += 1
        active = [one for one in active if one.end > left]
        pieces.append(_piece(text[left:right], active, seen))
    return tuple(pieces)


def _piece(text: str, active: Sequence[MentionSpan], seen: set[str]) -> TextPiece:
    if not active:
        return TextPiece(text)
    strongest = max(active, key=lambda one: one.emphasis.strength)
    anchor = "" if strongest.target_id in seen else strongest.target_id
    seen.add(strongest.target_id)
    return TextPiece(text, strongest.emphasis, "; ".join(dict.fromkeys(one.label for one in active)), anchor)


def blocks_of(
    text: str, zones: Sequence[Zone], spans: Sequence[MentionSpan], start: int, end: int
) -> tuple[ZoneBlock, ...]:
    """The part `[start, end)` of a text by zones; what no zone covers is core."""
    blocks = []
    for zone in _covering(zones, start, end):
        paragraphs = _paragraphs(pieces_of(text, spans, zone.start, zone.end))
        if paragraphs:
            blocks.append(ZoneBlock(paragraphs, zone.kind is ZoneKind.DOUBTFUL, zone.reason))
    return tuple(blocks)


def _paragraphs(pieces: Iterable[TextPiece]) -> tuple[tuple[TextPiece, ...], ...]:
    """The pieces, cut at line breaks; lines without a word are left out."""
    lines: list[list[TextPiece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=text, anchor="")] for text in others]
    return tuple(
        tuple(piece for piece in line if piece.text) for line in lines if any(piece.text.strip() for piece in line)
    )


def _covering(zones: Sequence[Zone], start: int, end: int) -> list[Zone]:
    """The zones inside `[start, end)`, cut at its ends; neighbours alike are one, and gaps are core."""
    cut: list[Zone] = []
    at = start
    for zone in sorted(zones, key=lambda one: one.start):
        left, right = max(zone.start, at), min(zone.end, end)
        if left >= right:
            continue
        if left > at:
            cut.append(Zone(at, left, ZoneKind.CORE))
        cut.append(Zone(left, right, zone.kind, zone.reason))
        at = right
    if at < end:
        cut.append(Zone(at, end, ZoneKind.CORE))
    merged: list[Zone] = []
    for zone in cut:
        if merged and (merged[-1].kind, merged[-1].reason) == (zone.kind, zone.reason):
            merged[-1] = Zone(merged[-1].start, zone.end, zone.kind, zone.reason)
        else:
            merged.append(zone)
    return merged


def part_with(text: str, offset: int, number: int | None) -> tuple[int, int, int, int]:
    """Which part of a long text to show: `(start, end, number, parts)`, numbers from 1.

    The part with this number or, without one, the part in which `offset` is.
    """
    parts = max(1, -(-len(text) // PART))
    chosen = min(max(number if number is not None else offset // PART + 1, 1), parts)
    start = (chosen - 1) * PART
    return start, min(start + PART, len(text)), chosen, parts
