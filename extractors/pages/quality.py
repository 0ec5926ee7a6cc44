"""Assessment of a page: article, partial text, paywall, consent wall, list or empty, and the rule that decided.

The rules are tried in order; the first that holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.records import Quality
from extractors.pages.extracted_page import SHORT_TEXT, ExtractedPage, claims_article
from extractors.pages.gates import has_gate
from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.line_classifier import addresses_reader
from extractors.pages.layout.teasers import is_prose
from extractors.pages.layout.writing import extent
from extractors.pages.list_signs import PAGER, list_signs

_MIN_TEXT = 100  # characters
_MAX_CHALLENGE = 600  # characters of a page that checks for a human visitor
_CONSENT = re.compile(
    r"cookies?\b|consent|gdpr|\bour (?:\d+ )?partners\b|privacy|datenschutz|einwilligung|zustimm"
    r"|confidentialité|consentement|privacidad|consentimiento|privacidade|consenso|toestemming|samtycke|zgod[aęy]"
    r"|개인정보|동의|プライバシー|クッキー|同意|隐私|隱私|конфиденциальност|согласи|згод[аиуо]|конфіденційн|souhlas|soukrom"
    r"|hozzájárul|adatvédel|consimțăm|confidențial|eväste|suostum|tietosuoja|samtykke|συγκατάθεσ|απορρήτου|çerez|onayınız"
    r"|gizlilik|kişisel veri|ملفات تعريف|موافق|الخصوصية|کوکی|رضایت|עוגיות|הסכמה|פרטיות|คุกกี้|ยินยอม|ความเป็นส่วนตัว"
    r"|đồng ý|quyền riêng tư|persetujuan|privasi|कुकी|सहमति|गोपनीयता|কুকি|সম্মতি|গোপনীয়তা",
    re.IGNORECASE,
)
# Wording of pages that check whether the visitor is human.
_CHALLENGE = re.compile(
    r"checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|\bare you a robot"
    r"|complete the captcha|unusual traffic",
    re.IGNORECASE,
)
# Wording of pages for visitors from countries in which the publisher shows nothing.
_ELSEWHERE = re.compile(
    r"(?:unavailable|not (?:currently )?available|cannot be (?:shown|granted|accessed)).{0,40}\byour (?:country|region"
    r"|location|area)\b|unavailable (?:due to|for) legal reasons|country belonging to the european economic area"
    r"|in ihre[rm] (?:land|region) nicht verfügbar|n['’](?:est|sont) pas (?:disponibles?|accessibles?) dans votre"
    r"|no est[aá]n? disponibles? en (?:su|tu) (?:país|región)|недоступ\w* в ваш\w+ (?:стране|регионе)",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"(?:enable|activate|requires?|turn on|aktivieren|activer|habilit\w+) .{0,20}javascript", re.IGNORECASE
)
# "Page 1 of 3", "1/3", "Seite 1 von 3", "第1页 共3页", at the beginning of a line.
_FIRST_PAGE = re.compile(
    r"[^\W\d]{0,8}\W*1\s?(?:页|頁|ページ|페이지)?\s?(?:[^\W\d]{1,4}|/)\s?(?P<pages>[2-9]|[1-9]\d)(?!\d)"
)
_PAGE_NUMBERS = re.compile(r"\D{0,20}\b1(?:\D{1,5}\d{1,2})*?\D{1,5}(?P<pages>[2-9]|[1-9]\d)\D{0,20}")
_MAX_PAGER = 60  # characters of a line that counts pages


@dataclass(frozen=True, slots=True)
class QualityAssessment:
    """A quality, and the rule that decided it, in words."""

    quality: Quality
    reason: str


def assess_quality(page: ExtractedPage) -> QualityAssessment:
    """The quality of this page, by the first rule that holds."""
    is_consent = _is_consent(page)
    rules: tuple[tuple[Quality, Callable[[], str]], ...] = (
        (Quality.EMPTY, lambda: "" if is_consent else _why_empty(page)),
        (Quality.NOT_ARTICLE, lambda: _why_list(page)),
        (Quality.CONSENT, lambda: "the text asks for consent" if is_consent else ""),
        (Quality.PAYWALL, lambda: "a short text before a paywall" if _is_paywalled(page) else ""),
        (Quality.PARTIAL, lambda: _why_partial(page)),
    )
    found = (QualityAssessment(quality, reason) for quality, why in rules if (reason := why()))
    return next(found, QualityAssessment(Quality.FULL, "a body of text"))


def _why_list(page: ExtractedPage) -> str:
    """The two strongest signs that the page is a list; an empty string if it is not one."""
    signs = [] if claims_article(page) else list_signs(page)
    return f"a page that {' and '.join(signs[:2])}" if signs else ""


def _why_partial(page: ExtractedPage) -> str:
    if pages := _count_pages(page):
        return f"the first of {pages} pages"
    if _breaks_off(page.core):
        return "a short text that breaks off"
    return "" if page.core else "no text that certainly belongs to an article"


def _breaks_off(core: str) -> bool:
    """True for a short text whose last sentence ends in an ellipsis, as excerpts do."""
    prose = [line for line in core.split("\n") if is_prose(line)]
    return bool(prose) and prose[-1].endswith(("…", "...", "[…]")) and extent(core) < SHORT_TEXT / 2


def _why_empty(page: ExtractedPage) -> str:
    """What the page has in place of an article's text; an empty string if it has such text."""
    if len(page.text) < _MAX_CHALLENGE and _CHALLENGE.search(page.text):
        return "a check that the visitor is human"
    if len(page.text) < _MAX_CHALLENGE and _ELSEWHERE.search(page.text):
        return "a notice that the page is not shown in this country"
    if extent(page.text) >= _MIN_TEXT:
        return ""
    shell = _SHELL.search(" ".join(block.text for block in page.layout.blocks[:50]))
    return "a page that is empty without JavaScript" if shell else "less than 100 characters of text"


def _is_consent(page: ExtractedPage) -> bool:
    """True for a short text with at least three words about consent, and one in every 150 characters.

    A wall speaks to its reader. A report on consent, on a page that claims to be an article, does not.
    """
    visible = page.text or " ".join(block.text for block in page.layout.blocks)
    if len(visible) >= 2 * SHORT_TEXT or (claims_article(page) and not addresses_reader(page.text)):
        return False
    return len(_CONSENT.findall(visible)) >= max(3, len(visible) / 150)


def _is_paywalled(page: ExtractedPage) -> bool:
    """True for a short text that is not free by JSON-LD, or with a gate below it."""
    if extent(page.core) >= SHORT_TEXT:
        return False
    return page.json_ld.is_free is False or has_gate(page.layout, page.core)


def _count_pages(page: ExtractedPage) -> int:
    """The number of pages of an article of which this is the first; 0 for one page.

    The page links to a next one, and has a line such as "Page 1 of 3" or, in an element for pages, "1 2 3".
    """
    if not page.head.has_next_page:
        return 0
    short = [block for block in page.layout.blocks if len(block.text) <= _MAX_PAGER]
    lines = (_FIRST_PAGE.match(block.text) for block in short)
    counted = (_PAGE_NUMBERS.fullmatch(block.text) for block in short if _is_in_pager(block, page.layout))
    return next((int(line["pages"]) for line in (*lines, *counted) if line), 0)


def _is_in_pager(block: Block, layout: Layout) -> bool:
    return any(one.labels & PAGER for one in layout.nearest(block.container, 4))
