"""Assessment of a page: article, partial text, paywall, consent wall, list or empty, and the rule that decided.

The rules are tried in order; the first that holds decides. A page that claims to be an article (by JSON-LD, a marked
date of publication, article microdata, or the headline in its feed) is never taken for a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.records import Quality
from extractors.pages.blocks import Layout, comparison_key
from extractors.pages.html_head import HtmlHead
from extractors.pages.json_ld import JsonLd
from extractors.pages.teasers import is_paragraph, is_prose

_MIN_TEXT = 100  # characters
_MAX_CHALLENGE = 600  # characters of a page that checks for a human visitor
_SHORT_TEXT = 1500  # characters; most complete reports are longer
_CONSENT = re.compile(
    r"cookies?\b|consent|gdpr|\bour (?:\d+ )?partners\b|privacy|datenschutz|einwilligung|zustimm"
    r"|confidentialité|consentement|privacidad|consentimiento|privacidade|consenso|toestemming|samtycke|zgod[aęy]"
    r"|개인정보|동의|プライバシー|同意|隐私|隱私|конфиденциальност|согласи",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"subscri|member(?:s|ship)?\b|log ?in\b|sign ?in\b|register|abonn|anmelden|registrieren|suscr|iniciar sesión"
    r"|connectez|assine|accedi|inloggen|prenumer|logg inn|구독|로그인|会員|ログイン|登录|登入|подпис|войти",
    re.IGNORECASE,
)
# Wording of pages that check whether the visitor is human.
_CHALLENGE = re.compile(
    r"checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|\bare you a robot"
    r"|complete the captcha|unusual traffic",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"(?:enable|activate|requires?|turn on|aktivieren|activer|habilit\w+) .{0,20}javascript", re.IGNORECASE
)
_PAYWALL_LABELS = frozenset({"paywall", "subscriber", "paywalled", "metered", "regwall"})
_DATED_PATH = re.compile(r"(?:^|/)(?:19|20)\d\d[/-]?[01]?\d[/-]?[0-3]?\d$")
_PUBLISHED_METAS = ("article:published_time", "datepublished")

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
LIST_THRESHOLD = 2.9
_MIN_LIST_LINKS = 8  # blocks of which more than a third is links
_MIN_HEADLINE_WORDS = 4  # names of sections have fewer
_MIN_HEADLINE_CHARS = 12  # the same for scripts without spaces
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
_PRICE = re.compile(r"[$€£¥₩₹]\s?\d|\d\s?(?:[€£₩₹]|EUR|USD|GBP|CHF|zł|kr|руб)", re.IGNORECASE)
_PAGER = frozenset({"pagination", "pager", "paging", "paginator"})


@dataclass(frozen=True, slots=True)
class QualityAssessment:
    """A quality, and the rule that decided it, in words."""

    quality: Quality
    reason: str


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


def assess_quality(page: ExtractedPage) -> QualityAssessment:
    """The quality of this page, by the first rule that holds."""
    if _is_consent(page):
        return QualityAssessment(Quality.CONSENT, "the text asks for consent")
    if reason := _why_empty(page):
        return QualityAssessment(Quality.EMPTY, reason)
    if not claims_article(page) and (signs := _list_signs(page)):
        return QualityAssessment(
            Quality.NOT_ARTICLE, f"a page that {signs[0]} and {signs[1]}" if len(signs) > 1 else signs[0]
        )
    if _is_paywalled(page):
        return QualityAssessment(Quality.PAYWALL, "a short text before a paywall")
    if not page.core:
        return QualityAssessment(Quality.PARTIAL, "no text that certainly belongs to an article")
    return QualityAssessment(Quality.FULL, "a body of text")


def _why_empty(page: ExtractedPage) -> str:
    """What the page has in place of an article's text; an empty string if it has such text."""
    if len(page.text) < _MAX_CHALLENGE and _CHALLENGE.search(page.text):
        return "a check that the visitor is human"
    if len(page.text) >= _MIN_TEXT:
        return ""
    shell = _SHELL.search(" ".join(block.text for block in page.layout.blocks[:50]))
    return "a page that is empty without JavaScript" if shell else "less than 100 characters of text"


def _is_consent(page: ExtractedPage) -> bool:
    """True for a short text with at least three words about consent, and one in every 150 characters."""
    visible = page.text or " ".join(block.text for block in page.layout.blocks)
    return len(visible) < 2 * _SHORT_TEXT and len(_CONSENT.findall(visible)) >= max(3, len(visible) / 150)


def _is_paywalled(page: ExtractedPage) -> bool:
    """True for a short text that is not free by JSON-LD, or with a paywall element that asks to subscribe."""
    if len(page.core) >= _SHORT_TEXT:
        return False
    if page.json_ld.is_free is False:
        return True
    walls = {number for number, one in enumerate(page.layout.containers) if one.labels & _PAYWALL_LABELS}
    prompts = (
        block.text for block in page.layout.blocks if walls.intersection(page.layout.ancestors_or_self(block.container))
    )
    return _LOGIN.search(" ".join(prompts)) is not None


def claims_article(page: ExtractedPage) -> bool:
    """True by JSON-LD, a marked date of publication, an announced headline, or a single article in the microdata."""
    is_marked = bool(page.head.published_times) or any(name in page.head.metas for name in _PUBLISHED_METAS)
    is_one_item = sum(kind.endswith("Article") for kind in page.head.item_types) == 1
    return page.json_ld.is_article or is_marked or is_one_item or _is_announced(page)


def _is_announced(page: ExtractedPage) -> bool:
    """True if the title contains the headline of the feed, and that is long enough not to be a section's name."""
    headline, words = comparison_key(page.announced), page.announced.split()
    is_headline = len(words) >= _MIN_HEADLINE_WORDS or (len(words) == 1 and len(headline) >= _MIN_HEADLINE_CHARS)
    return is_headline and headline in comparison_key(page.head.title)


def _list_signs(page: ExtractedPage) -> list[str]:
    """The features that make the page a list, by descending weight; empty if it is not one.

    A list links to other pages: a page with few links is not one, however short it is.
    """
    if sum(3 * block.linked_chars > len(block.text) for block in page.layout.blocks) < _MIN_LIST_LINKS:
        return []
    signs = [sign for sign, holds in list_features(page).items() if holds]
    if sum(LIST_WEIGHTS[sign] for sign in signs) < LIST_THRESHOLD or _REQUIRED.isdisjoint(signs):
        return []
    return sorted((sign for sign in signs if LIST_WEIGHTS[sign] > 0), key=lambda sign: -LIST_WEIGHTS[sign])


def list_features(page: ExtractedPage) -> dict[str, bool]:
    """The features that distinguish lists from articles, by name, and whether they hold for the page."""
    blocks, containers = page.layout.blocks, page.layout.containers
    chars = sum(len(block.text) for block in blocks) or 1
    prose_share = sum(len(b.text) for b in blocks if len(b.text) >= 100 and 2 * b.linked_chars < len(b.text)) / chars
    linked_headings = [
        b for b in blocks if containers[b.container].tag in {"h2", "h3", "h4"} and b.linked_chars > 0.8 * len(b.text)
    ]
    prose = [line for line in page.text.split("\n") if is_prose(line)]
    unbroken = _longest_unbroken(page.layout)
    path = urlsplit(page.url).path.strip("/")
    words = _count_path_words(path) if page.url else 4
    kind = (page.head.meta("og:type") or "").lower()
    return {
        "calls itself a list": page.json_ld.is_list,
        "is a front page": bool(page.url) and not path,
        "has an address of one or two words": words <= 2,
        "has an address of three words": words == 3,
        "is less than two fifths running text": prose_share < 0.4,
        "is less than a fifth running text": prose_share < 0.2,
        "has ten linked headings": len(linked_headings) >= 10,
        "has fewer than three paragraphs": sum(map(is_paragraph, prose)) < 3,
        "is more than a quarter other text than sentences": sum(map(len, prose)) < 0.75 * len(page.text),
        "has eight prices": sum(_PRICE.search(b.text) is not None for b in blocks if len(b.text) < 60) >= 8,
        "has further pages": any(one.labels & _PAGER for one in containers),
        "is a website by OpenGraph": kind == "website",
        "is an article by OpenGraph": kind.startswith("article"),
        "names an author": bool(page.json_ld.authors or page.head.meta("author")),
        "has a date": page.is_dated,
        "has no 1,500 characters of unbroken text": unbroken < 1500,
        "has no 600 characters of unbroken text": unbroken < 600,
        "has little text": len(page.text) < _SHORT_TEXT,
        "has three article elements": sum(one.tag == "article" for one in containers) >= 3,
    }


def _count_path_words(path: str) -> int:
    """The number of words in the last segment of a URL path; 4 for a number of four digits or in a dated folder.

    Publishers file reports under a number or a date. The archive of a day has no segment after the date.
    """
    folder, _, last = path.rpartition("/")
    is_filed = re.search(r"\d{4}", last) or (_DATED_PATH.search(folder) and not last.isdigit())
    return 4 if is_filed else len(re.split(r"[-_]", last))


def _longest_unbroken(layout: Layout) -> int:
    """Characters of the longest run of text blocks that no linked block interrupts."""
    longest = current = 0
    for block in layout.blocks:
        if len(block.text) >= 80 and block.linked_chars < 0.4 * len(block.text):
            current += len(block.text)
            longest = max(longest, current)
        elif len(block.text) > 20 and block.linked_chars > 0.6 * len(block.text):
            current = 0
    return longest
