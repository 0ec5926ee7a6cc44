"""The age of the mentioned person in words, right before the name or in an apposition: "the octogenarian Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import AgeTime
from matching.facts.excerpts import MentionExcerpt, leads_to_another
from matching.facts.subjects import is_of_subject
from matching.tables import number_words
from matching.tables.age_words import AFTER_GLUE, STOP_WORDS
from matching.tables.nationality_words import ARTICLES
from matching.tables.spelt_numbers import ARABIC_ORDINAL, SPELT_NUMBER, value_of, value_of_ordinal

_REACH = 80  # characters before a name
_BETWEEN = 4  # words between an age and the name that it belongs to
_UNSPACED_BETWEEN = 6  # characters


def worded_ages(excerpt: MentionExcerpt) -> Iterator[tuple[int, int, int, int, AgeTime]]:
    """The ages: where each is written, the lowest and the highest that it leaves, and when."""
    stretch = re.split(r"[.;:!?。]\s*", excerpt.before[-_REACH:])[-1]
    offset = excerpt.start - len(stretch)
    for found in reversed(list(_pattern().finditer(stretch))):
        ages = _ages(found)
        between = stretch[found.end() :]
        is_unspaced = any(found[name] for name in ("han", "named", "decades"))
        if _as_such().search(stretch[: found.start()]):
            continue
        if is_of_subject("" if is_unspaced else found[0], between, oblique=excerpt.oblique):
            continue
        if ages is not None and _belongs(between, is_unspaced=is_unspaced):
            yield offset + found.start(), offset + found.end(), *ages, AgeTime.NOW
            return
    if spelt := _spelt().match(excerpt.after):
        group = "said" if spelt["said"] else "arabic"
        age = value_of(spelt[group])
        yield excerpt.end + spelt.start(group), excerpt.end + spelt.end(group), age, age, AgeTime.NOW
        return
    if ordinal := _ordinal().match(excerpt.after):
        age = value_of_ordinal(ordinal)
        yield excerpt.end + ordinal.start("said"), excerpt.end + ordinal.end("said"), age, age, AgeTime.NOW
        return
    behind = _behind().match(excerpt.after)
    ages = _ages(behind) if behind else None
    if behind is not None and ages is not None:
        yield excerpt.end + behind.start("said"), excerpt.end + behind.end("said"), *ages, AgeTime.NOW


def _ages(found: re.Match[str]) -> tuple[int, int] | None:
    groups = found.groupdict()
    if number := groups.get("spelt") or groups["han"]:
        age = number_words.age_of_han(number) if groups["han"] else value_of(number)
        return age, age
    if groups.get("named"):
        return number_words.NAMED_AGES[groups["named"]]
    if groups.get("decades"):
        return number_words.age_of_decades(groups["near"], groups["decades"])
    if groups["tens"]:
        return number_words.decade_of(f"{groups['part'].removesuffix('e')}{groups['tens']}er")
    if word := groups.get("aged") or groups["word"]:
        return number_words.age_in_words(word)
    return number_words.decade_of(groups["about"] or groups["decade"])


def _belongs(between: str, *, is_unspaced: bool) -> bool:
    """True if the words between an age and a name name nobody else, and begin nothing new."""
    if is_unspaced:
        return len(between) <= _UNSPACED_BETWEEN and re.search(r"[，、,]", between) is None
    words = between.replace(",", " ").split()
    is_clause = "," not in between.rstrip().removesuffix(",")
    is_near = len(words) <= _BETWEEN and is_clause
    return is_near and not (_stop().search(between) or leads_to_another(between))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{STOP_WORDS})\b", re.IGNORECASE)


@cache
def _as_such() -> re.Pattern[str]:
    """What says that somebody once was that old: "as a teenager Jane Roe", "when a schoolboy"."""
    return re.compile(
        r"\b(?:as|when|while|still|als|wie|comme|como|come|da|quand|jako)\s+(?:an?\s+|une?\s+|een\s+)?$", re.IGNORECASE
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<spelt>{SPELT_NUMBER})\s+yaşındaki|(?<![\w-])(?:{number_words.AGE_WORD}|{number_words.DECADE_WORD})|{number_words.HAN_AGE}"
        rf"|{number_words.NAMED_AGE}|{number_words.HAN_DECADE}|{number_words.DECADE_PHRASE}",
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


@cache
def _spelt() -> re.Pattern[str]:
    """An age in several words behind the name: "Roe, thirty-four,", "Roe, de treinta y cuatro años,"."""
    unit = (
        r"(?:years?(?:\s+old)?|Jahre(?:\s+alt)?|jaar(?:\s+oud)?|ans|años|anos|anni|lata?|лет|год[ау]?|рок[иу]|років|yaşında"
        r"|عاما?|سنة|살|세|岁|歲|歳)"
    )
    before = (
        r"(?:aged\s+|im\s+Alter\s+von\s+|âgée?\s+(?:de\s+|d['’])|d[ei]\s+|com\s+|w\s+wieku\s+|в\s+возрасте\s+"
        r"|[ув]\s+віці\s+)"
    )
    return re.compile(
        rf"{AFTER_GLUE}\s*(?:[,،，(（]\s*|\s)(?:{before})?(?P<said>{SPELT_NUMBER})(?:\s*{unit}(?:\s+[,)])?)?"
        r"(?=\s*[,،，.;)）]|\s+(?:who|qui|que|che|der|die|das|from|aus|и|та)\s|$)"
        rf"|\s+و?(?:البالغ|البالغة|يبلغ|تبلغ)\s+(?:من\s+العمر\s+)?(?P<arabic>{SPELT_NUMBER})\s*(?:عام|سنة)",
        re.IGNORECASE,
    )


@cache
def _ordinal() -> re.Pattern[str]:
    """The year of life in Arabic words: "in the forty-second of his life", "his eightieth birthday"."""
    return re.compile(
        rf"(?:\s*،\s*[^،.؛\d]{{0,30}}?\s?في\s+(?=[^،.]{{3,25}}من\s+عمر)|\s+بعيد\s+ميلاد(?:ه|ها)\s+)(?P<said>{ARABIC_ORDINAL})"
    )
