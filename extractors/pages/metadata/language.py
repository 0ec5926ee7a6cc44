"""The language of an article: as its page or feed says, unless the text is plainly in another one.

Pages often bear the language of their template. Of 437 texts in 40 languages none was taken for another language with
the confidence asked for here, neither their first 80 characters nor more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from core.records import FeedEntry
from extractors.pages.metadata.html_head import HtmlHead
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.metadata.language_model import load_detector, unpacked_model

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
_SAMPLE = 400  # code points
_MIN_LENGTH = 40  # code points
_MIN_LENGTH_TO_CONTRADICT = 80
_MIN_CONFIDENCE = 0.5
_MIN_CONFIDENCE_TO_CONTRADICT = 0.8
# Languages in one written form, and dialects of which the detector has models of their own: the first is the usual one.
_FAMILIES = (
    ("zh", "wuu", "yue", "cmn", "lzh"),
    ("no", "nb", "nn"),
    ("hr", "sr", "bs", "sh", "cnr"),
    ("id", "ms", "in"),
    ("ar", "ary", "arz"),
    ("he", "iw", "hbo"),
    ("el", "grc"),
    ("en", "pcm"),
    ("es", "an", "ext"),
    ("tl", "fil"),
    ("uz", "uzs"),
    ("fa", "prs"),
    ("ku", "ckb", "kmr", "sdh"),
    ("ro", "mo"),
)
_FAMILY = {language: family[0] for family in _FAMILIES for language in family}
_NO_LANGUAGE = "zxx"
# One character says as much as several letters, so that fewer are enough.
_DENSE = (("ko", re.compile("[가-힣]")), ("ja", re.compile("[ぁ-ヿ]")), ("zh", re.compile("[一-鿿]")))
_DENSE_SHARE = {"ko": 6, "ja": 6, "zh": 4}  # one character in so many


def read_language(head: HtmlHead, json_ld: JsonLd, entry: FeedEntry, text: str) -> str | None:
    """The language (ISO 639-1 or -3, lower case) by page or feed, or that of `text` where it is another; or None.

    `text` is best the part that certainly belongs to the article: comments may be in another language.
    """
    claims = (head.language, head.meta("og:locale", "language", "content-language"), json_ld.language, entry.language)
    found = (_LANGUAGE.match(claim or "") for claim in claims)
    claimed = next((match.group().lower() for match in found if match), None)
    sample = text[:_SAMPLE]
    detected = _language_of_script(sample) or _detected(sample, is_contradiction=claimed is not None)
    if claimed is None or detected is None:
        return claimed or detected
    return claimed if _is_same(claimed, detected) else detected


def _is_same(claimed: str, detected: str) -> bool:
    """True also for Japanese in Chinese characters alone, as headlines are."""
    return _family(claimed) == _family(detected) or (claimed, detected) == ("ja", "zh")


def _family(language: str) -> str:
    return _FAMILY.get(language, language)


def _language_of_script(sample: str) -> str | None:
    """Korean, Japanese or Chinese if a good part of the text is in their script; None for any other script."""
    found = (one for one, signs in _DENSE if len(signs.findall(sample)) * _DENSE_SHARE[one] > len(sample))
    return next(found, None)


def _detected(sample: str, *, is_contradiction: bool) -> str | None:
    """The language of the text; None if it is too short or uncertain, more so if it contradicts the page."""
    if len(sample) < (_MIN_LENGTH_TO_CONTRADICT if is_contradiction else _MIN_LENGTH):
        return None
    language, confidence = _detector().classify(sample)
    least = _MIN_CONFIDENCE_TO_CONTRADICT if is_contradiction else _MIN_CONFIDENCE
    return _family(language) if confidence >= least and language != _NO_LANGUAGE else None


@cache
def _detector() -> LanguageIdentifier:
    """The detector, loaded with the first text."""
    return load_detector(unpacked_model())
