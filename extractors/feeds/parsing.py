"""The bytes of a feed become entries, whatever its format.

A new format is a reader in `formats/`, a `FeedKind`, and a branch in `detect_format` and `_read_format`. All of it is
pure but may hang or crash on hostile input, so callers run `parse_feed` in a worker process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from core.records import FeedEntry, FeedKind
from extractors.feeds.contents import NO_SCHEDULE, FeedContents, FeedProblem, UpdateSchedule
from extractors.feeds.entries import absolute_url, to_entries
from extractors.feeds.formats.json_feed import read_json_feed
from extractors.feeds.formats.rss_atom import read_rss_or_atom
from extractors.feeds.formats.sitemap import read_sitemap
from extractors.feeds.interstitials import identify_interstitial
from extractors.fetching.content_coding import decode_content
from extractors.fetching.errors import FetchAttemptError

_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^\[>]*(?:\[.*?\]\s*)?>)", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(rb"\s*<\s*(?:[\w.-]+:)?([\w.-]+)")
_HEAD_BYTES = 64 * 1024  # the root element starts within
_MAX_SITEMAP_BYTES = 50 * 1024 * 1024  # the limit of sitemaps.org


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A parsed feed. `problem` says why it is no usable feed, None if it is one.

    `warnings` are sentences about mistakes in a feed that could still be read. `truncated` is True if its end is
    missing, so that the next poll must read it again.
    """

    kind: FeedKind
    title: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    update_schedule: UpdateSchedule = NO_SCHEDULE
    warnings: tuple[str, ...] = ()
    truncated: bool = False
    problem: FeedProblem | None = None


def parse_feed(
    body: bytes, *, feed_id: str, url: str, seen_at: datetime, content_type: str = "", kind: FeedKind = FeedKind.AUTO
) -> FeedDocument:
    """The feed in `body`, fetched from `url` as `content_type`. Does not raise, whatever the bytes are.

    `kind` is the configured format; where the body is of another one, the body decides.
    """
    body = _gunzipped(body).lstrip(b" \t\r\n")  # white space before an XML declaration is an error, but common
    found = detect_format(body)
    if not body.strip(b"\x00 \t\r\n"):
        return FeedDocument(kind, problem=FeedProblem("empty", "the server sent an empty body"))
    if found is None:
        return FeedDocument(kind, problem=_non_feed_problem(body))
    try:
        contents = _read_format(body, found, content_type)
    except Exception as error:  # noqa: BLE001 - feedparser has no list of what it raises on broken input
        message = f"it cannot be read ({type(error).__name__}: {error})"[:300]
        contents = FeedContents(problem=FeedProblem("broken", message))
    base = absolute_url(contents.base, url) or url
    entries = to_entries(contents.items, feed_id=feed_id, base=base, seen_at=seen_at)
    problem = contents.problem
    if problem is None and not entries:
        problem = FeedProblem("no_entries", "it is a feed, but it holds no entries")
    return FeedDocument(
        found, contents.title, entries, contents.update_schedule, contents.warnings, contents.truncated, problem
    )


def _read_format(body: bytes, kind: FeedKind, content_type: str) -> FeedContents:
    if kind is FeedKind.JSON:
        return read_json_feed(body)
    if kind is FeedKind.SITEMAP:
        return read_sitemap(body)
    return read_rss_or_atom(body, content_type)


def _gunzipped(body: bytes) -> bytes:
    """The body without the gzip in which some sites store their sitemaps; unchanged if it is not valid gzip."""
    try:
        return decode_content(body, "gzip", _MAX_SITEMAP_BYTES) if body[:2] == b"\x1f\x8b" else body
    except FetchAttemptError:
        return body


def detect_format(body: bytes) -> FeedKind | None:
    """The format by the root element or first character, None if it is no feed's."""
    head = _ascii_head(body)
    if head.lstrip()[:1] == b"{":
        return FeedKind.JSON
    root = _ROOT.match(head)
    name = root[1].lower() if root else b""
    if name in (b"urlset", b"sitemapindex"):
        return FeedKind.SITEMAP
    if name in (b"rss", b"rdf", b"channel"):
        return FeedKind.RSS
    return FeedKind.ATOM if name in (b"feed", b"entry") else None


def _ascii_head(body: bytes) -> bytes:
    """The start of the body in an ASCII-compatible encoding, without anything before the root element."""
    head = body[:_HEAD_BYTES]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in head[:4]:
        wide = "utf-16-be" if head[:1] in (b"\xfe", b"\x00") else "utf-16-le"
        head = head.decode(wide, "ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    start = head.find(b"<")
    if start > 0 and head[:start].strip().isascii() and head[:1] not in b"{[":
        head = head[start:]  # drops a server's notice or a stray character before the prolog
    while match := _PROLOG.match(head):
        head = head[match.end() :]
    return head


def _non_feed_problem(body: bytes) -> FeedProblem:
    sample = body[:_HEAD_BYTES].lower()
    if re.search(rb"<(?:!doctype html|html|head|body)\b", sample):
        return identify_interstitial(body)
    return FeedProblem("not_a_feed", "it is neither XML nor JSON of any feed format")
