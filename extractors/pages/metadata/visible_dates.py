"""The day of publication as a reader sees it: beside the headline, or after a label such as "Published".

An ambiguous day (03/04/2026) is ignored, and the day of an update is not taken for that of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain

from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.teasers import is_paragraph
from extractors.pages.metadata.calendars import in_common_era
from extractors.pages.metadata.declared_dates import read_declared_date
from extractors.pages.metadata.months import month_number

_NAME = r"(?P<name>[^\s\d,;:|()/\[\]]{2,25})"
_YEAR = r"(?P<year>(?:19|20|25)\d\d)(?!\d)"
_DAY = r"\b(?P<day>\d{1,2})"
_WRITTEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}(?:\.|º|st|nd|rd|th|er|-a)?\s+(?:de\s+|of\s+)?{_NAME},?\s+(?:de\s+|del\s+|năm\s+)?{_YEAR}",
        rf"{_DAY}-(?P<name>[^\W\d_]{{3,10}})-{_YEAR}",
        rf"(?<!\w){_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"\b{_YEAR}(?:\.|\s?m\.|\.\s?gada)?\s+(?:de\s+)?(?:(?P<before>\d{{1,2}})\.?\s+)?{_NAME}(?:\s+(?P<day>\d{{1,2}})\b)?",
        rf"{_DAY}\s+tháng\s+(?P<month>\d{{1,2}}),?\s+(?:năm\s+)?{_YEAR}",
        rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
        rf"\b{_YEAR}\s?(?P<separator>[-./])\s?(?P<month>\d{{1,2}})\s?(?P=separator)\s?(?P<day>\d{{1,2}})\b",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"{_DAY}(?P<separator>[/-])(?P<month>\d{{1,2}})(?P=separator){_YEAR}",
    )
]
# Labels before the day of publication, in the languages of the markers; our own collection.
_PUBLISHED = re.compile(
    r"publi(?:shed|é|cad[oa]|cato|cerad|seret)|pubblicat|posted|first published|veröffentlicht|erstellt|erschienen"
    r"|gepubliceerd|publisert|udgivet|julkaistu|opublikowan|yayın|опубликован|опубліковано|дата публикации"
    r"|입력|등록|게재|公開日?|掲載日?|発表日?|发布|發布|发表",
    re.IGNORECASE,
)
# Labels before the day of an update.
_UPDATED = re.compile(
    r"updated|modified|revised|reviewed|aktualisiert|geändert|änderung|stand\b|mis à jour|modifié|actualizad|atualizad"
    r"|aggiornat|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacj|güncelle|обновл|оновлено|수정|更新|修正",
    re.IGNORECASE,
)
_BUDDHIST_OFFSET, _FIRST_BUDDHIST_YEAR = 543, 2500  # of Thailand
_MAX_LENGTH = 90  # code points of a line with the day
_MAX_WORDS = 20
_MAX_ALONE = 30  # code points of a line with nothing but a day and a time
_AHEAD = timedelta(days=1)  # from the time of fetching to the latest possible day
# Place and day at the beginning of the text: in figures, or set off from what follows, which else is about that day.
_DATELINE = re.compile(
    r".{0,60}?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}[^.!?\d]{0,25}?[-–—:)\]])"
)
_MENU_LINKS = 3
_ABOVE, _BELOW = 6, 20  # blocks around the headline that are searched
_MAX_LABELLED = 400  # blocks that are searched for a label


def find_published_day(layout: Layout, latest: datetime) -> date | None:
    """The day near the headline, else one labelled as that of publication, else that of the dateline; or None.

    Near the headline a labelled day goes first: another may be that of printing.
    """
    near = tuple(filter(_is_short, _near_headline(layout)))
    short = filter(_is_short, layout.blocks[:_MAX_LABELLED])
    blocks = chain(filter(_is_labelled, near), near, filter(_is_labelled, short))
    shown = (part for block in blocks for part in _parts_with_publication(block.text))
    lines = chain(shown, _datelines(layout))
    return next(filter(None, (parse_written_day(line, latest) for line in lines)), None)


def _datelines(layout: Layout) -> Iterator[str]:
    """What the first paragraph begins with, if that is a dateline."""
    text = next((block.text for block in layout.blocks if is_paragraph(block.text)), "")
    if dateline := _DATELINE.match(text):
        yield dateline[0]


def _is_labelled(block: Block) -> bool:
    return _PUBLISHED.search(block.text[:_MAX_LENGTH]) is not None


def _parts_with_publication(text: str) -> tuple[str, ...]:
    """What is behind a label of publication, up to that of an update; else all before that of an update."""
    label = _PUBLISHED.search(text)
    behind = _UPDATED.split(text[label.start() :])[0] if label else ""
    return (behind, _UPDATED.split(text)[0])


def find_updated_day(layout: Layout, latest: datetime) -> date | None:
    """The day of the last update that the page gives near its headline; None without one."""
    return next(_updated_days(_near_headline(layout), latest), None)


def find_last_change(layout: Layout, latest: datetime) -> date | None:
    """The day of the last update that the page gives anywhere, as at the end of a page of an authority, or None."""
    return next(_updated_days(reversed(layout.blocks), latest), None)


def _updated_days(blocks: Iterable[Block], latest: datetime) -> Iterator[date]:
    updates = (_UPDATED.search(block.text) for block in blocks if _is_short(block))
    lines = (update.string[update.start() :] for update in updates if update)
    return filter(None, (parse_written_day(line, latest) for line in lines))


def find_only_day(layout: Layout, latest: datetime) -> date | None:
    """The one day that is alone on lines of the page, before today; None without one or with several."""
    alone = (block for block in layout.blocks[:_MAX_LABELLED] if len(block.text) <= _MAX_ALONE and _is_short(block))
    today = (latest - _AHEAD).date()
    days = {day for block in alone if (day := parse_written_day(block.text, latest)) and day < today}
    return days.pop() if len(days) == 1 else None


def _near_headline(layout: Layout) -> Sequence[Block]:
    """The blocks from the headline down to the second paragraph, then those above the headline, upwards.

    The first paragraph may be the lead, which many pages show above the byline; where much is between headline
    and text, the byline is right above or below that paragraph.

    The headline is the last `<h1>` above the first paragraph, since a logo may be one as well, or else the first;
    without one, the blocks right above the first paragraph.
    """
    blocks = layout.blocks
    headings = [number for number, block in enumerate(blocks) if _is_headline(block, layout)]
    begin = headings[0] if headings else 0
    paragraphs = (n for n in range(begin + 1, len(blocks)) if is_paragraph(blocks[n].text))
    text = next(paragraphs, len(blocks))
    end = next(paragraphs, text)
    headline = next((number for number in reversed(headings) if number < text), None)
    begin = headline or 0
    if headline is None:
        return blocks[max(0, text - _ABOVE) : text]
    below = blocks[begin : min(end, begin + _BELOW)]
    byline = blocks[max(begin + _BELOW, text - _ABOVE) : min(end, text + _ABOVE)]
    return (*below, *byline, *_up_to_menu(blocks[max(0, begin - _ABOVE) : begin]))


def _up_to_menu(above: Sequence[Block]) -> Sequence[Block]:
    """The blocks above a headline, upwards, up to a menu: above that the head of every page shows the day of today."""
    found: list[Block] = []
    links = 0
    for block in reversed(above):
        links += 2 * block.linked_chars > len(block.text)
        if links == _MENU_LINKS:
            break
        found.append(block)
    return found


def _is_headline(block: Block, layout: Layout) -> bool:
    return any(one.tag == "h1" for one in layout.nearest(block.container, 3))


def _is_short(block: Block) -> bool:
    return len(block.text) <= _MAX_LENGTH and len(block.text.split()) <= _MAX_WORDS


def parse_written_day(text: str, latest: datetime) -> date | None:
    """The first day with a year in the text; None without one, or if it cannot be a day of publication."""
    text = in_common_era(text)
    matches = (match for pattern in _WRITTEN for match in pattern.finditer(text) if _is_day(match))
    found = min(matches, key=lambda match: match.start(), default=None)
    if found is None:
        return None
    parts = found.groupdict()
    day, year = int(parts["day"] or parts.get("before") or 0), int(parts["year"])
    month = int(parts.get("month") or month_number(parts["name"]) or 0)
    year -= _BUDDHIST_OFFSET if year >= _FIRST_BUDDHIST_YEAR else 0
    is_slashed = parts.get("separator") is not None and found.group().endswith(parts["year"])
    if is_slashed and month > 12 >= day:
        day, month = month, day
    elif is_slashed and day <= 12 and day != month:
        return None
    read = read_declared_date(f"{year}-{month:02}-{day:02}", latest)
    return read.date() if isinstance(read, datetime) else read


def _is_day(match: re.Match[str]) -> bool:
    """True unless what should be a month is another word, or a day is missing."""
    parts = match.groupdict()
    is_month = parts.get("month") is not None or month_number(parts["name"]) is not None
    return is_month and bool(parts["day"] or parts.get("before"))
