"""What a page turned out to be, and by which rule.

The rules are tried in order; the first that holds gives the verdict. Pages that claim to be an article (by JSON-LD, a
date of publication in their meta tags, or a headline that a feed announced) are never taken for lists.
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

_SHORTEST = 100  # characters of a text worth the name
_GATE = 600  # characters; a gate says no more
_BRIEF = 1500  # characters; a whole report is longer
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
# What stands on the page of a gate that wants to know whether a person is reading.
_CHALLENGE = re.compile(
    r"checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|\bare you a robot"
    r"|complete the captcha|unusual traffic",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"(?:enable|activate|requires?|turn on|aktivieren|activer|habilit\w+) .{0,20}javascript", re.IGNORECASE
)
_PAYWALL_LABELS = frozenset({"paywall", "subscriber", "paywalled", "metered", "regwall"})
_DAY = re.compile(r"(?:^|/)(?:19|20)\d\d[/-]?[01]?\d[/-]?[0-3]?\d$")
_PUBLISHED_METAS = ("article:published_time", "datepublished")

# Log-odds that a page without a claim to be an article is a list (benchmarks/bench_extraction.py fit).
LIST_WEIGHTS = {
    "calls itself a list": 1.6,
    "is a front page": 0.34,
    "has an address of one or two words": 2,
    "has an address of three words": 0.99,
    "is less than two fifths running text": 1.01,
    "is less than a fifth running text": 0.44,
    "has ten linked headings": 0.97,
    "tells less than three paragraphs": 0.58,
    "is by a quarter no sentences": 0.45,
    "has eight prices": 0.65,
    "has further pages": 0.87,
    "is a website to OpenGraph": 0.51,
    "is an article to OpenGraph": -1.11,
    "names an author": -0.52,
    "has a date": -0.3,
    "has no 1,500 characters of unbroken text": 0.38,
    "has no 600 characters of unbroken text": 0.7,
    "has little text": 0.47,
    "has three article elements": 0.21,
}
LIST_THRESHOLD = 2.9
_FEWEST_LINKS = 8  # lines of a page that are links by a third; the menu of a site alone has more than a few
_HEADLINE_WORDS = 4  # names of sections have fewer
_HEADLINE_SIGNS = 12  # the same for scripts without spaces
# Without one of these a brief or badly set page is no list.
_SURE = frozenset(
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
    """A quality and the rule that said so, as a sentence."""

    quality: Quality
    reason: str


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """What a verdict is reached from: the article's text, its core, and the page they stand on.

    `announced` is the headline under which a feed announced the page, empty without one.
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
    """What this page is."""
    if _is_consent(page):
        return QualityAssessment(Quality.CONSENT, "the text asks for consent")
    if why := _why_empty(page):
        return QualityAssessment(Quality.EMPTY, why)
    if not claims_article(page) and (signs := _signs_of_list(page)):
        return QualityAssessment(
            Quality.NOT_ARTICLE, f"a page that {signs[0]} and {signs[1]}" if len(signs) > 1 else signs[0]
        )
    if _is_walled(page):
        return QualityAssessment(Quality.PAYWALL, "a brief text in front of a wall for subscribers")
    if not page.core:
        return QualityAssessment(Quality.PARTIAL, "nothing in it surely belongs to an article")
    return QualityAssessment(Quality.FULL, "a body of text")


def _why_empty(page: ExtractedPage) -> str:
    """What stands on the page in place of any text of worth; empty if it has such text."""
    if len(page.text) < _GATE and _CHALLENGE.search(page.text):
        return "a check whether a person reads"
    if len(page.text) >= _SHORTEST:
        return ""
    shell = _SHELL.search(" ".join(block.text for block in page.layout.blocks[:50]))
    return "a shell for JavaScript" if shell else "less than 100 characters of text"


def _is_consent(page: ExtractedPage) -> bool:
    """Little text, much of it about consent: a word of it in every 150 characters."""
    visible = page.text or " ".join(block.text for block in page.layout.blocks)
    return len(visible) < 2 * _BRIEF and len(_CONSENT.findall(visible)) >= max(3, len(visible) / 150)


def _is_walled(page: ExtractedPage) -> bool:
    """Brief, and the publisher says it is not free, or a wall stands on the page and asks to subscribe."""
    if len(page.core) >= _BRIEF:
        return False
    if page.json_ld.is_free is False:
        return True
    walls = {number for number, one in enumerate(page.layout.containers) if one.labels & _PAYWALL_LABELS}
    around = (
        block.text for block in page.layout.blocks if walls.intersection(page.layout.ancestors_or_self(block.container))
    )
    return _LOGIN.search(" ".join(around)) is not None


def claims_article(page: ExtractedPage) -> bool:
    """By JSON-LD, a marked date of publication, an announced headline, or as the one article in its microdata."""
    is_marked = bool(page.head.published_times) or any(name in page.head.metas for name in _PUBLISHED_METAS)
    is_one_item = sum(kind.endswith("Article") for kind in page.head.item_types) == 1
    return page.json_ld.is_article or is_marked or is_one_item or _is_announced(page)


def _is_announced(page: ExtractedPage) -> bool:
    """The page bears the headline that its feed announced, and that is a sentence, not the name of a section."""
    headline, words = comparison_key(page.announced), page.announced.split()
    is_sentence = len(words) >= _HEADLINE_WORDS or (len(words) == 1 and len(headline) >= _HEADLINE_SIGNS)
    return is_sentence and headline in comparison_key(page.head.title)


def _signs_of_list(page: ExtractedPage) -> list[str]:
    """What shows that the page is a list, weightiest first; empty if it does not suffice.

    A list leads to other pages: what has hardly a line that is a link is none, however brief it is.
    """
    if sum(3 * block.linked_chars > len(block.text) for block in page.layout.blocks) < _FEWEST_LINKS:
        return []
    signs = [sign for sign, holds in list_features(page).items() if holds]
    if sum(LIST_WEIGHTS[sign] for sign in signs) < LIST_THRESHOLD or _SURE.isdisjoint(signs):
        return []
    return sorted((sign for sign in signs if LIST_WEIGHTS[sign] > 0), key=lambda sign: -LIST_WEIGHTS[sign])


def list_features(page: ExtractedPage) -> dict[str, bool]:
    """What is true of the page among the facts that tell lists from articles."""
    blocks, containers = page.layout.blocks, page.layout.containers
    chars = sum(len(block.text) for block in blocks) or 1
    running = sum(len(b.text) for b in blocks if len(b.text) >= 100 and 2 * b.linked_chars < len(b.text)) / chars
    linked = [
        b for b in blocks if containers[b.container].tag in {"h2", "h3", "h4"} and b.linked_chars > 0.8 * len(b.text)
    ]
    told = [line for line in page.text.split("\n") if is_prose(line)]
    unbroken = _longest_unbroken(page.layout)
    path = urlsplit(page.url).path.strip("/")
    words = _words_of_address(path) if page.url else 4
    kind = (page.head.meta("og:type") or "").lower()
    return {
        "calls itself a list": page.json_ld.is_list,
        "is a front page": bool(page.url) and not path,
        "has an address of one or two words": words <= 2,
        "has an address of three words": words == 3,
        "is less than two fifths running text": running < 0.4,
        "is less than a fifth running text": running < 0.2,
        "has ten linked headings": len(linked) >= 10,
        "tells less than three paragraphs": sum(map(is_paragraph, told)) < 3,
        "is by a quarter no sentences": sum(map(len, told)) < 0.75 * len(page.text),
        "has eight prices": sum(_PRICE.search(b.text) is not None for b in blocks if len(b.text) < 60) >= 8,
        "has further pages": any(one.labels & _PAGER for one in containers),
        "is a website to OpenGraph": kind == "website",
        "is an article to OpenGraph": kind.startswith("article"),
        "names an author": bool(page.json_ld.authors or page.head.meta("author")),
        "has a date": page.is_dated,
        "has no 1,500 characters of unbroken text": unbroken < 1500,
        "has no 600 characters of unbroken text": unbroken < 600,
        "has little text": len(page.text) < _BRIEF,
        "has three article elements": sum(one.tag == "article" for one in containers) >= 3,
    }


def _words_of_address(path: str) -> int:
    """How many words the last part of an address has; a number or a day stands for a whole headline.

    Publishers file a report under its number or its day. The archive of a day has nothing behind the day.
    """
    folder, _, last = path.rpartition("/")
    is_filed = re.search(r"\d{4}", last) or (_DAY.search(folder) and not last.isdigit())
    return 4 if is_filed else len(re.split(r"[-_]", last))


def _longest_unbroken(layout: Layout) -> int:
    """Characters of the longest stretch of running text that no linked line interrupts."""
    longest = current = 0
    for block in layout.blocks:
        if len(block.text) >= 80 and block.linked_chars < 0.4 * len(block.text):
            current += len(block.text)
            longest = max(longest, current)
        elif len(block.text) > 20 and block.linked_chars > 0.6 * len(block.text):
            current = 0
    return longest
