"""Native spellings of Russian and Bulgarian names in Latin letters, where only one is possible.

Latin letters leave out ь and do not tell э from е, or ы from и; such words are spelt only if they are common names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from matching.names.parsing import Part, parse_name
from matching.names.transliteration import latinise
from matching.tables.common_native_names import COMMON_NATIVE_NAMES

_FAMILY = re.compile("(?:[oe]v|in)a?$")
_LETTERS = """
    shch|щ zh|ж kh|х ts|ц ch|ч sh|ш yu|ю ya|я ye|е iy|ий
    a|а b|б v|в g|г d|д e|е z|з i|и k|к l|л m|м n|н o|о p|п r|р s|с t|т u|у f|ф
"""
_CYRILLIC = dict(row.split("|") for row in _LETTERS.split())
_GRAPHEME = re.compile("|".join(sorted(_CYRILLIC, key=len, reverse=True)))
_AFTER_VOWEL = re.compile("(?<=[aeiou])y(?![aeou])")
_AMBIGUOUS = re.compile("^e|ia|io|iu|[lnrtdsz](?=[bvgdzkmnprstf])|[lr]$|[aeiou]e|(?<![i])y$")
_SPELLABLE = re.compile("[a-z]+")


def _common_spellings() -> Mapping[str, str]:
    """The common names in Cyrillic letters by their Latin ones, where only one has them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in COMMON_NATIVE_NAMES.split():
        if "а" <= name[0] <= "я":
            found[latinise(name)].add(name)
    return {latin: next(iter(names)) for latin, names in found.items() if len(names) == 1}


_COMMON = _common_spellings()


def cyrillic_spelling(name: str) -> str | None:
    """A person's name in Cyrillic letters; None if it is no such name, or several spellings are possible."""
    parsed = parse_name(name)
    family = parsed.words[parsed.named[-1]]
    if not _FAMILY.search(family) or any(part not in {Part.NAME, Part.PATRONYMIC} for part in parsed.parts):
        return None
    words = [_cyrillic_word(word, may_end=word == family) for word in parsed.words]
    known = [word for word in words if word is not None]
    return " ".join(word.capitalize() for word in known) if len(known) == len(words) > 1 else None


def _cyrillic_word(word: str, *, may_end: bool) -> str | None:
    if common := _COMMON.get(word):
        return common
    checked = word[:-1] if may_end else word
    if not _SPELLABLE.fullmatch(word) or _AMBIGUOUS.search(checked):
        return None
    spelt = _GRAPHEME.sub(lambda found: _CYRILLIC[found[0]], _AFTER_VOWEL.sub("й", word))
    return None if re.search("[a-z]", spelt) else spelt


_TO_LATIN = str.maketrans(
    {"щ": "shch", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ё": "e", "э": "e", "ы": "y", "ъ": "", "ь": ""}
    | dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
)
_SOFT = ({"й": "y", "ю": "yu", "я": "ya"}, {"й": "i", "ю": "iu", "я": "ia"})
_RUSSIAN = re.compile("[а-яё]+")


def latin_spellings(word: str) -> tuple[str, ...]:
    """A small Russian word as the press and registers write it in Latin letters, with y and with i for soft vowels."""
    if not _RUSSIAN.fullmatch(word):
        return ()
    return tuple(dict.fromkeys(word.translate(_TO_LATIN | str.maketrans(soft)) for soft in _SOFT))


def likely_cyrillic(word: str) -> str | None:
    """The likeliest Russian spelling of a small Latin word, None if it has letters of another transcription."""
    if not _SPELLABLE.fullmatch(word):
        return None
    soft = _AFTER_VOWEL.sub("й", word.replace("x", "ks"))
    spelt = _GRAPHEME.sub(lambda found: _CYRILLIC[found[0]], soft).replace("y", "ы")
    return None if re.search("[a-z]", spelt) else spelt
