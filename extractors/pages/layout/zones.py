"""Division of an article's text into core and doubtful zones, line by line.

Nothing is deleted: a name in a doubtful line is found and shown, but it never alerts. Rules that are nearly certain
decide first; the line classifier decides what they leave open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from core.identity import digest_of
from core.records import Zone, ZoneKind
from extractors.pages.layout.indicators import bears_indicator
from extractors.pages.layout.line_classifier import PageClaims, doubtful_reason, line_features
from extractors.pages.layout.lines import MIN_KEY_LENGTH, Line
from extractors.pages.layout.markers import is_advertisement, is_marker
from extractors.pages.layout.structure import PageStructure
from extractors.pages.layout.teasers import (
    find_link_lists,
    first_teaser_line,
    is_paragraph,
    is_prose,
    is_teaser_link,
    linked_headlines,
)
from extractors.pages.layout.writing import ends_sentence, extent

_NEVER_CORE = frozenset({"comment", "author", "caption", "aside", "navigation", "factbox", "hidden"})
"""Roles of elements that are never part of the article itself."""
_CERTAIN = (
    (frozenset({"pictured", "credit"}), "caption"),
    (frozenset({"other_article"}), "other_article"),
    (frozenset({"staff"}), "author"),
)
"""Features that together leave no doubt, with the reason."""
_INVITATION = frozenset({"calls", "addresses"})
"""Features of a line that asks the reader for something."""
_MAX_INVITATION = 160  # Latin letters; a paragraph with such words may report on them
_MAX_END_NOTE = 800  # the same below a long text
_END = frozenset({"last", "near_end"})
_QUOTED = re.compile('["“”„«»「『]')
_ELSEWHERE = frozenset({"outside", "beyond_article", "linked", "linked_half", "before_text"})
"""Features of a heading that need not be the article's, whatever is below it."""
_SET_APART = frozenset({"boxed", "rare_shape", "outside", "italic"})
_LINK_OR_HEADING = frozenset({"linked", "linked_half", "linked_some", "heading"})
"""Features of a line that links itself, or that heads a section: tables of contents link to those."""
NOTHING_FOREIGN: Mapping[int, str] = MappingProxyType({})
_ADDRESSES = re.compile(r"\W{0,3}(?:(?:https?://|www\.)\S+\s*)+")  # and nothing else
# What a content management system should have replaced: `[button link="…"]Send us your review[/button]`.
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s+[\w-]+=[\"'”“″«][^\]]*)\]")
_NO_TEXT = (("linked", _ADDRESSES.fullmatch), ("code", _SHORTCODE.match), ("advertisement", is_advertisement))
"""Why a line is no text of the article, by its own words."""
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
    lines: Sequence[Line],
    structure: PageStructure,
    claims: PageClaims,
    host_memory: frozenset[str],
    foreign: Mapping[int, str] = NOTHING_FOREIGN,
) -> tuple[str, ...]:
    """For each line the reason why it is doubtful; an empty string for core.

    `foreign` gives the reason for blocks that are known to be something else, such as readers' comments; the text is
    judged as if they were not there.
    """
    own = [line for line in lines if line.block not in foreign]
    if 0 < len(own) < len(lines):
        others = iter(doubtful_reasons(own, structure, claims, host_memory))
        known = (foreign.get(line.block) if line.block is not None else None for line in lines)
        return tuple(reason or next(others) for reason in known)
    features = line_features(lines, structure, claims)
    after_marker = _lines_after_marker(lines, structure)
    teaser = first_teaser_line(lines, structure.layout)
    link_lists, headlines = find_link_lists(structure.layout), linked_headlines(structure.layout)
    reasons: list[str] = []
    judged: set[int] = set()  # by the classifier
    for number, line in enumerate(lines):
        reason = _reason_by_markup(number, line, features[number], structure, link_lists, headlines)
        if reason:
            reasons.append(reason)
        elif claims.body and len(line.key) >= MIN_KEY_LENGTH and line.key in claims.body:
            reasons.append("")
        elif number in after_marker:
            reasons.append("after_marker")
        elif number >= teaser:
            reasons.append("teaser")
        elif line.is_confirmed or "described" in features[number] or bears_indicator(line.text):
            reasons.append("")
        else:
            reasons.append(doubtful_reason(features[number]))
            judged.add(number)
    for number in judged:
        if reasons[number] and number + 1 < len(lines) and not reasons[number + 1] and _heads_text(features[number]):
            reasons[number] = ""
    return _with_repeated(lines, reasons, host_memory)


def _heads_text(features: set[str]) -> bool:
    """True for a heading within the article that is no link: what is right below it says whose it is."""
    is_apart = any(name in _ELSEWHERE or name.startswith("role_") for name in features)
    return "heading" in features and not is_apart


def _reason_by_markup(
    number: int,
    line: Line,
    features: set[str],
    structure: PageStructure,
    link_lists: frozenset[int],
    headlines: frozenset[str],
) -> str:
    """Why the line is certainly not the article's, by its element, its links or its label; else an empty string."""
    role = structure.roles.get(structure.layout.blocks[line.block].container) if line.block is not None else None
    if role in _NEVER_CORE:
        return role
    certain = (reason for signs, reason in _CERTAIN if features >= signs)
    if found := next(certain, ""):
        return found
    if features >= _INVITATION and _is_promotion(line.text, features):
        return "role_promotion"
    if number > 0 and "titled" not in features:
        names_other_page = line.key in headlines and _LINK_OR_HEADING.isdisjoint(features)
        if names_other_page or is_teaser_link(line, structure.layout, link_lists):
            return "teaser"
    return next((reason for reason, holds in _NO_TEXT if holds(line.text)), "")


def _is_promotion(text: str, features: set[str]) -> bool:
    """True for an invitation that is set apart from the text, or ends it and is nobody's words."""
    if extent(text) <= _MAX_INVITATION and not features.isdisjoint(_SET_APART):
        return True
    return not features.isdisjoint(_END) and not _QUOTED.search(text) and extent(text) <= _MAX_END_NOTE


def _lines_after_marker(lines: Sequence[Line], structure: PageStructure) -> set[int]:
    """The lines from each marker down to where the article's prose resumes.

    A marker above all prose is a label of the article itself, and the label of an advertisement ends nothing.
    """
    after_marker: set[int] = set()
    prose: list[Line] = []
    marker: int | None = None  # the block of the marker above, -1 for a marker without a block
    for number, line in enumerate(lines):
        if prose and is_marker(line.text):
            marker = -1 if line.block is None else line.block
        elif marker is not None and _prose_resumes(lines, number, prose, marker, structure):
            marker = None
        if marker is not None or (prose and _is_below_marker(line, prose[-1], structure)):
            after_marker.add(number)
        elif is_prose(line.text) or ends_sentence(line.text):
            prose.append(line)
    return after_marker


def _prose_resumes(
    lines: Sequence[Line], number: int, prose: Sequence[Line], marker: int, structure: PageStructure
) -> bool:
    """True if the article goes on with this line.

    It does where the box of the marker ends, and the line lies in a box like that of the prose above. Without a box of
    the marker it does where paragraphs follow each other, since a teaser has at most one: two, or three sentences such
    as those of a dialogue; or with a paragraph below a list of links.
    """
    line = lines[number]
    if marker >= 0 and _leaves_box(line, prose[-1], marker, structure):
        return True
    following = [one.text for one in lines[number : number + 3]]
    if [is_prose(text) for text in following[:2]] == [True] * 2 or all(map(is_paragraph, following[:2])):
        return True
    return len(following) == 3 and all(map(ends_sentence, following)) and not any(map(is_marker, following))


def _leaves_box(line: Line, prose: Line, marker: int, structure: PageStructure) -> bool:
    """True for a sentence outside the marker's box, in a box like that of the prose; False if the marker has no box."""
    if line.block is None or prose.block is None or not ends_sentence(line.text):
        return False
    layout = structure.layout
    own, others, marked = (layout.box_of(layout.blocks[one].container) for one in (line.block, prose.block, marker))
    is_like_prose = structure.box_paths[own] == structure.box_paths[others] != structure.box_paths[marked]
    return is_like_prose and marked not in layout.ancestors_or_self(own)


def _is_below_marker(line: Line, prose: Line, structure: PageStructure) -> bool:
    """True if the page has a marker right above the line; above prose, a linked headline may be in between.

    The page is checked because the main text often lacks the marker, which is very short.
    """
    blocks = structure.layout.blocks
    above = (line.block or 0) - 1
    if is_prose(line.text) and above > 0:
        headline = blocks[above]
        above -= headline.linked_chars >= _MIN_CARD_LINK_SHARE * len(headline.text)
        if blocks[above] is headline:
            return False
    return above >= 0 and is_marker(blocks[above].text) and not _leaves_box(line, prose, above, structure)


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
