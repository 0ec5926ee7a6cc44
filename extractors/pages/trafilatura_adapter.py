"""The one door to trafilatura: a parsed page, its main text as lines, and its guess at a date.

Everything else that Watchword knows of a page is read from the same tree by our own modules; trafilatura is asked for
what it does best, the recall of its body text.
"""

from __future__ import annotations

import logging
from typing import Any

from trafilatura import bare_extraction, load_html
from trafilatura.metadata import find_date  # type: ignore[attr-defined]  # htmldate's, in the version it works with
from trafilatura.utils import detect_encoding

from extractors.pages.blocks import collapse_whitespace

Tree = Any
"""An `lxml.html.HtmlElement`; lxml ships no types."""

for _name in ("trafilatura", "htmldate", "courlan"):
    # What a stranger's page does wrong is told by our own verdict, not by a library's warnings.
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def parse_html(html: str) -> Tree | None:
    """The page as a tree, None if there is no markup in it. Comments and processing instructions are left out."""
    return load_html(html) if html.strip() else None


def main_text_lines(tree: Tree, url: str) -> tuple[str, ...]:
    """The lines of trafilatura's main text, without empty ones; `tree` stays as it is."""
    document = bare_extraction(tree, url=url, with_metadata=False)
    assert not isinstance(document, dict), "a document, as a dict was not asked for"
    text = (document.text if document else None) or ""
    return tuple(line for line in map(collapse_whitespace, text.split("\n")) if line)


def find_markup_day(tree: Tree, url: str, latest: str) -> str | None:
    """The day of publication that address and markup hint at, after htmldate (YYYY-MM-DD, no later than `latest`).

    None without one. Its extensive search is left out: it takes any day in the text, and every third is another one.
    """
    found: str | None = find_date(tree, url=url, original_date=True, extensive_search=False, max_date=latest)
    return found


def guess_charsets(sample: bytes) -> list[str]:
    """Names of encodings that may be those of the bytes, likeliest first."""
    guesses: list[str] = detect_encoding(sample)
    return guesses
