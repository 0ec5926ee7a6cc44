"""Sovereigns, popes and saints as other languages name them: Elizabeth II is Elżbieta II and Елизавета II."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from matching.tables.numerals import ARABIC_OF
from matching.tables.ruler_names import BULGARIAN_ORDINALS, RULER_NAMES, RULER_TITLES
from matching.text.folding import fold_words

_LATIN_CASES = {
    "a": ("a", "y", "i", "e", "ie", "u", "ę", "ą", "o", "ou", "om", "ej"),
    "consonant": ("", "a", "u", "owi", "ovi", "em", "om", "e", "ie", "iem", "em"),
}
_CYRILLIC_CASES = {
    "а": ("а", "ы", "и", "е", "і", "у", "ой", "ою", "ом"),
    "я": ("я", "и", "ии", "ию", "ией", "ії", "ію", "ією"),
    "и": ("й", "я", "ю", "ем", "и", "ї", "єм", "і"),
    "о": ("о", "а", "у", "ом", "ові"),
    "consonant": ("", "а", "у", "ом", "ем", "е", "ові", "і"),
}
_DECLINING = frozenset({"pl", "cs", "sk", "sl", "hr", "ru", "uk", "be", "sr"})
_FLEETING = ("ek", "el", "eł", "ел", "ев", "ар")  # Franciszek, Franciszka; Karel, Karla
_CYRILLIC_NUMERALS = str.maketrans("IX", "ІХ")
_OTHER_TITLES = {"st": "saint", "emperor": "king", "tsar": "king", "sainte": "saint"}
RULERS = frozenset((*RULER_TITLES, *_OTHER_TITLES))
"""The titles by which a listed name is known as that of a sovereign, a pope or a saint, in small letters."""


def ruler_spellings(text: str) -> Iterator[str]:
    """The name of a ruler in the forms of other languages and in their cases; nothing for any other name.

    A ruler is named by a numeral (Benedict XVI) or by a title before one of the names of rulers (Pope Francis).
    """
    words = [word.strip(".") for word in text.split()]
    title = _title(words[0]) if words else None
    numeral = words[-1] if len(words) > 1 and "".join(fold_words(words[-1])) in ARABIC_OF else None
    name = " ".join(words[bool(title) : len(words) - bool(numeral)])
    row = _rows().get(" ".join(fold_words(name)))
    if row is None or not (title or numeral):
        return
    if numeral:
        for language, form in RULER_NAMES[row]:
            yield from _numbered(form, numeral, language)
    elif title:
        for language, titles in RULER_TITLES[title].items():
            forms = [form for of, form in RULER_NAMES[row] if of in (language, "en")]
            yield from (f"{before} {case}" for before in titles for form in forms for case in _cases(form, language))


def _title(word: str) -> str | None:
    small = word.casefold()
    return _OTHER_TITLES.get(small, small) if small in RULERS else None


@cache
def _rows() -> Mapping[str, int]:
    """The number of the row of each form, folded; the first row where a form is in several."""
    found: dict[str, int] = {}
    for number, row in enumerate(RULER_NAMES):
        for _, form in row:
            found.setdefault(" ".join(fold_words(form)), number)
    return found | {"phillip": found["philip"]}


def _numbered(form: str, numeral: str, language: str) -> Iterator[str]:
    cases = _cases(form, language)
    yield from (f"{case} {numeral}" for case in cases)
    if not form.isascii() and "а" <= form[-1].casefold() <= "ё":
        yield from (f"{case} {numeral.translate(_CYRILLIC_NUMERALS)}" for case in cases)
    if language == "bg":
        ordinal = BULGARIAN_ORDINALS[int(ARABIC_OF["".join(fold_words(numeral))]) - 1]
        shorter = ordinal.replace("надесети", "найсети")
        yield from (f"{form} {word[:-1]}{ending}" for word in dict.fromkeys((ordinal, shorter)) for ending in "иа")


def _cases(form: str, language: str) -> tuple[str, ...]:
    """The form in all cases that the language has for it; endings that only a neighbour has do no harm."""
    if language not in _DECLINING:
        return (form,)
    parts = [_declined(word) for word in form.split()]
    if len(parts) == 1:
        return tuple(dict.fromkeys((form, *parts[0])))
    return tuple(dict.fromkeys((form, *(f"{first} {second}" for first in parts[0] for second in parts[1]))))


def _declined(word: str) -> tuple[str, ...]:
    last = word[-1]
    cases = _LATIN_CASES if last.isascii() or last in "łříżšž" else _CYRILLIC_CASES
    stem, endings = word.removesuffix("us"), cases["consonant"]  # Pius, Pia
    if last == "й":
        stem, endings = word[:-1], _CYRILLIC_CASES["и"]
    elif last in cases:
        stem, endings = word[:-1], cases[last]
    elif word.endswith(_FLEETING):
        stem = word[:-2] + last
    return (*((word + ending) for ending in endings if stem + "us" == word), *(stem + ending for ending in endings))
