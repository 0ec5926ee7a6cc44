"""The age that an article gives of a mentioned person.

An age belongs to the name that it is written beside: in brackets or between commas behind it, in an apposition, as an
adjective before it, or in the next sentence if that begins with a pronoun or with the age, and nobody else was named.
Any other age in the sentence is somebody else's, and any other number is no age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from matching.facts import age_patterns as patterns
from matching.facts.claims import AgeTime, Claim, FactKind
from matching.facts.excerpts import (
    MentionExcerpt,
    introduces_somebody,
    is_dependent,
    is_in_construct,
    is_of_relative,
    is_owner,
    leads_to_another,
    names_another,
    names_relative,
    names_somebody,
)
from matching.facts.forms import is_other_cell
from matching.facts.occasions import age_of_once, ages_of_occasions
from matching.facts.round_ages import age_between, age_in_decade
from matching.facts.subjects import is_of_subject
from matching.facts.worded_ages import worded_ages
from matching.tables import age_words as words
from matching.tables.people import related, somebody

_CELL_BORDERS = ("|", "│")
_OPENING = 3  # words of an apposition in front of its name, with the preposition of the age
_LEAST, _MOST = 10, 105  # a number without a word is an age only between them
_OLDEST = 120
_APPOSITION = re.compile(
    r"(?:\s*[,،，、]|\s+(?=(?:of|from|aus|de|di|uit|z|из|із)\s))\s*"
    r"(?:[^\s,،，、;:.()（）\d]+\s+){0,9}[^\s,،，、;:.()（）\d]+(?=\s*[,،，、])"
)
_ASIDE = re.compile(
    r"\s*[(（][^()（）\d]{1,40}[)）]"
    r"|,\s+(?:alias|aka|a\.k\.a\.|also\s+known\s+as|known\s+as|genannt|dite?|conocid[oa]\s+como|dett[oa]|apodad[oa]|soprannominat[oa]"
    r"|vulgo|zwan[ya]|ps\.|по\s+прозвищу|по\s+кличке|на\s+прізвисько|lakaplı)\s+[^,.;()\d]{2,30}(?=,)"
    r"|,?\s+(?:of|from|aus|di|uit|z|из|із)\s+[^,.;()\d]{2,30}(?:,\s+[A-ZÀ-ÞА-Я][^,.;()\d]{1,20})?(?=,\s+(?:aged|âgé|lat|who))"
)
_PARENT = re.compile(
    r"\b(?:father|mother|dad|mum|mom|parent)\s+of\s+(?:two|three|four|five|six|seven)\b", re.IGNORECASE
)
_RESIDENT = re.compile(r"\bvecin[oa]\s+de\s+[A-ZÁ-Ú]\S+")
_WITH_DATIVE = re.compile(rf"\s+{words.NUMBER}(?=\.(?:\s|$)|,\s+(?:и|а|но|хотя|он|она|і|й|але|хоч|він|вона)\s)")
# Husband and wife in Dutch; elsewhere such words are people.
_SPOUSE = re.compile(r"\b(?:[Mm]an|[Vv]rouw)\s+van\s+(?:(?:de|het)\s+)?(?:[a-z-]+\s+){0,2}$")
_RELATIVE = re.compile(  # "the gunman who shot Jane Roe, 31": the age may be the gunman's
    r"(?<!,)\s(?:who|that|which|qui|que|che|który|która|который|которая|який|яка)\s+(?:[\w'’]+\s+){1,3}$"
)
_JOINED = re.compile(rf"[^\W\d_](?:,\s|,?\s{words.AND}\s)$")
_BARE = re.compile(r"(?:[,(（]\s*|\baged\s+)$")
_SERVED = re.compile(r"\b(?:sentence[ds]?|jailed|prison|terms?|serv(?:ed|ing)|service|longest)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–—]\s?\d")
_KOREAN_GENITIVE = re.compile(r"\s?(?:씨|님)?의\s+\d")
_UNIT = re.compile(
    r"[\s-]*(?:years?|y/?o|Jahre|jährig|ans|años|anos|anni|jaar|lata?|лет|год|рок|рік|yaş|عام|سنة|세|살|歳|岁|歲)"
)
_TO_RELATIVE = 25  # characters before a name in which "the mother of" may stand
_EARLIER = 1_000  # characters before a sentence in which its age may have been given to somebody else
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def ages(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """The age of the mentioned person, if the article gives it: one claim or none."""
    is_somebodys = is_dependent(excerpt) and names_relative(excerpt.before[-_TO_RELATIVE:])
    if is_somebodys or is_of_relative(excerpt) or is_in_construct(excerpt) or _SPOUSE.search(excerpt.before):
        return  # "the mother of Jane Roe, 78": it is not clear whose age that is
    found, once = None, None
    for reading in (
        _behind,
        _before,
        _shared,
        _said_otherwise,
        _in_next_sentence,
        _in_own_words,
        age_between,
        age_in_decade,
        _once,
    ):
        claim = reading(excerpt)
        if claim is not None and claim.when is not AgeTime.EARLIER:
            found = claim
            break
        once = once or claim
    if (claim := found or once) is not None:
        is_things = is_owner(excerpt) and not _is_persons(excerpt.text, claim)
        yield replace(claim, firm=False) if is_things or _RELATIVE.search(excerpt.before) else claim


def _is_persons(text: str, claim: Claim) -> bool:
    """True for a bare number, as only people's ages are written: "the case of Jane Roe, 61"; not "61 years old"."""
    return _BARE.search(text[max(0, claim.start - 10) : claim.start]) is not None and not _UNIT.match(text, claim.end)


def _claim(excerpt: MentionExcerpt, start: int, end: int, age: int, *, firm: bool = True) -> Claim | None:
    """The claim of an age at `[start, end)` of the text; None for an impossible one."""
    if not 1 <= age <= _OLDEST:
        return None
    when = AgeTime.EARLIER if _is_of_another_time(excerpt.text, start, end) else AgeTime.NOW
    years = _years(excerpt)
    return Claim(FactKind.AGE, start, end, f"aged {age}", ages=(age, age), years=years, firm=firm, when=when)


def _years(excerpt: MentionExcerpt) -> tuple[int, ...]:
    """The years that the sentence of the mention names."""
    sentence = excerpt.text[excerpt.sentence[0] : excerpt.sentence[1]]
    return tuple(sorted({int(year) for year in _YEAR.findall(sentence)}))


def _said_otherwise(excerpt: MentionExcerpt) -> Claim | None:
    """An age at a birthday or at death, or one in words."""
    for start, end, low, high, when in (*ages_of_occasions(excerpt), *worded_ages(excerpt)):
        if not 1 <= low <= _OLDEST:
            continue
        is_earlier = when is AgeTime.NOW and _is_of_another_time(excerpt.text, start, end)
        said = f"aged {high}" if low == high else f"aged {low} to {high}"
        claim = Claim(FactKind.AGE, start, end, said, ages=(low, high), years=_years(excerpt), when=when)
        return replace(claim, when=AgeTime.EARLIER) if is_earlier else claim
    return None


def _once(excerpt: MentionExcerpt) -> Claim | None:
    """An age at which the person did something."""
    if (found := age_of_once(excerpt)) is None or not 1 <= found[2] <= _OLDEST:
        return None
    start, end, age, _, when = found
    return Claim(FactKind.AGE, start, end, f"aged {age}", ages=(age, age), when=when)


def _is_of_another_time(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 20) : start], text[end : end + 40]
    return patterns.pattern(words.ANOTHER_TIME_BEFORE).search(before) is not None or (
        patterns.pattern(words.ANOTHER_TIME_BEHIND).match(behind) is not None
    )


def _number(found: re.Match[str], ages_from: int = 1) -> tuple[int, int, int]:
    """The number of the pattern that was met, and where it begins and ends in the text searched.

    Groups before `ages_from` hold something else.
    """
    group = next(index for index, value in enumerate(found.groups(), 1) if value is not None and index >= ages_from)
    return int(found[group]), found.start(group), found.end(group)


def _behind(excerpt: MentionExcerpt) -> Claim | None:
    """An age right behind the name, or behind an apposition that is."""
    if _KOREAN_GENITIVE.match(excerpt.after):
        return None  # 김씨의 67세 어머니: the age of the mother
    if claim := _at(excerpt, 0):
        return claim
    if excerpt.oblique and (found := _WITH_DATIVE.match(excerpt.after)):  # «Северинові 78»
        return _claim(excerpt, excerpt.end + found.start(1), excerpt.end + found.end(1), int(found[1]))
    glue = patterns.pattern(words.AFTER_GLUE).match(excerpt.after)
    start = glue.end() if glue else 0
    if (aside := _ASIDE.match(excerpt.after, start)) and (claim := _at(excerpt, aside.end())):
        return claim
    apposition = _APPOSITION.match(excerpt.after, start)
    if apposition is None:
        return _in_relative_clause(excerpt, start) or _in_noun_phrase(excerpt, start)
    return None if _has_second_person(apposition[0]) else _at(excerpt, apposition.end())


def _in_relative_clause(excerpt: MentionExcerpt, start: int) -> Claim | None:
    """The age of an apposition that ends in a relative clause: "Jane Roe, a retired nurse who is 71, …"."""
    found = patterns.relative_pattern().match(excerpt.after, start)
    if found is None or _has_second_person(found["apposition"]):
        return None
    age, first, last = _number(found, ages_from=2)
    return _claim(excerpt, excerpt.end + first, excerpt.end + last, age)


def _in_noun_phrase(excerpt: MentionExcerpt, start: int) -> Claim | None:
    """The age at the end of an apposition of a Romance language: "Juan Roe, vecino de Cádiz de 66 años"."""
    found = patterns.noun_phrase_pattern().match(excerpt.after, start)
    if found is None or _has_second_person(found["apposition"]):
        return None
    age, first, last = _number(found, ages_from=2)
    return _claim(excerpt, excerpt.end + first, excerpt.end + last, age)


def _has_second_person(apposition: str) -> bool:
    """True if the words between a name and an age may hold the person whose age it is: "father of a girl, 9"."""
    apposition = _RESIDENT.sub("", _PARENT.sub("", apposition))
    several = len(somebody().findall(apposition)) > 1
    return several or related().search(apposition) is not None or names_another(apposition)


def _at(excerpt: MentionExcerpt, offset: int) -> Claim | None:
    """An age at an offset behind the name."""
    for pattern, bare in patterns.behind_patterns():
        if (found := pattern.match(excerpt.after, offset)) is None:
            continue
        age, start, end = _number(found)
        if (bare and not _LEAST <= age <= _MOST) or _is_of_name_behind(found[0], excerpt.after[found.end() :]):
            continue
        if _RANGE.match(excerpt.after, end):
            continue  # "10–15 years in prison"
        if found[0].rstrip(" )").endswith("years") and _SERVED.search(excerpt.before):
            continue  # "Sentences: Jane Roe (25 years)"
        if found[0].lstrip()[:1] in _CELL_BORDERS and is_other_cell(excerpt, excerpt.end + start):
            return None
        return _claim(excerpt, excerpt.end + start, excerpt.end + end, age)
    return None


def _is_of_name_behind(age: str, behind: str) -> bool:
    """True for an adjective with a name of its own: "the lawyer of Jane Roe, 62-year-old John Doe"."""
    rest = re.split(r"[,;.()]", behind, maxsplit=1)[0]
    return re.search(r"\d[\w\s'’-]*[^\W\d_]{4}$", age) is not None and names_another(rest)


def _before(excerpt: MentionExcerpt) -> Claim | None:
    """An age as an adjective before the name, with at most a few words between that name nobody else."""
    found = patterns.before_pattern().search(excerpt.before)
    if found is None:
        return None
    age, start, end = _number(found, ages_from=2)
    between, described = excerpt.before[end:], found.end("described")
    if leads_to_another(between):
        return None
    if is_of_subject(found["described"], excerpt.before[described:], oblique=excerpt.oblique):
        return None
    offset = excerpt.start - len(excerpt.before)
    firm = "," not in between or _begins_sentence(excerpt.before[:start])
    return _claim(excerpt, offset + start, offset + end, age, firm=firm)


def _begins_sentence(before: str) -> bool:
    """True for a short apposition that opens the sentence: "Retraité de 74 ans, Jean Roe …"."""
    words_before = re.split(r"[.!?;:]\s+", before)[-1].split()
    return 0 < len(words_before) <= _OPENING and not related().search(" ".join(words_before))


def _shared(excerpt: MentionExcerpt) -> Claim | None:
    """The person's own age of several behind several names: "Roe and Doe, aged 34 and 54 respectively"."""
    found = patterns.several_pattern().match(excerpt.after)
    if found is None or not all(name.strip()[0].isupper() for name in _split_names(found["others"] or "")):
        return None
    numbers = [(int(one[0]), found.start("ages") + one.start()) for one in re.finditer(r"\d+", found["ages"])]
    behind = len(_split_names(found["others"])) if found["others"] else 0
    if not behind and _JOINED.search(excerpt.before) is None:
        return None  # "the killers of Jane Roe, 19 and 21"
    place = len(numbers) - 1 - behind
    if not 0 <= place < len(numbers):
        return None
    age, start = numbers[place]
    return _claim(excerpt, excerpt.end + start, excerpt.end + start + len(str(age)), age)


def _split_names(others: str) -> list[str]:
    return [name for name in re.split(rf",|\s{words.AND}\s", others) if name.strip()]


def _in_next_sentence(excerpt: MentionExcerpt) -> Claim | None:
    """An age at the beginning of the next sentence, if the sentence of the name names nobody else."""
    start, end = excerpt.following
    if names_somebody(excerpt.around_without_places):
        return None
    if lead := patterns.pattern(words.LEAD_IN).match(excerpt.text, start, end):
        start = lead.end()
    for pattern, firm in ((patterns.next_pattern(), True), (patterns.definite_pattern(), False)):
        found = pattern.match(excerpt.text, start, end)
        if found is not None and (firm or not somebody().search(found[0])):
            age, first, last = _number(found)
            if _is_taken_up(excerpt, age) or not _agrees_in_gender(excerpt, found[0]):
                return None
            return _claim(excerpt, first, last, age, firm=firm and not introduces_somebody(excerpt.around))
    return None


def _agrees_in_gender(excerpt: MentionExcerpt, age: str) -> bool:
    """False for a Polish age of a woman behind a name that is a man's by its ending, or the other way round."""
    is_womans = excerpt.text[excerpt.start : excerpt.end].split()[0].endswith(("a", "ę", "ą"))
    return not ((re.search(r"latka$", age) and not is_womans) or (re.search(r"latek$", age) and is_womans))


def _in_own_words(excerpt: MentionExcerpt) -> Claim | None:
    """The age that a speaker gives: "I'm 19," said Jane Roe."""
    if (found := patterns.first_person_pattern().search(excerpt.before)) is None:
        return None
    age, first, last = _number(found)
    offset = excerpt.start - len(excerpt.before)
    return _claim(excerpt, offset + first, offset + last, age)


def _is_taken_up(excerpt: MentionExcerpt, age: int) -> bool:
    """True if the text has this number before, as somebody else's age: "The 24-year-old" is then that one again."""
    start = excerpt.following[0]
    return re.search(rf"(?<!\d){age}(?!\d)", excerpt.text[max(0, start - _EARLIER) : start]) is not None
