"""Whether an article speaks of a mentioned person as of a woman or a man.

It is said by titles and other words right beside the name, by the endings of verbs and participles of which the name is
the subject, and by pronouns that are bound to it. Given names say nothing: many are borne by both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import POSSESSIVE, MentionExcerpt, is_dependent, names_somebody
from matching.tables import gender_words as words
from matching.tables.people import related

_SLAVIC_NOMINATIVE = re.compile(r"(?:слав|мир|др|ей|ий|ай|ил|ан|он|ин|ор|[ая])$")  # of given names of both sexes
_REACH = 70  # characters beside a name that are searched


def genders(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """The gender that the words beside the name say, a claim for each of them that is there."""
    if excerpt.oblique:
        return
    for gender in ("female", "male"):
        before, behind, verb_behind = _patterns(gender)
        stretch = excerpt.before[-_REACH:]
        if (found := before.search(stretch)) and not (_is_cyrillic(found[0]) and related().search(found[0])):
            yield _claim(excerpt, excerpt.start - len(stretch) + found.start(), excerpt.start, gender)
            continue
        found = None if is_dependent(excerpt) else behind.match(excerpt.after)
        if found is None and _begins_clause(excerpt):
            found = verb_behind.match(excerpt.after)
        if found is not None:
            yield _claim(excerpt, excerpt.end, excerpt.end + found.end(), gender)
    yield from _of_pronouns(excerpt)


def _begins_clause(excerpt: MentionExcerpt) -> bool:
    """True if no noun before the name can have it as its genitive: «адвокат Роу заявила» is not about Roe."""
    before = excerpt.before.rstrip(" \"“«'")
    return (
        not before
        or _is_title(excerpt)
        or before[-1] in ".!?,;:—–-،"
        or before.endswith((" и", " а", " но", " що", " что", " że", " i", " а"))
    )


def _is_title(excerpt: MentionExcerpt) -> bool:
    """True for «депутат Никандр …»: a given name that would have an ending in the genitive is the subject itself."""
    name = excerpt.text[excerpt.start : excerpt.end].split()
    return len(name) > 1 and _is_cyrillic(name[0]) and _SLAVIC_NOMINATIVE.search(name[0]) is not None


def _is_cyrillic(text: str) -> bool:
    return any("а" <= letter <= "я" for letter in text.casefold())


def _claim(excerpt: MentionExcerpt, start: int, end: int, gender: str) -> Claim:
    said = f"“{excerpt.text[start:end].strip(' ,，、(（')}” ({gender})"
    return Claim(FactKind.GENDER, start, end, said, values=(gender,))


def _of_pronouns(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """What the first pronoun says that is bound to the name."""
    if POSSESSIVE.match(excerpt.after) or is_dependent(excerpt):
        return
    for pattern in (words.SAID_PRONOUN, words.OWN_RELATIVE):
        if found := _compiled(pattern).match(excerpt.after):
            group = next(name for name, value in found.groupdict().items() if value)
            if related().search(found[0][: found.start(group)]):
                return  # "Roe, who met his wife in Rome, said she"
            gender = "female" if found[group].casefold() in words.FEMALE_PRONOUNS else "male"
            start, end = found.span(group)
            yield _claim(excerpt, excerpt.end + start, excerpt.end + end, gender)
            return
    start, end = excerpt.following
    opening = excerpt.text[start:end]
    for gender, pronouns in words.PRONOUNS.items():
        for pronoun in pronouns:
            if opening.startswith(pronoun) and not opening[len(pronoun) : len(pronoun) + 1].isalpha():
                if not names_somebody(excerpt.around):
                    yield _claim(excerpt, start, start + len(pronoun), gender)
                return


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _patterns(gender: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of a woman or a man, and the verbs behind it."""
    before, behind, verbs = (
        (words.FEMALE_BEFORE, words.FEMALE_BEHIND, words.FEMALE_VERBS)
        if gender == "female"
        else (words.MALE_BEFORE, words.MALE_BEHIND, words.MALE_VERBS)
    )
    return (
        re.compile(rf"(?<![\w.-])(?:{_joined(before)})\s*[\"“«]?$"),
        re.compile(f"(?:{_joined(behind)})"),
        re.compile(f"(?:{_joined(verbs)})"),
    )


def _joined(lines: str) -> str:
    return "|".join(line.strip() for line in lines.split("\n") if line.strip())
