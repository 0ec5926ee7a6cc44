"""What a feed itself says of an item, next to its page: whether the page holds it, and an article made of both.

A page that was announced under a headline but shows neither that headline nor the item's words is another one: the
front page to which a removed article redirects, one page for all notices, a page for visitors from elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from core.records import Article, FeedEntry, Quality, Zone, ZoneKind
from extractors.pages.layout.blocks import comparison_key
from extractors.pages.plain_text import plain_title

_MAX_CHARS = 300_000  # of the page that are searched
_MAX_SUMMARY = 600  # code points of an item's words that are compared; the page may tell the rest differently
_MIN_SHARE = 0.5  # of the compared words: editors rewrite headlines, names stay
_STEM = 5  # letters; endings differ with the grammatical case
_MIN_WORD = 4  # letters of a word that says something, in scripts with an alphabet
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?:;\n]+\s*")
# Scripts in which a word is not a run of letters between spaces, or (Hangul) takes its particles without a space:
# Thai, Lao, Burmese, Hangul, Khmer, kana, Han. They are compared by pairs of characters.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+"
)


def holds_words(entry: FeedEntry, title: str | None, text: str) -> bool:
    """True if a page with this title and text contains the item's headline or its words, or the item has none.

    Compared are the capitalised words within sentences, which are mostly names; where there are fewer than two, the
    words of four letters and more; half of them must be there, in any grammatical case.
    """
    summary = plain_title(entry.summary or entry.content) or ""
    claims = [wanted for claim in (plain_title(entry.title) or "", summary[:_MAX_SUMMARY]) if (wanted := _key(claim))]
    if not claims:
        return True
    page = f"{title or ''}\n{text[:_MAX_CHARS]}"
    letters = unicodedata.normalize("NFKC", page).casefold()  # a stem that is not among them is no word of the page
    likely = [wanted for wanted in claims if _is_enough(sum(stem in letters for stem in wanted), wanted)]
    found = frozenset(_stems(_pieces(page))) if likely else frozenset()
    return any(_is_enough(len(wanted & found), wanted) for wanted in likely)


def _is_enough(found: int, wanted: Collection[str]) -> bool:
    return found >= _MIN_SHARE * len(wanted)


def _key(text: str) -> frozenset[str]:
    """The stems of the words of a text by which it is recognised; empty for a text without words."""
    sentences = [list(_pieces(sentence)) for sentence in _SENTENCE.split(text)]
    within = [word for words in sentences for word in words[1:] if word[0].isupper()]
    words = [word for words in sentences for word in words]
    unspaced = [word for word in words if _UNSPACED.match(word)]
    if len(set(within)) >= 2:
        return frozenset(_stems([*within, *unspaced]))
    return frozenset(_stems([*(word for word in words if len(word) >= _MIN_WORD), *unspaced] or words))


def _pieces(text: str) -> Iterator[str]:
    """The words of a text as written; those of unspaced scripts as pairs of characters."""
    for match in _WORD.finditer(unicodedata.normalize("NFKC", text)):
        rest = 0
        word = match[0]
        for run in _UNSPACED.finditer(word):
            if run.start() > rest:
                yield word[rest : run.start()]
            yield from (run[0][at : at + 2] for at in range(max(1, len(run[0]) - 1)))
            rest = run.end()
        if rest < len(word):
            yield word[rest:]


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (word.casefold()[:_STEM] for word in words)


def with_page(feed: Article, page: Article, reason: str) -> Article:
    """The article of the feed's words with the page's text below them: partial, both are matched.

    Lines that both have are there once, in the page's text. The page's own headline is a line of its text where it is
    another one. The article keeps the identity and headline of the item.
    """
    page_key = comparison_key(page.text)
    parts = [one for one in _lines_of(feed) if (key := comparison_key(one[0])) and key not in page_key]
    headline = page.title or ""
    if headline and comparison_key(headline) not in page_key + comparison_key(feed.title or ""):
        kind, why = _page_kind(page)
        parts.append((headline, (Zone(0, len(headline), kind, why),)))
    if page.text:
        parts.append((page.text, page.zones))
    return replace(
        feed,
        text="\n".join(text for text, _ in parts),
        zones=_joined_zones(parts),
        quality=Quality.PARTIAL,
        quality_reason=reason,
        published=feed.published or page.published,
        author=feed.author or page.author,
        language=page.language or feed.language,
        block_hashes=page.block_hashes,
        publisher=page.publisher or feed.publisher,
    )


def _lines_of(article: Article) -> Iterator[tuple[str, tuple[Zone, ...]]]:
    """Each line of the text with its zone, from offset 0."""
    start, zones = 0, list(article.zones)
    for line in article.text.split("\n") if article.text else ():
        while len(zones) > 1 and zones[0].end <= start:
            zones.pop(0)
        yield line, (replace(zones[0], start=0, end=len(line)),)
        start += len(line) + 1


def _page_kind(page: Article) -> tuple[ZoneKind, str]:
    """The zone of the page's headline: that of its text, where all of it is in one."""
    kinds = {(zone.kind, zone.reason) for zone in page.zones}
    return kinds.pop() if len(kinds) == 1 else (ZoneKind.CORE, "")


def _joined_zones(parts: list[tuple[str, tuple[Zone, ...]]]) -> tuple[Zone, ...]:
    """The zones of texts joined by newlines; each newline belongs to the text before it."""
    zones: list[Zone] = []
    start = 0
    for number, (text, own) in enumerate(parts):
        is_last = number == len(parts) - 1
        moved = [replace(zone, start=zone.start + start, end=zone.end + start) for zone in own]
        if not is_last:
            moved[-1] = replace(moved[-1], end=moved[-1].end + 1)
        if zones and moved and (zones[-1].kind, zones[-1].reason) == (moved[0].kind, moved[0].reason):
            moved[0] = replace(moved[0], start=zones.pop().start)
        zones += moved
        start += len(text) + 1
    return tuple(zones)
