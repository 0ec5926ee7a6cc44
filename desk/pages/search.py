"""Search of the archive, and a text tried against the watchlist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from alerts.text.emphasis import emphasis_of
from core.records import Article, TextField
from desk.contents.choices import entry_choices
from desk.contents.passages import MentionSpan, TextPiece, ZoneBlock, blocks_of, pieces_of
from desk.pages.articles import number_of
from desk.rendering.page import how_matched
from desk.state import Desk
from flows.matcher_cache import matcher_of
from matching.examples import article_of
from matching.presearch import FoldedWordIndexer
from matching.text.scripts import has_word_borders
from storage.tables.search import SearchQuery, WordPart

ROWS = 25
"""Articles on a page."""

LONGEST_TRIED = 100_000
"""Characters of a text that is tried."""

_LONGEST_QUERY = 300
_AROUND = 140  # characters on either side of the first find
_PHRASE = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words around the first find, in pieces."""

    before: str
    found: str
    after: str


def parsed(text: str) -> tuple[tuple[tuple[str, WordPart], ...], tuple[str, ...]]:
    """The words (folded) and phrases of a query: `ferry "Kim Kwang Jin" wall*`. A phrase's words are looked up too."""
    phrases = tuple(one.strip() for one in _PHRASE.findall(text) if one.strip())
    words: dict[tuple[str, WordPart], None] = {}
    for token in text.replace('"', " ").split():
        folded = FoldedWordIndexer().words(article_of(token.rstrip("*"))).words
        for word in sorted(folded):
            words[word, _part_of(word, is_beginning=token.endswith("*") and len(folded) == 1)] = None
    return tuple(words), phrases


def _part_of(word: str, *, is_beginning: bool) -> WordPart:
    if not has_word_borders(word):
        return WordPart.INSIDE
    return WordPart.BEGINNING if is_beginning else WordPart.WHOLE


def show_search(desk: Desk, request: Request) -> Response:
    """The articles with all words and phrases of the query, newest first, whether or not they have a hit."""
    query = request.query_params
    text, page = query.get("q", "").strip()[:_LONGEST_QUERY], number_of(query.get("page")) or 1
    target, source = query.get("target", "").strip()[:_LONGEST_QUERY], query.get("source", "").strip()[:_LONGEST_QUERY]
    words, phrases = parsed(text)
    asked = SearchQuery(words, phrases, target, source, _day(query.get("since")), _day_after(query.get("before")))
    found = None
    if desk.settings.paths.live.exists() and (words or target or source or asked.since or asked.before):
        found = desk.store.articles.search(asked, ROWS, (page - 1) * ROWS)
    total, wanted = found.total if found else 0, [*phrases, *(word for word, _ in words)]
    entries = []
    if desk.settings.paths.snapshot.exists():
        with desk.reader.reading() as reading:
            entries = entry_choices(reading)
    return desk.page(
        request,
        "search.html.jinja",
        entries=entries,
        q=text,
        target=target,
        source=source,
        since=query.get("since", "")[:10],
        before=query.get("before", "")[:10],
        result=found,
        snippets=[snippet_of(one.text, wanted) for one in found.articles] if found else [],
        pages={"page": page, "pages": max(1, -(-total // ROWS)), "total": total},
    )


def snippet_of(text: str, wanted: Sequence[str]) -> Snippet:
    """The text around the first of the wanted words or phrases; its beginning if none is there as written."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter has another length in lower case, so offsets would differ
        lower = text
    places = [(at, len(one)) for one in wanted if (at := lower.find(one.lower())) >= 0]
    if not places:
        return Snippet(text[: 2 * _AROUND], "", "")
    start, length = min(places)
    return Snippet(
        ("…" if start > _AROUND else "") + text[max(0, start - _AROUND) : start],
        text[start : start + length],
        text[start + length : start + length + _AROUND] + ("…" if start + length + _AROUND < len(text) else ""),
    )


def _day(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat((text or "")[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None


def _day_after(text: str | None) -> datetime | None:
    found = _day(text)
    return found + timedelta(days=1) if found and found.year < 9999 else None


def show_try(desk: Desk, request: Request) -> Response:
    """A form for a text."""
    return desk.page(request, "try.html.jinja", title="", text="", result=None)


def try_text(desk: Desk, request: Request) -> Response:
    """What the watchlist in force finds in the text of the form. Stores nothing."""
    form = request.state.form
    title, given = form.get("title", "").strip()[:1000], form.get("text", "").replace("\r\n", "\n")
    text = given[:LONGEST_TRIED]
    watchlist = desk.configuration.current().watchlist
    names = {one.target_id: one.name for one in watchlist.targets}
    article = article_of(text, title or None)
    hits = matcher_of(watchlist, desk.settings.paths.cache).match(article)
    spans = [
        (one.field, MentionSpan(one.start, one.end, emphasis_of(hit.kind, hit.band, one.method),
         f"{names.get(hit.target_id, hit.target_id)}: {how_matched(one.method)}", hit.target_id))
        for hit in hits for one in hit.mentions
    ]  # fmt: skip
    found = [
        {"name": names.get(hit.target_id, hit.target_id), "hit": hit, "why": [one.text for one in hit.reasons]}
        for hit in hits
    ]
    left_out = len(given) - len(text)
    result = {"hits": found, "left_out": left_out, "title": _title(article, spans), "blocks": _blocks(article, spans)}
    return desk.page(request, "try.html.jinja", title=title, text=text, result=result)


def _title(article: Article, spans: Iterable[tuple[TextField, MentionSpan]]) -> tuple[TextPiece, ...]:
    return pieces_of(article.title or "", [one for field, one in spans if field is TextField.TITLE])


def _blocks(article: Article, spans: Iterable[tuple[TextField, MentionSpan]]) -> tuple[ZoneBlock, ...]:
    mine = [one for field, one in spans if field is TextField.TEXT]
    return blocks_of(article.text, article.zones, mine, 0, len(article.text))
