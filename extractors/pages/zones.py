"""Which lines of an article's text belong to it for certain, and why the others may not.

Nothing is deleted: a name in a doubtful line is found and shown, but it never alerts. The surest signs decide first,
the sum of the weaker ones (`belonging`) last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.identity import digest_of
from core.records import Zone, ZoneKind
from extractors.pages.blocks import Layout
from extractors.pages.line_classifier import PageClaims, doubtful_reason, line_features
from extractors.pages.lines import MIN_KEY_LENGTH, Line
from extractors.pages.markers import is_advertisement, is_marker
from extractors.pages.structure import PageStructure
from extractors.pages.teasers import first_teaser_line, is_paragraph, is_prose, is_teaser_link

_NEVER_CORE = frozenset({"comment", "author", "caption", "aside", "navigation", "factbox"})
"""What an element is by its tag or label, if it can never be the article itself."""


_CARD = 0.8  # of the headline of a card is a link


def block_hash(key: str) -> str:
    """The identity of a block's text on its host."""
    return digest_of("block", key)


def trusted_body(body: str, lines: Sequence[Line]) -> str:
    """The key of the structured body if it is long enough to judge the text by, else nothing.

    It must hold at least 500 letters and half of the text: many publishers give only a beginning.
    """
    shared = sum(len(line.key) for line in lines if line.key in body)
    is_whole = len(body) >= 500 and 2 * shared >= sum(len(line.key) for line in lines)
    return body if is_whole else ""


def doubtful_reasons(
    lines: Sequence[Line], structure: PageStructure, claims: PageClaims, host_memory: frozenset[str]
) -> tuple[str, ...]:
    """For each line why it is doubtful; an empty string for core."""
    facts = line_features(lines, structure, claims)
    marked = _marked(lines, structure.layout)
    teaser = first_teaser_line(lines, structure.layout)
    reasons = []
    for number, line in enumerate(lines):
        role = structure.roles.get(structure.layout.blocks[line.block].container) if line.block is not None else None
        if role in _NEVER_CORE:
            reasons.append(role)
        elif "other_article" in facts[number]:
            reasons.append("other_article")
        elif number > 0 and "titled" not in facts[number] and is_teaser_link(line, structure.layout):
            reasons.append("teaser")
        elif claims.body and len(line.key) >= MIN_KEY_LENGTH and line.key in claims.body:
            reasons.append("")
        elif number in marked:
            reasons.append("after_marker")
        elif number >= teaser:
            reasons.append("teaser")
        elif line.is_recovered or "described" in facts[number]:  # the page itself vouches for it
            reasons.append("")
        else:
            reasons.append(doubtful_reason(facts[number]))
    return _with_repeated(lines, reasons, host_memory)


def _marked(lines: Sequence[Line], layout: Layout) -> set[int]:
    """The lines under a marker: up to where running text goes on, paragraph after paragraph.

    A teaser has one paragraph at most. A marker above all text is a label of the article itself.
    """
    marked: set[int] = set()
    told: list[Line] = []
    under = False
    for number, line in enumerate(lines):
        under = bool(told) and (is_marker(line.text) or (under and not _goes_on(lines[number:], told)))
        if under or (told and _is_below_marker(line, layout)):
            marked.add(number)
        if is_prose(line.text) and not under:
            told.append(line)
    return marked


def _goes_on(lines: Sequence[Line], told: Sequence[Line]) -> bool:
    """Two paragraphs of running text stand one below the other; three brief ones, if the article has only such."""
    if any(is_paragraph(line.text) for line in told):
        return [is_paragraph(line.text) for line in lines[:2]] == [True] * 2
    return [is_prose(line.text) for line in lines[:3]] == [True] * 3


def _is_below_marker(line: Line, layout: Layout) -> bool:
    """The page has a marker right above the line, with a linked headline between if the line tells something.

    What finds the main text often passes over so short a paragraph.
    """
    above = (line.block or 0) - 1
    if is_prose(line.text) and above > 0:
        headline = layout.blocks[above]
        above -= headline.linked_chars >= _CARD * len(headline.text)
        if layout.blocks[above] is headline:
            return False
    marker = layout.blocks[above].text if above >= 0 else ""
    return is_marker(marker) and not is_advertisement(marker)


def _with_repeated(lines: Sequence[Line], reasons: list[str], host_memory: frozenset[str]) -> tuple[str, ...]:
    """Lines that other pages of the host have too are doubtful, but for running text amid the article.

    Reports on one case repeat their paragraph of background; house notices stand at the ends.
    """
    if not host_memory:
        return tuple(reasons)
    repeated = [block_hash(line.key) in host_memory for line in lines]
    own = [n for n, line in enumerate(lines) if not repeated[n] and not reasons[n] and is_paragraph(line.text)]
    for number, line in enumerate(lines):
        is_amid = bool(own) and own[0] < number < own[-1] and is_paragraph(line.text)
        if repeated[number] and not is_amid:
            reasons[number] = "repeated"
    return tuple(reasons)


def build_zones(lines: Sequence[Line], reasons: Iterable[str]) -> tuple[Zone, ...]:
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
