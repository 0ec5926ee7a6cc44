"""The signs by which a page that does not claim to be an article is taken for a list: of articles, of goods."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote_plus, urlsplit

from extractors.pages.extracted_page import SHORT_TEXT, ExtractedPage
from extractors.pages.layout.blocks import Block, Layout, comparison_key
from extractors.pages.layout.teasers import is_paragraph, is_prose
from extractors.pages.layout.writing import count_words, extent, has_spaces

# Log-odds that a page that does not claim to be an article is a list, fitted by `benchmarks/bench_extraction.py fit`.
# The names complete the sentence "a page that …" in the quality reason.
LIST_WEIGHTS = {
    "calls itself a list": 1.6,
    "is a front page": 0.34,
    "has an address of one or two words": 2,
    "has an address of three words": 0.99,
    "is less than two fifths running text": 1.01,
    "is less than a fifth running text": 0.44,
    "has ten linked headings": 0.97,
    "has fewer than three paragraphs": 0.58,
    "is more than a quarter other text than sentences": 0.45,
    "has eight prices": 0.65,
    "has further pages": 0.87,
    "is a website by OpenGraph": 0.51,
    "is an article by OpenGraph": -1.11,
    "names an author": -0.52,
    "has a date": -0.3,
    "has no 1,500 characters of unbroken text": 0.38,
    "has no 600 characters of unbroken text": 0.7,
    "has little text": 0.47,
    "has three article elements": 0.21,
}
LIST_THRESHOLD = 2.8
_MIN_LIST_LINKS = 8  # blocks of which more than a third is links
_MIN_WINDOW_TITLE_WORDS = 5  # of a title with the name of the site; those of sections have fewer
_MIN_LONG_HEADLINE_WORDS = 6  # hardly any list has such a heading
_MIN_LONG_HEADLINE_LETTERS = 25  # Latin letters; the same in scripts without spaces, whose headlines are terse
_MIN_BODY_PARAGRAPHS, _MIN_BODY_LETTERS = 3, 300  # of sentences side by side; a card has one or two
_PARAGRAPH_LETTERS = 300
_MIN_CARDS = 3
_MIN_LEAD_LETTERS = 150
# A page is a list only with one of these; the other features also hold for short or badly marked up articles.
_REQUIRED = frozenset(
    {
        "calls itself a list",
        "is a front page",
        "has an address of one or two words",
        "has an address of three words",
        "has ten linked headings",
        "has eight prices",
        "has further pages",
        "has three article elements",
    }
)
_DATED_PATH = re.compile(r"(?:^|/)(?:19|20)\d\d[/-]?[01]?\d[/-]?[0-3]?\d$")
_FILE_NAME = re.compile(r"(?:index|default|story|article|news|view|read|show|detail)s?\.\w{2,5}", re.IGNORECASE)
# Five figures, or a mixture of letters and figures such as hashes and keys are.
_NUMBER = re.compile(
    r"\d{5}|(?<![a-z\d])(?=[a-z]*\d)(?=(?:[a-z]*\d){3})(?=\d*[a-z])[a-z\d]{8,}(?![a-z\d])", re.IGNORECASE
)
_NUMBER_IN_QUERY = re.compile(r"(?:^|&)(?!page|p?g=|start|offset|cat)[^=&]*=\d{3,}(?:&|$)", re.IGNORECASE)
_PRICE = re.compile(r"[$€£¥₩₹]\s?\d|\d\s?(?:[€£₩₹]|EUR|USD|GBP|CHF|zł|kr|руб)", re.IGNORECASE)
# Signs of lists that may have a text of their own, such as the advice below a shop's goods.
_SHOP_SIGNS = ("calls itself a list", "is a front page", "has eight prices")
PAGER = frozenset({"pagination", "pager", "paging", "paginator"})
"""Labels of elements with links to further pages."""


def list_signs(page: ExtractedPage) -> list[str]:
    """The features that make the page a list, by descending weight; empty if it is not one.

    A list links to other pages: a page with few links is not one, however short it is.
    """
    if sum(3 * block.linked_chars > len(block.text) for block in page.layout.blocks) < _MIN_LIST_LINKS:
        return []
    signs = [sign for sign, holds in list_features(page).items() if holds]
    if sum(LIST_WEIGHTS[sign] for sign in signs) < LIST_THRESHOLD or _REQUIRED.isdisjoint(signs):
        return []
    if _has_headed_text(page, set(signs)):
        return []
    return sorted((sign for sign in signs if LIST_WEIGHTS[sign] > 0), key=lambda sign: -LIST_WEIGHTS[sign])


def _has_headed_text(page: ExtractedPage, signs: set[str]) -> bool:
    """True for a text under a headline: what an article has and a list lacks, whatever is around it.

    Either a heading of six words or more that the window's title repeats, above a paragraph of sentences; or three
    paragraphs of sentences side by side in one box, which cards do not have, under a headline of another kind: a short
    heading with which the title begins is the name of a section. A front page with many headlines is never an article,
    nor are cards.
    """
    lead = sum(extent(line) for line in page.core.split("\n") if is_prose(line))
    if lead < _MIN_LEAD_LETTERS or signs >= {"is a front page", "has ten linked headings"} or _is_of_cards(page.layout):
        return False
    title = comparison_key(page.head.title)
    long_headings = list(filter(_is_long_headline, page.head.headings))
    if any(comparison_key(one)[:60] in title for one in long_headings):
        return True
    is_section = any(title.startswith(key) for one in page.head.headings if (key := comparison_key(one)))
    is_titled = count_words(page.head.title) >= _MIN_WINDOW_TITLE_WORDS and not is_section
    return _has_body(page.layout) and (bool(long_headings) or (is_titled and signs.isdisjoint(_SHOP_SIGNS)))


def _is_of_cards(layout: Layout) -> bool:
    """True if most sentences are in boxes that each have a linked heading, at least three."""
    headed = Counter(layout.box_of(b.container) for b in layout.blocks if _is_linked_heading(b, layout))
    boxes = {box for box, count in headed.items() if count == 1}
    prose = [layout.box_of(block.container) for block in layout.blocks if is_prose(block.text)]
    cards = [box for box in prose if box in boxes]
    return len(set(cards)) >= _MIN_CARDS and 2 * len(cards) > len(prose)


def _is_linked_heading(block: Block, layout: Layout) -> bool:
    tag = layout.containers[block.container].tag
    return tag in {"h2", "h3", "h4"} and block.linked_chars > 0.8 * len(block.text)


def _is_long_headline(heading: str) -> bool:
    return count_words(heading) >= _MIN_LONG_HEADLINE_WORDS or (
        not has_spaces(heading) and extent(heading) >= _MIN_LONG_HEADLINE_LETTERS
    )


def _has_body(layout: Layout) -> bool:
    """True if a box has three paragraphs of sentences side by side that are no links, list items or cut texts.

    Where line breaks divide paragraphs, 300 letters count as one.
    """
    letters: Counter[int] = Counter()
    paragraphs: Counter[int] = Counter()
    for block in layout.blocks:
        is_item = layout.containers[block.container].tag in {"li", "dt", "dd"} or block.text.endswith("…")
        if not is_item and 2 * block.linked_chars < len(block.text) and is_prose(block.text):
            box, length = layout.box_of(block.container), extent(block.text)
            letters[box] += length
            paragraphs[box] += max(1, length // _PARAGRAPH_LETTERS)
    return any(count >= _MIN_BODY_PARAGRAPHS and letters[box] >= _MIN_BODY_LETTERS for box, count in paragraphs.items())


def list_features(page: ExtractedPage) -> dict[str, bool]:
    """The features that distinguish lists from articles, by name, and whether they hold for the page."""
    blocks, containers = page.layout.blocks, page.layout.containers
    extents = [(block, extent(block.text)) for block in blocks]
    letters = sum(length for _, length in extents) or 1
    prose_share = sum(length for b, length in extents if length >= 100 and 2 * b.linked_chars < len(b.text)) / letters
    linked_headings = [block for block in blocks if _is_linked_heading(block, page.layout)]
    prose = [line for line in page.text.split("\n") if is_prose(line)]
    unbroken = _longest_unbroken(page.layout)
    address = urlsplit(page.url)
    path = address.path.strip("/")
    words = _count_address_words(path, address.query) if page.url else 4
    kind = (page.head.meta("og:type") or "").lower()
    return {
        "calls itself a list": page.json_ld.is_list,
        "is a front page": bool(page.url) and not path and not address.query,
        "has an address of one or two words": words <= 2,
        "has an address of three words": words == 3,
        "is less than two fifths running text": prose_share < 0.4,
        "is less than a fifth running text": prose_share < 0.2,
        "has ten linked headings": len(linked_headings) >= 10,
        "has fewer than three paragraphs": sum(map(is_paragraph, prose)) < 3,
        "is more than a quarter other text than sentences": sum(map(len, prose)) < 0.75 * len(page.text),
        "has eight prices": sum(_PRICE.search(b.text) is not None for b in blocks if len(b.text) < 60) >= 8,
        "has further pages": any(one.labels & PAGER for one in containers),
        "is a website by OpenGraph": kind == "website",
        "is an article by OpenGraph": kind.startswith("article"),
        "names an author": bool(page.json_ld.authors or page.head.meta("author")),
        "has a date": page.is_dated,
        "has no 1,500 characters of unbroken text": unbroken < 1500,
        "has no 600 characters of unbroken text": unbroken < 600,
        "has little text": extent(page.text) < SHORT_TEXT,
        "has three article elements": sum(one.tag == "article" for one in containers) >= 3,
    }


def _count_address_words(path: str, query: str) -> int:
    """The number of words in the last segment of a URL path that says something; 4 for an address with a number.

    Publishers file reports under a number, in the path or in the query, or in a dated folder. The archive of a day has
    no segment after the date.
    """
    *folders, last = [unquote_plus(one) for one in path.split("/") if not _FILE_NAME.fullmatch(one)] or [""]
    is_numbered = any(_NUMBER.search(one) for one in (*folders, last)) or _NUMBER_IN_QUERY.search(query)
    is_filed = re.search(r"\d{4}", last) or (_DATED_PATH.search("/".join(folders)) and not last.isdigit())
    if is_numbered or is_filed:
        return 4
    return max(len(re.split(r"[-_ ]", last)), count_words(last))


def _longest_unbroken(layout: Layout) -> int:
    """Letters of the longest run of text blocks that no linked block interrupts."""
    longest = current = 0
    for block in layout.blocks:
        length = extent(block.text)
        if length >= 80 and block.linked_chars < 0.4 * len(block.text):
            current += length
            longest = max(longest, current)
        elif length > 20 and block.linked_chars > 0.6 * len(block.text):
            current = 0
    return longest
