"""The patterns by which `ages.py` meets an age, compiled once."""

from __future__ import annotations

import re
from functools import cache

from matching.tables import age_words as words
from matching.tables.months import MONTHS


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern without regard to case."""
    return re.compile(text, re.IGNORECASE)


def any_of(lines: str) -> str:
    """The lines as one alternative, with the number for N."""
    return (
        f"(?:{'|'.join(line.strip().replace('N', words.NUMBER, 1) for line in lines.split(chr(10)) if line.strip())})"
    )


@cache
def behind_patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What an age behind a name looks like, and whether the number is all there is."""
    glue = words.AFTER_GLUE
    comma, opening = r"\s*(?:[,،，、]|\s[–—-]\s)\s*", r"\s*[(（\[]\s*"
    months = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
    unit = (
        r"(?:\s*(?:J\.?|Jahre|ans|años|anos|anni|jaar|lat|лет|года?|років|роки|yaşında|عاما?|سنة"
        r"|세|살|歳|才|岁|歲|y/?o|years?|yrs?|y|l\.|tahun|thn))?"
    )
    bare_end = (
        r"(?!\s*,?\s*(?:and|or|und|et|y|e|en|i|и|та|ve)\s+\d)"
        rf"(?=\s*(?:[;)）–—]|$|[,،，、](?!\s*\d)|\.(?!\d|\s*(?:{months})\b|[a-z])"
        r"|\s+(?:and|of(?!\s+(?:the|them|whom|which|those|these|his|her|its|their|our|my|your)\b)|from|who|was|is|has|had|und|aus|wurde|et|i|z|и|из|та|ve)\b))"
        r"(?!\s*[,.]?\s*(?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|via|viale|piazza|calle|avenida|plaza|rua|ulica|ul\.|улица|ул\.)\s)"
        r"(?!\s*,?\s*[A-Z]\w+\s+(?:street|road|lane|avenue|drive|close|court|square|terrace))"
    )
    phrase, adjective, unit_words = map(any_of, (words.PHRASES, words.ADJECTIVES, words.WITH_UNIT))
    said = rf"(?:{phrase}|{adjective})"
    is_ = r"(?:\s*,)?\s+(?:who\s+is|is|der|ist|jest)\s+"
    copula_end = r"(?=\s*(?:[,.;](?!\d)|$|and\b|years\s+old|Jahre\b|und\b|last\b|on\b|this\b|next\b))"
    flags = re.IGNORECASE
    return tuple(
        (re.compile(rf"{glue}{pattern}", flags), bare)
        for pattern, bare in (
            (words.SEX_AND_AGE, True),
            (rf"\s*[=＝]\s*{said}\s*(?=[=＝])", False),
            (rf"{opening}{words.SEX}{words.NUMBER}{unit}\s*(?=[)）\],，、;·/])", True),
            (rf"\s*[|│;/\t]\s*{words.NUMBER}\s*(?=[|│;/\t])", True),
            (rf"{opening}{words.SEX}{said}", False),
            (rf"{opening}{words.SEX}{unit_words}\s*[)）]", False),
            (rf"{comma}{words.SEX}(?:who\s+is\s+)?{said}", False),
            (rf"{comma}{words.SEX}{unit_words}{words.NO_AGE_BEHIND}", False),
            (rf"{comma}(?:who\s+is\s+)?(?:now\s+|just\s+|only\s+|still\s+)?{words.NUMBER}{bare_end}", True),
            (rf"\s*{phrase}(?!\s*(?:von|of)\b)", False),
            (rf"{is_}{said}", False),
            (rf",?\s+a\s+{words.NUMBER}\s+ans\b{words.NO_AGE_BEHIND}", False),
            (rf",?\s+(?:tiene|ha|tem|ma|is|maintenant)\s+{unit_words}{words.NO_AGE_BEHIND}", False),
            (rf"\s+{any_of(_DATIVE)}(?=\s*[,.;])", False),
            (rf"(?:\s*,)?\s+(?:is|turned|turns|ist|is\s+now|wurde)\s+{words.NUMBER}{copula_end}", True),
        )
    )


_DATIVE = """
    N\\s+(?:лет|года?)
    N\\s+(?:років|роки|рік)
"""


@cache
def before_pattern() -> re.Pattern[str]:
    """An age in front of a name, up to it."""
    between = words.BETWEEN_AGE_AND_NAME.format(stop=words.STOP_WORDS)
    return re.compile(
        rf"(?<![\d.,])(?P<described>{any_of(words.BEFORE_NAME)})(?:[\s・·]+{between}|\s+{between}[\w'’&-]+,\s+|,\s+(?:named|identified|known)\s+(?:\w+ly\s+)?(?:by\s+\w+\s+)?as\s+|[\s,]*|[^\s\d,，。、]{{0,6}}?[・·、]?)[\"“«'‘]?$",
        re.IGNORECASE,
    )


@cache
def several_pattern() -> re.Pattern[str]:
    """Ages of several behind several names, the group `others` between."""
    word = rf"(?!{words.AND}\b)[^\W\d_][\w'’-]*+"
    name = rf"{word}(?:\s++{word}){{1,3}}+"
    joint = rf"(?:,?\s++{words.AND}\s++|,\s++)"
    return re.compile(
        rf"(?P<others>(?:{joint}{name}){{0,5}}+),?\s*\(?(?P<ages>(?:aged|ages|both|im\s+Alter\s+von|de|di|âgés\s+de)?\s*\d{{1,3}}"
        rf"(?:,\s*\d{{1,3}})*,?\s*{words.AND}\s+\d{{1,3}})(?!\d)"
        r"(?=\)|,?\s*(?:respectively|ans\b|años\b|anos\b|anni\b|jaar\b|lat\b|лет\b|років\b|years\b|Jahren?\b|[,.;]))",
        re.IGNORECASE,
    )


@cache
def relative_pattern() -> re.Pattern[str]:
    """An apposition that ends in a relative clause with an age."""
    return re.compile(
        rf"\s*,\s+(?P<apposition>(?:[^\s,;:.()\d]+\s+){{0,8}}?){any_of(words.IN_RELATIVE_CLAUSE)}(?=\s*[,.;]|$)",
        re.IGNORECASE,
    )


@cache
def noun_phrase_pattern() -> re.Pattern[str]:
    """An apposition that ends in an age: "vecino de Cádiz de 66 años", "a pupil aged 13"."""
    return re.compile(
        rf"\s*,\s+(?P<apposition>[a-zà-ÿ]+\s+(?:[^\s,;:.()]+\s+){{0,7}}?)(?:"
        rf"(?:de|di|d['’])\s*{words.NUMBER}\s+(?:ans|años|anos|anni)|{words.NUMBER}-?enne|(?<=\s)aged\s+{words.NUMBER})\b"
        r"(?=\s*[,.;)]|\s+(?:y|e|et|qui|que|che|con|com|avec)\s|\s+d[eaio]l?\s+[A-ZÀ-Þ]|$)"
    )


@cache
def between_pattern() -> re.Pattern[str]:
    """An age between two, the groups `low` and `high`."""
    low, high = r"(?P<low>\d{2})", r"(?P<high>\d{2,3})(?!\d)"
    low2, high2 = r"(?P<low2>\d{2})", r"(?P<high2>\d{2,3})(?!\d)"
    return re.compile(
        r"\s*[,(]?\s*(?:who\s+is\s+|is\s+)?(?:(?:believed|thought|said|understood|reported|estimated)\s+to\s+be\s+)?"
        rf"(?:aged\s+(?:between\s+|about\s+|from\s+)?{low}\s*(?:to|and|or|-|–)\s*{high}(?!\s+[a-z]+s\b)"
        rf"|(?:between\s+|zwischen\s+|entre\s+|âgée?\s+de\s+|tussen\s+(?:de\s+)?|de\s+entre\s+|tra\s+i\s+|w\s+wieku\s+|в\s+возрасте\s+(?:от\s+)?)?"
        rf"{low2}\s*(?:to|and|und|bis|et|à|y|e|en|tot|do|до|-|–)\s*{high2}"
        rf"\s*(?:years\s+old|Jahre\s+alt|ans\b|años\b|anos\b|anni\b|jaar\b|lat\b|лет\b)(?!\s+werden\b){words.NO_AGE_BEHIND})",
        re.IGNORECASE,
    )


@cache
def first_person_pattern() -> re.Pattern[str]:
    """An age that a quote gives of its speaker, who is named right behind it, up to the name.

    It is that of today where a clause begins with it and goes on in the present: "At 83, I still sail", not "When I
    came here at 25, I knew nobody".
    """
    clause = r"(?:[^\"“”„]{0,80}(?:[.!?,;:–—-]|\b(?:and|but|because|so|now|well|yes|no))\s)?"
    sentence = r"(?:[^\"“”„]{0,80}[.!?]\s)?"
    present = (
        r"(?:['’](?:m|ve|ll)\b|\s+(?:still|am|have|can|cannot|can['’]t|do|don['’]t|feel|live|want|need|know|hope|love"
        r"|no\s+longer)\b)"
    )
    ends = (
        r"(?=[.!;]|,?[\"”]|,\s+(?:and|but|so|not|I|married|single|retired|divorced)\b"
        r"|\s+(?:years\s+old|now(?=[,.!;\"”])|and\s+I\b|and\s+(?:still|not)\b))"
    )
    return re.compile(
        rf"[\"“„](?:{sentence}at\s+{words.NUMBER}(?=,\s+I{present})|{clause}I(?:['’]|\s+a)m\s+{words.NUMBER}{ends})"
        r"[^\"“”„]{0,80}(?:[,.!?…][\"”]|[\"”],)\s+(?:(?:said|says)\s+)?$",
        re.IGNORECASE,
    )


@cache
def next_pattern() -> re.Pattern[str]:
    """The age of the person whom the next sentence takes up."""
    return re.compile(any_of(words.NEXT_SENTENCE))


@cache
def definite_pattern() -> re.Pattern[str]:
    """The age of somebody whom the next sentence takes as known: "The accountant, 46,", «39-летний бизнесмен»."""
    return re.compile(any_of(words.NEXT_SENTENCE_NOUN))
