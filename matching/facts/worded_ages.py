"""The age of the mentioned person in words, right before the name or in an apposition: "the octogenarian Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.excerpts import MentionExcerpt, leads_to_another
from matching.tables import number_words
from matching.tables.age_words import STOP_WORDS
from matching.tables.nationality_words import ARTICLES

_REACH = 80  # characters before a name
_BETWEEN = 4  # words between an age and the name that it belongs to
_UNSPACED_BETWEEN = 6  # characters


def worded_ages(excerpt: MentionExcerpt) -> Iterator[tuple[int, int, int, int, bool]]:
    """The ages: where each is written, the lowest and the highest that it leaves, and False: none is one at death."""
    stretch = re.split(r"[.;:!?。]\s*", excerpt.before[-_REACH:])[-1]
    offset = excerpt.start - len(stretch)
    for found in reversed(list(_pattern().finditer(stretch))):
        ages = _ages(found)
        if ages is not None and _belongs(stretch[found.end() :], is_han=found["han"] is not None):
            yield offset + found.start(), offset + found.end(), *ages, False
            return
    behind = _behind().match(excerpt.after)
    ages = _ages(behind) if behind else None
    if behind is not None and ages is not None:
        yield excerpt.end + behind.start("said"), excerpt.end + behind.end("said"), *ages, False


def _ages(found: re.Match[str]) -> tuple[int, int] | None:
    if found["han"]:
        age = number_words.age_of_han(found["han"])
        return age, age
    if found["tens"]:
        return number_words.decade_of(f"{found['part'].removesuffix('e')}{found['tens']}er")
    if found["about"]:
        return number_words.decade_of(found["about"])
    if "aged" in found.re.groupindex and found["aged"]:
        return number_words.age_in_words(found["aged"])
    if found["word"]:
        return number_words.age_in_words(found["word"])
    return number_words.decade_of(found["decade"])


def _belongs(between: str, *, is_han: bool) -> bool:
    """True if the words between an age and a name name nobody else, and begin nothing new."""
    if is_han:
        return len(between) <= _UNSPACED_BETWEEN and re.search(r"[，、,]", between) is None
    words = between.replace(",", " ").split()
    is_clause = "," not in between.rstrip().removesuffix(",")
    is_near = len(words) <= _BETWEEN and is_clause
    return is_near and not (_stop().search(between) or leads_to_another(between))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{STOP_WORDS})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{number_words.AGE_WORD}|{number_words.DECADE_WORD})|{number_words.HAN_AGE}|{number_words.DECADE_PHRASE}",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,\s+(?:{ARTICLES}\s+)?(?P<said>{number_words.DECADE_PHRASE}|{number_words.AGED_WORD}|{number_words.AGE_WORD}"
        rf"|{number_words.DECADE_WORD}|{number_words.HAN_AGE})(?:\s+passée?|\s+d['’]années)?"
        r"(?=\s*[,.;]|\s+(?:who|qui|que|che|der|die|das|from|aus|de|di|z|из|з)\s|$)",
        re.IGNORECASE,
    )
