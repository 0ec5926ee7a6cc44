"""Teasers of other articles that stand among an article's paragraphs without any markup that says so.

Two habits of pages give them away. Cards carry the age of their article on a line of its own ("14 hours ago"), which
running text never does. And where cards are set as plain paragraphs, the text ends in headlines that are no heading
elements and have no full stop, each alone or with one paragraph under it, while nothing before them looks like that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.pages.blocks import Layout
from extractors.pages.lines import Line
from extractors.pages.markers import is_read_more_line

_STOPPED = re.compile(r"""[.!?。！？…:;,"”»›'’)\]]\W*$""")
_QUESTION = re.compile(r"""[?？]["”»’']?\s*$""")
# A day and nothing else: with a year, or in figures.
_DAY = re.compile(r"\D{0,20}\d{1,2}\D{1,20}(?:19|20)\d\d\W*|(?:19|20)\d\d\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{0,3}")
_COMMAS = re.compile(r"[,、،;]")
_FEWEST, _MOST = 4, 25  # words of a headline
_BRIEF = 10  # words of a paragraph in a short report
_WHOLLY = 0.95  # the rest is an arrow or a bracket
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


def first_teaser_line(lines: Sequence[Line], layout: Layout) -> int:
    """The number of the line with which other articles' teasers begin; the number of lines if there are none."""
    return min(_first_card(lines), _first_plain_headline(lines, layout))


def _first_card(lines: Sequence[Line]) -> int:
    """The first line of the first card: the short lines above the first age that follows running text."""
    start = next((number for number, line in enumerate(lines) if is_paragraph(line.text)), len(lines))
    age = next((n for n in range(start + 1, len(lines)) if _is_age(lines[n].text)), None)
    if age is None:
        return len(lines)
    above = range(age - 1, start, -1)
    return next((n + 1 for n in above if _STOPPED.search(lines[n].text)), start + 1)


def _is_age(text: str) -> bool:
    found = _AGE.search(text) if len(text) <= 60 else None
    return found is not None and len((text[: found.start()] + text[found.end() :]).split()) <= _WORDS_BESIDE_AGE


def is_paragraph(text: str) -> bool:
    """True for a paragraph of running text: at least 25 words, ended by a stop."""
    return _words(text) >= _MOST and _STOPPED.search(text) is not None


def is_prose(text: str) -> bool:
    """True for a brief paragraph, or a running one: at least ten words, ended by a stop."""
    return _words(text) >= _BRIEF and _STOPPED.search(text) is not None


def _words(text: str) -> int:
    return len(text.split()) + len(_DENSE.findall(text)) // 3


def _first_plain_headline(lines: Sequence[Line], layout: Layout) -> int:
    """The first of at least two plain headlines that end the text, if none stands before them.

    A question may be a headline or a sentence: it counts among headlines that are none, if those are as many.
    """
    plain = [_is_plain_headline(line, layout) for line in lines]
    asked = [_QUESTION.search(line.text) is not None and _may_be_headline(line, layout) for line in lines]
    begin, paragraphs = len(lines), 0
    for number in range(len(lines) - 1, 0, -1):
        if plain[number] or asked[number]:
            begin, paragraphs = number, 0
        elif _DAY.fullmatch(lines[number].text):  # a card's day, above or below its headline
            begin = number if paragraphs == 0 else begin
        elif paragraphs or not _is_plain(lines[number], layout):
            break
        else:
            paragraphs = 1
    surely, perhaps = sum(plain[begin:]), sum(asked[begin:])
    is_tail = surely + perhaps >= 2 and surely >= max(1, perhaps) and not any(plain[1:begin])
    return begin if is_tail else len(lines)


def _is_plain_headline(line: Line, layout: Layout) -> bool:
    return not _STOPPED.search(line.text) and _may_be_headline(line, layout)


def _may_be_headline(line: Line, layout: Layout) -> bool:
    is_list = line.text[0] in "-–—•·*►▪" or len(_COMMAS.findall(line.text)) > 3
    is_day = _DAY.fullmatch(line.text) is not None
    return _FEWEST <= _words(line.text) <= _MOST and not (is_list or is_day) and _is_plain(line, layout)


def is_teaser_link(line: Line, layout: Layout) -> bool:
    """True for a single line that leads to another article, wherever it stands.

    It opens with a call to read something else, or it is a paragraph that is wholly one link and has no full stop, as
    headlines have none: links within a text are words of its sentences.
    """
    if is_read_more_line(line.text):
        return True
    if line.block is None:
        return False
    block = layout.blocks[line.block]
    is_title = _FEWEST <= _words(line.text) <= _MOST and not (
        _STOPPED.search(line.text) and not _QUESTION.search(line.text)
    )
    return _fills_paragraph_element(line, layout) and is_title and block.linked_chars >= _WHOLLY * len(block.text)


def _fills_paragraph_element(line: Line, layout: Layout) -> bool:
    """The line is all of a `<p>` or `<div>` that is not set as an item of a list."""
    block = layout.blocks[line.block or 0]
    tags = [layout.containers[one].tag for one in layout.ancestors_or_self(block.container)[:2]]
    return tags[0] in {"p", "div"} and "li" not in tags and block.key == line.key


def _is_plain(line: Line, layout: Layout) -> bool:
    """True for a paragraph of its own that is neither a heading, set in bold, nor an item of a list."""
    if line.block is None:
        return False
    block = layout.blocks[line.block]
    is_paragraph = layout.containers[block.container].tag in {"p", "div"}
    return is_paragraph and block.bold_chars * 2 < len(block.text) and block.key == line.key
