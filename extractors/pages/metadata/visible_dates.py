"""The day of publication as a reader sees it: beside the headline, or after a label such as "Published".

Months are the wide and abbreviated names of the Gregorian calendar in Unicode CLDR 46, for the languages of the
markers. An ambiguous day (03/04/2026) is ignored, and the day of an update is not taken for that of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from extractors.pages.layout.blocks import Block, Layout
from extractors.pages.layout.teasers import is_paragraph
from extractors.pages.metadata.declared_dates import read_declared_date

_MONTHS = """
jan(?:uary|uar|vier|uari|eiro)?|jän(?:ner)?|ene(?:ro)?|gen(?:naio)?|janv|stycz(?:nia|eń)?|oca(?:k)?|янв(?:аря|арь)?|січ(?:ня|ень)?|tammi(?:kuuta)?
feb(?:ruary|ruar|ruari|rero|braio)?|févr(?:ier)?|fev(?:ereiro)?|lut(?:ego|y)?|şub(?:at)?|фев(?:р|раля|раль)?|лют(?:ого|ий)?|helmi(?:kuuta)?
mar(?:ch|s|zo|ço)?|märz?|mrt|maart|mars|marca|marzec|mart|мар(?:та|т)?|бер(?:езня|езень)?|maalis(?:kuuta)?
apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwi(?:etnia|ecień)?|nis(?:an)?|апр(?:еля|ель)?|квіт(?:ня|ень)?|huhti(?:kuuta)?
may|mai|mei|maj|maja|mayo|mag(?:gio)?|maio|mayıs|мая|май|трав(?:ня|ень)?|touko(?:kuuta)?
june?|juni|juin|giu(?:gno)?|junio|junho|cze(?:rwca|rwiec)?|haz(?:iran)?|июн[яь]?|черв(?:ня|ень)?|kesä(?:kuuta)?
july?|juli|juil(?:let)?|lug(?:lio)?|julio|julho|lip(?:ca|iec)?|tem(?:muz)?|июл[яь]?|лип(?:ня|ень)?|heinä(?:kuuta)?
aug(?:ust|usti|ustus)?|août|ago(?:sto)?|sie(?:rpnia|rpień)?|ağu(?:stos)?|авг(?:уста|уст)?|серп(?:ня|ень)?|elo(?:kuuta)?
sept?(?:ember|embre|iembre)?|set(?:tembre|embro)?|wrz(?:eśnia|esień)?|eyl(?:ül)?|сент(?:ября|ябрь)?|вер(?:есня|есень)?|syys(?:kuuta)?
o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|paź(?:dziernika|dziernik)?|eki(?:m)?|окт(?:ября|ябрь)?|жовт(?:ня|ень)?|loka(?:kuuta)?
nov(?:ember|embre|iembre|embro)?|lis(?:topada|topad)?|kas(?:ım)?|нояб(?:ря|рь)?|лист(?:опада|опад)?|marras(?:kuuta)?
de[cz](?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?|gru(?:dnia|dzień)?|ara(?:lık)?|дек(?:абря|абрь)?|груд(?:ня|ень)?|joulu(?:kuuta)?
"""
_MONTH = [re.compile(names, re.IGNORECASE) for names in _MONTHS.strip().split("\n")]
_NAME = rf"(?P<name>{'|'.join(_MONTHS.strip().split(chr(10)))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"\b(?P<day>\d{1,2})"
_WRITTEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}(?:\.|º|st|nd|rd|th|er)?\s+(?:de\s+|of\s+)?{_NAME},?\s+(?:de\s+|del\s+)?{_YEAR}",
        rf"\b{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
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
_MAX_LENGTH = 90  # code points of a line with the day
_MAX_WORDS = 14
_DATELINE = re.compile(r".{1,60}[\d./-]*")  # the beginning of the text that may name place and day
_ABOVE, _BELOW = 6, 20  # blocks around the headline that are searched
_MAX_LABELLED = 400  # blocks that are searched for a label


def find_published_day(layout: Layout, latest: datetime) -> date | None:
    """The day near the headline, else one labelled as that of publication, else that of the dateline; or None."""
    labelled = (one for one in layout.blocks[:_MAX_LABELLED] if _PUBLISHED.search(one.text[:_MAX_LENGTH]))
    shown = (block.text for block in (*_near_headline(layout), *labelled) if _is_short(block))
    lines = [part for text in shown for part in _parts_with_publication(text)]
    datelines = (_DATELINE.match(block.text) for block in layout.blocks if is_paragraph(block.text))
    lines += [match[0] for match in datelines if match][:1]
    return next(filter(None, (parse_written_day(line, latest) for line in lines)), None)


def _parts_with_publication(text: str) -> tuple[str, ...]:
    """What stands behind a label of publication, up to that of an update; else all before that of an update."""
    label = _PUBLISHED.search(text)
    behind = _UPDATED.split(text[label.start() :])[0] if label else ""
    return (behind, _UPDATED.split(text)[0])


def find_updated_day(layout: Layout, latest: datetime) -> date | None:
    """The day of the last update that the page gives near its headline; None without one."""
    updates = (_UPDATED.search(block.text) for block in _near_headline(layout) if _is_short(block))
    lines = (update.string[update.start() :] for update in updates if update)
    return next(filter(None, (parse_written_day(line, latest) for line in lines)), None)


def _near_headline(layout: Layout) -> Sequence[Block]:
    """The blocks from the headline down to the first paragraph, then those above the headline, upwards.

    The headline is the last `<h1>` above the first paragraph, since a logo may be one as well, or else the first;
    without one, the blocks right above the first paragraph.
    """
    blocks = layout.blocks
    headings = [number for number, block in enumerate(blocks) if _is_headline(block, layout)]
    begin = headings[0] if headings else 0
    text = next((n for n in range(begin + 1, len(blocks)) if is_paragraph(blocks[n].text)), len(blocks))
    headline = next((number for number in reversed(headings) if number < text), None)
    begin = headline or 0
    if headline is None:
        return blocks[max(0, text - _ABOVE) : text]
    below = blocks[begin : min(text, begin + _BELOW)]
    return (*below, *reversed(blocks[max(0, begin - _ABOVE) : begin]))


def _is_headline(block: Block, layout: Layout) -> bool:
    around = layout.ancestors_or_self(block.container)[:3]
    return any(layout.containers[one].tag == "h1" for one in around)


def _is_short(block: Block) -> bool:
    return len(block.text) <= _MAX_LENGTH and len(block.text.split()) <= _MAX_WORDS


def parse_written_day(text: str, latest: datetime) -> date | None:
    """The first day with a year in the text; None without one, or if it cannot be a day of publication."""
    found = min(filter(None, (one.search(text) for one in _WRITTEN)), key=lambda match: match.start(), default=None)
    if found is None:
        return None
    parts = found.groupdict()
    day, month = int(parts["day"]), int(parts.get("month") or _month_number(parts["name"]))
    is_slashed = parts.get("separator") is not None and found.group().endswith(parts["year"])
    if is_slashed and month > 12 >= day:
        day, month = month, day
    elif is_slashed and day <= 12 and day != month:
        return None
    read = read_declared_date(f"{parts['year']}-{month:02}-{day:02}", latest)
    return read.date() if isinstance(read, datetime) else read


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(_MONTH, 1) if month.fullmatch(name))
