"""What the rules of quality look at: a page's text and the page around it; and whether it claims to be an article."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.pages.layout.blocks import Layout, comparison_key
from extractors.pages.layout.writing import count_words
from extractors.pages.metadata.html_head import HtmlHead
from extractors.pages.metadata.json_ld import JsonLd

SHORT_TEXT = 1500
"""Characters; most complete reports are longer."""
_PUBLISHED_METAS = ("article:published_time", "datepublished")
_MIN_HEADLINE_WORDS = 4  # names of sections have fewer


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """What the rules look at: the extracted text, its core, and the page around it.

    `announced` is the headline of the feed entry that led to the page, empty without one.
    """

    text: str
    core: str
    layout: Layout
    head: HtmlHead
    json_ld: JsonLd
    is_dated: bool
    url: str
    announced: str = ""


def claims_article(page: ExtractedPage) -> bool:
    """True by JSON-LD, a marked date of publication, an announced headline, or a single article in the microdata."""
    is_marked = bool(page.head.published_times) or any(name in page.head.metas for name in _PUBLISHED_METAS)
    is_one_item = sum(kind.endswith("Article") for kind in page.head.item_types) == 1
    return page.json_ld.is_article or is_marked or is_one_item or _is_announced(page)


def _is_announced(page: ExtractedPage) -> bool:
    """True if a title of the page contains the headline of the feed, and that is not just a section's name."""
    headline = comparison_key(page.announced)
    titles = (page.head.title, *page.head.headings, page.head.meta("og:title") or "")
    return is_headline(page.announced) and any(headline in comparison_key(title) for title in titles)


def is_headline(title: str) -> bool:
    """True if the title is long enough not to be the name of a section, in any script."""
    return count_words(title) >= _MIN_HEADLINE_WORDS
