"""What a page turned out to be, and by which rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import Quality
from extractors.blocks import Layout
from extractors.structured import Structured

_CONSENT = re.compile(
    r"cookie|consent|gdpr|datenschutz|privacy|confidentialité|privacidad|개인정보|同意", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A quality and the rule that said so, as a sentence."""

    quality: Quality
    reason: str


def judge(text: str, core_chars: int, layout: Layout, structured: Structured) -> Verdict:
    """The verdict on a page whose `text` was found, `core_chars` of it for certain."""
    if len(text) < 100:
        return Verdict(Quality.EMPTY, "less than 100 characters of text")
    if structured.is_list:
        return Verdict(Quality.NOT_ARTICLE, "the page calls itself a list")
    if core_chars < 1500 and len(_CONSENT.findall(text)) * 150 > len(text):
        return Verdict(Quality.CONSENT, "the text is about consent")
    if _is_listing(layout) and not structured.is_article and core_chars < 1500:
        return Verdict(Quality.NOT_ARTICLE, "most of the page is links")
    if structured.is_free is False and core_chars < 1500:
        return Verdict(Quality.PAYWALL, "the publisher says that it is not free, and the text is short")
    return Verdict(Quality.FULL, "a body of text")


def _is_listing(layout: Layout) -> bool:
    chars = sum(len(block.text) for block in layout.blocks)
    return sum(block.linked for block in layout.blocks) > 0.6 * chars
