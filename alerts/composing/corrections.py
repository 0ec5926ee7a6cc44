"""A publisher's correction notice in an article: how publishers open one, and what it says."""

from __future__ import annotations

import re

from core.records import Article

# Words that are a notice with a colon, a full stop or a dash behind them, or as a line of their own; among others they
# say nothing about the article.
_HEADINGS = {
    "en": "corrections?|corrected|clarification",
    "de": "berichtigung|korrektur|richtigstellung",
    "fr": "rectificatif|correction|erratum",
    "es": "correcci[oó]n|rectificaci[oó]n|fe de err(?:ores|atas)",
    "pt": "corre[cç][aã]o|errata",
    "it": "rettifica|correzione",
    "nl": "rectificatie",
    "pl": "sprostowanie",
    "tr": "düzeltme",
    "ru": r"(?:исправление|поправка|уточнение)(?!\s*[–—-])",  # the dash is a verb: "Поправка – часть закона"
    "uk": r"виправлення(?!\s*[–—-])",
    "ar": "تصحيح|تصويب",
    "ko": "정정(?: ?보도문?)?|바로잡습니다",
    "ja": "(?:お詫びと)?訂正",
    "zh": "更正(?:启事|啟事)?",
}
# Beginnings of sentences that are a notice whatever follows.
_SENTENCES = {
    "en": r"(?:correction|clarification)(?:,[^\n:]{1,30}:| \(| (?:[^\W\d_]{3,9}\.? )?\d| (?:appended|notice)\b"
    r"| (?:to|of) (?:our|this|an? (?:earlier|previous|article|report|story))\b)"
    r"|corrected (?:version|headline|story|copy|article|to|on|at)\b|editor[’']s note\b[^\n]{0,200}\bcorrect"
    r"|an earlier version of this (?:article|story|report)\b"
    r"|this (?:article|story|report) (?:was|has been) (?:amended|corrected)\b",
    "de": r"in einer früheren (?:version|fassung)\b",
    "fr": r"une (?:première |précédente )?version (?:précédente |antérieure )?de cet article\b",
    "es": r"una versión anterior de est[ea] (?:artículo|nota|noticia|información)\b",
    "ko": r"정정합니다|정정 \d|바로잡습니다",
    "ja": "訂正 ",
}
_OPENING = r"(?:^|\n|[.!?”\"]\s+|。\s*|[\[(【])[\s【]*"
_CLOSED = r"\s*(?:[:：.。】\])]|[–—-]\s|$|\n)"
_SENTENCE, _HEADED = "|".join(_SENTENCES.values()), "|".join(_HEADINGS.values())
_NOTICE = re.compile(rf"{_OPENING}(?P<notice>(?:{_SENTENCE})|(?:{_HEADED}){_CLOSED})", re.IGNORECASE | re.MULTILINE)
_HEADING = 30  # code points; a shorter paragraph is a heading
_REACH = 600  # code points at either end of a text that are searched for a notice


def correction_notice(article: Article) -> str:
    """What the notice says, in one line, or else a headline that is marked as corrected; empty if there is neither."""
    title = article.title or ""
    text = article.text.removeprefix(title)  # many texts begin with their headline
    for place in (text[:_REACH], text[-_REACH:]):
        if found := _NOTICE.search(place):
            return _said(place[found.start("notice") :])
    return title if _NOTICE.search(title) else ""


def _said(text: str) -> str:
    """The first paragraph, and the next one if the first is only a heading."""
    lines = [line.strip("[]()【】 ") for line in text.split("\n") if line.strip()]
    return " ".join(" ".join(lines[: 1 if len(lines[0]) > _HEADING else 2]).split())
