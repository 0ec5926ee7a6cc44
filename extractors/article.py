"""An article from a page: text, zones, metadata and verdict. Pure: page, entry and the host's memory decide all."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from core.identity import article_id, digest_of
from core.records import Article, FeedEntry, FetchedPage, Published, Quality
from core.urls import canonical, site_of
from extractors.blocks import lay_out
from extractors.dates import read_date
from extractors.encodings import decode
from extractors.heads import read_head
from extractors.metadata import read_language, read_metadata
from extractors.quality import judge
from extractors.structured import read_structured
from extractors.trafilation import Tree, body_lines, guess_day, parse
from extractors.zones import block_hash, cover, place_lines, reasons_of

_MOST_BLOCKS = 20_000
_SPACE = re.compile(r"\s+")


def extract(page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()) -> Article:
    """The article on `page`; a page that holds none is a verdict, never an exception.

    Args:
        page: The bytes as they came.
        entry: The feed's entry that led to it; what the page does not say is taken from there.
        host_memory: Hashes of blocks that other pages of the site have too.
    """
    try:
        tree = parse(decode(page.body, dict(page.headers).get("content-type", "")))
        if tree is None:
            return _empty(page, entry, "no markup")
        return _extract(tree, page, entry, host_memory)
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError) as error:
        # Parsers of strangers' markup fail in many ways; each means that nothing could be read.
        return _empty(page, entry, f"unreadable ({type(error).__name__})")


def _extract(tree: Tree, page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str]) -> Article:
    head = read_head(tree, page.final_url)
    structured = read_structured(list(head.structured))
    layout = lay_out(tree, _MOST_BLOCKS)
    metadata = read_metadata(head, structured, entry, page.final_url)
    lines = place_lines(body_lines(tree, page.final_url, fast=False), layout)
    reasons = reasons_of(lines, layout, structured, host_memory)
    text = "\n".join(line.text for line in lines)
    core = sum(len(line.text) for line, reason in zip(lines, reasons, strict=True) if not reason)
    verdict = judge(text, core, layout, structured)
    return Article(
        article_id=article_id(metadata.url, entry.feed_id, entry.entry_key),
        feed_id=entry.feed_id,
        entry_key=entry.entry_key,
        url=metadata.url,
        site=metadata.site,
        title=metadata.title,
        text=text,
        zones=cover(lines, reasons),
        quality=verdict.quality,
        quality_reason=verdict.reason,
        content_hash=content_hash(metadata.title, text),
        first_seen_at=entry.seen_at,
        published=metadata.published or _guessed(tree, page),
        author=metadata.author,
        language=read_language(head, structured, entry, text),
        origin=entry.origin,
        block_hashes=tuple(dict.fromkeys(block_hash(block.key) for block in layout.blocks if len(block.key) >= 12)),
    )


def _guessed(tree: Tree, page: FetchedPage) -> Published | None:
    latest = page.fetched_at + timedelta(days=1)
    day = read_date(guess_day(tree, page.final_url, f"{latest:%Y-%m-%d}"), latest)
    return Published(day, "text") if day is not None else None


def _empty(page: FetchedPage, entry: FeedEntry, reason: str) -> Article:
    """An article without text: what the feed knows of it, and why there is no more."""
    url = canonical(page.final_url) or page.final_url
    return Article(
        article_id=article_id(url, entry.feed_id, entry.entry_key),
        feed_id=entry.feed_id,
        entry_key=entry.entry_key,
        url=url,
        site=site_of(url) or "",
        title=entry.title,
        text="",
        zones=(),
        quality=Quality.EMPTY,
        quality_reason=reason,
        content_hash=content_hash(entry.title, ""),
        first_seen_at=entry.seen_at,
        published=Published(entry.published, "feed") if entry.published else None,
        author=entry.author,
        language=entry.language,
        origin=entry.origin,
    )


def content_hash(title: str | None, text: str) -> str:
    """Names a version: 20 hex digits over title and text with compatibility forms, case and spaces folded.

    Unicode NFKC, then case folding, then every run of white space as one space: a page that is only set differently
    is not a new version.
    """
    return digest_of("content", _folded(title or ""), _folded(text))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
