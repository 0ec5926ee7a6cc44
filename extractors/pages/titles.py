"""The headline of a page: what its reader sees, if its own claims about itself agree, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SEPARATOR = re.compile(r"\s+(?:[|·•»«›‹⁄~*–—-]|::|//)\s+|\s*\|\s*|\s+[–—]\s*(?=\S+\.\w{2,4}$)")
_KICKER = re.compile(r"\s*(?::|[|–—-])\s+")  # what divides it from a headline
_WORD = re.compile(r"\w+")
_AGREEING, _ALIKE, _SAME = 0.5, 0.8, 0.95  # agreement of two titles
_SENTENCE = 4  # words of a headline; names of sections and sites have fewer
_LONGEST_NAME = 8  # words of a site's name; more are a headline in its place
_LONGEST = 300  # code points; what is longer is a paragraph in the wrong place


def choose_title(
    headings: tuple[str, ...], claims: tuple[str | None, ...], site_names: tuple[str | None, ...]
) -> str | None:
    """The best title: a heading that a claim confirms, else the first sound claim, else the first heading.

    Args:
        headings: The page's `<h1>` texts in order.
        claims: What metadata gives as title, most trusted first.
        site_names: Names of the site; a title that is one of them names the site, not the article.
    """
    visible, sound = _sound(headings, site_names), _sound(claims, site_names)
    confirmed = max(
        ((agreement(one, claim), -at, one) for at, one in enumerate(visible) for claim in sound), default=None
    )
    if confirmed and confirmed[0] >= _AGREEING:
        return _bare(confirmed[2], sound)
    if len(visible) == len(headings) == 1 and len(_WORD.findall(visible[0])) >= _SENTENCE:
        return visible[0]  # the only heading of its rank is what the reader takes for the headline
    return next(iter([*sound, *visible]), None)


def choose_news_title(
    headings: tuple[str, ...], claims: tuple[str | None, ...], site_names: tuple[str | None, ...]
) -> str | None:
    """As `choose_title`, for a page whose structured data give the headline as the first claim.

    Newsrooms write that headline with care. Where the heading shows another one, the second claim is preferred to it if
    the two agree: it is the title under which the article is passed on.
    """
    own, passed_on = (next(iter(_sound((claim,), site_names)), None) for claim in claims[:2])
    if own is None:
        return choose_title(headings, claims, site_names)
    is_shown = any(agreement(own, heading) >= _SAME for heading in _sound(headings, site_names))
    return own if is_shown or passed_on is None or agreement(own, passed_on) < _AGREEING else passed_on


def _bare(heading: str, claims: list[str]) -> str:
    """The heading without a kicker set above it in the same element: a claim of four words or more that ends it.

    Where the claim has a kicker of its own, and another one, it is what follows that.
    """
    key = _folded(heading)
    others = (claim for claim in claims if agreement(heading, claim) < _ALIKE)
    tails = (claim[match.end() :] for claim in others for match in _KICKER.finditer(claim))
    ends = (one for one in (*claims, *tails) if len(_WORD.findall(one)) >= _SENTENCE and key.endswith(_folded(one)))
    return next(ends, heading)


def _sound(titles: tuple[str | None, ...], site_names: tuple[str | None, ...]) -> list[str]:
    """The titles without the site's name, those left out that are nothing but it."""
    names = {_folded(name) for name in site_names if name and len(_WORD.findall(name)) <= _LONGEST_NAME}
    return [title for title in (strip_site_name(one, names) for one in titles if one) if _is_sound(title, names)]


def strip_site_name(title: str, names: set[str]) -> str:
    """The title without a part at its end or beginning that names the site, or else looks like it.

    A last part of at most four words is taken for the site's name only behind `|` and its kin, or if it is known.
    """
    parts = list(_parts(title))
    if len(parts) > 1 and _folded(parts[-1][1]) in names:
        return strip_site_name(title[: parts[-1][0]].rstrip(), names)
    if len(parts) > 1 and _folded(parts[0][1]) in names:
        return title[parts[1][2] :].strip()
    if len(parts) > 1 and "|" in title[parts[-1][0] : parts[-1][2]] and len(_WORD.findall(parts[-1][1])) <= 4:
        return title[: parts[-1][0]].rstrip()
    return title.strip()


def _parts(title: str) -> Iterator[tuple[int, str, int]]:
    """Parts between separators: where the separator before begins, the part, where it begins."""
    begin, before = 0, 0
    for match in _SEPARATOR.finditer(title):
        yield before, title[begin : match.start()].strip(), begin
        before, begin = match.start(), match.end()
    yield before, title[begin:].strip(), begin


def agreement(one: str, other: str) -> float:
    """How much two titles say the same, 0 to 1: shared words over those of both, or of the shorter if it is long."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    shared = len(a & b)
    if not shared:
        return 0.0
    jaccard = shared / len(a | b)
    shorter = min(len(a), len(b))
    return max(jaccard, 0.9 * shared / shorter) if shorter >= 4 else jaccard


def _is_sound(title: str, names: set[str]) -> bool:
    return 2 < len(title) <= _LONGEST and _folded(title) not in names


def _folded(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))
