"""Text that a feed gives with or without markup, as plain text. Nobody says which of the two a headline is.

A `<…>` is markup only if it begins like a tag that browsers know: a name of an HTML element, a name with a hyphen or
colon (custom elements, other vocabularies), an end tag, or attributes. Korean and Japanese headlines put names and
titles of works in such brackets, and those are text.
"""

from __future__ import annotations

import re
from html import escape, unescape

from lxml.html import defs

# lxml lists the elements of HTML 4; those that HTML added since, and the few of SVG and MathML that bear no attributes.
_NEWER_TAGS = """
    article aside audio bdi canvas data datalist details dialog embed figcaption figure footer header hgroup main mark
    math mi mn mo mrow msub msup menu meter nav nobr output path picture progress rb rp rt rtc ruby search section slot
    source summary svg template text time track video wbr
"""
_TAGS = frozenset(defs.tags) | frozenset(_NEWER_TAGS.split())
_BOOLEAN_ATTRIBUTES = frozenset(
    ("async", "checked", "controls", "defer", "disabled", "hidden", "loop", "muted", "nowrap", "open")
)
_BRACKETED = re.compile(r"<(/?)([^\s<>/=]{1,60})([^<>]{0,2000})>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[((?:(?!<!\[CDATA\[).)*?)\]\]>", re.DOTALL)  # that XML left, because it was escaped
_MAX_TITLE = 2_000  # code points; a longer one is cut before it is searched
_PAGE_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|table)\b", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_MIN_PARTS = 3  # fewer are one text whose lines are its paragraphs
_MAX_HEADLINE = 200  # code points
_LINE_ENDS = frozenset(["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"])


def plain_title(text: str | None) -> str | None:
    """A headline without its markup, entities resolved once, white space collapsed; None if nothing is left."""
    marked_up = _COMMENT.sub(" ", _CDATA.sub(r"\1", (text or "")[:_MAX_TITLE]))
    return " ".join(unescape(_BRACKETED.sub(_without_tag, marked_up)).split()) or None


def with_text_brackets(markup: str) -> str:
    """The markup with every `<…>` that is no tag written as text, so that an HTML parser keeps it."""
    markup = _CDATA.sub(r"\1", markup)
    return _BRACKETED.sub(lambda match: match[0] if _is_tag(match) else f"&lt;{match[0][1:]}", markup)


def is_plain_text(text: str, media_type: str) -> bool:
    """True for a document that its server calls plain text, if it has no markup of a page."""
    return media_type.lower().startswith("text/plain") and not _PAGE_TAG.search(text[:_MAX_TITLE])


def text_as_markup(text: str) -> str:
    """Plain text as a page: parts between empty lines as paragraphs, a first one that is short as its headline."""
    parts = [" ".join(part.split()) for part in _EMPTY_LINES.split(text) if part.strip()]
    if len(parts) < _MIN_PARTS:
        parts = [line.strip() for line in text.splitlines() if line.strip()]
    title = parts.pop(0) if parts and len(parts[0]) <= _MAX_HEADLINE else ""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in parts)
    return f"<html><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>{paragraphs}</body></html>"


def _without_tag(match: re.Match[str]) -> str:
    if not _is_tag(match):
        return match[0]
    return " " if match[2].lower() in _LINE_ENDS else ""


def _is_tag(match: re.Match[str]) -> bool:
    slash, name, rest = match[1], match[2], match[3].strip(" \t\r\n/")
    if name[0] in "!?":  # a comment, a declaration
        return True
    if not (name[0].isascii() and name[0].isalpha()):  # HTML: "<" begins a tag only before an ASCII letter
        return False
    has_attributes = "=" in rest or rest.lower() in _BOOLEAN_ATTRIBUTES
    if name.lower() in _TAGS or re.search(r"[A-Za-z][:-][A-Za-z]", name):
        return not rest or has_attributes
    return bool(slash) or has_attributes
