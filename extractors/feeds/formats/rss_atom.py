"""RSS 0.9 to 2.0, RDF and Atom. The only module that imports feedparser.

Markup is neither changed nor sanitised here: it is made safe where it is displayed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import feedparser

from extractors.feeds.contents import FeedContents, FeedItem, FeedProblem, UpdateSchedule
from extractors.feeds.entries import absolute_url
from extractors.feeds.formats.item_repair import with_closed_items
from extractors.feeds.formats.xml_repair import repaired_xml

_HEAD_BYTES = 256 * 1024  # the channel's own elements come before its items
_TAIL_BYTES = 4096
_ROOT_END_TAG = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|rdf|feed|channel)\s*>", re.IGNORECASE)
_SKIP_ELEMENT = re.compile(rb"<skip(hours|days)\b[^>]*>(.{0,4000}?)</skip\1\s*>", re.IGNORECASE | re.DOTALL)
_SKIP_VALUE = re.compile(rb">\s*([A-Za-z]+|\d+)\s*<")
_WEEKDAYS = (b"monday", b"tuesday", b"wednesday", b"thursday", b"friday", b"saturday", b"sunday")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}
_ALTERNATE = re.compile(r"(?:^|[\s/])alternate$", re.IGNORECASE)
_PAGE_TYPE = re.compile(r"(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_MAX_REQUESTED_INTERVAL = timedelta(hours=24)  # longer ones are thoughtless defaults


def read_rss_or_atom(body: bytes, url: str | None) -> FeedContents:
    """The contents of a feed in UTF-8 without declaration; broken XML is read as far as possible, with a warning.

    `url` is the address of a feed that uses `xml:base`: without it feedparser applies the base of one entry to those
    that follow. With it, feedparser also makes URLs of ids. None leaves links relative: in RSS to the channel's link.
    """
    xml = repaired_xml(body)
    parsed = _parsed(xml, url)
    broken = _xml_error(parsed.get("bozo_exception"))
    if broken:
        mended = _parsed(with_closed_items(xml), url)
        parsed = mended if len(mended.entries) >= len(parsed.entries) else parsed
    feed, entries = parsed.feed, parsed.entries
    if not entries and broken:
        return FeedContents(problem=FeedProblem("broken", f"the XML cannot be read ({broken})"[:300]))
    atom = str(parsed.version).startswith("atom")
    return FeedContents(
        title=_text(feed.get("title")),
        items=tuple(_item(entry, _text(feed.get("language")), atom=atom) for entry in entries),
        base=None if atom else absolute_url(_text(feed.get("link")), ""),
        update_schedule=_update_schedule(feed, body[:_HEAD_BYTES]),
        warnings=(f"The XML is broken ({broken[:200]}).",) if broken else (),
        truncated=bool(broken) and _ROOT_END_TAG.search(body[-_TAIL_BYTES:].replace(b"\x00", b"")) is None,
    )


def _parsed(xml: bytes, url: str | None) -> Any:  # noqa: ANN401 - feedparser ships no types
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": url} if url else {})
    return feedparser.parse(io.BytesIO(xml), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _xml_error(error: Exception | None) -> str:
    """What is wrong with the XML, empty for a harmless mistake: a wrong media type or declared encoding."""
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return "" if error is None or isinstance(error, harmless) else str(error).strip() or type(error).__name__


def _item(entry: dict[str, Any], language: str | None, *, atom: bool) -> FeedItem:
    # dict.get, because feedparser's own `get` returns the update for a missing publication date.
    contents = [_text(part.get("value")) or "" for part in entry.get("content", ())]
    dates = [text for name in ("published", "created", "updated") if (text := _text(dict.get(entry, name)))]
    return FeedItem(
        guid=_text(entry.get("id")),
        guid_is_link=atom or bool(entry.get("guidislink")),
        link=_text(entry.get("feedburner_origlink")) or _link(entry),
        title=_text(entry.get("title")),
        summary=_text(entry.get("summary")),
        content="\n".join(dict.fromkeys(filter(None, contents))) or None,
        date=dates[0] if dates else None,
        other_dates=tuple(dates[1:]),
        author=_text(entry.get("author")),
        language=_content_language(entry) or language,
        revision=_text(dict.get(entry, "updated")),
    )


def _link(entry: Mapping[str, Any]) -> str | None:
    """The address of the item's page: its alternate link, HTML before others, whatever parameters the type has.

    Feedparser's own choice is not used: it takes the guid where there is no link, and types by their exact spelling.
    """
    given = [one for one in entry.get("links", ()) if _text(one.get("href"))]
    links = [one for one in given if _ALTERNATE.search(one.get("rel") or "alternate")]
    pages = [one for one in links if _PAGE_TYPE.match((one.get("type") or "text/html").strip())]
    return next((_text(one.get("href")) for one in (*pages, *links)), None)


def _content_language(entry: Mapping[str, Any]) -> str | None:
    return _text((entry.get("title_detail") or {}).get("language"))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _update_schedule(feed: Mapping[str, Any], head: bytes) -> UpdateSchedule:
    """From `ttl`, `skipHours`, `skipDays` (RSS 2.0), `sy:updatePeriod` and `sy:updateFrequency` (RSS 1.0 module)."""
    skipped = {match[1].lower(): _SKIP_VALUE.findall(match[2].lower()) for match in _SKIP_ELEMENT.finditer(head)}
    hours = frozenset(int(value) % 24 for value in skipped.get(b"hours", ()) if value.isdigit())
    days = frozenset(_WEEKDAYS.index(day) for day in skipped.get(b"days", ()) if day in _WEEKDAYS)
    requested = [span for span in (_ttl(feed), _update_period(feed)) if span]
    min_interval = min(max(requested), _MAX_REQUESTED_INTERVAL) if requested else None
    return UpdateSchedule(
        min_interval, hours if len(hours) < 24 else frozenset(), days if len(days) < 7 else frozenset()
    )


def _ttl(feed: Mapping[str, Any]) -> timedelta | None:
    ttl = _text(feed.get("ttl")) or ""
    return timedelta(minutes=int(ttl)) if re.fullmatch(r"\d{1,6}", ttl) else None


def _update_period(feed: Mapping[str, Any]) -> timedelta | None:
    hours = _PERIODS.get((_text(feed.get("sy_updateperiod")) or "").lower())
    frequency = _text(feed.get("sy_updatefrequency")) or "1"
    if hours is None or not re.fullmatch(r"\d{1,4}", frequency):
        return None
    return timedelta(hours=hours) / max(1, int(frequency))
