"""Shorter names of a company, by which others may go as well: the quoted part, the one word, what follows the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matching.names.native_spellings import latin_spellings, likely_cyrillic
from matching.names.parsing import parse_name
from matching.names.transliteration import is_hangul
from matching.tables.chinese_places import CHINESE_PLACES
from matching.tables.common_names import COMMON_NAMES
from matching.tables.common_words import COMMON_WORDS
from matching.tables.name_parts import RUSSIAN_FORMS
from matching.text.folding import fold_words
from matching.text.scripts import has_word_borders

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{3,80})[»”“\"]")
_INNER_COMPANY = re.compile(r"\s*(?:&|and|und|et|y|e|i)\s+(?:Co|Cie|Comp|Cia|Cía|Company)\b\.?(?=\s+\w)", re.IGNORECASE)
_MIN_IN_OTHER_SCRIPT = 8  # letters of a company's one word by whose transcription alone it is met
_MIN_DISTINCTIVE = 6  # letters of an uncommon word that may name a company alone
_RUSSIAN_WORDS = {
    "torgovy",
    "torgovyi",
    "torgoviy",
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "тоо",
    "tovarystvo",
    "obshchestvo",
}  # trading house …
_UKRAINIAN = str.maketrans("иы", "іи")
_FEW = 3  # words of a name that is transcribed as a whole
_BRACKETS = re.compile(r"\s*\((?=[^()]*[a-z])[^()]{3,30}\)(?=\s\w)")
_OF_OR_FOR = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_LONGEST_COMPOUND = 6  # words
_PAIR = 2  # words that a name without its place has at least


def shorter_company_names(listed: Sequence[str]) -> Iterator[str]:
    """The distinctive shorter names of companies with these names, each once."""
    shorter = [text for one in listed if (text := _short_name(one))]
    shorter += [text for one in listed for text in _in_other_script(one)]
    shorter += [text for one in listed if (text := _without_place(one))]
    shorter += [text for one in listed for text in _with_inner_company(one)]
    shorter += [text for one in listed for text in _as_compounds(one)]
    shorter += [text for one in listed for text in _without_brackets(one)]
    yield from dict.fromkeys(shorter)


def _with_inner_company(text: str) -> Iterator[str]:
    """A name with "& Co." inside without it and with it written out: Roe & Co. Privatbank is Roe Privatbank."""
    found = _INNER_COMPANY.search(text)
    name = parse_name(text, person=False)
    if found and name.full > _PAIR and fold_words(text[: found.start()])[0] not in COMMON_WORDS:
        behind = " ".join(name.words[index] for index in name.named if index >= len(fold_words(text[: found.end()])))
        if behind:
            yield from (f"{text[: found.start()]}{company} {behind.title()}" for company in ("", " and Company"))


def _without_brackets(text: str) -> Iterator[str]:
    """A name without the place or branch in brackets, by which a group tells its companies apart: Roe (Cyprus)."""
    found = _BRACKETS.search(text)
    if found and (short := _short_name(f"{text[: found.start()]} {text[found.end() :]}")):
        yield short


def _as_compounds(text: str) -> Iterator[str]:
    """An English name with what "of" or "for" adds in front of the word that it is added to, as a compound has it.

    Alborz University of Technology is Alborz Technology University, and the Foundation for the Relief of Ora the Ora
    Relief Foundation. What comes last may also be in front of all, with or without the s of a possessive: Ora's
    National Fund for the National Fund of Ora.
    """
    first, *added = _OF_OR_FOR.split(text)
    if not added or not all(map(str.strip, (first, *added))):
        return
    compound: list[str] = []
    for part in (first, *added)[::-1]:
        *before, head = part.split()
        compound = [*before, *compound, head]
    name = parse_name(" ".join(compound), person=False)
    if len(compound) <= _LONGEST_COMPOUND and any(_is_distinctive(name.words[index]) for index in name.named):
        yield " ".join(compound)
        yield f"{added[-1]}'s {' '.join((first, *added[:-1]))}"
        if len(added) > 1:
            yield f"{' '.join((*added[:-1], first))} of {added[-1]}"
        yield f"{added[-1]}'s {' '.join(word for word in compound if word not in added[-1].split())}"


def _without_place(text: str) -> str | None:
    """A Chinese company's name without the place in front, of two words or more, the first of them its own.

    One of a single word keeps what is behind it: Tianruixing Import & Export.
    """
    name = parse_name(text, person=False)
    words = [name.words[index] for index in name.named]
    if len(words) < _PAIR or words[0] not in CHINESE_PLACES or not _is_distinctive(words[1]):
        return None
    is_alone = len(words) == _PAIR and len(words[1]) >= _MIN_IN_OTHER_SCRIPT
    return text.partition(" ")[2] if is_alone else " ".join(words[1:]).title() if len(words) > _PAIR else None


def _in_other_script(text: str) -> Iterator[str]:
    """The one word of a Russian company's name in the other script, «Камлестрой» and Kamlestroy, or its few words."""
    yield from _words_in_other_script(text)
    short = _short_name(text) or ""
    words = fold_words(short)
    if len(words) != 1 or len(words[0]) < _MIN_IN_OTHER_SCRIPT:
        return
    if not words[0].isascii():
        yield from (word.title() for word in latin_spellings(short.casefold()))
    elif has_russian_form(fold_words(text)) and (spelt := likely_cyrillic(words[0])):
        yield spelt.title()
        yield spelt.translate(_UKRAINIAN).title()


def _words_in_other_script(text: str) -> Iterator[str]:
    """The two or three words of a Russian company's name in the other script: «Волга-Трейд» and Volga-Treid."""
    name = parse_name(text, person=False)
    words = [name.words[index] for index in name.named]
    few = 1 < len(words) <= _FEW and len("".join(words)) >= _MIN_IN_OTHER_SCRIPT
    if not few or not has_russian_form(name.words):
        return
    if not words[0].isascii():
        spelt = [latin_spellings(word) for word in words]
        if all(spelt):
            yield " ".join(one[0] for one in spelt).title()
            yield " ".join(one[-1] for one in spelt).title()
    else:
        cyrillic = [likely_cyrillic(word) for word in words]
        if None not in cyrillic:
            yield " ".join(filter(None, cyrillic)).title()


def has_russian_form(words: Sequence[str]) -> bool:
    """True if the folded words have a legal form of Russia and its neighbours."""
    written_out = {"joint", "stock"} <= set(words) or {"limited", "liability"} <= set(words)
    return written_out or not (RUSSIAN_FORMS | _RUSSIAN_WORDS).isdisjoint(words)


def _short_name(text: str) -> str | None:
    """The quoted part of a company's name, or its one word without the legal form; None if that is not distinctive."""
    quoted = _QUOTED.search(text)
    name = parse_name(text, person=False)
    if not quoted and name.words[:1] == ("the",):
        return None  # "The Garrowby Group" is a name as a whole
    short = quoted.group(1) if quoted else name.words[name.named[0]].title() if name.full == 1 else text
    words = fold_words(short)
    if len(words) == len(name.words) or not (has_word_borders(short) or is_hangul(short)):
        return None
    return short if len(words) > 1 or (words and _is_distinctive(words[0])) else None


def _is_distinctive(word: str) -> bool:
    letters = len(word) * (2 if is_hangul(word) else 1)
    return letters >= _MIN_DISTINCTIVE and word not in COMMON_WORDS and word not in COMMON_NAMES
