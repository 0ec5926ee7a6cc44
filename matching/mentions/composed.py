"""Names that a text does not write in one piece: in the fields of a form, the cells of a table, or shared by a family.

    Surname: Venhorst / First name: Aldric        1: ALDRIC 2: na 3: VENHORST
    | Venhorst | Aldric | 1961 |                  the Zavarei brothers, Hamid and Karim

Each is read as the name that it is, at the place where its parts are. A cell and the members of a family are
weaker evidence than the fields of a form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from matching.index.scanner import PatternSet
from matching.mentions.composed_name import CAPITAL, FIRST_LETTER, ComposedName, lines_of
from matching.mentions.table_rows import names_in_rows
from matching.tables.field_labels import (
    AND_RELATIVE,
    AS_WELL_AS,
    BEFORE_SIBLINGS,
    BORN_AS,
    KIND_OF_LABEL,
    SIBLINGS,
    LabelKind,
)
from matching.text.folding import Folded, fold

MOST_COMPOSED = 5_000
"""Composed names of one passage that are read: half a second."""
_REACH = 8  # characters from one field to the next


class _Field(NamedTuple):
    kind: LabelKind
    value: str
    start: int
    end: int


_LABEL = "|".join(sorted(map(re.escape, KIND_OF_LABEL), key=len, reverse=True))
_LABELS, _LONGEST, _PAIR = tuple(KIND_OF_LABEL), max(map(len, KIND_OF_LABEL)) + len(" (s) "), 2
_FIELD = re.compile(
    rf"(?<!\w)({_LABEL})(?:\(s\))?\s?[:：|\t]\s{{0,3}}(\w[\w'’. -]{{0,60}}?)"
    rf"(?=\s{{0,3}}(?:[\n;,/|]|\.(?:\s|$)|$|(?<!\w)(?:{_LABEL})(?:\(s\))?\s*[:：|\t]))",
    re.IGNORECASE,
)
_LABELLED_BEHIND = re.compile(rf"(?<!\w)(\w[\w'’-]{{0,40}})\s\(({_LABEL})(?:\(s\))?\)", re.IGNORECASE)
_LABEL_IN_BRACKETS = re.compile(rf"\((?:{_LABEL})", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)([1-6])\s?:[ \t]{0,3}([^\W\d][\w'’./-]{0,40}(?: [^\W\d][\w'’.-]{0,40}){0,2})", re.IGNORECASE
)
_PARTS = "123456"
_NOTHING = frozenset({"na", "n/a", "nil", "none", "not", "-"})
_AGED_PAIR = re.compile(rf"\d[),] (?:{AS_WELL_AS}) ")
_SLASHED = re.compile(r"[^\W\d]/[^\W\d]")
_AGE = r"(?: \(\d{1,3}\)|, \d{1,3},?)?"
_MEMBERS = rf"{CAPITAL}{_AGE}(?:, {CAPITAL}{_AGE})*,? (?:{AS_WELL_AS}) {CAPITAL}"
_FAMILY_FIRST = re.compile(rf"\b({CAPITAL})[- ](?:{SIBLINGS})(?:,|:| [-–—])? ({_MEMBERS})(?!\s{CAPITAL})")
_SIBLINGS_FIRST = re.compile(rf"\b(?:{BEFORE_SIBLINGS}) ({CAPITAL}),?:? ({_MEMBERS})(?!\s{CAPITAL})")
_ARTICLES = ("[Tt]he", "[Bb]oth", "[Dd]ie", "[Dd]e", "[Ll]os", "[Ll]es", "[Oo]s")
_ENDS_OF_ARTICLES = ("e ", "os ", "es ", "oth ")  # texts in other letters than Latin have none
_BEHIND_ARTICLE = "|".join(rf"(?<=(?<!\w){article} )" for article in _ARTICLES)
_PLURAL_FIRST = re.compile(
    rf" (?={FIRST_LETTER})(?:{_BEHIND_ARTICLE})({CAPITAL})(?: \(|,? )({_MEMBERS})(?!\s{CAPITAL})"
)
"""The Roes, Ann and Jane. Spaces are found fastest, and few words behind one have a capital."""
_FAMILY_LAST = re.compile(
    rf"(?<!\w)((?:{CAPITAL}\.? )?)((?:{CAPITAL}{_AGE}, ){{0,6}}{CAPITAL}{_AGE})(?:(?:,? ({AS_WELL_AS}) )|/)"
    rf"({CAPITAL}{_AGE}) ({CAPITAL})"
)
_BORN = re.compile(
    rf"(?<!\w)({CAPITAL})((?: {CAPITAL}){{1,3}}),? \(?(?:{'|'.join(map(re.escape, BORN_AS.split('|')))})"
    rf" ({CAPITAL})(?! ?\d)"
)
_RELATIVE = re.compile(rf"(?<!\w){CAPITAL} ({CAPITAL}),? (?:{AND_RELATIVE}),? ({CAPITAL})(?!\s{CAPITAL})(?!\w)")
_SIMPLE_ANDS = ("and", "und", "et", "y", "e", "ed", "og", "och", "en", "i", "и")


class _Sign(Enum):
    """What a text has if names with labels behind them, or families that share one name, may be in it."""

    LABEL = "in brackets"
    SIBLINGS = "behind the family name"
    BEFORE_SIBLINGS = "before the family name"
    BORN = "before the family name of birth"
    RELATIVE = "behind a whole name"
    SHARED = "between two given names, beyond a simple and"


def _signs() -> Iterator[tuple[_Sign, bytes]]:
    """The signs as they are in a folded text with doubled spaces as "!", as before a bracket behind a word.

    Before the simple "and" between two given names with their ages is a digit, and a comma or bracket that doubles the
    space ("41), and"); texts beyond Western letters are folded without doubled spaces.
    """
    for label in KIND_OF_LABEL:
        bracket = "!" if fold(label).cased.isascii() else ""
        for written in {label, label.title(), label.upper()}:
            yield _Sign.LABEL, f"{bracket}{fold(written).cased.decode().lstrip()}".encode()
    for sign, words in (
        (_Sign.SIBLINGS, SIBLINGS),
        (_Sign.BEFORE_SIBLINGS, BEFORE_SIBLINGS),
        (_Sign.BORN, BORN_AS),
        (_Sign.RELATIVE, AND_RELATIVE),
    ):
        yield from ((sign, fold(word).cased.lstrip()) for word in words.split("|"))
    for words in AS_WELL_AS.split("|"):
        if words not in _SIMPLE_ANDS:
            yield _Sign.SHARED, fold(words).cased.lstrip()
        else:
            yield from ((_Sign.SHARED, f"{digit} !{words} ".encode()) for digit in range(10))


def _signs_in_plain() -> Iterator[bytes]:
    """Patterns of a folded text in small letters, one of which is in every text with a sign.

    They begin with a space where they can: each other letter that a pattern begins with makes the scan slower.
    """
    yield from (fold(label).plain for label in KIND_OF_LABEL)
    yield from (
        fold(word).plain for words in (SIBLINGS, BEFORE_SIBLINGS, BORN_AS, AND_RELATIVE) for word in words.split("|")
    )
    for words in AS_WELL_AS.split("|"):
        if words not in _SIMPLE_ANDS:
            yield fold(words).plain
        else:
            yield from (f"{digit}{fold(words).plain.decode()}".encode() for digit in range(10))


SIGNS_IN_PLAIN = tuple(dict.fromkeys(_signs_in_plain()))
"""For the scanner, which looks for them with the listed names: most texts have none, and need no further look."""
_SIGNS = tuple(_signs())
_SIGN_SET = PatternSet([pattern for _, pattern in _SIGNS])
_PLURAL_TITLES = ("messrs", "mm", "mrs", "herren", "brothers", "sisters", "señores", "signori")


def composed_names(folded: Folded, *, has_sign: bool = True, has_pair: bool = True) -> Iterator[ComposedName]:
    """The names in fields, cells and families of the text as written, up to a number of them.

    `has_sign` is False for a text without any of `SIGNS_IN_PLAIN`. `has_pair` is False for one in which no two
    capitalised words that are apart are of one name: families, which take longest, are not looked for then.
    """
    text = folded.text
    signs = _signs_of(folded, has_pair=has_pair) if has_sign and has_pair else set()
    may_be_labelled = has_sign and (not has_pair or _Sign.LABEL in signs)
    behind = _behind_names(text) if may_be_labelled and _LABEL_IN_BRACKETS.search(text) else ()
    families = _of_families(text, signs) if has_pair else ()
    yield from islice(chain(_in_fields(text), behind, _numbered(text), names_in_rows(text), families), MOST_COMPOSED)


def _signs_of(folded: Folded, *, has_pair: bool) -> set[_Sign]:
    """The signs that the text has; what is between two given names has a capital behind it."""
    found = ((_SIGNS[number][0], behind) for number, behind in _SIGN_SET.found_in(folded.cased_with_signs))
    signs = {sign for sign, behind in found if sign is not _Sign.SHARED or not behind.islower()}
    if has_pair and b"!" not in folded.cased_with_signs and _AGED_PAIR.search(folded.text):
        signs.add(_Sign.SHARED)
    return signs


def _in_fields(text: str) -> Iterator[ComposedName]:
    if _has_labels(text):
        yield from _paired(
            [
                _Field(KIND_OF_LABEL[one[1].casefold()], one[2], one.start(2), one.end(2))
                for one in _FIELD.finditer(text)
            ],
            text,
        )


def _has_labels(text: str) -> bool:
    """True if colons or borders of cells are behind two labels or more; few texts have them, and this is fast."""
    count, at = 0, -1
    for sign in "：|\t":
        text = text.replace(sign, ":") if sign in text else text
    while count < _PAIR and (at := text.find(":", at + 1)) >= 0:
        count += text[max(0, at - _LONGEST) : at].rstrip().removesuffix("(s)").casefold().endswith(_LABELS)
    return count == _PAIR


def _behind_names(text: str) -> Iterator[ComposedName]:
    """Names with their labels in brackets: VENHORST (surname), Aldric (given name)."""
    found = _LABELLED_BEHIND.finditer(text)
    yield from _paired(
        [_Field(KIND_OF_LABEL[one[2].casefold()], one[1], one.start(1), one.end(1)) for one in found], text
    )


def _paired(fields: Iterable[_Field], text: str) -> Iterator[ComposedName]:
    """Neighbouring fields with the two parts of a name, the family name behind."""
    earlier: _Field | None = None
    for field in fields:
        if earlier is not None and {earlier.kind, field.kind} in _TWO_PARTS and _are_near(text, earlier, field):
            is_family_first = earlier.kind is LabelKind.FAMILY or field.kind is LabelKind.GIVEN
            family, given = (earlier, field) if is_family_first else (field, earlier)
            yield ComposedName(f"{given.value.strip()} {family.value.strip()}", earlier.start, field.end, firm=True)
            earlier = None
        else:
            earlier = field


_TWO_PARTS = (
    {LabelKind.FAMILY, LabelKind.GIVEN},
    {LabelKind.FAMILY, LabelKind.EITHER},
    {LabelKind.GIVEN, LabelKind.EITHER},
)


def _are_near(text: str, earlier: _Field, field: _Field) -> bool:
    """True if nothing but signs and a label is between two fields."""
    between = text[earlier.end : field.start]
    label = _FIELD_LABEL.search(between)
    rest = between if label is None else between[: label.start()]
    return len(rest) <= _REACH + len("(given name)") and "\n\n" not in rest


_FIELD_LABEL = re.compile(rf"(?<!\w)(?:{_LABEL})(?:\(s\))?\s*[:：|\t]", re.IGNORECASE)


def _numbered(text: str) -> Iterator[ComposedName]:
    """The parts of a name by number, as the British list has them: "Name 6: VENHORST 1: ALDRIC 2: n/a"."""
    for start, line in lines_of(text) if _has_numbers(text) else ():
        parts = list(_NUMBERED.finditer(line)) if ":" in line else []
        named = [one for one in parts if one[2].casefold() not in _NOTHING]
        if len(parts) > 1 and len(named) > 1 and len({one[1] for one in named}) == len(named):
            ends = [start + at for one in named for at in one.span(2)]
            words = " ".join(_without_nothing(one[2]) for one in sorted(named, key=itemgetter(1)))
            yield ComposedName(words, min(ends), max(ends), firm=True)


def _has_numbers(text: str) -> bool:
    """True if colons are behind two numbers of parts or more; few texts have them, and this is fast."""
    count, at = 0, -1
    while count < _PAIR and (at := text.find(":", at + 1)) >= 0:
        number = text[max(0, at - 2) : at].rstrip()[-1:]
        count += number != "" and number in _PARTS
    return count == _PAIR


def _without_nothing(value: str) -> str:
    return " ".join(word for word in value.split() if word.casefold() not in _NOTHING)


def _in_plural(text: str) -> Iterator[ComposedName]:
    """The members of a family that is named in the plural: the Roes, Ann and Jane."""
    for found in _PLURAL_FIRST.finditer(text) if any(end in text for end in _ENDS_OF_ARTICLES) else ():
        for member in re.finditer(CAPITAL, found[2]):
            for family in dict.fromkeys((found[1], found[1].removesuffix("s").rstrip("'’"))):
                end = found.start(2) + member.end()
                yield ComposedName(f"{member[0]} {family}", found.start(1), end, firm=False)


def _of_families(text: str, signs: Collection[_Sign]) -> Iterator[ComposedName]:
    for sign, pattern in ((_Sign.SIBLINGS, _FAMILY_FIRST), (_Sign.BEFORE_SIBLINGS, _SIBLINGS_FIRST)):
        for found in pattern.finditer(text) if sign in signs else ():
            for member in re.finditer(CAPITAL, found[2]):
                end = found.start(2) + member.end()
                yield ComposedName(f"{member[0]} {found[1]}", found.start(1), end, firm=False)
    yield from _in_plural(text)
    for born in _BORN.finditer(text) if _Sign.BORN in signs else ():
        yield ComposedName(f"{born[1]} {born[3]}", born.start(1), born.end(3), firm=False)
        if born[2].count(" ") == 1:  # a double family name: Adelheid Brandt, née Korvinsky
            yield ComposedName(f"{born[1]} {born[3]}{born[2]}", born.start(1), born.end(3), firm=False)
    for one in _RELATIVE.finditer(text) if _Sign.RELATIVE in signs else ():
        yield ComposedName(f"{one[2]} {one[1]}", one.start(1), one.end(2), firm=False)
    is_shared = _Sign.SHARED in signs or ("/" in text and _SLASHED.search(text) is not None)
    for shared in _FAMILY_LAST.finditer(text) if is_shared else ():
        before, given, conjunction, last, family = shared.groups()
        is_plain = conjunction in _SIMPLE_ANDS and not any(map(str.isdecimal, given))
        if not is_plain and (not before or before.strip(" .").casefold() in _PLURAL_TITLES):
            for member in re.finditer(CAPITAL, f"{given} {last}" if last[-1] in "0123456789,)" else given):
                yield ComposedName(f"{member[0]} {family}", shared.start(2), shared.end(), firm=False)
