"""The nationality that an article gives of a mentioned person.

Said of the person is an adjective or noun of nationality right before the name ("the Russian banker Jane Roe"), in the
apposition behind it ("Jane Roe, a Russian banker"), or with a word for citizenship. A birthplace is no nationality, and
neither is that of a company, a language or a history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matching.facts.claims import Claim, FactKind
from matching.facts.excerpts import MentionExcerpt, names_another
from matching.facts.subjects import is_of_subject
from matching.tables import nationality_words as words
from matching.tables.age_words import AFTER_GLUE, STOP_WORDS
from matching.tables.demonyms import countries_of_unspaced, country_named, country_with_ending, demonyms
from matching.tables.people import related
from matching.tables.sport_codes import SPORT_CODES, WITH_OTHER_MEANINGS

_END = r"[;:!?()（）。]|\.(?=\s+[^a-z\s]|\s*$)"
_COMPOUND = 3  # words of what a person is called at most: "tennis player", "deputy prime minister"
_TURKISH = re.compile(
    r"(?P<name>\w+)\s+(?:vatandaşı|uyruklu|asıllı|pasaportlu)(?:\s+(?!ve\b)\w+){0,2}\s+$", re.IGNORECASE
)
_LEADING_APPOSITION = re.compile(
    r"(?:^|[.;:]\s+)((?:The|An?|Le|La|El|Il|Der|Die|O|A)\s+(?:[^\s,.;:]+\s+){0,3}?[^\s,.;:]+),\s+$"
)
_NAME_FOLLOWS = re.compile(r"\s+[^\W\d_a-zà-öø-ÿа-яё]")
_COUNTRYS = re.compile(r"(?<![\w-])([A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s+$")
_OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w+)(?=[,.;]|\s+[a-z]|$)")
_CODE = re.compile(r",?\s*[(\[](?:\d{1,2},\s*|[^()/,\d]{2,20}/)?([A-Z]{3})(?=[)\],/ ])")
_REACH = 90  # characters beside a name in which its nationality is looked for


def nationalities(excerpt: MentionExcerpt) -> Iterator[Claim]:
    """What the article says of the person's nationality: one claim, with all countries that it names, or none."""
    for reading in (_in_brackets, _of_country, _behind, _before, _citizen_of, _unspaced):
        if (found := reading(excerpt)) is not None:
            yield found
            return


def _claim(text: str, start: int, end: int, countries: tuple[str, ...], *, firm: bool) -> Claim:
    said = f"“{text[start:end]}” ({' or '.join(countries)})"
    return Claim(FactKind.NATIONALITY, start, end, said, values=countries, firm=firm)


def _behind(excerpt: MentionExcerpt) -> Claim | None:
    """Behind the name: "Roe, a Russian banker,", "Roe, 34, a citizen of …", "Roe is Russian"."""
    opening = _opening().match(excerpt.after)
    if opening is None:
        return None
    start = opening.end()
    stretch = re.split(rf"{_END}|,\s+(?:and|who|whose|said|was|is)\b", excerpt.after[start : start + _REACH])[0]
    for found in _named(stretch):
        before, behind = stretch[: found.start()], stretch[found.end() :]
        if related().search(before) or names_another(before) or before.count(",") > 1:
            return None
        if re.match(words.NOT_OF_PEOPLE, behind) or (_is_prepositional(before) and not _is_own(before, behind)):
            continue
        countries = _countries(stretch, found)
        is_citizen = re.search(words.CITIZEN, stretch, re.IGNORECASE) is not None
        if opening["has"] and not is_citizen:
            return None
        return _claim(
            excerpt.text,
            excerpt.end + start + found.start(),
            excerpt.end + start + found.end(),
            countries,
            firm=is_citizen or (_is_head(before, behind) and not _is_of_institution(found[0], behind)),
        )
    return None


def _before(excerpt: MentionExcerpt) -> Claim | None:
    """Before the name: "the Russian banker Jane Roe", "el banquero ruso Juan Roe"."""
    before_name = excerpt.before[-_REACH:]
    if excerpt.after.startswith(",") and (apposition := _LEADING_APPOSITION.search(before_name)):
        stretch, offset = apposition[1], excerpt.start - len(before_name) + apposition.start(1)
    else:
        stretch = re.split(rf"{_END}|[,،]|\s[–—-]\s", before_name)[-1]
        offset = excerpt.start - len(stretch)
    for found in reversed(list(_named(stretch))):
        before, between = stretch[: found.start()], stretch[found.end() :]
        if re.match(words.NOT_OF_PEOPLE, between) or len(between.split()) > 3:
            return None
        if re.search(rf"(?<!\w)(?:ال)?{words.INSTITUTIONS}", f"{before} ", re.IGNORECASE) or re.fullmatch(
            rf"\s*{words.INSTITUTIONS}", between, re.IGNORECASE
        ):
            return None
        is_citizen = re.search(words.CITIZEN, stretch, re.IGNORECASE) is not None
        if related().search(between) or _stop().search(between):
            return None
        if is_of_subject(found[0], between, oblique=excerpt.oblique):
            return None
        firm = is_citizen or (_is_head("", between) and not _is_genitive(before))
        return _claim(excerpt.text, offset + found.start(), offset + found.end(), _countries(stretch, found), firm=firm)
    return None


def _citizen_of(excerpt: MentionExcerpt) -> Claim | None:
    """A word for citizen with the name of a country, beside the name: "a citizen of Canada", «гражданин Канады»."""
    before = excerpt.before[-_REACH:]
    if (found := _TURKISH.search(before)) and (code := country_with_ending(found["name"])):
        offset = excerpt.start - len(before)
        return _claim(excerpt.text, offset + found.start("name"), offset + found.end("name"), (code,), firm=True)
    opening = _opening().match(excerpt.after)
    start = opening.end() if opening else len(excerpt.after)
    for stretch, offset in (
        (before, excerpt.start - len(before)),
        (excerpt.after[start : start + 60], excerpt.end + start),
    ):
        found = re.search(
            rf"{words.CITIZEN}(?:\s+(?:of|de\w*|du|di|do|da|der|von|van|w|в|у))*(?:\s+the)?\s+(?P<name>\w+)",
            stretch,
            re.IGNORECASE,
        )
        code = country_with_ending(found["name"]) if found else None
        if found is None or code is None or names_another(stretch[: found.start()]):
            continue
        between = stretch[found.end() :] if offset < excerpt.start else stretch[: found.start()]
        if not (re.search(r"[.;,]", between.rstrip(" ,")) or related().search(between)):
            return _claim(excerpt.text, offset + found.start("name"), offset + found.end("name"), (code,), firm=True)
    return None


def _in_brackets(excerpt: MentionExcerpt) -> Claim | None:
    """The code of a country in results of sports: "Jane Roe (AUS)"."""
    found = _CODE.match(excerpt.after)
    country = SPORT_CODES.get(found[1]) if found else None
    if found is None or country is None:
        return None
    start, end = (excerpt.end + offset for offset in found.span(1))
    return _claim(excerpt.text, start, end, (country,), firm=found[1] not in WITH_OTHER_MEANINGS)


def _of_country(excerpt: MentionExcerpt) -> Claim | None:
    """A country right beside the name, as in results of sports: "Australia's Jane Roe", "Jane Roe of Australia"."""
    before = excerpt.before[-_REACH:]
    for found, offset in (
        (_COUNTRYS.search(before), excerpt.start - len(before)),
        (_OF_COUNTRY.match(excerpt.after), excerpt.end),
    ):
        code = country_with_ending(found[1]) if found else None
        if found is not None and code is not None:
            return _claim(excerpt.text, offset + found.start(1), offset + found.end(1), (code,), firm=True)
    return None


def _unspaced(excerpt: MentionExcerpt) -> Claim | None:
    """Beside a name in Korean, Japanese or Chinese: "中国籍の張偉容疑者", "미국 국적의", "张伟，中国籍"."""
    before, after = excerpt.before[-30:], excerpt.after[:30]
    in_front, behind = _unspaced_patterns()
    for found, offset in (
        (in_front.search(before), excerpt.start - len(before)),
        (behind.match(after), excerpt.end),
    ):
        if found is not None and not related().search(found[0]):
            start, end = found.span("name")
            return _claim(excerpt.text, offset + start, offset + end, (country_named(found["name"]),), firm=True)
    return None


def _named(stretch: str) -> Iterator[re.Match[str]]:
    return demonyms()[0].finditer(stretch)


def _countries(stretch: str, first: re.Match[str]) -> tuple[str, ...]:
    """The countries named from there on, at most three words apart: "Russian-Israeli", "Lebanese and French"."""
    pattern, groups = demonyms()
    joined = [one for one in pattern.finditer(stretch.replace("-", " ")) if abs(one.start() - first.start()) < 30]
    return tuple(dict.fromkeys(code for one in (first, *joined) for code in groups[(one.lastindex or 1) - 1]))


def _is_head(before: str, behind: str) -> bool:
    """True if the word of nationality belongs to the person: a noun or a compound goes with it, of no other thing."""
    if re.search(r"['’]s\b|s['’]\s", behind.partition(",")[0]):
        return False
    if re.search(words.OF_SUBJECTS, f"{before} {behind.partition(',')[0]}", re.IGNORECASE):
        return False
    behind = re.sub(r"^[-–]\w+", "", behind)
    rest = re.split(r",|\b(?:who|from|living|based|with|and|in|on|at|of)\b", behind)[0].split()
    rest = [word for word in rest if not re.fullmatch(words.SMALL_WORDS, word, re.IGNORECASE)]
    return len(rest) <= 1 or (len(rest) <= _COMPOUND and re.fullmatch(words.PERSON_NOUN, rest[-1]) is not None)


def _is_of_institution(adjective: str, behind: str) -> bool:
    """True for an adjective with a capital and another word with one behind it: Polish Radio; but Polish Minister."""
    following = re.match(r"\s+([A-Z]\w+)", behind)
    is_name = following is not None and not re.fullmatch(words.PERSON_NOUN, following[1], re.IGNORECASE)
    return is_name and adjective[:1].isupper()


def _is_prepositional(before: str) -> bool:
    """True behind a preposition: "head of the Russian subsidiary"; not behind "citizen of"."""
    if re.search(words.CITIZEN, before, re.IGNORECASE):
        return False
    return _stop().search(before) is not None


def _is_own(before: str, behind: str) -> bool:
    """True for "with Canadian citizenship" and "banker and Canadian citizen".

    "With a Canadian citizen" is another, and so is "and Canadian citizen Jane Roe".
    """
    if re.search(r"\b(?:with|has|holds|holding|holders?\s+of|bearer\s+of|mit|avec|con|com|met)\s+(?:\w+\s+)?$", before):
        return re.match(words.CITIZENSHIP, behind) is not None
    citizen = re.match(rf"\s+{words.CITIZEN}", behind, re.IGNORECASE)
    if citizen is None or _NAME_FOLLOWS.match(behind, citizen.end()):
        return False
    return re.search(r"\b(?:and|und|et|y|e|en)\s+$", before) is not None


def _is_genitive(before: str) -> bool:
    """True for "el jefe de la filial rusa", where the adjective belongs to a noun behind a preposition."""
    return (
        re.search(r"\b(?:de|du|des|del|della|dell['’]|di|da|do|dos|of|von|van)\s+(?:\w+\s+)?\w+\s*$", before)
        is not None
    )


@cache
def _opening() -> re.Pattern[str]:
    """What leads from a name to what is said of it: a comma, perhaps an age, an article; or a copula."""
    age = r"(?:\(?\d{1,3}\)?(?:\s+(?:ans|años|anos|anni|jaar|lat|лет|год\w*|років|Jahre|years\s+old))?\s*,?\s*)?"
    return re.compile(
        rf"{AFTER_GLUE}(?:\s*[,،(]\s*{age}(?:who\s+(?:is|holds|has)\s+|{words.ARTICLES}\s+)?(?:\d{{1,3}}-year-old\s+)?"
        rf"|\s+(?P<has>{words.HAS})\s+(?:{words.ARTICLES}\s+)?|\s+(?:is|ist|est|es|è|é)\s+(?:{words.ARTICLES}\s+)?)",
        re.IGNORECASE,
    )


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{STOP_WORDS})\b", re.IGNORECASE)


@cache
def _unspaced_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A country before the name with a word or two between, and behind it after a comma or in brackets."""
    country = rf"(?P<name>{countries_of_unspaced().pattern}){words.BEHIND_UNSPACED}"
    return (
        re.compile(rf"{country}[^。，、,.\s]{{0,8}}\s?[^。，、,.\s]{{0,6}}$"),
        re.compile(rf"[^。\s（(，、,]{{0,4}}[（(，、,]\s*(?:[^。，、,（()）]{{1,6}}[，、,]\s*)?{country}"),
    )
