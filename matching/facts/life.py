"""Whether a mentioned person acts in the article's present: the dead do not.

Lists say that people died who did not, and name the dead for good reasons. So an article shows somebody as alive only
where a sentence is dated to its own days, the person does something in it or something is done to the person, and
nothing in it is remembrance, an estate or a widow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import POSSESSIVE, MentionExcerpt, is_dependent
from matching.tables import life_words as words
from matching.tables.people import related

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_RELATED_BEFORE = 30  # characters before a name in which "the widow of" may stand


def signs_of_life(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """The words that date what the person does to the article's present: one claim or none."""
    sentence = excerpt.around
    if _where().search(excerpt.before):
        return  # "The house where Jane Roe lived was sold on Monday"
    if is_dependent(excerpt) or POSSESSIVE.match(excerpt.after) or re.match(words.THINGS_OF, excerpt.after):
        return
    if _remembered().search(sentence) or related().search(excerpt.before[-_RELATED_BEFORE:]):
        return
    start, end = excerpt.sentence
    days = (one for one in _present().finditer(excerpt.text, start, end) if _is_of_clause(one, excerpt))
    verbs = (one for one in _verbs().finditer(excerpt.text, excerpt.end, end) if _is_subject_of(one, excerpt))
    found = next(days, None) or next(verbs, None)
    if found is not None:
        years = tuple(int(year) for year in _YEAR.findall(sentence))
        yield Claim(FactKind.LIFE, found.start(), found.end(), f"acts in the present (“{found[0]}”)", years=years)


def _is_of_clause(found: re.Match[str], excerpt: MentionExcerpt) -> bool:
    """True for a day outside the name that is not that of another clause: "ruled on Monday that Jane Roe had paid"."""
    if found.start() >= excerpt.end:
        own = _own_clause().match(excerpt.text, excerpt.end)
        return _border().search(excerpt.text, own.end() if own else excerpt.end, found.start()) is None
    return found.end() <= excerpt.start and _border().search(excerpt.text, found.end(), excerpt.start) is None


def _is_subject_of(found: re.Match[str], excerpt: MentionExcerpt) -> bool:
    return re.fullmatch(words.BETWEEN_SUBJECT_AND_VERB, excerpt.text[excerpt.end : found.start()]) is not None


@cache
def _own_clause() -> re.Pattern[str]:
    """A relative clause about the name itself begins right behind it."""
    return re.compile(rf"\s*,?\s*{words.CLAUSE_BORDER}", re.IGNORECASE)


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.WHERE}\s+(?:[\w'’]+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _border() -> re.Pattern[str]:
    return re.compile(words.CLAUSE_BORDER, re.IGNORECASE)


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"{_any_of(words.PRESENT)}|{words.PRESENT_UNSPACED}", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(_any_of(words.PRESENT_VERBS), re.IGNORECASE)


@cache
def _remembered() -> re.Pattern[str]:
    return re.compile(rf"{_any_of(words.REMEMBERED)}|{words.REMEMBERED_UNSPACED}", re.IGNORECASE)


def _any_of(lines: str) -> str:
    return rf"(?<!\w)(?:{'|'.join(line.strip() for line in lines.split(chr(10)) if line.strip())})(?!\w)"
