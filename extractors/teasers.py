"""Teasers of other articles that stand among an article's paragraphs without any markup that says so.

Two habits of pages give them away. Cards carry the age of their article on a line of its own ("14 hours ago"), which
running text never does. And where cards are set as plain paragraphs, the text ends in headlines that are no heading
elements and have no full stop, each alone or with one paragraph under it, while nothing before them looks like that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.blocks import Layout
from extractors.lines import Line

_STOPPED = re.compile(r"""[.!?。！？…:;,"”»›'’)\]]\W*$""")
_COMMAS = re.compile(r"[,、،;]")
_FEWEST, _MOST = 4, 25  # words of a headline
_DENSE = re.compile(r"[぀-ヿ㐀-鿿가-힣]")  # scripts in which a word is two or three characters
_NUMBER = r"(?:\d{1,3}|an?|one|ein(?:e[mr]?)?|une?|un[ao]?|één|en|et)"
# "N units ago" in the languages of the web's news; units from minutes to months. After the relative-time patterns of
# Unicode CLDR 46 (dateFields, past).
_AGES = rf"""
    {_NUMBER}\ ?(?:s|m|min|mins|h|hr|hrs|d|w|mo|seconds?|minutes?|hours?|days?|weeks?|months?)\.?\ ago
    vor\ {_NUMBER}\ (?:sekunden?|minuten?|min\.?|stunden?|std\.?|tag(?:en)?|wochen?|monat(?:en)?)
    il\ y\ a\ {_NUMBER}\ (?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois)
    hace\ {_NUMBER}\ (?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?)
    há\ {_NUMBER}\ (?:segundos?|minutos?|horas?|dias?|semanas?|mês|meses)
    {_NUMBER}\ (?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei])\ fa
    {_NUMBER}\ (?:seconden|minuten?|uur|uren|dag(?:en)?|weken|week|maand(?:en)?)\ geleden
    (?:for\ )?{_NUMBER}\ (?:sekunder|minutt?er|minutt?|timer?|dag(?:er|e)?|uker?)\ siden
    (?:för\ )?{_NUMBER}\ (?:sekunder|minuter?|timm(?:e|ar)|dag(?:ar)?|vecka|veckor)\ sedan
    {_NUMBER}\ (?:minut[yę]?|godzin[yaę]?|dzień|dni|tydzień|tygodni[ea]?)\ temu
    {_NUMBER}\ (?:dakika|saat|gün|hafta|ay)\ önce
    \d{{0,3}}\ ?(?:минут[уы]?|час(?:а|ов)?|день|дня|дней|недел[юиь]|хвилин[уи]?|годин[уи]?|дні|днів)\ (?:назад|тому)
    \d{{1,3}}\ ?(?:초|분|시간|일|주|개월|달)\ ?전
    \d{{1,3}}\ ?(?:秒|分|分钟|分鐘|小时|小時|時間|日|天|周|週間|か月|个月|個月)(?:前|以前)
"""
_AGE = re.compile("|".join(line for line in map(str.strip, _AGES.splitlines()) if line), re.IGNORECASE | re.VERBOSE)
_WORDS_BESIDE_AGE = 4  # a card's line of age may name its source as well


def first_teaser(lines: Sequence[Line], layout: Layout) -> int:
    """The number of the line with which other articles' teasers begin; the number of lines if there are none."""
    return min(_first_card(lines), _first_plain_headline(lines, layout))


def _first_card(lines: Sequence[Line]) -> int:
    """The first line of the first card: the short lines above the first age that follows running text."""
    start = next((number for number, line in enumerate(lines) if is_running(line)), len(lines))
    age = next((n for n in range(start + 1, len(lines)) if _is_age(lines[n].text)), None)
    if age is None:
        return len(lines)
    above = range(age - 1, start, -1)
    return next((n + 1 for n in above if _STOPPED.search(lines[n].text)), start + 1)


def _is_age(text: str) -> bool:
    found = _AGE.search(text) if len(text) <= 60 else None
    return found is not None and len((text[: found.start()] + text[found.end() :]).split()) <= _WORDS_BESIDE_AGE


def is_running(line: Line) -> bool:
    """True for a paragraph of running text: at least 25 words, ended by a stop."""
    return _words(line.text) >= _MOST and _STOPPED.search(line.text) is not None


def _words(text: str) -> int:
    return len(text.split()) + len(_DENSE.findall(text)) // 3


def _first_plain_headline(lines: Sequence[Line], layout: Layout) -> int:
    """The first of at least two plain headlines that end the text, if none stands before them."""
    looks = [_is_plain_headline(line, layout) for line in lines]
    begin, paragraphs = len(lines), 0
    for number in range(len(lines) - 1, 0, -1):
        if looks[number]:
            begin, paragraphs = number, 0
        elif paragraphs or not _is_plain(lines[number], layout):
            break
        else:
            paragraphs = 1
    is_tail = sum(looks[begin:]) >= 2 and not any(looks[1:begin])
    return begin if is_tail else len(lines)


def _is_plain_headline(line: Line, layout: Layout) -> bool:
    is_list = line.text[0] in "-–—•·*►▪" or len(_COMMAS.findall(line.text)) > 3
    is_short = _FEWEST <= _words(line.text) <= _MOST
    return is_short and not is_list and not _STOPPED.search(line.text) and _is_plain(line, layout)


def _is_plain(line: Line, layout: Layout) -> bool:
    """True for a paragraph of its own that is neither a heading, set in bold, nor an item of a list."""
    if line.block is None:
        return False
    block = layout.blocks[line.block]
    is_paragraph = layout.containers[block.container].tag in {"p", "div"}
    return is_paragraph and block.bold * 2 < len(block.text) and block.key == line.key
