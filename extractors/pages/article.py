"""An article from a page: text, zones, metadata and verdict. Pure: page, entry and the host's memory decide all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape

from core.identity import article_id, digest_of
from core.records import Article, FeedEntry, FetchedPage, Published, Quality, Zone
from core.urls import canonical, site_of
from extractors.pages.blocks import Layout, key_of, lay_out
from extractors.pages.charset import decode
from extractors.pages.declared_dates import read_date
from extractors.pages.html_head import Head, read_head
from extractors.pages.json_ld import Structured, read_structured
from extractors.pages.line_classifier import SHORTEST_NAME, Testimony
from extractors.pages.lines import SHORTEST_KEY, Line, place_lines
from extractors.pages.metadata import Metadata, read_language, read_metadata
from extractors.pages.missing_paragraphs import fill_gaps
from extractors.pages.quality import Evidence, Verdict, judge
from extractors.pages.structure import examine
from extractors.pages.trafilatura_adapter import Tree, body_lines, marked_day, parse
from extractors.pages.visible_dates import changed_day, shown_day
from extractors.pages.zones import block_hash, cover, reasons_of, trusted_body

_MOST_BLOCKS = 10_000
_MOST_FOR_TRAFILATURA = 3_000  # blocks; its time grows faster than the page, and nobody reads a longer article
_DECLARED = frozenset({"json-ld", "meta", "time"})
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"<[^<>]{1,500}>")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and the addresses where its page says that the same article stands in another form."""

    article: Article
    elsewhere: tuple[str, ...] = ()


def extract(page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()) -> Article:
    """The article on `page`; a page that holds none is a verdict, never an exception.

    Args:
        page: The bytes as they came.
        entry: The feed's entry that led to it; what the page does not say is taken from there.
        host_memory: Hashes of blocks that other pages of the site have too.
    """
    return read_page(page, entry, host_memory).article


def read_page(page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()) -> Reading:
    """As `extract`, with the addresses of second sources."""
    try:
        tree = parse(decode(page.body, dict(page.headers).get("content-type", "")))
        if tree is None:
            return Reading(_empty(page, entry, "no markup"))
        return _read(tree, page, entry, host_memory)
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError) as error:
        # Parsers of strangers' markup fail in many ways; each means that nothing could be read.
        return Reading(_empty(page, entry, f"unreadable ({type(error).__name__})"))


def read_feed_content(entry: FeedEntry, verdict: Verdict, host_memory: frozenset[str] = frozenset()) -> Article | None:
    """The article as far as the feed itself tells it, with this verdict. None without text."""
    told = max(entry.content or "", entry.summary or "", key=len)
    tree = parse(f"<html><body><article><div>{told}</div></article></body></html>") if told.strip() else None
    if tree is None:
        return None
    layout = lay_out(tree, _MOST_BLOCKS)
    testimony = Testimony(key_of(entry.title or ""), (), "")
    lines, reasons = _zoned([block.text for block in layout.blocks], layout, testimony, host_memory)
    url = canonical(entry.url) if entry.url else None
    title = " ".join(_MARKUP.sub(" ", unescape(entry.title or "")).split()) or None
    text = "\n".join(line.text for line in lines)
    return _article(
        entry,
        Metadata(title, _from_feed(entry), entry.author, (url and site_of(url)) or "", url or entry.url or ""),
        text,
        cover(lines, reasons),
        verdict,
        entry.language,
    )


def _read(tree: Tree, page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str]) -> Reading:
    head = read_head(tree, page.final_url)
    structured = read_structured(list(head.structured))
    layout = lay_out(tree, _MOST_BLOCKS)
    metadata = read_metadata(head, structured, entry, page.final_url)
    if metadata.published is None:
        metadata = replace(metadata, published=_undeclared(tree, layout, page))
    lines, reasons = _zoned(_texts(tree, page.final_url, layout), layout, testimony_of(head, structured), host_memory)
    text = "\n".join(line.text for line in lines)
    core = "\n".join(line.text for line, reason in zip(lines, reasons, strict=True) if not reason)
    is_dated = metadata.published is not None and metadata.published.source in _DECLARED
    verdict = judge(Evidence(text, core, layout, head, structured, is_dated, metadata.url, entry.title or ""))
    article = _article(
        entry,
        metadata,
        text,
        cover(lines, _spoiled(reasons, verdict)),
        verdict,
        read_language(head, structured, entry, text),
        tuple(dict.fromkeys(block_hash(block.key) for block in layout.blocks if len(block.key) >= SHORTEST_KEY)),
    )
    return Reading(article, tuple(filter(None, (head.refresh, head.printed, head.amp))))


def _texts(tree: Tree, url: str, layout: Layout) -> Sequence[str]:
    """The lines of the main text; of an oversized page, all its blocks that are no links."""
    if len(layout.blocks) <= _MOST_FOR_TRAFILATURA:
        return body_lines(tree, url)
    return [block.text for block in layout.blocks if 2 * block.linked < len(block.text)]


def _spoiled(reasons: Sequence[str], verdict: Verdict) -> Sequence[str]:
    """The reasons; all lines of what is no article are doubtful, and say so."""
    is_article = verdict.quality not in {Quality.CONSENT, Quality.NOT_ARTICLE}
    return reasons if is_article else [verdict.quality.value] * len(reasons)


def testimony_of(head: Head, structured: Structured) -> Testimony:
    """What the page says of its article: in its title, its descriptions and its structured data."""
    descriptions = (head.meta(name) for name in ("og:description", "description", "twitter:description"))
    names = (*structured.authors, head.meta("author"), head.meta("og:site_name"), structured.publisher)
    return Testimony(
        key_of(head.title),
        tuple(key_of(one) for one in descriptions if one),
        key_of(structured.body),
        tuple(key for name in names if name and len(key := key_of(name)) >= SHORTEST_NAME),
    )


def _zoned(
    texts: Sequence[str], layout: Layout, testimony: Testimony, host_memory: frozenset[str]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The article's lines, with those that were missing, and for each why it is doubtful."""
    lines = place_lines(texts, layout)
    testimony = replace(testimony, body=trusted_body(testimony.body, lines))
    lines = fill_gaps(lines, examine(layout, lines), testimony.descriptions, testimony.body)
    return lines, reasons_of(lines, examine(layout, lines), testimony, host_memory)


def _article(
    entry: FeedEntry,
    metadata: Metadata,
    text: str,
    zones: tuple[Zone, ...],
    verdict: Verdict,
    language: str | None,
    block_hashes: tuple[str, ...] = (),
) -> Article:
    return Article(
        article_id=article_id(metadata.url or None, entry.feed_id, entry.entry_key),
        feed_id=entry.feed_id,
        entry_key=entry.entry_key,
        url=metadata.url,
        site=metadata.site,
        title=metadata.title,
        text=text,
        zones=zones,
        quality=verdict.quality,
        quality_reason=verdict.reason,
        content_hash=content_hash(metadata.title, text),
        first_seen_at=entry.seen_at,
        published=metadata.published,
        author=metadata.author,
        language=language,
        origin=entry.origin,
        block_hashes=block_hashes,
    )


def _empty(page: FetchedPage, entry: FeedEntry, reason: str) -> Article:
    """An article without text: what the feed knows of it, and why there is no more."""
    url = canonical(page.final_url) or page.final_url
    metadata = Metadata(entry.title, _from_feed(entry), entry.author, site_of(url) or "", url)
    return _article(entry, metadata, "", (), Verdict(Quality.EMPTY, reason), entry.language)


def _from_feed(entry: FeedEntry) -> Published | None:
    return Published(entry.published, "feed") if entry.published else None


def _undeclared(tree: Tree, layout: Layout, page: FetchedPage) -> Published | None:
    """The date of a page that declares none: as it is shown, as markup hints at it, or that of its last change."""
    latest = page.fetched_at + timedelta(days=1)
    if shown := shown_day(layout, latest):
        return Published(shown, "text")
    if changed := changed_day(layout, latest):
        return Published(changed, "updated")
    day = read_date(marked_day(tree, page.final_url, f"{latest:%Y-%m-%d}"), latest)
    is_only_a_year = day is not None and (day.month, day.day) == (1, 1)  # what htmldate makes of a bare year
    return None if day is None or is_only_a_year else Published(day, "markup")


def content_hash(title: str | None, text: str) -> str:
    """Names a version: 20 hex digits over title and text with compatibility forms, case and spaces folded.

    Unicode NFKC, then case folding, then every run of white space as one space: a page that is only set differently
    is not a new version.
    """
    return digest_of("content", _folded(title or ""), _folded(text))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
