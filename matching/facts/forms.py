"""Facts of the mentioned person in forms, posters and tables: behind a label, or in the column of that label.

A form has a name and then a field a line, or several on a line, until the next name; a table has its labels in the
first row. What a label says needs no grammar, so it is taken wherever it stands in the person's form, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import MentionExcerpt, names_another, names_somebody
from matching.facts.written_dates import written_dates
from matching.tables import fact_labels as words
from matching.tables.country_codes import COUNTRY_CODES
from matching.tables.demonyms import country_with_ending, demonyms
from matching.tables.former_countries import OTHER_COUNTRY_NAMES
from matching.tables.people import related

_REACH = 700  # characters behind a name that its form may have
_HEADING = 100  # characters of a line that may be the heading of a form
_BEFORE_NAME = 40  # characters of a heading before its name
_PROSE = 140  # characters from which a line without a label is prose
_OLDEST = 120
_MOST_ROWS = 200
_LEAST_CELLS = 3  # of a row of a table
_CELL = re.compile(r"[|│\t]")
_ITEM = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[•*]|№\s*\d+)\s+\S")
_LABELLED = re.compile(r"\s*[^\W\d_][^:：|\n]{0,40}(?:[:：]|\s\|\s)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_FIELD = re.compile(r"[^\W\d_][^\W_ ]*(?: [^\W_]+)?\s*[:：][^;.\n|]*")
_END_OF_VALUE = re.compile(r"[;|│\t\n]|\.\s+[^\W\d]|,?\s+[^\W\d_][\w /()]{1,25}[:：]")
_BORDER = re.compile(r"[:：;|.,(](?=[^:：;|.,(]*$)")  # the last of them
_BYLINE = re.compile(
    r"\s*(?:by|von|par|por|di|door|photo|photograph|foto|image|credit|text|picture)(?:\s+by)?\b[\s:]*$", re.IGNORECASE
)
_ONE_AND_ANOTHER = re.compile(r"(?:[,;/&]|\bAND)\s+[^\W\d_]+\s+[^\W\d_]+(?=\s*[,;.(]|$)")
_AGE = re.compile(
    r"\s*(?:about|approx\w*\.?|circa|ca\.?|~|around|etwa|environ|unos|около|만)?\s*"
    r"(?P<low>\d{1,3})(?!\d|[.,/:]\d|\s*(?:months?|weeks?|days?))(?:\s*(?:-|–|to|bis|à|до)\s*(?P<high>\d{1,3})(?!\d))?",
    re.IGNORECASE,
)
_BETWEEN_COUNTRIES = re.compile(r"[,/;|&、،]|\s(?:and|or|und|et|y|e|en|i|и|та|ve)\s")
Placed = tuple[FactKind, int, int]


def stated_in_form(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """What the fields of the person's form say, at most one claim of each kind."""
    seen: set[FactKind] = set()
    for kind, start, end in (*_of_own_line(excerpt), *_of_lines(excerpt), *_of_row(excerpt)):
        claim = _claim(kind, excerpt.text, start, end)
        if claim is not None and kind not in seen:
            seen.add(kind)
            yield claim


def _claim(kind: FactKind, text: str, start: int, end: int) -> Claim | None:
    """What a value says; None for one that cannot be read."""
    value = text[start:end].strip()
    if kind is FactKind.BIRTH:
        dates = tuple(date for written in written_dates(text, start, end) for date in written.dates)
        return Claim(kind, start, end, f"born {value}", dates=dates) if dates else None
    if kind is FactKind.AGE:
        found = _AGE.match(value)
        low, high = (int(found["low"]), int(found["high"] or found["low"])) if found else (0, 0)
        said = f"aged {low}" if low == high else f"aged {low} to {high}"
        return Claim(kind, start, end, said, ages=(low, high)) if 1 <= low <= high <= _OLDEST else None
    said_of = _gender(value) if kind is FactKind.GENDER else countries_stated(value)
    return Claim(kind, start, end, f"“{value}” ({' or '.join(said_of)})", values=said_of) if said_of else None


def _gender(value: str) -> tuple[str, ...]:
    for gender, values in (("female", words.FEMALE_VALUES), ("male", words.MALE_VALUES)):
        if re.match(rf"{values}(?!\w|\s*/)", value, re.IGNORECASE):
            return (gender,)
    return ()


def countries_stated(value: str) -> tuple[str, ...]:
    """The countries that a field names, by their names, codes or what their people are called."""
    parts = (part.strip(" .()") for part in _BETWEEN_COUNTRIES.split(value))
    return tuple(dict.fromkeys(code for part in parts if part for code in _countries(part)))


def _countries(part: str) -> tuple[str, ...]:
    if len(part) == 2 and part.isupper() and part in COUNTRY_CODES:
        return (part.lower(),)
    if (code := country_with_ending(part)) is not None:
        return (code,)
    pattern, groups = demonyms()
    found = pattern.match(part) or pattern.match(part.title())
    return groups[(found.lastindex or 1) - 1] if found else OTHER_COUNTRY_NAMES.get(part.casefold(), ())


_OTHER_ROLE = re.compile(
    r"(?<!\w)(?:contact|investigator|officer|owner|trainer|coach|lawyer|attorney|counsel|judge|prosecutor|author|editor"
    r"|agent|manager|spokes\w+|reporter|witness|complainant|plaintiff|seller|rider|handler)s?\s*[:：|]\s*$",
    re.IGNORECASE,
)
"""In front of the name of one whom the form is not about."""
_OTHER_BEARER = re.compile(
    r"\s*[|•*-]?\s*(?:the\s+)?(?:ship|vessel|boat|tanker|aircraft|dog|horse|cat|animal|car|vehicle|company|victim"
    r"|missing(?: person)?|witness|complainant|child|patient)s?(?:\s*[:：|]|\s*$)",
    re.IGNORECASE,
)
"""In front of a thing or of another person, to whom the fields behind belong."""


def _of_own_line(excerpt: MentionExcerpt) -> Iterator[Placed]:
    """The fields behind the name in its own line: "Roe; DOB 2 Mar 1987; nationality Norway; Gender Male"."""
    position, end = excerpt.end, excerpt.end + len(excerpt.after)
    for found in _in_line().finditer(excerpt.text, excerpt.end, end):
        between = excerpt.text[position : found.start()]
        if _names_somebody_else(between):
            return
        if not _begins_field(found, between):
            continue
        position = _end_of_value(excerpt.text, found.end(), end)
        yield _kind(found), found.end(), position


def _begins_field(found: re.Match[str], between: str) -> bool:
    """True if the label is a whole one: behind a border or a value ("Age: 40 Sex:"); not "Vessel nationality:"."""
    if not found[0][0].isalpha():
        return True
    border, words_before = _BORDER.search(between), between.rstrip(" \t")
    if border is None:
        return not words_before
    return not words_before[border.end() :].strip() or border[0] in ":："


def _end_of_value(text: str, start: int, end: int) -> int:
    border = _END_OF_VALUE.search(text, start, end)
    return border.start() if border else end


def _names_somebody_else(between: str) -> bool:
    rest = _FIELD.sub("", _ASIDE.sub("", between))
    return _ONE_AND_ANOTHER.search(rest) is not None if rest.isupper() else names_another(rest)


def _of_lines(excerpt: MentionExcerpt) -> Iterator[Placed]:
    """The fields in the lines behind that of the name, if that is the heading of a form."""
    if not _is_heading(excerpt):
        return
    lines = list(_lines_behind(excerpt))
    for number, (start, end) in enumerate(lines):
        if (found := _alone().fullmatch(excerpt.text, start, end)) and number + 1 < len(lines):
            yield (_kind(found), *lines[number + 1])
            continue
        if found := _at_start().match(excerpt.text, start, end):
            yield _kind(found), found.end(), _end_of_value(excerpt.text, found.end(), end)
        for found in _in_line().finditer(excerpt.text, start, end):
            between = excerpt.text[start : found.start()]
            if related().search(between) or names_another(between):
                break  # "Victim: male, age: 64", "Complainant: Jane Roe, sex: female"
            if not _begins_field(found, between):
                continue
            yield _kind(found), found.end(), _end_of_value(excerpt.text, found.end(), end)


def lines_of_form(excerpt: MentionExcerpt) -> list[tuple[int, int]]:
    """Start and end of the lines of the person's form behind the name; none where the name heads no form."""
    lines = list(_lines_behind(excerpt)) if _is_heading(excerpt) else []
    return [
        (start, end)
        for start, end in lines
        if _LABELLED.match(excerpt.text, start, end) and not related().search(excerpt.text, start, end)
    ]


def _is_heading(excerpt: MentionExcerpt) -> bool:
    line = f"{excerpt.before}{excerpt.text[excerpt.start : excerpt.end]}{excerpt.after}"
    if len(excerpt.before) > _BEFORE_NAME or _BYLINE.match(excerpt.before) or _CELL.search(excerpt.after):
        return False
    if _OTHER_ROLE.search(excerpt.before):
        return False
    is_short = len(line) <= _HEADING and not line.rstrip().endswith((".", "!", "?", "。"))
    return is_short or not names_somebody(excerpt.around)


def _lines_behind(excerpt: MentionExcerpt) -> Iterator[tuple[int, int]]:
    """Start and end of the lines up to the next name or to prose; empty lines are left out."""
    is_capital = excerpt.text[excerpt.start : excerpt.end].isupper()
    position = excerpt.text.find("\n", excerpt.end)
    while 0 <= position < excerpt.end + _REACH:
        start = position + 1
        position = excerpt.text.find("\n", start)
        end = len(excerpt.text) if position < 0 else position
        line = excerpt.text[start:end]
        if not line.strip():
            continue
        if _ITEM.match(line) or _next_name().match(line) or _is_name(line, is_capital=is_capital):
            return
        labelled = _LABELLED.match(line)
        if labelled is None and (len(line) > _PROSE or line.rstrip().endswith((".", "!", "?", "。"))):
            return
        if _OTHER_BEARER.match(line) or (labelled is not None and related().search(labelled[0])):
            return  # "Wife: Jane Roe", "Vessel: Ocean Lantern", whose fields follow
        yield start, end


def _is_name(line: str, *, is_capital: bool) -> bool:
    """True for a line that may be the name of somebody else: written like the one above, without a label."""
    is_alike = line.isupper() == is_capital
    return (
        is_alike
        and _LABELLED.match(line) is None
        and names_another(line)
        and re.search(rf"(?<!\w){words.CHARGES}(?!\w)", line, re.IGNORECASE) is None
    )


def _of_row(excerpt: MentionExcerpt) -> Iterator[Placed]:
    """The cells of the name's row in a table that say a fact by their label."""
    for label, (start, end) in _labelled_row(excerpt):
        between = excerpt.text[excerpt.end : start] if start > excerpt.end else excerpt.text[end : excerpt.start]
        if (found := _alone().fullmatch(label)) and not names_another(between):
            yield _kind(found), start, end


def is_other_cell(excerpt: MentionExcerpt, position: int) -> bool:
    """True for a place in the name's row of a table whose label says something else than an age."""
    labels = [label for label, (start, end) in _labelled_row(excerpt) if start <= position < end]
    return any(re.search(r"[^\W\d_]", one) and not _age_label().fullmatch(one) for one in labels)


def _labelled_row(excerpt: MentionExcerpt) -> list[tuple[str, tuple[int, int]]]:
    """The cells of the name's row with what the first row of the table has above them; none without a first row."""
    text = excerpt.text
    start = text.rfind("\n", 0, excerpt.start) + 1
    end = text.find("\n", excerpt.end)
    row = _cells(text, start, len(text) if end < 0 else end)
    head: list[tuple[int, int]] = []
    for _ in range(_MOST_ROWS if len(row) >= _LEAST_CELLS else 0):
        if start <= 0:
            break
        above = text.rfind("\n", 0, start - 1) + 1
        cells = _cells(text, above, start - 1)
        if len(cells) != len(row) and text[above : start - 1].strip(" |-:\t"):
            break
        start, head = above, cells if len(cells) == len(row) else head
    return [(text[first:last].strip(), cell) for (first, last), cell in zip(head, row, strict=False)]


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    borders = [start - 1, *(found.start() for found in _CELL.finditer(text, start, end)), end]
    return [(first + 1, last) for first, last in pairwise(borders)]


def _kind(found: re.Match[str]) -> FactKind:
    return FactKind[(found.lastgroup or "").rstrip("_")]


@cache
def _labels() -> str:
    kinds = (
        (FactKind.BIRTH, words.BIRTH_LABEL),
        (FactKind.AGE, words.AGE_LABEL),
        (FactKind.GENDER, words.SEX_LABEL),
        (FactKind.NATIONALITY, words.NATIONALITY_LABEL),
    )
    return "|".join(rf"(?P<{kind.name}>{label})" for kind, label in kinds)


_MORE = r"\.?(?:\s*\([^()\n]{1,15}\))?(?:\s+(?:used|claimed))?"


@cache
def _in_line() -> re.Pattern[str]:
    """A label within a line, with a colon; behind a semicolon or full stop a sex and nationality need none."""
    border, closing = r"(?:[;|(.,،，、]\s*|\s[–—-]\s+|\s\s+|(?<=\s))", r"\s*[:：=]\s*"
    bare = rf"(?<=[;.]\s)(?:(?P<GENDER_>{words.SEX_LABEL})|(?P<NATIONALITY_>{words.NATIONALITY_LABEL}))\s+(?=\w)"
    return re.compile(rf"{border}(?:{_labels()}){_MORE}{closing}|{bare}", re.IGNORECASE)


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"\s*[|•*-]?\s*(?:{_labels()}){_MORE}(?:\s*[:：|=\t]\s*|\s+[–—-]\s+|\s+(?=\S))", re.IGNORECASE)


@cache
def _age_label() -> re.Pattern[str]:
    return re.compile(rf"{words.AGE_LABEL}\.?", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\s*[|•*-]?\s*(?:{_labels()}){_MORE}\s*[:：]?\s*", re.IGNORECASE)


@cache
def _next_name() -> re.Pattern[str]:
    return re.compile(rf"\s*{words.NAME_LABEL}\s*[:：|]", re.IGNORECASE)
