"""The headline of a page: the visible one if the metadata confirm it, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.pages.layout.blocks import Layout
from extractors.pages.layout.writing import count_words

_SEPARATOR = re.compile(
    r"\s+(?:[|·•»«›‹⁄~*<>–—-]|::?|/{1,2})\s+|\s*[|｜]\s*|\s+[–—]\s*(?=\S+\.\w{2,4}$)"
    r"|(?<=[\u4e00-\u9fff])-+(?=[\u4e00-\u9fff])|\s?_+\s?"  # both between Chinese words
)
_UNLIKELY_IN_HEADLINES = re.compile(r"[|｜_·•»«›‹⁄~>]|::")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_CHINESE_SITE = re.compile(
    r"[\u4e00-\u9fff\w]*(?:网|網|报|報|新闻|新聞|在线|在線|频道|頻道|电视台|電視台|日报|晚报|门户|站)"
)
# "© 2026 Name", "Copyright 1998-2026 by Name. All rights reserved"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d)?(?:\s*[-–—,]\s*(?:(?:19|20)\d\d)?)?\s*(?:by\s+|:\s*)?"
    r"(?P<owner>[^\W\d][^|.,;:·•–—©()\n]{1,60})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s+(?:all|alle|tous|todos|tutti|все|모든|保留)\b.*$|\s+(?:19|20)\d\d.*$", re.IGNORECASE)
_MENU_BLOCKS = 200  # at the beginning of a page, which are searched for its sections
_MAX_SECTION_WORDS = 3
_OWNER_LABEL = re.compile(r"\s*\[([^\[\]]{2,40})\]\s+(?=\S)")
_FOOTER_BLOCKS = 60  # at the end of a page, which are searched for its owner
_KICKER = re.compile(r"\s*(?::|[|–—-])\s+")  # separates a kicker from the headline
_WORD = re.compile(r"\w+")
_AGREEING, _ALIKE, _SAME = 0.5, 0.8, 0.95  # agreement of two titles
_MIN_HEADLINE_WORDS = 4  # names of sections and sites have fewer
_MAX_LABEL_WORDS = 4  # of a site or section behind the headline
_MAX_NAME_WORDS = 8  # of a site; a longer value is a headline by mistake
_MAX_LENGTH = 300  # code points; a longer value is a paragraph by mistake


def choose_title(
    headings: tuple[str, ...],
    claims: tuple[str | None, ...],
    site_names: tuple[str | None, ...],
    sections: tuple[str, ...] = (),
) -> str | None:
    """The best title: a heading that a claim confirms, else the first usable claim, else the first heading; or None.

    Args:
        headings: The page's `<h1>` texts in order.
        claims: Titles in the metadata, most trusted first.
        site_names: Names of the site; a title that is one of them is not usable.
        sections: Names of its sections, which are cut off like those of the site.
    """
    visible, usable = _usable(headings, site_names, sections), _usable(claims, site_names, sections)
    confirmed = max(
        ((agreement(one, claim), -at, one) for at, one in enumerate(visible) for claim in usable), default=None
    )
    if confirmed and confirmed[0] >= _AGREEING:
        return _without_kicker(confirmed[2], usable)
    if len(visible) == len(headings) == 1 and count_words(visible[0]) >= _MIN_HEADLINE_WORDS:
        return visible[0]  # a reader takes the only <h1> for the headline
    return next(iter([*usable, *visible]), None)


def choose_news_title(
    headings: tuple[str, ...],
    claims: tuple[str | None, ...],
    site_names: tuple[str | None, ...],
    sections: tuple[str, ...] = (),
) -> str | None:
    """As `choose_title`, for a page whose JSON-LD gives the headline as the first claim.

    Newsrooms write that headline with care. Where the page shows another heading, the second claim (the title for
    sharing) is preferred if it agrees with the first.
    """
    own, shared = (next(iter(_usable((claim,), site_names, sections)), None) for claim in claims[:2])
    if own is None:
        return choose_title(headings, claims, site_names, sections)
    is_shown = any(agreement(own, heading) >= _SAME for heading in _usable(headings, site_names, sections))
    return own if is_shown or shared is None or agreement(own, shared) < _AGREEING else shared


def _without_kicker(heading: str, claims: list[str]) -> str:
    """The heading without a kicker in the same element: the claim of four words or more that the heading ends with.

    A claim that has another kicker is compared without it.
    """
    key = _folded(heading)
    others = (claim for claim in claims if agreement(heading, claim) < _ALIKE)
    tails = (claim[match.end() :] for claim in others for match in _KICKER.finditer(claim))
    ends = (
        one
        for one in (*claims, *tails)
        if len(_WORD.findall(one)) >= _MIN_HEADLINE_WORDS and key.endswith(_folded(one))
    )
    return next(ends, heading)


def _usable(titles: tuple[str | None, ...], site_names: tuple[str | None, ...], sections: tuple[str, ...]) -> list[str]:
    """The titles without the names of site and sections; those that are only the site's name are left out."""
    names = {_folded(name) for name in site_names if name and len(_WORD.findall(name)) <= _MAX_NAME_WORDS}
    cut = (_without_section(strip_site_name(one, names), frozenset(map(_folded, sections))) for one in titles if one)
    return [title for title in cut if _is_usable(title, names)]


def _without_section(title: str, sections: frozenset[str]) -> str:
    """The title without a last part, or before a bar a first one, that is a section; what is left is a headline."""
    parts = list(_parts(title))
    if len(parts) == 1 or not sections:
        return title
    before, last, _ = parts[-1]
    if _folded(last) in sections and count_words(title[:before]) >= _MIN_HEADLINE_WORDS:
        return _without_section(title[:before].rstrip(), sections)
    start = parts[1][2]
    is_first = _folded(parts[0][1]) in sections and _UNLIKELY_IN_HEADLINES.search(title[parts[1][0] : start])
    return title[start:] if is_first and count_words(title[start:]) >= _MIN_HEADLINE_WORDS else title


def strip_site_name(title: str, names: set[str]) -> str:
    """The title without a part at its end or beginning that names the site.

    `names` are known names as letters and digits in lower case. Behind a separator that headlines hardly have, a part
    of at most four words is taken for the name of the site, or of a section, even if it is not among them.
    """
    label = _OWNER_LABEL.match(title)
    if label and _folded(label[1]) in names:
        return strip_site_name(title[label.end() :], names)
    parts = list(_parts(title))
    if len(parts) == 1:
        return title.strip()
    before, last, begin = parts[-1]
    rest, separator = title[:before].rstrip(), title[before:begin]
    if _folded(last) in names or _names_site(separator, last):
        return strip_site_name(rest, names)
    if _folded(parts[0][1]) in names:
        return strip_site_name(title[parts[1][2] :], names)
    is_label = count_words(last) <= _MAX_LABEL_WORDS and _UNLIKELY_IN_HEADLINES.search(separator) is not None
    is_cut = is_label and ("|" in separator or count_words(rest) >= _MIN_HEADLINE_WORDS)
    return strip_site_name(rest, names) if is_cut else title.strip()


def _names_site(separator: str, part: str) -> bool:
    """True for a last part that is a domain or, behind `_` or `-` without spaces, the Chinese name of a publisher."""
    return _DOMAIN.fullmatch(part) is not None or (separator[:1] in "_-" and bool(_CHINESE_SITE.fullmatch(part)))


def names_of_sections(layout: Layout) -> tuple[str, ...]:
    """The short texts that are nothing but links, as the menu of a page has them for its sections."""
    linked = (block for block in layout.blocks[:_MENU_BLOCKS] if block.linked_chars >= len(block.text))
    return tuple({block.text for block in linked if len(block.text.split()) <= _MAX_SECTION_WORDS})


def names_of_owner(layout: Layout) -> tuple[str, ...]:
    """What the page's line of copyright names as its owner; empty without one."""
    lines = (block.text for block in layout.blocks[-_FOOTER_BLOCKS:] if len(block.text) <= _MAX_LENGTH)
    found = (_COPYRIGHT.search(line) for line in lines)
    return tuple(_RIGHTS.sub("", match["owner"]).strip() for match in found if match)


def _parts(title: str) -> Iterator[tuple[int, str, int]]:
    """The parts between separators: start of the separator before it, the part, start of the part."""
    begin, before = 0, 0
    for match in _SEPARATOR.finditer(title):
        yield before, title[begin : match.start()].strip(), begin
        before, begin = match.start(), match.end()
    yield before, title[begin:].strip(), begin


def agreement(one: str, other: str) -> float:
    """Similarity of two titles, 0 to 1: the Jaccard index of their words, or 0.9 of their containment if higher.

    Containment is the share of the shorter title's words that the other has; it counts from four words up.
    """
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    shared = len(a & b)
    if not shared:
        return 0.0
    jaccard = shared / len(a | b)
    shorter = min(len(a), len(b))
    return max(jaccard, 0.9 * shared / shorter) if shorter >= 4 else jaccard


def _is_usable(title: str, names: set[str]) -> bool:
    return 2 < len(title) <= _MAX_LENGTH and _folded(title) not in names


def _folded(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))
