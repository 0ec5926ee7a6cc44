"""The age that the mentioned person reaches on a birthday, or reached at death, as the article says.

The age at death stands in a sentence that speaks of a death and names nobody else between: "Jane Roe died on Sunday at
93", "Im Alter von 83 Jahren ist Jane Roe gestorben".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import AgeTime
from matching.facts.excerpts import POSSESSIVE, MentionExcerpt, is_dependent, names_somebody
from matching.tables import age_words, birth_words, life_words, occasion_words
from matching.tables.age_words import AFTER_GLUE

_REACH = 70  # characters between a name and the words of an occasion
_TO_BIRTHDAY = 30
Placed = tuple[int, int, int, int, AgeTime]


def ages_of_occasions(excerpt: MentionExcerpt) -> Iterator[Placed]:
    """The ages: where each is written, the lowest and the highest that it leaves, and when."""
    yield from _at_birthday(excerpt)
    yield from _at_death(excerpt)
    yield from _still(excerpt)


def _at_birthday(excerpt: MentionExcerpt) -> Iterator[Placed]:
    found = None
    if not POSSESSIVE.match(excerpt.after):
        found = _pattern(occasion_words.BIRTHDAYS).search(excerpt.after, 0, _REACH + _TO_BIRTHDAY)
    if found is not None and found.start() <= _TO_BIRTHDAY and not _is_apart(excerpt.after[: found.start()]):
        yield _timed(excerpt, found, _placed(found, excerpt.end))
        return
    stretch = excerpt.before[-_REACH:]
    for one in _pattern(occasion_words.BIRTHDAYS_BEFORE).finditer(stretch):
        if not _is_apart(stretch[one.end() :]):
            yield _timed(excerpt, one, _placed(one, excerpt.start - len(stretch)))
            return


def _timed(excerpt: MentionExcerpt, found: re.Match[str], placed: Placed) -> Placed:
    """The age, perhaps of an earlier time where a past tense says it and nothing in the sentence is of these days."""
    is_past = _compiled(occasion_words.PAST_BIRTHDAYS).match(found[0]) is not None
    start, end = excerpt.sentence
    is_dated = is_past and _of_these_days().search(excerpt.text, start, end) is not None
    return (*placed[:4], AgeTime.PERHAPS_EARLIER) if is_past and not is_dated else placed


def _at_death(excerpt: MentionExcerpt) -> Iterator[Placed]:
    start, end = excerpt.sentence
    deaths = [found.span() for found in _compiled(occasion_words.DEATHS).finditer(excerpt.text, start, end)]
    if not any(_is_of_person(excerpt, *span) for span in deaths):
        return
    for lines, less in ((occasion_words.AT_DEATH, 0), (occasion_words.IN_YEAR_OF_LIFE, 1)):
        for found in _pattern(lines).finditer(excerpt.text, start, end):
            if _is_of_person(excerpt, *found.span()):
                first, last, age, _, _ = _placed(found, 0)
                yield first, last, age - less, age, AgeTime.AT_DEATH
                return
    then = _pattern(occasion_words.AFTER_DEATH).match(excerpt.text, *excerpt.following)
    if then is not None and _dies(excerpt):
        first, last, age, _, _ = _placed(then, 0)
        yield first, last, age, age, AgeTime.AT_DEATH


def _dies(excerpt: MentionExcerpt) -> bool:
    """True if the verb beside the name says that its bearer died: "Roe has died", not "Roe shot dead his neighbour"."""
    if is_dependent(excerpt):
        return False
    dies = f"(?:{birth_words.DIED}|{birth_words.DIES})"
    behind = _compiled(rf"{AFTER_GLUE}{birth_words.BEFORE_DIED}{dies}(?!\w)").match(excerpt.after)
    in_front = _compiled(rf"(?<!\w){dies}\s+(?:[\w'’-]+\s+){{0,3}}$").search(excerpt.before[-_REACH:])
    unspaced = _compiled(r"[^。]{0,14}(?:死去|逝去|亡くな|去世|逝世|病逝|별세|사망했)").match(excerpt.after)
    return (behind or in_front or unspaced) is not None


def age_of_once(excerpt: MentionExcerpt) -> Placed | None:
    """An age at which the person did something, whenever that was: "moved to Limassol at the age of 12"."""
    start, end = excerpt.sentence
    if is_dependent(excerpt):
        return None
    for found in _pattern(occasion_words.AT_AGE).finditer(excerpt.text, start, end):
        if _is_of_person(excerpt, *found.span()):
            return (*_placed(found, 0)[:4], AgeTime.EARLIER)
    return None


def _still(excerpt: MentionExcerpt) -> Iterator[Placed]:
    """The age of somebody who does something still: "At 81, Jane Roe still drives"; "At 19, …" may be long ago."""
    start, end = excerpt.sentence
    if is_dependent(excerpt) or _compiled(occasion_words.STILL).search(excerpt.text, start, end) is None:
        return
    for found in _pattern(occasion_words.AT_PRESENT).finditer(excerpt.text, start, end):
        if _is_of_person(excerpt, *found.span()) and _is_of_subject(excerpt, found.end()):
            yield _placed(found, 0)
            return


def _is_of_subject(excerpt: MentionExcerpt, end: int) -> bool:
    """False for "At 29, she is the youngest judge to try Jane Roe", where the age is that of another subject."""
    between = excerpt.text[end : excerpt.start] if end <= excerpt.start else ""
    return _compiled(occasion_words.OTHER_SUBJECT).search(between) is None


def _is_of_person(excerpt: MentionExcerpt, start: int, end: int) -> bool:
    """True if nobody else is named between the name and the words at `[start, end)`, and no clause ends."""
    if end <= excerpt.start:
        return not _is_apart(excerpt.text[end : excerpt.start])
    return start >= excerpt.end and not _is_apart(excerpt.text[excerpt.end : start])


def _is_apart(between: str) -> bool:
    return len(between) > _REACH or re.search(r"[;:!?。]", between) is not None or names_somebody(between)


def _placed(found: re.Match[str], offset: int) -> Placed:
    group = next(index for index, value in enumerate(found.groups(), 1) if value is not None)
    age = int(found[group])
    return offset + found.start(group), offset + found.end(group), age, age, AgeTime.NOW


@cache
def _pattern(lines: str) -> re.Pattern[str]:
    alternatives = (line.strip() for line in lines.split("\n") if line.strip())
    joined = "|".join(one.replace("N", age_words.NUMBER, 1) for one in alternatives)
    return re.compile(rf"(?<![\d.,A-Za-zÀ-ɏЀ-ӿ])(?:{joined})", re.IGNORECASE)


@cache
def _of_these_days() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{life_words.PRESENT_WORDS})(?!\w)|{life_words.PRESENT_UNSPACED}", re.IGNORECASE)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
