"""The bytes of a feed become entries, whatever its format.

A new format is a reader in `formats/`, a `FeedKind`, and a branch in `detect_format` and `_read_format`. All of it is
pure but may hang or crash on hostile input, so callers run `parse_feed` in a worker process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from core.records import FeedEntry, FeedKind
from extractors.feeds.contents import NO_SCHEDULE, FeedContents, FeedProblem, SitemapLink, UpdateSchedule
from extractors.feeds.entries import absolute_url, to_entries
from extractors.feeds.formats.json_feed import read_json_feed
from extractors.feeds.formats.rss_atom import read_rss_or_atom
from extractors.feeds.formats.sitemap import read_sitemap
from extractors.feeds.formats.xml_entities import with_declared_entities
from extractors.feeds.interstitials import identify_interstitial
from extractors.fetching.content_coding import decode_content
from extractors.fetching.errors import FetchAttemptError
from extractors.pages.decoding.charset import decode_text

_FORMATS = {
    "urlset": FeedKind.SITEMAP,
    "sitemapindex": FeedKind.SITEMAP,
    "rss": FeedKind.RSS,
    "rdf": FeedKind.RSS,
    "channel": FeedKind.RSS,
    "feed": FeedKind.ATOM,
    "entry": FeedKind.ATOM,
}
"""By the name of the root element."""
_FEED_ELEMENT = re.compile(rf"<(?:[\w.-]+:)?({'|'.join(_FORMATS)})(?=[\s/>])", re.IGNORECASE)
# Before the root: text, declarations, and the markup in which PHP and its like report errors.
_BEFORE_ROOT = re.compile(
    r"(?:[^<]|<[?!][^>]*>|<(script|style)\b[^<]*</\1\s*>|</?(?:a|b|br|code|div|em|font|hr|i|p|pre|small|span|strong|table|td|th|tr)\b[^>]*>)*+",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REPLACEMENT = "\ufffd".encode()
_HEAD_CHARS = 64 * 1024  # the root element starts within
_MAX_PACKINGS = 2
_MAX_SITEMAP_BYTES = 50 * 1024 * 1024  # the limit of sitemaps.org


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A parsed feed. `problem` says why it is no usable feed, None if it is one.

    `warnings` are sentences about mistakes in a feed that could still be read. `truncated` is True if its end is
    missing, so that the next poll must read it again. `sitemaps` are those that a sitemap index lists.
    """

    kind: FeedKind
    title: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    update_schedule: UpdateSchedule = NO_SCHEDULE
    warnings: tuple[str, ...] = ()
    truncated: bool = False
    problem: FeedProblem | None = None
    sitemaps: tuple[SitemapLink, ...] = ()


def parse_feed(
    body: bytes, *, feed_id: str, url: str, seen_at: datetime, content_type: str = "", kind: FeedKind = FeedKind.AUTO
) -> FeedDocument:
    """The feed in `body`, fetched from `url` as `content_type`. Does not raise, whatever the bytes are.

    `kind` is the configured format; where the body is of another one, the body decides.
    """
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return FeedDocument(kind, problem=FeedProblem("empty", "the server sent an empty body"))
    unzipped = _gunzipped(body)
    body, warnings = _as_utf8(unzipped, content_type)
    found = detect_format(body)
    if found is None:
        return FeedDocument(kind, problem=_non_feed_problem(unzipped))
    try:
        contents = _read_format(body, found, url)
    except Exception as error:  # noqa: BLE001 - feedparser has no list of what it raises on broken input
        message = f"it cannot be read ({type(error).__name__}: {error})"[:300]
        contents = FeedContents(problem=FeedProblem("broken", message))
    base = absolute_url(contents.base, url) or url
    entries = to_entries(contents.items, feed_id=feed_id, base=base, seen_at=seen_at)
    if not entries and contents.truncated:
        contents = replace(contents, problem=FeedProblem("broken", "it ends before its first entry"))
    if not (entries or contents.sitemaps or contents.problem):  # a saved search before its first find
        warnings = (*warnings, "The feed holds no entries.")
    return FeedDocument(
        found,
        contents.title,
        entries,
        contents.update_schedule,
        (*warnings, *contents.warnings),
        contents.truncated,
        contents.problem,
        contents.sitemaps,
    )


def _as_utf8(body: bytes, content_type: str) -> tuple[bytes, tuple[str, ...]]:
    """The body in UTF-8 from its root element or bracket on, without declaration; and warnings of what was lost.

    Before the root come a declaration, white space, byte order marks, a server's notice: an XML parser stumbles over
    some of them, and none of them is needed. Control characters, which XML forbids, become spaces.
    """
    text = decode_text(body, content_type)
    lost = text.count("\ufffd") - body.count(_REPLACEMENT)
    warnings = (
        (f"{lost:,} undecodable bytes were lost." if lost > 1 else "An undecodable byte was lost.",) if lost > 0 else ()
    )
    text = _CONTROL.sub(" ", text)
    start = _start(text)
    return with_declared_entities(text[start:], text[:start]).encode("utf-8", "replace"), warnings


def _start(text: str) -> int:
    """Where the feed's own element or JSON begins; 0 if there is none, or something else before it."""
    head = _with_blank_comments(text[:_HEAD_CHARS])
    before = _BEFORE_ROOT.match(head)
    end = before.end() if before else 0
    brace = len(head) - len(head.lstrip())
    if head[brace : brace + 1] == "{":
        return brace
    return end if _FEED_ELEMENT.match(head, end) else 0


def _with_blank_comments(head: str) -> str:
    """The text with spaces for its comments; one without an end stays."""
    parts, at = [], 0
    while (start := head.find("<!--", at)) >= 0 and (end := head.find("-->", start)) >= 0:
        parts += [head[at:start], " " * (end + 3 - start)]
        at = end + 3
    return "".join((*parts, head[at:]))


def _read_format(body: bytes, kind: FeedKind, url: str) -> FeedContents:
    if kind is FeedKind.JSON:
        return read_json_feed(body)
    if kind is FeedKind.SITEMAP:
        return read_sitemap(body)
    return read_rss_or_atom(body, url if kind is FeedKind.ATOM and b"xml:base" in body else None)


def _gunzipped(body: bytes) -> bytes:
    """The body without the gzip in which some sites store their sitemaps; unchanged if it is not valid gzip.

    Some servers pack what is stored packed once more.
    """
    try:
        for _ in range(_MAX_PACKINGS):
            if body[:2] == b"\x1f\x8b":
                body = decode_content(body, "gzip", _MAX_SITEMAP_BYTES)
    except FetchAttemptError:
        pass
    return body


def detect_format(body: bytes) -> FeedKind | None:
    """The format of a body in UTF-8 by its root element or first character, None if it is no feed's."""
    head = body[:_HEAD_CHARS].decode("utf-8", "replace")
    head = head[_start(head) :]
    if head[:1] == "{":
        return FeedKind.JSON
    root = _FEED_ELEMENT.match(head)
    return _FORMATS[root[1].lower()] if root else None


def _non_feed_problem(body: bytes) -> FeedProblem:
    sample = body[:_HEAD_CHARS].lower()
    if re.search(rb"<(?:!doctype html|html|head|body)\b", sample):
        return identify_interstitial(body)
    return FeedProblem("not_a_feed", "it is neither XML nor JSON of any feed format")
