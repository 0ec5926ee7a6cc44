"""Extraction of an article from a page: text, zones, metadata and quality. Pure functions of their arguments."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.identity import article_id, digest_of, entry_article_id
from core.page_bodies import unpacked_body
from core.records import Article, FeedEntry, FetchedPage, Published, Quality, Zone
from core.urls import canonical, same_site, site_of
from extractors.pages.decoding.charset import decode_text
from extractors.pages.extracted_page import ExtractedPage, is_headline
from extractors.pages.feed_words import holds_words
from extractors.pages.file_kinds import kind_of_file
from extractors.pages.layout.blocks import Layout, build_layout, comparison_key
from extractors.pages.layout.comments import find_comment_blocks
from extractors.pages.layout.joints import separate_words
from extractors.pages.layout.layout_tables import unfold_layout_tables
from extractors.pages.layout.line_classifier import MIN_NAME_LENGTH, PageClaims
from extractors.pages.layout.lines import MIN_KEY_LENGTH, Line, locate_lines
from extractors.pages.layout.missing_paragraphs import add_missing_paragraphs
from extractors.pages.layout.preformatted import join_broken_lines, unfold_preformatted, unfold_text_areas
from extractors.pages.layout.structure import analyse_structure
from extractors.pages.layout.teasers import find_cards, find_sponsored, is_prose
from extractors.pages.layout.zones import block_hash, build_zones, doubtful_reasons, trusted_body
from extractors.pages.main_text import find_text_lines
from extractors.pages.metadata.declared_dates import read_declared_date
from extractors.pages.metadata.html_head import HtmlHead, read_html_head
from extractors.pages.metadata.json_ld import JsonLd, read_json_ld
from extractors.pages.metadata.language import read_language
from extractors.pages.metadata.reading import Metadata, publisher_name, read_metadata
from extractors.pages.metadata.titles import names_of_owner, names_of_sections
from extractors.pages.metadata.visible_dates import (
    find_last_change,
    find_only_day,
    find_published_day,
    find_updated_day,
)
from extractors.pages.plain_text import is_plain_text, plain_title, text_as_markup, with_text_brackets
from extractors.pages.quality import QualityAssessment, assess_quality
from extractors.pages.trafilatura_adapter import Tree, find_markup_day, keep_labels, parse_html, remove_unseen

_MAX_BLOCKS = 10_000
_LEAD_LINES = 3
_MIN_GROWTH = 1.5  # of a text by what was recovered: then that shows where the article is, and what else belongs to it
_DECLARED_SOURCES = frozenset({"json-ld", "meta", "time"})
_AHEAD = timedelta(days=1)  # a publisher's day may be one ahead of UTC


@dataclass(frozen=True, slots=True)
class ExtractionResult:
    """An article, and the URLs at which its page offers the same article in another form (redirect, print, AMP)."""

    article: Article
    alternate_urls: tuple[str, ...] = ()
    holds_feed_words: bool = True  # False if the page has neither the entry's headline nor its words


def extract_article(page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()) -> Article:
    """The article on `page`. A page without one yields an article whose `quality` says so, never an exception.

    Args:
        page: The fetched page.
        entry: The feed entry that led to it; supplies what the page does not say.
        host_memory: Hashes of blocks that other pages of the site have as well.
    """
    return read_page(page, entry, host_memory).article


def read_page(page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()) -> ExtractionResult:
    """As `extract_article`, with the URLs of alternative versions of the page."""
    media_type = dict(page.headers).get("content-type", "")
    text = decode_text(page.body, media_type)
    tree = parse_html(text_as_markup(text) if is_plain_text(text, media_type) else text)
    if tree is None:
        kind = kind_of_file(page.body, media_type)
        reason = f"{kind}, which is not read: open it by hand" if kind else "no markup that can be parsed"
        return ExtractionResult(_empty_article(page, entry, reason))
    elements = list(tree.iter())  # while it holds them, lxml does not make an element's object anew at each visit
    result = _read(tree, page, entry, host_memory)
    elements.clear()
    return result


def read_packed_page(
    page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str] = frozenset()
) -> ExtractionResult:
    """As `read_page`, for a page whose body is packed."""
    return read_page(replace(page, body=unpacked_body(page.body, page.sha256)), entry, host_memory)


def is_imported() -> bool:
    """True: a worker that was asked has imported what it takes to read a page."""
    return True


def read_feed_content(
    entry: FeedEntry,
    assessment: QualityAssessment,
    host_memory: frozenset[str] = frozenset(),
    feed_url: str | None = None,
) -> Article | None:
    """The article from what the feed itself says, with this assessment; without any text `headline only`, partial.

    Of an item whose address is on another site than `feed_url`, the article's site is the feed's: these are its words.

    The summary is above the content unless the content has it too. Its id is that of the item
    (`core.identity.entry_article_id`). None for an entry without title and text.
    """
    body = entry.content or entry.summary or ""
    claims = PageClaims(comparison_key(entry.title or ""), (), "")
    lines, reasons = _feed_lines(body, claims, host_memory)
    if entry.content and entry.summary:
        body_key = "".join(line.key for line in lines)
        lead = [line for line in _feed_lines(entry.summary, claims, host_memory)[0] if line.key not in body_key]
        lines, reasons = (*lead, *lines), ("",) * len(lead) + tuple(reasons)
    title = plain_title(entry.title)
    if not lines and title is None:
        return None
    if not lines:
        assessment = QualityAssessment(Quality.PARTIAL, f"headline only: {assessment.reason}")
    url = canonical(entry.url) if entry.url else None
    text = "\n".join(line.text for line in lines)
    foreign = site_of(feed_url) if feed_url and url and not same_site(feed_url, url) else None
    site = foreign or (url and site_of(url)) or ""
    article = _article(
        entry,
        Metadata(
            title,
            _from_feed(entry),
            entry.author,
            site,
            url or entry.url or "",
            publisher_name((entry.publisher,), url),
        ),
        text,
        build_zones(lines, reasons),
        assessment,
        entry.language,
    )
    return replace(article, article_id=entry_article_id(url, entry.feed_id, entry.entry_key, foreign))


def _feed_lines(
    markup: str, claims: PageClaims, host_memory: frozenset[str]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a text of the feed, and for each why it is doubtful (empty for core)."""
    page = f"<html><body><article><div>{with_text_brackets(markup)}</div></article></body></html>"
    tree = parse_html(page) if markup.strip() else None
    if tree is None:
        return (), ()
    layout = build_layout(tree, _MAX_BLOCKS)
    return _classify_lines([block.text for block in layout.blocks], layout, claims, host_memory)


def _read(tree: Tree, page: FetchedPage, entry: FeedEntry, host_memory: frozenset[str]) -> ExtractionResult:
    remove_unseen(tree)
    unfold_layout_tables(tree)
    unfold_text_areas(tree)
    unfold_preformatted(tree)
    keep_labels(tree)
    join_broken_lines(tree)
    separate_words(tree)
    head = read_html_head(tree, page.final_url)
    json_ld = read_json_ld(list(head.json_ld_scripts), " ".join((head.title, *head.headings)))
    layout = build_layout(tree, _MAX_BLOCKS, head.canonical)
    metadata = read_metadata(
        head,
        json_ld,
        entry,
        page.final_url,
        names_of_owner(layout),
        names_of_sections(layout),
        lambda: find_published_day(layout, page.fetched_at + _AHEAD),
    )
    if metadata.published is None:
        metadata = replace(metadata, published=_undeclared_date(tree, layout, page))
    lines, reasons = _classify_lines(
        find_text_lines(tree, layout, json_ld, head), layout, page_claims(head, json_ld), host_memory
    )
    text = "\n".join(line.text for line in lines)
    core = "\n".join(line.text for line, reason in zip(lines, reasons, strict=True) if not reason)
    is_dated = metadata.published is not None and metadata.published.source in _DECLARED_SOURCES
    assessment = assess_quality(
        ExtractedPage(text, core, layout, head, json_ld, is_dated, metadata.url, entry.title or "")
    )
    article = _article(
        entry,
        metadata,
        text,
        build_zones(lines, _with_page_reason(lines, reasons, assessment, entry.title or "")),
        assessment,
        read_language(head, json_ld, entry, core or text),
        tuple(dict.fromkeys(block_hash(block.key) for block in layout.blocks if len(block.key) >= MIN_KEY_LENGTH)),
    )
    alternates = tuple(filter(None, (head.refresh_url, head.print_url, head.amp_url)))
    return ExtractionResult(
        article,
        alternates,
        holds_words(entry, " ".join((head.title, head.meta("og:title") or "", *head.headings)), text),
    )


def _with_page_reason(
    lines: Sequence[Line], reasons: Sequence[str], assessment: QualityAssessment, announced: str
) -> Sequence[str]:
    """The reasons; on a page that is not an article every line is doubtful, for that reason.

    A page that a feed announced with a headline may be an article all the same: its lead, the first lines of sentences
    or else the first line, stays core.
    """
    if assessment.quality not in {Quality.CONSENT, Quality.NOT_ARTICLE}:
        return reasons
    is_announced = assessment.quality is Quality.NOT_ARTICLE and is_headline(announced)
    core = [number for number, line in enumerate(lines) if not reasons[number] and is_prose(line.text)]
    lead = frozenset(core[:_LEAD_LINES] or [0]) if is_announced else frozenset()
    return ["" if number in lead else assessment.quality.value for number in range(len(reasons))]


def page_claims(head: HtmlHead, json_ld: JsonLd) -> PageClaims:
    """What the page says about its article: in its title, its descriptions and its JSON-LD."""
    descriptions = (head.meta(name) for name in ("og:description", "description", "twitter:description"))
    names = (*json_ld.authors, head.meta("author"), head.meta("og:site_name"), json_ld.publisher)
    return PageClaims(
        comparison_key(head.title),
        tuple(comparison_key(one) for one in descriptions if one),
        comparison_key(json_ld.body),
        tuple(key for name in names if name and len(key := comparison_key(name)) >= MIN_NAME_LENGTH),
    )


def _classify_lines(
    texts: Sequence[str], layout: Layout, claims: PageClaims, host_memory: frozenset[str]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The article's lines including recovered ones, and for each why it is doubtful (empty for core)."""
    lines = locate_lines(texts, layout)
    foreign = dict.fromkeys(find_comment_blocks(layout), "comment")
    foreign |= dict.fromkeys(find_cards(layout, claims.title), "teaser")
    foreign |= dict.fromkeys(find_sponsored(layout), "advertisement")
    own = _outside(lines, foreign)
    claims = replace(claims, body=trusted_body(claims.body, own))
    structure = analyse_structure(layout, own)
    whole = add_missing_paragraphs(lines, structure, claims.descriptions, claims.body, foreign)
    if len(whole) > len(lines):
        structure = analyse_structure(layout, _outside(whole, foreign), structure)
    if _size(whole) > _MIN_GROWTH * _size(lines):
        whole = add_missing_paragraphs(whole, structure, claims.descriptions, claims.body, foreign)
        structure = analyse_structure(layout, _outside(whole, foreign), structure)
    return whole, doubtful_reasons(whole, structure, claims, host_memory, foreign)


def _outside(lines: Sequence[Line], foreign: Collection[int]) -> Sequence[Line]:
    """The lines that are not in these blocks; all if that leaves none."""
    return [line for line in lines if line.block not in foreign] or lines


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _article(
    entry: FeedEntry,
    metadata: Metadata,
    text: str,
    zones: tuple[Zone, ...],
    assessment: QualityAssessment,
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
        quality=assessment.quality,
        quality_reason=assessment.reason,
        content_hash=content_hash(metadata.title, text),
        first_seen_at=entry.seen_at,
        published=metadata.published,
        author=metadata.author,
        language=language,
        origin=entry.origin,
        block_hashes=block_hashes,
        publisher=metadata.publisher,
    )


def _empty_article(page: FetchedPage, entry: FeedEntry, reason: str) -> Article:
    """An article without text: the metadata of the feed entry, and the reason why there is no more."""
    url = canonical(page.final_url) or page.final_url
    publisher = publisher_name((entry.publisher,), url)
    metadata = Metadata(plain_title(entry.title), _from_feed(entry), entry.author, site_of(url) or "", url, publisher)
    return _article(entry, metadata, "", (), QualityAssessment(Quality.EMPTY, reason), entry.language)


def _from_feed(entry: FeedEntry) -> Published | None:
    return Published(entry.published, "feed") if entry.published else None


def _undeclared_date(tree: Tree, layout: Layout, page: FetchedPage) -> Published | None:
    """The date of a page that declares none: the visible day, that of an update, the only one, else htmldate's."""
    latest = page.fetched_at + _AHEAD
    if shown := find_published_day(layout, latest):
        return Published(shown, "text")
    if changed := find_updated_day(layout, latest):
        return Published(changed, "updated")
    if only := find_only_day(layout, latest):
        return Published(only, "text")
    day = read_declared_date(find_markup_day(tree, page.final_url, f"{latest:%Y-%m-%d}"), latest)
    is_only_a_year = day is not None and (day.month, day.day) == (1, 1)  # htmldate turns a bare year into this
    if day is not None and not is_only_a_year:
        return Published(day, "markup")
    changed = find_last_change(layout, latest)
    return Published(changed, "updated") if changed else None


def content_hash(title: str | None, text: str) -> str:
    """The hash that identifies a version: 20 hex digits over title and text, normalised.

    Normalised by Unicode NFKC, case folding, and collapsing of white space, so that a mere change of layout is not a
    new version.
    """
    return digest_of("content", _normalised(title or ""), _normalised(text))


def with_content_hash(article: Article) -> Article:
    """The article with the hash of the title and text that it has now."""
    return replace(article, content_hash=content_hash(article.title, article.text))


def _normalised(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold().split())
