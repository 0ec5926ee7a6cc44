"""Division of an article's text into core and doubtful zones, line by line.

Nothing is deleted: a name in a doubtful line is found and shown, but it never alerts. Rules that are nearly certain
decide first; the line classifier decides what they leave open.
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
"""Roles of elements that are never part of the article itself."""
_MIN_CARD_LINK_SHARE = 0.8  # of the headline of a teaser card


def block_hash(key: str) -> str:
    """The hash by which a block is recognised on other pages of its host, from its comparison key."""
    return digest_of("block", key)


def trusted_body(body: str, lines: Sequence[Line]) -> str:
    """The comparison key of the JSON-LD body if it is complete enough to check lines against, else "".

    It must have at least 500 letters and contain half of the text: many publishers give only the beginning.
    """
    shared = sum(len(line.key) for line in lines if line.key in body)
    is_complete = len(body) >= 500 and 2 * shared >= sum(len(line.key) for line in lines)
    return body if is_complete else ""


def doubtful_reasons(
    lines: Sequence[Line], structure: PageStructure, claims: PageClaims, host_memory: frozenset[str]
) -> tuple[str, ...]:
    """For each line the reason why it is doubtful; an empty string for core."""
    features = line_features(lines, structure, claims)
    after_marker = _lines_after_marker(lines, structure.layout)
    teaser = first_teaser_line(lines, structure.layout)
    reasons = []
    for number, line in enumerate(lines):
        role = structure.roles.get(structure.layout.blocks[line.block].container) if line.block is not None else None
        if role in _NEVER_CORE:
            reasons.append(role)
        elif "other_article" in features[number]:
            reasons.append("other_article")
        elif number > 0 and "titled" not in features[number] and is_teaser_link(line, structure.layout):
            reasons.append("teaser")
        elif claims.body and len(line.key) >= MIN_KEY_LENGTH and line.key in claims.body:
            reasons.append("")
        elif number in after_marker:
            reasons.append("after_marker")
        elif number >= teaser:
            reasons.append("teaser")
        elif line.is_recovered or "described" in features[number]:  # confirmed by the page itself
            reasons.append("")
        else:
            reasons.append(doubtful_reason(features[number]))
    return _with_repeated(lines, reasons, host_memory)


def _lines_after_marker(lines: Sequence[Line], layout: Layout) -> set[int]:
    """The lines from each marker down to where the article's prose resumes.

    A teaser has at most one paragraph, so several in a row are the article. A marker above all prose is a label of the
    article itself.
    """
    after_marker: set[int] = set()
    prose: list[Line] = []
    is_after = False
    for number, line in enumerate(lines):
        is_after = bool(prose) and (is_marker(line.text) or (is_after and not _prose_resumes(lines[number:], prose)))
        if is_after or (prose and _is_below_marker(line, layout)):
            after_marker.add(number)
        if is_prose(line.text) and not is_after:
            prose.append(line)
    return after_marker


def _prose_resumes(lines: Sequence[Line], prose: Sequence[Line]) -> bool:
    """True if two paragraphs follow each other; three short ones, if the `prose` so far has only short ones."""
    if any(is_paragraph(line.text) for line in prose):
        return [is_paragraph(line.text) for line in lines[:2]] == [True] * 2
    return [is_prose(line.text) for line in lines[:3]] == [True] * 3


def _is_below_marker(line: Line, layout: Layout) -> bool:
    """True if the page has a marker right above the line; above prose, a linked headline may be in between.

    The page is checked because the main text often lacks the marker, which is very short.
    """
    above = (line.block or 0) - 1
    if is_prose(line.text) and above > 0:
        headline = layout.blocks[above]
        above -= headline.linked_chars >= _MIN_CARD_LINK_SHARE * len(headline.text)
        if layout.blocks[above] is headline:
            return False
    marker = layout.blocks[above].text if above >= 0 else ""
    return is_marker(marker) and not is_advertisement(marker)


def _with_repeated(lines: Sequence[Line], reasons: list[str], host_memory: frozenset[str]) -> tuple[str, ...]:
    """Adds the reason for lines that other pages of the host have as well, except paragraphs within the article.

    Reports on one case repeat their paragraph of background; notices of the publisher are at the ends.
    """
    if not host_memory:
        return tuple(reasons)
    repeated = [block_hash(line.key) in host_memory for line in lines]
    own = [n for n, line in enumerate(lines) if not repeated[n] and not reasons[n] and is_paragraph(line.text)]
    for number, line in enumerate(lines):
        is_within = bool(own) and own[0] < number < own[-1] and is_paragraph(line.text)
        if repeated[number] and not is_within:
            reasons[number] = "repeated"
    return tuple(reasons)


def build_zones(lines: Sequence[Line], reasons: Iterable[str]) -> tuple[Zone, ...]:
    """Zones that cover the lines joined by newlines without gap or overlap; adjacent lines of one reason share one."""
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
