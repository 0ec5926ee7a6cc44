"""Inline elements that touch: where the page shows a gap by its style, the text gets a space.

`<a>LinkedIn</a><a>Wei Zheng</a>` is displayed as two things, but its text is `LinkedInWei Zheng`. Letters in elements
of their own may as well be parts of a word: a drop cap, a highlighted syllable, the ending behind a link. Two elements
are parts of a word if one of them is a single letter, or the second goes on in lower case; names and headings begin
with a capital or a figure. Two links to different addresses never share a word, nor do two numbers of which one is a
link, such as those of the pages of an article. Where running text touches an element, only one of two words or more is
known to be no part of a word.
"""

from __future__ import annotations

import re
from typing import Any

from extractors.pages.layout.writing import has_spaces

_JOINING = (
    "a",
    "abbr",
    "b",
    "bdi",
    "button",
    "cite",
    "em",
    "font",
    "i",
    "mark",
    "small",
    "span",
    "strong",
    "time",
    "u",
)
_ELEMENTS = frozenset((*_JOINING, "label", "q", "s"))
_BLOCK_STYLE = re.compile(
    r"display\s*:\s*(?:block|flex|grid|inline-(?:block|flex|grid)|table|list-item)", re.IGNORECASE
)
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d\d(?!\d)")  # which no number before it goes on with
_MIN_LETTERS = 2
_MAX_EDGE = 400  # code points of an element that are looked at


def separate_words(tree: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Puts a space between adjacent inline elements that are no parts of one word."""
    for element in list(tree.iter(*_JOINING)):
        following = element.getnext()
        tail = element.tail
        if tail:
            if tail[0].isalnum() and _ends_name(element, tail):
                element.tail = f" {tail}"
        elif following is not None and following.tag in _ELEMENTS and _are_apart(element, following):
            element.tail = " "


def _are_apart(one: Any, other: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """True for two elements side by side that the page displays apart."""
    before, behind = _text_of(one), _text_of(other)
    if not (before[-1:].isalnum() and behind[:1].isalnum()):
        return False
    are_numbers = before.isdigit() and behind.isdigit() and "a" in {one.tag, other.tag}
    if are_numbers or _TIME_OF_DAY.match(behind):
        return True
    if any(element.tag == "time" or _BLOCK_STYLE.search(element.get("style") or "") for element in (one, other)):
        return True
    if min(len(before), len(behind)) < _MIN_LETTERS or not has_spaces(before[-1] + behind[0]):
        return False
    if one.tag == other.tag == "a" and one.get("href") != other.get("href"):
        return True
    return before[-1].islower() and (behind[0].isupper() or behind[0].isdigit())


def _ends_name(element: Any, tail: str) -> bool:  # noqa: ANN401 - lxml ships no types
    """True for an element of several words before a capital, as in `<b>Jane Roe</b>Director`."""
    if not tail[0].isupper():
        return bool(_BLOCK_STYLE.search(element.get("style") or ""))
    text = _text_of(element)
    return text[-1:].islower() and " " in text.strip()


def _text_of(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    text: str = element.text or "" if len(element) == 0 else "".join(element.itertext())
    return text[-_MAX_EDGE:] if len(text) > _MAX_EDGE else text
