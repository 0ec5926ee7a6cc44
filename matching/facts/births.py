"""When the mentioned person was born, and died, as the article says.

The words for it stand beside the name: behind it with nobody else named between, before it ("Born in 1983, Jane Roe"),
or in the next sentence if that begins with a pronoun, or the next line of a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import MentionExcerpt, is_dependent, names_another, names_somebody
from matching.facts.written_dates import WrittenDate, written_dates
from matching.tables import birth_words as words
from matching.tables.age_words import AFTER_GLUE

_TO_TRIGGER = 60  # characters between a name and the word for born or died
_TO_DATE = 45  # characters between that word and its date: a place of birth
_TO_NAME = 45  # characters between a date and the name behind it
_PLACE = r"(?:[A-ZÀ-ÞА-ЯІЇЄ][\w'’ -]{1,25},\s*)?"
_LIFE = re.compile(
    rf"{AFTER_GLUE}\s*[(（]\s*{_PLACE}(?P<born>(?:1[89]|20)\d\d)\s*年?\s*[–—〜～~-]\s*{_PLACE}(?P<died>(?:1[89]|20)\d\d)\s*年?\s*[)）]"
)
_OBITUARY = re.compile(
    r"(?:obituary|in\s+memoriam|nachruf|nécrologie|hommage|obituario|necrológica|necrologio|obituário|nekrolog|wspomnienie|некролог)?",
    re.IGNORECASE,
)
_BARE_LIFE = re.compile(
    r"(?:,\s+[^\W\d_][^,.;:()\d]{2,40})?,?\s+(?P<born>(?:1[89]|20)\d\d)\s*[–—-]\s*(?P<died>(?:1[89]|20)\d\d)(?=\s*(?:[.,;:]|$))"
)
_SHORTEST_LIFE = 20  # years between two dates in brackets; fewer may be those of an office: "President Roe (2003–2011)"
_PLACE_AND_YEAR = re.compile(
    r"\s*[(（]\s*(?!Reuters|AP|AFP|EFE|Ansa|dpa|Getty|Foto|Photo)[A-ZÀ-Þ][\w'’ -]{1,25},\s*"
    r"(?P<born>(?:1[89]|20)\d\d)\s*[)）]"
)
_PLACE_AND_DAY = re.compile(
    r"\s*[(（]\s*[A-ZÀ-Þ][\w'’ -]{1,25},\s*"
    r"(?P<born>\d{1,2}(?:\.|º|er)?\s+(?:de\s+)?[^\W\d]{3,12}\.?\s+(?:de\s+)?(?:19\d\d|200\d))\s*[)）]"
)
_OCCUPATION = re.compile(r"^\s*,\s+(?:an?\s+)?[a-z]+(?=,)")  # "Jane Roe, farmer, born in 1931"
_VERB_BEFORE = 20  # characters before a name in which a verb or participle for born or died may stand
_PRONOUN = re.compile(
    r"(?:He|She|Er|Sie|Il|Elle|Él|Ella|Lui|Lei|Ele|Ela|Hij|Zij|Ze|Он|Она|Он|Він|Вона|그는|그녀는|彼は|彼女は|他|她)(?!\w)"
    r"|(?:D\.?O\.?B|Date\s+of\s+birth|Born|Geboren|Geburtsdatum|Née?|Nacid[oa]|Nació|Fecha\s+de\s+nacimiento|Nat[oa]|"
    r"Nascid[oa]|Nasceu|Year\s+of\s+birth|Geburtsjahr|Année\s+de\s+naissance|Date\s+de\s+naissance|Año\s+de\s+nacimiento|Data\s+d[ie]\s+nas\w+|An[no]o\s+d[ie]\s+nas\w+|(?:Data|Rok)\s+urodzenia|Год\s+рождения|Urodzon\w+|Urodził\w*|Родил\w+|Дата\s+рождения|Народи\w+|Doğum\s+tarihi|ولد|생년월일|生年月日|出生日期)",
)


def births_and_deaths(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """The dates of birth and of death that the article gives of the mentioned person, at most one of each."""
    if (life := _LIFE.match(excerpt.after)) is None and _is_heading(excerpt):
        life = _BARE_LIFE.match(excerpt.after)
    if life is not None and int(life["died"]) - int(life["born"]) >= _SHORTEST_LIFE:
        for kind, group in ((FactKind.BIRTH, "born"), (FactKind.DEATH, "died")):
            year = next(written_dates(excerpt.after, *life.span(group)))
            yield _claim(kind, excerpt.text, excerpt.end, year)
        return
    bracket = _PLACE_AND_YEAR.match(excerpt.after) or _PLACE_AND_DAY.match(excerpt.after)
    written = next(written_dates(excerpt.after, *bracket.span("born")), None) if bracket else None
    if written is not None:
        yield _claim(FactKind.BIRTH, excerpt.text, excerpt.end, written)
        return
    for kind in (FactKind.BIRTH, FactKind.DEATH):
        found = _behind(excerpt, kind) or _before(excerpt, kind) or _in_next_sentence(excerpt, kind)
        found = found or _behind_verb(excerpt, kind)
        if found is None and kind is FactKind.DEATH:
            found = _recent_death(excerpt)
        if found is not None:
            yield found


def _is_heading(excerpt: MentionExcerpt) -> bool:
    """True where the name begins its line, perhaps behind "Obituary:"; elsewhere two years are those of an office."""
    return _OBITUARY.fullmatch(excerpt.before.strip(' "“«:*†–—-')) is not None


def _claim(kind: FactKind, text: str, offset: int, written: WrittenDate) -> Claim:
    start, end = offset + written.start, offset + written.end
    verb = "born" if kind is FactKind.BIRTH else "died"
    return Claim(kind, start, end, f"{verb} {text[start:end].strip()}", dates=written.dates)


def _behind(excerpt: MentionExcerpt, kind: FactKind) -> Claim | None:
    """A date behind the name: "Roe, born in Riga on 2 March 1987", "Roe, 1987 года рождения"."""
    before_date, behind_date = _patterns(kind)
    after = excerpt.after
    trigger = before_date.search(after, 0, _TO_TRIGGER)
    if trigger and not after[: trigger.start()].strip() and trigger[0].startswith("was") and is_dependent(excerpt):
        return None  # "The idea of Jane Roe was born in 1961"
    dated = _dated(excerpt, kind, trigger.end()) if trigger and not _is_apart(after[: trigger.start()]) else None
    if dated is not None:
        return dated
    for written in written_dates(after, 0, _TO_TRIGGER):
        if behind_date.match(after, written.end) and not _is_apart(after[: written.start]):
            return _claim(kind, excerpt.text, excerpt.end, written)
    return None


def _recent_death(excerpt: MentionExcerpt) -> Claim | None:
    """A death without a year, in a sentence without one: "Roe died on Sunday"; its claim has no dates."""
    found = re.match(rf"{words.BEFORE_DIED}(?:{words.DIED})(?!\w)", excerpt.after, re.IGNORECASE)
    if found is None or "," in excerpt.after[: found.start("died")]:
        return None  # "Jane Roe, who died at 45, …" may be long ago
    if next(written_dates(excerpt.around), None) is not None:
        return None
    start, end = excerpt.end + found.start("died"), excerpt.end + found.end("died")
    return Claim(FactKind.DEATH, start, end, f"“{excerpt.text[start:end]}” in these days")


def _dated(excerpt: MentionExcerpt, kind: FactKind, offset: int) -> Claim | None:
    """The date behind a word for born or died that ends at an offset behind the name."""
    after = excerpt.after
    written = next(written_dates(after, offset, offset + _TO_DATE + 20), None)
    if (
        written is None
        or written.start - offset > _TO_DATE
        or re.search(r"[;!?]|\.\s+[^\d]", after[offset : written.start])
        or _compiled(words.OTHER_CLAUSE).search(after, offset, written.start)
    ):
        return None
    return _claim(kind, excerpt.text, excerpt.end, written)


def _before(excerpt: MentionExcerpt, kind: FactKind) -> Claim | None:
    """A date before the name: "Born in Riga in 1987, Jane Roe", "1987년생 박성호"."""
    before_date, behind_date = _patterns(kind)
    before = excerpt.before
    offset = excerpt.start - len(before)
    for written in reversed(list(written_dates(before))):
        between = before[written.end :]
        if len(between) > _TO_NAME or re.search(r"[.;!?。]", between) or names_somebody(between):
            return None
        if behind := behind_date.match(between):
            rest = between[behind.end() :]
            return None if "," in rest or "、" in rest else _claim(kind, excerpt.text, offset, written)
        trigger = before_date.search(before, max(0, written.start - _TO_DATE - 20), written.start)
        if (
            trigger is not None
            and between.rstrip().endswith((",", "،", "，", "、"))
            and _begins_clause(before, trigger.start())
        ):
            return _claim(kind, excerpt.text, offset, written)
    return None


def _behind_verb(excerpt: MentionExcerpt, kind: FactKind) -> Claim | None:
    """A date behind the name where the verb is before it: "Nació Juan Roe en 1987", "zmarł Jan Roe (w 2012 r.)"."""
    stretch = excerpt.before[-_VERB_BEFORE:]
    verbs = [one for one in _patterns(kind)[0].finditer(stretch) if not stretch[one.end() :].strip(" :-–")]
    return _dated(excerpt, kind, 0) if verbs and not _names_before_date(excerpt) else None


def _names_before_date(excerpt: MentionExcerpt) -> bool:
    written = next(written_dates(excerpt.after, 0, _TO_DATE + 20), None)
    return written is None or names_somebody(excerpt.after[: written.start]) or "," in excerpt.after[: written.start]


def _begins_clause(before: str, start: int) -> bool:
    """True at the beginning of a sentence or line, where a participle belongs to the subject behind it."""
    lead = before[:start].rstrip()
    return not lead or lead[-1] in '.!?:;。"“«'


def _in_next_sentence(excerpt: MentionExcerpt, kind: FactKind) -> Claim | None:
    """A date in the next sentence that begins with a pronoun: "He was born in 1987."."""
    start, end = excerpt.following
    opening = _PRONOUN.match(excerpt.text, start, end)
    if opening is None or names_somebody(excerpt.around):
        return None
    before_date, behind_date = _patterns(kind)
    trigger = before_date.search(excerpt.text, start, min(end, start + 40))
    for written in written_dates(excerpt.text, start, end):
        if trigger and 0 <= written.start - trigger.end() <= _TO_DATE:
            return _claim(kind, excerpt.text, 0, written)
        if behind_date.match(excerpt.text, written.end, end) and written.start - opening.end() <= _TO_DATE:
            return _claim(kind, excerpt.text, 0, written)
    return None


def _is_apart(between: str) -> bool:
    """True if another person or a new sentence begins between the name and the word."""
    if not between.strip(" ;,:()[–-"):
        return False
    between = _OCCUPATION.sub("", between)
    return names_somebody(between) or names_another(between) or re.search(r"[;!?。]|\.\s+\S", between) is not None


@cache
def _patterns(kind: FactKind) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a date of this kind, and behind it."""
    before, behind = (
        (words.BORN_BEFORE_DATE, words.BORN_BEHIND_DATE)
        if kind is FactKind.BIRTH
        else (words.DIED_BEFORE_DATE, words.DIED_BEHIND_DATE)
    )
    return _compiled(before), _compiled(behind)


def _compiled(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(line.strip() for line in lines.split("\n") if line.strip()), re.IGNORECASE)
